using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>Tokens of other systems.</summary>
public sealed class ApiTokenRepository(IDatabase database)
{
    /// <remarks>Its person is there already.</remarks>
    public Task AddAsync(ApiToken token, CancellationToken cancellationToken) => database.InTransactionAsync(
        async cancellation =>
        {
            const string sql = """
                INSERT INTO api_token (id, person_id, secret_hash, scopes, made_at, made_by, expires_at, revoked_at, last_used_at)
                VALUES (@Id, @PersonId, @SecretHash, @Scopes, @MadeAt, @MadeBy, @ExpiresAt, @RevokedAt, @LastUsedAt)
                """;
            await database.WriteAsync(
                sql, new { token.Id, token.PersonId, token.SecretHash, token.Access.Scopes, token.MadeAt, token.MadeBy, token.ExpiresAt, token.RevokedAt, token.LastUsedAt }, cancellation);
            await database.InsertAsync(
                "INSERT INTO api_token_plan (token_id, plan_id) VALUES (@TokenId, @PlanId)", token.Access.PlanIds.Select(id => new { TokenId = token.Id, PlanId = id }), cancellation);
            await database.InsertAsync(
                "INSERT INTO api_token_unit (token_id, unit_id) VALUES (@TokenId, @UnitId)", token.Access.UnitIds.Select(id => new { TokenId = token.Id, UnitId = id }), cancellation);
        },
        cancellationToken);

    /// <summary>Oldest first, revoked ones too.</summary>
    public Task<IReadOnlyList<ApiToken>> AllAsync(CancellationToken cancellationToken) => ReadAsync("1 = 1", new { }, cancellationToken);

    public async Task<ApiToken?> FindAsync(Guid tokenId, CancellationToken cancellationToken) =>
        (await ReadAsync("api_token.id = @tokenId", new { tokenId }, cancellationToken)).SingleOrDefault();

    /// <returns>False when it was revoked before, or is not there.</returns>
    public async Task<bool> RevokeAsync(Guid tokenId, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.WriteAsync("UPDATE api_token SET revoked_at = @at WHERE id = @tokenId AND revoked_at IS NULL", new { tokenId, at }, cancellationToken) > 0;

    /// <summary>An earlier instant than the one kept changes nothing.</summary>
    public Task NoteUseAsync(Guid tokenId, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.WriteAsync("UPDATE api_token SET last_used_at = @at WHERE id = @tokenId AND (last_used_at IS NULL OR last_used_at < @at)", new { tokenId, at }, cancellationToken);

    /// <param name="condition">A condition on api_token, of ours.</param>
    private async Task<IReadOnlyList<ApiToken>> ReadAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT api_token.id, api_token.person_id, person.name, api_token.secret_hash, api_token.scopes, api_token.made_at, api_token.made_by, api_token.expires_at,
                   api_token.revoked_at, api_token.last_used_at
              FROM api_token JOIN person ON person.id = api_token.person_id WHERE {condition} ORDER BY api_token.made_at, api_token.id
            """;
        var rows = await database.QueryAsync<TokenRow>(sql, parameters, cancellationToken);
        var limits = await ApiLimits.OfAsync(database, [.. rows.Select(row => row.Id)], cancellationToken);
        return [.. rows.Select(row => row.ToModel(limits))];
    }

    private sealed record TokenRow
    {
        public required Guid Id { get; init; }
        public required Guid PersonId { get; init; }
        public required string Name { get; init; }
        public required string SecretHash { get; init; }
        public required ApiScopes Scopes { get; init; }
        public required DateTimeOffset MadeAt { get; init; }
        public Guid? MadeBy { get; init; }
        public DateTimeOffset? ExpiresAt { get; init; }
        public DateTimeOffset? RevokedAt { get; init; }
        public DateTimeOffset? LastUsedAt { get; init; }

        public ApiToken ToModel(ApiLimits limits) => new()
        {
            Id = Id, PersonId = PersonId, Name = Name, SecretHash = SecretHash, Access = limits.AccessOf(Id, Scopes), MadeAt = MadeAt, MadeBy = MadeBy, ExpiresAt = ExpiresAt,
            RevokedAt = RevokedAt, LastUsedAt = LastUsedAt,
        };
    }
}

/// <summary>What tokens are limited to.</summary>
internal sealed class ApiLimits(ILookup<Guid, Guid> plans, ILookup<Guid, Guid> units)
{
    public static async Task<ApiLimits> OfAsync(IDatabase database, IReadOnlyCollection<Guid> tokenIds, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT token_id, plan_id, NULL AS unit_id FROM api_token_plan WHERE token_id = ANY (@tokenIds)
            UNION ALL
            SELECT token_id, NULL AS plan_id, unit_id FROM api_token_unit WHERE token_id = ANY (@tokenIds)
            """;
        var rows = tokenIds.Count == 0 ? [] : await database.QueryAsync<LimitRow>(sql, new { tokenIds = new IdList(tokenIds) }, cancellationToken);
        return new(
            rows.Where(row => row.PlanId is not null).ToLookup(row => row.TokenId, row => row.PlanId!.Value),
            rows.Where(row => row.UnitId is not null).ToLookup(row => row.TokenId, row => row.UnitId!.Value));
    }

    public ApiAccess AccessOf(Guid tokenId, ApiScopes scopes) => new(scopes, [.. plans[tokenId]], [.. units[tokenId]]);

    private sealed record LimitRow
    {
        public required Guid TokenId { get; init; }
        public Guid? PlanId { get; init; }
        public Guid? UnitId { get; init; }
    }
}
