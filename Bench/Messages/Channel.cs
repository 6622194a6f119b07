using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PlanBot.Tests.Channels.Teams;

namespace PlanBot.Bench.Messages;

/// <summary>A channel on loopback: issues tokens, tells the keys they are signed with, and takes every message.</summary>
internal sealed class Channel : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Issuer = "https://api.botframework.com";
    private const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private static readonly byte[] Answer = """{"id":"1764126000999"}"""u8.ToArray();

    private readonly WebApplication app;
    private readonly TokenKey key = new("first", "msteams");
    private TaskCompletionSource<string>? awaited;

    private Channel(WebApplication app)
    {
        this.app = app;
        app.MapGet("/metadata", () => Results.Text(new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = $"{Address}keys" }.ToJsonString(), "application/json"));
        app.MapGet("/keys", () => Results.Text(new JsonObject { ["keys"] = new JsonArray(key.ToJson()) }.ToJsonString(), "application/json"));
        app.MapFallback(TakeAsync);
    }

    public Uri Address => new(app.Urls.Single());

    public string ServiceUrl => $"{Address}emea/";

    public RSA Key => key.Rsa;

    public string Token { get; private set; } = "";

    public static async Task<Channel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var channel = new Channel(app);
        await app.StartAsync();
        channel.Token = channel.NewToken(-1);
        return channel;
    }

    /// <summary>The body of the next message that is sent here.</summary>
    public Task<string> NextMessageAsync() => (awaited = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>A message as Teams sends it in a private chat, each number from another person.</summary>
    public string Message(int number) => new JsonObject
    {
        ["text"] = "第一项：进展：完成选址 问题：资金尚未到位 成效：覆盖三个区", ["textFormat"] = "plain", ["type"] = "message",
        ["timestamp"] = "2026-11-26T03:00:00.1234567Z", ["localTimestamp"] = "2026-11-26T11:00:00.1234567+08:00", ["localTimezone"] = "Asia/Shanghai",
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"1764126000{number:000}"), ["channelId"] = "msteams", ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = $"29:1x-{number}", ["name"] = "张敏", ["aadObjectId"] = "0a0a0a0a-1111-2222-3333-444444444444" },
        ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = $"a:1with-{number}" },
        ["recipient"] = new JsonObject { ["id"] = "28:" + AppId, ["name"] = "PlanBot" },
        ["entities"] = new JsonArray(new JsonObject { ["locale"] = "zh-CN", ["country"] = "CN", ["platform"] = "Web", ["timezone"] = "Asia/Shanghai", ["type"] = "clientInfo" }),
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } }, ["locale"] = "zh-CN",
    }.ToJsonString();

    /// <param name="number">Makes it another one.</param>
    public string NewToken(int number)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return Jwt.Write(
            new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Id, ["x5t"] = key.Id },
            new() { ["serviceurl"] = ServiceUrl, ["nbf"] = now - 10, ["exp"] = now + 3600, ["iss"] = Issuer, ["aud"] = AppId, ["jti"] = number.ToString(CultureInfo.InvariantCulture) },
            text => Jwt.Rs(text, key, HashAlgorithmName.SHA256));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        if (Interlocked.Exchange(ref awaited, null) is { } asked)
        {
            using var reader = new StreamReader(http.Request.Body);
            asked.SetResult(await reader.ReadToEndAsync());
        }
        (http.Response.StatusCode, http.Response.ContentType, http.Response.ContentLength) = (StatusCodes.Status201Created, "application/json", Answer.Length);
        await http.Response.Body.WriteAsync(Answer);
    }
}
