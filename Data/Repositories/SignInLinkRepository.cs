using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class SignInLinkRepository(IDatabase database) : ISignInLinkRepository
{
    public Task AddAsync(string tokenHash, Guid personId, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        const string sql = "INSERT INTO sign_in_link (token_hash, person_id, expires_at) VALUES (@tokenHash, @personId, @expiresAt)";
        return database.WriteAsync(sql, new { tokenHash, personId, expiresAt }, cancellationToken);
    }

    public async Task<Guid?> UseAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Finding and using up is one statement: of two clicks only one comes in.
        const string sql = """
            UPDATE sign_in_link SET used_at = @now WHERE token_hash = @tokenHash AND used_at IS NULL AND expires_at > @now RETURNING person_id
            """;
        return (await database.WriteReturningAsync<Guid?>(sql, new { tokenHash, now }, cancellationToken)).SingleOrDefault();
    }
}
