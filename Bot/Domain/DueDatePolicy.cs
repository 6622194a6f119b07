using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>When the report on a period is due. A rule names a day; the day may be moved to a working day (<see cref="DueRule.Shift"/>);
/// where 前 excludes the day, the working day before it is the last in time.</summary>
public static class DueDatePolicy
{
    /// <summary>The due day that completes the period's report, the last where the rule names several.</summary>
    /// <returns>Null when the period is not owed: its month is not among the rule's, or the rule names no day for it.</returns>
    public static DueDate? For(ReportingPeriod period, DueRule rule, WorkingDayCalendar calendar) =>
        DueDates(period, rule, calendar) is [.., var last] ? last : null;

    /// <returns>Rising, without doubles: most often one; several where the rule names several days; empty when the period is not owed.</returns>
    public static IReadOnlyList<DueDate> DueDates(ReportingPeriod period, DueRule rule, WorkingDayCalendar calendar) =>
        DueDays.Derive(period, rule, calendar).Select(day => day.ToDueDate(calendar)).ToList();

    /// <summary>The <paramref name="nth"/> working day, counted from 1, of the period after <paramref name="period"/>.</summary>
    /// <returns>Provisional when that year's holidays are not loaded: then only weekends were left out.</returns>
    public static DueDate WorkingDayOfNextPeriod(ReportingPeriod period, int nth, WorkingDayCalendar calendar) =>
        For(period, new WorkingDayOfNextPeriod(nth), calendar)!.Value;

    /// <summary>How each of <see cref="DueDates"/> came about, in the same order.</summary>
    public static IReadOnlyList<DueDateExplanation> Explain(ReportingPeriod period, DueRule rule, WorkingDayCalendar calendar) =>
        DueDays.Derive(period, rule, calendar).Select(day => DueDateExplanation.Of(period, day, calendar)).ToList();
}
