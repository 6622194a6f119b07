namespace PlanBot.Data.Repositories;

/// <summary>Personal, expiring, single-use links into the browser channel.</summary>
public interface ISignInLinkRepository
{
    Task AddAsync(string tokenHash, Guid personId, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Uses the link up.</summary>
    /// <returns>Whose it is; null when it is unknown, expired or used.</returns>
    Task<Guid?> UseAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken);
}
