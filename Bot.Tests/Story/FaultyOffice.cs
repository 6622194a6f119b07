using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.Story;

/// <summary>One office whose people are reached through Teams, while the connector fails, the program is killed and its clock jumps, as a seed chooses.</summary>
internal sealed class FaultyOffice(int seed, string folder, FaultyConnector connector, Func<Database> open, params (string Name, string Value)[] settings)
{
    /// <summary>The steps of 2020Q1; then, months later, those of 2020Q4, which is due in January.</summary>
    private static readonly DateTimeOffset[] Steps =
    [
        .. new[]
        {
            "2020-03-31 09:00", "2020-04-01 09:00", "2020-04-02 09:00", "2020-04-02 16:30", "2020-04-03 09:00", "2020-04-03 15:00", "2020-04-07 09:00", "2020-04-09 09:00", "2020-04-16 09:00",
            "2020-12-30 10:00", "2020-12-31 09:00", "2021-01-04 09:00", "2021-01-05 09:00", "2021-01-06 09:00", "2021-01-06 15:00", "2021-01-07 09:00", "2021-01-11 09:00", "2021-01-18 09:00",
        }.Select(Ledgers.At),
    ];

    private readonly Random random = new(seed);
    private int next;
    private DateTimeOffset at = Steps[0].AddMinutes(-5);

    /// <summary>Where the clock begins at the next start, should it not have been further.</summary>
    private DateTimeOffset from = Steps[0].AddMinutes(-5);

    public int Kills { get; private set; }

    /// <summary>The program, demo and Teams without its authentication, opposite <see cref="connector"/>.</summary>
    private (string Name, string Value)[] Settings =>
    [
        .. settings, ("Channels__Teams__WithoutAuthentication", "true"), ("Reminders__Sending__HandOver", "00:00:05"), ("Reminders__Sending__Lease", "00:00:30"), ("Logging__LogLevel__PlanBot", "Warning"),
    ];

    /// <summary>Empty after a run in which everything held; else what did not, with the round.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(int rounds)
    {
        await MoveInAsync();
        for (var round = 1; round <= rounds; round++)
        {
            // Half of the rounds for the spring, half for the turn of the year.
            var last = Steps.Length * round / rounds;
            var what = await LiveAsync(Steps[next..Math.Max(last, next)], isLast: false);
            next = Math.Max(last, next);
            if (await FindAsync(lookedAt: null) is [_, ..] broken)
                return broken.Select(line => $"seed {seed}, round {round} ({what}): {line}").ToList();
        }
        connector.IsCalm = true;
        var end = Steps[^1].AddDays(2);
        await LiveAsync([end], isLast: true);
        return (await FindAsync(end)).Select(line => $"seed {seed}, at the end: {line}").ToList();
    }

    /// <summary>The disk is full while some steps pass, and is cleared up before the others.</summary>
    /// <returns>How many steps could not be dealt with meanwhile, and what does not hold in the end.</returns>
    public async Task<(int Failed, IReadOnlyList<string> Broken)> FillDiskAsync(Action fill, Action free)
    {
        await MoveInAsync();
        connector.IsCalm = true;
        await using var program = await RunningProgram.StartAsync(folder, Settings);
        await PassAsync(program, Steps[..1]);
        fill();
        var failed = 0;
        foreach (var step in Steps[1..6])
        {
            using var response = await program.Http.PostAsJsonAsync("/demo/clock", new { now = step.AddMinutes(1) });
            failed += response.IsSuccessStatusCode ? 0 : 1;
        }
        Kills += failed; // each time, what could not be written down was in flight
        free();
        await PassAsync(program, Steps[6..9]);
        await PassAsync(program, [Steps[8].AddHours(2)]);
        return (failed, await FindAsync(Steps[8].AddHours(2)));
    }

    /// <summary>The demo's people get an account in Teams.</summary>
    private async Task MoveInAsync()
    {
        await using (var program = await RunningProgram.StartAsync(folder, Settings))
            await program.StopAsync();
        using var database = open();
        await database.WriteAsync(
            """
            INSERT INTO channel_identity (channel, user_id, person_id, conversation_reference)
            SELECT 'msteams', '29:' || user_id, person_id, replace(replace(@place, 'USER', user_id), 'ADDRESS', @address) FROM channel_identity WHERE channel = 'directline'
            """,
            new
            {
                place = """{"Reference":{"user":{"id":"29:USER"},"bot":{"id":"28:planbot"},"conversation":{"id":"USER","conversationType":"personal"},"channelId":"msteams","serviceUrl":"ADDRESS/"},"State":1}""",
                address = connector.Address,
            },
            CancellationToken.None);
    }

    /// <summary>Time passes over some steps; most often the program does not live to see it.</summary>
    private async Task<string> LiveAsync(DateTimeOffset[] steps, bool isLast)
    {
        var isJump = steps.Length > 0 && steps[0] - at > TimeSpan.FromDays(30);
        // The clock jumps while the program is down: months ahead, or, seldom, a little back.
        if (isJump)
            (at, from) = (steps[0], steps[0]);
        else if (!isLast && random.Next(4) == 0)
            await SetBackAsync();
        await using var program = await RunningProgram.StartAsync(folder, [.. Settings, ("Clock__Now", from.ToString("O", CultureInfo.InvariantCulture))]);
        var isKilled = !isLast && random.Next(3) > 0;
        var passing = PassAsync(program, steps);
        if (!isKilled)
        {
            await passing;
            await program.StopAsync();
            return "left alone";
        }
        await Task.Delay(random.Next(1500));
        await program.KillAsync();
        Kills++;
        await passing;
        return isJump ? "killed after a jump" : "killed while sending";
    }

    private async Task PassAsync(RunningProgram program, DateTimeOffset[] steps)
    {
        try
        {
            foreach (var step in steps)
            {
                using var response = await program.Http.PostAsJsonAsync("/demo/clock", new { now = step.AddMinutes(1) });
                // The clock may have run past the step already.
                Assert.True(response.IsSuccessStatusCode || response.StatusCode == System.Net.HttpStatusCode.Conflict, await response.Content.ReadAsStringAsync());
                at = step;
            }
        }
        catch (Exception killed) when (killed is HttpRequestException or IOException or TaskCanceledException)
        {
            // SIGKILL; what was passed over is made up for after the next start.
        }
    }

    private async Task SetBackAsync()
    {
        using var database = open();
        await database.WriteAsync("UPDATE demo_clock SET now = @back", new { back = at.AddHours(-2) }, CancellationToken.None);
    }

    /// <summary>What the rules of the ledger, and what the connector has delivered, find wrong.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(DateTimeOffset? lookedAt)
    {
        using var database = open();
        var check = new CheckLedger(
            new LedgerCheck(database), new PlanRepository(database), new PeriodRepository(database), new CurrentCalendar(new HolidayRepository(database)),
            new PlanLadders(new LadderRepository(database), Options.Create(Ladders.Default)));
        var found = (await check.RunAsync(lookedAt, CancellationToken.None)).Violations.Select(row => CheckTexts.Violation(row.Rule, row.Id, row.Detail)).ToList();
        var recorded = (await database.QueryAsync<Recorded>(
            """
            SELECT i.user_id, count(DISTINCT r.message_id) AS messages FROM reminder r JOIN channel_identity i ON i.person_id = r.person_id AND i.channel = 'directline'
             WHERE r.state = 3 AND r.channel = 'msteams' GROUP BY i.user_id
            """, null, CancellationToken.None)).ToDictionary(row => row.UserId, row => row.Messages);
        foreach (var person in connector.Taken.GroupBy(one => one.Conversation))
        {
            // A lie may be repeated, and so may the one message that was in the hand of a program when it was killed.
            var (messages, excused) = (recorded.GetValueOrDefault(person.Key), person.Count(one => one.IsLie) + Kills);
            if (person.Count() < messages)
                found.Add($"{person.Key}: {messages} messages are recorded as sent, {person.Count()} came");
            if (person.Count() - messages > excused)
                found.Add($"{person.Key} got {person.Count()} messages, {messages} are recorded, {excused} would be excused");
        }
        return found;
    }

    private sealed record Recorded
    {
        public required string UserId { get; init; }
        public required int Messages { get; init; }
    }
}
