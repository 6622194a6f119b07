using Microsoft.Bot.Connector;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

public partial class Activity :
    IMessageActivity,
    IMessageUpdateActivity,
    IMessageDeleteActivity,
    IMessageReactionActivity,
    IConversationUpdateActivity,
    IInstallationUpdateActivity,
    IEventActivity,
    IInvokeActivity,
    ITypingActivity,
    IEndOfConversationActivity
{
    public static IMessageActivity CreateMessageActivity() =>
        new Activity { Type = ActivityTypes.Message, Attachments = [], Entities = [] };

    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [], MembersRemoved = [] };

    public static ITypingActivity CreateTypingActivity() => new Activity { Type = ActivityTypes.Typing };

    public static IEventActivity CreateEventActivity() => new Activity { Type = ActivityTypes.Event };

    public static IInvokeActivity CreateInvokeActivity() => new Activity { Type = ActivityTypes.Invoke };

    public static IEndOfConversationActivity CreateEndOfConversationActivity() => new Activity { Type = ActivityTypes.EndOfConversation };

    /// <summary>A message to whoever sent this activity, stamped with the machine's clock; <see cref="Conversation"/> must be set.</summary>
    public Activity CreateReply(string text = null, string locale = null) => new()
    {
        Type = ActivityTypes.Message,
        Timestamp = SystemTime.Now,
        From = new ChannelAccount(Recipient?.Id, Recipient?.Name),
        Recipient = new ChannelAccount(From?.Id, From?.Name),
        ReplyToId = IdForReplies(),
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = new ConversationAccount(isGroup: Conversation.IsGroup, id: Conversation.Id, name: Conversation.Name),
        Text = text ?? string.Empty,
        Locale = locale ?? Locale,
        Attachments = [],
        Entities = [],
    };

    public IMessageActivity AsMessageActivity() => Is(ActivityTypes.Message);

    public IMessageUpdateActivity AsMessageUpdateActivity() => Is(ActivityTypes.MessageUpdate);

    public IMessageDeleteActivity AsMessageDeleteActivity() => Is(ActivityTypes.MessageDelete);

    public IMessageReactionActivity AsMessageReactionActivity() => Is(ActivityTypes.MessageReaction);

    public IConversationUpdateActivity AsConversationUpdateActivity() => Is(ActivityTypes.ConversationUpdate);

    public IInstallationUpdateActivity AsInstallationUpdateActivity() => Is(ActivityTypes.InstallationUpdate);

    public IEventActivity AsEventActivity() => Is(ActivityTypes.Event);

    public IInvokeActivity AsInvokeActivity() => Is(ActivityTypes.Invoke);

    public ITypingActivity AsTypingActivity() => Is(ActivityTypes.Typing);

    public IEndOfConversationActivity AsEndOfConversationActivity() => Is(ActivityTypes.EndOfConversation);

    /// <summary>True when there is anything to show or to handle: text, summary, an attachment or channel data.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    /// <returns>Empty when nobody is mentioned.</returns>
    public Mention[] GetMentions() =>
        Entities?.Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(entity => entity as Mention ?? entity.Properties.ToObject<Mention>())
            .ToArray() ?? [];

    /// <returns>The default of <typeparamref name="TypeT"/> when there is no channel data.</returns>
    /// <exception cref="InvalidCastException">The channel data is neither of that type nor JSON.</exception>
    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        TypeT data => data,
        _ => ((JObject)ChannelData).ToObject<TypeT>(),
    };

    /// <returns>False when there is no channel data, or none that can be read as <typeparamref name="TypeT"/>.</returns>
    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        try
        {
            instance = GetChannelData<TypeT>();
            return ChannelData is not null;
        }
        catch (Exception e) when (e is InvalidCastException or Newtonsoft.Json.JsonException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Where an answer to this incoming activity goes: its sender is the user, its recipient the bot.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IdForReplies(),
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>As <see cref="GetConversationReference"/>, pointing at the activity that was sent in reply.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>Addresses this activity: from the bot to the user, or the other way round when <paramref name="isIncoming"/>.</summary>
    /// <returns>This activity. Its own locale stays; the reference's fills in when it has none.</returns>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        (ChannelId, ServiceUrl, Conversation) = (reference.ChannelId, reference.ServiceUrl, reference.Conversation);
        Locale ??= reference.Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (isIncoming)
            Id = reference.ActivityId ?? Id;
        else
            ReplyToId = reference.ActivityId ?? ReplyToId;
        return this;
    }

    /// <summary>Also true for a subtype, which is written after a slash: "event/fired" is an event.</summary>
    protected bool IsActivity(string activityType) =>
        Type is { } type
        && type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
        && (type.Length == activityType.Length || type[activityType.Length] == '/');

    private Activity Is(string activityType) => IsActivity(activityType) ? this : null;

    // Direct Line and Web Chat show no conversationUpdate, so nothing can be shown as a reply to one.
    private string IdForReplies() =>
        string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase)
        && (string.Equals(ChannelId, Channels.Directline, StringComparison.OrdinalIgnoreCase)
            || string.Equals(ChannelId, Channels.Webchat, StringComparison.OrdinalIgnoreCase))
            ? null
            : Id;
}
