namespace PlanBot.Data.Repositories;

/// <param name="Taken">As <c>PaceLog</c> writes it.</param>
/// <param name="Version">Grows with every change.</param>
public sealed record PaceRow(string Taken, long Version);

/// <summary>What all nodes together have taken of the rates that channels allow.</summary>
public interface IPaceRepository
{
    Task<PaceRow?> FindAsync(string key, CancellationToken cancellationToken);

    /// <param name="seen">The version that was read; 0 where there was none.</param>
    /// <param name="backAt">When nothing of it counts any more.</param>
    /// <returns>False when another node was faster: nothing is stored then.</returns>
    Task<bool> StoreAsync(string key, string taken, long seen, DateTimeOffset backAt, CancellationToken cancellationToken);

    /// <summary>Forgets the rows of which nothing counts any more.</summary>
    Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
