using PlanBot.Data.Repositories;

namespace PlanBot.UseCases;

/// <summary>收到: keeps that somebody has taken note of the last message that asked for their report. It stops nothing, and counts in no figure.</summary>
public sealed class Acknowledge(AcknowledgementRepository acknowledgements, TimeProvider clock)
{
    /// <summary>So long after a message 收到 is still about it.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(3);

    /// <returns>False when nothing was asked of the person lately.</returns>
    public async Task<bool> RunAsync(Guid personId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await acknowledgements.LastAskedAsync(personId, now - Fresh, cancellationToken) is not { } asked)
            return false;
        await acknowledgements.AddAsync(personId, asked.MessageId, now, cancellationToken);
        return true;
    }
}
