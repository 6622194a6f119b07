using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

/// <summary>One obligation with its unit and task, as a list for another system has it.</summary>
public sealed record OwedRow
{
    public required Guid ObligationId { get; init; }
    public required Guid AssignmentId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required Guid TaskId { get; init; }
    public string? TaskNumber { get; init; }
    public string? TaskTitle { get; init; }
    public required AssignmentRole Role { get; init; }
    public required ObligationState State { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required int Round { get; init; }
    public required int Version { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    public bool IsOpen => State.IsOpen();

    /// <summary>A version of it counts as reported.</summary>
    public bool Counts => State.Counts();

    public bool IsOverdue(DateTimeOffset now) => IsOpen && now >= DueAt;

    public bool IsLate => Counts && SubmittedAt >= DueAt;
}

/// <param name="UnitIds">Only theirs; null for all.</param>
public sealed record OwedFilter(Guid PeriodId, IReadOnlyCollection<Guid>? UnitIds = null)
{
    public Guid? TaskId { get; init; }
    public ObligationState? State { get; init; }

    /// <summary>Only what counts as reported.</summary>
    public bool MustCount { get; init; }
}

/// <summary>Pages of what other systems read: each goes on behind the last row of the one before, whatever was added meanwhile, and reads no more than it gives.</summary>
public sealed class ApiQuery(IDatabase database)
{
    private const string Columns = """
        o.id AS obligation_id, o.assignment_id, o.unit_id, u.name AS unit_name, o.task_id, t.number AS task_number, t.title AS task_title, a.role, o.state, o.due_on, o.due_at, o.round,
        o.version, o.submitted_at
        """;

    private const string Joins = "JOIN unit u ON u.id = o.unit_id JOIN plan_task t ON t.id = o.task_id JOIN assignment a ON a.id = o.assignment_id";

    /// <param name="after">Assignment of the last row of the page before; null for the first.</param>
    /// <returns>By assignment.</returns>
    public Task<IReadOnlyList<OwedRow>> OwedAsync(OwedFilter filter, Guid? after, int take, CancellationToken cancellationToken)
    {
        // The unique key (period_id, assignment_id) ends the search after the page.
        var sql = $"""
            WITH page AS (
                SELECT * FROM obligation
                 WHERE period_id = @PeriodId AND assignment_id > @after{(filter.UnitIds is null ? "" : " AND unit_id = ANY (@units)")}{(filter.TaskId is null ? "" : " AND task_id = @TaskId")}{(filter.State is null ? "" : " AND state = @State")}{(filter.MustCount ? " AND state IN (3, 4, 5)" : "")}
                 ORDER BY assignment_id LIMIT @take)
            SELECT {Columns} FROM page o {Joins} ORDER BY o.assignment_id
            """;
        return database.QueryAsync<OwedRow>(
            sql, new { filter.PeriodId, after = after ?? Guid.Empty, units = new IdList(filter.UnitIds ?? []), filter.TaskId, filter.State, take }, cancellationToken);
    }

    /// <param name="after">Unit and obligation of the last row of the page before; null for the first.</param>
    /// <returns>Open and past due, by unit.</returns>
    public Task<IReadOnlyList<OwedRow>> OverdueAsync(OwedFilter filter, DateTimeOffset now, (Guid UnitId, Guid ObligationId)? after, int take, CancellationToken cancellationToken)
    {
        // The condition is that of the index of what is open, word for word.
        var sql = $"""
            WITH page AS (
                SELECT * FROM obligation
                 WHERE period_id = @PeriodId AND state IN (1, 2, 6) AND due_at <= @now AND unit_id >= @unitId AND (unit_id > @unitId OR id > @id)
                       {(filter.UnitIds is null ? "" : "AND unit_id = ANY (@units)")} {(filter.TaskId is null ? "" : "AND task_id = @TaskId")}
                 ORDER BY unit_id, id LIMIT @take)
            SELECT {Columns} FROM page o {Joins} ORDER BY o.unit_id, o.id
            """;
        var (unitId, id) = after ?? default;
        return database.QueryAsync<OwedRow>(sql, new { filter.PeriodId, now, unitId, id, units = new IdList(filter.UnitIds ?? []), filter.TaskId, take }, cancellationToken);
    }

    /// <returns>Null when there is no such obligation.</returns>
    public Task<OwedRow?> FindAsync(Guid obligationId, CancellationToken cancellationToken) =>
        database.FindAsync<OwedRow>($"SELECT {Columns} FROM obligation o {Joins} WHERE o.id = @obligationId", new { obligationId }, cancellationToken);

    /// <summary>What fell due in a plan's period after <paramref name="from"/> and until <paramref name="until"/>, and is open.</summary>
    public Task<IReadOnlyList<OwedRow>> FellDueAsync(Guid periodId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => database.QueryAsync<OwedRow>(
        $"""
        SELECT {Columns} FROM obligation o {Joins}
         WHERE o.period_id = @periodId AND o.state IN (1, 2, 6) AND o.due_at > @from AND o.due_at <= @until ORDER BY o.unit_id, o.id
        """,
        new { periodId, from, until }, cancellationToken);

    /// <param name="planId">Only this plan's; null for all.</param>
    /// <returns>Periods in which something may have become overdue.</returns>
    public Task<IReadOnlyList<PlanPeriod>> DuePeriodsAsync(Guid? planId, DateTimeOffset until, CancellationToken cancellationToken) => database.QueryAsync<PlanPeriod>(
        $"""
        SELECT id, plan_id, period, due_on, due_at, is_provisional, collection_from, opened_at, closed_at
          FROM reporting_period WHERE due_at <= @until {(planId is null ? "" : "AND plan_id = @planId")}
        """,
        new { planId, until }, cancellationToken);

    /// <param name="after">The last unit of the page before; null for the first.</param>
    /// <param name="only">Only these; null for all.</param>
    /// <returns>Units that have or had a task in the plan, without their aliases, by id.</returns>
    public Task<IReadOnlyList<Unit>> UnitsAsync(Guid planId, IReadOnlyCollection<Guid>? only, Guid? after, int take, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT u.id, u.name, u.place, u.kind
              FROM (SELECT DISTINCT a.unit_id FROM plan_task t JOIN assignment a ON a.task_id = t.id
                     WHERE t.plan_id = @planId AND a.unit_id > @after {(only is null ? "" : "AND a.unit_id = ANY (@only)")} ORDER BY a.unit_id LIMIT @take) page
              JOIN unit u ON u.id = page.unit_id ORDER BY u.id
            """;
        return database.QueryAsync<Unit>(sql, new { planId, only = new IdList(only ?? []), after = after ?? Guid.Empty, take }, cancellationToken);
    }

    /// <param name="after">The last assignment of the page before; null for the first.</param>
    /// <param name="only">Only those of these units; null for all.</param>
    /// <returns>Who answers for what by the notice as it stands, by id.</returns>
    public Task<IReadOnlyList<Assignment>> AssignmentsAsync(Guid planId, IReadOnlyCollection<Guid>? only, Guid? after, int take, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT a.id, a.task_id, a.unit_id, a.ordinal, a.role, a.raw
              FROM plan_task t JOIN assignment a ON a.task_id = t.id
             WHERE t.plan_id = @planId AND t.dropped_at IS NULL AND a.dropped_at IS NULL AND a.id > @after {(only is null ? "" : "AND a.unit_id = ANY (@only)")}
             ORDER BY a.id LIMIT @take
            """;
        return database.QueryAsync<Assignment>(sql, new { planId, only = new IdList(only ?? []), after = after ?? Guid.Empty, take }, cancellationToken);
    }
}
