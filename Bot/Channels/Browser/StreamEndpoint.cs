using System.Net.WebSockets;
using System.Text;
using PlanBot.Data.Sql;

namespace PlanBot.Channels.Browser;

/// <summary>Direct Line: the stream of activities over a WebSocket.</summary>
internal static class StreamEndpoint
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>How long what another node wrote may stay unseen; what this node writes is seen at once.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    public static void Map(RouteGroupBuilder directLine) => directLine.MapGet("/conversations/{conversationId}/stream", StreamAsync);

    private static async Task<IResult> StreamAsync(
        string conversationId, string? watermark, string? t, HttpContext http, DirectLineAccess access, ChatLog log, ChatNews news, SeenInBrowser seen,
        [FromKeyedServices("wall")] TimeProvider wall, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var (token, refusal) = await access.CheckAsync(t, conversationId, cancellationToken);
        if (token is null)
            return refusal!;
        if (ActivitySet.ReadWatermark(watermark) is not { } after)
            return DirectLineError.Bad("The watermark is not one of ours.");
        if (!http.WebSockets.IsWebSocketRequest)
            return DirectLineError.Bad("The stream is a WebSocket.");

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var listening = ListenAsync(socket, ended);
        try
        {
            await SendAsync(socket, token, after, log, news, seen, wall, ended.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The client or the program has gone; there is nobody left to tell.
        }
        await CloseAsync(socket, lifetime.ApplicationStopping.IsCancellationRequested);
        await ended.CancelAsync();
        await listening;
        return Results.Empty;
    }

    private static async Task SendAsync(
        WebSocket socket, BrowserToken token, long watermark, ChatLog log, ChatNews news, SeenInBrowser seen, TimeProvider wall, CancellationToken cancellationToken)
    {
        using var listener = news.Listen(token.ConversationId); // before the first look, so that nothing falls between the two
        var lastSent = wall.GetTimestamp();
        IReadOnlyList<string> passing = [];
        while (true)
        {
            var said = await LookAsync();
            watermark = said.Watermark;
            if (passing.Count > 0 || said.Activities.Count > 0)
            {
                await WriteAsync(new ActivitySet([.. passing, .. said.Activities], watermark).ToJson());
                if (said.Activities.Count > 0)
                    await MarkAsync();
            }
            else if (wall.GetElapsedTime(lastSent) >= KeepAlive)
            {
                await WriteAsync("");
            }
            passing = await listener.NextAsync(Look, wall, cancellationToken);
        }

        async Task<ActivitySet> LookAsync()
        {
            try
            {
                return await log.ReadAsync(token.ConversationId, watermark, cancellationToken);
            }
            catch (DatabaseUnavailableException)
            {
                return new ActivitySet([], watermark); // the line stays open, and what was said meanwhile comes with a later look
            }
        }

        async Task MarkAsync()
        {
            try
            {
                await seen.MarkAsync(token.UserId, cancellationToken);
            }
            catch (DatabaseUnavailableException)
            {
                // The next look that shows something marks it too.
            }
        }

        async Task WriteAsync(string text)
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            lastSent = wall.GetTimestamp();
        }
    }

    // Clients send nothing but empty frames; what counts is the moment when they go.
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var ignored = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(ignored.AsMemory(), ended.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Gone without a word.
        }
        await ended.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, bool programStops)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(
                    programStops ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // It was closed in this very moment.
        }
    }
}
