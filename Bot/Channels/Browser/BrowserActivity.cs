using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.Browser;

/// <summary>Makes the channel's activities. Who speaks, where and when is never the client's word.</summary>
internal static class BrowserActivity
{
    private const int LongestId = 256;

    /// <summary>Shorter ids of clients are counters that begin anew with every visit, and tell nothing.</summary>
    private const int ShortestUnique = 8;

    /// <summary>What a client may post; members and installations are the channel's own to tell.</summary>
    private static readonly HashSet<string> Types = [ActivityTypes.Message, ActivityTypes.Event, ActivityTypes.Typing];

    /// <summary>The bot's account in this channel.</summary>
    public static ChannelAccount Bot => new("planbot", "PlanBot", RoleTypes.Bot);

    public static ChannelAccount User(string userId) => new(userId, role: RoleTypes.User);

    /// <summary>The activity that the bot sees of what a client posted, or why it is refused.</summary>
    public static (Activity? Activity, DirectLineError? Refusal) FromClient(JObject posted, BrowserToken token, DateTimeOffset now)
    {
        Activity said;
        try
        {
            said = posted.ToObject<Activity>(HttpHelper.BotMessageSerializer)!;
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidCastException or OverflowException)
        {
            return (null, DirectLineError.Bad("The body is not an activity."));
        }
        if (string.IsNullOrEmpty(said.Type))
            return (null, DirectLineError.Bad("The activity has no type."));
        if (!Types.Contains(said.Type))
            return (null, DirectLineError.Bad("A client may post message, event and typing."));
        if (said.ReplyToId?.Length > LongestId)
            return (null, DirectLineError.Bad("replyToId is too long."));
        return (Receive(said, token, now), null);
    }

    /// <summary>The activity that tells the bot of its new member.</summary>
    public static Activity MemberAdded(BrowserToken token, string? locale, DateTimeOffset now)
    {
        var activity = Receive(new Activity { Type = ActivityTypes.ConversationUpdate, Locale = locale }, token, now);
        activity.MembersAdded = [User(token.UserId), Bot];
        return activity;
    }

    /// <summary>Gives a message of the bot's own accord its place in the person's conversation.</summary>
    public static void AddressToUser(Activity activity, BrowserToken place, string id, DateTimeOffset at)
    {
        (activity.Id, activity.Timestamp, activity.ChannelId) = (id, at, BrowserOptions.Channel);
        (activity.From, activity.Recipient) = (Bot, User(place.UserId));
        activity.Conversation = new ConversationAccount(id: place.ConversationId);
    }

    /// <summary>Whether the client has named the activity itself: what it posts again, because no answer came, has the same id.</summary>
    public static bool IsNamedByClient(Activity said) => OfClient(said) is { } id && said.Id == IdOf(id);

    private static string? OfClient(Activity said) =>
        said.ChannelData is JObject data && data["clientActivityID"] is JValue { Type: JTokenType.String, Value: string { Length: >= ShortestUnique and <= LongestId } id } ? id : null;

    private static string IdOf(string clientId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clientId)))[..32];

    private static Activity Receive(Activity said, BrowserToken token, DateTimeOffset now) => new()
    {
        Type = said.Type, Text = said.Text, TextFormat = said.TextFormat, Locale = said.Locale, Name = said.Name, Value = said.Value,
        ReplyToId = said.ReplyToId, ChannelData = said.ChannelData, Attachments = said.Attachments, AttachmentLayout = said.AttachmentLayout,
        Entities = said.Entities, LocalTimestamp = said.LocalTimestamp, LocalTimezone = said.LocalTimezone,
        Id = OfClient(said) is { } id ? IdOf(id) : Guid.CreateVersion7(now).ToString("N"),
        Timestamp = now,
        ChannelId = BrowserOptions.Channel,
        ServiceUrl = "urn:planbot:browser",
        Conversation = new ConversationAccount(id: token.ConversationId),
        From = User(token.UserId),
        Recipient = Bot,
    };
}
