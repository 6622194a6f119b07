using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Tests.Builders;

internal static class Calendars
{
    /// <summary>The program's own lists, 2018-2026.</summary>
    public static WorkingDayCalendar StateCouncil { get; } = new(StateCouncilHolidays.Years);

    public static WorkingDayCalendar WeekendsOnly { get; } = new([]);

    public static CivilTime Shanghai { get; } = CivilTime.Of("Asia/Shanghai");

    /// <summary>The program's own lists up to a year, as they stood before the next one came out.</summary>
    public static WorkingDayCalendar Until(int year) => new(StateCouncilHolidays.Years.Where(list => list.Year <= year));

    /// <summary>A list of its own, e.g. <c>Year(2027, "2027-01-01 off 元旦", "2027-01-02 work 元旦")</c>.</summary>
    public static HolidayYear Year(int year, params string[] days) => new(
        year, [$"〔{year}〕1号"], days.Select(day => day.Split(' ')).Select(day => new CalendarDay(Day(day[0]), day[1] == "work", day[2], year)).ToList());

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
