namespace PlanBot.Data.Repositories;

/// <summary>A file that a person may fetch for a while.</summary>
/// <param name="UserId">Of the channel; nobody else's request is answered.</param>
/// <param name="Content">Base64.</param>
public sealed record FileOffer(string UserId, string Name, string ContentType, string Content);

/// <summary>Files that were handed out in a chat.</summary>
public interface IFileOfferRepository
{
    /// <summary>Keeps the offer, and forgets those that have expired.</summary>
    Task AddAsync(string tokenHash, FileOffer offer, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Null when there is no such offer, or it has expired.</summary>
    Task<FileOffer?> FindAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken);
}
