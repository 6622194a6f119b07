using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Whether reports of a plan need the agreement of the unit's leader. Reports that wait for it already go on waiting.</summary>
public sealed class RequireSignOff(IDatabase database, IPersonRepository people, IPlanRepository plans, IAuditRepository audit, TimeProvider clock)
{
    /// <returns>False when the person may not decide it, or there is no such plan.</returns>
    public Task<bool> RunAsync(Guid planId, bool isNeeded, Guid personId, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            if (!Permissions.Allows(await people.FindAsync(personId, token), Ability.RunPlan) || await plans.FindAsync(planId, token) is not { } plan)
                return false;
            await plans.RequireSignOffAsync(planId, isNeeded, token);
            var now = clock.GetUtcNow();
            var record = new AuditRecord
            {
                Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = "require-sign-off", Subject = "plan", SubjectId = planId,
                Before = JsonSerializer.Serialize(new { isNeeded = plan.NeedsSignOff }), After = JsonSerializer.Serialize(new { isNeeded }),
            };
            await audit.AddAsync(record, token);
            return true;
        },
        cancellationToken);
}
