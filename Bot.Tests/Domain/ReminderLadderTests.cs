using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Domain;

public sealed class ReminderLadderTests
{
    private static readonly PlanSchedule Quarterly = Ladders.Schedule(new(2018, 1), DueRule.Default, Calendars.StateCouncil);

    [Fact]
    public void First_quarter_of_2020_has_its_steps_on_working_days()
    {
        var steps = Quarterly.StepsOf(new(2020, 1));

        string[] expected =
        [
            "2020-03-31 09:00 Step period-end",
            "2020-04-01 09:00 Step period-over",
            "2020-04-02 09:00 Step due-1",
            "2020-04-02 16:30 CoordinatorDigest digest:2020-04-02",
            "2020-04-03 09:00 Step due",
            "2020-04-03 15:00 Step due-afternoon",
            "2020-04-03 16:30 CoordinatorDigest digest:2020-04-03",
            "2020-04-07 09:00 Step due+1", // 4-6 April is Qingming
            "2020-04-07 16:30 CoordinatorDigest digest:2020-04-07",
            "2020-04-07 16:30 LeaderDigest leader-digest:2020-04-07",
            "2020-04-08 16:30 CoordinatorDigest digest:2020-04-08",
            "2020-04-09 09:00 Escalation due+3",
            "2020-04-09 16:30 CoordinatorDigest digest:2020-04-09",
            "2020-04-10 16:30 CoordinatorDigest digest:2020-04-10",
            "2020-04-13 16:30 CoordinatorDigest digest:2020-04-13",
            "2020-04-13 16:30 LeaderDigest leader-digest:2020-04-13",
            "2020-04-16 09:00 Step overdue+8",
            "2020-04-23 09:00 Step overdue+13",
            "2020-04-29 09:00 Step overdue+18", // Sunday 26 April was worked
            "2020-05-09 09:00 Step overdue+23", // a make-up Saturday after Labour Day; the fourth and last
        ];
        Assert.Equal(expected, steps.Select(Line));
        Assert.All(steps, step => Assert.Empty(step.Merged));
    }

    [Theory]
    [InlineData("2020Q1", "2020-03-31", "2020-04-01", "2020-04-02", "2020-04-03", "2020-04-07", "2020-04-09")]
    [InlineData("2020Q3", "2020-09-30", "2020-10-09", "2020-10-10", "2020-10-12", "2020-10-13", "2020-10-15")] // after the holiday, over the make-up Saturday
    [InlineData("2020Q4", "2020-12-31", "2021-01-04", "2021-01-05", "2021-01-06", "2021-01-07", "2021-01-11")]
    [InlineData("2025Q3", "2025-09-30", "2025-10-09", "2025-10-10", "2025-10-11", "2025-10-13", "2025-10-15")] // due on a make-up Saturday
    [InlineData("2024Q4", "2024-12-31", "2025-01-02", "2025-01-03", "2025-01-06", "2025-01-07", "2025-01-09")]
    [InlineData("2027Q3", "2027-09-30", "2027-10-01", "2027-10-04", "2027-10-05", "2027-10-06", "2027-10-08")] // not loaded: weekends alone
    public void The_morning_steps_follow_the_calendar(string period, params string[] days)
    {
        var mornings = Quarterly.StepsOf(Period(period)).Where(step => step.Time == new TimeOnly(9, 0)).Take(6);

        Assert.Equal(days, mornings.Select(step => step.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_step_is_an_instant_in_utc()
    {
        var first = Quarterly.StepsOf(new(2020, 1))[0];

        Assert.Equal(new DateTimeOffset(2020, 3, 31, 1, 0, 0, TimeSpan.Zero), first.At);
        Assert.Equal(first.At, Quarterly.DatesOf(new(2020, 1))!.CollectionFrom);
    }

    [Fact]
    public void Where_the_due_day_lies_inside_the_period_it_opens_five_and_three_working_days_before()
    {
        var schedule = Ladders.Schedule(new(2020, 1), new DayOfPeriod(3, 20), Calendars.StateCouncil);

        var steps = schedule.StepsOf(new(2020, 1));

        Assert.Equal(
            ["2020-03-13 09:00 Step due-5", "2020-03-17 09:00 Step due-3", "2020-03-19 09:00 Step due-1", "2020-03-20 09:00 Step due"],
            steps.Where(step => step.Time == new TimeOnly(9, 0)).Take(4).Select(Line));
    }

    [Theory]
    [InlineData(1, "2020-03-31 09:00 Step due-1 (period-end)", "2020-04-01 09:00 Step due (period-over)")]
    [InlineData(2, "2020-03-31 09:00 Step period-end", "2020-04-01 09:00 Step due-1 (period-over)")]
    public void Steps_of_one_moment_go_out_as_the_most_urgent(int workingDay, params string[] expected)
    {
        var steps = Ladders.Schedule(new(2020, 1), new WorkingDayOfNextPeriod(workingDay), Calendars.StateCouncil).StepsOf(new(2020, 1));

        Assert.Equal(expected, steps.Where(step => step.Time.Hour == 9).Take(2).Select(Line));
    }

    [Fact]
    public void An_escalation_takes_the_place_of_a_step_but_not_of_a_digest()
    {
        var options = Ladders.Of(
            ("Reminders:Steps:0:Key", "up"), ("Reminders:Steps:0:Kind", "Escalation"), ("Reminders:Steps:1:Key", "plain"),
            ("Reminders:Steps:2:Key", "digest"), ("Reminders:Steps:2:Kind", "CoordinatorDigest"));

        var steps = new ReminderLadder(options, Calendars.StateCouncil, Calendars.Shanghai).Steps(new(2020, 1), Calendars.Day("2020-04-03"), null);

        Assert.Equal(["2020-04-03 09:00 Escalation up (plain)", "2020-04-03 09:00 CoordinatorDigest digest:2020-04-03"], steps.OrderByDescending(step => step.Kind == ReminderKind.Escalation).Select(Line));
    }

    [Theory]
    [InlineData("2020-04-04", "2020-04-03", "2020-04-07")] // Qingming: reminded of on Friday, overdue on Tuesday
    [InlineData("2020-05-10", "2020-05-09", "2020-05-11")] // Saturday 9 May was worked
    public void A_due_day_off_is_reminded_of_on_the_last_working_day_before_it(string due, string reminded, string overdue)
    {
        var steps = new ReminderLadder(Ladders.Default, Calendars.StateCouncil, Calendars.Shanghai).Steps(new(2020, 1), Calendars.Day(due), null);

        Assert.Equal(Calendars.Day(reminded), steps.Single(step => step.Key == "due").Day);
        Assert.Equal(Calendars.Day(overdue), steps.Single(step => step.Key == "due+1").Day);
    }

    [Fact]
    public void An_extension_moves_the_steps_with_its_own_due_day()
    {
        var steps = Quarterly.StepsOf(new(2020, 1), Calendars.Day("2020-04-10"));

        Assert.Equal(["2020-03-31", "2020-04-01", "2020-04-09", "2020-04-10"], steps.Where(step => step.Time.Hour == 9).Take(4).Select(step => Line(step)[..10]));
    }

    [Fact]
    public void Nothing_is_sent_once_the_next_periods_collection_has_begun()
    {
        var schedule = Ladders.Schedule(new(2020, 1, Frequency.Monthly), DueRule.Default, Calendars.StateCouncil);

        var steps = schedule.StepsOf(new(2020, 3, Frequency.Monthly));

        Assert.Equal("2020-04-29 09:00 Step overdue+18", Line(steps[^1])); // 30 April belongs to April's own collection
        Assert.Equal(Instant("2020-04-30T09:00+08:00"), schedule.NextCollectionFrom(new(2020, 3, Frequency.Monthly)));
    }

    [Fact]
    public void The_last_period_of_a_plan_is_reminded_of_to_the_end()
    {
        var schedule = Ladders.Schedule(new(2020, 1, Frequency.Monthly), DueRule.Default, Calendars.StateCouncil, last: new(2020, 3, Frequency.Monthly));

        Assert.Equal("2020-05-09 09:00 Step overdue+23", Line(schedule.StepsOf(new(2020, 3, Frequency.Monthly))[^1]));
        Assert.Empty(schedule.StepsOf(new(2020, 4, Frequency.Monthly)));
        Assert.Null(schedule.DatesOf(new(2019, 12, Frequency.Monthly)));
    }

    [Fact]
    public void A_period_that_is_not_owed_is_passed_over()
    {
        var schedule = Ladders.Schedule(new(2020, 1), new EndOfPeriod { Months = [6, 12] }, Calendars.StateCouncil);

        Assert.Null(schedule.DatesOf(new(2020, 3)));
        Assert.Equal(new ReportingPeriod(2020, 4), schedule.NextOwed(new(2020, 2)));
    }

    [Fact]
    public void A_single_report_has_no_period_after_it()
    {
        var schedule = Ladders.Schedule(new(2020, 1, Frequency.Once), new Dates([new(2020, 12, 20)]), Calendars.StateCouncil);

        Assert.Null(schedule.NextOwed(new(2020, 1, Frequency.Once)));
        Assert.NotEmpty(schedule.StepsOf(new(2020, 1, Frequency.Once)));
    }

    [Fact]
    public void A_weekly_period_reminds_nobody_before_it_begins()
    {
        var schedule = Ladders.Schedule(new(2020, 14, Frequency.Weekly), new DayOfWeekRule(2), Calendars.StateCouncil);

        // due-5 and due-3 would lie in the week before, when nothing of this week is owed yet
        Assert.Equal("2020-03-30 09:00 Step due-1 (due-5, due-3)", Line(schedule.StepsOf(new(2020, 14, Frequency.Weekly))[0]));
    }

    public static TheoryData<Frequency, DueRule> Plans => new()
    {
        { Frequency.Quarterly, DueRule.Default },
        { Frequency.Quarterly, new DayOfPeriod(3, 20) },
        { Frequency.Quarterly, new DayOfNextPeriod(20) { Shift = DueShift.Forward } },
        { Frequency.Quarterly, new WorkingDaysBeforePeriodEnd(5) },
        { Frequency.Monthly, DueRule.Default },
        { Frequency.Monthly, new DayOfPeriod(1, 25) { Shift = DueShift.Back } },
        { Frequency.Monthly, new DayOfPeriod(1, 1) }, // always on New Year, on Labour Day, on National Day
        { Frequency.TenDay, new DaysOfMonth([9, 19, 28]) { Shift = DueShift.Back } },
        { Frequency.Weekly, new DayOfWeekRule(2) { Shift = DueShift.Forward, Time = new(12, 0) } },
        { Frequency.HalfYearly, new EndOfPeriod() },
        { Frequency.Yearly, new WorkingDayOfNextPeriod(10) },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void In_every_period_of_ten_years_each_step_keeps_the_rules(Frequency frequency, DueRule rule)
    {
        var schedule = Ladders.Schedule(new(2018, 1, frequency), rule, Calendars.StateCouncil);
        for (var period = new ReportingPeriod(2018, 1, frequency); period.Year < 2028; period = period.Next())
        {
            var (steps, dates, next) = (schedule.StepsOf(period), schedule.DatesOf(period)!, schedule.NextCollectionFrom(period)!.Value);

            Assert.All(steps, step =>
            {
                Assert.True(Calendars.StateCouncil.IsWorkingDay(step.Day));
                Assert.InRange(step.Time, Ladders.Default.WorkingHoursFrom, Ladders.Default.WorkingHoursUntil);
                Assert.Equal((step.Day, step.Time), (Calendars.Shanghai.DayOf(step.At), Calendars.Shanghai.TimeOf(step.At)));
                Assert.True(step.Day >= period.FirstDay && step.At < next, $"{period}: {Line(step)}");
            });
            Assert.Equal(steps.Count, steps.Select(step => step.Key).Concat(steps.SelectMany(step => step.Merged)).Distinct().Count() - steps.Sum(step => step.Merged.Count));
            Assert.Equal(steps.Select(step => step.At).Order(), steps.Select(step => step.At));
            if (Calendars.StateCouncil.WorkingDaysFrom(period.FirstDay).First() > period.LastDay)
                continue; // a week that is off as a whole begins and ends its collection with the next one's
            Assert.Equal(dates.CollectionFrom, steps.First(step => step.Kind is ReminderKind.Step or ReminderKind.Escalation).At);
            Assert.True(dates.CollectionFrom < next);
        }
    }

    [Theory]
    [InlineData("Reminders:Steps:0:Key", "", "Reminders:Steps:0 Key must have 1 to 40 characters")]
    [InlineData("Reminders:Steps:0:Key", "a b", "Reminders:Steps:0 Key 'a b' may hold letters, digits, + and - only")]
    [InlineData("Reminders:Steps:0:Time", "20:00", "Reminders:Steps:0 Time 20:00 lies outside the working hours 08:30-18:00")]
    [InlineData("Reminders:Steps:0:Time", "18:00", "Reminders:Steps:0 Time 18:00 lies outside the working hours 08:30-18:00")]
    [InlineData("Reminders:Steps:0:Every", "0", "Reminders:Steps:0 Every must be at least 1")]
    [InlineData("Reminders:Steps:0:Until", "-1", "Reminders:Steps:0 Until must not lie before WorkingDays")]
    [InlineData("Reminders:Steps:0:WorkingDays", "400", "Reminders:Steps:0 WorkingDays and Until must lie between -60 and 60")]
    [InlineData("Reminders:Steps:0:Anchor", "7", "Reminders:Steps:0 Anchor 7 is unknown")]
    [InlineData("Reminders:Steps:0:Kind", "Urging", "Reminders:Steps needs a step of kind Step that is always sent", "Reminders:Steps:0 Kind Urging is not a step's")]
    [InlineData("Reminders:Steps:0:When", "DueWithinPeriod", "Reminders:Steps needs a step of kind Step that is always sent")]
    [InlineData("Reminders:Steps:1:Key", "due", "Reminders:Steps holds the key 'due' twice")]
    [InlineData("Reminders:Steps:0:Audience", "32", "Reminders:Steps needs a step of kind Step that is always sent", "Reminders:Steps:0 Audience 32 must name Contacts, Backups, UnitLeaders, Coordinators or Leaders")]
    [InlineData("Reminders:Steps:0:Audience", "Leaders", "Reminders:Steps needs a step of kind Step that is always sent")]
    [InlineData("Reminders:Steps:0:Channel", "pigeon", "Reminders:Steps:0 Channel pigeon is unknown; directline, msteams, dingtalk and mail are known")]
    [InlineData("Reminders:WorkingHoursUntil", "08:00", "Reminders:WorkingHoursFrom must be earlier than Reminders:WorkingHoursUntil", "Reminders:Steps:0 Time 09:00 lies outside the working hours 08:30-08:00")]
    public void A_ladder_that_cannot_be_meant_is_refused(string key, string value, params string[] problems)
    {
        (string Key, string Value)[] good = [("Reminders:Steps:0:Key", "due")];

        var options = Ladders.Of([.. good.Where(setting => setting.Key != key), (key, value)]);

        Assert.Equal(problems, options.Validate(new(options)).Select(result => result.ErrorMessage));
    }

    [Fact]
    public void An_empty_ladder_is_refused_with_a_remedy()
    {
        var options = Ladders.Of();

        Assert.Equal(["Reminders:Steps is empty, so nobody would ever be reminded; list at least one step, as in the appsettings.json that ships"], options.Validate(new(options)).Select(result => result.ErrorMessage));
    }

    [Theory]
    [InlineData(-25, LadderFault.BeforePeriod)] // April 2020 is due on 8 May; 25 working days earlier is 31 March
    [InlineData(-15, null)]
    [InlineData(30, LadderFault.AfterNextCollection)]
    public void A_step_before_its_period_or_after_the_next_ones_collection_is_found(int workingDays, LadderFault? expected)
    {
        var plan = Ledgers.Small().Plan with
        {
            Reporting = new() { Frequency = Frequency.Monthly, DueRule = new WorkingDayOfNextPeriod(3), FirstPeriod = new(2020, 4, Frequency.Monthly), Sections = [new(1, "工作进展情况", SectionKind.Progress)] },
        };
        var ladder = Ladders.Default with { Steps = LadderRules.InOrder([.. Ladders.Default.Steps, new() { Key = "new", WorkingDays = workingDays, Time = new(10, 0) }]) };

        Assert.Equal(expected, LadderRules.Find(ladder, "new", plan, Calendars.StateCouncil, Ledgers.At("2020-04-01 09:00"))?.Fault);
    }

    [Theory]
    [InlineData("0", "09:00", "-1", "09:00")] // the day before stands behind the day itself
    [InlineData("0", "15:00", "0", "09:00")]
    [InlineData("0", "09:00", "0", "09:00")] // one moment twice: one of them would never be sent
    public void Steps_out_of_order_are_refused(string firstDays, string firstTime, string secondDays, string secondTime)
    {
        var options = Ladders.Of(
            ("Reminders:Steps:0:Key", "a"), ("Reminders:Steps:0:WorkingDays", firstDays), ("Reminders:Steps:0:Time", firstTime),
            ("Reminders:Steps:1:Key", "b"), ("Reminders:Steps:1:WorkingDays", secondDays), ("Reminders:Steps:1:Time", secondTime));

        Assert.Equal(
            ["Reminders:Steps: 'b' comes no later than 'a' and stands behind it; list the steps in the order of time, each moment once"], options.Validate(new(options)).Select(result => result.ErrorMessage));
    }

    [Fact]
    public void The_ladder_that_ships_is_sound() => Assert.Empty(Ladders.Default.Validate(new(Ladders.Default)));

    private static string Line(ReminderStep step) =>
        string.Create(CultureInfo.InvariantCulture, $"{step.Day:yyyy-MM-dd} {step.Time:HH:mm} {step.Kind} {step.Key}")
        + (step.Merged.Count > 0 ? $" ({string.Join(", ", step.Merged)})" : "");

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static ReportingPeriod Period(string key) => ReportingPeriod.TryParse(key, out var period) ? period : throw new ArgumentException(key);
}
