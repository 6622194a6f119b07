using System.Threading.Channels;

namespace PlanBot.Channels.DingTalk;

/// <summary>Between hearing and dealing with: what comes over a socket while the frames before are being kept is dealt with together, so that many messages cost one commit.</summary>
/// <remarks>When a frame cannot be dealt with, the socket is given up; what was not acknowledged is pushed again over the next one.</remarks>
internal sealed class StreamIntake : IAsyncDisposable
{
    private const int Most = 64;

    private readonly Channel<StreamFrame> heard = Channel.CreateBounded<StreamFrame>(Most);
    private readonly StreamFrames frames;
    private readonly StreamSocket socket;
    private readonly Task dealing;

    public StreamIntake(StreamFrames frames, StreamSocket socket, CancellationToken stoppingToken)
    {
        (this.frames, this.socket) = (frames, socket);
        dealing = DealAsync(stoppingToken);
    }

    /// <summary>Waits while too many have not been dealt with.</summary>
    /// <exception cref="ChannelClosedException">One before could not be dealt with.</exception>
    public ValueTask AddAsync(StreamFrame frame, CancellationToken cancellationToken) => heard.Writer.WriteAsync(frame, cancellationToken);

    /// <summary>Once all that was heard is dealt with.</summary>
    public async ValueTask DisposeAsync()
    {
        heard.Writer.TryComplete();
        await dealing;
    }

    private async Task DealAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await heard.Reader.WaitToReadAsync(stoppingToken))
            {
                var together = new List<StreamFrame>();
                while (together.Count < Most && heard.Reader.TryRead(out var frame))
                    together.Add(frame);
                await frames.DealWithAsync(together, socket, stoppingToken);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            heard.Writer.TryComplete(exception);
            socket.Abort();
        }
    }
}
