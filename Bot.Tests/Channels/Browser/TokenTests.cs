using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace PlanBot.Tests.Channels.Browser;

public sealed class TokenTests
{
    private const string Generate = "/v3/directline/tokens/generate";
    private const string Refresh = "/v3/directline/tokens/refresh";
    private const string Secret = "a-secret-of-sixteen-or-more";

    [Fact]
    public async Task In_the_demo_anyone_gets_a_token_without_contacting_the_bot()
    {
        await using var host = await BrowserHost.StartAsync();

        var known = await host.SendAsync(HttpMethod.Post, Generate, null, new JsonObject { ["user"] = new JsonObject { ["id"] = "unit-2" } });
        var unknown = await host.SendAsync(HttpMethod.Post, Generate, null, new JsonObject { ["user"] = new JsonObject { ["id"] = "someone" } });
        var nameless = await host.SendAsync(HttpMethod.Post, Generate, null, (HttpContent?)null);

        Assert.Equal((200, 200, 200), (known.Status, unknown.Status, nameless.Status));
        Assert.Equal(["conversationId", "token", "expires_in"], known.Body!.AsObject().Select(member => member.Key));
        Assert.Equal(3, new[] { known, unknown, nameless }.Select(answer => (string)answer.Body!["conversationId"]!).Distinct().Count());
        Assert.Empty(host.Bot.Heard);
    }

    [Fact]
    public async Task A_token_is_good_for_half_an_hour_and_can_be_renewed_until_then()
    {
        await using var host = await BrowserHost.StartAsync();
        var (token, conversation) = await host.TokenAsync("unit-2");

        host.Wall.Now += TimeSpan.FromSeconds(1799);
        var renewed = await host.SendAsync(HttpMethod.Post, Refresh, token, (HttpContent?)null);
        host.Wall.Now += TimeSpan.FromSeconds(1);
        var tooLate = await host.SendAsync(HttpMethod.Post, Refresh, token, (HttpContent?)null);
        var newToken = (string)renewed.Body!["token"]!;
        var withNew = await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", newToken, []);

        Assert.Equal(200, renewed.Status);
        Assert.Equal(conversation, (string)renewed.Body["conversationId"]!);
        Assert.Equal(403, tooLate.Status);
        Assert.Equal("TokenExpired", (string)tooLate.Body!["error"]!["code"]!);
        Assert.Equal(conversation, (string)withNew.Body!["conversationId"]!);
        Assert.Equal(401, (await host.SendAsync(HttpMethod.Post, Refresh, null, (HttpContent?)null)).Status);
    }

    [Fact]
    public async Task Moving_the_demo_clock_ends_no_token()
    {
        await using var host = await BrowserHost.StartAsync();
        var visit = await host.VisitAsync("unit-2");

        host.Clock.Now += TimeSpan.FromDays(7);

        Assert.Equal(200, (await visit.SayAsync("还在")).Status);
    }

    [Fact]
    public async Task Outside_the_demo_a_token_needs_the_secret()
    {
        await using var host = await BrowserHost.StartAsync(("Demo:Enabled", "false"), ("Channels:Browser:Secret", Secret));
        var asked = new JsonObject { ["user"] = new JsonObject { ["id"] = "unit-2" } };

        Assert.Equal(401, (await host.SendAsync(HttpMethod.Post, Generate, null, asked)).Status);
        Assert.Equal(401, (await host.SendAsync(HttpMethod.Post, Generate, "a-wrong-secret", asked)).Status);
        Assert.Equal(200, (await host.SendAsync(HttpMethod.Post, Generate, Secret, asked)).Status);
    }

    [Fact]
    public async Task Outside_the_demo_without_a_secret_nobody_generates_tokens()
    {
        await using var host = await BrowserHost.StartAsync(("Demo:Enabled", "false"));

        Assert.Equal(401, (await host.SendAsync(HttpMethod.Post, Generate, null, [])).Status);
        Assert.Equal(401, (await host.SendAsync(HttpMethod.Post, Generate, "anything", [])).Status);
    }

    [Fact]
    public async Task Tokens_outlive_a_restart()
    {
        // Two hosts on one database would share it; here it is enough that the keys are read back from it.
        await using var host = await BrowserHost.StartAsync();
        var (token, _) = await host.TokenAsync("unit-2");

        var keys = host.Services.GetRequiredService<PlanBot.Data.Repositories.IProtectionKeyRepository>().All();

        Assert.Single(keys);
        Assert.Contains("<key", keys[0], StringComparison.Ordinal);
        Assert.DoesNotContain("unit-2", token, StringComparison.Ordinal);
    }
}
