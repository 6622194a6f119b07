using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Works out the days that <see cref="DateMention"/> names. Pure.</summary>
internal static class DateDays
{
    /// <summary>Holidays are announced a year ahead; further there is nothing to find.</summary>
    private const int Horizon = 400;

    /// <summary>4月10号 without its year is the nearest one; 10号 without its month the next one.</summary>
    public static DateOnly? Nearest(DateOnly today, int? year, int? month, int day)
    {
        if (month is not { } m)
            return Enumerable.Range(0, 3).Select(ahead => today.AddMonths(ahead)).Select(near => Valid(near.Year, near.Month, day)).FirstOrDefault(found => found >= today);
        if (year is { } y)
            return Valid(y, m, day);
        return new[] { today.Year, today.Year + 1, today.Year - 1 }.Select(near => Valid(near, m, day)).Where(found => found is not null)
            .MinBy(found => Math.Abs(found!.Value.DayNumber - today.DayNumber));
    }

    /// <summary>周五 that has passed is next week's; 下周 without a day is its first working day, 本周 its last.</summary>
    /// <param name="weeks">From this week; negative for 周五, which is the coming one.</param>
    public static DateOnly? InWeek(DateOnly today, int weeks, DayOfWeek? weekday, WorkingDayCalendar calendar)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        if (weekday is { } named)
        {
            var day = monday.AddDays((((int)named + 6) % 7) + (Math.Max(weeks, 0) * 7));
            return weeks < 0 && day < today ? day.AddDays(7) : day;
        }
        var first = monday.AddDays(Math.Max(weeks, 0) * 7);
        return weeks > 0 ? calendar.WorkingDaysFrom(first).First() : Later(today, calendar.WorkingDaysBackFrom(first.AddDays(6)).First());
    }

    public static DateOnly MonthEnd(DateOnly today, int? year, int? month, int ahead)
    {
        var first = month is { } named
            ? Nearest(today, year, named, DateTime.DaysInMonth(year ?? today.Year, named))!.Value
            : today.AddMonths(ahead);
        return new(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
    }

    public static DateOnly? MonthDay(DateOnly today, int? month, int ahead, int day)
    {
        if (month is { } named)
            return Nearest(today, null, named, day);
        var near = today.AddMonths(ahead);
        var found = new DateOnly(near.Year, near.Month, day);
        return found < today ? found.AddMonths(1) : found;
    }

    public static DateOnly QuarterEnd(DateOnly today, int ahead)
    {
        var first = today.AddMonths(ahead * 3);
        return new DateOnly(first.Year, ((first.Month + 2) / 3 * 3) - 2, 1).AddMonths(3).AddDays(-1);
    }

    /// <summary>After the next statutory holiday, or after the one that today lies in.</summary>
    public static DateOnly? AfterHoliday(DateOnly today, string? name, int nth, WorkingDayCalendar calendar) =>
        FirstDayOff(today, name, calendar) is { } off
            ? calendar.WorkingDaysFrom(Days(off).First(day => calendar.Named(day) is not { IsWorked: false })).ElementAt(Math.Max(nth, 1) - 1)
            : null;

    public static DateOnly? BeforeHoliday(DateOnly today, string? name, WorkingDayCalendar calendar) =>
        FirstDayOff(today.AddDays(1), name, calendar) is { } off ? calendar.WorkingDaysBackFrom(off.AddDays(-1)).First() : null;

    private static DateOnly? FirstDayOff(DateOnly from, string? name, WorkingDayCalendar calendar) =>
        Days(from).Take(Horizon).Select(day => (DateOnly?)day).FirstOrDefault(day => calendar.Named(day!.Value) is { IsWorked: false } off && Fits(off, name));

    /// <summary>国庆 is 国庆节 and 国庆节、中秋节 alike.</summary>
    private static bool Fits(CalendarDay day, string? name) => name is null || day.Name.Contains(name, StringComparison.Ordinal);

    private static IEnumerable<DateOnly> Days(DateOnly from)
    {
        for (var day = from; ; day = day.AddDays(1))
            yield return day;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly? Valid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
}
