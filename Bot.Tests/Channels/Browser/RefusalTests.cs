using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>What Direct Line refuses: with the right code, in the protocol's form, and without any effect.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private const string Json = "application/json";
    private BrowserHost host = null!;
    private Visit visit = null!;

    public async Task InitializeAsync()
    {
        host = await BrowserHost.StartAsync();
        visit = await host.VisitAsync("unit-2");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("{", Json, 400)]
    [InlineData("[]", Json, 400)]
    [InlineData("\"message\"", Json, 400)]
    [InlineData("{} {}", Json, 400)]
    [InlineData("", Json, 400)] // no activity at all
    [InlineData("{}", Json, 400)] // no type
    [InlineData("""{"type":""}""", Json, 400)]
    [InlineData("""{"type":7}""", Json, 400)]
    [InlineData("""{"type":"message","attachments":"none"}""", Json, 400)]
    [InlineData("""{"type":"message","localTimestamp":"yesterday"}""", Json, 400)]
    [InlineData("""{"type":"message","text":{"a":1}}""", Json, 400)]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"boss"}]}""", Json, 400)] // members are the channel's to tell
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", Json, 400)]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action"}""", Json, 400)]
    [InlineData("""{"type":"message","text":"hi"}""", "text/plain", 415)]
    [InlineData("""{"type":"message","text":"hi"}""", "application/x-www-form-urlencoded", 415)]
    public async Task A_body_that_is_no_activity(string body, string contentType, int expected)
    {
        var (status, answer) = await host.SendAsync(HttpMethod.Post, visit.Path + "/activities", visit.Token, new StringContent(body, Encoding.UTF8, contentType));

        await AssertRefusedAsync(expected, status, answer);
    }

    [Fact]
    public async Task A_body_of_more_than_256_KB()
    {
        var (status, answer) = await visit.SayAsync(new string('a', 256 * 1024));

        await AssertRefusedAsync(413, status, answer);
    }

    [Fact]
    public async Task A_body_of_more_than_256_KB_that_does_not_tell_its_length()
    {
        var endless = new PushContent(async stream =>
        {
            for (var i = 0; i < 300; i++)
                await stream.WriteAsync(new byte[1024]);
        });

        var (status, answer) = await host.SendAsync(HttpMethod.Post, visit.Path + "/activities", visit.Token, endless);

        await AssertRefusedAsync(413, status, answer);
    }

    [Fact]
    public async Task A_body_nested_too_deep()
    {
        var deep = $$"""{"type":"message","text":"hi","value":{{new string('[', 200)}}{{new string(']', 200)}}}""";

        var (status, answer) = await host.SendAsync(HttpMethod.Post, visit.Path + "/activities", visit.Token, new StringContent(deep, Encoding.UTF8, Json));

        await AssertRefusedAsync(400, status, answer);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8()
    {
        var content = new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xff, 0xfe, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);

        var (status, answer) = await host.SendAsync(HttpMethod.Post, visit.Path + "/activities", visit.Token, content);

        await AssertRefusedAsync(400, status, answer);
    }

    [Theory]
    [InlineData("POST", "/activities")]
    [InlineData("GET", "/activities")]
    [InlineData("GET", "")]
    [InlineData("POST", "/upload")]
    public async Task No_token_a_wrong_one_an_expired_one_and_another_conversations(string method, string operation)
    {
        var http = new HttpMethod(method);
        var (otherToken, otherConversation) = await host.TokenAsync("unit-3");

        await AssertRefusedAsync(401, "Unauthorized", await host.SendAsync(http, visit.Path + operation, null, Hello(http)));
        await AssertRefusedAsync(401, "Unauthorized", await host.SendAsync(http, visit.Path + operation, "made-up", Hello(http)));
        await AssertRefusedAsync(401, "Unauthorized", await host.SendAsync(http, visit.Path + operation, visit.Token[..^3] + "AAA", Hello(http)));
        await AssertRefusedAsync(403, "Forbidden", await host.SendAsync(http, visit.Path + operation, otherToken, Hello(http)));
        await AssertRefusedAsync(403, "Forbidden", await host.SendAsync(http, $"/v3/directline/conversations/{otherConversation}{operation}", visit.Token, Hello(http)));
        await AssertRefusedAsync(404, "ConversationNotFound", await host.SendAsync(http, $"/v3/directline/conversations/nowhere{operation}", visit.Token, Hello(http)));

        host.Wall.Now += TimeSpan.FromSeconds(1800);
        await AssertRefusedAsync(403, "TokenExpired", await host.SendAsync(http, visit.Path + operation, visit.Token, Hello(http)));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task A_watermark_that_is_not_ours(string watermark)
    {
        foreach (var path in new[] { "/activities", "" })
        {
            var (status, answer) = await host.SendAsync(HttpMethod.Get, $"{visit.Path}{path}?watermark={watermark}", visit.Token, (HttpContent?)null);
            await AssertRefusedAsync(400, status, answer);
        }
    }

    [Theory]
    [InlineData("""{"user":{"id":7}}""")]
    [InlineData("""{"user":{"id":""}}""")]
    [InlineData("""{"user":{"id":"   "}}""")]
    [InlineData("""{"user":{"id":"a\u0000b"}}""")]
    [InlineData("""{"user":"unit-2"}""")]
    [InlineData("""{"user":""")]
    public async Task A_token_for_a_user_id_that_is_none(string body)
    {
        var (status, answer) = await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", null, new StringContent(body, Encoding.UTF8, Json));

        await AssertRefusedAsync(400, status, answer);
    }

    [Fact]
    public async Task A_stream_without_a_token_and_one_that_is_no_WebSocket()
    {
        var withoutToken = await host.SendAsync(HttpMethod.Get, visit.Path + "/stream", null, (HttpContent?)null);
        var plain = await host.SendAsync(HttpMethod.Get, $"{visit.Path}/stream?t={Uri.EscapeDataString(visit.Token)}", null, (HttpContent?)null);

        await AssertRefusedAsync(401, withoutToken.Status, withoutToken.Body);
        await AssertRefusedAsync(400, plain.Status, plain.Body);
    }

    private static JsonObject? Hello(HttpMethod method) => method == HttpMethod.Post ? new JsonObject { ["type"] = "message", ["text"] = "hi" } : null;

    private async Task AssertRefusedAsync(int expected, string code, (int Status, JsonNode? Body) answer)
    {
        Assert.Equal(code, (string?)answer.Body?["error"]?["code"]);
        await AssertRefusedAsync(expected, answer.Status, answer.Body);
    }

    private async Task AssertRefusedAsync(int expected, int status, JsonNode? answer)
    {
        Assert.Equal(expected, status);
        Assert.Equal(["error"], answer!.AsObject().Select(member => member.Key));
        Assert.Equal(["code", "message"], answer["error"]!.AsObject().Select(member => member.Key));
        Assert.NotEmpty((string)answer["error"]!["message"]!);
        Assert.DoesNotContain("   at ", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Bot.Heard, heard => heard.Type != "conversationUpdate");
        var log = await host.Services.GetRequiredService<PlanBot.Data.Repositories.IChatRepository>().ReadAsync(visit.ConversationId, 0, 100, CancellationToken.None);
        Assert.Single(log); // the greeting
    }

    private sealed class PushContent : HttpContent
    {
        private readonly Func<Stream, Task> write;

        public PushContent(Func<Stream, Task> write)
        {
            this.write = write;
            Headers.ContentType = new MediaTypeHeaderValue(Json);
        }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => write(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
