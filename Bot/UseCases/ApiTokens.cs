using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases;

/// <param name="ExpiresAt">Null for no end.</param>
public sealed record NewApiToken(string Name, ApiAccess Access, DateTimeOffset? ExpiresAt);

/// <summary>Who stands at the door of the API.</summary>
/// <param name="Token">Null where there is none of that secret.</param>
/// <param name="System">Null where the token is not good any more.</param>
public sealed record ApiEntry(ApiToken? Token, Person? System);

/// <summary>接口令牌: makes, revokes and recognises the tokens of other systems. The secret is shown once; what is kept is its hash.</summary>
/// <remarks>Tokens go by real time, as all that guards a door does.</remarks>
public sealed class ApiTokens(
    IDatabase database, ApiTokenRepository tokens, IPersonRepository people, IAuditRepository audit, TimeProvider clock, [FromKeyedServices("wall")] TimeProvider wall)
{
    /// <summary>Name of the API in the audit and of reports.</summary>
    public const string Channel = "api";

    private const string Prefix = "planbot_";
    private const int IdLength = 32;
    private const int LongestToken = 200;

    /// <summary>How exactly it is known when a token was last used: not every request writes.</summary>
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> noted = [];

    /// <param name="madeBy">Null for the command line.</param>
    /// <returns>The token, and what its system shows: <c>planbot_</c>, the id, <c>_</c>, the secret.</returns>
    public Task<(ApiToken Token, string Text)> AddAsync(NewApiToken order, Guid? madeBy, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            var (now, secret) = (clock.GetUtcNow(), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
            var token = new ApiToken
            {
                Id = Guid.CreateVersion7(now), PersonId = Guid.CreateVersion7(now), Name = order.Name, SecretHash = HashOf(secret), Access = order.Access, MadeAt = wall.GetUtcNow(), MadeBy = madeBy,
                ExpiresAt = order.ExpiresAt,
            };
            await people.AddAsync(new() { Id = token.PersonId, Name = token.Name }, transaction);
            await tokens.AddAsync(token, transaction);
            await audit.AddAsync(
                new()
                {
                    Id = Guid.CreateVersion7(now), At = now, PersonId = madeBy, Channel = channel, Action = "add-token", Subject = "person", SubjectId = token.PersonId,
                    After = JsonSerializer.Serialize(new { scopes = order.Access.Scopes.ToString(), plans = order.Access.PlanIds, units = order.Access.UnitIds, expiresAt = order.ExpiresAt }),
                },
                transaction);
            return (token, $"{Prefix}{token.Id:N}_{secret}");
        },
        cancellationToken);

    /// <returns>False when there is no such token, or it was revoked before.</returns>
    public Task<bool> RevokeAsync(ApiToken token, Guid? revokedBy, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            var now = clock.GetUtcNow();
            if (!await tokens.RevokeAsync(token.Id, wall.GetUtcNow(), transaction))
                return false;
            await audit.AddAsync(
                new() { Id = Guid.CreateVersion7(now), At = now, PersonId = revokedBy, Channel = channel, Action = "revoke-token", Subject = "person", SubjectId = token.PersonId }, transaction);
            return true;
        },
        cancellationToken);

    /// <param name="text">As the system shows it.</param>
    public async Task<ApiEntry> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length is < 50 or > LongestToken || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length + IdLength] != '_'
            || !Guid.TryParseExact(text.AsSpan(Prefix.Length, IdLength), "N", out var id))
            return new(null, null);
        // Compared whole and in the same time whether anything of it is right, and whether there is such a token.
        var token = await tokens.FindAsync(id, cancellationToken);
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(text[(Prefix.Length + IdLength + 1)..])), Encoding.ASCII.GetBytes(token?.SecretHash ?? new string('-', 64)));
        if (token is null || !isRight)
            return new(null, null);
        var now = wall.GetUtcNow();
        if (!token.IsGood(now))
            return new(token, null);
        await NoteUseAsync(token, now, cancellationToken);
        return new(token, await people.FindAsync(token.PersonId, cancellationToken));
    }

    private async Task NoteUseAsync(ApiToken token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - noted.GetOrAdd(token.Id, token.LastUsedAt ?? DateTimeOffset.MinValue) < BetweenNotes)
            return;
        noted[token.Id] = now;
        await tokens.NoteUseAsync(token.Id, now, cancellationToken);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
