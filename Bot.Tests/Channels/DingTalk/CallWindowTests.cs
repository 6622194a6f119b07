using PlanBot.Channels.DingTalk;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>However long calls are on their way, no second in which they arrive holds more than the limit.</summary>
public sealed class CallWindowTests
{
    private const int Most = 20;

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(900)] // some overtake those of a second before
    public async Task No_second_holds_more_than_the_limit_as_calls_arrive(int slowest)
    {
        var clock = new VirtualClock(Ledgers.At("2020-03-31 09:00"));
        var window = new CallWindow(Most, clock);
        var chance = new Random(7);
        var arrived = new List<DateTimeOffset>();
        var calls = Enumerable.Range(0, 200).Select(at => (There: chance.Next(slowest + 1), Back: at % 3)).Select(way => window.RunAsync(() => CallAsync(way.There, way.Back), CancellationToken.None)).ToList();

        while (!Task.WhenAll(calls).IsCompleted)
        {
            clock.Pass(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        Assert.Equal(200, arrived.Count);
        arrived.Sort();
        Assert.All(arrived.Zip(arrived.Skip(Most)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1), $"{Most + 1} calls in {pair.Second - pair.First}"));

        async Task<int> CallAsync(int there, int back)
        {
            if (there > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(there), clock);
            lock (arrived)
                arrived.Add(clock.GetUtcNow());
            if (back > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(back), clock);
            return 0;
        }
    }

    [Fact]
    public async Task A_call_that_fails_gives_its_place_back_as_well()
    {
        var clock = new VirtualClock(Ledgers.At("2020-03-31 09:00"));
        var window = new CallWindow(1, clock);

        await Assert.ThrowsAsync<IOException>(() => window.RunAsync<int>(() => throw new IOException(), CancellationToken.None));
        var next = window.RunAsync(() => Task.FromResult(7), CancellationToken.None);
        Assert.False(next.IsCompleted);
        clock.Pass(TimeSpan.FromSeconds(1.1));

        Assert.Equal(7, await next);
    }
}
