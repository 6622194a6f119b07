using System.Globalization;

namespace PlanBot.Bench;

internal static class Report
{
    /// <summary>Prints medians, spread and the ratio of the medians. Times are milliseconds.</summary>
    /// <param name="aim">The ratio that is aimed at; null where none is set.</param>
    public static void Ratio(
        string what, string baselineName, IReadOnlyCollection<double> baseline, string ourName, IReadOnlyCollection<double> ours, double? aim = null)
    {
        Console.WriteLine(what);
        Line(baselineName, baseline);
        Line(ourName, ours);
        Ratio("medians", Quantile(ours, 0.5) / Quantile(baseline, 0.5), aim);
    }

    /// <summary>Prints two peaks of memory, in bytes, and their ratio.</summary>
    public static void Peaks(string what, string baselineName, long baseline, string ourName, long ours, double? aim = null)
    {
        Console.WriteLine(what);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {baselineName}: {baseline / 1e6:0.0} MB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {ourName}: {ours / 1e6:0.0} MB"));
        Ratio("peaks", (double)ours / baseline, aim);
    }

    private static void Ratio(string of, double ratio, double? aim) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  ratio of {of}: {ratio:0.00}{(aim is { } most ? string.Create(CultureInfo.InvariantCulture, $", aim: at most {most:0.0#}, {(ratio <= most ? "met" : "missed")}") : "")}"));

    private static void Line(string name, IReadOnlyCollection<double> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name}: median {Quantile(times, 0.5):0.00} ms, 5 % {Quantile(times, 0.05):0.00}, 95 % {Quantile(times, 0.95):0.00}, n = {times.Count}"));

    private static double Quantile(IEnumerable<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)Math.Round((sorted.Count - 1) * share)];
    }
}
