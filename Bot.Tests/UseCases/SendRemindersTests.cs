using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

public sealed class SendRemindersTests
{
    private static readonly Delivery Blocked = new Delivery.Unreachable("blocked");

    [Fact]
    public async Task A_throttled_message_goes_out_once_the_wait_is_over_that_the_channel_asked_for()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        world.Browser.Fail = content => content.To.Name == "张敏" ? new Delivery.TryLater("429", TimeSpan.FromMinutes(10)) : null;

        var throttled = await world.AtAsync("2020-03-31 09:00");
        world.Browser.Fail = _ => null;
        var tooSoon = await world.AtAsync("2020-03-31 09:09");
        var later = await world.AtAsync("2020-03-31 09:13"); // up to a quarter longer

        Assert.Equal(new SendOutcome(2, 0, 1, 0), throttled);
        Assert.Equal(SendOutcome.Nothing, tooSoon);
        Assert.Equal(new SendOutcome(1, 0, 0, 0), later);
        var row = Assert.Single(await RowsOfAsync(world, ledgers));
        Assert.Equal((ReminderState.Sent, 2, Ledgers.At("2020-03-31 09:13"), "directline"), (row.State, row.Attempts, row.SentAt, row.Channel));
    }

    [Fact]
    public async Task Waits_grow_and_in_the_end_the_message_counts_as_failed()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        world.Browser.Fail = content => content.To.Name == "张敏" ? new Delivery.TryLater("503", null) : null;
        await world.AtAsync("2020-03-31 09:00");
        var waits = new List<TimeSpan>();

        while (await world.Outbox.NextDueAsync(CancellationToken.None) is { } next)
        {
            waits.Add(next - world.Stopped.Now);
            world.Stopped.Now = next;
            await world.Send.RunAsync(CancellationToken.None);
        }

        Assert.Equal(ReminderWorld.Sending.Attempts - 1, waits.Count);
        Assert.All(waits.Select((wait, index) => (wait, Math.Min(Math.Pow(2, index), 60))), pair => Assert.InRange(pair.wait.TotalMinutes, pair.Item2, pair.Item2 * 1.25));
        var row = Assert.Single(await RowsOfAsync(world, ledgers));
        Assert.Equal((ReminderState.Failed, ReminderOutcome.GaveUp("503")), (row.State, row.Outcome));
    }

    [Fact]
    public async Task Nothing_is_handed_to_a_channel_inside_a_transaction()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        await world.StoreAsync(Ledgers.Small());
        await world.Queue.RunAsync(world.Stopped.Now, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Database.InTransactionAsync(world.Send.RunAsync, CancellationToken.None));

        Assert.Empty(world.Browser.Sent);
    }

    [Fact]
    public async Task A_channel_that_fails_for_good_hands_over_to_the_next_one()
    {
        var (teams, browser) = (new FakeChannel("msteams"), new FakeChannel());
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00", browser, teams);
        var small = Ledgers.Small();
        await world.StoreAsync(small with { Identities = [.. small.Identities, SixteenUnits.Identity("teams-1", small.People[0], "msteams")] });
        await world.AtAsync("2020-03-31 09:00");
        teams.Fail = _ => Blocked;

        var outcome = await world.AtAsync("2020-04-01 09:00");

        Assert.Equal(new SendOutcome(3, 0, 0, 0), outcome);
        Assert.Equal("teams-1", Assert.Single(teams.Sent).UserId); // what comes to the person is tried before the browser, which waits
        Assert.Equal(["unit-1", "unit-2", "unit-2", "unit-3", "unit-3"], browser.Sent.Select(sent => sent.UserId).Order());
    }

    [Fact]
    public async Task Who_cannot_be_reached_anywhere_is_recorded_with_the_reason_of_each_channel()
    {
        var (teams, browser) = (new FakeChannel("msteams") { Fail = _ => new Delivery.Unreachable("uninstalled") }, new FakeChannel { Fail = _ => Blocked });
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00", browser, teams);
        var small = Ledgers.Small();
        var ledgers = await world.StoreAsync(small with
        {
            Identities = [SixteenUnits.Identity("unit-1", small.People[0]), SixteenUnits.Identity("teams-1", small.People[0], "msteams")],
        });

        var outcome = await world.AtAsync("2020-03-31 09:00");

        Assert.Equal(new SendOutcome(0, 0, 0, 3), outcome);
        Assert.Equal("unreachable: msteams: uninstalled; directline: blocked", Assert.Single(await RowsOfAsync(world, ledgers)).Outcome);
        Assert.Equal("unreachable: no channel", Assert.Single(await RowsOfAsync(world, ledgers, 2)).Outcome);
    }

    [Fact]
    public async Task A_channel_that_breaks_holds_up_nobody_else()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        await world.StoreAsync(Ledgers.Small());
        world.Browser.Fail = content => content.To.Name == "张敏" ? throw new InvalidOperationException("broken") : null;

        var outcome = await world.AtAsync("2020-03-31 09:00");

        Assert.Equal(new SendOutcome(2, 0, 1, 0), outcome);
    }

    [Fact]
    public async Task What_a_node_took_and_did_not_give_back_is_sent_when_its_lease_ends()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        await world.StoreAsync(Ledgers.Small());
        await world.Queue.RunAsync(world.Clock.GetUtcNow(), CancellationToken.None);
        await world.Outbox.LeaseDueAsync(world.Clock.GetUtcNow(), ReminderWorld.Sending.Lease, 2, CancellationToken.None); // and there the node dies

        var atOnce = await world.AtAsync("2020-03-31 09:00");
        var early = await world.AtAsync("2020-03-31 09:04");
        var later = await world.AtAsync("2020-03-31 09:05");

        Assert.Equal([1, 0, 2], new[] { atOnce.Sent, early.Sent, later.Sent });
        Assert.Equal(3, world.Browser.Sent.Select(message => message.UserId).Distinct().Count());
    }

    [Fact]
    public async Task A_restart_does_not_wait_for_the_leases_of_the_run_before()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        await world.StoreAsync(Ledgers.Small());
        await world.Queue.RunAsync(world.Clock.GetUtcNow(), CancellationToken.None);
        await world.Outbox.LeaseDueAsync(world.Clock.GetUtcNow(), ReminderWorld.Sending.Lease, 2, CancellationToken.None); // and there the power fails
        using var gate = new JobGate();

        await new StartUpReminders(world.Database, world.Outbox, world.DealWithDue, gate).RunAsync(CancellationToken.None);

        Assert.Equal(["unit-1", "unit-2", "unit-3"], world.Browser.Sent.Select(message => message.UserId).Order());
    }

    [Fact]
    public async Task A_stop_gives_back_what_was_not_begun()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        await world.StoreAsync(SixteenUnits.Create());
        using var stop = new CancellationTokenSource();
        world.Browser.Fail = _ =>
        {
            if (world.Browser.Sent.Count >= 4)
                stop.Cancel();
            return null;
        };
        await world.Queue.RunAsync(world.Clock.GetUtcNow(), CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Send.RunAsync(stop.Token));
        var rest = await world.SecondNode().Send.RunAsync(CancellationToken.None);

        // The one that had been handed over was recorded; none is sent twice.
        Assert.Equal(16, world.Browser.Sent.Select(message => message.UserId).Distinct().Count());
        Assert.Equal(16, world.Browser.Sent.Count);
        Assert.InRange(rest.Sent, 11 - ReminderWorld.Sending.AtOnce, 11); // the other lanes had one each in hand
    }

    [Theory]
    [InlineData("2020-04-03 09:00", 0)]
    [InlineData("2020-04-03 15:00", 3)] // the last call is never held back
    public async Task No_more_than_three_messages_reach_a_person_on_one_day_but_for_the_last_call(string now, int sent)
    {
        await using var world = await ReminderWorld.CreateAsync(now);
        var ledgers = await world.StoreAsync(Ledgers.Small());
        foreach (var person in ledgers.People)
            await SendEarlierAsync(world, ledgers, person, Ledgers.At("2020-04-03 08:40"), count: 3);

        var outcome = await world.AtAsync(now);

        Assert.Equal(sent, outcome.Sent);
    }

    [Fact]
    public async Task A_message_over_the_ceiling_waits_for_the_next_working_day()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-02 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await SendEarlierAsync(world, ledgers, ledgers.ContactOf(1), Ledgers.At("2020-04-02 08:40"), count: 3);

        var today = await world.AtAsync("2020-04-02 09:00");
        world.Stopped.Now = Ledgers.At("2020-04-03 08:30");
        var tomorrow = await world.Send.RunAsync(CancellationToken.None);

        Assert.Equal(new SendOutcome(2, 0, 1, 0), today);
        Assert.Equal(new SendOutcome(1, 0, 0, 0), tomorrow);
    }

    [Fact]
    public async Task Messages_that_leave_together_count_for_each_other()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-02 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await SendEarlierAsync(world, ledgers, ledgers.ContactOf(1), Ledgers.At("2020-04-02 08:40"), count: 2);
        await QueueTwoAsync(world, ledgers);

        var today = await world.Send.RunAsync(CancellationToken.None);

        Assert.Equal(new SendOutcome(1, 0, 1, 0), today);
        Assert.Equal(Ledgers.At("2020-04-03 08:30"), await world.Outbox.NextDueAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(true, "2020-04-03 08:30")]
    [InlineData(false, null)] // the day has still room for one
    public async Task What_another_node_holds_may_be_the_last_that_the_day_has_room_for(bool isSent, string? next)
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-02 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await SendEarlierAsync(world, ledgers, ledgers.ContactOf(1), Ledgers.At("2020-04-02 08:40"), count: 2);
        await QueueTwoAsync(world, ledgers);
        var rivals = Assert.Single(await world.Outbox.LeaseDueAsync(world.Stopped.Now, ReminderWorld.Sending.Lease, 1, CancellationToken.None));

        var first = await world.Send.RunAsync(CancellationToken.None);
        if (isSent)
            await world.Outbox.MarkSentAsync([new(rivals.MessageId, rivals.LeaseId!.Value, "directline")], world.Stopped.Now, CancellationToken.None);
        else
            await world.Outbox.MarkFailedAsync(rivals.MessageId, rivals.LeaseId!.Value, 1, "blocked", CancellationToken.None);
        world.Stopped.Now += TimeSpan.FromMinutes(2);
        var then = await world.Send.RunAsync(CancellationToken.None);

        Assert.Equal(new SendOutcome(0, 0, 1, 0), first);
        Assert.Equal(isSent ? new SendOutcome(0, 0, 1, 0) : new SendOutcome(1, 0, 0, 0), then);
        Assert.Equal(next is null ? null : Ledgers.At(next), await world.Outbox.NextDueAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("2020-04-03 16:30", ReminderKind.CoordinatorDigest)]
    [InlineData("2020-04-09 09:00", ReminderKind.Escalation)] // the coordinator's copy
    public async Task A_coordinator_is_told_how_things_stand_however_many_letters_came_that_day(string at, ReminderKind kind)
    {
        await using var world = await ReminderWorld.CreateAsync(at);
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await SendEarlierAsync(world, ledgers, ledgers.Coordinator, Ledgers.At(at).AddMinutes(-20), count: 3);

        await world.AtAsync(at);

        Assert.Contains(world.Browser.Sent, sent => sent.UserId == "coordinator" && sent.Content.Kind == kind);
    }

    [Fact]
    public async Task A_digest_that_could_not_leave_on_its_day_is_not_sent_as_the_next_days()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-02 16:30");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        world.Browser.Fail = content => content.Kind == ReminderKind.CoordinatorDigest ? new Delivery.TryLater("429", TimeSpan.FromHours(14)) : null;
        await world.AtAsync("2020-04-02 16:30");
        world.Browser.Fail = _ => null;

        await world.AtAsync("2020-04-03 14:00");
        await world.AtAsync("2020-04-03 16:30");

        Assert.Equal(["2020-04-03 16:30"], world.Browser.Sent.Where(sent => sent.Content.Kind == ReminderKind.CoordinatorDigest).Select(sent => $"{sent.Content.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}"));
        var rows = await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None);
        Assert.Equal((ReminderState.Skipped, ReminderOutcome.DayOver), rows.Where(row => row.Step == "digest:2020-04-02").Select(row => (row.State, row.Outcome)).Single());
    }

    /// <summary>Two steps of the first contact, each a message of its own.</summary>
    private static async Task QueueTwoAsync(ReminderWorld world, Ledgers ledgers)
    {
        var at = world.Stopped.Now;
        var rows = new[] { "period-over", "due-1" }.Select(step => new Reminder
        {
            Id = Guid.CreateVersion7(), MessageId = Guid.CreateVersion7(), PersonId = ledgers.ContactOf(1).Id, PlanId = ledgers.Plan.Id, Period = ledgers.Period.Period,
            Step = step, Round = 0, Kind = ReminderKind.Step, DueAt = at, State = ReminderState.Queued, Attempts = 0, NextAttemptAt = at,
        });
        Assert.Equal(2, await world.Outbox.QueueAsync(rows.ToList(), CancellationToken.None));
    }

    private static async Task<IReadOnlyList<Reminder>> RowsOfAsync(ReminderWorld world, Ledgers ledgers, int unit = 1) =>
        (await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None)).Where(row => row.PersonId == ledgers.ContactOf(unit).Id).ToList();

    private static async Task SendEarlierAsync(ReminderWorld world, Ledgers ledgers, Person person, DateTimeOffset at, int count)
    {
        var rows = Enumerable.Range(1, count).Select(number => new Reminder
        {
            Id = Guid.CreateVersion7(), MessageId = Guid.CreateVersion7(), PersonId = person.Id, PlanId = ledgers.Plan.Id, Period = ledgers.Period.Period,
            Step = $"urge:{number}", Round = 0, Kind = ReminderKind.Urging, DueAt = at, State = ReminderState.Sent, Attempts = 1, NextAttemptAt = at, SentAt = at, Channel = "directline",
        });
        Assert.Equal(count, await world.Outbox.QueueAsync(rows.ToList(), CancellationToken.None));
    }
}
