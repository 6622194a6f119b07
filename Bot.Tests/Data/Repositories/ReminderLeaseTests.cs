using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

/// <summary>Of several nodes one sends a message at a time, and what it learns is recorded once.</summary>
public abstract class ReminderLeaseTests(TestDatabase store) : ReminderTests(store)
{
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
            await Reminders.SkipWaitingAsync(reminder.MessageId, "undone", None);

        var rows = (await AllAsync()).ToDictionary(row => row.Id, row => (row.State, row.Outcome));
        Assert.Equal([(ReminderState.Leased, null), (ReminderState.Skipped, "undone")], reminders.Select(reminder => rows[reminder.Id]));
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
}
