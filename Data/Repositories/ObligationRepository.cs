using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class ObligationRepository(IDatabase database) : IObligationRepository
{
    public Task<Obligation?> FindAsync(Guid obligationId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, period_id, assignment_id, task_id, unit_id, state, due_on, due_at, round, version, submitted_at FROM obligation WHERE id = @obligationId
            """;
        return database.FindAsync<Obligation>(sql, new { obligationId }, cancellationToken);
    }

    public async Task<OwedInPeriod?> FindWithPeriodAsync(Guid obligationId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT o.id, o.period_id, o.assignment_id, o.task_id, o.unit_id, o.state, o.due_on, o.due_at, o.round, o.version, o.submitted_at,
                   p.id, p.plan_id, p.period, p.due_on, p.due_at, p.is_provisional, p.collection_from, p.opened_at, p.closed_at
              FROM obligation o JOIN reporting_period p ON p.id = o.period_id WHERE o.id = @obligationId
            """;
        return await database.FindPairAsync<Obligation, PlanPeriod>(sql, new { obligationId }, "id", cancellationToken) is var (obligation, period) ? new(obligation, period) : null;
    }

    public Task<IReadOnlyList<Obligation>> OfUnitsAsync(Guid periodId, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT obligation.id, obligation.period_id, obligation.assignment_id, obligation.task_id, obligation.unit_id, obligation.state,
                   obligation.due_on, obligation.due_at, obligation.round, obligation.version, obligation.submitted_at
              FROM obligation JOIN plan_task ON plan_task.id = obligation.task_id JOIN assignment ON assignment.id = obligation.assignment_id
             WHERE obligation.period_id = @periodId AND obligation.unit_id = ANY (@unitIds)
             ORDER BY plan_task.ordinal, assignment.ordinal
            """;
        return database.QueryAsync<Obligation>(sql, new { periodId, unitIds = new IdList(unitIds) }, cancellationToken);
    }

    public Task<IReadOnlyList<Obligation>> FindAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, period_id, assignment_id, task_id, unit_id, state, due_on, due_at, round, version, submitted_at FROM obligation WHERE id = ANY (@ids)
            """;
        return database.QueryAsync<Obligation>(sql, new { ids = new IdList(obligationIds) }, cancellationToken);
    }

    public Task AddExtensionAsync(Extension extension, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO extension (id, obligation_id, old_due_on, new_due_on, granted_by, reason, granted_at)
            VALUES (@Id, @ObligationId, @OldDueOn, @NewDueOn, @GrantedBy, @Reason, @GrantedAt)
            """;
        return database.WriteAsync(sql, extension, cancellationToken);
    }

    public Task SetExtensionReasonAsync(Guid obligationId, string reason, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE extension SET reason = @reason
             WHERE id = (SELECT id FROM extension WHERE obligation_id = @obligationId ORDER BY granted_at DESC, id DESC LIMIT 1)
            """;
        return database.WriteAsync(sql, new { obligationId, reason }, cancellationToken);
    }

    public Task<IReadOnlyList<Extension>> ExtensionsAsync(Guid obligationId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, obligation_id, old_due_on, new_due_on, granted_by, reason, granted_at FROM extension WHERE obligation_id = @obligationId ORDER BY granted_at, id
            """;
        return database.QueryAsync<Extension>(sql, new { obligationId }, cancellationToken);
    }

    public async Task<bool> SaveAsync(Obligation before, Obligation after, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE obligation SET state = @State, due_on = @DueOn, due_at = @DueAt, round = @Round, version = @Version, submitted_at = @SubmittedAt
             WHERE id = @Id AND version = @oldVersion AND state = @oldState AND round = @oldRound
            """;
        var parameters = new
        {
            before.Id, after.State, after.DueOn, after.DueAt, after.Round, after.Version, after.SubmittedAt,
            oldVersion = before.Version, oldState = before.State, oldRound = before.Round,
        };
        return await database.WriteAsync(sql, parameters, cancellationToken) == 1;
    }
}
