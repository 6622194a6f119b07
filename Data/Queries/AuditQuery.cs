using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>One line of the audit trail with the names that its ids stand for; a name is null where it has nothing to do with the line.</summary>
public sealed record AuditLine
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Null when PlanBot itself acted, or the command line.</summary>
    public string? PersonName { get; init; }

    public required string Channel { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public string? UnitName { get; init; }

    /// <summary>Place of the task among the unit's own in the period, from 1; 0 when the line is about no task.</summary>
    public required int UnitTaskOrdinal { get; init; }

    public ReportingPeriod? Period { get; init; }
    public string? PlanTitle { get; init; }

    /// <summary>The person whom it was done to.</summary>
    public string? SubjectName { get; init; }

    /// <summary>JSON, as the audit keeps it.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }
}

/// <param name="UnitIds">Only what concerns these units; null for everything.</param>
/// <param name="ReportsOnly">With units: only what was done to their reports, not to their people.</param>
/// <param name="PeriodId">With units: only reports of this period; null for any.</param>
/// <param name="Task">With a period: only the unit's task at this place, from 1; null for all.</param>
public sealed record AuditFilter(IReadOnlyCollection<Guid>? UnitIds = null, bool ReportsOnly = false, Guid? PeriodId = null, int? Task = null)
{
    /// <summary>Only what this person did; null for everybody.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>First instant that counts, and first that no longer does; null where there is no bound.</summary>
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Who did what, newest first.</summary>
public sealed class AuditQuery(IDatabase database)
{
    // A unit's place of a task: how many of its tasks in the period stand no later.
    private const string Place = """
        (SELECT count(*) FROM obligation x JOIN plan_task xt ON xt.id = x.task_id
          WHERE x.period_id = o.period_id AND x.unit_id = o.unit_id AND xt.ordinal <= t.ordinal)
        """;

    public Task<IReadOnlyList<AuditLine>> RunAsync(AuditFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        // Only the lines of the page are given their names. Its bounds stand there as numbers, or PostgreSQL might plan for a tenth of all lines.
        var sql = $"""
            WITH page AS (
                SELECT id, at, person_id, channel, action, subject, subject_id, before, after
                  FROM audit WHERE {Condition(filter)}{Bounds(filter)} ORDER BY at DESC, id DESC LIMIT {take.ToString(CultureInfo.InvariantCulture)} OFFSET {skip.ToString(CultureInfo.InvariantCulture)})
            SELECT page.at, actor.name AS person_name, page.channel, page.action, page.subject, COALESCE(ou.name, su.name) AS unit_name,
                   CASE WHEN o.id IS NULL THEN 0 ELSE {Place} END AS unit_task_ordinal,
                   COALESCE(op.period, sp.period) AS period, plan.title AS plan_title, who.name AS subject_name, page.before, page.after
              FROM page
              LEFT JOIN person actor ON actor.id = page.person_id
              LEFT JOIN obligation o ON o.id = page.subject_id
              LEFT JOIN plan_task t ON t.id = o.task_id
              LEFT JOIN unit ou ON ou.id = o.unit_id
              LEFT JOIN reporting_period op ON op.id = o.period_id
              LEFT JOIN reporting_period sp ON sp.id = page.subject_id
              LEFT JOIN plan ON plan.id = COALESCE(op.plan_id, sp.plan_id, page.subject_id)
              LEFT JOIN unit su ON su.id = page.subject_id
              LEFT JOIN person who ON who.id = page.subject_id
             ORDER BY page.at DESC, page.id DESC
            """;
        return database.QueryAsync<AuditLine>(sql, new { unitIds = new IdList(filter.UnitIds ?? []), filter.PeriodId, filter.Task, filter.PersonId, filter.From, filter.Until }, cancellationToken);
    }

    private static string Bounds(AuditFilter filter) =>
        (filter.PersonId is null ? "" : " AND person_id = @PersonId") + (filter.From is null ? "" : " AND at >= @From") + (filter.Until is null ? "" : " AND at < @Until");

    private static string Condition(AuditFilter filter)
    {
        if (filter.UnitIds is null)
            return "1 = 1";
        var reports = $"""
            SELECT o.id FROM obligation o JOIN plan_task t ON t.id = o.task_id
             WHERE o.unit_id = ANY (@unitIds) {(filter.PeriodId is null ? "" : "AND o.period_id = @PeriodId")} {(filter.Task is null ? "" : $"AND {Place} = @Task")}
            """;
        // As one list, so that the index by subject serves each of them.
        return filter.ReportsOnly || filter.PeriodId is not null
            ? $"subject_id IN ({reports})"
            : $"subject_id IN ({reports} UNION SELECT person_id FROM contact WHERE unit_id = ANY (@unitIds) UNION SELECT id FROM unit WHERE id = ANY (@unitIds))";
    }
}
