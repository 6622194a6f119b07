using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class KeptTextRepository(IDatabase database) : IKeptTextRepository
{
    public async Task<KeptText?> LatestAsync(Guid personId, CancellationToken cancellationToken)
    {
        const string sql = "SELECT id, person_id, saved_at, document FROM kept_text WHERE person_id = @personId ORDER BY saved_at DESC, id DESC LIMIT 1";
        return (await database.QueryAsync<Row>(sql, new { personId }, cancellationToken)).SingleOrDefault()?.ToModel();
    }

    public Task KeepAsync(KeptText text, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO kept_text (id, person_id, saved_at, document) VALUES (@Id, @PersonId, @SavedAt, @Document)
            ON CONFLICT (id) DO UPDATE SET saved_at = excluded.saved_at, document = excluded.document
            """;
        return database.WriteAsync(sql, text, cancellationToken);
    }

    public Task ForgetAsync(Guid id, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM kept_text WHERE id = @id", new { id }, cancellationToken);

    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required Guid PersonId { get; init; }
        public required DateTimeOffset SavedAt { get; init; }
        public required string Document { get; init; }

        public KeptText ToModel() => new(Id, PersonId, SavedAt, Document);
    }
}
