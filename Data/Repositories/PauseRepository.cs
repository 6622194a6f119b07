using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <summary>Paused reminders.</summary>
public sealed class PauseRepository(IDatabase database)
{
    /// <summary>Every pause there ever was in the plan, oldest first: a plan has few.</summary>
    public Task<IReadOnlyList<ReminderPause>> OfPlanAsync(Guid planId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, plan_id, unit_id, paused_by, paused_at, until, resumed_at, resumed_by FROM reminder_pause WHERE plan_id = @planId ORDER BY paused_at, id
            """;
        return database.QueryAsync<ReminderPause>(sql, new { planId }, cancellationToken);
    }

    public Task AddAsync(ReminderPause pause, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO reminder_pause (id, plan_id, unit_id, paused_by, paused_at, until, resumed_at, resumed_by)
            VALUES (@Id, @PlanId, @UnitId, @PausedBy, @PausedAt, @Until, @ResumedAt, @ResumedBy)
            """;
        return database.WriteAsync(sql, pause, cancellationToken);
    }

    /// <summary>Ends a pause; one that was ended already keeps the instant at which it was.</summary>
    /// <returns>False when it was.</returns>
    public async Task<bool> ResumeAsync(Guid pauseId, DateTimeOffset at, Guid by, CancellationToken cancellationToken) => await database.WriteAsync(
        "UPDATE reminder_pause SET resumed_at = @at, resumed_by = @by WHERE id = @pauseId AND resumed_at IS NULL", new { pauseId, at, by }, cancellationToken) > 0;
}
