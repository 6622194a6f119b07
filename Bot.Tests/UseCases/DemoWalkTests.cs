using System.Diagnostics;
using PlanBot.Data.Model;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

public sealed class DemoWalkTests
{
    [Fact]
    public async Task Every_step_on_the_way_is_sent_at_its_own_moment()
    {
        await using var demo = await Demo.CreateAsync("2020-03-31 08:55");

        var result = await demo.Walk.RunAsync(Ledgers.At("2020-04-01 09:00"), CancellationToken.None);

        Assert.Equal(new DemoWalkResult(Ledgers.At("2020-04-01 09:00"), 6), result);
        Assert.Equal(
            ["03-31 09:00", "04-01 09:00"],
            demo.World.Browser.Sent.Select(message => message.Content.At.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", null)).Distinct());
        Assert.Equal(Ledgers.At("2020-04-01 09:00"), await demo.World.KeptClock.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Backwards_nothing_happens()
    {
        await using var demo = await Demo.CreateAsync("2020-03-31 09:30");

        var result = await demo.Walk.RunAsync(Ledgers.At("2020-03-31 09:29"), CancellationToken.None);

        Assert.Equal(new DemoWalkResult(Ledgers.At("2020-03-31 09:30"), null), result);
        Assert.Empty(demo.World.Browser.Sent);
    }

    [Fact]
    public async Task The_jobs_stand_still_meanwhile()
    {
        await using var demo = await Demo.CreateAsync("2020-03-31 08:55");
        var job = await demo.Gate.PassAsync(CancellationToken.None);

        var walking = demo.Walk.RunAsync(Ledgers.At("2020-03-31 09:00"), CancellationToken.None);

        Assert.False(walking.IsCompleted);
        Assert.Empty(demo.World.Browser.Sent);
        job.Dispose();
        Assert.Equal(3, (await walking).RemindersSent);
    }

    [Fact]
    public async Task A_whole_year_takes_seconds_opens_and_closes_its_periods_and_ends_with_the_last_one()
    {
        await using var demo = await Demo.CreateAsync("2020-03-31 08:55");
        var watch = Stopwatch.StartNew();

        var result = await demo.Walk.RunAsync(Ledgers.At("2021-03-31 09:00"), CancellationToken.None);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        var periods = await demo.World.Periods.OfPlanAsync(demo.Ledgers.Plan.Id, CancellationToken.None);
        Assert.Equal(["2020Q1", "2020Q2", "2020Q3", "2020Q4"], periods.Select(period => period.Period.ToString()));
        Assert.Equal([true, true, true, true], periods.Select(period => period.ClosedAt is not null));
        Assert.Equal(demo.World.Browser.Sent.Count, result.RemindersSent);
        // 2020Q3 is due on 12 October: the 10th is a make-up Saturday after the holidays of 1-8 October.
        var third = demo.World.Browser.Sent.Where(message => message.UserId == "unit-1" && message.Content.Plans[0].Period == new ReportingPeriod(2020, 3))
            .Select(message => $"{message.Content.StepKey} {message.Content.At.ToOffset(TimeSpan.FromHours(8)):MM-dd HH:mm}");
        Assert.Equal(
            [
                "period-end 09-30 09:00", "period-over 10-09 09:00", "due-1 10-10 09:00", "due 10-12 09:00", "due-afternoon 10-12 15:00", "due+1 10-13 09:00",
                "due+3 10-15 09:00", "overdue+8 10-22 09:00", "overdue+13 10-29 09:00", "overdue+18 11-05 09:00", "overdue+23 11-12 09:00",
            ],
            third);
    }

    [Fact]
    public async Task A_message_that_was_put_off_is_sent_on_the_way()
    {
        await using var demo = await Demo.CreateAsync("2020-03-31 08:55");
        var failures = 0;
        demo.World.Browser.Fail = _ => failures++ < 2 ? new Delivery.TryLater("busy", null) : null;

        var result = await demo.Walk.RunAsync(Ledgers.At("2020-03-31 12:00"), CancellationToken.None);

        Assert.Equal(3, result.RemindersSent);
        Assert.Equal(3, demo.World.Browser.Sent.Count);
    }

    [Theory]
    [InlineData("2020-03-31 08:55", "2020-03-31 09:00")]
    [InlineData("2020-03-31 09:00", "2020-04-01 09:00")]
    [InlineData("2020-05-20 09:00", "2020-06-30 09:00")]
    [InlineData("2021-05-20 09:00", null)] // the plan has ended
    public async Task The_agenda_knows_the_next_step(string now, string? next)
    {
        await using var demo = await Demo.CreateAsync("2020-03-31 08:55");
        if (now.StartsWith("2021", StringComparison.Ordinal))
            await demo.Walk.RunAsync(Ledgers.At("2021-05-01 09:00"), CancellationToken.None);

        var step = await demo.World.Agenda.NextStepAsync(Ledgers.At(now), CancellationToken.None);

        Assert.Equal(next is null ? null : Ledgers.At(next), step);
    }

    /// <summary>A demo whose real time stands still, so that its clock shows exactly the moments of the walk.</summary>
    private sealed record Demo(ReminderWorld World, Ledgers Ledgers, DemoWalk Walk, JobGate Gate) : IAsyncDisposable
    {
        public static async Task<Demo> CreateAsync(string start)
        {
            var clock = new DemoClock(new RunningClock(Ledgers.At("2026-11-22 12:00")), Ledgers.At(start));
            var world = await ReminderWorld.CreateAsync(clock);
            var ledgers = await world.StoreAsync(Ledgers.Small());
            var gate = new JobGate();
            return new(world, ledgers, new DemoWalk(clock, world.Agenda, world.DealWithDue, world.Keeper, gate), gate);
        }

        public async ValueTask DisposeAsync()
        {
            Gate.Dispose();
            await World.DisposeAsync();
        }
    }
}
