using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>暂停提醒、恢复提醒: stops the ladder for a plan or for one unit. Steps that fall due meanwhile are recorded as skipped and are not made up for.</summary>
public sealed class PauseReminders(IDatabase database, IPersonRepository people, PauseRepository pauses, IAuditRepository audit, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Pauses of the plan that are in force, oldest first.</summary>
    public async Task<IReadOnlyList<ReminderPause>> InForceAsync(Guid planId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return [.. (await pauses.OfPlanAsync(planId, cancellationToken)).Where(pause => pause.Covers(now))];
    }

    /// <summary>Pauses of the plan that held at that moment, oldest first.</summary>
    public async Task<IReadOnlyList<ReminderPause>> AtAsync(Guid planId, DateTimeOffset at, CancellationToken cancellationToken) =>
        [.. (await pauses.OfPlanAsync(planId, cancellationToken)).Where(pause => pause.Covers(at))];

    /// <param name="id">The same order twice pauses once.</param>
    /// <param name="unitId">Null for the whole plan.</param>
    /// <param name="until">First instant at which reminders go out again; null until they are resumed.</param>
    /// <returns>False when nothing was changed: not a coordinator, or paused already.</returns>
    public Task<bool> PauseAsync(Guid id, Guid planId, Guid? unitId, DateTimeOffset? until, Guid personId, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.OneAtATimeAsync("pause", token);
            var now = clock.GetUtcNow();
            if (!await MayAsync(personId, token) || until <= now || (await InForceAsync(planId, token)).Any(pause => pause.UnitId == unitId || pause.Id == id))
                return false;
            await pauses.AddAsync(new() { Id = id, PlanId = planId, UnitId = unitId, PausedBy = personId, PausedAt = now, Until = until }, token);
            await RecordAsync("pause-reminders", planId, unitId, until, personId, channel, now, token);
            return true;
        },
        cancellationToken);

    /// <returns>Pauses that were ended now; empty when there was none of exactly this scope.</returns>
    public Task<IReadOnlyList<ReminderPause>> ResumeAsync(Guid planId, Guid? unitId, Guid personId, string channel, CancellationToken cancellationToken) =>
        database.InTransactionAsync<IReadOnlyList<ReminderPause>>(
            async token =>
            {
                if (!await MayAsync(personId, token))
                    return [];
                var now = clock.GetUtcNow();
                var ended = new List<ReminderPause>();
                // The whole plan resumes with all its units; a unit resumes alone.
                foreach (var pause in (await InForceAsync(planId, token)).Where(pause => unitId is null || pause.UnitId == unitId))
                {
                    if (!await pauses.ResumeAsync(pause.Id, now, personId, token))
                        continue;
                    await RecordAsync("resume-reminders", planId, pause.UnitId, null, personId, channel, now, token);
                    ended.Add(pause);
                }
                return ended;
            },
            cancellationToken);

    private async Task<bool> MayAsync(Guid personId, CancellationToken cancellationToken) => Permissions.Allows(await people.FindAsync(personId, cancellationToken), Ability.RunPlan);

    private Task RecordAsync(
        string action, Guid planId, Guid? unitId, DateTimeOffset? until, Guid personId, string channel, DateTimeOffset now, CancellationToken cancellationToken) => audit.AddAsync(
        new AuditRecord
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = action, Subject = unitId is null ? "plan" : "unit", SubjectId = unitId ?? planId,
            After = JsonSerializer.Serialize(new { plan = planId, until }, Json),
        },
        cancellationToken);
}
