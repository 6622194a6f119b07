using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class ReminderRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private static readonly DateTimeOffset Nine = Ledgers.At("2020-03-31 09:00");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private ReminderRepository Reminders => new(Database);

    [DatabaseFact]
    public async Task A_reminder_is_queued_once_however_often_it_is_tried()
    {
        var reminder = NewReminder(1);

        Assert.Equal(1, await Reminders.QueueAsync([reminder], None));
        Assert.Equal(1, await Reminders.QueueAsync([reminder with { Id = Guid.CreateVersion7(), MessageId = Guid.CreateVersion7() }, NewReminder(2)], None));

        Assert.Equal(2, (await AllAsync()).Count);
        Assert.Contains(reminder, await AllAsync());
    }

    [DatabaseFact]
    public async Task Another_step_round_period_or_person_is_another_reminder()
    {
        var reminder = NewReminder(1);
        Reminder[] others =
        [
            reminder, reminder with { Step = "due" }, reminder with { Round = 1 }, reminder with { Period = new(2020, 2) }, reminder with { PersonId = Ledger.ContactOf(2).Id },
        ];

        Assert.Equal(5, await Reminders.QueueAsync(others.Select(other => other with { Id = Guid.CreateVersion7() }).ToList(), None));
    }

    [DatabaseFact]
    public async Task What_is_due_is_leased_to_one_node_and_counted()
    {
        await Reminders.QueueAsync([NewReminder(1), NewReminder(2) with { NextAttemptAt = Nine.AddMinutes(1) }], None);

        var leased = Assert.Single(await Reminders.LeaseDueAsync(Nine, Lease, 10, None));

        Assert.Equal((ReminderState.Leased, 1, Nine + Lease), (leased.State, leased.Attempts, leased.LeasedUntil));
        Assert.Equal(Ledger.ContactOf(1).Id, leased.PersonId);
        Assert.Empty(await Reminders.LeaseDueAsync(Nine, Lease, 10, None));
    }

    [DatabaseFact]
    public async Task A_lease_that_ran_out_is_taken_over()
    {
        await Reminders.QueueAsync([NewReminder(1)], None);
        await Reminders.LeaseDueAsync(Nine, Lease, 10, None);

        Assert.Empty(await Reminders.LeaseDueAsync(Nine + Lease - TimeSpan.FromTicks(1), Lease, 10, None));
        Assert.Equal(2, Assert.Single(await Reminders.LeaseDueAsync(Nine + Lease, Lease, 10, None)).Attempts);
    }

    [DatabaseFact]
    public async Task A_message_is_taken_whole_and_its_rows_stand_together()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Reminders.QueueAsync(
            [
                NewReminder(1) with { MessageId = second, DueAt = Nine.AddMinutes(-1) },
                NewReminder(2) with { MessageId = first, DueAt = Nine.AddMinutes(-2), NextAttemptAt = Nine.AddMinutes(-2) },
                NewReminder(1) with { MessageId = second, Round = 1 },
                NewReminder(2) with { MessageId = first, Round = 1, NextAttemptAt = Nine.AddMinutes(-2) },
                NewReminder(3),
            ], None);

        var taken = await Reminders.LeaseDueAsync(Nine, Lease, 2, None);

        Assert.Equal([first, first, second, second], taken.Select(row => row.MessageId));
        Assert.Single(await Reminders.LeaseDueAsync(Nine, Lease, 2, None));
    }

    [DatabaseFact]
    public async Task Nodes_that_look_at_once_never_take_the_same_message()
    {
        await Reminders.QueueAsync(Enumerable.Range(0, 60).Select(round => NewReminder(1) with { Round = round }).ToList(), None);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Reminders.LeaseDueAsync(Nine, Lease, 10, None))));

        var left = await Reminders.LeaseDueAsync(Nine, Lease, 60, None); // on PostgreSQL a rival that came second goes without

        var ids = taken.Append(left).SelectMany(rows => rows).Select(row => row.Id).ToList();
        Assert.Equal(60, ids.Count);
        Assert.Equal(60, ids.Distinct().Count());
    }

    [DatabaseFact]
    public async Task A_sent_message_is_done()
    {
        var reminder = NewReminder(1);
        await Reminders.QueueAsync([reminder], None);
        await Reminders.LeaseDueAsync(Nine, Lease, 10, None);
        await Reminders.MarkSentAsync(reminder.MessageId, Nine.AddSeconds(1), Ledgers.Browser, None);

        var sent = Assert.Single(await AllAsync());

        Assert.Equal((ReminderState.Sent, Nine.AddSeconds(1), Ledgers.Browser), (sent.State, sent.SentAt, sent.Channel));
        Assert.Null(sent.LeasedUntil);
        Assert.Empty(await Reminders.LeaseDueAsync(Nine.AddDays(1), Lease, 10, None));
        Assert.Null(await Reminders.NextDueAsync(None));
        Assert.Single(await Reminders.SentToAsync(reminder.PersonId, Nine.AddSeconds(1), None));
        Assert.Empty(await Reminders.SentToAsync(reminder.PersonId, Nine.AddSeconds(2), None));
        Assert.Empty(await Reminders.SentToAsync(Ledger.ContactOf(2).Id, Nine, None));
    }

    [DatabaseFact]
    public async Task A_row_skipped_before_sending_stays_skipped_when_its_message_is_sent()
    {
        var kept = NewReminder(1);
        var skipped = NewReminder(1) with { MessageId = kept.MessageId, Round = 1 };
        await Reminders.QueueAsync([kept, skipped], None);
        await Reminders.LeaseDueAsync(Nine, Lease, 10, None);
        await Reminders.MarkSkippedAsync([skipped.Id], "reported", None);
        await Reminders.MarkSentAsync(kept.MessageId, Nine, Ledgers.Browser, None);

        var rows = (await AllAsync()).ToDictionary(row => row.Id);

        Assert.Equal(ReminderState.Sent, rows[kept.Id].State);
        Assert.Equal((ReminderState.Skipped, "reported"), (rows[skipped.Id].State, rows[skipped.Id].Outcome));
    }

    [DatabaseFact]
    public async Task A_message_given_back_waits_for_its_next_attempt()
    {
        var reminder = NewReminder(1);
        await Reminders.QueueAsync([reminder], None);
        await Reminders.LeaseDueAsync(Nine, Lease, 10, None);
        await Reminders.RetryAsync(reminder.MessageId, Nine.AddMinutes(1), None);

        Assert.Equal(Nine.AddMinutes(1), await Reminders.NextDueAsync(None));
        Assert.Empty(await Reminders.LeaseDueAsync(Nine, Lease, 10, None));
        Assert.Equal(2, Assert.Single(await Reminders.LeaseDueAsync(Nine.AddMinutes(1), Lease, 10, None)).Attempts);
    }

    [DatabaseFact]
    public async Task A_message_that_failed_for_good_says_why()
    {
        var reminder = NewReminder(1);
        await Reminders.QueueAsync([reminder], None);
        await Reminders.LeaseDueAsync(Nine, Lease, 10, None);
        await Reminders.MarkFailedAsync(reminder.MessageId, "blocked", None);

        var failed = Assert.Single(await AllAsync());
        Assert.Equal((ReminderState.Failed, "blocked"), (failed.State, failed.Outcome));
    }

    [DatabaseFact]
    public async Task The_next_instant_to_look_at_is_the_earliest_of_attempts_and_leases()
    {
        Assert.Null(await Reminders.NextDueAsync(None));

        await Reminders.QueueAsync([NewReminder(1), NewReminder(2) with { NextAttemptAt = Nine.AddMinutes(20) }], None);
        Assert.Equal(Nine, await Reminders.NextDueAsync(None));

        await Reminders.LeaseDueAsync(Nine, Lease, 10, None);
        Assert.Equal(Nine + Lease, await Reminders.NextDueAsync(None));
        Assert.NotEmpty(await Reminders.LeaseDueAsync(Nine + Lease, TimeSpan.FromHours(1), 10, None));
        Assert.Equal(Nine.AddMinutes(20), await Reminders.NextDueAsync(None));
    }

    [DatabaseFact]
    public async Task A_step_that_had_passed_is_recorded_as_skipped()
    {
        await Reminders.QueueAsync([NewReminder(1) with { State = ReminderState.Skipped, Outcome = "passed before the plan began" }], None);

        Assert.Empty(await Reminders.LeaseDueAsync(Nine.AddDays(1), Lease, 10, None));
        Assert.Null(await Reminders.NextDueAsync(None));
    }

    public static TheoryData<string, Func<Reminder, Reminder>> Impossible => new()
    {
        { "no such state", reminder => reminder with { State = (ReminderState)9 } },
        { "leased without an end", reminder => reminder with { State = ReminderState.Leased } },
        { "sent without a time", reminder => reminder with { State = ReminderState.Sent } },
        { "skipped without a reason", reminder => reminder with { State = ReminderState.Skipped } },
        { "of an unknown person", reminder => reminder with { PersonId = Guid.CreateVersion7() } },
        { "without a step", reminder => reminder with { Step = "" } },
        { "before the first round", reminder => reminder with { Round = -1 } },
    };

    [DatabaseTheory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public async Task What_cannot_be_is_refused(string what, Func<Reminder, Reminder> change)
    {
        await Assert.ThrowsAnyAsync<DbException>(() => Reminders.QueueAsync([NewReminder(1), change(NewReminder(2))], None));

        Assert.True((await AllAsync()).Count == 0, what);
    }

    private async Task<IReadOnlyList<Reminder>> AllAsync() => await Reminders.OfPeriodAsync(Ledger.Plan.Id, Ledger.Period.Period, None);

    private Reminder NewReminder(int unit) => new()
    {
        Id = Guid.CreateVersion7(),
        MessageId = Guid.CreateVersion7(),
        PersonId = Ledger.ContactOf(unit).Id,
        PlanId = Ledger.Plan.Id,
        Period = Ledger.Period.Period,
        Step = "period-end",
        Round = 0,
        Kind = ReminderKind.Step,
        DueAt = Nine,
        State = ReminderState.Queued,
        Attempts = 0,
        NextAttemptAt = Nine,
    };
}
