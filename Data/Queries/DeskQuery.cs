using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>One cell of the map of units and tasks.</summary>
public sealed record HeatCell
{
    public required Guid ObligationId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid TaskId { get; init; }
    public required ObligationState State { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
}

/// <summary>A task as far as a list of tasks needs it.</summary>
public sealed record TaskHead
{
    public required Guid Id { get; init; }

    /// <summary>Place in the plan, from 1.</summary>
    public required int Ordinal { get; init; }
    public string? Number { get; init; }
    public string? Title { get; init; }
    public required string Text { get; init; }
}

/// <summary>A report as it came in.</summary>
public sealed record LatestReport
{
    public required Guid ObligationId { get; init; }
    public required string UnitName { get; init; }
    public string? TaskTitle { get; init; }
    public required string TaskText { get; init; }
    public required string AuthorName { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The first section of the report.</summary>
    public required string Text { get; init; }
}

/// <summary>What the dashboard shows beyond the lists that chat has.</summary>
public sealed class DeskQuery(IDatabase database)
{
    /// <param name="unitIds">The rows of the map.</param>
    public Task<IReadOnlyList<HeatCell>> HeatAsync(Guid periodId, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id AS obligation_id, unit_id, task_id, state, due_at, submitted_at
              FROM obligation WHERE unit_id = ANY (@unitIds) AND period_id = @periodId
            """;
        return database.QueryAsync<HeatCell>(sql, new { periodId, unitIds = new IdList(unitIds) }, cancellationToken);
    }

    /// <returns>All tasks of the period, in the notice's order: on which somebody owes something in it, also when a corrected notice has dropped them since; and of those there are now, those that nobody ever owed anything on.</returns>
    public Task<IReadOnlyList<TaskHead>> AllTasksAsync(Guid periodId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, ordinal, number, title, text FROM plan_task t
             WHERE plan_id = (SELECT plan_id FROM reporting_period WHERE id = @periodId)
               AND (EXISTS (SELECT 1 FROM assignment a JOIN obligation o ON o.assignment_id = a.id AND o.period_id = @periodId WHERE a.task_id = t.id)
                    OR (dropped_at IS NULL AND NOT EXISTS (
                          SELECT 1 FROM assignment a JOIN reporting_period p ON p.plan_id = t.plan_id JOIN obligation o ON o.period_id = p.id AND o.assignment_id = a.id WHERE a.task_id = t.id)))
             ORDER BY ordinal, id
            """;
        return database.QueryAsync<TaskHead>(sql, new { periodId }, cancellationToken);
    }

    /// <returns>Those of the units that have a task of the plan now.</returns>
    public async Task<IReadOnlySet<Guid>> WithTasksAsync(Guid planId, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT DISTINCT a.unit_id FROM assignment a JOIN plan_task t ON t.id = a.task_id
             WHERE a.unit_id = ANY (@unitIds) AND t.plan_id = @planId AND t.dropped_at IS NULL AND a.dropped_at IS NULL
            """;
        return (await database.QueryAsync<Guid>(sql, new { planId, unitIds = new IdList(unitIds) }, cancellationToken)).ToHashSet();
    }

    /// <returns>The tasks on which one of the units owes something in the period, in the notice's order; those that a corrected notice has dropped since are among them.</returns>
    public Task<IReadOnlyList<TaskHead>> TasksAsync(Guid periodId, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, ordinal, number, title, text FROM plan_task
             WHERE id IN (SELECT task_id FROM obligation WHERE unit_id = ANY (@unitIds) AND period_id = @periodId) ORDER BY ordinal
            """;
        return database.QueryAsync<TaskHead>(sql, new { periodId, unitIds = new IdList(unitIds) }, cancellationToken);
    }

    /// <summary>The units' reports on one task, a page of them.</summary>
    /// <param name="unitIds">Only theirs; null for all.</param>
    /// <returns>In the notice's order, and how many there are on all pages.</returns>
    public async Task<(IReadOnlyList<HeatCell> Cells, int Count)> OfTaskAsync(
        Guid periodId, Guid taskId, IReadOnlyCollection<Guid>? unitIds, int skip, int take, CancellationToken cancellationToken)
    {
        var from = $"""
              FROM assignment a JOIN obligation o ON o.assignment_id = a.id AND o.period_id = @periodId
             WHERE a.task_id = @taskId AND {(unitIds is null ? "1 = 1" : "o.unit_id = ANY (@unitIds)")}
            """;
        var given = new { periodId, taskId, unitIds = new IdList(unitIds ?? []), skip, take };
        var cells = await database.QueryAsync<HeatCell>(
            $"SELECT o.id AS obligation_id, o.unit_id, o.task_id, o.state, o.due_at, o.submitted_at {from} ORDER BY a.ordinal, o.id LIMIT @take OFFSET @skip", given, cancellationToken);
        return (cells, (int)(await database.FindAsync<Counted>($"SELECT count(*) AS count {from}", given, cancellationToken))!.Count);
    }

    private sealed record Counted
    {
        public required long Count { get; init; }
    }

    /// <param name="unitIds">Only theirs; null for all.</param>
    /// <returns>Of the reports that came in last, the versions that count, newest first.</returns>
    public Task<IReadOnlyList<LatestReport>> LatestAsync(Guid periodId, IReadOnlyCollection<Guid>? unitIds, int take, CancellationToken cancellationToken)
    {
        // Cut down to a few before their texts are looked up: joined at once, PostgreSQL may read all reports that were ever filed.
        var sql = $"""
            WITH newest AS (
                SELECT id, unit_id, task_id, version, due_at FROM obligation
                 WHERE period_id = @periodId AND {(unitIds is null ? "1 = 1" : "unit_id = ANY (@unitIds)")} AND state IN (3, 4, 5)
                 ORDER BY submitted_at DESC, id DESC LIMIT {MostNew.ToString(System.Globalization.CultureInfo.InvariantCulture)})
            SELECT o.id AS obligation_id, u.name AS unit_name, t.title AS task_title, t.text AS task_text, p.name AS author_name, e.version, e.submitted_at, o.due_at,
                   COALESCE((SELECT s.text FROM progress_entry_section s WHERE s.entry_id = e.id ORDER BY s.ordinal LIMIT 1), '') AS text
              FROM newest o
              JOIN progress_entry e ON e.obligation_id = o.id AND e.version = o.version
              JOIN unit u ON u.id = o.unit_id
              JOIN plan_task t ON t.id = o.task_id
              JOIN person p ON p.id = e.author_id
             ORDER BY e.submitted_at DESC, e.id DESC LIMIT @take
            """;
        return database.QueryAsync<LatestReport>(sql, new { periodId, unitIds = new IdList(unitIds ?? []), take }, cancellationToken);
    }

    /// <summary>Reports among which the newest versions are looked for: a correction of an older one is news to its unit only.</summary>
    private const int MostNew = 60;

    /// <summary>Changes with every change of the ledger, whoever makes it on whatever node: each writes an audit row in its own transaction.</summary>
    /// <param name="since">Rows from then on are counted; far enough back for a transaction that was slow to end.</param>
    public async Task<string> MarkAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        // Plans and periods that begin or end by the clock are nobody's doing, and few.
        const string sql = """
            SELECT (SELECT count(*) FROM audit WHERE at >= @since) AS rows, (SELECT max(at) FROM audit WHERE at >= @since) AS latest,
                   (SELECT count(*) + count(closed_at) FROM reporting_period) AS periods, (SELECT count(*) FROM plan) AS plans
            """;
        var mark = await database.FindAsync<Mark>(sql, new { since }, cancellationToken);
        return $"{mark!.Rows} {mark.Latest?.UtcTicks} {mark.Periods} {mark.Plans}";
    }

    private sealed record Mark
    {
        public required long Rows { get; init; }
        public DateTimeOffset? Latest { get; init; }
        public required long Periods { get; init; }
        public required long Plans { get; init; }
    }
}
