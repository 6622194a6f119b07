using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class ReminderRepositoryTests(TestDatabase store) : ReminderTests(store)
{
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
}
