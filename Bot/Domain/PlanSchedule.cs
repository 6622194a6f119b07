using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>Everything that happens in a plan's periods and when, worked out from its rule, its zone, the calendar and the ladder.</summary>
public sealed class PlanSchedule(ReportingRule rule, CivilTime civilTime, WorkingDayCalendar calendar, ReminderOptions options)
{
    private readonly ReminderLadder ladder = new(options, calendar, civilTime);

    public PlanSchedule(Plan plan, WorkingDayCalendar calendar, ReminderOptions options)
        : this(plan.Reporting, CivilTime.Of(plan.TimeZone), calendar, options)
    {
    }

    public CivilTime CivilTime => civilTime;

    /// <summary>The period's dates.</summary>
    /// <returns>Null when nothing is owed for it: it lies outside the plan's first and last period, or the rule leaves it out.</returns>
    public PeriodDates? DatesOf(ReportingPeriod period) =>
        IsWithinPlan(period) && DueDatePolicy.For(period, rule.DueRule, calendar) is { } due
            ? new(due, due.LateFrom(civilTime), ladder.CollectionFrom(period, due.Day))
            : null;

    /// <summary>The next period for which something is owed; null when <paramref name="period"/> is the last.</summary>
    public ReportingPeriod? NextOwed(ReportingPeriod period)
    {
        if (rule.Frequency == Frequency.Once)
            return null;
        // A rule that names months or dates leaves periods out; a year of weeks is the longest gap worth looking past.
        var candidate = period.Next();
        for (var left = 60; left > 0 && candidate.Year < 9998; left--, candidate = candidate.Next())
        {
            if (DatesOf(candidate) is not null)
                return candidate;
        }
        return null;
    }

    /// <summary>The period's reminder steps, until the next period's collection begins.</summary>
    /// <param name="dueOn">The due day of obligations that were extended or returned; null for the period's own.</param>
    /// <returns>Rising; empty when nothing is owed for the period.</returns>
    public IReadOnlyList<ReminderStep> StepsOf(ReportingPeriod period, DateOnly? dueOn = null) =>
        DatesOf(period) is { } dates ? ladder.Steps(period, dueOn ?? dates.Due.Day, NextCollectionFrom(period)) : [];

    /// <summary>When the collection of the next period begins and <paramref name="period"/> closes; null when none follows.</summary>
    public DateTimeOffset? NextCollectionFrom(ReportingPeriod period) => NextOwed(period) is { } next ? DatesOf(next)!.CollectionFrom : null;

    /// <summary>The instant at which a report is late for a due day that an extension or a return has set; the rule's time of day holds there too.</summary>
    /// <returns>For a day at either end of time, which zones do not know, the instant at that end.</returns>
    public DateTimeOffset LateFrom(DateOnly dueOn) => dueOn.Year >= 9999 ? DateTimeOffset.MaxValue : dueOn.Year <= 1 ? DateTimeOffset.MinValue : new DueDate(dueOn, IsProvisional: false, rule.DueRule.Time).LateFrom(civilTime);

    private bool IsWithinPlan(ReportingPeriod period) => period >= rule.FirstPeriod && !(period > rule.LastPeriod);
}

/// <param name="LateFrom">First instant at which a report is late.</param>
/// <param name="CollectionFrom">Instant of the first reminder step.</param>
public sealed record PeriodDates(DueDate Due, DateTimeOffset LateFrom, DateTimeOffset CollectionFrom);
