using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases;

/// <summary>Writes down what was handed over. What several lanes have to write at one moment is written in one commit; each goes on when its own is kept.</summary>
public sealed class SentRecords(IReminderRepository outbox, TimeProvider clock) : IDisposable
{
    private readonly Together<SentMessage, bool> together = new(async messages =>
    {
        // A stop must not keep us from writing down what has left.
        var held = await outbox.MarkSentAsync(messages, clock.GetUtcNow(), CancellationToken.None);
        return [.. messages.Select(message => held.Contains(message.MessageId))];
    });

    /// <returns>False when the lease had passed to another, who may send the message too.</returns>
    public Task<bool> AddAsync(SentMessage message) => together.AddAsync(message);

    public void Dispose() => together.Dispose();
}
