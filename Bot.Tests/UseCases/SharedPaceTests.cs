using PlanBot.Channels.DingTalk;
using PlanBot.Channels.Teams;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Data;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>Several nodes on one database keep the rates of Teams together.</summary>
public abstract class SharedPaceTests(TestDatabase store) : DatabaseTests(store)
{
    private RunningClock Clock { get; } = new(Ledgers.At("2020-03-31 09:00"));

    private PaceRepository Paces => new(Database);

    [DatabaseTheory]
    [InlineData(false, 7, 8, 60)]
    [InlineData(true, 14, 16, 120)]
    public async Task Two_nodes_keep_one_conversation_to_the_published_rates(bool isRead, int inOneSecond, int inTwo, int inThirty)
    {
        var nodes = new[] { Node(), Node() };
        var went = new List<double>();

        for (var now = 0.0; now < 62; now = Pass(now, 0.1))
        {
            foreach (var node in nodes)
            {
                while (await GoesAsync(node, "a", isRead))
                    went.Add(now);
            }
        }

        AssertNeverMoreThan(inOneSecond, 1, went);
        AssertNeverMoreThan(inTwo, 2, went);
        AssertNeverMoreThan(inThirty, 30, went);
        Assert.InRange(went.Count, inThirty * 2 - 10, inThirty * 3); // and little is given away
        Assert.Equal(inOneSecond, went.Count(at => at < 0.05)); // at once what may be sent at once
    }

    [DatabaseTheory]
    [InlineData(20, 1)]
    [InlineData(20, 2)]
    [InlineData(60, 1)]
    public async Task An_api_of_DingTalk_is_kept_to_its_limit_in_any_second_not_only_in_whole_ones_and_nearly_all_of_it_is_used(int perSecond, int count)
    {
        var rates = DingTalkApi.RatesOf("/v1.0/robot/oToMessages/batchSend", perSecond);
        var nodes = Enumerable.Range(0, count).Select(_ => Node()).ToList();
        var went = new List<double>();

        for (var now = 0.37; now < 10.37; now = Pass(now, 0.01)) // begins within a second of the clock
        {
            foreach (var node in nodes)
            {
                while (await node.TryAsync(rates, CancellationToken.None) == TimeSpan.Zero)
                    went.Add(now);
            }
        }

        AssertNeverMoreThan(perSecond, 1, went);
        if (count == 1)
            Assert.InRange(went.Count, (int)(perSecond * 10 * 0.98), perSecond * 11);
    }

    [DatabaseFact]
    public async Task Two_nodes_keep_all_conversations_together_to_the_rate_of_a_tenant()
    {
        var nodes = new[] { Node(), Node() };
        var went = new List<double>();
        var place = 0;

        for (var now = 0.0; now < 4; now = Pass(now, 0.05))
        {
            foreach (var node in nodes)
            {
                // Each in its own rhythm, so that leases end unused too.
                for (var tries = node == nodes[0] ? 3 : (int)(now * 20) % 40; tries > 0 && await GoesAsync(node, $"c{place++}"); tries--)
                    went.Add(now);
            }
        }

        AssertNeverMoreThan(50, 1, went);
        Assert.InRange(went.Count, 140, 204);
    }

    [DatabaseFact]
    public async Task Whatever_is_asked_at_the_same_moment_no_token_is_given_twice()
    {
        var nodes = new[] { Node(), Node(), Node() };

        var went = await Task.WhenAll(Enumerable.Range(0, 90).Select(number => Task.Run(() => GoesAsync(nodes[number % 3], $"c{number}"))));

        Assert.Equal(50, went.Count(goes => goes));
    }

    [DatabaseFact]
    public async Task A_node_that_dies_takes_along_no_more_than_the_tokens_it_had_taken()
    {
        Assert.True(await GoesAsync(Node(), "a")); // ten are taken of fifty, one is used, and nothing is heard of that node again
        var alive = Node();

        var atOnce = await CountAsync(alive);
        Clock.Pass(TimeSpan.FromSeconds(1.01)); // what the living one used is back
        var later = await CountAsync(alive);
        Clock.Pass(TimeSpan.FromSeconds(1.01)); // and so is the dead one's lease, which ended after half a second
        var all = await CountAsync(alive);

        Assert.Equal((40, 40, 50), (atOnce, later, all));
    }

    [DatabaseFact]
    public async Task What_a_living_node_did_not_use_is_there_for_others_as_soon_as_it_says_so()
    {
        var (one, other) = (Node(), Node());
        await GoesAsync(one, "a");
        Clock.Pass(TimeSpan.FromSeconds(0.6)); // its lease of ten is over
        await GoesAsync(one, "b"); // so it takes another, and tells that it used one of the first

        Assert.Equal(39, await CountAsync(other)); // 50 - 1 used - 10 lent
    }

    [DatabaseFact]
    public async Task Not_every_call_costs_a_commit()
    {
        var node = Node();

        for (var i = 0; i < 3; i++)
            Assert.True(await GoesAsync(node, "a"));
        for (var i = 0; i < 17; i++)
            Assert.True(await GoesAsync(node, $"c{i}"));

        Assert.Equal(1, (await Paces.FindAsync(ConnectorPace.RatesOf("a", isRead: false)[0].Key, CancellationToken.None))!.Version);
        Assert.Equal(2, (await Paces.FindAsync("teams", CancellationToken.None))!.Version);
    }

    [DatabaseFact]
    public async Task A_clock_that_is_set_back_holds_up_nobody_for_longer_than_the_rates_do()
    {
        var node = Node();
        while (await GoesAsync(node, "a"))
        {
        }
        Clock.Pass(TimeSpan.FromHours(-1));

        var (waited, other) = (TimeSpan.Zero, Node());
        while (!await GoesAsync(node, "a") || !await GoesAsync(other, "a"))
        {
            Clock.Pass(TimeSpan.FromSeconds(0.5));
            waited += TimeSpan.FromSeconds(0.5);
        }

        Assert.InRange(waited, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    [DatabaseFact]
    public async Task A_wait_of_less_than_a_millisecond_is_waited_for_too()
    {
        var hasty = new HastyClock(Ledgers.At("2020-03-31 09:00").AddTicks(4321));
        var node = new SharedPace(Database, Paces, hasty);

        for (var i = 0; i < 70; i++)
            await node.WaitAsync(ConnectorPace.RatesOf("a", isRead: false), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(hasty.GetUtcNow() >= Ledgers.At("2020-03-31 09:00:30"));
        Assert.All(hasty.Waits, wait => Assert.True(wait >= TimeSpan.FromMilliseconds(1)));
    }

    [DatabaseFact]
    public async Task Conversations_that_have_long_been_quiet_are_forgotten()
    {
        var (node, key) = (Node(), ConnectorPace.RatesOf("a", isRead: false)[0].Key);
        await GoesAsync(node, "a");
        Clock.Pass(TimeSpan.FromMinutes(50));
        await GoesAsync(node, "b");
        var soon = await Paces.FindAsync(key, CancellationToken.None);
        Clock.Pass(TimeSpan.FromMinutes(11));
        await GoesAsync(node, "b");

        Assert.NotNull(soon);
        Assert.Null(await Paces.FindAsync(key, CancellationToken.None));
        Assert.NotNull(await Paces.FindAsync(ConnectorPace.RatesOf("b", isRead: false)[0].Key, CancellationToken.None));
    }

    private SharedPace Node() => new(Database, Paces, Clock);

    private static async Task<bool> GoesAsync(SharedPace node, string place, bool isRead = false) =>
        await node.TryAsync(ConnectorPace.RatesOf(place, isRead), CancellationToken.None) == TimeSpan.Zero;

    private static async Task<int> CountAsync(SharedPace node)
    {
        var count = 0;
        while (await GoesAsync(node, $"{Guid.CreateVersion7()}"))
            count++;
        return count;
    }

    private double Pass(double now, double seconds)
    {
        Clock.Pass(TimeSpan.FromSeconds(seconds));
        return Math.Round(now + seconds, 2);
    }

    private static void AssertNeverMoreThan(int tokens, double seconds, List<double> went) =>
        Assert.All(went.Distinct(), at => Assert.InRange(went.Count(other => other >= at && other < at + seconds - 0.01), 1, tokens));
}
