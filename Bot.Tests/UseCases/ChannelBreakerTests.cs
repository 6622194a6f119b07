using Microsoft.Extensions.Logging;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

public sealed class ChannelBreakerTests
{
    private static readonly Delivery Down = new Delivery.TryLater("503", null) { IsOfChannel = true };
    private static readonly Delivery Sent = new Delivery.Sent();

    private readonly StoppedClock clock = new(Ledgers.At("2020-03-31 09:00"));
    private readonly Lines lines = new();
    private readonly ChannelBreaker breaker;

    public ChannelBreakerTests() => breaker = new(clock, new Random(1), lines);

    [Fact]
    public void After_five_failures_in_a_row_nothing_is_tried_for_half_a_minute()
    {
        for (var failures = 1; failures <= ChannelBreaker.Failures; failures++)
            Assert.True(Try(Down));

        var pass = breaker.Ask("msteams");

        Assert.Equal((false, "503"), (pass.MayTry, pass.Trouble));
        Assert.InRange(pass.Wait, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(37.5));
        Assert.True(breaker.Ask("directline").MayTry); // another channel is another matter
    }

    [Fact]
    public void One_message_that_arrives_starts_the_count_anew()
    {
        for (var round = 1; round <= 3; round++)
        {
            for (var failures = 1; failures < ChannelBreaker.Failures; failures++)
                Assert.True(Try(Down));
            Assert.True(Try(Sent));
        }
    }

    [Fact]
    public void What_concerns_one_person_or_one_message_counts_for_nothing()
    {
        for (var times = 1; times <= 20; times++)
        {
            Assert.True(Try(new Delivery.TryLater("429", TimeSpan.FromMinutes(1))));
            Assert.True(Try(new Delivery.Unreachable("blocked")));
        }
    }

    [Fact]
    public void Then_one_message_at_a_time_finds_out_and_the_pauses_grow_to_ten_minutes()
    {
        Open();
        var pauses = new List<double>();

        for (var probes = 1; probes <= 7; probes++)
        {
            var pause = breaker.Ask("msteams").Wait;
            pauses.Add(pause.TotalSeconds);
            clock.Now += pause;
            var probe = breaker.Ask("msteams");
            Assert.True(probe.IsProbe);
            Assert.False(breaker.Ask("msteams").MayTry); // the others wait for what comes of it
            breaker.Tell("msteams", probe, Down);
        }

        double[] least = [30, 60, 120, 240, 480, 600, 600];
        Assert.All(pauses.Zip(least), pair => Assert.InRange(pair.First, pair.Second, pair.Second * 1.25));
    }

    [Fact]
    public void When_it_arrives_all_may_try_again_and_each_turn_is_logged_once()
    {
        Open();
        clock.Now += TimeSpan.FromSeconds(38);
        Assert.True(Try(Down));
        clock.Now += TimeSpan.FromSeconds(76);

        Assert.True(Try(Sent));

        Assert.True(breaker.Ask("msteams").MayTry);
        Assert.True(breaker.Ask("msteams").MayTry);
        Assert.Equal(["Error: Channel msteams is down: 503. Messages wait; now and then one is tried", "Information: Channel msteams is back"], lines.Written);
    }

    [Fact]
    public void A_probe_that_found_nothing_out_leaves_it_to_the_next()
    {
        Open();
        clock.Now += TimeSpan.FromSeconds(38);

        Assert.True(Try(null)); // stopped half-way
        Assert.True(Try(new Delivery.Unreachable("never met")));

        Assert.True(breaker.Ask("msteams").IsProbe);
    }

    [Fact]
    public void What_was_begun_before_it_opened_does_not_make_the_pause_longer()
    {
        var early = Enumerable.Range(0, 8).Select(_ => breaker.Ask("msteams")).ToList();

        early.ForEach(pass => breaker.Tell("msteams", pass, Down));

        Assert.InRange(breaker.Ask("msteams").Wait, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(37.5));
    }

    private void Open()
    {
        for (var failures = 1; failures <= ChannelBreaker.Failures; failures++)
            Try(Down);
    }

    private bool Try(Delivery? delivery)
    {
        var pass = breaker.Ask("msteams");
        if (pass.MayTry)
            breaker.Tell("msteams", pass, delivery);
        return pass.MayTry;
    }

    private sealed class Lines : ILogger<ChannelBreaker>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
