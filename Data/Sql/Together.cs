namespace PlanBot.Data.Sql;

/// <summary>Writes in one go what several callers have to write at one moment; each goes on when its own is kept. One writer is at work at a time, and what comes meanwhile is the next one's.</summary>
/// <param name="write">Gives a result for each item, in order; it writes all of them or none.</param>
public sealed class Together<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> write) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock changing = new();
    private List<Waiting> waiting = [];

    public async Task<TResult> AddAsync(TItem item)
    {
        var own = new Waiting(item);
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
            Tell(taken, await write(taken.ConvertAll(one => one.Item)));
        }
        catch (Exception together) when (taken.Count == 1 || together is DatabaseUnavailableException)
        {
            taken.ForEach(one => one.Kept.SetException(together));
        }
        catch
        {
            // One that cannot be written must not keep the others from it.
            foreach (var one in taken)
                await AloneAsync(one);
        }
    }

    private async Task AloneAsync(Waiting one)
    {
        try
        {
            Tell([one], await write([one.Item]));
        }
        catch (Exception exception)
        {
            one.Kept.SetException(exception);
        }
    }

    private static void Tell(List<Waiting> taken, IReadOnlyList<TResult> results)
    {
        foreach (var (one, result) in taken.Zip(results))
            one.Kept.SetResult(result);
    }

    private sealed record Waiting(TItem Item)
    {
        public TaskCompletionSource<TResult> Kept { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
