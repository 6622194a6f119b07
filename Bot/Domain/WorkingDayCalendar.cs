using System.Collections.Frozen;
using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>Which days are worked (工作日历): the week, as the State Council's yearly arrangements change it. Immutable.</summary>
/// <remarks>A year without a list follows the week alone; <see cref="Covers"/> tells, and what is worked out from such days is provisional.</remarks>
public sealed class WorkingDayCalendar
{
    private readonly FrozenDictionary<int, HolidayYear> years;
    private readonly FrozenDictionary<DateOnly, CalendarDay> named;

    /// <param name="lists">Where two are for the same year, the later one replaces the earlier.</param>
    public WorkingDayCalendar(IEnumerable<HolidayYear> lists)
    {
        years = lists.GroupBy(list => list.Year).ToFrozenDictionary(year => year.Key, year => year.Last());
        // A day that two years' lists name stands in December; next year's list was issued later.
        named = years.Values.OrderBy(list => list.Year).SelectMany(list => list.Days)
            .GroupBy(day => day.Day).ToFrozenDictionary(day => day.Key, day => day.Last());
    }

    /// <summary>What an arrangement says of this day; null when it follows the week.</summary>
    public CalendarDay? Named(DateOnly day) => named.GetValueOrDefault(day);

    public bool IsWorkingDay(DateOnly day) => Named(day)?.IsWorked ?? !IsWeekend(day);

    /// <summary>Whether it is settled if <paramref name="day"/> is worked.</summary>
    public bool Covers(DateOnly day) => FirstMissingYear(day) is null;

    /// <summary>The year whose list is wanting before <paramref name="day"/> is settled; null when none is.</summary>
    public int? FirstMissingYear(DateOnly day) =>
        NoticesFor(day).Where(year => !years.ContainsKey(year)).Select(year => (int?)year).FirstOrDefault();

    /// <summary>Documents in force that settle <paramref name="day"/>, oldest first; empty when its year is not loaded.</summary>
    public IReadOnlyList<string> DocumentsFor(DateOnly day) =>
        NoticesFor(day).Where(years.ContainsKey).SelectMany(year => years[year].Documents).ToList();

    /// <summary>Working days at or after <paramref name="day"/>, without end.</summary>
    public IEnumerable<DateOnly> WorkingDaysFrom(DateOnly day)
    {
        for (; ; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
                yield return day;
        }
    }

    /// <summary>Working days at or before <paramref name="day"/>, the nearest first, without end.</summary>
    public IEnumerable<DateOnly> WorkingDaysBackFrom(DateOnly day)
    {
        for (; ; day = day.AddDays(-1))
        {
            if (IsWorkingDay(day))
                yield return day;
        }
    }

    /// <summary>The so-manieth working day after <paramref name="day"/>, or before it when <paramref name="workingDays"/> is negative; the day itself, worked or not, for 0.</summary>
    public DateOnly Plus(DateOnly day, int workingDays) => workingDays switch
    {
        > 0 => WorkingDaysFrom(day.AddDays(1)).ElementAt(workingDays - 1),
        < 0 => WorkingDaysBackFrom(day.AddDays(-1)).ElementAt(-workingDays - 1),
        _ => day,
    };

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // New Year's holiday may reach back to 26 December; the arrangement that names it is next year's.
    private static int[] NoticesFor(DateOnly day) => day is { Month: 12, Day: >= 26 } ? [day.Year, day.Year + 1] : [day.Year];
}
