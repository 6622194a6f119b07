using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

public sealed class DemoClockTests
{
    private static readonly DateTimeOffset Start = Ledgers.At("2020-03-31 08:55");
    private readonly RunningClock wall = new(new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public void It_starts_where_it_is_told_and_runs_on_with_real_time()
    {
        var clock = new DemoClock(wall, Start);

        var first = clock.GetUtcNow();
        wall.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal((Start, TimeSpan.Zero), (first, first.Offset));
        Assert.Equal(Ledgers.At("2020-03-31 09:00"), clock.GetUtcNow());
    }

    [Fact]
    public void It_moves_forward_and_never_back()
    {
        var clock = new DemoClock(wall, Start);

        var forward = clock.MoveTo(Ledgers.At("2020-04-07 09:00"));
        wall.Pass(TimeSpan.FromSeconds(1));
        var back = clock.MoveTo(Ledgers.At("2020-04-07 09:00"));

        Assert.Equal((true, false), (forward, back));
        Assert.Equal(Ledgers.At("2020-04-07 09:00").AddSeconds(1), clock.GetUtcNow());
    }

    [Theory]
    [InlineData("2020-04-07 09:00", "2020-04-07 09:00")]
    [InlineData("2020-03-30 09:00", "2020-03-31 08:55")] // Clock:Now is later
    [InlineData(null, "2020-03-31 08:55")]
    public async Task A_restart_goes_on_from_the_later_of_the_kept_and_the_given_instant(string? kept, string expected)
    {
        await using var world = await ReminderWorld.CreateAsync("2020-03-31 08:55");
        if (kept is not null)
            await new DemoClockKeeper(new DemoClock(wall, Ledgers.At(kept)), world.KeptClock).KeepAsync(CancellationToken.None);
        var clock = new DemoClock(wall, Start);

        await clock.ResumeAsync(world.KeptClock, CancellationToken.None);

        Assert.Equal(Ledgers.At(expected), clock.GetUtcNow());
    }
}
