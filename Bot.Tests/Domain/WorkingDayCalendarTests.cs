using PlanBot.Domain;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Domain;

public sealed class WorkingDayCalendarTests
{
    [Theory]
    [InlineData("2020-10-09", true)]
    [InlineData("2020-10-10", true)] // make-up Saturday
    [InlineData("2020-10-11", false)]
    [InlineData("2020-10-08", false)] // Thursday, holiday
    [InlineData("2018-12-31", false)] // named by the list of 2019
    [InlineData("2020-02-01", false)] // was to be worked, until the second document of 2020
    [InlineData("2020-02-03", true)]
    [InlineData("2019-05-04", false)] // both by the change of 2019
    [InlineData("2019-05-05", true)]
    [InlineData("2035-10-01", true)] // a Monday of a year that is not loaded
    [InlineData("2035-10-06", false)]
    public void A_day_is_worked_as_the_arrangement_or_else_the_week_says(string day, bool expected) =>
        Assert.Equal(expected, Calendars.StateCouncil.IsWorkingDay(Calendars.Day(day)));

    [Theory]
    [InlineData("2020-12-25", true)]
    [InlineData("2020-12-26", false)] // the list of 2021 may name it
    [InlineData("2020-12-31", false)]
    [InlineData("2020-01-01", true)]
    [InlineData("2019-12-31", true)]
    [InlineData("2021-01-01", false)]
    public void The_last_days_of_a_year_are_settled_by_the_next_years_list(string day, bool expected) =>
        Assert.Equal(expected, Calendars.Until(2020).Covers(Calendars.Day(day)));

    [Fact]
    public void A_list_loaded_later_replaces_the_one_of_its_year_alone()
    {
        var calendar = new WorkingDayCalendar(
            [Calendars.Year(2027, "2027-03-01 off 春节"), Calendars.Year(2028, "2028-03-01 off 春节"), Calendars.Year(2027, "2027-03-02 off 春节")]);

        Assert.True(calendar.IsWorkingDay(Calendars.Day("2027-03-01")));
        Assert.False(calendar.IsWorkingDay(Calendars.Day("2027-03-02")));
        Assert.False(calendar.IsWorkingDay(Calendars.Day("2028-03-01")));
    }

    [Theory]
    [InlineData("2020-10-12", -1, "2020-10-10")] // back onto the make-up Saturday
    [InlineData("2020-04-03", 1, "2020-04-07")] // Qingming
    [InlineData("2020-04-03", 3, "2020-04-09")]
    [InlineData("2020-04-05", 0, "2020-04-05")] // nothing added, nothing moved
    [InlineData("2020-04-05", 1, "2020-04-07")]
    [InlineData("2020-04-05", -1, "2020-04-03")]
    [InlineData("2021-01-04", -1, "2020-12-31")]
    public void Working_days_are_added_and_taken_off(string day, int workingDays, string expected) =>
        Assert.Equal(Calendars.Day(expected), Calendars.StateCouncil.Plus(Calendars.Day(day), workingDays));

    [Fact]
    public void Adding_counts_exactly_the_working_days_passed()
    {
        var days = Enumerable.Range(0, 365 * 3).Select(Calendars.Day("2019-01-01").AddDays).ToList();

        foreach (var (day, workingDays) in days.SelectMany((day, i) => new[] { (day, i % 23 + 1), (day, -(i % 23) - 1) }))
        {
            var result = Calendars.StateCouncil.Plus(day, workingDays);

            var passed = Enumerable.Range(1, Math.Abs(result.DayNumber - day.DayNumber)).Select(n => day.AddDays(n * Math.Sign(workingDays)));
            Assert.Equal(Math.Abs(workingDays), passed.Count(Calendars.StateCouncil.IsWorkingDay));
            Assert.True(Calendars.StateCouncil.IsWorkingDay(result));
        }
    }

    [Fact]
    public void Walking_forward_and_back_meets_the_same_days()
    {
        var (first, last) = (Calendars.Day("2020-01-02"), Calendars.Day("2020-12-31"));

        var forward = Calendars.StateCouncil.WorkingDaysFrom(first).TakeWhile(day => day <= last).ToList();
        var back = Calendars.StateCouncil.WorkingDaysBackFrom(last).TakeWhile(day => day >= first).ToList();

        Assert.Equal(249, forward.Count); // 366 - 104 weekend days - 19 weekdays off + 6 make-up days
        Assert.Equal(forward, back.AsEnumerable().Reverse());
    }
}
