using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class PeriodRepository(IDatabase database) : IPeriodRepository
{
    public async Task<IReadOnlyList<PlanPeriod>> OfPlanAsync(Guid planId, CancellationToken cancellationToken)
    {
        // A plan has a few dozen periods at most; their keys do not sort as text when the frequency changed (2020Q4, 2021M01).
        var periods = await ReadAsync("plan_id = @planId", new { planId }, cancellationToken);
        return periods.OrderBy(period => period.Period).ToList();
    }

    public async Task<PlanPeriod?> FindAsync(Guid periodId, CancellationToken cancellationToken) =>
        (await ReadAsync("id = @periodId", new { periodId }, cancellationToken)).SingleOrDefault();

    public async Task<PlanPeriod?> FindAsync(Guid planId, ReportingPeriod period, CancellationToken cancellationToken) =>
        (await ReadAsync("plan_id = @planId AND period = @period", new { planId, period }, cancellationToken)).SingleOrDefault();

    public Task<bool> OpenAsync(PlanPeriod period, IReadOnlyList<Obligation> obligations, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO reporting_period (id, plan_id, period, due_on, due_at, is_provisional, collection_from, opened_at, closed_at)
            VALUES (@Id, @PlanId, @Period, @DueOn, @DueAt, @IsProvisional, @CollectionFrom, @OpenedAt, @ClosedAt)
            ON CONFLICT (plan_id, period) DO NOTHING
            """;
        return database.InTransactionAsync(async cancellation =>
        {
            if (await database.WriteAsync(sql, period, cancellation) == 0)
                return false;
            await WriteOwedAsync(obligations, cancellation);
            return true;
        }, cancellationToken);
    }

    public Task<bool> FillAsync(Guid periodId, IReadOnlyList<Obligation> obligations, CancellationToken cancellationToken)
    {
        const string isEmpty = "SELECT 1 FROM reporting_period p WHERE p.id = @periodId AND p.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM obligation o WHERE o.period_id = p.id)";
        return database.InTransactionAsync(async cancellation =>
        {
            if (await database.QueryAsync<int>(isEmpty, new { periodId }, cancellation) is [])
                return false;
            await WriteOwedAsync(obligations, cancellation);
            return true;
        }, cancellationToken);
    }

    public Task AddOwedAsync(IReadOnlyList<Obligation> obligations, CancellationToken cancellationToken) => WriteOwedAsync(obligations, cancellationToken);

    public Task<bool> MoveDueAsync(PlanPeriod period, DateOnly oldDueOn, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE reporting_period SET due_on = @DueOn, due_at = @DueAt, is_provisional = @IsProvisional, collection_from = @CollectionFrom
             WHERE id = @Id AND closed_at IS NULL
            """;
        // A later round has a date that a coordinator set by hand; it stays, even where it happens to be the old one.
        const string owed = """
            UPDATE obligation SET due_on = @DueOn, due_at = @DueAt WHERE period_id = @Id AND due_on = @oldDueOn AND round = 0
            """;
        return database.InTransactionAsync(async cancellation =>
        {
            if (await database.WriteAsync(sql, period, cancellation) == 0)
                return false;
            await database.WriteAsync(owed, new { period.Id, period.DueOn, period.DueAt, oldDueOn }, cancellation);
            return true;
        }, cancellationToken);
    }

    public async Task<bool> CloseAsync(Guid periodId, DateTimeOffset closedAt, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            "UPDATE reporting_period SET closed_at = @closedAt WHERE id = @periodId AND closed_at IS NULL", new { periodId, closedAt }, cancellationToken) > 0;

    public Task<T> RehearseAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) => database.RehearseAsync(
        [
            "CREATE TEMP TABLE reporting_period AS SELECT * FROM reporting_period",
            "CREATE UNIQUE INDEX rehearsed_period ON reporting_period (plan_id, period)",
            // Closed periods are the most of a ledger, and nothing is to be opened, sent or composed of them.
            "CREATE TEMP TABLE obligation AS SELECT * FROM obligation WHERE period_id IN (SELECT id FROM reporting_period WHERE closed_at IS NULL)",
            "CREATE INDEX rehearsed_obligation ON obligation (period_id, unit_id)",
            "CREATE TEMP TABLE webhook_message AS SELECT * FROM webhook_message WHERE 1 = 0",
        ],
        work,
        cancellationToken);

    private Task<int> WriteOwedAsync(IReadOnlyList<Obligation> obligations, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO obligation (id, period_id, assignment_id, task_id, unit_id, state, due_on, due_at, round, version, submitted_at)
            VALUES (@Id, @PeriodId, @AssignmentId, @TaskId, @UnitId, @State, @DueOn, @DueAt, @Round, @Version, @SubmittedAt)
            """;
        return database.InsertAsync(sql, obligations, cancellationToken);
    }

    /// <param name="condition">A condition on reporting_period, of ours.</param>
    private Task<IReadOnlyList<PlanPeriod>> ReadAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT id, plan_id, period, due_on, due_at, is_provisional, collection_from, opened_at, closed_at FROM reporting_period WHERE {condition}
            """;
        return database.QueryAsync<PlanPeriod>(sql, parameters, cancellationToken);
    }
}
