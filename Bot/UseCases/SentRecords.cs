using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.UseCases;

/// <summary>Writes down what was handed over. What several lanes have to write at one moment is written in one commit; each goes on when its own is kept.</summary>
public sealed class SentRecords(IReminderRepository outbox, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock changing = new();
    private List<Waiting> waiting = [];

    /// <returns>False when the lease had passed to another, who may send the message too.</returns>
    public async Task<bool> AddAsync(SentMessage message)
    {
        var own = new Waiting(message);
        lock (changing)
            waiting.Add(own);
        await turn.WaitAsync();
        try
        {
            if (!own.Kept.Task.IsCompleted)
                await WriteAsync();
        }
        finally
        {
            turn.Release();
        }
        return await own.Kept.Task;
    }

    public void Dispose() => turn.Dispose();

    private async Task WriteAsync()
    {
        List<Waiting> taken;
        lock (changing)
            (taken, waiting) = (waiting, []);
        try
        {
            // A stop must not keep us from writing down what has left.
            var held = await outbox.MarkSentAsync(taken.ConvertAll(one => one.Message), clock.GetUtcNow(), CancellationToken.None);
            taken.ForEach(one => one.Kept.SetResult(held.Contains(one.Message.MessageId)));
        }
        catch (Exception exception)
        {
            taken.ForEach(one => one.Kept.SetException(exception));
        }
    }

    private sealed record Waiting(SentMessage Message)
    {
        public TaskCompletionSource<bool> Kept { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
