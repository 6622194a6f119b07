namespace PlanBot.Data.Repositories;

/// <summary>Hears of what any node writes into a lasting conversation.</summary>
public interface IChatWatch
{
    /// <summary>Calls <paramref name="written"/> with the conversation's id each time.</summary>
    /// <returns>When the connection is lost: why, and what is written until the next call is never told of. Null, at once, where one process serves alone.</returns>
    Task<string?> WatchAsync(Action<string> written, CancellationToken cancellationToken);
}

/// <summary>One process serves an SQLite file, and knows what it writes.</summary>
public sealed class NoChatWatch : IChatWatch
{
    public Task<string?> WatchAsync(Action<string> written, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
