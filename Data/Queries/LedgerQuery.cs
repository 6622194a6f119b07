using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

public sealed class LedgerQuery(IDatabase database) : ILedgerQuery
{
    public Task<IReadOnlyList<LedgerRow>> OfPeriodAsync(Guid periodId, Guid? unitId, CancellationToken cancellationToken) => unitId is { } only
        ? ReadAsync("unit_id = @only", new { periodId, only }, cancellationToken)
        : ReadAsync("true", new { periodId }, cancellationToken);

    // The list of states is that of the index obligation_open, word for word: a partial index serves only the condition it was made with.
    public Task<IReadOnlyList<LedgerRow>> OverdueAsync(Guid periodId, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync("state IN (1, 2, 6) AND due_at <= @now", new { periodId, now }, cancellationToken);

    public Task<IReadOnlyList<UnitTally>> TallyAsync(Guid periodId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The order is that of the rows: by the unit's first task, then by its place there. No task has a million units.
        const string sql = """
            SELECT unit.id AS unit_id, unit.name AS unit_name, count(*) AS owed,
                   sum(CASE WHEN state IN (1, 2, 6) THEN 1 ELSE 0 END) AS open,
                   sum(CASE WHEN state IN (1, 2, 6) AND due_at <= @now THEN 1 ELSE 0 END) AS overdue,
                   sum(CASE WHEN state = 7 THEN 1 ELSE 0 END) AS waived,
                   sum(CASE WHEN state IN (3, 4, 5) AND submitted_at >= due_at THEN 1 ELSE 0 END) AS late
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
        const string sql = """
            SELECT count(DISTINCT unit_id) AS units, count(*) AS obligations FROM obligation WHERE period_id = ANY (@periodIds) AND state IN (1, 2, 6)
            """;
        var counts = await database.FindAsync<Counts>(sql, new { periodIds = new IdList(periodIds) }, cancellationToken);
        return (counts!.Units, counts.Obligations);
    }

    /// <param name="condition">A condition on obligation, of ours, free of column names that other tables have too.</param>
    private Task<IReadOnlyList<LedgerRow>> ReadAsync(string condition, object parameters, CancellationToken cancellationToken) =>
        database.QueryAsync<LedgerRow>(Text(condition), parameters, cancellationToken);

    /// <summary>First the units concerned, by the index of the condition; then their places, which depend on all that each of them owes in the period.</summary>
    internal static string Text(string condition) => $"""
        WITH concerned AS (SELECT DISTINCT unit_id FROM obligation WHERE period_id = @periodId AND {condition}),
             placed AS (SELECT obligation.id AS obligation_id, obligation.unit_id, unit.name AS unit_name, obligation.task_id,
                               plan_task.ordinal AS task_ordinal, plan_task.number AS task_number, plan_task.title AS task_title, plan_task.text AS task_text,
                               assignment.role, obligation.state, obligation.due_on, obligation.due_at, obligation.round, obligation.version, obligation.submitted_at,
                               row_number() OVER (PARTITION BY obligation.unit_id ORDER BY plan_task.ordinal) AS unit_task_ordinal,
                               min(plan_task.ordinal) OVER (PARTITION BY obligation.unit_id) AS first_task,
                               first_value(assignment.ordinal) OVER (PARTITION BY obligation.unit_id ORDER BY plan_task.ordinal) AS first_place
                          FROM obligation
                          JOIN unit ON unit.id = obligation.unit_id
                          JOIN plan_task ON plan_task.id = obligation.task_id
                          JOIN assignment ON assignment.id = obligation.assignment_id
                         WHERE obligation.period_id = @periodId AND obligation.unit_id IN (SELECT unit_id FROM concerned))
        SELECT obligation_id, unit_id, unit_name, task_id, task_ordinal, unit_task_ordinal, task_number, task_title, task_text,
               role, state, due_on, due_at, round, version, submitted_at
          FROM placed WHERE {condition}
         ORDER BY first_task, first_place, task_ordinal
        """;

    private sealed record Counts
    {
        public required int Units { get; init; }
        public required int Obligations { get; init; }
    }
}
