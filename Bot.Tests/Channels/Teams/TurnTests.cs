using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>What comes in rightly, and how the bot's answers go out.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private TeamsHost host = null!;

    private FakeTeams Teams => host.Teams;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_message_is_answered_at_its_service_url_with_the_bots_own_token()
    {
        var activity = Teams.Message("早", id: "f:1;x");
        activity["callerId"] = "urn:whoever:i:like";

        var (status, body) = await host.PostAsync(activity);

        Assert.Equal((200, ""), (status, body));
        var heard = Assert.Single(host.Echo.Heard);
        Assert.NotEqual("urn:whoever:i:like", heard.CallerId);
        Assert.True((bool)((Newtonsoft.Json.Linq.JObject)heard.ChannelData)["unknown"]!["kept"]!);
        var answer = Teams.Calls.Single(call => call.Method == "POST");
        Assert.Equal("/emea/v3/conversations/a%3Awith-zhang/activities/f%3A1%3Bx", answer.Path);
        Assert.Equal("Bearer token-1", answer.Token);
        Assert.Equal(("回声：早", "29:zhang", FakeTeams.Bot, "f:1;x"),
            ((string?)answer.Body!["text"], (string?)answer.Body["recipient"]!["id"], (string?)answer.Body["from"]!["id"], (string?)answer.Body["replyToId"]));
        Assert.Null(answer.Body["id"]);
        Assert.DoesNotContain("token-1", host.Log.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, int, int> GoodTokens => new()
    {
        { "RS256", "Bearer", 0, 3600 },
        { "RS384", "Bearer", 0, 3600 },
        { "RS512", "Bearer", 0, 3600 },
        { "RS256", "Bearer", -7200, -240 }, // clocks may differ by five minutes
        { "RS256", "Bearer", 240, 3600 },
    };

    [Theory]
    [MemberData(nameof(GoodTokens))]
    public async Task Tokens_that_hold_are_taken(string algorithm, string scheme, int from, int until)
    {
        var payload = Teams.Payload();
        var now = new RealClock().GetUtcNow().ToUnixTimeSeconds();
        (payload["nbf"], payload["exp"], payload["serviceurl"]) = (now + from, now + until, Teams.ServiceUrl.ToUpperInvariant());

        var (status, _) = await host.PostAsync(Teams.Message("早").ToJsonString(), $"{scheme} {Teams.Token(payload, algorithm: algorithm)}", "application/json; charset=utf-8");

        Assert.Equal(200, status);
        Assert.Single(host.Echo.Heard);
    }

    [Fact]
    public async Task A_new_key_is_fetched_once_it_is_used_and_unknown_ones_are_not_asked_for_again_and_again()
    {
        var (next, never) = (new TokenKey("next", "msteams"), new TokenKey("never", "msteams"));
        await host.PostAsync(Teams.Message("早"));
        Teams.Keys.Clear();
        Teams.Keys.Add(next);

        var (rolled, _) = await host.PostAsync(Teams.Message("早"), Teams.Token(key: next));
        var (old, _) = await host.PostAsync(Teams.Message("早"));
        for (var i = 0; i < 20; i++)
            Assert.Equal(401, (await host.PostAsync(Teams.Message("早"), Teams.Token(key: never))).Status);

        Assert.Equal((200, 401, 2), (rolled, old, Teams.MetadataRequests));
    }

    [Fact]
    public async Task What_is_sent_again_is_answered_and_has_no_second_effect()
    {
        var message = Teams.Message("早", id: "1");
        var elsewhere = Teams.Message("早", user: "29:li", id: "1");

        var answers = new[] { await host.PostAsync(message), await host.PostAsync(message), await host.PostAsync(elsewhere) };

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(["29:zhang", "29:li"], host.Echo.Heard.Select(activity => activity.From.Id));
    }

    [Fact]
    public async Task A_turn_that_the_database_failed_is_to_be_sent_again_and_then_runs()
    {
        var message = Teams.Message("keep", id: "1");

        var (first, _) = await host.PostAsync(message);
        var (second, _) = await host.PostAsync(message);

        Assert.Equal((503, 200), (first, second));
        Assert.Equal(["回声：keep"], host.Said());
    }

    [Fact]
    public async Task An_invoke_that_nobody_handles_gets_501_and_expected_replies_come_with_the_answer()
    {
        var invoke = Teams.Message("", type: "invoke");
        invoke["name"] = "composeExtension/query";
        var expecting = Teams.Message("twice");
        expecting["deliveryMode"] = "expectReplies";

        var (status, _) = await host.PostAsync(invoke);
        var (expected, body) = await host.PostAsync(expecting);

        Assert.Equal((501, 200), (status, expected));
        Assert.Equal(["回声：twice", "第二条"], JsonNode.Parse(body)!["activities"]!.AsArray().Select(activity => (string)activity!["text"]!));
        Assert.DoesNotContain(Teams.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task A_turn_that_fails_ends_with_an_apology_that_tells_no_reason()
    {
        var (status, _) = await host.PostAsync(Teams.Message("fail"));

        Assert.Equal(200, status);
        Assert.StartsWith("Sorry", host.Said()[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", host.Said()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_to_three_buttons_are_suggestions_in_a_private_chat_and_none_in_a_group()
    {
        var inGroup = Teams.Message("buttons");
        inGroup["conversation"]!["conversationType"] = "channel";

        await host.PostAsync(Teams.Message("buttons"));
        await host.PostAsync(inGroup);

        var said = Teams.Calls.Where(call => (string?)call.Body?["text"] == "请选择").Select(call => call.Body!["suggestedActions"]?["actions"]!.AsArray().Count);
        Assert.Equal([3, null], said);
    }

    [Fact]
    public async Task In_a_group_a_file_is_offered_by_its_address()
    {
        var inGroup = Teams.Message("file");
        inGroup["conversation"]!["conversationType"] = "groupChat";

        await host.PostAsync(inGroup);

        var text = host.Said()[^1];
        Assert.Contains("填报表 1.txt：http", text, StringComparison.Ordinal);
        Assert.Contains("/v3/directline/files/", text, StringComparison.Ordinal);
        Assert.Null(Teams.Calls[^1].Body!["attachments"]);
    }

    [Fact]
    public async Task A_token_that_the_channel_refuses_is_renewed_once()
    {
        Teams.Answer = call => call.Method == "POST" && call.Token == "Bearer token-1" ? Results.StatusCode(401) : null;

        await host.PostAsync(Teams.Message("早"));

        Assert.Equal(["Bearer token-1", "Bearer token-2"], Teams.Calls.Where(call => call.Method == "POST").Select(call => call.Token));
        Assert.Contains("client_secret", host.Login.Requests.First().Body, StringComparison.Ordinal);
        Assert.DoesNotContain(TeamsHost.Secret, host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_goes_out_in_pieces_that_end_with_a_line()
    {
        var line = new string('字', 99) + "\n";

        await host.PostAsync(Teams.Message(string.Concat(Enumerable.Repeat(line, 250))));

        var said = host.Said();
        Assert.Equal(2, said.Count);
        Assert.All(said, piece => Assert.InRange(piece.Length, 1, 20_000));
        Assert.All(said.SkipLast(1), piece => Assert.EndsWith("字", piece, StringComparison.Ordinal));
    }
}
