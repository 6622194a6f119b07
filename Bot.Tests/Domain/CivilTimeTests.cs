using System.Globalization;
using PlanBot.Domain;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Domain;

public sealed class CivilTimeTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2020-03-31", "09:00", "2020-03-31T01:00:00Z")]
    [InlineData("Asia/Shanghai", "2020-04-04", "00:00", "2020-04-03T16:00:00Z")]
    [InlineData("Asia/Urumqi", "2020-03-31", "09:00", "2020-03-31T03:00:00Z")]
    [InlineData("Europe/Berlin", "2020-03-29", "02:30", "2020-03-29T01:00:00Z")] // does not exist: the moment the clocks go forward
    [InlineData("Europe/Berlin", "2020-10-25", "02:30", "2020-10-25T00:30:00Z")] // comes twice: the first
    [InlineData("America/New_York", "2020-11-01", "09:00", "2020-11-01T14:00:00Z")]
    public void A_time_of_day_in_a_zone_is_one_instant(string zone, string day, string time, string expected)
    {
        var instant = CivilTime.Of(zone).At(Calendars.Day(day), TimeOnly.Parse(time, CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Fact]
    public void An_instant_is_a_day_and_a_time_in_the_zone()
    {
        var instant = new DateTimeOffset(2020, 4, 3, 16, 0, 0, TimeSpan.Zero);

        Assert.Equal(Calendars.Day("2020-04-04"), Calendars.Shanghai.DayOf(instant));
        Assert.Equal(new TimeOnly(0, 0), Calendars.Shanghai.TimeOf(instant));
        Assert.Equal(Calendars.Day("2020-04-03"), Calendars.Shanghai.DayOf(instant.AddTicks(-1)));
    }
}
