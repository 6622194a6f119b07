using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PlanBot.Dashboard;

/// <summary>Tells the open pages of this node that the ledger has changed, whichever node changed it.</summary>
/// <remarks>One look a second for all pages of a node, and none while no page is open. The database is asked, so that a report filed by any channel on any node is seen without anybody having to tell.</remarks>
public sealed partial class LedgerNews(LedgerMark mark, [FromKeyedServices("wall")] TimeProvider wall, ILogger<LedgerNews> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly List<Channel<bool>> listeners = [];
    private readonly SemaphoreSlim listened = new(0, 1);

    /// <summary>True at once for each change until the reader goes away; false as often as <paramref name="patience"/> passes without one.</summary>
    public async IAsyncEnumerable<bool> ListenAsync(TimeSpan patience, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A reader that is still busy with the last change needs to hear of the next one only once.
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        Add(changes);
        try
        {
            while (true)
            {
                using var impatience = new CancellationTokenSource(patience, wall);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(impatience.Token, cancellationToken);
                bool isChanged;
                try
                {
                    isChanged = await changes.Reader.ReadAsync(either.Token);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    isChanged = false;
                }
                yield return isChanged;
            }
        }
        finally
        {
            lock (listeners)
                listeners.Remove(changes);
        }
    }

    public override void Dispose()
    {
        listened.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string? known = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (Listeners().Count == 0)
            {
                await listened.WaitAsync(stoppingToken);
                known = null;
            }
            if (await MarkAsync(stoppingToken) is { } now)
            {
                // The first page has just been read from the same database.
                if (known is not null && known != now)
                    Listeners().ForEach(listener => listener.Writer.TryWrite(true));
                known = now;
            }
            await Task.Delay(Look, wall, stoppingToken);
        }
    }

    private async Task<string?> MarkAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await mark.ReadAsync(cancellationToken);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            LogUnavailable(trouble.Message); // news can wait; the program that they are of goes on
            return null;
        }
    }

    private void Add(Channel<bool> changes)
    {
        lock (listeners)
        {
            listeners.Add(changes);
            if (listeners.Count == 1 && listened.CurrentCount == 0)
                listened.Release();
        }
    }

    private List<Channel<bool>> Listeners()
    {
        lock (listeners)
            return [.. listeners];
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The dashboard hears no news at the moment: {Problem}")]
    private partial void LogUnavailable(string problem);
}
