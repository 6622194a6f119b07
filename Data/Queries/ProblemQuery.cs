using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>What a unit wrote about one task under problems, and what it wrote in another period.</summary>
public sealed record ProblemRow
{
    /// <summary>Of the report.</summary>
    public required Guid ObligationId { get; init; }

    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>Place of the task among the unit's own in the period, from 1.</summary>
    public required int UnitTaskOrdinal { get; init; }

    public string? TaskTitle { get; init; }
    public required string TaskText { get; init; }

    /// <summary>As filed, 无 included.</summary>
    public required string Text { get; init; }

    /// <summary>Null when the task is not owed in the other period.</summary>
    public ObligationState? OtherState { get; init; }

    /// <summary>Null when nothing counts as reported there.</summary>
    public string? OtherText { get; init; }

    /// <summary>What the coordinator has decided about it; null for nothing.</summary>
    public ProblemMark? Mark { get; init; }
}

/// <summary>The reported problems of a period, side by side with those of the period before or after.</summary>
public sealed class ProblemQuery(IDatabase database)
{
    /// <param name="otherPeriodId">The period to compare with; null when there is none.</param>
    /// <param name="section">Ordinal of the section that holds the problems.</param>
    /// <param name="unitIds">Only these units; null for all.</param>
    /// <returns>One row for each report that counts, by unit in the notice's order, then by task.</returns>
    public Task<IReadOnlyList<ProblemRow>> RunAsync(
        Guid periodId, Guid? otherPeriodId, int section, IReadOnlyCollection<Guid>? unitIds, CancellationToken cancellationToken)
    {
        // A unit's places depend on all that it owes, reported or not: they are given before the reports are looked up.
        // The texts are looked up one by one, as scalar subqueries: joined, PostgreSQL reads all reports that were ever filed.
        var sql = $"""
            WITH owed AS (
                SELECT o.id, o.unit_id, o.assignment_id, o.state, o.version, t.title, t.text, t.ordinal, a.ordinal AS place,
                       row_number() OVER (PARTITION BY o.unit_id ORDER BY t.ordinal) AS unit_task_ordinal,
                       min(CAST(t.ordinal AS bigint) * 1000000 + a.ordinal) OVER (PARTITION BY o.unit_id) AS unit_place
                  FROM obligation o
                  JOIN plan_task t ON t.id = o.task_id
                  JOIN assignment a ON a.id = o.assignment_id
                 WHERE o.period_id = @periodId AND {(unitIds is null ? "1 = 1" : "o.unit_id = ANY (@unitIds)")}),
            reported AS (
                SELECT owed.id AS obligation_id, owed.unit_id, u.name AS unit_name, owed.unit_task_ordinal, owed.title AS task_title, owed.text AS task_text,
                       {SectionOf("owed")} AS text, other.state AS other_state,
                       CASE WHEN other.state IN (3, 4, 5) THEN {SectionOf("other")} END AS other_text,
                       (SELECT m.state FROM problem_mark m WHERE m.obligation_id = owed.id) AS mark, owed.unit_place, owed.ordinal
                  FROM owed
                  JOIN unit u ON u.id = owed.unit_id
                  LEFT JOIN obligation other ON other.period_id = @otherPeriodId AND other.assignment_id = owed.assignment_id
                 WHERE owed.state IN (3, 4, 5))
            SELECT obligation_id, unit_id, unit_name, unit_task_ordinal, task_title, task_text, text, other_state, other_text, mark
              FROM reported WHERE text IS NOT NULL ORDER BY unit_place, ordinal
            """;
        return database.QueryAsync<ProblemRow>(sql, new { periodId, otherPeriodId, section, unitIds = new IdList(unitIds ?? []) }, cancellationToken);
    }

    /// <summary>The section's text in the version that counts.</summary>
    private static string SectionOf(string obligation) =>
        $"""
        (SELECT s.text FROM progress_entry e JOIN progress_entry_section s ON s.entry_id = e.id
          WHERE e.obligation_id = {obligation}.id AND e.version = {obligation}.version AND s.ordinal = @section)
        """;
}
