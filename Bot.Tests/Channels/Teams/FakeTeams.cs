using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PlanBot.Tests.Channels.Teams;

/// <param name="Path">With the query, as it was escaped.</param>
/// <param name="Body">Null where it is no JSON.</param>
/// <param name="Range">The header Content-Range, which comes with a file.</param>
public sealed record ConnectorCall(string Method, string Path, string? Token, JsonNode? Body, string? Range = null);

/// <summary>Teams as far as a bot sees it, on loopback: an OpenID issuer with keys and endorsements, and a connector that answers as it is told.</summary>
public sealed class FakeTeams : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string Bot = "28:" + AppId;

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ConnectorCall> calls = new();
    private int metadataRequests;

    private FakeTeams(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>With a path of its own, as Teams has one for each region.</summary>
    public string ServiceUrl => $"{Address}emea/";

    public string MetadataUrl => $"{Address}metadata";

    public int MetadataRequests => metadataRequests;

    /// <summary>Whether the issuer's metadata cannot be had.</summary>
    public bool IsIssuerDown { get; set; }

    public TokenKey Key { get; } = new("first", "msteams", "webchat");

    public List<TokenKey> Keys { get; } = [];

    public IReadOnlyList<ConnectorCall> Calls => [.. calls];

    /// <summary>Answers a call; null for the usual answer, {"id":"..."}.</summary>
    public Func<ConnectorCall, IResult?> Answer { get; set; } = _ => null;

    public static async Task<FakeTeams> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var teams = new FakeTeams(app);
        teams.Keys.Add(teams.Key);
        app.MapGet("/metadata", teams.Metadata);
        app.MapGet("/keys", () => Results.Text(new JsonObject { ["keys"] = new JsonArray([.. teams.Keys.Select(key => key.ToJson())]) }.ToJsonString(), "application/json"));
        app.MapFallback(teams.ReceiveAsync);
        await app.StartAsync();
        return teams;
    }

    public void Forget() => calls.Clear();

    /// <summary>What a channel's token says; each part can be changed before it is signed.</summary>
    public JsonObject Payload()
    {
        var now = new RealClock().GetUtcNow().ToUnixTimeSeconds();
        return new() { ["iss"] = Issuer, ["aud"] = AppId, ["nbf"] = now - 10, ["exp"] = now + 3600, ["serviceurl"] = ServiceUrl };
    }

    public string Token(JsonObject? payload = null, TokenKey? key = null, string? keyId = null, string algorithm = "RS256") => Jwt.Write(
        new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = keyId ?? (key ?? Key).Id },
        payload ?? Payload(),
        text => Jwt.Rs(text, key ?? Key, algorithm switch { "RS384" => HashAlgorithmName.SHA384, "RS512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 }));

    /// <summary>A message as Teams sends it in a private chat.</summary>
    public JsonObject Message(string text, string user = "29:zhang", string? id = null, string type = "message") => new()
    {
        ["type"] = type, ["id"] = id ?? Guid.CreateVersion7().ToString("N"), ["timestamp"] = "2026-11-26T03:00:00Z", ["serviceUrl"] = ServiceUrl, ["channelId"] = "msteams", ["text"] = text,
        ["from"] = new JsonObject { ["id"] = user, ["name"] = "张敏", ["aadObjectId"] = "object-of-" + user[3..] },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "PlanBot" },
        ["conversation"] = new JsonObject { ["id"] = "a:with-" + user[3..], ["conversationType"] = "personal", ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant }, ["unknown"] = new JsonObject { ["kept"] = true } },
        ["locale"] = "zh-CN",
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Metadata()
    {
        Interlocked.Increment(ref metadataRequests);
        if (IsIssuerDown)
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        return Results.Text(new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = $"{Address}keys", ["id_token_signing_alg_values_supported"] = new JsonArray("RS256") }.ToJsonString(), "application/json");
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        var body = await new StreamReader(request.Body).ReadToEndAsync();
        var target = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var call = new ConnectorCall(request.Method, target, request.Headers.Authorization.ToString() is { Length: > 0 } token ? token : null, body.Length > 0 && request.HasJsonContentType() ? JsonNode.Parse(body) : null,
            request.Headers.ContentRange.ToString() is { Length: > 0 } range ? range : null);
        calls.Enqueue(call);
        if (Answer(call) is { } answer)
            return answer;
        return request.Method == "GET"
            ? Results.Json(new { error = new { code = "ConversationNotFound", message = "none" } }, statusCode: (int)HttpStatusCode.NotFound)
            : Results.Json(new { id = "m" + calls.Count }, statusCode: request.Method == "DELETE" ? 200 : 201);
    }
}

public sealed class RealClock : TimeProvider;
