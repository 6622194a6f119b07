using System.Diagnostics;
using System.Globalization;
using PlanBot.Data.Sql;

namespace PlanBot.Bench.Sizes;

/// <summary>A ledger of 20 quarters beside one of a single quarter, on each database.</summary>
internal static class LedgerSizes
{
    private const int Quarters = 20;

    public static Task<int> RunAsync(string[] arguments) => BothDatabases.RunAsync(arguments, MeasureAsync);

    private static async Task MeasureAsync(string title, int units, Func<string, Task<DatabaseOptions>> newDatabase)
    {
        var watch = Stopwatch.StartNew();
        await using var one = await Office.FoundAsync(await newDatabase("one"), units, 1);
        await using var twenty = await Office.FoundAsync(await newDatabase("twenty"), units, Quarters);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{title}: {units} obligations a quarter, one quarter and {Quarters}; filled in {watch.Elapsed.TotalSeconds:0} s"));
        await ManyRows.OpeningAsync(twenty);
        foreach (var office in new[] { one, twenty })
            await ManyRows.SendEarlierStepsAsync(office);
        await ManyRows.QueueingAsync(twenty);
        await Memory.CompareAsync("queueing one step", one, twenty, ManyRows.QueueOnceAsync);
        foreach (var office in new[] { one, twenty })
            await office.Province.ReportMostAsync(office.Database);
        await OverdueQuestion.MeasureAsync(one, twenty);
        await Memory.CompareAsync("谁逾期了", one, twenty, OverdueQuestion.AskAsync);
        await Submitting.MeasureAsync(twenty);
    }
}
