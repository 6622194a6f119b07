using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using PlanBot.Tests.Fakes.DingTalk;

namespace PlanBot.Bench.DingTalk;

/// <summary>The least that a Stream client can do: acknowledge each message and say it again where it came from. It keeps nothing.</summary>
internal sealed class BareEcho(FakeDingTalk dingTalk) : IAsyncDisposable
{
    private const int AtOnce = 16;
    private readonly ClientWebSocket web = new();
    private readonly HttpClient http = new();
    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);
    private readonly SemaphoreSlim sending = new(1, 1);
    private Task? hearing;

    public async Task StartAsync()
    {
        using var response = await http.PostAsJsonAsync(new Uri(dingTalk.Address, "v1.0/gateway/connections/open"), new
        {
            clientId = FakeDingTalk.AppKey, clientSecret = FakeDingTalk.AppSecret, subscriptions = new[] { new { type = "CALLBACK", topic = FakeGateway.Robot } },
        });
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        await web.ConnectAsync(new Uri($"{answer["endpoint"]}?ticket={answer["ticket"]}"), CancellationToken.None);
        hearing = HearAsync();
    }

    public async ValueTask DisposeAsync()
    {
        web.Abort();
        if (hearing is not null)
            await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        web.Dispose();
        http.Dispose();
        places.Dispose();
        sending.Dispose();
    }

    private async Task HearAsync()
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await web.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            var frame = JsonNode.Parse(buffer.AsSpan(0, length))!;
            await places.WaitAsync();
            _ = EchoAsync(frame);
        }
    }

    private async Task EchoAsync(JsonNode frame)
    {
        try
        {
            var ack = new JsonObject
            {
                ["code"] = 200, ["headers"] = new JsonObject { ["contentType"] = "application/json", ["messageId"] = (string?)frame["headers"]!["messageId"] }, ["message"] = "OK", ["data"] = "{}",
            };
            await sending.WaitAsync();
            try
            {
                await web.SendAsync(Encoding.UTF8.GetBytes(ack.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
            }
            finally
            {
                sending.Release();
            }
            var message = JsonNode.Parse((string)frame["data"]!)!;
            using var response = await http.PostAsJsonAsync((string)message["sessionWebhook"]!, new { msgtype = "text", text = new { content = (string?)message["text"]!["content"] } });
        }
        finally
        {
            places.Release();
        }
    }
}
