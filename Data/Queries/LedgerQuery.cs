using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

public sealed class LedgerQuery(IDatabase database) : ILedgerQuery
{
    public Task<IReadOnlyList<LedgerRow>> OfPeriodAsync(Guid periodId, Guid? unitId, CancellationToken cancellationToken)
    {
        // A unit's places depend on all that it owes in the period, and on nobody else's: one unit can be read alone.
        var sql = $"""
            SELECT obligation.id AS obligation_id, obligation.unit_id, unit.name AS unit_name, obligation.task_id,
                   plan_task.ordinal AS task_ordinal, plan_task.number AS task_number, plan_task.title AS task_title, plan_task.text AS task_text,
                   assignment.role, obligation.state, obligation.due_on, obligation.due_at, obligation.round, obligation.version, obligation.submitted_at,
                   row_number() OVER (PARTITION BY obligation.unit_id ORDER BY plan_task.ordinal) AS unit_task_ordinal
              FROM obligation
              JOIN unit ON unit.id = obligation.unit_id
              JOIN plan_task ON plan_task.id = obligation.task_id
              JOIN assignment ON assignment.id = obligation.assignment_id
             WHERE obligation.period_id = @periodId AND {(unitId is null ? "1 = 1" : "obligation.unit_id = @unitId")}
             ORDER BY min(plan_task.ordinal) OVER (PARTITION BY obligation.unit_id),
                      first_value(assignment.ordinal) OVER (PARTITION BY obligation.unit_id ORDER BY plan_task.ordinal),
                      plan_task.ordinal
            """;
        return database.QueryAsync<LedgerRow>(sql, new { periodId, unitId }, cancellationToken);
    }

    public Task<IReadOnlyList<UnitTally>> TallyAsync(Guid periodId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The order is that of the rows: by the unit's first task, then by its place there. No task has a million units.
        const string sql = """
            SELECT unit.id AS unit_id, unit.name AS unit_name, count(*) AS owed,
                   sum(CASE WHEN state IN (1, 2, 6) THEN 1 ELSE 0 END) AS open,
                   sum(CASE WHEN state IN (1, 2, 6) AND due_at <= @now THEN 1 ELSE 0 END) AS overdue,
                   sum(CASE WHEN state = 7 THEN 1 ELSE 0 END) AS waived,
                   sum(CASE WHEN state IN (3, 4, 5) AND submitted_at >= due_at THEN 1 ELSE 0 END) AS late,
                   max(CASE WHEN state IN (3, 4, 5) THEN submitted_at END) AS last_submitted_at
              FROM obligation
              JOIN unit ON unit.id = obligation.unit_id
              JOIN plan_task ON plan_task.id = obligation.task_id
              JOIN assignment ON assignment.id = obligation.assignment_id
             WHERE obligation.period_id = @periodId
             GROUP BY unit.id, unit.name
             ORDER BY min(CAST(plan_task.ordinal AS bigint) * 1000000 + assignment.ordinal)
            """;
        return database.QueryAsync<UnitTally>(sql, new { periodId, now }, cancellationToken);
    }

    public async Task<(int Units, int Obligations)> OpenInAsync(IReadOnlyCollection<Guid> periodIds, CancellationToken cancellationToken)
    {
        if (periodIds.Count == 0)
            return (0, 0);
        // The list of states is that of the index obligation_open, word for word: a partial index serves only the condition it was made with.
        var (open, parameters) = PeriodByPeriod.Of(periodIds, "SELECT unit_id FROM obligation WHERE period_id = @periodId AND state IN (1, 2, 6)");
        var counts = await database.FindAsync<Counts>($"SELECT count(DISTINCT unit_id) AS units, count(*) AS obligations FROM ({open}) AS lacking", parameters, cancellationToken);
        return (counts!.Units, counts.Obligations);
    }

    private sealed record Counts
    {
        public required int Units { get; init; }
        public required int Obligations { get; init; }
    }
}
