using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Something kept that the reckoning of days cannot deal with: a due day that no calendar reaches, a time zone nobody knows, a ladder that cannot be read.</summary>
/// <param name="Period">Null when the plan itself cannot be reckoned.</param>
/// <param name="Round">Null when it is the period, or the plan.</param>
public sealed record LeftOut(Guid PlanId, ReportingPeriod? Period, int? Round, Exception Why)
{
    /// <summary>The same row at every look.</summary>
    public (Guid PlanId, ReportingPeriod? Period, int? Round) Key => (PlanId, Period, Round);
}

/// <summary>One look over all plans that goes on where something kept breaks it: that is left out and told, and everybody else is reminded in time.</summary>
internal sealed class Reckoning
{
    private readonly List<LeftOut> broken = [];

    public IReadOnlyList<LeftOut> Broken => broken;

    /// <summary>The plan as it stands at this look, or null.</summary>
    public Look? Look(Plan plan, LadderSet ladders, WorkingDayCalendar calendar, DateTimeOffset now) =>
        Try(() => UseCases.Look.At(plan, ladders, calendar, now), plan.Id, null, null);

    /// <summary>What is worked out from one round of a period; nothing where it cannot be.</summary>
    public IReadOnlyList<T> OfRound<T>(PlanPeriod period, OpenRound round, Func<IEnumerable<T>> reckon) =>
        Try(() => reckon().ToList(), period.PlanId, period.Period, round.Round) ?? [];

    /// <summary>What is worked out from the plan's own rule; null where it cannot be.</summary>
    public T? OfPlan<T>(Plan plan, Func<T?> reckon)
        where T : class => Try(reckon, plan.Id, null, null);

    // Only arithmetic of days happens inside: whatever breaks it comes of the row, and would come again at each look.
    private T? Try<T>(Func<T?> reckon, Guid planId, ReportingPeriod? period, int? round)
        where T : class
    {
        try
        {
            return reckon();
        }
        catch (Exception why) when (why is not OutOfMemoryException)
        {
            broken.Add(new(planId, period, round, why));
            return null;
        }
    }
}
