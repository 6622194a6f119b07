using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>Ladders of single plans, and what was ordered for single steps.</summary>
public sealed class LadderRepository(IDatabase database)
{
    private const string Columns = "id, plan_id, period, step, kind, ordered_by, ordered_at, ended_at";

    /// <summary>Plans that have one of their own.</summary>
    public Task<IReadOnlyList<PlanLadder>> AllAsync(CancellationToken cancellationToken) =>
        database.QueryAsync<PlanLadder>("SELECT plan_id, steps, confirms_escalation, changed_by, changed_at FROM plan_ladder", null, cancellationToken);

    /// <summary>Takes the place of the one before.</summary>
    public Task SaveAsync(PlanLadder ladder, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO plan_ladder (plan_id, steps, confirms_escalation, changed_by, changed_at) VALUES (@PlanId, @Steps, @ConfirmsEscalation, @ChangedBy, @ChangedAt)
            ON CONFLICT (plan_id) DO UPDATE SET steps = excluded.steps, confirms_escalation = excluded.confirms_escalation,
                                                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;
        return database.WriteAsync(sql, ladder, cancellationToken);
    }

    /// <summary>Orders that hold, of all plans; a plan has few.</summary>
    public Task<IReadOnlyList<StepOrder>> OrdersAsync(CancellationToken cancellationToken) =>
        database.QueryAsync<StepOrder>($"SELECT {Columns} FROM step_order WHERE ended_at IS NULL ORDER BY ordered_at, id", null, cancellationToken);

    /// <summary>Every order there ever was in the plan, oldest first.</summary>
    public Task<IReadOnlyList<StepOrder>> OrdersOfAsync(Guid planId, CancellationToken cancellationToken) =>
        database.QueryAsync<StepOrder>($"SELECT {Columns} FROM step_order WHERE plan_id = @planId ORDER BY ordered_at, id", new { planId }, cancellationToken);

    /// <returns>False when such an order holds already.</returns>
    public async Task<bool> OrderAsync(StepOrder order, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO step_order (id, plan_id, period, step, kind, ordered_by, ordered_at, ended_at)
            VALUES (@Id, @PlanId, @Period, @Step, @Kind, @OrderedBy, @OrderedAt, @EndedAt)
            ON CONFLICT DO NOTHING
            """;
        return await database.WriteAsync(sql, order, cancellationToken) > 0;
    }

    /// <returns>False when none of this kind held.</returns>
    public async Task<bool> EndAsync(Guid planId, ReportingPeriod period, string step, StepOrderKind kind, DateTimeOffset at, CancellationToken cancellationToken) => await database.WriteAsync(
        "UPDATE step_order SET ended_at = @at WHERE plan_id = @planId AND period = @period AND step = @step AND kind = @kind AND ended_at IS NULL",
        new { planId, period, step, kind = (int)kind, at }, cancellationToken) > 0;
}
