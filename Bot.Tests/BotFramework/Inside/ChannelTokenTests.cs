using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.BotFramework.Inside;

/// <summary>A token whose signature was found good is known again; what it is good for is looked at each time.</summary>
public sealed class ChannelTokenTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient http = new();
    private readonly RunningClock clock = new(new RealClock().GetUtcNow());
    private bool isOurs = true;
    private FakeTeams teams = null!;
    private ChannelKeys keys = null!;
    private ChannelTokens tokens = null!;
    private string header = "";

    public async Task InitializeAsync()
    {
        teams = await FakeTeams.StartAsync();
        keys = new ChannelKeys(teams.MetadataUrl, http, key => ChannelTokens.RulesFor(key, FakeTeams.Issuer), clock);
        tokens = new ChannelTokens(FakeTeams.Issuer, keys, (appId, _) => Task.FromResult(isOurs && appId == FakeTeams.AppId), clock);
        header = "Bearer " + teams.Token();
        await CheckAsync();
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    public void Dispose()
    {
        keys.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task It_is_taken_until_it_ends_and_the_skew_is_over_and_no_longer()
    {
        clock.Pass(TimeSpan.FromSeconds(3600 + 299));
        await CheckAsync();
        clock.Pass(TimeSpan.FromSeconds(2));

        await AssertRefusedAsync("out of its time");
    }

    [Fact]
    public async Task It_is_refused_where_the_clock_says_that_it_does_not_hold_yet()
    {
        clock.Pass(TimeSpan.FromSeconds(-330));

        await AssertRefusedAsync("out of its time");
    }

    [Fact]
    public async Task It_is_refused_once_the_channel_no_longer_names_its_key()
    {
        var next = new TokenKey("next", "msteams");
        (teams.Keys[0], var first) = (next, header);
        header = "Bearer " + teams.Token(key: next);
        await CheckAsync();

        header = first;
        await AssertRefusedAsync("unknown signing key");
    }

    [Fact]
    public async Task It_is_refused_once_the_channel_has_another_key_under_the_name()
    {
        teams.Keys[0] = new TokenKey("first", "msteams");
        var next = new TokenKey("next", "msteams");
        (teams.Keys[0], var first) = (teams.Keys[0], header);
        teams.Keys.Add(next);
        header = "Bearer " + teams.Token(key: next); // makes the keys be fetched
        await CheckAsync();

        header = first;
        await AssertRefusedAsync("does not hold");
    }

    [Fact]
    public async Task It_is_refused_once_its_key_is_endorsed_for_the_channel_no_longer()
    {
        var same = new TokenKey("first", "webchat");
        same.Rsa.ImportParameters(teams.Key.Rsa.ExportParameters(includePrivateParameters: true));
        var next = new TokenKey("next", "msteams");
        (teams.Keys[0], var first) = (same, header);
        teams.Keys.Add(next);
        header = "Bearer " + teams.Token(key: next);
        await CheckAsync();

        header = first;
        await AssertRefusedAsync("not endorsed");
    }

    [Fact]
    public async Task It_is_refused_for_another_service_url_channel_or_bot()
    {
        await AssertRefusedAsync("service url", serviceUrl: "https://evil.example.com/");
        await AssertRefusedAsync("not endorsed", channel: "emulator");
        isOurs = false;
        await AssertRefusedAsync("audience");
    }

    [Fact]
    public async Task It_is_refused_where_its_key_lacks_an_endorsement_that_is_asked_for_beside_the_channels() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => tokens.CheckAsync(header, ["msteams", "certified"], teams.ServiceUrl, CancellationToken.None));

    [Fact]
    public async Task Nothing_but_the_very_same_token_is_known()
    {
        foreach (var other in new[] { header + "x", header[..^1], header.Replace('.', '_') })
        {
            header = other;
            await Assert.ThrowsAsync<UnauthorizedAccessException>(CheckAsync);
        }
    }

    [Fact]
    public async Task What_a_turn_adds_to_the_identity_is_not_there_in_the_next()
    {
        (await CheckAsync()).AddClaim(new Claim("role", "coordinator"));

        var identity = await CheckAsync();

        Assert.Null(identity.FindFirst("role"));
        Assert.Equal(FakeTeams.AppId, identity.FindFirst("aud")?.Value);
        Assert.True(identity.IsAuthenticated);
    }

    [Fact]
    public async Task More_tokens_than_are_remembered_are_taken_all_the_same()
    {
        for (var i = 0; i < 300; i++)
        {
            var payload = teams.Payload();
            payload["jti"] = $"{i}";
            header = "Bearer " + teams.Token(payload);
            await CheckAsync();
        }
        await CheckAsync();
    }

    private Task<ClaimsIdentity> CheckAsync() => tokens.CheckAsync(header, ["msteams"], teams.ServiceUrl, CancellationToken.None);

    private async Task AssertRefusedAsync(string reason, string channel = "msteams", string? serviceUrl = null)
    {
        var refusal = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => tokens.CheckAsync(header, [channel], serviceUrl ?? teams.ServiceUrl, CancellationToken.None));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }
}
