using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using PlanBot.Data.Migrations;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.Story;

/// <summary>One office whose program is killed again and again, at instants that the seed chooses.</summary>
internal sealed class CrashOffice(int seed, string folder, Func<Database> open, params (string Name, string Value)[] settings)
{
    /// <summary>The steps of the default ladder for 2020Q1, in civil time; the clock moves past some of them in a round.</summary>
    private static readonly DateTimeOffset[] Steps =
    [
        .. new[]
        {
            "03-31 09:00", "04-01 09:00", "04-02 09:00", "04-02 16:30", "04-03 09:00", "04-03 15:00", "04-03 16:30", "04-07 09:00", "04-07 16:30", "04-08 16:30",
            "04-09 09:00", "04-09 16:30", "04-10 16:30", "04-13 16:30", "04-16 09:00", "04-23 09:00", "04-30 09:00", "05-09 09:00",
        }.Select(step => Ledgers.At($"2020-{step}")),
    ];

    private readonly Random random = new(seed);
    private readonly List<CrashClient> clients = [.. new[] { "unit-9", "unit-11", "unit-14", "unit-15", "unit-16" }.Select(id => new CrashClient(id))];
    private readonly List<string> imported = [];
    private int nextStep;
    private int notices;

    public int Promised => clients.Sum(client => client.Promised);

    /// <summary>Empty after a run in which everything held; else what did not, with the round.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(int rounds)
    {
        for (var round = 1; round <= rounds; round++)
        {
            var what = await CrashAsync(round);
            if (await FindAsync(lookedAt: null) is [_, ..] broken)
                return broken.Select(line => $"seed {seed}, round {round} ({what}): {line}").ToList();
        }
        await using var last = await RunningProgram.StartAsync(folder, settings);
        await MoveClockAsync(last, Steps[^1].AddHours(1));
        return (await FindAsync(Steps[^1].AddHours(1))).Select(line => $"seed {seed}, at the end: {line}").ToList();
    }

    private async Task<string> CrashAsync(int round)
    {
        // The first starts make the schema and fill the demo in.
        if (round <= 3 || random.Next(8) == 0)
        {
            await RunningProgram.KillWhileStartingAsync(folder, TimeSpan.FromMilliseconds(random.Next(200, 2500)), settings);
            return "while starting";
        }
        await using var program = await RunningProgram.StartAsync(folder, settings);
        var work = new List<Task>();
        var kind = random.Next(4);
        if (kind is 0 or 1)
            work.AddRange(clients.Select(client => client.ReportUntilItDiesAsync(program)));
        if (kind is 1 or 2)
            work.Add(LetTimePassAsync(program));
        if (kind is 3)
            work.Add(ImportAsync());
        if (kind is 0 or 1)
            await UntilPromisedAsync(Promised + random.Next(5)); // a program just started is slow; kills on the way to its first answer are not enough
        await Task.Delay(random.Next(kind switch { 0 or 1 => 150, 2 => 1000, _ => 2500 }));
        await program.KillAsync();
        await Task.WhenAll(work);
        return new[] { "while reporting", "while reporting and reminding", "while reminding", "while importing" }[kind];
    }

    private async Task UntilPromisedAsync(int count)
    {
        for (var patience = System.Diagnostics.Stopwatch.StartNew(); Promised < count && patience.Elapsed < TimeSpan.FromSeconds(10);)
            await Task.Delay(1);
    }

    private async Task LetTimePassAsync(RunningProgram program)
    {
        var target = Steps[Math.Min(nextStep + random.Next(3), Steps.Length - 1)];
        try
        {
            await MoveClockAsync(program, target);
            nextStep = Math.Min(Array.IndexOf(Steps, target) + 1, Steps.Length - 1);
        }
        catch (HttpRequestException)
        {
            // SIGKILL; the same steps are tried again.
        }
    }

    private async Task ImportAsync()
    {
        var batch = string.Create(CultureInfo.InvariantCulture, $"第{++notices}批");
        var notice = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Notices", "linhe-table.txt"));
        var file = Path.Combine(folder, $"{batch}.txt");
        await File.WriteAllTextAsync(file, notice.Replace("关于分解落实", $"关于分解落实{batch}", StringComparison.Ordinal).Replace("[2022]3号", $"[2022]{notices + 3}号", StringComparison.Ordinal));
        if (await RunningProgram.RunUntilAsync(folder, ["import", file], TimeSpan.FromMilliseconds(random.Next(500, 4000)), settings) == 0)
            imported.Add(batch);
    }

    /// <summary>What the rules of the ledger, and what people were told, find wrong.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(DateTimeOffset? lookedAt)
    {
        using var database = open();
        if (await new Migrator(database, new StoppedClock(Steps[0])).PendingAsync(CancellationToken.None) is [_, ..] pending)
            return pending.Count == Migration.All(database.Dialect).Count ? [] : [$"{pending.Count} migrations of one run are missing"];
        var plans = new PlanRepository(database);
        var check = new CheckLedger(
            new LedgerCheck(database), plans, new PeriodRepository(database), new CurrentCalendar(new HolidayRepository(database)), new PlanLadders(new LadderRepository(database), Options.Create(Ladders.Default)));
        var found = (await check.RunAsync(lookedAt, CancellationToken.None)).Violations.Select(row => CheckTexts.Violation(row.Rule, row.Id, row.Detail)).ToList();
        var all = await plans.AllAsync(CancellationToken.None);
        found.AddRange(imported.Where(batch => !all.Any(plan => plan.Title.Contains(batch, StringComparison.Ordinal))).Select(batch => $"{batch} was imported and is gone"));
        if (all.Count > 0)
        {
            foreach (var client in clients)
                found.AddRange(await client.BrokenPromisesAsync(database));
        }
        return found;
    }

    private static async Task MoveClockAsync(RunningProgram program, DateTimeOffset target)
    {
        using var response = await program.Http.PostAsJsonAsync("/demo/clock", new { now = target });
        // The clock runs on by itself, so that it may have passed the step already.
        Assert.True(response.IsSuccessStatusCode || response.StatusCode == System.Net.HttpStatusCode.Conflict, await response.Content.ReadAsStringAsync());
    }
}
