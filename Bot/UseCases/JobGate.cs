namespace PlanBot.UseCases;

/// <summary>Jobs pass it side by side; who needs the reminders to stand still meanwhile (the walk of the demo clock, the start) closes it and waits until they have left.</summary>
public sealed class JobGate : IDisposable
{
    // More places than there are jobs: they never wait for each other.
    private const int Places = 8;
    private readonly SemaphoreSlim places = new(Places, Places);
    private readonly SemaphoreSlim closing = new(1, 1);

    /// <summary>Dispose of what is returned to leave.</summary>
    public async Task<IDisposable> PassAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        return new Way(() => places.Release());
    }

    /// <summary>Dispose of what is returned to open the gate again.</summary>
    public async Task<IDisposable> CloseAsync(CancellationToken cancellationToken)
    {
        // One closes at a time, else two would wait for each other's places.
        await closing.WaitAsync(cancellationToken);
        var taken = 0;
        try
        {
            for (; taken < Places; taken++)
                await places.WaitAsync(cancellationToken);
            return new Way(() => Open(Places));
        }
        catch
        {
            Open(taken);
            throw;
        }
    }

    public void Dispose()
    {
        places.Dispose();
        closing.Dispose();
    }

    private void Open(int taken)
    {
        if (taken > 0)
            places.Release(taken);
        closing.Release();
    }

    private sealed class Way(Action leave) : IDisposable
    {
        private Action? leave = leave;

        public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
    }
}
