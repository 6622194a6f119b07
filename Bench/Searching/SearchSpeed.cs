using System.Diagnostics;
using System.Globalization;
using PlanBot.Bench.Sizes;
using PlanBot.Data.Queries;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;

namespace PlanBot.Bench.Searching;

/// <summary>The search over all reports of 19 quarters (1.4 million) against the same over one, each with the index and, once, without it; and what the index costs.</summary>
internal static class SearchSpeed
{
    /// <summary>Reported ones; nothing is reported yet of the one after them.</summary>
    private const int Quarters = 19;
    private const int Rounds = 50;
    private const int WarmUp = 10;
    private const int Most = 51;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly (string What, string Words)[] Searches =
    [
        ("two characters of every second report", Prose.Frequent), ("two characters of one report in 500", Prose.Middling), ("two characters of one report in 50,000", Prose.Rare),
        ("two characters of no report", Prose.Absent), ("a phrase of 11 characters of one report in 20,000", Prose.Phrase),
    ];

    public static Task<int> RunAsync(string[] arguments) => BothDatabases.RunAsync(arguments, MeasureAsync);

    private static async Task MeasureAsync(string title, int units, Func<string, Task<DatabaseOptions>> newDatabase)
    {
        var (prose, watch) = (new Prose(), Stopwatch.StartNew());
        await using var one = await Office.FoundAsync(await newDatabase("one"), units, 2, textOf: prose.Of);
        await using var twenty = await Office.FoundAsync(await newDatabase("twenty"), units, Quarters + 1, textOf: prose.Of);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{title}: {units} reports of one quarter, and {units * Quarters} of {Quarters}; filled in {watch.Elapsed.TotalSeconds:0} s"));
        foreach (var (what, words) in Searches)
            await CompareAsync(what, words, one, twenty);
        await IndexCost.MeasureAsync(twenty);
    }

    private static async Task CompareAsync(string what, string words, Office one, Office twenty)
    {
        var (small, large, found) = (new List<double>(), new List<double>(), (0, 0));
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var ((few, ofFew), (all, ofAll)) = (await TimeAsync(one, words, fewUnits: 0), await TimeAsync(twenty, words, fewUnits: 0));
            if (round < 0)
                continue;
            small.Add(few);
            large.Add(all);
            found = (ofFew, ofAll);
        }
        Report.Ratio($"{what}: {found.Item1} and {found.Item2} found", "one quarter", small, $"{Quarters} quarters", large);
        var (time, read) = await TimeAsync(twenty, words, fewUnits: int.MaxValue);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  reading the {Quarters} quarters without the index: {time:0} ms, {read} found"));
    }

    private static async Task<(double Time, int Found)> TimeAsync(Office office, string words, int fewUnits)
    {
        var search = new SearchQuery(office.Database, new StoppedClock(Province.EscalationDay), fewUnits);
        var periods = office.Province.Periods.Reverse().Select(period => period.Id).ToList();
        var units = office.Province.People.Select(person => person.Contacts[0].UnitId).Distinct().ToList();
        var watch = Stopwatch.GetTimestamp();
        var result = await search.RunAsync(words, periods, units, Most, Patience, CancellationToken.None);
        return (Stopwatch.GetElapsedTime(watch).TotalMilliseconds, result.Texts.Count);
    }
}
