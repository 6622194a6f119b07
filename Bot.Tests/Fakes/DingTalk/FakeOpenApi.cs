using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PlanBot.Tests.Fakes.DingTalk;

/// <summary>Somebody in the organisation.</summary>
public sealed record FakeStaff(string UserId, string Name, string? Mobile);

/// <summary>DingTalk's API, the new and the old, as far as a robot needs it.</summary>
public sealed class FakeOpenApi(FakeDingTalk fake)
{
    public static readonly TimeSpan TokenLife = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, DateTimeOffset> tokens = [];
    private readonly ConcurrentDictionary<string, (byte[] Content, string Name)> files = [];
    private readonly ConcurrentDictionary<string, string> sent = [];
    private readonly ConcurrentDictionary<(string User, string Text), int> heard = [];
    private readonly ConcurrentDictionary<string, (long Second, int Count)> rates = [];
    private int number;

    public ConcurrentDictionary<string, FakeStaff> People { get; } = [];

    /// <summary>Ids of people who have had too much at a time.</summary>
    public ConcurrentDictionary<string, bool> Held { get; } = [];

    /// <summary>Permissions that the app lacks, e.g. qyapi_robot_sendmsg.</summary>
    public ConcurrentDictionary<string, bool> Missing { get; } = [];

    /// <summary>What DingTalk says of each message that it accepted.</summary>
    public string SendStatus { get; set; } = "SUCCESS";

    /// <summary>Calls that an API takes in a second; null for as many as come.</summary>
    public int? CallsPerSecond { get; set; }

    /// <summary>Drops what a person has had before, and says nothing of it.</summary>
    public bool DropsRepeats { get; set; } = true;

    /// <summary>To-dos and DINGs.</summary>
    public FakeErrands Errands { get; } = new(fake);

    /// <summary>Files that came by upload, by their media id.</summary>
    public IReadOnlyDictionary<string, (byte[] Content, string Name)> Files => files;

    public int TokensGiven => number;

    public void Add(string userId, string name, string? mobile = null) => People[userId] = new(userId, name, mobile);

    /// <summary>All tokens end now.</summary>
    public void EndTokens() => tokens.Clear();

    /// <summary>Keeps a file that somebody sends.</summary>
    /// <returns>Its download code.</returns>
    public string Keep(byte[] content, string name = "")
    {
        var code = $"code{Interlocked.Increment(ref number)}/+==";
        files[code] = (content, name);
        return code;
    }

    internal async Task<IResult> AnswerAsync(DingTalkCall call, HttpRequest request)
    {
        switch (call.Path)
        {
            case "/v1.0/oauth2/accessToken":
                return (string?)call.Body?["appKey"] == FakeDingTalk.AppKey && (string?)call.Body["appSecret"] == FakeDingTalk.AppSecret
                    ? Results.Json(new { accessToken = NewToken(), expireIn = (int)TokenLife.TotalSeconds })
                    : Refuse(400, "invalidClientIdOrSecret");
            case "/gettoken":
                return call.Query["appkey"] == FakeDingTalk.AppKey && call.Query["appsecret"] == FakeDingTalk.AppSecret
                    ? Results.Json(new { errcode = 0, errmsg = "ok", access_token = NewToken(), expires_in = (int)TokenLife.TotalSeconds })
                    : Results.Json(new { errcode = 40089, errmsg = "不合法的corpid或corpsecret" });
            case "/files":
                return files.TryGetValue(call.Query["code"].ToString(), out var file) ? Results.Bytes(file.Content, "application/octet-stream", "picture.file") : Results.NotFound();
        }
        var isOld = !call.Path.StartsWith("/v1.0/", StringComparison.Ordinal);
        if (call.Token is null || !tokens.TryGetValue(call.Token, out var until) || until < fake.Clock.GetUtcNow())
            return isOld ? Results.Json(new { errcode = "40014", errmsg = "不合法的access_token" }) : Refuse(400, "InvalidAuthentication");
        if (IsTooFast(call.Path.StartsWith("/v1.0/todo/", StringComparison.Ordinal) ? "todo" : call.Path))
            return isOld ? Results.Json(new { errcode = 90018, errmsg = "您的服务器调用钉钉开放平台的当前接口的频率过高" }) : Refuse(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi");
        return call.Path switch
        {
            "/v1.0/robot/oToMessages/batchSend" => Allowed("qyapi_robot_sendmsg") ?? SendToPeople(call.Body),
            "/v1.0/robot/oToMessages/readStatus" => Allowed("qyapi_robot_sendmsg") ?? ReadStatus(call),
            "/v1.0/robot/groupMessages/send" => Allowed("qyapi_robot_sendmsg") ?? SendToGroup(call.Body),
            "/v1.0/robot/messageFiles/download" => files.ContainsKey((string?)call.Body?["downloadCode"] ?? "")
                ? Results.Json(new { downloadUrl = $"{fake.Address}files?code={Uri.EscapeDataString((string)call.Body!["downloadCode"]!)}" })
                : Refuse(400, "invalidParameter.downloadCode"),
            "/v1.0/card/instances/createAndDeliver" => Allowed("Card.Instance.Write") ?? ShowCard(call.Body!),
            "/v1.0/card/instances" => Allowed("Card.Instance.Write") ?? Refuse(400, "param.cardNotExist"),
            "/v1.0/microApp/allInnerApps" => Results.Json(new { appList = new[] { new { agentId = 1, name = "PlanBot" } } }),
            "/media/upload" => await UploadAsync(call, request),
            "/topapi/v2/user/getbymobile" => OldAllowed("qyapi_get_member_by_mobile") ?? ByMobile((string?)call.Body?["mobile"]),
            "/topapi/v2/user/get" => OldAllowed("qyapi_get_member") ?? Details((string?)call.Body?["userid"]),
            _ => Errands.Answer(call) ?? Refuse(404, "InvalidAction.NotFound"),
        };
    }

    internal static IResult Refuse(int status, string code, object? detail = null) =>
        Results.Json(new { code, message = "refused", requestid = Guid.CreateVersion7().ToString(), accessdenieddetail = detail }, statusCode: status);

    private string NewToken()
    {
        var token = $"token{Interlocked.Increment(ref number)}";
        tokens[token] = fake.Clock.GetUtcNow() + TokenLife;
        return token;
    }

    private bool IsTooFast(string path)
    {
        if (CallsPerSecond is not { } most)
            return false;
        var second = fake.Clock.GetUtcNow().ToUnixTimeSeconds();
        return rates.AddOrUpdate(path, (second, 1), (_, before) => before.Second == second ? (second, before.Count + 1) : (second, 1)).Count > most;
    }

    internal IResult? Allowed(string scope) =>
        Missing.ContainsKey(scope) ? Refuse(403, "Forbidden.AccessDenied.AccessTokenPermissionDenied", new { requiredScopes = new[] { scope } }) : null;

    private IResult? OldAllowed(string scope) => Missing.ContainsKey(scope)
        ? Results.Json(new { errcode = 88, errmsg = $"ding talk error[subcode=60011,submsg=应用尚未开通所需的权限：[{scope}]]", sub_code = "60011", sub_msg = $"应用尚未开通所需的权限：[{scope}]" })
        : null;

    private IResult SendToPeople(JsonObject? body)
    {
        if (body?["userIds"] is not JsonArray { Count: > 0 and <= 20 } ids || Param(body) is not { } param)
            return Refuse(400, "invalidParameter.userIds");
        if ((string?)body["robotCode"] is not (FakeDingTalk.RobotCode or FakeDingTalk.AppKey)) // the code of an app's own robot is its key, too
            return Refuse(400, "robotCode.notExsit");
        if (System.Text.Encoding.UTF8.GetByteCount((string)body["msgParam"]!) > 15_000)
            return Refuse(400, "invalidParameter.msgParam.tooLong");
        var users = ids.Select(id => (string)id!).ToList();
        var key = $"query{Interlocked.Increment(ref number)}";
        sent[key] = string.Join(',', users);
        foreach (var user in users.Where(user => People.ContainsKey(user) && !Held.ContainsKey(user)))
        {
            if (SendStatus == "SUCCESS" && (!DropsRepeats || heard.AddOrUpdate((user, body["msgKey"] + param.ToJsonString()), 1, (_, times) => times + 1) == 1))
                Show(user, "", "api", (string)body["msgKey"]!, param);
        }
        return Results.Json(new { processQueryKey = key, invalidStaffIdList = users.Where(user => !People.ContainsKey(user)), flowControlledStaffIdList = users.Where(Held.ContainsKey) });
    }

    private IResult ReadStatus(DingTalkCall call) => sent.TryGetValue(call.Query["processQueryKey"].ToString(), out var users)
        ? Results.Json(new { sendStatus = SendStatus, messageReadInfoList = users.Split(',').Select(user => new { userId = user, name = user, readStatus = "UNREAD", readTimestamp = 0 }) })
        : Refuse(400, "processQueryKey.invalid");

    private IResult SendToGroup(JsonObject? body)
    {
        if (body?["openConversationId"] is null || Param(body) is not { } param)
            return Refuse(400, "invalid.openConversationId");
        Show("", (string)body["openConversationId"]!, "group", (string)body["msgKey"]!, param);
        return Results.Json(new { processQueryKey = $"query{Interlocked.Increment(ref number)}" });
    }

    private IResult ShowCard(JsonObject body)
    {
        var user = ((string)body["openSpaceId"]!).Split('.')[^1];
        var values = body["cardData"]!["cardParamMap"]!.AsObject();
        var buttons = Enumerable.Range(1, 6).Select(at => ((string?)values[$"button{at}"] ?? "", $"action:{at}")).Where(button => button.Item1.Length > 0).ToList();
        fake.Show(new(user, "", "card", (string)body["outTrackId"]!, (string)values["text"]!, buttons, body));
        return Results.Json(new { success = true, result = new { outTrackId = (string?)body["outTrackId"], deliverResults = new[] { new { spaceType = "IM_ROBOT", spaceId = user, success = true } } } });
    }

    private async Task<IResult> UploadAsync(DingTalkCall call, HttpRequest request)
    {
        // What DingTalk's server refuses of .NET's usual form.
        if (call.Query["type"].Count == 0 || request.ContentType?.Contains("boundary=\"", StringComparison.Ordinal) != false)
            return Results.Json(new { errcode = 40004, errmsg = "不合法的媒体文件类型" });
        var form = await request.ReadFormAsync();
        if (form.Files.GetFile("media") is not { Length: > 0 and <= 20 * 1024 * 1024 } media)
            return Results.Json(new { errcode = 40035, errmsg = "不合法的参数" });
        using var content = new MemoryStream();
        await media.CopyToAsync(content);
        var id = $"@media{Interlocked.Increment(ref number)}";
        files[id] = (content.ToArray(), media.FileName);
        return Results.Json(new { errcode = 0, errmsg = "ok", media_id = id, type = "file", created_at = fake.Clock.GetUtcNow().ToUnixTimeMilliseconds() });
    }

    private IResult ByMobile(string? mobile) => People.Values.FirstOrDefault(person => person.Mobile == mobile) is { } person
        ? Results.Json(new { errcode = 0, errmsg = "ok", result = new { userid = person.UserId } })
        : Results.Json(new { errcode = 60121, errmsg = "找不到该用户" });

    private IResult Details(string? userId) => userId is not null && People.TryGetValue(userId, out var person)
        ? Results.Json(new { errcode = "0", errmsg = "ok", result = new { userid = userId, unionid = "union-" + userId, name = person.Name, mobile = Missing.ContainsKey("fieldMobile") ? null : person.Mobile, state_code = "86", active = true } })
        : Results.Json(new { errcode = 33012, errmsg = "无效的USERID" });

    private void Show(string user, string conversation, string way, string key, JsonObject param)
    {
        var buttons = new List<(string, string)>();
        if (param["singleTitle"] is { } only)
            buttons.Add(((string)only!, (string)param["singleURL"]!));
        for (var at = 1; param[string.Create(CultureInfo.InvariantCulture, $"actionTitle{at}")] is { } title; at++)
            buttons.Add(((string)title!, (string)param[string.Create(CultureInfo.InvariantCulture, $"actionURL{at}")]!));
        fake.Show(new(user, conversation, way, key, (string?)(param["content"] ?? param["text"] ?? param["fileName"]) ?? "", buttons, param));
    }

    private static JsonObject? Param(JsonObject body) => body["msgParam"] is JsonValue value && value.TryGetValue<string>(out var text) ? FakeDingTalk.Parse(text) : null;
}
