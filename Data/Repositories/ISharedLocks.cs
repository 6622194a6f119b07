using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>Names that one holder at a time may have, over all nodes of the program.</summary>
public interface ISharedLocks
{
    /// <summary>Waits until <paramref name="name"/> is free and holds it until disposed; a node that dies lets go of what it held.</summary>
    /// <remarks>Holders must not wait for a second name while they have one.</remarks>
    /// <exception cref="DatabaseUnavailableException">Also when another node held the name for longer than a minute.</exception>
    Task<IAsyncDisposable> TakeAsync(string name, CancellationToken cancellationToken);
}

/// <summary>One process serves an SQLite file: there is nobody to wait for.</summary>
public sealed class NoSharedLocks : ISharedLocks, IAsyncDisposable
{
    public Task<IAsyncDisposable> TakeAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable>(this);

    public ValueTask DisposeAsync() => default;
}
