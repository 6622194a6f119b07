using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class EvidenceRepository(IDatabase database) : IEvidenceRepository
{
    public Task AddAsync(Evidence evidence, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO evidence (id, obligation_id, version, author_id, name, content_type, size, sha256, added_at)
            VALUES (@Id, @ObligationId, @Version, @AuthorId, @Name, @ContentType, @Size, @Sha256, @AddedAt)
            """;
        return database.WriteAsync(sql, evidence, cancellationToken);
    }

    public Task<IReadOnlyList<Evidence>> OfAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, obligation_id, version, author_id, name, content_type, size, sha256, added_at
              FROM evidence WHERE obligation_id = ANY (@obligationIds) ORDER BY obligation_id, added_at, id
            """;
        return database.QueryAsync<Evidence>(sql, new { obligationIds = new IdList(obligationIds) }, cancellationToken);
    }

    public async Task<bool> RefersToAsync(string sha256, CancellationToken cancellationToken) =>
        await database.FindAsync<long>("SELECT count(*) FROM evidence WHERE sha256 = @sha256", new { sha256 }, cancellationToken) > 0;
}
