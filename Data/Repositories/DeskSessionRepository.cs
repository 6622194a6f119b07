using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>Browsers that are signed in to the dashboard.</summary>
public sealed class DeskSessionRepository(IDatabase database)
{
    /// <summary>Begins a session, and forgets those that are over.</summary>
    public async Task AddAsync(string secretHash, Guid personId, DateTimeOffset startedAt, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        const string sql = "INSERT INTO desk_session (secret_hash, person_id, started_at, expires_at) VALUES (@secretHash, @personId, @startedAt, @expiresAt)";
        await database.WriteAsync("DELETE FROM desk_session WHERE expires_at <= @startedAt", new { startedAt }, cancellationToken);
        await database.WriteAsync(sql, new { secretHash, personId, startedAt, expiresAt }, cancellationToken);
    }

    /// <returns>Whose it is; null when there is none, or it is over.</returns>
    public Task<Guid?> FindAsync(string secretHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.FindAsync<Guid?>("SELECT person_id FROM desk_session WHERE secret_hash = @secretHash AND expires_at > @now", new { secretHash, now }, cancellationToken);

    public Task EndAsync(string secretHash, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM desk_session WHERE secret_hash = @secretHash", new { secretHash }, cancellationToken);
}
