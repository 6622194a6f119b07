using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PlanBot.Bench.Messages;

/// <summary>What the echo costs at least: generated JSON in, the same message out, no authentication, no turn.</summary>
internal static class BareServer
{
    /// <summary>As long as one of Entra ID.</summary>
    public static readonly string Token = new('t', 1200);

    public static async Task<int> RunAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        await SeamServer.RunAsync(app => app.MapPost("/api/messages", (HttpContext context) => AnswerAsync(context, http)));
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context, HttpClient http)
    {
        var message = (await JsonSerializer.DeserializeAsync(context.Request.Body, BareJson.Default.BareActivity, context.RequestAborted))!;
        var reply = new BareActivity
        {
            Type = "message", ChannelId = message.ChannelId, ServiceUrl = message.ServiceUrl, Conversation = message.Conversation, From = message.Recipient, Recipient = message.From,
            ReplyToId = message.Id, Locale = message.Locale, Text = message.Text, InputHint = "acceptingInput", Attachments = [], Entities = [],
        };
        var address = $"{message.ServiceUrl}v3/conversations/{Uri.EscapeDataString(message.Conversation!.Id!)}/activities/{Uri.EscapeDataString(message.Id!)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, BareJson.Default.BareActivity)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        await JsonSerializer.DeserializeAsync(await response.Content.ReadAsStreamAsync(), BareJson.Default.BareId);
    }
}

internal sealed class BareActivity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public DateTimeOffset? LocalTimestamp { get; init; }

    public string? LocalTimezone { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public BareAccount? From { get; init; }

    public BareConversation? Conversation { get; init; }

    public BareAccount? Recipient { get; init; }

    public string? TextFormat { get; init; }

    public string? Locale { get; init; }

    public string? Text { get; init; }

    public string? InputHint { get; init; }

    public IReadOnlyList<JsonElement>? Attachments { get; init; }

    public IReadOnlyList<JsonElement>? Entities { get; init; }

    public JsonElement? ChannelData { get; init; }

    public string? ReplyToId { get; init; }
}

internal sealed record BareAccount(string? Id, string? Name, string? AadObjectId);

internal sealed record BareConversation(string? ConversationType, string? Id, string? TenantId);

internal sealed record BareId(string? Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BareActivity))]
[JsonSerializable(typeof(BareId))]
internal sealed partial class BareJson : JsonSerializerContext;
