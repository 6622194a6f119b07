using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.UseCases;

/// <summary>A coordinator closes a period before the next one's collection does: no more reminders for it, what was filed changes only when it is returned, what was not can still be filed, late.</summary>
public sealed class ClosePeriod(IDatabase database, IPeriodRepository periods, IPersonRepository people, IAuditRepository audit, TellSystems systems, TimeProvider clock)
{
    /// <returns>False when the period is closed already, or the person may not; nothing is changed then.</returns>
    public async Task<bool> RunAsync(Guid periodId, Guid personId, string channel, CancellationToken cancellationToken)
    {
        if (!Permissions.Allows(await people.FindAsync(personId, cancellationToken), Ability.RunPlan))
            return false;
        var now = clock.GetUtcNow();
        return await database.InTransactionAsync(
            async token =>
            {
                if (await periods.FindAsync(periodId, token) is not { ClosedAt: null } period)
                    return false;
                await periods.CloseAsync(periodId, now, token);
                await systems.PeriodAsync(WebhookEvents.PeriodClosed, period, token);
                await audit.AddAsync(
                    new()
                    {
                        Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = "close-period", Subject = "period", SubjectId = periodId,
                        Before = null, After = JsonSerializer.Serialize(new { period = period.Period.ToString() }),
                    },
                    token);
                return true;
            },
            cancellationToken);
    }
}
