using System.Text.Json.Nodes;
using PlanBot.Tests.Fakes.DingTalk;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Channels.Callers;

/// <summary>The DingTalk of the tests, as clients take it that nobody here wrote: DingTalk's own for the Stream mode and for the OpenAPI, and somebody else's bot.</summary>
public sealed class DingTalkClientTests : IAsyncLifetime
{
    private FakeDingTalk dingTalk = null!;

    public async Task InitializeAsync() => dingTalk = await FakeDingTalk.StartAsync();

    public async Task DisposeAsync() => await dingTalk.DisposeAsync();

    [NodeFact]
    public async Task DingTalks_own_stream_client_connects_hears_acknowledges_and_answers()
    {
        await using var client = Start("stream");
        await dingTalk.Gateway.UntilConnectedAsync();

        var ping = await dingTalk.Gateway.AckOfAsync(await dingTalk.Gateway.PushAsync("SYSTEM", "ping", new JsonObject { ["opaque"] = "x" }));
        var message = dingTalk.Sessions.Text("你好");
        var ack = await dingTalk.Gateway.AckOfAsync(await dingTalk.Gateway.PushAsync(message));
        var heard = await client.HearAsync();
        var happened = await dingTalk.Gateway.AckOfAsync(await dingTalk.Gateway.PushAsync("EVENT", "*", [], headers: headers => headers["eventType"] = "user_leave_org"));

        Assert.Equal("""{"opaque":"x"}""", ping.Data);
        Assert.Equal((200, """{"response":{"status":"taken"}}"""), (ack.Code, ack.Data));
        Assert.Equal((string?)message["msgId"], (string?)heard["heard"]!["msgId"]);
        Assert.Equal(0, (int)heard["answered"]!["errcode"]!);
        Assert.Equal("回声：你好", Assert.Single(dingTalk.Said).Text);
        Assert.Equal("user_leave_org", (string?)(await client.HearAsync())["event"]);
        Assert.Contains("SUCCESS", happened.Data, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task DingTalks_own_stream_client_comes_back_after_an_announced_end()
    {
        await using var client = Start("stream");
        await dingTalk.Gateway.UntilConnectedAsync();
        var socket = dingTalk.Gateway.Sockets[0];

        await dingTalk.Gateway.AnnounceAsync(socket);
        await socket.CloseAsync();
        await FakeDingTalk.UntilAsync(() => dingTalk.Gateway.Opened == 2 && dingTalk.Gateway.Sockets.Count == 1);

        Assert.Equal(2, dingTalk.Calls.Count(call => call.Path.EndsWith("connections/open", StringComparison.Ordinal)));
    }

    [NodeFact]
    public async Task DingTalks_own_openapi_client_understands_what_is_answered()
    {
        dingTalk.Api.Add("staff-1", "张敏");
        dingTalk.Api.Held["staff-1b"] = true;
        dingTalk.Api.Add("staff-1b", "李强");
        var code = dingTalk.Api.Keep([1, 2, 3]);
        await using var client = Start("openapi");

        var token = (string)(await AskAsync(client, new() { ["call"] = "token" }))["accessToken"]!;
        var sent = await AskAsync(client, new() { ["call"] = "send", ["token"] = token, ["userIds"] = new JsonArray("staff-1", "staff-1b", "nobody"), ["msgKey"] = "sampleText", ["msgParam"] = """{"content":"你好"}""" });
        var read = await AskAsync(client, new() { ["call"] = "read", ["token"] = token, ["processQueryKey"] = (string?)sent["processQueryKey"] });
        var group = await AskAsync(client, new() { ["call"] = "group", ["token"] = token, ["openConversationId"] = "cid1==", ["msgKey"] = "sampleMarkdown", ["msgParam"] = """{"title":"t","text":"x"}""" });
        var file = await AskAsync(client, new() { ["call"] = "download", ["token"] = token, ["downloadCode"] = code });

        Assert.Equal(["nobody"], Strings(sent["invalidStaffIdList"]));
        Assert.Equal(["staff-1b"], Strings(sent["flowControlledStaffIdList"]));
        Assert.Equal("SUCCESS", (string?)read["sendStatus"]);
        Assert.NotEmpty((string)group["processQueryKey"]!);
        Assert.StartsWith(dingTalk.Address.ToString(), (string?)file["downloadUrl"], StringComparison.Ordinal);
        Assert.Equal(["你好", "x"], dingTalk.Said.Select(said => said.Text));
    }

    [NodeFact]
    public async Task DingTalks_own_openapi_client_makes_finds_and_completes_todos_and_calls_by_DING()
    {
        dingTalk.Api.Add("staff-1", "张敏");
        await using var client = Start("openapi");
        var token = (string)(await AskAsync(client, new() { ["call"] = "token" }))["accessToken"]!;
        JsonObject With(string call, params (string Name, JsonNode? Value)[] more) => new([new("call", call), new("token", token), .. more.Select(one => KeyValuePair.Create(one.Name, one.Value))]);
        JsonObject Todo(params (string Name, JsonNode? Value)[] more) => With("todo", [("person", "union-staff-1"), ("subject", "报送进展"), ("sourceId", "key-1"), ("executorIds", new JsonArray("union-staff-1")), .. more]);

        var bare = await AskAsync(client, Todo());
        var made = await AskAsync(client, Todo(("detailUrl", new JsonObject { ["appUrl"] = "https://a", ["pcUrl"] = "https://a" })));
        var again = await AskAsync(client, Todo(("detailUrl", new JsonObject { ["appUrl"] = "https://a", ["pcUrl"] = "https://a" })));
        var found = await AskAsync(client, With("todoByKey", ("person", "union-staff-1"), ("key", "key-1")));
        var done = await AskAsync(client, With("todoDone", ("person", "union-staff-1"), ("id", (string?)made["id"]), ("done", true)));
        var called = await AskAsync(client, With("ding", ("remindType", 1), ("receiverUserIdList", new JsonArray("staff-1", "nobody")), ("content", "请尽快报送")));

        Assert.Equal("todo.taskCreate.paramError", (string?)bare["error"]); // DingTalk takes none without a page
        Assert.Equal("todo.taskCreate.paramError", (string?)again["error"]);
        Assert.Equal((string?)made["id"], (string?)found["id"]);
        Assert.True((bool?)done["result"]);
        Assert.True(Assert.Single(dingTalk.Api.Errands.AllTodos).IsDone);
        Assert.NotNull(called["openDingId"]);
        Assert.Equal("staff-1", Assert.Single(dingTalk.Api.Errands.Dings).UserId);
    }

    [NodeFact]
    public async Task DingTalks_own_openapi_client_understands_refusals()
    {
        await using var client = Start("openapi");
        var request = new JsonObject { ["call"] = "send", ["token"] = "ended", ["userIds"] = new JsonArray("x"), ["msgKey"] = "sampleText", ["msgParam"] = "{}" };

        var ended = await AskAsync(client, request.DeepClone().AsObject());
        request["token"] = (string?)(await AskAsync(client, new() { ["call"] = "token" }))["accessToken"];
        dingTalk.Api.Missing["qyapi_robot_sendmsg"] = true;
        var forbidden = await AskAsync(client, request.DeepClone().AsObject());

        Assert.Equal("InvalidAuthentication", (string?)ended["error"]);
        Assert.Equal("Forbidden.AccessDenied.AccessTokenPermissionDenied", (string?)forbidden["error"]);
    }

    [NodeFact]
    public async Task Somebody_elses_bot_hears_by_socket_and_answers_by_the_robot()
    {
        dingTalk.Api.Add("staff-1", "张敏");
        await using var client = Start("satori-ws");
        await dingTalk.Gateway.UntilConnectedAsync();

        await dingTalk.Gateway.PushAsync(dingTalk.Sessions.Text("你好"));
        var heard = await UntilHeardAsync(client);
        await FakeDingTalk.UntilAsync(() => dingTalk.Said.Count == 1, string.Join('\n', dingTalk.Calls));

        Assert.Equal(("你好", true), ((string?)heard["content"], (bool)heard["direct"]!));
        Assert.Equal(("staff-1", "api"), (dingTalk.Said[0].UserId, dingTalk.Said[0].Way));
    }

    [NodeFact]
    public async Task Somebody_elses_bot_believes_our_signature_and_no_other()
    {
        await using var client = Start("satori-http");
        JsonNode online;
        do
            online = await client.HearAsync();
        while (online["online"] is null);
        var robot = new Uri($"http://127.0.0.1:{online["port"]}/dingtalk");

        var (wrong, _) = await dingTalk.Sessions.PostAsync(robot, dingTalk.Sessions.Text("骗你"), secret: "another");
        var (old, _) = await dingTalk.Sessions.PostAsync(robot, dingTalk.Sessions.Text("旧的"), timestamp: "1577262236757");
        await dingTalk.Sessions.PostAsync(robot, dingTalk.Sessions.Text("你好")); // it answers 404 all the same
        var heard = await UntilHeardAsync(client);

        Assert.Equal((403, 401), (wrong, old));
        Assert.Equal("你好", (string?)heard["content"]);
    }

    private NodeScript Start(string kind) => NodeScript.Start("dingtalk.js", kind, dingTalk.Address.ToString(), FakeDingTalk.AppKey, FakeDingTalk.AppSecret, FakeDingTalk.RobotCode);

    private static async Task<JsonNode> AskAsync(NodeScript client, JsonObject request)
    {
        await client.SayAsync(request);
        return await client.HearAsync();
    }

    private static async Task<JsonNode> UntilHeardAsync(NodeScript client)
    {
        while (true)
        {
            if (await client.HearAsync() is { } heard && heard["content"] is not null)
                return heard;
        }
    }

    private static string[] Strings(JsonNode? list) => [.. list!.AsArray().Select(one => (string)one!)];
}
