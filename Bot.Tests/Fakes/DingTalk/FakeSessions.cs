using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PlanBot.Tests.Fakes.DingTalk;

/// <summary>People who write to the robot: what DingTalk pushes of it, the sessions in which it is answered, and callbacks with their signature.</summary>
public sealed class FakeSessions(FakeDingTalk fake) : IDisposable
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(90);

    private readonly ConcurrentDictionary<string, (string User, string Conversation, DateTimeOffset Until)> sessions = [];
    private readonly HttpClient http = new();
    private int number;

    /// <summary>All sessions end now, though nobody is told.</summary>
    public void End() => sessions.Clear();

    /// <summary>What is pushed when somebody writes in their own chat with the robot.</summary>
    public JsonObject Text(string text, string user = "staff-1") => Message("text", user, body => body["text"] = new JsonObject { ["content"] = text });

    /// <param name="fill">Adds what the kind needs.</param>
    public JsonObject Message(string kind, string user, Action<JsonObject> fill)
    {
        var now = fake.Clock.GetUtcNow();
        var (id, conversation) = ($"msg{Interlocked.Increment(ref number)}{Guid.CreateVersion7():N}", $"cid-{user}==");
        var session = Guid.CreateVersion7().ToString("N");
        sessions[session] = (user, conversation, now + Life);
        var body = new JsonObject
        {
            ["conversationId"] = conversation, ["chatbotCorpId"] = FakeDingTalk.CorpId, ["chatbotUserId"] = "$:LWCP_v1:$robot", ["msgId"] = id, ["senderNick"] = $"昵称{user}",
            ["isAdmin"] = false, ["senderStaffId"] = user, ["senderCorpId"] = FakeDingTalk.CorpId, ["senderId"] = $"$:LWCP_v1:${user}",
            ["sessionWebhookExpiredTime"] = (now + Life).ToUnixTimeMilliseconds(), ["createAt"] = now.ToUnixTimeMilliseconds(), ["conversationType"] = "1",
            ["sessionWebhook"] = $"{fake.Address}robot/sendBySession?session={session}", ["robotCode"] = FakeDingTalk.RobotCode, ["senderPlatform"] = "Mac", ["msgtype"] = kind,
        };
        fill(body);
        return body;
    }

    /// <summary>The same, said in a group to the robot.</summary>
    public JsonObject InGroup(JsonObject message, string group = "cid-group==")
    {
        (message["conversationType"], message["conversationId"], message["conversationTitle"], message["isInAtList"]) = ("2", group, "工作群", true);
        message["atUsers"] = new JsonArray(new JsonObject { ["dingtalkId"] = "$:LWCP_v1:$robot" });
        if (message["text"] is JsonObject text)
            text["content"] = " " + (string?)text["content"];
        var session = Guid.CreateVersion7().ToString("N");
        sessions[session] = ("", group, fake.Clock.GetUtcNow() + Life);
        message["sessionWebhook"] = $"{fake.Address}robot/sendBySession?session={session}";
        return message;
    }

    /// <summary>Posts a callback as DingTalk does, or as somebody who pretends to be DingTalk.</summary>
    /// <param name="secret">Another than the app's for a wrong signature.</param>
    /// <param name="timestamp">Milliseconds; now when null.</param>
    public async Task<(int Status, string Body)> PostAsync(Uri robot, JsonNode body, string secret = FakeDingTalk.AppSecret, string? timestamp = null, string? sign = null)
    {
        timestamp ??= fake.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");
        using var request = new HttpRequestMessage(HttpMethod.Post, robot) { Content = content };
        request.Headers.TryAddWithoutValidation("timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("sign", sign ?? Sign(timestamp, secret));
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();

    /// <summary>Its own reckoning, not the program's.</summary>
    public static string Sign(string timestamp, string secret)
    {
        using var hash = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));
    }

    internal IResult Say(DingTalkCall call)
    {
        if (!sessions.TryGetValue(call.Query["session"].ToString(), out var session) || session.Until < fake.Clock.GetUtcNow())
            return Results.Json(new { errcode = 300001, errmsg = "session 不存在" });
        if (call.Body is not { } body)
            return Results.Json(new { errcode = 40035, errmsg = "缺少参数 json" });
        if (Encoding.UTF8.GetByteCount(body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) > 20_000)
            return Results.Json(new { errcode = 460101, errmsg = "message too long" });
        var kind = (string?)body["msgtype"] ?? "";
        var content = body[kind] as JsonObject;
        if (content is null)
            return Results.Json(new { errcode = 400105, errmsg = "unsupported msgtype" });
        var buttons = (content["btns"] as JsonArray ?? []).Select(button => ((string)button!["title"]!, (string)button["actionURL"]!)).ToList();
        if (content["singleTitle"] is { } only)
            buttons = [((string)only!, (string)content["singleURL"]!)];
        fake.Show(new(session.User, session.Conversation, "webhook", kind, (string?)(content["content"] ?? content["text"]) ?? "", buttons, body));
        return Results.Json(new { errcode = 0, errmsg = "ok" });
    }
}
