using System.Globalization;

namespace PlanBot.Bench;

internal static class Report
{
    /// <summary>Prints medians, spread and the ratio of the medians. Times are milliseconds.</summary>
    public static void Ratio(string what, string baselineName, IReadOnlyCollection<double> baseline, string ourName, IReadOnlyCollection<double> ours)
    {
        Console.WriteLine(what);
        Line(baselineName, baseline);
        Line(ourName, ours);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ratio of medians: {Quantile(ours, 0.5) / Quantile(baseline, 0.5):0.00}"));
    }

    private static void Line(string name, IReadOnlyCollection<double> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name}: median {Quantile(times, 0.5):0.00} ms, 5 % {Quantile(times, 0.05):0.00}, 95 % {Quantile(times, 0.95):0.00}, n = {times.Count}"));

    private static double Quantile(IEnumerable<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)Math.Round((sorted.Count - 1) * share)];
    }
}
