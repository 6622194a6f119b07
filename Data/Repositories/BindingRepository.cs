using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class BindingRepository(IDatabase database) : IBindingRepository
{
    public Task AddInvitationAsync(string codeHash, Guid personId, Guid? invitedBy, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO invitation (code_hash, person_id, invited_by, created_at, expires_at) VALUES (@codeHash, @personId, @invitedBy, @now, @expiresAt)
            """;
        return database.WriteAsync(sql, new { codeHash, personId, invitedBy, now, expiresAt }, cancellationToken);
    }

    public async Task<Guid?> UseInvitationAsync(string codeHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Finding and using up is one statement: of two who type it only one comes in.
        const string sql = "UPDATE invitation SET used_at = @now WHERE code_hash = @codeHash AND used_at IS NULL AND expires_at > @now RETURNING person_id";
        return (await database.WriteReturningAsync<Guid?>(sql, new { codeHash, now }, cancellationToken)).SingleOrDefault();
    }

    public Task EndInvitationsAsync(Guid personId, DateTimeOffset now, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.WriteAsync("UPDATE invitation SET expires_at = @now WHERE person_id = @personId AND used_at IS NULL AND expires_at > @now", new { personId, now }, token);
            await database.WriteAsync("UPDATE sign_in_link SET expires_at = @now WHERE person_id = @personId AND used_at IS NULL AND expires_at > @now", new { personId, now }, token);
        },
        cancellationToken);

    public async Task<int> CountAttemptAsync(string channel, string userId, DateTimeOffset now, DateTimeOffset window, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO binding_attempts (channel, user_id, since, attempts) VALUES (@channel, @userId, @now, 1)
            ON CONFLICT (channel, user_id) DO UPDATE
               SET attempts = CASE WHEN binding_attempts.since <= @window THEN 1 ELSE binding_attempts.attempts + 1 END,
                   since = CASE WHEN binding_attempts.since <= @window THEN @now ELSE binding_attempts.since END
            RETURNING attempts
            """;
        return (await database.WriteReturningAsync<int>(sql, new { channel, userId, now, window }, cancellationToken)).Single();
    }
}
