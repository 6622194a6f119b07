using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>A section of a report in which something is mentioned.</summary>
public sealed record MentionRow
{
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>Place of the task among the unit's own in the period, from 1.</summary>
    public required int UnitTaskOrdinal { get; init; }

    public string? TaskTitle { get; init; }
    public required string TaskText { get; init; }
    public required int Section { get; init; }

    /// <summary>The whole section as filed.</summary>
    public required string Text { get; init; }
}

/// <summary>Looks through the reports of one period that count for words.</summary>
public sealed class MentionQuery(IDatabase database)
{
    /// <param name="words">Found anywhere in a section; Latin letters in either case.</param>
    /// <param name="sections">Ordinals of the sections that are looked at; at least one.</param>
    /// <param name="unitIds">Only these units; null for all.</param>
    /// <returns>By unit in the notice's order, then by task and section.</returns>
    public Task<IReadOnlyList<MentionRow>> RunAsync(Guid periodId, string words, IReadOnlyCollection<int> sections, IReadOnlyCollection<Guid>? unitIds, int skip, int most, CancellationToken cancellationToken)
    {
        // As in ProblemQuery: places are given first, and the texts are looked up one by one.
        var sql = $"""
            WITH owed AS (
                SELECT o.id, o.unit_id, o.state, o.version, t.title, t.text, t.ordinal,
                       row_number() OVER (PARTITION BY o.unit_id ORDER BY t.ordinal) AS unit_task_ordinal,
                       min(CAST(t.ordinal AS bigint) * 1000000 + a.ordinal) OVER (PARTITION BY o.unit_id) AS unit_place
                  FROM obligation o
                  JOIN plan_task t ON t.id = o.task_id
                  JOIN assignment a ON a.id = o.assignment_id
                 WHERE o.period_id = @periodId AND {(unitIds is null ? "1 = 1" : "o.unit_id = ANY (@unitIds)")}),
            told AS (
                SELECT owed.unit_id, u.name AS unit_name, owed.unit_task_ordinal, owed.title AS task_title, owed.text AS task_text, part.ordinal AS section, owed.unit_place, owed.ordinal,
                       (SELECT s.text FROM progress_entry e JOIN progress_entry_section s ON s.entry_id = e.id
                         WHERE e.obligation_id = owed.id AND e.version = owed.version AND s.ordinal = part.ordinal) AS text
                  FROM owed
                  JOIN unit u ON u.id = owed.unit_id
                  CROSS JOIN ({string.Join(" UNION ALL ", sections.Select(ordinal => $"SELECT {ordinal} AS ordinal"))}) part
                 WHERE owed.state IN (3, 4, 5))
            SELECT unit_id, unit_name, unit_task_ordinal, task_title, task_text, section, text
              FROM told WHERE lower(text) LIKE @pattern ESCAPE '\' ORDER BY unit_place, ordinal, section LIMIT @most OFFSET @skip
            """;
        return database.QueryAsync<MentionRow>(sql, new { periodId, unitIds = new IdList(unitIds ?? []), pattern = $"%{Escaped(words)}%", skip, most }, cancellationToken);
    }

    private static string Escaped(string words) => words.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
