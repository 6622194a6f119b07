using Microsoft.Bot.Connector.Authentication;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.BotFramework.Inside;

/// <summary>When a channel's keys are fetched, told by a clock that the test moves.</summary>
public sealed class ChannelKeyTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly HttpClient http = new();
    private readonly RunningClock clock = new(new RealClock().GetUtcNow());
    private FakeTeams teams = null!;
    private ChannelKeys keys = null!;

    public async Task InitializeAsync()
    {
        teams = await FakeTeams.StartAsync();
        keys = new ChannelKeys(teams.MetadataUrl, http, key => ChannelTokens.RulesFor(key, FakeTeams.Issuer), clock);
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    public void Dispose()
    {
        keys.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task They_are_fetched_at_the_first_use_and_again_after_each_day()
    {
        var requests = new List<int>();
        for (var day = 0; day < 3; day++)
        {
            await FindAllAsync(5, "first");
            clock.Pass(Day - Second);
            await FindAllAsync(5, "first");
            requests.Add(teams.MetadataRequests);
            clock.Pass(Second);
        }

        Assert.Equal([1, 2, 3], requests);
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_and_one_that_has_come_are_known_a_day_later_at_the_latest()
    {
        await FindAllAsync(1, "first");
        teams.Keys[0] = new TokenKey("next", "msteams");
        clock.Pass(Day);

        Assert.Null(await keys.FindAsync("first", CancellationToken.None));
        Assert.NotNull(await keys.FindAsync("next", CancellationToken.None));
    }

    [Fact]
    public async Task An_unknown_key_has_them_fetched_at_once_and_then_at_most_every_five_minutes()
    {
        await FindAllAsync(1, "first");

        var requests = new List<int>();
        foreach (var wait in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(299), Second, TimeSpan.FromSeconds(299), Second })
        {
            clock.Pass(wait);
            for (var i = 0; i < 20; i++)
                Assert.Null(await keys.FindAsync($"never-{i}", CancellationToken.None));
            requests.Add(teams.MetadataRequests);
        }

        Assert.Equal([2, 2, 3, 3, 4], requests);
    }

    [Fact]
    public async Task Where_they_cannot_be_had_again_the_old_ones_hold_and_the_issuer_is_asked_every_ten_seconds()
    {
        await FindAllAsync(1, "first");
        teams.IsIssuerDown = true;
        clock.Pass(Day);

        await FindAllAsync(20, "first");
        clock.Pass(9 * Second);
        await FindAllAsync(20, "first");
        var down = teams.MetadataRequests;
        clock.Pass(Second);
        teams.IsIssuerDown = false;
        await FindAllAsync(20, "first");

        Assert.Equal((2, 3), (down, teams.MetadataRequests));
    }

    [Fact]
    public async Task Where_they_were_never_had_everybody_is_refused_and_the_issuer_is_asked_every_ten_seconds()
    {
        teams.IsIssuerDown = true;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Assert.ThrowsAsync<UnauthorizedAccessException>(() => keys.FindAsync("first", CancellationToken.None).AsTask())));
        var down = teams.MetadataRequests;
        teams.IsIssuerDown = false;
        clock.Pass(10 * Second);
        await FindAllAsync(20, "first");

        Assert.Equal((1, 2), (down, teams.MetadataRequests));
    }

    /// <summary>All at once.</summary>
    private Task FindAllAsync(int number, string key) =>
        Task.WhenAll(Enumerable.Range(0, number).Select(async _ => Assert.NotNull(await keys.FindAsync(key, CancellationToken.None))));
}
