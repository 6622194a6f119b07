using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace PlanBot.Channels.DingTalk;

/// <summary>The Stream mode: a socket of ours to DingTalk, so that no address of ours need be reached. It is opened again whenever it ends, and before it ends where that is announced.</summary>
/// <remarks>Each node has one; DingTalk pushes each message to one of them, and now and then to two.</remarks>
public sealed partial class DingTalkConnection(
    StreamGateway gateway, StreamFrames frames, StreamPace pace, IOptions<DingTalkOptions> options, Random chance, [FromKeyedServices("wall")] TimeProvider wall, ILogger<DingTalkConnection> logger) : BackgroundService
{
    /// <summary>Whether a socket is open now.</summary>
    public bool IsConnected { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsStream)
            return;
        var failures = new StrongBox<int>();
        Task<StreamSocket>? next = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            StreamSocket? socket = null;
            try
            {
                socket = next is null ? await gateway.OpenAsync(stoppingToken) : await next;
                next = null;
                next = await ServeAsync(socket, failures, stoppingToken);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                LogTrouble(exception);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            finally
            {
                IsConnected = false;
                if (next is null)
                    socket?.Dispose();
            }
            if (next is null && !stoppingToken.IsCancellationRequested)
                await Task.Delay(WaitAfter(failures.Value++), wall, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>1, 2, 4 s and so on, a second more by chance, up to a minute.</summary>
    private TimeSpan WaitAfter(int failures)
    {
        var wait = (pace.FirstWait * Math.Pow(2, Math.Min(failures, 16))) + (pace.FirstWait * chance.NextDouble());
        return wait < pace.LongestWait ? wait : pace.LongestWait;
    }

    /// <returns>The socket that takes its place, where the end was announced; null when it has ended.</returns>
    private async Task<Task<StreamSocket>?> ServeAsync(StreamSocket socket, StrongBox<int> failures, CancellationToken stoppingToken)
    {
        IsConnected = true;
        LogConnected();
        var intake = new StreamIntake(frames, socket, stoppingToken);
        var isLeft = false;
        try
        {
            while (await socket.HearAsync(stoppingToken) is { } text)
            {
                failures.Value = 0;
                if (StreamFrame.Read(text) is not { } frame)
                {
                    LogMalformed(text.Length);
                    continue;
                }
                if (frame is { Type: "SYSTEM", Topic: "disconnect" })
                {
                    LogAnnounced();
                    // The next one first: what comes between the two would be lost.
                    var next = await gateway.OpenAsync(stoppingToken);
                    isLeft = true;
                    _ = LeaveAsync(socket, intake, stoppingToken);
                    return Task.FromResult(next);
                }
                await intake.AddAsync(frame, stoppingToken);
            }
            LogEnded();
            return null;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await socket.CloseAsync(CancellationToken.None);
            throw;
        }
        finally
        {
            if (!isLeft)
                await intake.DisposeAsync();
        }
    }

    /// <summary>Hears what still comes on a socket that is about to end.</summary>
    private async Task LeaveAsync(StreamSocket socket, StreamIntake intake, CancellationToken stoppingToken)
    {
        using var farewell = new CancellationTokenSource(pace.Farewell, wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, farewell.Token);
        try
        {
            while (await socket.HearAsync(either.Token) is { } text)
            {
                if (StreamFrame.Read(text) is { Type: not "SYSTEM" } frame)
                    await intake.AddAsync(frame, either.Token);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or TimeoutException or IOException or ChannelClosedException)
        {
            // As announced.
        }
        finally
        {
            await intake.DisposeAsync();
            await socket.CloseAsync(CancellationToken.None);
            socket.Dispose();
        }
    }

    private void LogTrouble(Exception exception)
    {
        if (exception is DingTalkException { Refusal: Refusal.Credentials })
            LogCredentials(exception.Message);
        else
            LogBroken(exception is DingTalkException or TimeoutException ? exception.Message : exception.GetType().Name);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "DingTalk's socket is open")]
    private partial void LogConnected();

    [LoggerMessage(Level = LogLevel.Information, Message = "DingTalk announces the end of the socket; another takes its place")]
    private partial void LogAnnounced();

    [LoggerMessage(Level = LogLevel.Information, Message = "DingTalk has closed the socket; it is opened again")]
    private partial void LogEnded();

    [LoggerMessage(Level = LogLevel.Warning, Message = "DingTalk's socket is broken or does not open ({Reason}); it is tried again")]
    private partial void LogBroken(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "DingTalk's gateway does not accept Channels:DingTalk:AppKey and AppSecret: {Reason}")]
    private partial void LogCredentials(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A malformed frame of {Length} characters came over DingTalk's socket and was left alone")]
    private partial void LogMalformed(int length);
}
