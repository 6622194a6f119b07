using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>A share in a task without a lead, in a plan on which lead units report, that owes nothing in a period under way.</summary>
public sealed record UnaskedRow
{
    public required Guid PlanId { get; init; }
    public required string Title { get; init; }
    public required Guid PeriodId { get; init; }
    public required ReportingPeriod Period { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required Guid AssignmentId { get; init; }
    public required Guid TaskId { get; init; }
    public required Guid UnitId { get; init; }
}

/// <summary>Periods that were opened when tasks without a lead owed nothing: since then those responsible for them owe, from the next period on.</summary>
public sealed class UnaskedQuery(IDatabase database)
{
    /// <returns>By plan, period and task; empty most of the time.</returns>
    public Task<IReadOnlyList<UnaskedRow>> RunAsync(CancellationToken cancellationToken)
    {
        // Roles: 1 lead, 3 responsible. Whoever came after the period was opened owes from the next one; so it is with a lead that has gone since.
        const string sql = """
            SELECT plan.id AS plan_id, plan.title AS title, p.id AS period_id, p.period AS period, p.due_on AS due_on, p.due_at AS due_at,
                   a.id AS assignment_id, a.task_id AS task_id, a.unit_id AS unit_id
              FROM reporting_period p
              JOIN plan ON plan.id = p.plan_id
              JOIN plan_task t ON t.plan_id = plan.id
              JOIN assignment a ON a.task_id = t.id
              JOIN unit u ON u.id = a.unit_id
             WHERE p.closed_at IS NULL AND plan.lead_only AND u.kind = 1 AND a.role = 3 AND t.dropped_at IS NULL AND a.dropped_at IS NULL
               AND (a.added_at IS NULL OR a.added_at <= p.opened_at)
               AND NOT EXISTS (SELECT 1 FROM assignment l WHERE l.task_id = t.id AND l.role = 1 AND (l.dropped_at IS NULL OR l.dropped_at > p.opened_at))
               AND NOT EXISTS (SELECT 1 FROM obligation o WHERE o.period_id = p.id AND o.task_id = a.task_id AND o.unit_id = a.unit_id)
             ORDER BY plan.id, p.due_on, t.ordinal, a.id
            """;
        return database.QueryAsync<UnaskedRow>(sql, null, cancellationToken);
    }
}
