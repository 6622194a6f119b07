using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class BindingRepository(IDatabase database) : IBindingRepository
{
    private const string Claims = "SELECT id, channel, user_id, said, person_id, unit_id, name, made_at, state, decided_by, decided_at FROM binding_claim";

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

    public Task ClaimAsync(BindingClaim claim, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO binding_claim (id, channel, user_id, said, person_id, unit_id, name, made_at, state)
            VALUES (@Id, @Channel, @UserId, @Said, @PersonId, @UnitId, @Name, @MadeAt, 1)
            ON CONFLICT (channel, user_id) WHERE state = 1 DO UPDATE
               SET id = excluded.id, said = excluded.said, person_id = excluded.person_id, unit_id = excluded.unit_id, name = excluded.name, made_at = excluded.made_at
            """;
        return database.WriteAsync(sql, claim, cancellationToken);
    }

    public Task<BindingClaim?> FindClaimAsync(Guid id, CancellationToken cancellationToken) =>
        database.FindAsync<BindingClaim>($"{Claims} WHERE id = @id", new { id }, cancellationToken);

    public Task<IReadOnlyList<BindingClaim>> OpenClaimsAsync(CancellationToken cancellationToken) =>
        database.QueryAsync<BindingClaim>($"{Claims} WHERE state = 1 ORDER BY made_at, id", null, cancellationToken);

    public async Task<bool> DecideClaimAsync(Guid id, ClaimState state, Guid decidedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE binding_claim SET state = @state, decided_by = @decidedBy, decided_at = @now WHERE id = @id AND state = 1";
        return await database.WriteAsync(sql, new { id, state, decidedBy, now }, cancellationToken) == 1;
    }
}
