using PlanBot.Domain;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Domain;

public sealed class WorkingHoursTests
{
    private static readonly WorkingHours Hours = new(Calendars.StateCouncil, Calendars.Shanghai, new(8, 30), new(18, 0));

    [Theory]
    [InlineData("2020-04-03 08:29", false)]
    [InlineData("2020-04-03 08:30", true)]
    [InlineData("2020-04-03 17:59", true)]
    [InlineData("2020-04-03 18:00", false)]
    [InlineData("2020-04-06 10:00", false)] // Qingming, a Monday
    [InlineData("2020-04-26 10:00", true)] // a Sunday that is worked
    public void Only_the_hours_of_a_working_day_count(string at, bool expected) => Assert.Equal(expected, Hours.Contains(Ledgers.At(at)));

    [Theory]
    [InlineData("2020-04-03 10:00", "2020-04-03 10:00")]
    [InlineData("2020-04-03 07:00", "2020-04-03 08:30")]
    [InlineData("2020-04-03 18:00", "2020-04-07 08:30")]
    [InlineData("2020-04-05 12:00", "2020-04-07 08:30")]
    public void The_next_working_time_is_now_or_the_next_morning(string at, string expected) => Assert.Equal(Ledgers.At(expected), Hours.NextFrom(Ledgers.At(at)));

    [Theory]
    [InlineData("2020-04-07 08:30", 0, "2020-04-07 08:30")]
    [InlineData("2020-04-07 10:00", 4, "2020-04-07 14:00")]
    [InlineData("2020-04-07 14:00", 4, "2020-04-07 18:00")]
    [InlineData("2020-04-07 16:00", 4, "2020-04-08 10:30")]
    [InlineData("2020-04-03 17:00", 12, "2020-04-08 10:00")] // 1 + 9.5 + 1.5 hours
    [InlineData("2020-04-05 03:00", 1, "2020-04-07 09:30")]
    public void Working_time_passes_only_within_working_hours(string at, int hours, string expected) =>
        Assert.Equal(Ledgers.At(expected), Hours.Plus(Ledgers.At(at), TimeSpan.FromHours(hours)));
}
