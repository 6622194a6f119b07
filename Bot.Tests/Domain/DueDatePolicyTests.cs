using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Domain;

public sealed class DueDatePolicyTests
{
    [Theory]
    [InlineData(2017, 4, "2018-01-04")]
    [InlineData(2018, 1, "2018-04-04")]
    [InlineData(2018, 2, "2018-07-04")] // 1 July is a Sunday
    [InlineData(2018, 3, "2018-10-10")]
    [InlineData(2018, 4, "2019-01-04")]
    [InlineData(2019, 1, "2019-04-03")]
    [InlineData(2019, 2, "2019-07-03")]
    [InlineData(2019, 3, "2019-10-10")]
    [InlineData(2019, 4, "2020-01-06")]
    [InlineData(2020, 1, "2020-04-03")] // the day before Qingming
    [InlineData(2020, 2, "2020-07-03")]
    [InlineData(2020, 3, "2020-10-12")] // Saturday 10 October was worked
    [InlineData(2020, 4, "2021-01-06")]
    [InlineData(2021, 1, "2021-04-06")] // Qingming fills the days between
    [InlineData(2021, 2, "2021-07-05")]
    [InlineData(2021, 3, "2021-10-11")] // Saturday 9 October was worked
    [InlineData(2021, 4, "2022-01-06")]
    [InlineData(2022, 1, "2022-04-06")] // Saturday 2 April was worked, then Qingming
    [InlineData(2022, 2, "2022-07-05")]
    [InlineData(2022, 3, "2022-10-10")] // Saturday and Sunday, 8 and 9 October, were worked
    [InlineData(2022, 4, "2023-01-05")]
    [InlineData(2023, 1, "2023-04-06")]
    [InlineData(2023, 2, "2023-07-05")]
    [InlineData(2023, 3, "2023-10-09")] // Saturday and Sunday, 7 and 8 October, were worked
    [InlineData(2023, 4, "2024-01-04")]
    [InlineData(2024, 1, "2024-04-03")]
    [InlineData(2024, 2, "2024-07-03")]
    [InlineData(2024, 3, "2024-10-10")]
    [InlineData(2024, 4, "2025-01-06")]
    [InlineData(2025, 1, "2025-04-03")]
    [InlineData(2025, 2, "2025-07-03")]
    [InlineData(2025, 3, "2025-10-11")] // the third working day is itself a make-up Saturday
    [InlineData(2025, 4, "2026-01-06")] // Sunday 4 January was worked
    [InlineData(2026, 1, "2026-04-03")]
    [InlineData(2026, 2, "2026-07-03")]
    [InlineData(2026, 3, "2026-10-10")] // again a make-up Saturday
    public void Third_working_day_of_the_next_quarter(int year, int quarter, string expected)
    {
        var due = DueDatePolicy.WorkingDayOfNextPeriod(new(year, quarter), 3, Calendars.StateCouncil);

        Assert.Equal(new DueDate(Calendars.Day(expected), IsProvisional: false), due);
    }

    [Theory]
    [InlineData("2026Q4", "2027-01-05")] // the list of 2027 is not out
    [InlineData("2027Q3", "2027-10-05")]
    [InlineData("2017Q3", "2017-10-04")]
    public void A_year_that_is_not_loaded_gives_a_provisional_day_from_weekends_alone(string period, string expected) =>
        Assert.Equal(new DueDate(Calendars.Day(expected), IsProvisional: true), DueDatePolicy.For(Period(period), DueRule.Default, Calendars.StateCouncil));

    [Fact]
    public void Loading_the_missing_list_settles_and_moves_the_day()
    {
        var calendar = new WorkingDayCalendar([Calendars.Year(2027, "2027-01-01 off 元旦", "2027-01-04 off 元旦")]);

        var due = DueDatePolicy.For(Period("2026Q4"), DueRule.Default, calendar);

        Assert.Equal(new DueDate(Calendars.Day("2027-01-07"), IsProvisional: false), due);
    }

    public static TheoryData<string, DueRule, string> Rules => new()
    {
        { "2020Q1", new DayOfNextPeriod(20), "2020-04-20" },
        { "2020M01", new DayOfNextPeriod(30), "2020-02-29" }, // past the month's end: its last day
        { "2020M05", new DayOfNextPeriod(10), "2020-06-10" },
        { "2020", new DayOfNextPeriod(10), "2021-01-10" }, // a Sunday stays, nobody said to move it
        { "2023Q1", new DayOfPeriod(3, 30), "2023-03-30" },
        { "2020Q1", new DayOfPeriod(3, 20), "2020-03-20" },
        { "2021M02", new DayOfPeriod(1, 30), "2021-02-28" },
        { "2022M03", new DayOfPeriod(1, 25), "2022-03-25" },
        { "2020H1", new DayOfPeriod(6, 5), "2020-06-05" },
        { "2020Q2", new EndOfPeriod(), "2020-06-30" },
        { "2020Q3", new EndOfPeriod { Months = [6, 9, 12] }, "2020-09-30" },
        { "2020Q1", new EndOfPeriod { Months = [6, 9, 12] }, "" }, // the first quarter is not owed
        { "2020Q1", new WorkingDaysBeforePeriodEnd(5), "2020-03-24" },
        { "2019Q1", new WorkingDaysBeforePeriodEnd(1), "2019-03-29" }, // 31 March is a Sunday
        { "2020Q2", new WorkingDaysBeforePeriodEnd(2), "2020-06-28" }, // a make-up Sunday
        { "2020Q1", new DaysBeforePeriodEnd(5), "2020-03-26" },
        { "2009M08", new DaysOfMonth([9, 19, 28]), "2009-08-09 2009-08-19 2009-08-28" },
        { "2009M08", new DaysOfMonth([9, 19, 28]) { Shift = DueShift.Back }, "2009-08-07 2009-08-19 2009-08-28" }, // the 9th is a Sunday
        { "2009T22", new DaysOfMonth([9, 19, 28]), "2009-08-09" }, // each ten days have their own
        { "2009T24", new DaysOfMonth([9, 19, 28]), "2009-08-28" },
        { "2009T24", new DaysOfMonth([9, 19]), "" }, // no day of this rule lies in the last ten days
        { "2021T06", new DaysOfMonth([10, 20, 31]), "2021-02-28" }, // the month's end
        { "2021M02", new DaysOfMonth([15, 29, 30, 31]), "2021-02-15 2021-02-28" }, // three days in one
        { "2021M05", new DaysOfMonth([2, 3]) { Shift = DueShift.Forward }, "2021-05-06" }, // both move past Labour Day
        { "2020W14", new DayOfWeekRule(2), "2020-03-31" },
        { "2020W14", new DayOfWeekRule(7), "2020-04-05" },
        { "2020W15", new DayOfWeekRule(1) { Shift = DueShift.Forward, Time = new(12, 0) }, "2020-04-07 12:00" }, // Qingming Monday
        { "2021M02", new DayOfWeekRule(2), "2021-02-02 2021-02-09 2021-02-16 2021-02-23" },
        { "2010H1", new Dates([new(2010, 6, 5), new(2010, 12, 5)]), "2010-06-05" },
        { "2010H2", new Dates([new(2010, 6, 5), new(2010, 12, 5)]), "2010-12-05" },
        { "2011H1", new Dates([new(2010, 6, 5), new(2010, 12, 5)]), "" },
        { "2020O", new Dates([new(2021, 1, 15)]), "2021-01-15" }, // a single report may be due after its year
        { "2014M06", new DayOfPeriod(1, 20) { Time = new(18, 0) }, "2014-06-20 18:00" },
        { "2020Q1", new WorkingDayOfNextPeriod(3) { Inclusive = true }, "2020-04-03" },
        { "2020Q1", new WorkingDayOfNextPeriod(3) { Inclusive = false }, "2020-04-02" },
        { "2020Q3", new WorkingDayOfNextPeriod(1) { Inclusive = false }, "2020-09-30" }, // before the first working day lies the old quarter
        { "2020M10", new DayOfPeriod(1, 10) { Inclusive = false }, "2020-10-09" },
        { "2021M04", new DayOfPeriod(1, 4) { Inclusive = false, Shift = DueShift.Forward }, "2021-04-02" }, // Qingming: 6 April, and the working day before
        { "2014M06", new DayOfPeriod(1, 20) { Time = new(18, 0), Inclusive = false }, "2014-06-20 18:00" }, // 18:00 ends at 18:00 in either reading
        { "2020Q3", new DayOfNextPeriod(5) { Shift = DueShift.Back }, "2020-09-30" },
        { "2020Q3", new DayOfNextPeriod(5) { Shift = DueShift.Forward }, "2020-10-09" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_kind_of_rule_names_its_days(string period, DueRule rule, string expected)
    {
        var dues = DueDatePolicy.DueDates(Period(period), rule, Calendars.StateCouncil);

        Assert.Equal(expected, string.Join(' ', dues.Select(due => Iso(due.Day) + due.Time?.ToString(" HH:mm", CultureInfo.InvariantCulture))));
        Assert.Equal(dues.Count == 0 ? null : dues[^1], DueDatePolicy.For(Period(period), rule, Calendars.StateCouncil));
    }

    public static TheoryData<string, DueRule, bool> Certainty => new()
    {
        { "2030Q1", new DayOfPeriod(3, 20), false }, // no holiday moves a fixed day
        { "2030Q1", new DayOfPeriod(3, 20) { Shift = DueShift.Back }, true },
        { "2030Q1", new DayOfPeriod(3, 20) { Inclusive = false }, true },
        { "2030Q1", new WorkingDaysBeforePeriodEnd(5), true },
        { "2020Q4", new WorkingDaysBeforePeriodEnd(8), true }, // counts back through days that next year's list may name
        { "2020M12", new DayOfPeriod(1, 25) { Shift = DueShift.Back }, false },
        { "2020M12", new DayOfPeriod(1, 26) { Shift = DueShift.Back }, true },
    };

    [Theory]
    [MemberData(nameof(Certainty))]
    public void A_day_is_provisional_only_where_a_list_could_still_move_it(string period, DueRule rule, bool expected) =>
        Assert.Equal(expected, DueDatePolicy.For(Period(period), rule, Calendars.Until(2020))!.Value.IsProvisional);

    [Fact]
    public void The_nth_working_day_has_n_working_days_from_the_first_day_on_in_every_period()
    {
        var periods = Walk(new(2018, 1, Frequency.Monthly), 107).Concat(Walk(new(2018, 1), 35)).Concat(Walk(new(2018, 1, Frequency.Weekly), 460));

        foreach (var (period, nth) in periods.SelectMany(period => new[] { 1, 2, 3, 5, 8 }.Select(nth => (period, nth))))
        {
            var due = DueDatePolicy.WorkingDayOfNextPeriod(period, nth, Calendars.StateCouncil);

            var first = period.Next().FirstDay;
            var days = Enumerable.Range(0, due.Day.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToList();
            Assert.Equal(nth, days.Count(Calendars.StateCouncil.IsWorkingDay));
            Assert.True(Calendars.StateCouncil.IsWorkingDay(due.Day));
            Assert.Equal(days.Exists(day => !Calendars.StateCouncil.Covers(day)), due.IsProvisional);
        }
    }

    [Theory]
    [InlineData(null, "2020-04-03T16:00:00Z")] // midnight in Shanghai
    [InlineData("18:00", "2020-04-03T10:00:00Z")]
    public void A_report_is_late_from_the_end_of_the_day_or_the_rules_own_time(string? time, string expected)
    {
        var due = new DueDate(Calendars.Day("2020-04-03"), IsProvisional: false, time is null ? null : TimeOnly.Parse(time, CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), due.LateFrom(Calendars.Shanghai));
    }

    private static IEnumerable<ReportingPeriod> Walk(ReportingPeriod first, int count)
    {
        for (var period = first; count-- > 0; period = period.Next())
            yield return period;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ReportingPeriod Period(string key) => ReportingPeriod.TryParse(key, out var period) ? period : throw new ArgumentException(key);
}
