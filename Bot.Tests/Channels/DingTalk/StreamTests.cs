using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Channels.DingTalk;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fakes.DingTalk;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>PlanBot behind a wall, on a socket of its own: what is pushed is acknowledged and answered, and the socket is never gone for long.</summary>
public sealed class StreamTests : IAsyncLifetime
{
    private DingTalkHost host = null!;

    private FakeDingTalk DingTalk => host.DingTalk;

    private FakeGateway Gateway => host.DingTalk.Gateway;

    public async Task InitializeAsync()
    {
        host = await DingTalkHost.StartAsync("Stream");
        await Gateway.UntilConnectedAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_message_is_acknowledged_and_answered()
    {
        var ack = await Gateway.AckOfAsync(await Gateway.PushAsync(DingTalk.Sessions.Text("我的任务")));
        await host.QuietAsync();

        Assert.Equal((200, """{"response":null}"""), (ack.Code, ack.Data));
        Assert.Contains("第1项任务", Assert.Single(DingTalk.Said).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_while_the_database_is_busy_is_acknowledged_in_order_once_it_is_kept()
    {
        var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var busy = host.Services.GetRequiredService<IDatabase>().InTransactionAsync(async _ =>
        {
            held.SetResult();
            await release.Task;
        }, CancellationToken.None);
        await held.Task;

        var pushed = new List<string>();
        for (var at = 0; at < 40; at++)
            pushed.Add(await Gateway.PushAsync(DingTalk.Sessions.Text("我的任务", $"staff-{1 + (at % 3)}")));
        var before = Gateway.Acks.Count;
        release.SetResult();
        await busy;
        await Gateway.AckOfAsync(pushed[^1]);
        await host.QuietAsync();

        Assert.Equal(0, before);
        Assert.Equal(pushed, Gateway.Acks.Select(ack => ack.MessageId));
        Assert.All(Gateway.Acks, ack => Assert.Equal(200, ack.Code));
        Assert.Equal(pushed.Count, DingTalk.Said.Count);
    }

    [Fact]
    public void The_gateway_is_asked_as_it_wants_to_be()
    {
        var call = DingTalk.Calls.First(call => call.Path == "/v1.0/gateway/connections/open");

        Assert.Equal((FakeDingTalk.AppKey, FakeDingTalk.AppSecret), ((string?)call.Body!["clientId"], (string?)call.Body["clientSecret"]));
        Assert.Contains(call.Body["subscriptions"]!.AsArray(), one => (string?)one!["type"] == "CALLBACK" && (string?)one["topic"] == FakeGateway.Robot);
        Assert.Contains(call.Body["subscriptions"]!.AsArray(), one => (string?)one!["type"] == "EVENT" && (string?)one["topic"] == "*");
        Assert.DoesNotContain(FakeDingTalk.AppSecret, host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ping_is_answered_with_what_it_said()
    {
        var ack = await Gateway.AckOfAsync(await Gateway.PushAsync("SYSTEM", "ping", new JsonObject { ["opaque"] = "0d88-1" }));

        Assert.Equal((200, """{"opaque":"0d88-1"}"""), (ack.Code, ack.Data));
    }

    [Fact]
    public async Task What_nobody_asked_for_is_answered_so_and_events_are_acknowledged()
    {
        var unknown = await Gateway.AckOfAsync(await Gateway.PushAsync("CALLBACK", "/v1.0/graph/api/invoke", []));
        var happened = await Gateway.AckOfAsync(await Gateway.PushAsync("EVENT", "*", [], headers: headers => headers["eventType"] = "chat_update_title"));

        Assert.Equal(404, unknown.Code);
        Assert.Equal((200, "SUCCESS"), (happened.Code, (string?)JsonNode.Parse(happened.Data)!["status"]));
    }

    [Fact]
    public async Task The_same_message_in_another_frame_over_another_socket_has_one_effect_and_is_acknowledged_again()
    {
        await using var second = await DingTalkHost.StartAsync("Stream", host, DingTalkHost.Fast, []);
        await Gateway.UntilConnectedAsync(2);
        var message = DingTalk.Sessions.Text("我的任务");

        var acks = new List<FakeAck>();
        foreach (var socket in Gateway.Sockets.Concat(Gateway.Sockets))
            acks.Add(await Gateway.AckOfAsync(await Gateway.PushAsync(message, socket)));
        await host.QuietAsync();
        await second.QuietAsync();

        Assert.Equal([200, 200, 200, 200], acks.Select(ack => ack.Code));
        Assert.Single(DingTalk.Said);
    }

    [Fact]
    public async Task Malformed_frames_are_left_alone_and_the_socket_lives_on()
    {
        var socket = Gateway.Sockets[0];
        foreach (var text in new[] { "", "no json", "[]", "{}", """{"type":"CALLBACK"}""", """{"type":7,"headers":[],"data":{}}""", """{"specVersion":"1.0","type":"CALLBACK","headers":{"topic":[]},"data":"x"}""", new string('[', 5000) })
            await socket.SendAsync(text);
        await socket.SendAsync([0xff, 0xfe, 0x00], System.Net.WebSockets.WebSocketMessageType.Binary);
        var broken = await Gateway.PushAsync("CALLBACK", FakeGateway.Robot, new JsonObject { ["msgId"] = 7 }, socket);

        Assert.Equal(400, (await Gateway.AckOfAsync(broken)).Code);
        Assert.Equal(1, Gateway.Opened);
        Assert.Equal(200, (await Gateway.AckOfAsync(await Gateway.PushAsync(DingTalk.Sessions.Text("你好")))).Code);
    }

    [Fact]
    public async Task An_announced_end_is_met_by_another_socket_first_and_what_still_comes_on_the_old_one_is_heard()
    {
        var old = Gateway.Sockets[0];

        await Gateway.AnnounceAsync(old);
        await Gateway.UntilConnectedAsync(2);
        var late = await Gateway.AckOfAsync(await Gateway.PushAsync(DingTalk.Sessions.Text("我的任务"), old));
        var ack = await Gateway.AckOfAsync(await Gateway.PushAsync(DingTalk.Sessions.Text("你好", "staff-2"), Gateway.Sockets[1]));
        await FakeDingTalk.UntilAsync(() => Gateway.Sockets.Count == 1);
        await host.QuietAsync();

        Assert.Equal((200, 200), (late.Code, ack.Code));
        Assert.Equal(2, Gateway.Opened);
        Assert.Equal(2, DingTalk.Said.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_socket_that_ends_is_opened_again(bool inOrder)
    {
        var socket = Gateway.Sockets[0];
        if (inOrder)
            await socket.CloseAsync();
        else
            socket.Cut();

        await FakeDingTalk.UntilAsync(() => Gateway.Opened == 2 && Gateway.Sockets.Count == 1);

        Assert.Equal(200, (await Gateway.AckOfAsync(await Gateway.PushAsync(DingTalk.Sessions.Text("你好")))).Code);
    }

    [Fact]
    public async Task A_socket_on_which_nothing_is_heard_any_more_is_given_up()
    {
        await using var quiet = await DingTalkHost.StartAsync("Stream", null, DingTalkHost.Fast, [], new StreamPace());

        await FakeDingTalk.UntilAsync(() => quiet.DingTalk.Gateway.Opened >= 2); // after 75 s by the host's clock

        Assert.Contains("silence", quiet.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_between_tries_grow_and_wrong_credentials_are_an_alarm()
    {
        DingTalk.Answer = call => call.Path.EndsWith("connections/open", StringComparison.Ordinal) ? FakeOpenApi.Refuse(401, "authFailed") : null;
        DingTalk.Forget();
        Gateway.Sockets[0].Cut();

        await FakeDingTalk.UntilAsync(() => DingTalk.Calls.Count >= 5);
        var times = DingTalk.Calls.Select(call => call.At).Take(5).ToList();
        DingTalk.Answer = _ => null;
        await Gateway.UntilConnectedAsync();

        var gaps = times.Zip(times.Skip(1), (one, next) => (next - one).TotalSeconds).ToList();
        Assert.All(gaps.Zip([2.0, 4, 8, 16]), pair => Assert.True(pair.First >= pair.Second * 0.95, $"{pair.First} s instead of {pair.Second}"));
        Assert.Contains("does not accept Channels:DingTalk:AppKey and AppSecret", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_leads_elsewhere_is_not_followed()
    {
        DingTalk.Answer = call => call.Path.EndsWith("connections/open", StringComparison.Ordinal) ? Microsoft.AspNetCore.Http.Results.Json(new { endpoint = "wss://evil.example.com/connect", ticket = "t" }) : null;
        Gateway.Sockets[0].Cut();

        await FakeDingTalk.UntilAsync(() => host.Log.Text.Contains("StreamHosts does not list", StringComparison.Ordinal));

        Assert.Equal(1, Gateway.Opened);
    }

    [Fact]
    public async Task Whoever_leaves_the_organisation_is_not_written_to_until_they_write()
    {
        await Gateway.AckOfAsync(await Gateway.PushAsync(DingTalk.Sessions.Text("你好")));
        await host.QuietAsync();
        var sent = await host.RemindAsync();

        await Gateway.AckOfAsync(await Gateway.PushAsync("EVENT", "*", new JsonObject { ["userId"] = new JsonArray("staff-1") }, headers: headers => headers["eventType"] = "user_leave_org"));
        var left = await host.RemindAsync();
        await Gateway.AckOfAsync(await Gateway.PushAsync(DingTalk.Sessions.Text("我回来了")));
        await host.QuietAsync();
        var back = await host.RemindAsync();

        Assert.IsType<Delivery.Sent>(sent);
        Assert.Equal(new Delivery.Unreachable("left the organisation"), left);
        Assert.IsType<Delivery.Sent>(back);
    }

    [Fact]
    public async Task What_a_node_had_in_hand_when_it_died_is_dealt_with_by_another()
    {
        var inbox = host.Services.GetRequiredService<IInboxRepository>();
        var message = DingTalk.Sessions.Text("我的任务");
        var now = DingTalk.Clock.GetUtcNow();
        await inbox.TakeAsync(new("dingtalk", (string)message["msgId"]!, (string)message["conversationId"]!, null, now, now, message.ToJsonString()), now.AddSeconds(-1), CancellationToken.None);

        await host.Services.GetRequiredService<DingTalkTurns>().LookAsync(CancellationToken.None);
        await host.QuietAsync();

        Assert.Contains("第1项任务", Assert.Single(DingTalk.Said).Text, StringComparison.Ordinal);
        Assert.Equal("api", DingTalk.Said[0].Way); // nobody knows the session any more
    }

    [Fact]
    public async Task Buttons_of_the_offices_own_card_come_back_and_say_their_words_once()
    {
        await using var other = await DingTalkHost.StartAsync("Stream", ("Channels:DingTalk:CardTemplateId", "template.schema"));
        await other.DingTalk.Gateway.UntilConnectedAsync();
        await other.DingTalk.Gateway.AckOfAsync(await other.DingTalk.Gateway.PushAsync(other.DingTalk.Sessions.Text("你好")));
        await other.QuietAsync();
        var card = other.DingTalk.Said.Single();
        var press = new JsonObject
        {
            ["type"] = "actionCallback", ["outTrackId"] = card.Kind, ["corpId"] = FakeDingTalk.CorpId, ["userId"] = "staff-1", ["content"] = """{"cardPrivateData":{"actionIds":["1"],"params":{"say":"谁逾期了"}}}""",
        };

        var first = await other.DingTalk.Gateway.AckOfAsync(await other.DingTalk.Gateway.PushAsync("CALLBACK", FakeGateway.Card, press, messageId: "press1"));
        await other.DingTalk.Gateway.PushAsync("CALLBACK", FakeGateway.Card, press, messageId: "press1");
        press["userId"] = "staff-2";
        var others = await other.DingTalk.Gateway.AckOfAsync(await other.DingTalk.Gateway.PushAsync("CALLBACK", FakeGateway.Card, press));
        await other.QuietAsync();

        Assert.Equal("card", card.Way);
        Assert.Contains($"已选择：{card.Buttons[0].Title}", first.Data, StringComparison.Ordinal);
        Assert.Contains("失效", others.Data, StringComparison.Ordinal);
        Assert.Equal(2, other.DingTalk.Said.Count);
        Assert.All(other.DingTalk.Said, said => Assert.Equal("staff-1", said.UserId));
    }
}
