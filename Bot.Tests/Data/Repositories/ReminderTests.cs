using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

/// <summary>An outbox whose reminders are due at nine.</summary>
public abstract class ReminderTests(TestDatabase store) : DatabaseTests(store)
{
    protected static DateTimeOffset Nine { get; } = Ledgers.At("2020-03-31 09:00");
    protected static TimeSpan Lease { get; } = TimeSpan.FromMinutes(5);

    protected ReminderRepository Reminders => new(Database);

    protected async Task<Guid> LeaseAsync() => (await Reminders.LeaseDueAsync(Nine, Lease, 10, None))[0].LeaseId!.Value;

    protected async Task<IReadOnlyList<Reminder>> AllAsync() => await Reminders.OfPeriodAsync(Ledger.Plan.Id, Ledger.Period.Period, None);

    protected Reminder NewReminder(int unit) => new()
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
