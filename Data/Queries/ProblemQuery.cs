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

    /// <summary>Place of the unit in the notice, and of the task in the plan: rows come in the order of these and the report's id.</summary>
    public required long UnitPlace { get; init; }
    public required int TaskOrdinal { get; init; }

    /// <summary>What the coordinator has decided about it; null for nothing.</summary>
    public ProblemMark? Mark { get; init; }
}

/// <summary>Where a page of problems ended.</summary>
public readonly record struct ProblemPlace(long UnitPlace, int TaskOrdinal, Guid ObligationId)
{
    public static ProblemPlace Of(ProblemRow row) => new(row.UnitPlace, row.TaskOrdinal, row.ObligationId);
}

/// <summary>The reported problems of a period, side by side with those of the period before or after.</summary>
public sealed class ProblemQuery(IDatabase database)
{
    /// <param name="otherPeriodId">The period to compare with; null when there is none.</param>
    /// <param name="section">Ordinal of the section that holds the problems.</param>
    /// <param name="unitIds">Only these units; null for all.</param>
    /// <returns>One row for each report that counts, by unit in the notice's order, then by task.</returns>
    public Task<IReadOnlyList<ProblemRow>> RunAsync(
        Guid periodId, Guid? otherPeriodId, int section, IReadOnlyCollection<Guid>? unitIds, CancellationToken cancellationToken) =>
        ReadAsync(periodId, otherPeriodId, section, unitIds, new(null, null), cancellationToken);

    /// <summary>The same in pages: the texts of one page are read, and a report that is returned between two pages shifts nothing.</summary>
    /// <param name="after">Null for the first page.</param>
    /// <returns>Up to <paramref name="take"/> rows; the text is empty where a report has no such section.</returns>
    public Task<IReadOnlyList<ProblemRow>> PageAsync(
        Guid periodId, Guid? otherPeriodId, int section, IReadOnlyCollection<Guid>? unitIds, ProblemPlace? after, int take, CancellationToken cancellationToken) =>
        ReadAsync(periodId, otherPeriodId, section, unitIds, new(after, take), cancellationToken);

    private readonly record struct Cut(ProblemPlace? After, int? Take);

    private Task<IReadOnlyList<ProblemRow>> ReadAsync(Guid periodId, Guid? otherPeriodId, int section, IReadOnlyCollection<Guid>? unitIds, Cut cut, CancellationToken cancellationToken)
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
            page AS (
                SELECT id, unit_id, assignment_id, version, title, text, ordinal, unit_task_ordinal, unit_place FROM owed
                 WHERE state IN (3, 4, 5) {(cut.After is null ? "" : "AND (unit_place, ordinal, id) > (@place, @task, @after)")}
                 {(cut.Take is null ? "" : "ORDER BY unit_place, ordinal, id LIMIT @take")}),
            reported AS (
                SELECT page.id AS obligation_id, page.unit_id, u.name AS unit_name, page.unit_task_ordinal, page.title AS task_title, page.text AS task_text,
                       {SectionOf("page")} AS text, other.state AS other_state,
                       CASE WHEN other.state IN (3, 4, 5) THEN {SectionOf("other")} END AS other_text,
                       (SELECT m.state FROM problem_mark m WHERE m.obligation_id = page.id) AS mark, page.unit_place, page.ordinal AS task_ordinal
                  FROM page
                  JOIN unit u ON u.id = page.unit_id
                  LEFT JOIN obligation other ON other.period_id = @otherPeriodId AND other.assignment_id = page.assignment_id)
            SELECT obligation_id, unit_id, unit_name, unit_task_ordinal, task_title, task_text, COALESCE(text, '') AS text, other_state, other_text, mark, unit_place, task_ordinal
              FROM reported {(cut.Take is null ? "WHERE text IS NOT NULL" : "")} ORDER BY unit_place, task_ordinal, obligation_id
            """;
        return database.QueryAsync<ProblemRow>(sql, new { periodId, otherPeriodId, section, unitIds = new IdList(unitIds ?? []), place = cut.After?.UnitPlace, task = cut.After?.TaskOrdinal, after = cut.After?.ObligationId, take = cut.Take }, cancellationToken);
    }

    /// <summary>The section's text in the version that counts.</summary>
    private static string SectionOf(string obligation) =>
        $"""
        (SELECT s.text FROM progress_entry e JOIN progress_entry_section s ON s.entry_id = e.id
          WHERE e.obligation_id = {obligation}.id AND e.version = {obligation}.version AND s.ordinal = @section)
        """;
}
