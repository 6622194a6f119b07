using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PlanBot.Tests.Channels.Mail;

/// <summary>A mail server on the loopback that takes everything, or answers as it is told.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public SmtpServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>Whole messages, headers and all.</summary>
    public List<string> Received { get; } = [];

    /// <summary>What is answered to a command that begins so, e.g. <c>RCPT</c> with <c>550 no such user</c>; empty to hang up.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 loopback ready");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            if (Answers.TryGetValue(command, out var told))
            {
                if (told.Length == 0)
                    return;
                await writer.WriteLineAsync(told);
                continue;
            }
            if (command == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            if (command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var message = new StringBuilder();
                while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".")
                    message.Append(text).Append('\n');
                Received.Add(message.ToString());
            }
            await writer.WriteLineAsync("250 OK");
        }
    }
}
