using Newtonsoft.Json;

namespace PlanBot.Channels.DingTalk;

/// <summary>What is known of a person as one to write to; kept as JSON with the person's identity. A staff id is enough to write to, so nothing at all is a place too.</summary>
/// <param name="HasLeft">DingTalk says that there is no such person any more; so until they write.</param>
internal sealed record DingTalkPlace(string? ConversationId, bool HasLeft)
{
    public string Write() => JsonConvert.SerializeObject(this);

    public static DingTalkPlace Read(string? json)
    {
        try
        {
            return json is null ? new(null, false) : JsonConvert.DeserializeObject<DingTalkPlace>(json) ?? new(null, false);
        }
        catch (JsonException)
        {
            return new(null, false);
        }
    }
}
