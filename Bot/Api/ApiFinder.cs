using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;

namespace PlanBot.Api;

/// <summary>Finds what an address is about, as far as the token goes. Null is both: there is none, and it is not this token's.</summary>
public sealed class ApiFinder(IPlanRepository plans, IPeriodRepository periods, IObligationRepository obligations, ApiQuery query)
{
    /// <returns>In the order of import.</returns>
    public async Task<IReadOnlyList<Plan>> PlansAsync(ApiCaller caller, CancellationToken cancellationToken)
    {
        var seen = new List<Plan>();
        foreach (var plan in await plans.AllAsync(cancellationToken))
        {
            if (await CoversAsync(caller, plan.Id, cancellationToken))
                seen.Add(plan);
        }
        return seen;
    }

    public async Task<Plan?> PlanAsync(ApiCaller caller, Guid planId, CancellationToken cancellationToken) =>
        await CoversAsync(caller, planId, cancellationToken) ? await plans.FindAsync(planId, cancellationToken) : null;

    /// <param name="period">Its key.</param>
    public async Task<(Plan Plan, PlanPeriod Period)?> PeriodAsync(ApiCaller caller, Guid planId, string period, CancellationToken cancellationToken) =>
        ReportingPeriod.TryParse(period, out var key) && await PlanAsync(caller, planId, cancellationToken) is { } plan && await periods.FindAsync(planId, key, cancellationToken) is { } found
            ? (plan, found) : null;

    public async Task<(Plan Plan, PlanPeriod Period, OwedRow Row)?> OwedAsync(ApiCaller caller, Guid obligationId, CancellationToken cancellationToken)
    {
        if (await obligations.FindWithPeriodAsync(obligationId, cancellationToken) is not { } owed || !caller.Access.CoversPlan(owed.Period.PlanId) || !caller.Access.CoversUnit(owed.Obligation.UnitId))
            return null;
        return await plans.FindAsync(owed.Period.PlanId, cancellationToken) is { } plan && await query.FindAsync(obligationId, cancellationToken) is { } row ? (plan, owed.Period, row) : null;
    }

    /// <summary>A token for some units sees the plans in which they have a part.</summary>
    private async Task<bool> CoversAsync(ApiCaller caller, Guid planId, CancellationToken cancellationToken) => caller.Access.CoversPlan(planId)
        && (caller.OwnUnits is not { } own || (await query.UnitsAsync(planId, own, null, 1, cancellationToken)).Count > 0);
}
