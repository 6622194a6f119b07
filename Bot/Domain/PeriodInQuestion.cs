using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>Which period people mean.</summary>
public static class PeriodInQuestion
{
    /// <summary>The period of a question that names none, and of 本季: the latest whose collection has begun, else the first open one.</summary>
    /// <param name="periods">Those of one plan, in any order.</param>
    /// <returns>Null when nothing has begun and nothing is open.</returns>
    public static PlanPeriod? Of(IReadOnlyCollection<PlanPeriod> periods, DateTimeOffset now) =>
        periods.Where(period => period.CollectionFrom <= now).MaxBy(period => period.Period)
        ?? periods.Where(period => !(period.ClosedAt <= now)).MinBy(period => period.Period);

    /// <summary>上季度, last quarter: the calendar period before today's, whatever is being collected. In 同上季度 it is
    /// <see cref="ReportingPeriod.Previous"/> of the period being reported instead.</summary>
    /// <param name="today">In the plan's zone.</param>
    public static ReportingPeriod Last(DateOnly today, Frequency frequency) => ReportingPeriod.Containing(today, frequency).Previous();

    /// <summary>下季度, next quarter: the calendar period after today's.</summary>
    public static ReportingPeriod Next(DateOnly today, Frequency frequency) => ReportingPeriod.Containing(today, frequency).Next();
}
