using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>Notices that wait to be looked through.</summary>
public sealed class NoticeDraftRepository(IDatabase database)
{
    /// <summary>Adds one, and forgets those that nobody has touched since <paramref name="keptSince"/>.</summary>
    public Task AddAsync(NoticeDraft draft, DateTimeOffset keptSince, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.WriteAsync("DELETE FROM notice_draft WHERE saved_at < @keptSince", new { keptSince }, token);
            const string sql = """
                INSERT INTO notice_draft (id, person_id, version, source_name, source_hash, document, saved_at)
                VALUES (@Id, @PersonId, @Version, @SourceName, @SourceHash, @Document, @SavedAt)
                """;
            return await database.WriteAsync(sql, draft, token);
        },
        cancellationToken);

    /// <returns>Null when there is none, or it is another person's.</returns>
    public async Task<NoticeDraft?> FindAsync(Guid id, Guid personId, CancellationToken cancellationToken)
    {
        const string sql = "SELECT id, person_id, version, source_name, source_hash, document, saved_at FROM notice_draft WHERE id = @id AND person_id = @personId";
        return (await database.FindAsync<Row>(sql, new { id, personId }, cancellationToken))?.ToModel();
    }

    /// <returns>The person's, newest first, with an empty document.</returns>
    public async Task<IReadOnlyList<NoticeDraft>> OfPersonAsync(Guid personId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, person_id, version, source_name, source_hash, '' AS document, saved_at FROM notice_draft WHERE person_id = @personId ORDER BY saved_at DESC, id DESC
            """;
        return [.. (await database.QueryAsync<Row>(sql, new { personId }, cancellationToken)).Select(row => row.ToModel())];
    }

    /// <summary>Saves the document under the draft's version, which must be one more than what is there.</summary>
    /// <returns>False when somebody else was faster, or it is gone; nothing is saved then.</returns>
    public async Task<bool> SaveAsync(NoticeDraft draft, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE notice_draft SET version = @Version, document = @Document, saved_at = @SavedAt WHERE id = @Id AND person_id = @PersonId AND version = @Version - 1
            """;
        return await database.WriteAsync(sql, draft, cancellationToken) == 1;
    }

    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) => database.WriteAsync("DELETE FROM notice_draft WHERE id = @id", new { id }, cancellationToken);

    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required Guid PersonId { get; init; }
        public required int Version { get; init; }
        public required string SourceName { get; init; }
        public required string SourceHash { get; init; }
        public required string Document { get; init; }
        public required DateTimeOffset SavedAt { get; init; }

        public NoticeDraft ToModel() => new(Id, PersonId, Version, SourceName, SourceHash, Document, SavedAt);
    }
}
