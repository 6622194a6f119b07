using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.Dashboard;

/// <summary>Who answers for a task, as the notice has it.</summary>
public sealed record PlanShare(PlanTask Task, Unit Unit, AssignmentRole Role);

/// <summary>What a plan will ask of whom, before its first period is opened and there is a ledger to read it from.</summary>
public sealed class PlanShares(IPlanRepository plans)
{
    /// <returns>By task, then unit, in the notice's order, and of the units that the person may see; none once a period has begun.</returns>
    public async Task<IReadOnlyList<PlanShare>> ReadAsync(Desk desk, DeskScope scope, CancellationToken cancellationToken)
    {
        if (scope is not { View: { } view, Period: null })
            return [];
        var tasks = await plans.TasksAsync(view.Plan.Id, cancellationToken);
        var units = scope.UnitsFor(desk).ToDictionary(unit => unit.Id);
        var shares = (await plans.AssignmentsAsync(view.Plan.Id, cancellationToken)).Where(share => units.ContainsKey(share.UnitId)).ToLookup(share => share.TaskId);
        return [.. tasks.SelectMany(task => shares[task.Id].OrderBy(share => share.Ordinal).Select(share => new PlanShare(task, units[share.UnitId], share.Role)))];
    }
}
