namespace PlanBot.Channels.DingTalk;

/// <summary>Lets no more calls of one API arrive in any second than <paramref name="most"/>: a call holds its place from before it leaves until a second after it was answered, so it does not matter how long it was on its way.</summary>
/// <remarks>The pace that the nodes share counts when calls are handed over. Where some of them are slow, as while connections are opened, they would arrive together with those of the next second.</remarks>
internal sealed class CallWindow(int most, TimeProvider wall)
{
    /// <summary>A timer may be a little early.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(1005);

    private SemaphoreSlim Places { get; } = new(most, most);

    public async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await Places.WaitAsync(cancellationToken);
        try
        {
            return await call();
        }
        finally
        {
            _ = FreeAsync();
        }
    }

    private async Task FreeAsync()
    {
        await Task.Delay(Second, wall);
        Places.Release();
    }
}
