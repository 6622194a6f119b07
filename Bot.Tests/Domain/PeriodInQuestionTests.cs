using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Domain;

public sealed class PeriodInQuestionTests
{
    private static readonly PlanSchedule Schedule = Ladders.Schedule(new(2020, 1), DueRule.Default, Calendars.StateCouncil);

    [Theory]
    [InlineData("2020-02-10T09:00", "2020Q1")] // nothing collected yet: the first open one
    [InlineData("2020-03-31T08:59", "2020Q1")]
    [InlineData("2020-03-31T09:00", "2020Q1")]
    [InlineData("2020-04-07T09:00", "2020Q1")] // Q2 is under way and open, but its collection has not begun
    [InlineData("2020-06-30T08:59", "2020Q1")]
    [InlineData("2020-06-30T09:00", "2020Q2")]
    [InlineData("2020-10-01T09:00", "2020Q3")]
    public void A_question_without_a_period_means_the_one_being_collected(string now, string expected)
    {
        PlanPeriod[] periods = [Open(3, "2020-07-01"), Open(1, "2020-03-26"), Open(2, "2020-04-01")];
        var at = Instant(now);

        var period = PeriodInQuestion.Of(periods.Where(period => period.OpenedAt <= at).DefaultIfEmpty(periods[1]).ToList(), at);

        Assert.Equal(expected, period?.Period.ToString());
    }

    [Fact]
    public void A_period_that_the_coordinator_closed_is_still_the_one_in_question()
    {
        PlanPeriod[] periods = [Open(1, "2020-03-26") with { ClosedAt = Instant("2020-04-08T10:00") }, Open(2, "2020-04-01")];

        Assert.Equal(new(2020, 1), PeriodInQuestion.Of(periods, Instant("2020-04-09T10:00"))?.Period);
    }

    [Fact]
    public void Of_periods_whose_collection_has_not_begun_a_closed_one_is_passed_over()
    {
        PlanPeriod[] periods = [Open(1, "2020-03-26") with { ClosedAt = Instant("2020-03-27T10:00") }, Open(2, "2020-04-01")];

        Assert.Equal(new(2020, 2), PeriodInQuestion.Of(periods, Instant("2020-03-28T10:00"))?.Period);
    }

    [Fact]
    public void Without_periods_there_is_none() => Assert.Null(PeriodInQuestion.Of([], Instant("2020-04-09T10:00")));

    [Theory]
    [InlineData("2020-04-07", Frequency.Quarterly, "2020Q1", "2020Q3")]
    [InlineData("2020-03-31", Frequency.Quarterly, "2019Q4", "2020Q2")] // while 2020Q1 is being collected
    [InlineData("2020-01-02", Frequency.Monthly, "2019M12", "2020M02")]
    [InlineData("2021-01-01", Frequency.Weekly, "2020W52", "2021W01")] // 1 January 2021 lies in week 53 of 2020
    public void Last_and_next_quarter_are_counted_from_today(string today, Frequency frequency, string last, string next)
    {
        Assert.Equal(last, PeriodInQuestion.Last(Calendars.Day(today), frequency).ToString());
        Assert.Equal(next, PeriodInQuestion.Next(Calendars.Day(today), frequency).ToString());
    }

    private static PlanPeriod Open(int quarter, string openedOn)
    {
        var dates = Schedule.DatesOf(new(2020, quarter))!;
        return new()
        {
            Id = Guid.CreateVersion7(), PlanId = Guid.Empty, Period = new(2020, quarter), DueOn = dates.Due.Day, DueAt = dates.LateFrom,
            IsProvisional = dates.Due.IsProvisional, CollectionFrom = dates.CollectionFrom, OpenedAt = Instant($"{openedOn}T00:00"),
        };
    }

    private static DateTimeOffset Instant(string local) => DateTimeOffset.Parse(local + "+08:00", CultureInfo.InvariantCulture);
}
