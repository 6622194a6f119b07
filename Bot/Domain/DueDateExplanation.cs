using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>How a due date came about, for people to check.</summary>
public sealed record DueDateExplanation
{
    public required ReportingPeriod Period { get; init; }
    public required DueRule Rule { get; init; }
    public required DueDate Due { get; init; }

    /// <summary>First day of the count, or the period's last day where it runs backwards; null where no working days are counted.</summary>
    public DateOnly? CountedFrom { get; init; }

    /// <summary>Which working day it is, counted from 1; negative when counted backwards, 0 when none are counted.</summary>
    public required int WorkingDay { get; init; }

    /// <summary>The day that the rule names, before it was moved.</summary>
    public required DateOnly Named { get; init; }

    /// <summary>The day after moving to a working day; differs from the due day only where 前 leaves the day itself out.</summary>
    public required DateOnly Shifted { get; init; }

    /// <summary>The due day, or the working day before it when nobody works on it.</summary>
    public required DateOnly LastWorkingDay { get; init; }

    /// <summary>Holidays that the days looked at touch, whole, rising.</summary>
    public required IReadOnlyList<HolidaySpan> Holidays { get; init; }

    /// <summary>Saturdays and Sundays looked at that are worked (调休上班), rising.</summary>
    public required IReadOnlyList<DateOnly> WorkedWeekends { get; init; }

    /// <summary>Whether a free Saturday or Sunday that belongs to no holiday was passed over.</summary>
    public required bool PassesWeekend { get; init; }

    /// <summary>Numbers of the arrangements that settle the days looked at, oldest first.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>Years whose lists are wanting, rising; empty unless the due date is provisional.</summary>
    public required IReadOnlyList<int> MissingYears { get; init; }

    internal static DueDateExplanation Of(ReportingPeriod period, DerivedDay derived, WorkingDayCalendar calendar)
    {
        var due = derived.ToDueDate(calendar);
        var lastWorkingDay = calendar.WorkingDaysBackFrom(due.Day).First();
        var days = Range(lastWorkingDay, derived.LookedAt().First(), derived.LookedAt().Last()).ToList();
        return new()
        {
            Period = period, Rule = derived.Rule, Due = due, CountedFrom = derived.CountedFrom, WorkingDay = derived.Nth, Named = derived.Named,
            Shifted = derived.Shifted, LastWorkingDay = lastWorkingDay,
            Holidays = days.Select(day => HolidaySpan.Around(day, calendar)).OfType<HolidaySpan>().Distinct().ToList(),
            WorkedWeekends = days.Where(day => calendar.Named(day) is { IsWorked: true }).ToList(),
            PassesWeekend = days.Any(day => !calendar.IsWorkingDay(day) && calendar.Named(day) is null),
            Documents = days.SelectMany(calendar.DocumentsFor).Distinct().ToList(),
            MissingYears = due.IsProvisional ? days.Select(calendar.FirstMissingYear).OfType<int>().Distinct().ToList() : [],
        };
    }

    private static IEnumerable<DateOnly> Range(DateOnly lastWorkingDay, DateOnly first, DateOnly last)
    {
        for (var day = lastWorkingDay < first ? lastWorkingDay : first; day <= last; day = day.AddDays(1))
            yield return day;
    }
}

/// <summary>Days off in a row for one holiday.</summary>
/// <param name="Name">As the arrangement writes it, e.g. 国庆节、中秋节.</param>
public sealed record HolidaySpan(DateOnly From, DateOnly To, string Name)
{
    /// <summary>The holiday that <paramref name="day"/> belongs to, from its first day to its last; null when the day is none of a holiday's.</summary>
    public static HolidaySpan? Around(DateOnly day, WorkingDayCalendar calendar)
    {
        if (calendar.Named(day) is not { IsWorked: false } holiday)
            return null;
        var (from, to) = (day, day);
        while (IsSame(from.AddDays(-1)))
            from = from.AddDays(-1);
        while (IsSame(to.AddDays(1)))
            to = to.AddDays(1);
        return new(from, to, holiday.Name);

        bool IsSame(DateOnly other) => calendar.Named(other) is { IsWorked: false } named && named.Name == holiday.Name;
    }
}
