using System.Globalization;
using Xunit.Abstractions;

namespace PlanBot.Tests.Simulation;

/// <summary>A year with faults from a seed: everything owed is sent or recorded as why not, once, and inside working hours. <c>PLANBOT_SIMULATION_SEEDS</c> tries so many seeds,
/// <c>PLANBOT_SIMULATION_UNITS</c> with so many units.</summary>
public sealed class SimulatedYearTests(ITestOutputHelper output)
{
    private static readonly int Units = Number("PLANBOT_SIMULATION_UNITS", 60);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Number("PLANBOT_SIMULATION_SEEDS", 3))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Nothing_owed_is_lost_doubled_or_sent_out_of_hours(int seed)
    {
        using var year = new SimulatedYear(seed, Units);

        var complaints = await year.RunAsync();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {year.Log.Count} deliveries, {year.Refusals} refusals, {year.Deaths} deaths"));
        Assert.True(complaints.Count == 0, $"Seed {seed}, {Units} units:\n{string.Join('\n', complaints.Take(20))}");
        Assert.True(year.Log.Count > Units * 4 && year.Refusals > 0 && year.Deaths > 0);
    }

    [Fact]
    public async Task The_same_seed_is_the_same_year()
    {
        using var first = new SimulatedYear(7, 12);
        using var second = new SimulatedYear(7, 12);

        await first.RunAsync();
        await second.RunAsync();

        Assert.Equal(Told(first), Told(second));
    }

    /// <summary>By the day: how long a retry waits is stretched by chance.</summary>
    private static IEnumerable<string> Told(SimulatedYear year) => year.Log.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.At:yyyy-MM-dd} {one.UserId} {one.Step} {one.Period} {one.Lied}")).Order(StringComparer.Ordinal);

    private static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
