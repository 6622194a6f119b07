using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>A ladder belongs to its plan: what a change of it, or an order for one of its steps, sends and does not send.</summary>
public sealed class PlanLadderTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Two_plans_have_two_ladders_and_one_person_still_gets_one_message_a_moment()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var first = await world.StoreAsync(Ledgers.Small());
        var second = await first.AnotherPlan().StoreAsPlanAsync(world.Database);
        await ChangeAsync(world, second, new(LadderEditKind.Delete, Key: "period-end"));
        await ChangeAsync(world, second, new(LadderEditKind.Add, Step("due-1-1400", -1, 14)));

        await world.AtAsync("2020-03-31 09:00");
        Assert.All(world.Browser.Sent, sent => Assert.Equal([first.Plan.Id], sent.Content.Plans.Select(plan => plan.Plan.Id)));
        world.Browser.Clear();
        await world.AtAsync("2020-04-02 09:00");
        Assert.All(world.Browser.Sent, sent => Assert.Equal(2, sent.Content.Plans.Count));
        world.Browser.Clear();
        await world.AtAsync("2020-04-02 14:00");

        Assert.Equal(3, world.Browser.Sent.Count);
        Assert.All(world.Browser.Sent, sent => Assert.Equal([second.Plan.Id], sent.Content.Plans.Select(plan => plan.Plan.Id)));
    }

    [Fact]
    public async Task A_step_of_one_plan_and_an_escalation_of_another_leave_as_one_message()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-07 09:00");
        var first = await world.StoreAsync(Ledgers.Small());
        var second = await first.AnotherPlan().StoreAsPlanAsync(world.Database);
        await ChangeAsync(world, second, new(LadderEditKind.Delete, Key: "due+3"));
        await ChangeAsync(world, second, new(LadderEditKind.Add, Step("due+3-0900", 3, 9)));
        await world.AtAsync("2020-04-07 09:00");
        world.Browser.Clear();

        await world.AtAsync("2020-04-09 09:00");

        var message = Assert.Single(world.Browser.Sent, sent => sent.UserId == "unit-1").Content;
        Assert.Equal((ReminderKind.Escalation, "due+3", 2), (message.Kind, message.StepKey, message.Plans.Count));
        Assert.Equal(SendOutcome.Nothing, await world.AtAsync("2020-04-09 09:01"));
    }

    [Fact]
    public async Task A_partial_report_shortens_the_list_of_the_next_reminder()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-02 09:00");
        var small = Ledgers.Small();
        var ledgers = await world.StoreAsync(small with { People = [small.People[0] with { Contacts = [.. small.People[0].Contacts, new(small.People[0].Id, small.Units[2].Id, ContactKind.Primary)] }, .. small.People.Skip(1)] });
        await world.AtAsync("2020-04-02 09:00");
        var all = world.Browser.Sent.Single(sent => sent.UserId == "unit-1").Content.Plans[0].Items;
        await world.ReportAsync(ledgers, 1);
        world.Browser.Clear();

        await world.AtAsync("2020-04-03 09:00");

        var left = world.Browser.Sent.Single(sent => sent.UserId == "unit-1").Content.Plans[0].Items;
        Assert.Equal((all.Count - 1, ledgers.Units[2].Name), (left.Count, left.Select(item => item.UnitName).Distinct().Single()));
        Assert.DoesNotContain(ledgers.Units[0].Name, ReminderTexts.Write(world.Browser.Sent.Single(sent => sent.UserId == "unit-1").Content).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-04-02 08:30")] // before it came
    [InlineData("2020-04-02 10:00")] // when it had come and been sent
    public async Task A_moved_step_comes_once(string changedAt)
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-01 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-04-01 09:00");
        await world.AtAsync(changedAt);
        await ChangeAsync(world, ledgers, new(LadderEditKind.Move, Ladders.Default.StepOf("due-1")! with { Time = new(11, 0) }));
        foreach (var moment in new[] { "2020-04-02 10:30", "2020-04-02 11:00", "2020-04-02 11:01", "2020-04-02 15:00" })
            await world.AtAsync(moment);

        Assert.Single(world.Browser.Sent, sent => sent.UserId == "unit-1" && sent.Content.StepKey == "due-1");
        Assert.Single(await world.OutboxOfAsync(ledgers, ledgers.ContactOf(1)), row => row.StartsWith("due-1 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_new_step_would_have_been_is_not_made_up_for_and_what_a_kept_one_owes_is()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-01 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-04-01 09:00");
        world.Browser.Clear();
        world.Stopped.Now = Ledgers.At("2020-04-02 10:00"); // due-1 came at 09:00, and nobody has looked since
        await ChangeAsync(world, ledgers, new(LadderEditKind.Add, Step("due-1-0930", -1, 9, 30)));

        await world.AtAsync("2020-04-02 10:00");

        Assert.Equal(["due-1"], world.Browser.Sent.Select(sent => sent.Content.StepKey).Distinct());
    }

    [Fact]
    public async Task What_waits_of_a_deleted_step_is_recalled()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-03 15:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-04-03 09:00");
        world.Browser.Clear();
        await world.AtAsync("2020-04-03 20:00"); // too late for 15:00: it waits for the next morning

        var changed = await ChangeAsync(world, ledgers, new(LadderEditKind.Delete, Key: "due-afternoon"));
        await world.AtAsync("2020-04-07 08:30");

        Assert.Equal((3, 0), (changed.Recalled, world.Browser.Sent.Count));
        Assert.Contains("due-afternoon Recalled", await world.OutboxOfAsync(ledgers, ledgers.ContactOf(1)));
    }

    [Fact]
    public async Task A_collection_that_has_begun_stays_begun_when_its_first_step_is_moved_away()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-03-31 09:00");

        await ChangeAsync(world, ledgers, new(LadderEditKind.Delete, Key: "period-end"));

        Assert.Equal(ledgers.Period.CollectionFrom, (await world.Periods.FindAsync(ledgers.Period.Id, None))!.CollectionFrom);
    }

    [Fact]
    public async Task A_step_reaches_whom_the_ladder_names()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-01 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-04-01 09:00");
        world.Browser.Clear();
        await ChangeAsync(world, ledgers, new(LadderEditKind.Add, Step("due-2-1400", -2, 14) with { Audience = StepAudience.Contacts | StepAudience.Backups | StepAudience.Coordinators, OpeningZh = "请早作准备。" }));

        await world.AtAsync("2020-04-01 14:00");

        Assert.Equal(["coordinator", "unit-1", "unit-2", "unit-3"], world.Browser.Sent.Select(sent => sent.UserId).Order());
        Assert.Contains("due-2-1400 Failed", await world.OutboxOfAsync(ledgers, ledgers.People[3])); // the backup, who is on no channel
        Assert.All(world.Browser.Sent, sent => Assert.Contains("请早作准备。", ReminderTexts.Write(sent.Content).Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_held_step_that_is_released_too_late_is_on_record_and_not_sent()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-01 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-04-01 09:00");
        Assert.NotNull(await OrderAsync(world, ledgers, "due-1", StepCommand.Hold));
        await world.AtAsync("2020-04-02 09:00");
        await world.AtAsync("2020-04-03 09:00");
        var sent = world.Browser.Sent.Count;

        var done = await OrderAsync(world, ledgers, "due-1", StepCommand.Release);
        await world.AtAsync("2020-04-03 09:30");

        Assert.True(done!.Step.IsOver);
        Assert.Equal(sent, world.Browser.Sent.Count);
        Assert.Equal(["period-over", "due"], world.Browser.Sent.Where(one => one.UserId == "unit-1").Select(one => one.Content.StepKey).TakeLast(2));
    }

    [Fact]
    public async Task Of_a_step_that_has_left_in_part_the_rest_is_recalled()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-01 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        world.Stopped.Now = Ledgers.At("2020-04-02 09:00");
        await world.Queue.RunAsync(world.Stopped.Now, None);
        var rows = await world.Outbox.LeaseDueAsync(world.Stopped.Now, TimeSpan.FromMinutes(5), 1, None);
        await world.Outbox.MarkSentAsync([new(rows[0].MessageId, rows[0].LeaseId!.Value, Ledgers.Browser)], world.Stopped.Now, None);

        var done = await OrderAsync(world, ledgers, "due-1", StepCommand.Recall);
        await world.AtAsync("2020-04-02 09:05");

        Assert.Equal((2, 1), (done!.Recalled, done.Gone));
        Assert.Empty(world.Browser.Sent);
    }

    private static ReminderStepOptions Step(string key, int workingDays, int hour, int minute = 0) => new() { Key = key, WorkingDays = workingDays, Time = new(hour, minute) };

    private static async Task<LadderChanged> ChangeAsync(ReminderWorld world, Ledgers ledgers, LadderEdit edit) =>
        await world.Change.RunAsync(ledgers.Plan.Id, edit, CoordinatorOf(ledgers), Ledgers.Browser, None) ?? throw new InvalidOperationException($"{edit} was refused");

    private static Task<StepOrdered?> OrderAsync(ReminderWorld world, Ledgers ledgers, string key, StepCommand command) =>
        world.Order.RunAsync(ledgers.Plan.Id, ledgers.Period.Period, key, command, CoordinatorOf(ledgers), Ledgers.Browser, None);

    private static Guid CoordinatorOf(Ledgers ledgers) => ledgers.People.First(person => person.IsCoordinator).Id;
}
