using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class AuditRepository(IDatabase database) : IAuditRepository
{
    public Task AddAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO audit (id, at, person_id, channel, action, subject, subject_id, before, after)
            VALUES (@Id, @At, @PersonId, @Channel, @Action, @Subject, @SubjectId, @Before, @After)
            """;
        return database.WriteAsync(sql, record, cancellationToken);
    }

    public Task<IReadOnlyList<AuditRecord>> ByPersonAsync(Guid personId, DateTimeOffset since, int take, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, at, person_id, channel, action, subject, subject_id, before, after FROM audit WHERE at >= @since AND person_id = @personId ORDER BY at DESC, id DESC LIMIT @take
            """;
        return database.QueryAsync<AuditRecord>(sql, new { personId, since, take }, cancellationToken);
    }

    public Task<IReadOnlyList<AuditRecord>> OfAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, at, person_id, channel, action, subject, subject_id, before, after FROM audit WHERE subject_id = @subjectId ORDER BY at, id
            """;
        return database.QueryAsync<AuditRecord>(sql, new { subjectId }, cancellationToken);
    }
}
