using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Queries;

public abstract class ReminderQueryTests(TestDatabase store) : DatabaseTests(store)
{
    private static readonly DateTimeOffset Nine = Ledgers.At("2020-04-02 09:00");
    private static readonly DateOnly Extended = new(2020, 4, 20);

    private static readonly PeoplePage Everyone = new(null, 1000);

    private ReminderQuery Query => new(Database);

    private OpenRound FirstRound => new() { Round = 0, DueOn = Ledger.Period.DueOn, DueAt = Ledger.Period.DueAt };

    [DatabaseFact]
    public async Task The_first_round_stands_once_with_its_earliest_date_and_later_rounds_once_for_each_date()
    {
        await SaveAsync(0, pending => pending with { DueOn = new(2020, 4, 8), DueAt = Ledgers.At("2020-04-09 00:00") }); // a calendar revision moved it
        await ExtendAsync(1, Extended);
        await ExtendAsync(2, Extended);
        await ExtendAsync(3, new(2020, 4, 10));

        var rounds = await Query.OpenRoundsAsync(Ledger.Period.Id, None);

        Assert.Equal([(0, Ledger.Period.DueOn), (1, new DateOnly(2020, 4, 10)), (1, Extended)], rounds.Select(round => (round.Round, round.DueOn)));
        Assert.Equal([Ledger.Period.DueAt, Ledgers.At("2020-04-11 00:00"), Ledgers.At("2020-04-21 00:00")], rounds.Select(round => round.DueAt));
    }

    [DatabaseFact]
    public async Task A_period_in_which_all_is_reported_or_waived_has_no_round()
    {
        for (var index = 0; index < Ledger.Obligations.Count; index++)
            await SaveAsync(index, pending => index == 0 ? pending with { State = ObligationState.Waived } : Submitted(pending));

        Assert.Empty(await Query.OpenRoundsAsync(Ledger.Period.Id, None));
        Assert.Empty(await Query.OpenRoundsAsync(Guid.CreateVersion7(), None));
    }

    [DatabaseFact]
    public async Task A_step_goes_to_the_contacts_or_to_the_others_of_the_units_that_owe_something()
    {
        var unitLeader = new Person { Id = Guid.CreateVersion7(), Name = "孙丽", Contacts = [] };
        unitLeader = unitLeader with { Contacts = [new(unitLeader.Id, Ledger.Units[2].Id, ContactKind.UnitLeader)] };
        await new PersonRepository(Database).AddAsync(unitLeader, None);
        await SaveAsync(0, Submitted); // all that the first unit owes

        Assert.Equal(["李强", "王芳"], await NamesAsync(await WithoutAsync(UnitAudience.Contact)));
        Assert.Equal(["孙丽", "赵磊"], await NamesAsync(await WithoutAsync(UnitAudience.Others)));
    }

    [DatabaseFact]
    public async Task A_backup_stands_in_where_a_unit_has_no_contact()
    {
        await RemoveContactAsync("李强");

        Assert.Equal(["张敏", "王芳", "赵磊"], await NamesAsync(await WithoutAsync(UnitAudience.Contact)));
        Assert.Empty(await WithoutAsync(UnitAudience.Others));
        Assert.Equal(["张敏", "赵磊", "王芳"], (await ContactsAsync(Ledgers.Browser)).Select(contact => contact.PersonName));
    }

    [DatabaseFact]
    public async Task A_round_goes_to_those_who_owe_something_in_it_by_its_own_date()
    {
        await ExtendAsync(0, Extended);
        await ExtendAsync(2, new(2020, 4, 10));

        var later = FirstRound with { Round = 1, DueOn = Extended };

        Assert.Equal(["张敏"], await NamesAsync(await Query.UnitPeopleWithoutAsync(Ledger.Period, later, UnitAudience.Contact, "due", Everyone, None)));
        Assert.Equal(["李强", "王芳"], await NamesAsync(await WithoutAsync(UnitAudience.Contact)));
    }

    [DatabaseFact]
    public async Task Who_has_the_step_is_left_out_and_for_the_others_their_latest_step_is_told()
    {
        await QueueAsync(
            NewReminder(1) with { Step = "due-1" },
            NewReminder(2) with { Step = "period-end", DueAt = Nine.AddDays(-2) },
            NewReminder(2) with { Step = "period-over", DueAt = Nine.AddDays(-1), State = ReminderState.Skipped, Outcome = "passed before the plan began" },
            NewReminder(2) with { Step = "urge:1", DueAt = Nine, Kind = ReminderKind.Urging }, // no step of the ladder
            NewReminder(2) with { Step = "due", DueAt = Nine.AddDays(1), Round = 1 }, // another round
            NewReminder(3) with { Step = "due-1", Period = new(2020, 2) }); // another period

        var people = await WithoutAsync(UnitAudience.Contact);

        Assert.Equal(["李强", "王芳"], await NamesAsync(people));
        Assert.Equal([Nine.AddDays(-1), null], new[] { 2, 3 }.Select(unit => people.Single(one => one.PersonId == Ledger.ContactOf(unit).Id).LastStepAt));
    }

    [DatabaseTheory]
    [InlineData(UnitAudience.Contact)]
    [InlineData(UnitAudience.Others)]
    public async Task Page_by_page_everybody_comes_once_and_by_id(UnitAudience audience)
    {
        await QueueAsync(NewReminder(1) with { Step = "period-end", DueAt = Nine.AddDays(-2) });
        await AddBackupAsync("孙丽", 2);
        var paged = new List<StepRecipient>();
        while (paged.Count < 9 && await WithoutAsync(audience, new(paged.LastOrDefault()?.PersonId, 1)) is [var next])
            paged.Add(next);

        Assert.Equal(await WithoutAsync(audience), paged);
        Assert.Equal(paged.Select(one => one.PersonId).Order(), paged.Select(one => one.PersonId));
        Assert.Equal(audience == UnitAudience.Contact ? 3 : 2, paged.Count);
    }

    [DatabaseFact]
    public async Task A_page_of_people_in_a_role_begins_behind_its_last()
    {
        var second = new Person { Id = Guid.CreateVersion7(), Name = "孙丽", Roles = [PersonRole.Coordinator] };
        await new PersonRepository(Database).AddAsync(second, None);
        var both = new[] { Ledger.Coordinator.Id, second.Id }.Order().ToList();

        Assert.Equal([both[0]], await CoordinatorsAsync(new(null, 1)));
        Assert.Equal([both[1]], await CoordinatorsAsync(new(both[0], 1)));
        Assert.Empty(await CoordinatorsAsync(new(both[1], 1)));
    }

    [DatabaseFact]
    public async Task A_digest_goes_to_each_in_the_role_who_does_not_have_it()
    {
        var step = NewReminder(1) with { PersonId = Ledger.Coordinator.Id, Kind = ReminderKind.CoordinatorDigest, Step = "digest:2020-04-01", DueAt = Nine.AddDays(-1) };
        await QueueAsync(step, step with { Id = Guid.CreateVersion7(), Kind = ReminderKind.Escalation, Step = "due+3", DueAt = Nine });

        var today = Assert.Single(await Query.RoleWithoutAsync(Ledger.Period, PersonRole.Coordinator, 0, ReminderKind.CoordinatorDigest, "digest:2020-04-02", Everyone, None));

        Assert.Equal((Ledger.Coordinator.Id, step.DueAt), (today.PersonId, today.LastStepAt));
        Assert.Empty(await Query.RoleWithoutAsync(Ledger.Period, PersonRole.Coordinator, 0, ReminderKind.CoordinatorDigest, "digest:2020-04-01", Everyone, None));
        var leader = Assert.Single(await Query.RoleWithoutAsync(Ledger.Period, PersonRole.Leader, 0, ReminderKind.LeaderDigest, "leader-digest", Everyone, None));
        Assert.Equal((Ledger.Leader.Id, null), (leader.PersonId, leader.LastStepAt));
    }

    [DatabaseFact]
    public async Task What_waits_is_what_is_queued_or_leased_and_due_for_an_attempt()
    {
        var later = NewReminder(1) with { NextAttemptAt = Nine.AddTicks(10) };
        var second = NewReminder(2);
        var first = NewReminder(3) with { DueAt = Nine.AddMinutes(-1), State = ReminderState.Leased, LeasedUntil = Nine.AddMinutes(5), Attempts = 1 };
        var done = NewReminder(3) with { Step = "period-end", State = ReminderState.Sent, SentAt = Nine, Channel = Ledgers.Browser };
        await QueueAsync(later, second, first, done);

        Assert.Equal([first, second], await Query.WaitingAsync(Nine, None));
        Assert.Empty(await Query.WaitingAsync(Nine.AddTicks(-10), None));
    }

    [DatabaseFact]
    public async Task Open_units_stand_in_the_notices_order_and_are_counted()
    {
        await SaveAsync(1, Submitted);
        await ExtendAsync(4, Extended);

        var units = await Query.OpenUnitsAsync(Ledger.Period.Id, Ledger.Period.DueAt, None);

        Assert.Equal([("市教委", 1, 1), ("市卫生健康委", 1, 1), ("市商务局", 2, 1)], units.Select(unit => (unit.UnitName, unit.Open, unit.Overdue)));
        Assert.Equal(Ledger.Units.Select(unit => unit.Id), units.Select(unit => unit.UnitId));
        Assert.All(await Query.OpenUnitsAsync(Ledger.Period.Id, Ledger.Period.DueAt.AddTicks(-10), None), unit => Assert.Equal(0, unit.Overdue));
    }

    [DatabaseFact]
    public async Task Contacts_of_open_units_say_whether_they_can_be_reached_and_when_they_were_urged()
    {
        await SaveAsync(0, Submitted);
        var urging = NewReminder(2) with { Kind = ReminderKind.Urging, Step = "urge:1", DueAt = Nine };
        await QueueAsync(
            urging with { State = ReminderState.Sent, SentAt = Nine.AddMinutes(1), Channel = Ledgers.Browser },
            urging with { Id = Guid.CreateVersion7(), Step = "urge:2", DueAt = Nine.AddHours(1), State = ReminderState.Failed, Outcome = "no channel" },
            NewReminder(2) with { DueAt = Nine.AddHours(2) }); // no urging

        var contacts = await ContactsAsync(Ledgers.Browser, "msteams");

        Assert.Equal([("李强", true, Nine.AddMinutes(1)), ("王芳", true, null)], contacts.Select(contact => (contact.PersonName, contact.IsReachable, contact.LastUrgedAt)));
        Assert.All(await ContactsAsync("msteams"), contact => Assert.False(contact.IsReachable));
        Assert.All(await ContactsAsync(), contact => Assert.False(contact.IsReachable));
    }

    [DatabaseFact]
    public async Task An_urging_that_waits_counts_as_one()
    {
        await QueueAsync(NewReminder(1) with { Kind = ReminderKind.Urging, Step = "urge:1", DueAt = Nine.AddHours(1), NextAttemptAt = Nine.AddHours(1) });

        Assert.Equal(Nine.AddHours(1), (await ContactsAsync(Ledgers.Browser)).Single(contact => contact.PersonName == "张敏").LastUrgedAt);
    }

    private Task AddBackupAsync(string name, int unit)
    {
        var id = Guid.CreateVersion7();
        return new PersonRepository(Database).AddAsync(new() { Id = id, Name = name, Contacts = [new(id, Ledger.Units[unit].Id, ContactKind.Backup)] }, None);
    }

    private static Obligation Submitted(Obligation pending) => pending with { State = ObligationState.Submitted, Version = 1, SubmittedAt = Nine };

    private Task<IReadOnlyList<StepRecipient>> WithoutAsync(UnitAudience audience, PeoplePage? page = null) => Query.UnitPeopleWithoutAsync(Ledger.Period, FirstRound, audience, "due-1", page ?? Everyone, None);

    private async Task<IEnumerable<Guid>> CoordinatorsAsync(PeoplePage page) =>
        (await Query.RoleWithoutAsync(Ledger.Period, PersonRole.Coordinator, 0, ReminderKind.CoordinatorDigest, "digest:2020-04-02", page, None)).Select(one => one.PersonId);

    /// <summary>In the notice's order; the query's own order is that of the units' ids, which says nothing.</summary>
    private async Task<IReadOnlyList<UnitContact>> ContactsAsync(params string[] channels)
    {
        var units = Ledger.Units.Select(unit => unit.Id).ToList();
        return [.. (await Query.ContactsOfOpenUnitsAsync(Ledger.Period.Id, channels, None)).OrderBy(contact => units.IndexOf(contact.UnitId))];
    }

    private async Task<IEnumerable<string>> NamesAsync(IReadOnlyList<StepRecipient> people)
    {
        var known = (await new PersonRepository(Database).AllAsync(None)).ToDictionary(person => person.Id, person => person.Name);
        return people.Select(one => known[one.PersonId]).Order(StringComparer.Ordinal);
    }

    private async Task SaveAsync(int obligation, Func<Obligation, Obligation> change) =>
        Assert.True(await new ObligationRepository(Database).SaveAsync(Ledger.Obligations[obligation], change(Ledger.Obligations[obligation]), None));

    private Task ExtendAsync(int obligation, DateOnly dueOn) =>
        SaveAsync(obligation, pending => pending with { DueOn = dueOn, DueAt = Ledgers.At($"{dueOn.AddDays(1):yyyy-MM-dd} 00:00"), Round = 1 });

    private async Task RemoveContactAsync(string name) => Assert.Equal(
        1, await Database.WriteAsync("DELETE FROM contact WHERE person_id = (SELECT id FROM person WHERE name = @name)", new { name }, None));

    private async Task QueueAsync(params Reminder[] reminders) => Assert.Equal(reminders.Length, await new ReminderRepository(Database).QueueAsync(reminders, None));

    private Reminder NewReminder(int unit) => new()
    {
        Id = Guid.CreateVersion7(),
        MessageId = Guid.CreateVersion7(),
        PersonId = Ledger.ContactOf(unit).Id,
        PlanId = Ledger.Plan.Id,
        Period = Ledger.Period.Period,
        Step = "due-1",
        Round = 0,
        Kind = ReminderKind.Step,
        DueAt = Nine,
        State = ReminderState.Queued,
        Attempts = 0,
        NextAttemptAt = Nine,
    };
}
