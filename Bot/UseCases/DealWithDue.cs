using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases;

/// <summary>Everything that is due now, in order: periods are opened and closed, reminders queued, messages sent. What the jobs do at their own pace.</summary>
public sealed class DealWithDue(OpenPeriods openPeriods, QueueReminders queueReminders, SendReminders sendReminders, AskToEscalate askToEscalate, TimeProvider clock)
{
    public async Task<SendOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await openPeriods.RunAsync(now, cancellationToken);
        await queueReminders.RunAsync(now, cancellationToken);
        await askToEscalate.RunAsync(now, cancellationToken);
        return await sendReminders.RunAsync(cancellationToken);
    }
}

/// <summary>Deals with what fell due while the service was down, before it says that it is ready.</summary>
public sealed class StartUpReminders(IDatabase database, IReminderRepository outbox, DealWithDue dealWithDue, JobGate gate)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var closed = await gate.CloseAsync(cancellationToken);
        // On SQLite there is one node: a lease that is still held is that of a run that ended half-way, and nobody need wait for it.
        if (database.Dialect == Dialect.Sqlite)
            await outbox.ReleaseLeasesAsync(cancellationToken);
        await dealWithDue.RunAsync(cancellationToken);
    }
}
