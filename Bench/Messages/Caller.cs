using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PlanBot.Bench.Messages;

/// <summary>One person, who says the same again and again: prepared bytes over a connection of their own, so that calling costs next to nothing.</summary>
internal sealed class Caller : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[4096];
    private readonly byte[] request;

    private Caller(byte[] request) => this.request = request;

    public static async Task<Caller[]> OpenAsync(Channel channel, Uri address, int count)
    {
        var callers = new Caller[count];
        for (var i = 0; i < count; i++)
        {
            callers[i] = new Caller(Request(channel, address, i));
            await callers[i].socket.ConnectAsync(IPAddress.Loopback, address.Port);
        }
        return callers;
    }

    /// <returns>Turns.</returns>
    public async Task<int> CallForAsync(TimeSpan length)
    {
        var watch = Stopwatch.StartNew();
        var turns = 0;
        for (; watch.Elapsed < length; turns++)
            await CallAsync();
        return turns;
    }

    public async Task CallAsync()
    {
        await socket.SendAsync(request);
        var length = 0;
        do
        {
            var count = await socket.ReceiveAsync(answer.AsMemory(length));
            length = count > 0 ? length + count : throw new InvalidOperationException("The server hung up.");
        }
        while (!answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8)); // the answer has no body
        if (!answer.AsSpan().StartsWith("HTTP/1.1 200 "u8))
            throw new InvalidOperationException(Encoding.ASCII.GetString(answer, 0, length));
    }

    public void Dispose() => socket.Dispose();

    private static byte[] Request(Channel channel, Uri address, int number)
    {
        var body = Encoding.UTF8.GetBytes(channel.Message(number));
        var head = $"POST /api/messages HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {channel.Token}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
