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
        Assert.NotNull(leased.LeaseId);
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
        var lease = await LeaseAsync();

        Assert.Equal([reminder.MessageId], await Reminders.MarkSentAsync([new(reminder.MessageId, lease, Ledgers.Browser)], Nine.AddSeconds(1), None));

        var sent = Assert.Single(await AllAsync());
        Assert.Equal(1, sent.Tries);

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
        var lease = await LeaseAsync();
        await Reminders.MarkSkippedAsync([skipped.Id], lease, "reported", None);
        await Reminders.MarkSentAsync([new(kept.MessageId, lease, Ledgers.Browser)], Nine, None);

        var rows = (await AllAsync()).ToDictionary(row => row.Id);

        Assert.Equal(ReminderState.Sent, rows[kept.Id].State);
        Assert.Equal((ReminderState.Skipped, "reported"), (rows[skipped.Id].State, rows[skipped.Id].Outcome));
    }

    [DatabaseFact]
    public async Task A_message_given_back_waits_for_its_next_attempt()
    {
        var reminder = NewReminder(1);
        await Reminders.QueueAsync([reminder], None);
        Assert.True(await Reminders.PutOffAsync(reminder.MessageId, await LeaseAsync(), Nine.AddMinutes(1), None));

        var waiting = Assert.Single(await AllAsync());
        Assert.Equal((ReminderState.Queued, 0, false, null), (waiting.State, waiting.Tries, waiting.IsRetrying, waiting.LeaseId));
        Assert.Equal(Nine.AddMinutes(1), await Reminders.NextDueAsync(None));
        Assert.Empty(await Reminders.LeaseDueAsync(Nine, Lease, 10, None));
        Assert.Equal(2, Assert.Single(await Reminders.LeaseDueAsync(Nine.AddMinutes(1), Lease, 10, None)).Attempts);
    }

    [DatabaseFact]
    public async Task A_message_that_failed_for_good_says_why()
    {
        var reminder = NewReminder(1);
        await Reminders.QueueAsync([reminder], None);
        await Reminders.MarkFailedAsync(reminder.MessageId, await LeaseAsync(), 3, "blocked", None);

        var failed = Assert.Single(await AllAsync());
        Assert.Equal((ReminderState.Failed, "blocked", 3), (failed.State, failed.Outcome, failed.Tries));
    }

    [DatabaseFact]
    public async Task A_message_whose_try_failed_is_being_retried_and_says_why()
    {
        var reminder = NewReminder(1);
        await Reminders.QueueAsync([reminder], None);
        Assert.True(await Reminders.RetryAsync(reminder.MessageId, await LeaseAsync(), Nine.AddMinutes(1), 1, "503", None));

        var waiting = Assert.Single(await AllAsync());

        Assert.Equal((ReminderState.Queued, 1, "503", true), (waiting.State, waiting.Tries, waiting.Trouble, waiting.IsRetrying));
        var again = Assert.Single(await Reminders.LeaseDueAsync(Nine.AddMinutes(1), Lease, 10, None));
        Assert.Equal((1, "503", false), (again.Tries, again.Trouble, again.IsRetrying));
    }

    [DatabaseFact]
    public async Task A_lease_that_has_passed_to_another_node_can_neither_be_given_back_nor_settled()
    {
        var reminder = NewReminder(1);
        await Reminders.QueueAsync([reminder], None);
        var late = await LeaseAsync();
        var rival = Assert.Single(await Reminders.LeaseDueAsync(Nine + Lease, Lease, 10, None));

        bool[] written =
        [
            await Reminders.PutOffAsync(reminder.MessageId, late, Nine, None), await Reminders.RetryAsync(reminder.MessageId, late, Nine, 1, "503", None),
            await Reminders.MarkFailedAsync(reminder.MessageId, late, 1, "blocked", None), await Reminders.MarkSkippedAsync([reminder.Id], late, "reported", None),
        ];

        Assert.All(written, Assert.False);
        Assert.Equal(rival, Assert.Single(await AllAsync()));
        Assert.True(await Reminders.PutOffAsync(reminder.MessageId, rival.LeaseId!.Value, Nine, None));
        Assert.False(await Reminders.PutOffAsync(reminder.MessageId, rival.LeaseId.Value, Nine, None));
    }

    [DatabaseTheory]
    [InlineData(false)]
    [InlineData(true)] // the rival has put it off and would send it later
    public async Task What_has_left_is_recorded_though_the_lease_has_passed_to_another_node(bool isGivenBack)
    {
        var reminder = NewReminder(1);
        await Reminders.QueueAsync([reminder], None);
        var late = await LeaseAsync();
        var rival = Assert.Single(await Reminders.LeaseDueAsync(Nine + Lease, Lease, 10, None)).LeaseId!.Value;
        if (isGivenBack)
            await Reminders.PutOffAsync(reminder.MessageId, rival, Nine.AddHours(1), None);

        Assert.Empty(await Reminders.MarkSentAsync([new(reminder.MessageId, late, Ledgers.Browser)], Nine + Lease, None));

        Assert.False(await Reminders.RetryAsync(reminder.MessageId, rival, Nine.AddHours(1), 1, "503", None));
        Assert.Equal((ReminderState.Sent, Ledgers.Browser), (Assert.Single(await AllAsync()).State, Assert.Single(await AllAsync()).Channel));
    }

    [DatabaseFact]
    public async Task What_waits_can_be_skipped_and_what_a_node_is_sending_is_left_to_it()
    {
        Reminder[] reminders = [NewReminder(1), NewReminder(2) with { NextAttemptAt = Nine.AddHours(1) }];
        await Reminders.QueueAsync(reminders, None);
        await LeaseAsync();

        foreach (var reminder in reminders)
            await Reminders.SkipWaitingAsync(reminder.Id, "undone", None);

        var rows = (await AllAsync()).ToDictionary(row => row.Id, row => (row.State, row.Outcome));
        Assert.Equal([(ReminderState.Leased, null), (ReminderState.Skipped, "undone")], reminders.Select(reminder => rows[reminder.Id]));
    }

    [DatabaseFact]
    public async Task Messages_of_several_channels_are_recorded_together()
    {
        Reminder[] reminders = [NewReminder(1), NewReminder(2), NewReminder(3)];
        await Reminders.QueueAsync(reminders, None);
        var lease = await LeaseAsync();

        var held = await Reminders.MarkSentAsync([.. reminders.Select((reminder, index) => new SentMessage(reminder.MessageId, lease, index == 1 ? "msteams" : Ledgers.Browser))], Nine, None);

        Assert.Equal(3, held.Count);
        var channels = (await AllAsync()).ToDictionary(row => row.Id, row => (row.State, row.Channel));
        Assert.Equal([(ReminderState.Sent, Ledgers.Browser), (ReminderState.Sent, "msteams"), (ReminderState.Sent, Ledgers.Browser)], reminders.Select(reminder => channels[reminder.Id]));
    }

    [DatabaseFact]
    public async Task What_people_got_lately_and_what_is_on_its_way_to_them_is_found()
    {
        Reminder Sent(int unit, int round, DateTimeOffset at) => NewReminder(unit) with { Round = round, State = ReminderState.Sent, SentAt = at, Channel = Ledgers.Browser };
        var (leased, ended) = (NewReminder(1) with { Round = 3, State = ReminderState.Leased, LeasedUntil = Nine.AddMilliseconds(1) }, NewReminder(2) with { Round = 4, State = ReminderState.Leased, LeasedUntil = Nine });
        Reminder[] found = [Sent(1, 0, Nine), Sent(2, 0, Nine.AddHours(1)), leased];
        await Reminders.QueueAsync([.. found, ended, Sent(1, 1, Nine.AddMilliseconds(-1)), Sent(3, 0, Nine), NewReminder(1) with { Round = 2 }], None);

        var rows = await Reminders.SentOrLeavingAsync([Ledger.ContactOf(1).Id, Ledger.ContactOf(2).Id], Nine, Nine, None);

        Assert.Equal(found.Select(row => row.Id).Order(), rows.Select(row => row.Id).Order());
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
        { "tried less than never", reminder => reminder with { Tries = -1 } },
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

    private async Task<Guid> LeaseAsync() => (await Reminders.LeaseDueAsync(Nine, Lease, 10, None))[0].LeaseId!.Value;

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
