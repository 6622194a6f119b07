using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>What is owed when nobody looked in time: the service was down, a plan was imported or a demo begun between two steps, an obligation got a new date.</summary>
public sealed class MidLadderTests
{
    [Theory]
    [InlineData("2020-03-31 10:00", "period-end")]
    [InlineData("2020-04-01 08:40", "period-end")]
    [InlineData("2020-04-02 12:00", "due-1")]
    [InlineData("2020-04-03 14:59", "due")]
    [InlineData("2020-04-03 15:00", "due-afternoon")]
    [InlineData("2020-04-08 10:00", "due+1")]
    [InlineData("2020-04-10 09:30", "due+3")]
    [InlineData("2020-05-12 10:00", "overdue+23")] // the last one, weeks ago by 20 May as well
    [InlineData("2020-05-20 10:00", "overdue+23")]
    public async Task On_first_sight_the_latest_step_is_sent_once_and_the_earlier_ones_are_recorded_as_skipped(string now, string latest)
    {
        await using var world = await ReminderWorld.CreateAsync(now);
        var ledgers = await world.StoreAsync(Ledgers.Small());

        await world.AtAsync(now);
        await world.AtAsync(now);

        var contact = world.Browser.Sent.Where(message => message.UserId == "unit-1").ToList();
        Assert.Equal([latest], contact.Select(message => message.Content.StepKey));
        var rows = (await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None))
            .Where(row => row.PersonId == ledgers.ContactOf(1).Id).OrderBy(row => row.DueAt).ToList();
        Assert.Equal((latest, ReminderState.Sent), (rows[^1].Step, rows[^1].State));
        Assert.All(rows.SkipLast(1), row => Assert.Equal((ReminderState.Skipped, ReminderOutcome.SupersededBy(latest)), (row.State, row.Outcome)));
        Assert.Equal("period-end", rows[0].Step);
    }

    [Fact]
    public async Task A_step_missed_by_night_waits_for_the_morning()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-03 20:00");
        await world.StoreAsync(Ledgers.Small());

        var evening = await world.AtAsync("2020-04-03 20:00");
        var holiday = await world.AtAsync("2020-04-05 10:00"); // Qingming
        var early = await world.AtAsync("2020-04-07 08:29");
        var morning = await world.AtAsync("2020-04-07 08:30");

        Assert.Equal([SendOutcome.Nothing, SendOutcome.Nothing, SendOutcome.Nothing], [evening, holiday, early]);
        Assert.Equal(3, morning.Sent);
        Assert.All(world.Browser.Sent, message => Assert.Equal("due-afternoon", message.Content.StepKey));
    }

    [Fact]
    public async Task A_waiting_step_gives_way_to_the_next_one()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-03 20:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-04-03 20:00");

        var outcome = await world.AtAsync("2020-04-07 09:00");

        Assert.Equal(3, outcome.Sent);
        Assert.Equal("due+1", world.Browser.Sent.Single(message => message.UserId == "unit-1").Content.StepKey);
        Assert.Contains("due-afternoon Skipped", await world.OutboxOfAsync(ledgers, ledgers.ContactOf(1)));
    }

    [Fact]
    public async Task Steps_that_came_while_the_service_was_down_are_told_in_one_message()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-03-31 09:00");

        var outcome = await world.AtAsync("2020-04-03 10:00"); // down since

        Assert.Equal(3, outcome.Sent);
        Assert.Equal(["period-end Sent", "period-over Skipped", "due-1 Skipped", "due Sent"], await world.OutboxOfAsync(ledgers, ledgers.ContactOf(1)));
    }

    [Fact]
    public async Task A_contact_who_joins_later_hears_of_the_latest_step()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-04-01 09:00");
        var joined = SixteenUnits.Contact(ledgers.Units[0], "吴丽", ContactKind.Primary);
        await world.People.AddAsync(joined, CancellationToken.None);
        await world.People.BindAsync(SixteenUnits.Identity("new", joined), CancellationToken.None);

        var outcome = await world.AtAsync("2020-04-01 09:30");

        Assert.Equal(1, outcome.Sent);
        Assert.Equal(("new", "period-over"), (world.Browser.Sent[^1].UserId, world.Browser.Sent[^1].Content.StepKey));
    }

    [Fact]
    public async Task An_extension_or_a_return_has_steps_of_its_own_from_the_day_before_it_is_due()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-04-01 09:00");
        var ledgers = await world.StoreAsync(Ledgers.Small());
        await world.AtAsync("2020-04-01 09:00");
        await world.ReportAsync(ledgers, 1);
        var mine = (await world.Obligations.OfUnitsAsync(ledgers.Period.Id, [ledgers.Units[0].Id], CancellationToken.None)).Single();
        await world.Obligations.SaveAsync(
            mine, mine with { State = ObligationState.Returned, Round = 1, DueOn = new(2020, 4, 14), DueAt = Ledgers.At("2020-04-15 00:00"), SubmittedAt = null }, CancellationToken.None);
        world.Browser.Clear();

        foreach (var moment in new[] { "04-02 09:00", "04-03 09:00", "04-03 15:00", "04-13 09:00", "04-14 09:00", "04-14 15:00", "04-15 09:00" })
            await world.AtAsync($"2020-{moment}");

        var heard = world.Browser.Sent.Where(message => message.UserId == "unit-1").Select(message => message.Content).ToList();
        Assert.Equal(["due-1", "due", "due-afternoon", "due+1"], heard.Select(content => content.StepKey));
        Assert.Equal([false, false, false, true], heard.Select(content => content.Plans[0].Items.Single().IsOverdue));
        Assert.All(heard, content => Assert.Equal(new DateOnly(2020, 4, 14), content.Plans[0].Items.Single().DueOn));
        Assert.Contains("due@2020-04-14 Sent", await world.OutboxOfAsync(ledgers, ledgers.ContactOf(1)));
        // The period's own date is past; it is no deadline of theirs.
        Assert.Equal(["明天就要截止", "今天是", "今天就要截止了", "期限已过"], heard.Select((content, index) => new[] { "明天就要截止", "今天是", "今天就要截止了", "期限已过" }.Single(ReminderTexts.Write(content).Text.Contains)));
        Assert.All(heard.Select(content => ReminderTexts.Write(content).Text), text => Assert.True(text.Contains("截止日期：2020-04-14", StringComparison.Ordinal) && !text.Contains("04-03", StringComparison.Ordinal), text));
    }

    [Fact]
    public async Task One_person_gets_one_message_for_all_units_and_plans_that_fall_due_together()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var small = Ledgers.Small();
        var both = small.People[0] with { Contacts = [.. small.People[0].Contacts, new(small.People[0].Id, small.Units[2].Id, ContactKind.Primary)] };
        var ledgers = await world.StoreAsync(small with { People = [both, small.People[1], .. small.People.Skip(3)], Identities = small.Identities.Where(identity => identity.UserId != "unit-3").ToList() });

        var outcome = await world.AtAsync("2020-03-31 09:00");

        Assert.Equal(2, outcome.Sent);
        Assert.Equal(["市教委", "市商务局", "市商务局"], world.Browser.Sent.Single(message => message.UserId == "unit-1").Content.Plans[0].Items.Select(item => item.UnitName));
    }

    [Fact]
    public async Task What_falls_due_for_two_plans_at_one_moment_is_one_message()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var first = await world.StoreAsync(Ledgers.Small());
        var second = await first.AnotherPlan().StoreAsPlanAsync(world.Database);

        var outcome = await world.AtAsync("2020-03-31 09:00");

        Assert.Equal(3, outcome.Sent);
        var message = world.Browser.Sent.Single(message => message.UserId == "unit-1").Content;
        Assert.Equal([first.Plan.Id, second.Plan.Id], message.Plans.Select(plan => plan.Plan.Id));
        foreach (var ledgers in new[] { first, second })
            Assert.Equal(["period-end Sent"], await world.OutboxOfAsync(ledgers, first.ContactOf(1)));
    }

    [Fact]
    public async Task Steps_that_fall_on_one_moment_are_one_message_and_the_other_is_on_record()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var small = Ledgers.Small();
        var secondDay = small.Period with { DueOn = new(2020, 4, 2), DueAt = Ledgers.At("2020-04-03 00:00") };
        var ledgers = await world.StoreAsync(small with
        {
            Plan = small.Plan with { Reporting = small.Plan.Reporting with { DueRule = new WorkingDayOfNextPeriod(2) } }, Period = secondDay,
            Obligations = small.Obligations.Select(owed => owed with { DueOn = secondDay.DueOn, DueAt = secondDay.DueAt }).ToList(),
        });
        await world.AtAsync("2020-03-31 09:00");

        var outcome = await world.AtAsync("2020-04-01 09:00"); // the quarter is over, and it is the day before it is due

        Assert.Equal(3, outcome.Sent);
        Assert.Equal(["due-1 Sent", "period-end Sent", "period-over Skipped"], (await world.OutboxOfAsync(ledgers, ledgers.ContactOf(1))).Order());
        Assert.Equal(SendOutcome.Nothing, await world.AtAsync("2020-04-01 09:01"));
    }

    [Fact]
    public async Task A_backup_stands_in_only_where_there_is_no_contact()
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 09:00");
        var small = Ledgers.Small();
        var alone = SixteenUnits.Contact(small.Units[2], "何军", ContactKind.Backup);
        await world.StoreAsync(small with
        {
            People = [small.People[0], small.People[1], small.People[3], alone],
            Identities = [.. small.Identities.Take(2), SixteenUnits.Identity("unit-2-backup", small.People[3]), SixteenUnits.Identity("unit-3-backup", alone)],
        });

        await world.AtAsync("2020-03-31 09:00");

        Assert.Equal(["unit-1", "unit-2", "unit-3-backup"], world.Browser.Sent.Select(message => message.UserId).Order());
    }
}
