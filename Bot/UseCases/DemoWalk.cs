namespace PlanBot.UseCases;

/// <param name="Now">Where the demo clock stands afterwards.</param>
/// <param name="RemindersSent">Messages delivered on the way; null when the instant has passed already and nothing was done.</param>
public sealed record DemoWalkResult(DateTimeOffset Now, int? RemindersSent);

/// <summary>Moves the demo clock forward as if the time had passed with the service running: from one moment at which something is due to the next, and there does what is due.</summary>
/// <remarks>The jobs stand still meanwhile: they look at the clock, and a job in the middle of the walk would find it at an arbitrary moment.</remarks>
public sealed class DemoWalk(DemoClock clock, ReminderAgenda agenda, DealWithDue dealWithDue, IClockKeeper clockKeeper, JobGate gate)
{
    /// <summary>Returns when all messages due until <paramref name="target"/>, inclusive, have been delivered.</summary>
    public async Task<DemoWalkResult> RunAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        using var closed = await gate.CloseAsync(cancellationToken);
        if (target < clock.GetUtcNow())
            return new(clock.GetUtcNow(), null);

        // Looks for what is next are made from before each stop, so that what falls due while it is being dealt with is not passed over.
        var stop = clock.GetUtcNow();
        var sent = (await dealWithDue.RunAsync(cancellationToken)).Sent;
        while (await agenda.NextAsync(stop, cancellationToken) is { } next && next < target)
        {
            stop = next;
            sent += await StandAtAsync(stop, cancellationToken);
        }
        sent += await StandAtAsync(target, cancellationToken);
        return new(clock.GetUtcNow(), sent);
    }

    private async Task<int> StandAtAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        // Sending takes its time; the clock may have run past a moment so near. What was due then is due now.
        clock.MoveTo(instant);
        await clockKeeper.KeepAsync(cancellationToken);
        return (await dealWithDue.RunAsync(cancellationToken)).Sent;
    }
}
