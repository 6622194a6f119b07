using System.Diagnostics;
using System.Globalization;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Bench.Sizes;

/// <summary>A ledger of 20 quarters beside one of a single quarter, on each database.</summary>
internal static class LedgerSizes
{
    private const int Quarters = 20;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var units = arguments.Select(argument => int.TryParse(argument, CultureInfo.InvariantCulture, out var number) ? number : 0).Append(75_000).First(number => number > 0);
        if (!arguments.Contains("postgres"))
            await OnSqliteAsync(units);
        if (!arguments.Contains("sqlite"))
            await OnPostgresAsync(units);
        return 0;
    }

    private static async Task OnSqliteAsync(int units)
    {
        var folder = Directory.CreateTempSubdirectory("planbot-bench-").FullName;
        try
        {
            await MeasureAsync("SQLite", units, name => Task.FromResult(new DatabaseOptions { Provider = "sqlite", ConnectionString = $"Data Source={Path.Combine(folder, name)}.db" }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>On a server of its own, which waits for the disk at each commit.</summary>
    private static async Task OnPostgresAsync(int units)
    {
        await using var server = await PostgresServer.StartOwnAsync(durable: true);
        await MeasureAsync("PostgreSQL", units, async _ => new DatabaseOptions { Provider = "postgres", ConnectionString = await server.NewDatabaseAsync() });
    }

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
