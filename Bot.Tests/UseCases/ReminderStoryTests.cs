using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>The quarter's end as its contacts meet it: 16 units, 2020Q1, due 2020-04-03; Qingming is 4-6 April.</summary>
public sealed class ReminderStoryTests
{
    [Fact]
    public async Task At_the_end_of_the_quarter_each_contact_gets_one_message_that_lists_all_tasks()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 08:55");
        var ledgers = await world.StoreAsync(SixteenUnits.Create());

        var before = await world.AtAsync("2020-03-31 08:59");
        var outcome = await world.AtAsync("2020-03-31 09:00");

        Assert.Equal(SendOutcome.Nothing, before);
        Assert.Equal(new SendOutcome(16, 0, 0, 0), outcome);
        Assert.Equal(Enumerable.Range(1, 16).Select(number => $"unit-{number}").Order(), world.Browser.Sent.Select(message => message.UserId).Order());
        var first = world.Browser.Sent.Single(message => message.UserId == "unit-1").Content;
        Assert.Equal(("period-end", ReminderKind.Step, "zh"), (first.StepKey, first.Kind, first.Language));
        var plan = Assert.Single(first.Plans);
        Assert.Equal((new DateOnly(2020, 4, 3), 2, 2), (plan.DueOn, plan.Total, plan.Open));
        Assert.Equal([1, 2], plan.Items.Select(item => item.UnitTaskOrdinal));
        Assert.All(plan.Items, item => Assert.Equal((ledgers.Units[0].Name, false), (item.UnitName, item.IsOverdue)));
    }

    [Fact]
    public async Task Who_has_reported_hears_no_more_and_the_others_are_told_that_they_are_overdue()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 08:55");
        var ledgers = await world.StoreAsync(SixteenUnits.Create());
        await world.AtAsync("2020-03-31 09:00");
        await world.ReportAsync(ledgers, 2);
        await world.ReportAsync(ledgers, 9);

        // As the service runs on: the first working day of April, the day before, the due day twice, and the digests of two afternoons.
        var steps = new[] { "04-01 09:00", "04-02 09:00", "04-02 16:30", "04-03 09:00", "04-03 15:00", "04-03 16:30", "04-07 09:00" };
        var sent = new List<int>();
        foreach (var step in steps)
            sent.Add((await world.AtAsync($"2020-{step}")).Sent);

        Assert.Equal([14, 14, 1, 14, 14, 1, 14], sent);
        var overdue = world.Browser.Sent.TakeLast(14).ToList();
        Assert.All(overdue, message => Assert.Equal("due+1", message.Content.StepKey));
        Assert.All(overdue.SelectMany(message => message.Content.Plans[0].Items), item => Assert.True(item.IsOverdue));
        Assert.DoesNotContain(overdue, message => message.UserId is "unit-2" or "unit-9");
    }

    [Fact]
    public async Task Looking_again_after_a_restart_or_on_another_node_or_after_the_calendar_has_changed_sends_nothing_twice()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 08:55");
        var ledgers = await world.StoreAsync(SixteenUnits.Create());
        await world.AtAsync("2020-03-31 09:00");

        var again = await world.AtAsync("2020-03-31 09:01");
        var restarted = await world.SecondNode().AtAsync("2020-03-31 09:02");
        var moved = ledgers.Period with { DueOn = new(2020, 4, 7), DueAt = Ledgers.At("2020-04-08 00:00") };
        await world.Periods.MoveDueAsync(moved, ledgers.Period.DueOn, CancellationToken.None);
        var revised = await world.AtAsync("2020-03-31 09:03");

        Assert.Equal([SendOutcome.Nothing, SendOutcome.Nothing, SendOutcome.Nothing], [again, restarted, revised]);
        Assert.Equal(16, world.Browser.Sent.Count);
    }

    [Fact]
    public async Task Two_nodes_that_look_at_the_same_moment_send_each_message_once()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        await world.StoreAsync(SixteenUnits.Create());
        var other = world.SecondNode();

        var outcomes = await Task.WhenAll(Task.Run(() => LookAsync(world)), Task.Run(() => LookAsync(other)));

        Assert.Equal(16, outcomes.Sum(outcome => outcome.Sent));
        Assert.Equal(16, world.Browser.Sent.Select(message => message.Content.MessageId).Distinct().Count());

        static async Task<SendOutcome> LookAsync(ReminderWorld node)
        {
            await node.Queue.RunAsync(node.Clock.GetUtcNow(), CancellationToken.None);
            return await node.Send.RunAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_report_between_queueing_and_sending_stops_the_message()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.Queue.RunAsync(world.Clock.GetUtcNow(), CancellationToken.None);
        await world.ReportAsync(ledgers, 1);

        var outcome = await world.Send.RunAsync(CancellationToken.None);

        Assert.Equal(new SendOutcome(2, 1, 0, 0), outcome);
        var row = (await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None)).Single(row => row.PersonId == ledgers.ContactOf(1).Id);
        Assert.Equal((ReminderState.Skipped, ReminderOutcome.Reported), (row.State, row.Outcome));
    }

    [Fact]
    public async Task Three_working_days_late_the_backup_the_units_leader_and_the_coordinator_hear_of_it_too()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-07 09:00");
        var small = Ledgers.Small();
        var unitLeader = SixteenUnits.Contact(small.Units[0], "孙主任", ContactKind.UnitLeader);
        var ledgers = await world.StoreAsync(small with
        {
            People = [.. small.People, unitLeader],
            Identities = [.. small.Identities, SixteenUnits.Identity("unit-1-leader", unitLeader), SixteenUnits.Identity("unit-2-backup", small.People[3])],
        });
        await world.AtAsync("2020-04-07 09:00");
        await world.ReportAsync(ledgers, 3);
        var before = world.Browser.Sent.Count;

        var outcome = await world.AtAsync("2020-04-09 09:00");

        var messages = world.Browser.Sent.Skip(before).Where(message => message.Content.StepKey == "due+3").ToDictionary(message => message.UserId, message => message.Content);
        Assert.Equal(["coordinator", "unit-1", "unit-1-leader", "unit-2", "unit-2-backup"], messages.Keys.Order());
        Assert.All(messages.Values, content => Assert.Equal(ReminderKind.Escalation, content.Kind));
        Assert.Equal(["市教委", "市卫生健康委", "市卫生健康委"], messages["coordinator"].Plans[0].Items.Select(item => item.UnitName));
        Assert.Equal((5, 3), (messages["coordinator"].Plans[0].Total, messages["coordinator"].Plans[0].Open));
        Assert.Equal(5 + 1, outcome.Sent); // and the leader's digest of the 7th, which nobody looked for in time
    }

    [Fact]
    public async Task Digests_come_once_a_day_and_tell_where_the_reports_stand()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-02 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.ReportAsync(ledgers, 1);
        var digests = new List<string>();

        foreach (var day in new[] { "04-02", "04-03", "04-04", "04-07", "04-08", "04-09", "04-10", "04-13", "04-14" })
        {
            await world.AtAsync($"2020-{day} 16:30");
            await world.AtAsync($"2020-{day} 17:00");
        }

        digests.AddRange(world.Browser.Sent
            .Where(message => message.Content.Kind is ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest)
            .Select(message => $"{message.UserId} {message.Content.At.ToOffset(TimeSpan.FromHours(8)):MM-dd HH:mm} {message.Content.Plans[0].Open}/{message.Content.Plans[0].Total}"));
        Assert.Equal(
            [
                "coordinator 04-02 16:30 4/5", "coordinator 04-03 16:30 4/5", "coordinator 04-07 16:30 4/5", "leader 04-07 16:30 4/5", "coordinator 04-08 16:30 4/5",
                "coordinator 04-09 16:30 4/5", "coordinator 04-10 16:30 4/5", "coordinator 04-13 16:30 4/5", "leader 04-13 16:30 4/5",
            ],
            digests.Order(StringComparer.Ordinal).OrderBy(digest => digest.Split(' ')[1], StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_period_once_the_next_ones_collection_has_begun()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-07 09:00");
        var first = await world.StoreAsync(Ledgers.Small());
        var second = await first.ForPeriod(new(2020, 2), new(2020, 7, 3), Ledgers.At("2020-06-30 09:00")).OpenAsync(world.Database);

        await world.AtAsync("2020-06-30 09:00");

        Assert.Empty(await world.OutboxOfAsync(first, first.ContactOf(1)));
        Assert.Equal(["period-end Sent"], await world.OutboxOfAsync(second, first.ContactOf(1)));
    }
}
