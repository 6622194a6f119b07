using System.Text.Json.Serialization;

namespace PlanBot.Channels.Browser;

/// <summary>A conversation and the way in, as Direct Line answers it.</summary>
internal sealed record TokenGrant(
    [property: JsonPropertyName("conversationId")] string ConversationId,
    [property: JsonPropertyName("token")] string Token)
{
    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; } = (int)BrowserTokens.Lifetime.TotalSeconds;

    /// <summary>Where the activities stream; absent where only a token was asked for.</summary>
    [JsonPropertyName("streamUrl")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StreamUrl { get; init; }
}
