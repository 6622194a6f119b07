using System.Net.WebSockets;
using System.Text;

namespace PlanBot.Channels.DingTalk;

/// <summary>One socket of the Stream mode: whole frames of text in, frames out one at a time, and an end when nothing has been heard for long.</summary>
internal sealed class StreamSocket(ClientWebSocket web, TimeProvider wall, TimeSpan silence) : IDisposable
{
    /// <summary>Bytes; a client of DingTalk's own takes as much.</summary>
    private const int LongestFrame = 1024 * 1024;

    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Frames until the socket ends.</summary>
    /// <returns>Null when it has ended in an orderly way.</returns>
    /// <exception cref="WebSocketException">The line is broken.</exception>
    /// <exception cref="TimeoutException">Nothing was heard for too long, or the frame has no end.</exception>
    public async Task<string?> HearAsync(CancellationToken cancellationToken)
    {
        using var quiet = new CancellationTokenSource(silence, wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, quiet.Token);
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var part = await web.ReceiveAsync(buffer, either.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                if (message.Length + part.Count > LongestFrame)
                    throw new TimeoutException("a frame without an end");
                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                    return Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
            }
        }
        catch (OperationCanceledException) when (quiet.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("silence");
        }
    }

    public async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await web.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Whoever hears or speaks on it finds it broken.</summary>
    public void Abort() => web.Abort();

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (web.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await web.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // It is gone already.
        }
    }

    public void Dispose()
    {
        web.Dispose();
        gate.Dispose();
    }
}
