using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlanBot.Composition;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>The browser channel on a real web server and a real database, with <see cref="EchoBot"/> behind it and the people of <see cref="Ledgers.Small"/>.</summary>
public sealed class BrowserHost : IAsyncDisposable
{
    private readonly SqliteTestDatabase database;
    private readonly WebApplication app;

    private BrowserHost(SqliteTestDatabase database, WebApplication app, Ledgers ledgers)
    {
        (this.database, this.app, Ledgers) = (database, app, ledgers);
        Address = new Uri(app.Urls.Single());
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public Ledgers Ledgers { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>What the plan's people see; the demo's clock.</summary>
    public StoppedClock Clock => (StoppedClock)Services.GetRequiredService<TimeProvider>();

    /// <summary>What tokens and cookies go by.</summary>
    public StoppedClock Wall => (StoppedClock)Services.GetRequiredKeyedService<TimeProvider>("wall");

    internal EchoBot Bot => (EchoBot)Services.GetRequiredService<IBot>();

    /// <param name="settings">Beside Demo:Enabled, which is true unless they say otherwise.</param>
    public static async Task<BrowserHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var database = await SqliteTestDatabase.CreateAsync();
        var ledgers = await Ledgers.Small().StoreAsync(database.Database);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Demo:Enabled"] = "true", ["Urls"] = "http://127.0.0.1:0" });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(Ledgers.At("2020-03-31 08:55")));
        builder.Services.AddKeyedSingleton<TimeProvider>("wall", new StoppedClock(Ledgers.At("2026-11-22 10:00")));
        builder.Services.AddSingleton<IDatabase>(database.Database);
        builder.Services.AddSingleton<IBot, EchoBot>();
        builder.Services.AddData(builder.Configuration).AddBrowser(builder.Configuration);
        var app = builder.Build();
        app.MapBrowser();
        FakeDemoClock.Map(app);
        await app.StartAsync();
        return new BrowserHost(database, app, ledgers);
    }

    public async ValueTask DisposeAsync()
    {
        Bot.Release();
        Http.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>A token of the demo's identity <paramref name="userId"/>, with its conversation.</summary>
    public async Task<(string Token, string ConversationId)> TokenAsync(string userId)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", null, new JsonObject { ["user"] = new JsonObject { ["id"] = userId } });
        Assert.Equal(200, status);
        return ((string)body!["token"]!, (string)body["conversationId"]!);
    }

    /// <summary>Opens the lasting conversation of <paramref name="userId"/>.</summary>
    public async Task<Visit> VisitAsync(string userId)
    {
        var (token, _) = await TokenAsync(userId);
        var (_, body) = await SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, []);
        return new Visit(this, token, (string)body!["conversationId"]!, (string)body["streamUrl"]!);
    }

    public Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, string? token, JsonObject? body) =>
        SendAsync(method, path, token, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, string? token, HttpContent? content)
    {
        using var response = await SendRawAsync(method, path, token, content);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public async Task<HttpResponseMessage> SendRawAsync(HttpMethod method, string path, string? token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request);
    }
}

/// <summary>One client in its lasting conversation.</summary>
public sealed record Visit(BrowserHost Host, string Token, string ConversationId, string StreamUrl)
{
    public string Path => $"/v3/directline/conversations/{ConversationId}";

    public Task<(int Status, JsonNode? Body)> SayAsync(string text, string? clientActivityId = null) => PostAsync(new JsonObject
    {
        ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "me" },
        ["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId ?? Guid.CreateVersion7().ToString("N") },
    });

    public Task<(int Status, JsonNode? Body)> PostAsync(JsonObject activity) => Host.SendAsync(HttpMethod.Post, Path + "/activities", Token, activity);

    /// <summary>What was said after the watermark, and the watermark after it.</summary>
    public async Task<(IReadOnlyList<JsonNode> Activities, string Watermark)> ReadAsync(string? watermark = null)
    {
        var (status, body) = await Host.SendAsync(HttpMethod.Get, Path + "/activities" + (watermark is null ? "" : "?watermark=" + watermark), Token, (HttpContent?)null);
        Assert.Equal(200, status);
        return ([.. body!["activities"]!.AsArray().Select(activity => activity!)], (string)body["watermark"]!);
    }

    public async Task<IReadOnlyList<string>> TextsAsync(string? watermark = null) =>
        [.. (await ReadAsync(watermark)).Activities.Select(activity => (string)activity["text"]!)];

    public async Task<Watching> WatchAsync(string? streamUrl = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(streamUrl ?? StreamUrl), CancellationToken.None);
        return new Watching(socket);
    }
}

/// <summary>A client at the stream.</summary>
public sealed class Watching(ClientWebSocket socket) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Watermark { get; private set; } = "";

    /// <summary>Activities of the next frame that holds any.</summary>
    public async Task<IReadOnlyList<JsonNode>> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[1024 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            Assert.NotEqual(WebSocketMessageType.Close, part.MessageType);
            if (length == 0)
                continue; // keep-alive
            var set = JsonNode.Parse(buffer.AsSpan(0, length))!;
            Watermark = (string)set["watermark"]!;
            if (set["activities"]!.AsArray() is { Count: > 0 } activities)
                return [.. activities.Select(activity => activity!)];
        }
    }

    /// <summary>Ends as a lost connection does.</summary>
    public void Dispose() => socket.Dispose();
}
