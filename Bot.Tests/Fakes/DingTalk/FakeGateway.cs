using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PlanBot.Tests.Fakes.DingTalk;

/// <summary>What a client answered to a frame.</summary>
/// <param name="Data">The JSON text within.</param>
public sealed record FakeAck(int Code, string MessageId, string Data, JsonObject Frame);

/// <summary>The gateway of the Stream mode: gives tickets that are good once, keeps sockets, and pushes each frame to one of them.</summary>
public sealed class FakeGateway(FakeDingTalk fake) : IDisposable
{
    public const string Robot = "/v1.0/im/bot/messages/get";
    public const string Card = "/v1.0/card/instances/callback";
    public static readonly TimeSpan TicketLife = TimeSpan.FromSeconds(90);
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<string, DateTimeOffset> tickets = [];
    private readonly ConcurrentDictionary<FakeSocket, bool> sockets = [];
    private readonly ConcurrentQueue<FakeAck> acks = new();
    private readonly CancellationTokenSource ending = new();
    private int number;
    private int turn;

    public IReadOnlyList<FakeSocket> Sockets => [.. sockets.Keys.OrderBy(socket => socket.Number)];

    public IReadOnlyList<FakeAck> Acks => [.. acks];

    /// <summary>Sockets that were opened, those that are closed among them.</summary>
    public int Opened => turn;

    internal IResult Open(DingTalkCall call)
    {
        if ((string?)call.Body?["clientId"] != FakeDingTalk.AppKey || (string?)call.Body["clientSecret"] != FakeDingTalk.AppSecret)
            return FakeOpenApi.Refuse(401, "authFailed");
        if (call.Body["subscriptions"] is not JsonArray { Count: > 0 })
            return FakeOpenApi.Refuse(400, "invalidParameter.subscriptions");
        var ticket = Guid.CreateVersion7().ToString();
        tickets[ticket] = fake.Clock.GetUtcNow() + TicketLife;
        return Results.Json(new { endpoint = $"ws://{fake.Address.Authority}/connect", ticket });
    }

    internal async Task ConnectAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest || !tickets.TryRemove(http.Request.Query["ticket"].ToString(), out var until) || until < fake.Clock.GetUtcNow())
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        using var web = await http.WebSockets.AcceptWebSocketAsync();
        using var socket = new FakeSocket(web, Interlocked.Increment(ref turn));
        sockets[socket] = true;
        try
        {
            await HearAsync(socket, web);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The client has gone.
        }
        finally
        {
            sockets.TryRemove(socket, out _);
        }
    }

    /// <summary>Pushes what somebody said to one of the sockets.</summary>
    /// <returns>The frame's message id.</returns>
    public Task<string> PushAsync(JsonObject message, FakeSocket? socket = null, string? messageId = null) => PushAsync("CALLBACK", Robot, message, socket, messageId);

    public async Task<string> PushAsync(string type, string topic, JsonObject data, FakeSocket? socket = null, string? messageId = null, Action<JsonObject>? headers = null)
    {
        messageId ??= $"frame{Interlocked.Increment(ref number)}_{Guid.CreateVersion7():N}";
        var frame = new JsonObject
        {
            ["specVersion"] = "1.0", ["type"] = type,
            ["headers"] = new JsonObject
            {
                ["appId"] = "app", ["connectionId"] = "connection", ["contentType"] = "application/json", ["messageId"] = messageId,
                ["time"] = fake.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), ["topic"] = topic,
            },
            ["data"] = data.ToJsonString(Readable),
        };
        headers?.Invoke(frame["headers"]!.AsObject());
        var all = Sockets;
        var to = socket ?? (all.Count > 0 ? all[number % all.Count] : throw new InvalidOperationException("Nobody is connected."));
        await to.SendAsync(frame.ToJsonString(Readable));
        return messageId;
    }

    /// <summary>Says that the socket is about to be closed.</summary>
    public Task<string> AnnounceAsync(FakeSocket socket) =>
        PushAsync("SYSTEM", "disconnect", new JsonObject { ["reason"] = "persistent connection is timeout" }, socket, headers: headers => headers.Remove("messageId"));

    /// <summary>What was answered to a frame.</summary>
    public async Task<FakeAck> AckOfAsync(string messageId)
    {
        await FakeDingTalk.UntilAsync(() => acks.Any(ack => ack.MessageId == messageId), $"No answer to {messageId}");
        return acks.First(ack => ack.MessageId == messageId);
    }

    public Task UntilConnectedAsync(int count = 1) => FakeDingTalk.UntilAsync(() => sockets.Count >= count, $"Fewer than {count} sockets");

    public void Dispose() => ending.Dispose();

    internal async Task EndAsync()
    {
        await ending.CancelAsync();
        foreach (var socket in sockets.Keys)
            socket.Cut();
    }

    private async Task HearAsync(FakeSocket socket, WebSocket web)
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await web.ReceiveAsync(buffer, ending.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await web.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                return;
            }
            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            if (FakeDingTalk.Parse(Encoding.UTF8.GetString(message.ToArray())) is { } frame)
                acks.Enqueue(new((int?)frame["code"] ?? 0, (string?)frame["headers"]?["messageId"] ?? "", (string?)frame["data"] ?? "", frame));
            message.SetLength(0);
            socket.Heard();
        }
    }
}

/// <summary>One socket of a client.</summary>
public sealed class FakeSocket(WebSocket web, int number) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private int heard;

    public int Number => number;

    public int FramesHeard => heard;

    internal void Heard() => Interlocked.Increment(ref heard);

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type)
    {
        await gate.WaitAsync();
        try
        {
            await web.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>As a gateway does that goes down in an orderly way.</summary>
    public Task CloseAsync() => web.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);

    public void Dispose() => gate.Dispose();

    /// <summary>As a broken line does.</summary>
    public void Cut() => web.Abort();
}
