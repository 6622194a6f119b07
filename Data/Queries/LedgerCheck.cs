using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Queries;

public sealed class LedgerCheck(IDatabase database) : ILedgerCheck
{
    public IReadOnlyList<string> Rules { get; } = [.. LedgerRules.All.Keys];

    public Task<IReadOnlyList<BrokenRow>> BreakingAsync(string rule, int take, CancellationToken cancellationToken) =>
        database.QueryAsync<BrokenRow>($"{LedgerRules.All[rule]} LIMIT @take", new { take }, cancellationToken);

    public async Task<LedgerCounts> CountAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT (SELECT count(*) FROM plan) AS plans, (SELECT count(*) FROM reporting_period) AS periods, (SELECT count(*) FROM obligation) AS obligations,
                   (SELECT count(*) FROM progress_entry) AS reports, (SELECT count(*) FROM reminder) AS reminders
            """;
        return (await database.FindAsync<LedgerCounts>(sql, null, cancellationToken))!;
    }

    public Task<IReadOnlyList<ImportedCounts>> ImportsAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT plan.id AS plan_id, audit.after AS audited,
                   (SELECT count(*) FROM plan_task WHERE plan_task.plan_id = plan.id AND plan_task.added_at IS NULL) AS tasks,
                   (SELECT count(DISTINCT unit_id) FROM assignment JOIN plan_task ON plan_task.id = assignment.task_id WHERE plan_task.plan_id = plan.id AND assignment.added_at IS NULL) AS units
              FROM plan
              JOIN audit ON audit.subject_id = plan.id AND audit.action = 'import-plan'
             ORDER BY plan.id
            """;
        return database.QueryAsync<ImportedCounts>(sql, null, cancellationToken);
    }

    public Task<IReadOnlyList<Guid>> WithoutStepAsync(
        PlanPeriod period, string step, IReadOnlyCollection<string> earlier, IReadOnlyCollection<string> later, int take, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT DISTINCT r.person_id
              FROM reminder r
             WHERE r.plan_id = @PlanId AND r.period = @Period AND r.round = 0 AND r.step = ANY (@later)
               AND EXISTS (SELECT 1 FROM reminder e
                            WHERE e.person_id = r.person_id AND e.plan_id = @PlanId AND e.period = @Period AND e.round = 0 AND e.step = ANY (@earlier))
               AND NOT EXISTS (SELECT 1 FROM reminder e
                                WHERE e.person_id = r.person_id AND e.plan_id = @PlanId AND e.period = @Period AND e.round = 0 AND e.step = @step)
             LIMIT @take
            """;
        var parameters = new { period.PlanId, period.Period, step, earlier = new KeyList(earlier), later = new KeyList(later), take };
        return database.QueryAsync<Guid>(sql, parameters, cancellationToken);
    }

    public Task<IReadOnlyList<BrokenRow>> WaitingSinceAsync(DateTimeOffset before, int take, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT CAST(id AS text) AS id, step || ', state ' || state AS detail
              FROM reminder WHERE state IN (1, 2) AND next_attempt_at <= @before AND (leased_until IS NULL OR leased_until <= @before)
             ORDER BY next_attempt_at LIMIT @take
            """;
        return database.QueryAsync<BrokenRow>(sql, new { before, take }, cancellationToken);
    }

    public Task<IReadOnlyList<DateTimeOffset>> SentAtAsync(Guid planId, CancellationToken cancellationToken) => database.QueryAsync<DateTimeOffset>(
        "SELECT DISTINCT sent_at FROM reminder WHERE plan_id = @planId AND state = 3 AND kind IN (1, 2, 3, 4, 6)", new { planId }, cancellationToken);

    public Task<IReadOnlyList<Guid>> NotRemindedAsync(PlanPeriod period, string step, DateOnly today, int take, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT DISTINCT c.person_id
              FROM contact c
             WHERE (c.kind = 1 OR (c.kind = 2 AND NOT EXISTS (SELECT 1 FROM contact p WHERE p.unit_id = c.unit_id AND p.kind = 1)))
               AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.person_id = c.person_id AND a.ended_at IS NULL AND a.from_on <= @today AND (a.until_on IS NULL OR a.until_on >= @today))
               AND EXISTS (SELECT 1 FROM obligation o WHERE o.unit_id = c.unit_id AND o.period_id = @Id AND o.round = 0 AND o.state IN (1, 2))
               AND NOT EXISTS (SELECT 1 FROM reminder r
                                WHERE r.person_id = c.person_id AND r.plan_id = @PlanId AND r.period = @Period AND r.round = 0 AND r.step = @step)
             LIMIT @take
            """;
        return database.QueryAsync<Guid>(sql, new { period.Id, period.PlanId, period.Period, step, today, take }, cancellationToken);
    }
}
