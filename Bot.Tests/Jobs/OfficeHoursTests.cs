using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Jobs;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using Quartz;
using Quartz.Extensibility;

namespace PlanBot.Tests.Jobs;

/// <summary>Quartz's own calendar of working hours: what it lets through, and that it lies in the database as it should.</summary>
public sealed class OfficeHoursTests
{
    private static readonly OfficeHoursCalendar Calendar =
        OfficeHoursCalendar.Of([Plan.DefaultTimeZone], new(8, 30), new(18, 0), Calendars.StateCouncil, new(2020, 4, 3));

    [Theory]
    [InlineData("2020-04-03 08:29", "2020-04-03 08:30")]
    [InlineData("2020-04-03 08:30", null)]
    [InlineData("2020-04-03 17:59", null)]
    [InlineData("2020-04-03 18:00", "2020-04-07 08:30")] // Qingming until Monday
    [InlineData("2020-09-30 20:00", "2020-10-09 08:30")] // National Day
    [InlineData("2020-10-10 10:00", null)] // a Saturday that is worked
    [InlineData("2020-12-31 18:00", "2021-01-04 08:30")] // over the year's end
    public void It_lets_working_hours_of_working_days_through(string at, string? next)
    {
        Assert.Equal(next is null, Calendar.IsTimeIncluded(Ledgers.At(at)));
        Assert.Equal(Ledgers.At(next ?? at), Calendar.GetNextIncludedTimeUtc(Ledgers.At(at)));
    }

    [Fact]
    public void With_plans_in_several_zones_any_of_them_is_enough()
    {
        var both = OfficeHoursCalendar.Of([Plan.DefaultTimeZone, "Asia/Urumqi"], new(8, 30), new(18, 0), Calendars.StateCouncil, new(2020, 4, 3));

        Assert.True(both.IsTimeIncluded(Ledgers.At("2020-04-03 19:59"))); // 17:59 there
        Assert.False(Calendar.IsTimeIncluded(Ledgers.At("2020-04-03 19:59")));
        Assert.Equal(Ledgers.At("2020-04-07 08:30"), both.GetNextIncludedTimeUtc(Ledgers.At("2020-04-03 20:00")));
    }

    [Fact]
    public void A_copy_is_the_same_and_where_nothing_is_known_every_moment_is_let_through()
    {
        Assert.True(Calendar.IsSameAs((OfficeHoursCalendar)Calendar.Clone()));
        Assert.False(Calendar.IsSameAs(OfficeHoursCalendar.Of([Plan.DefaultTimeZone], new(8, 30), new(17, 0), Calendars.StateCouncil, new(2020, 4, 3))));
        Assert.True(OfficeHoursCalendar.Always.IsTimeIncluded(Ledgers.At("2020-04-05 03:00")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_queueing_rests_by_it_and_follows_a_list_that_is_loaded_later(bool isDemo)
    {
        using var folder = new TemporaryFolder();
        await using var app = await ReminderHost.BuildAsync(
            Ledgers.At("2020-04-03 17:59"), new FakeChannel(), new Troubles(), followsRealTime: !isDemo, ("ConnectionStrings:PlanBot", $"Data Source={folder.File("planbot.db")}"));
        await Ledgers.Small().StoreAsync(app.Services.GetRequiredService<IDatabase>());

        await app.Services.GetRequiredService<KeepOfficeHours>().RunAsync(CancellationToken.None);
        var before = await FiresAsync(app, Ledgers.At("2020-04-03 17:59"));
        var list = new HolidayYear(2020, ["a later notice"], [new(new(2020, 4, 7), IsWorked: false, "清明", 2020)]);
        await app.Services.GetRequiredService<IHolidayRepository>().SaveAsync(list, CancellationToken.None);
        await app.Services.GetRequiredService<KeepOfficeHours>().RunAsync(CancellationToken.None);
        var after = await FiresAsync(app, Ledgers.At("2020-04-06 17:59"));

        Assert.Equal(isDemo ? Ledgers.At("2020-04-03 18:00") : Ledgers.At("2020-04-07 08:30"), before);
        Assert.Equal(isDemo ? Ledgers.At("2020-04-06 18:00") : Ledgers.At("2020-04-08 08:30"), after);
    }

    /// <summary>The second firing of the trigger as it lies in the database, were it begun then and went by the calendar that lies there.</summary>
    private static async Task<DateTimeOffset> FiresAsync(ReminderHost app, DateTimeOffset from)
    {
        var scheduler = await app.Services.GetRequiredKeyedService<ISchedulerFactory>(JobGroups.Scheduler).GetScheduler();
        var trigger = await scheduler.GetTrigger(new TriggerKey(QueueRemindersJob.Key.Name, QueueRemindersJob.Key.Group));
        var calendar = await scheduler.GetCalendar(trigger!.CalendarName!);
        return TriggerFireTimes.Compute(trigger.GetTriggerBuilder().StartAt(from).Build(), calendar, 2)[^1];
    }
}
