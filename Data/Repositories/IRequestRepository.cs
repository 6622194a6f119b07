using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>What coordinators are asked to decide.</summary>
public interface IRequestRepository
{
    /// <summary>Adds the request under the next number; what <paramref name="request"/> has for one does not matter.</summary>
    Task<int> AddAsync(Request request, CancellationToken cancellationToken);

    Task<Request?> FindAsync(int number, CancellationToken cancellationToken);

    /// <summary>Undecided, oldest first.</summary>
    Task<IReadOnlyList<Request>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>What the person has asked for, the latest first; at most five.</summary>
    Task<IReadOnlyList<Request>> OfPersonAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>The latest claim of a user who is not bound; null when there is none.</summary>
    Task<Request?> LatestClaimAsync(string channel, string userId, CancellationToken cancellationToken);

    /// <summary>Settles it. Only the first decision counts.</summary>
    /// <param name="decidedBy">Null when it is withdrawn.</param>
    /// <returns>False when it was settled already; nothing is written then.</returns>
    Task<bool> SettleAsync(int number, RequestState state, Guid? decidedBy, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Opens it again, as if it had not been decided.</summary>
    /// <param name="state">How it was decided.</param>
    /// <returns>False when it was not decided so; nothing is written then.</returns>
    Task<bool> ReopenAsync(int number, RequestState state, CancellationToken cancellationToken);
}
