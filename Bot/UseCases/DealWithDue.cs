namespace PlanBot.UseCases;

/// <summary>Everything that is due now, in order: periods are opened and closed, reminders queued, messages sent. What the jobs do at their own pace.</summary>
public sealed class DealWithDue(OpenPeriods openPeriods, QueueReminders queueReminders, SendReminders sendReminders, TimeProvider clock)
{
    public async Task<SendOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await openPeriods.RunAsync(now, cancellationToken);
        await queueReminders.RunAsync(now, cancellationToken);
        return await sendReminders.RunAsync(cancellationToken);
    }
}

/// <summary>Deals with what fell due while the service was down, before it says that it is ready.</summary>
public sealed class StartUpReminders(DealWithDue dealWithDue, JobGate gate)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var closed = await gate.CloseAsync(cancellationToken);
        await dealWithDue.RunAsync(cancellationToken);
    }
}
