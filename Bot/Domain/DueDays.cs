using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>Works out due days, keeping how.</summary>
internal static class DueDays
{
    /// <returns>Rising, one for each day.</returns>
    public static IEnumerable<DerivedDay> Derive(ReportingPeriod period, DueRule rule, WorkingDayCalendar calendar) =>
        rule.Months is { } months && !months.Contains(period.LastDay.Month)
            ? []
            : Named(period, rule, calendar).Select(named => Move(named, rule, calendar)).DistinctBy(day => day.Day).OrderBy(day => day.Day);

    /// <summary>The days that the rule names, before any is moved.</summary>
    private static IEnumerable<(DateOnly Named, DateOnly? CountedFrom, int Nth)> Named(ReportingPeriod period, DueRule rule, WorkingDayCalendar calendar)
    {
        var days = rule switch
        {
            WorkingDayOfNextPeriod or WorkingDaysBeforePeriodEnd => [],
            DayOfNextPeriod r => [DayOfMonth(period.Next().FirstDay, r.Day)],
            DayOfPeriod r => [DayOfMonth(period.FirstDay.AddMonths(r.Month - 1), r.Day)],
            EndOfPeriod => [period.LastDay],
            DaysBeforePeriodEnd r => [period.LastDay.AddDays(-r.Days)],
            DaysOfMonth r => DaysOf(period).Where(day => r.Days.Any(wanted => DayOfMonth(day, wanted) == day)),
            DayOfWeekRule r => DaysOf(period).Where(day => (int)day.DayOfWeek == r.Day % 7), // 7 is Sunday, .NET's 0
            // A single report may be due after its year; of repeated ones, each period has the dates that lie in it.
            Dates r => r.Days.Where(day => period.Frequency == Frequency.Once || (day >= period.FirstDay && day <= period.LastDay)),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown due rule"),
        };
        return rule switch
        {
            WorkingDayOfNextPeriod r => [(calendar.WorkingDaysFrom(period.Next().FirstDay).ElementAt(r.Day - 1), period.Next().FirstDay, r.Day)],
            WorkingDaysBeforePeriodEnd r => [(calendar.Plus(period.LastDay, -r.Days), period.LastDay, -r.Days)],
            _ => days.Select(day => (day, (DateOnly?)null, 0)),
        };
    }

    private static DerivedDay Move((DateOnly Day, DateOnly? CountedFrom, int Nth) named, DueRule rule, WorkingDayCalendar calendar)
    {
        var shifted = rule.Shift switch
        {
            DueShift.Back => calendar.WorkingDaysBackFrom(named.Day).First(),
            DueShift.Forward => calendar.WorkingDaysFrom(named.Day).First(),
            _ => named.Day,
        };
        // "18:00前" ends at 18:00 in either reading; only a whole day can be left out.
        var isExcluded = rule is { Inclusive: false, Time: null };
        return new(rule, named.Day, named.CountedFrom, named.Nth, shifted, isExcluded ? calendar.Plus(shifted, -1) : shifted);
    }

    /// <summary>Past the end of the month means its last day: a report due on the 30th is due on 28 or 29 February.</summary>
    private static DateOnly DayOfMonth(DateOnly month, int day) =>
        new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));

    private static IEnumerable<DateOnly> DaysOf(ReportingPeriod period)
    {
        for (var day = period.FirstDay; day <= period.LastDay; day = day.AddDays(1))
            yield return day;
    }
}

/// <param name="Named">As the rule says it.</param>
/// <param name="CountedFrom">Where the count of working days began; null when the rule counts none.</param>
/// <param name="Nth">Which working day, backwards when negative; 0 when the rule counts none.</param>
/// <param name="Shifted">Moved to a working day where the rule asks for it.</param>
/// <param name="Day">The last day in time.</param>
internal sealed record DerivedDay(DueRule Rule, DateOnly Named, DateOnly? CountedFrom, int Nth, DateOnly Shifted, DateOnly Day)
{
    // A fixed day that nothing moves is firm, whatever the holidays.
    public DueDate ToDueDate(WorkingDayCalendar calendar) => new(Day, AsksCalendar && LookedAt().Any(day => !calendar.Covers(day)), Rule.Time);

    /// <summary>Every day whose being worked or not had a part in the result; without a gap, rising.</summary>
    public IEnumerable<DateOnly> LookedAt()
    {
        DateOnly[] ends = [CountedFrom ?? Named, Named, Shifted, Day];
        for (var day = ends.Min(); day <= ends.Max(); day = day.AddDays(1))
            yield return day;
    }

    private bool AsksCalendar => CountedFrom is not null || Rule.Shift is not null || Day != Shifted;
}
