namespace PlanBot.Data.Repositories;

/// <summary>How strangers become known: invitation codes, and how often somebody has tried.</summary>
public interface IBindingRepository
{
    /// <param name="codeHash">Only the hash is ever stored.</param>
    /// <param name="invitedBy">Null when it came by the command line.</param>
    Task AddInvitationAsync(string codeHash, Guid personId, Guid? invitedBy, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Uses the code up.</summary>
    /// <returns>Whose it is; null when it is unknown, expired or used.</returns>
    Task<Guid?> UseInvitationAsync(string codeHash, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends every invitation and every sign-in link of the person that waits to be used: one came in, or a new one takes their place.</summary>
    Task EndInvitationsAsync(Guid personId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Counts one more attempt of the user; the count begins anew when the first of them was at <paramref name="window"/> or earlier.</summary>
    /// <returns>Attempts since then, this one included.</returns>
    Task<int> CountAttemptAsync(string channel, string userId, DateTimeOffset now, DateTimeOffset window, CancellationToken cancellationToken);
}
