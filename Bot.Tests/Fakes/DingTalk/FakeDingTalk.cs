using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PlanBot.Tests.Fakes.DingTalk;

/// <summary>A call of the robot, as it came in.</summary>
/// <param name="Token">Null where none was shown.</param>
/// <param name="Body">Null where there is none, or it is no JSON object.</param>
public sealed record DingTalkCall(string Method, string Path, IQueryCollection Query, string? Token, JsonObject? Body, DateTimeOffset At);

/// <summary>What a person's client shows.</summary>
/// <param name="Way">webhook, api, group or card.</param>
/// <param name="Kind">msgtype, msgKey or the card's id.</param>
public sealed record DingTalkSaid(string UserId, string ConversationId, string Way, string Kind, string Text, IReadOnlyList<(string Title, string Url)> Buttons, JsonObject Raw);

/// <summary>DingTalk on a port of this machine: the gateway of the Stream mode, the API old and new, sessions of conversations, and callbacks that it signs.</summary>
/// <remarks>Source of what it does: the reference of the protocol, and what clients that nobody here wrote make of it (Channels/Callers).</remarks>
public sealed class FakeDingTalk : IAsyncDisposable
{
    public const string AppKey = "dingtestappkey";
    public const string AppSecret = "the-secret-of-the-app";
    public const string RobotCode = "dingtestrobot";
    public const string CorpId = "dingtestcorp";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WebApplication app;
    private readonly ConcurrentQueue<DingTalkCall> calls = new();
    private readonly ConcurrentQueue<DingTalkSaid> said = new();

    private FakeDingTalk(WebApplication app, TimeProvider clock)
    {
        (this.app, Clock) = (app, clock);
        Api = new FakeOpenApi(this);
        Gateway = new FakeGateway(this);
        Sessions = new FakeSessions(this);
    }

    public TimeProvider Clock { get; }

    /// <summary>With a slash at its end.</summary>
    public Uri Address { get; private set; } = null!;

    public FakeOpenApi Api { get; }

    public FakeGateway Gateway { get; }

    public FakeSessions Sessions { get; }

    /// <summary>Answers in place of the fake; null leaves it to the fake.</summary>
    public Func<DingTalkCall, IResult?> Answer { get; set; } = _ => null;

    public IReadOnlyList<DingTalkCall> Calls => [.. calls];

    public IReadOnlyList<DingTalkSaid> Said => [.. said];

    /// <summary>Settings of a robot that lives here.</summary>
    public IEnumerable<(string Key, string Value)> Settings(string mode) =>
    [
        ("Channels:DingTalk:AppKey", AppKey), ("Channels:DingTalk:AppSecret", AppSecret), ("Channels:DingTalk:RobotCode", RobotCode), ("Channels:DingTalk:CorpId", CorpId),
        ("Channels:DingTalk:Mode", mode), ("Channels:DingTalk:ApiUrl", Address.ToString()), ("Channels:DingTalk:LegacyApiUrl", Address.ToString()),
        ("Channels:DingTalk:WebhookHosts:0", "127.0.0.1"), ("Channels:DingTalk:FileHosts:0", "127.0.0.1"), ("Channels:DingTalk:StreamHosts:0", "127.0.0.1"),
    ];

    public static async Task<FakeDingTalk> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        app.UseWebSockets();
        var fake = new FakeDingTalk(app, clock ?? new RealTime());
        app.Map("/connect", fake.Gateway.ConnectAsync);
        app.Map("/{**path}", (Delegate)fake.HandleAsync); // as a request delegate, what it returns would be lost
        await app.StartAsync();
        fake.Address = new Uri(app.Urls.Single() + "/");
        return fake;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo, string what = "It did not happen.")
    {
        for (var patience = Stopwatch.StartNew(); !isSo(); await Task.Delay(10))
        {
            if (patience.Elapsed > Patience)
                throw new TimeoutException(what);
        }
    }

    public void Forget()
    {
        calls.Clear();
        said.Clear();
    }

    internal void Show(DingTalkSaid message) => said.Enqueue(message);

    internal static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.EndAsync();
        await app.DisposeAsync();
        Gateway.Dispose();
        Sessions.Dispose();
    }

    private async Task<IResult> HandleAsync(HttpContext http)
    {
        var request = http.Request;
        using var reader = new StreamReader(request.Body);
        var text = request.HasFormContentType ? "" : await reader.ReadToEndAsync();
        var token = request.Headers["x-acs-dingtalk-access-token"].ToString() is { Length: > 0 } header ? header : request.Query["access_token"].ToString() is { Length: > 0 } query ? query : null;
        var call = new DingTalkCall(request.Method, request.Path, request.Query, token, Parse(text), Clock.GetUtcNow());
        calls.Enqueue(call);
        if (Answer(call) is { } answer)
            return answer;
        return call.Path switch
        {
            "/v1.0/gateway/connections/open" => Gateway.Open(call),
            "/robot/sendBySession" => Sessions.Say(call),
            _ => await Api.AnswerAsync(call, request),
        };
    }

    private sealed class RealTime : TimeProvider;
}
