using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace PlanBot.Channels.Teams;

/// <summary>Whether a person can be written to. The numbers are stored.</summary>
public enum PlaceState
{
    Open = 1,

    /// <summary>The person has blocked the bot; open again as soon as they write.</summary>
    Blocked = 2,

    /// <summary>The app is not installed for the person; open again when it is, or they write.</summary>
    Uninstalled = 3,

    /// <summary>The conversation is no more.</summary>
    Gone = 4,
}

/// <summary>Where a person is written to in Teams, as it was at their latest activity. Kept as JSON with the person's identity.</summary>
internal sealed record TeamsPlace(ConversationReference Reference, PlaceState State)
{
    private static readonly JsonSerializerSettings Json = new() { NullValueHandling = NullValueHandling.Ignore, MaxDepth = 32 };

    public static TeamsPlace Of(Activity activity, PlaceState state)
    {
        var reference = activity.GetConversationReference();
        reference.ActivityId = null; // a reminder is no answer to anything
        return new(reference, state);
    }

    public string Write() => JsonConvert.SerializeObject(this, Json);

    /// <returns>Null for what is no place to write to.</returns>
    public static TeamsPlace? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonConvert.DeserializeObject<TeamsPlace>(json, Json) is { Reference.Conversation.Id.Length: > 0 } place ? place : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
