using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.DingTalk;

/// <summary>Makes an activity of what somebody wrote to the robot.</summary>
internal static class RobotActivity
{
    /// <summary>Scheme of an attachment that is fetched when its turn comes.</summary>
    public const string Download = "dingtalk-download:";

    private const int MostParts = 50;

    /// <param name="robotCode">The bot's own id in the conversation.</param>
    /// <param name="serviceUrl">The API, not the webhook: it is kept with the conversation.</param>
    public static Activity Of(RobotMessage message, string robotCode, string serviceUrl) => new()
    {
        Type = ActivityTypes.Message,
        Id = message.MessageId,
        Timestamp = message.SaidAt,
        ChannelId = DingTalkOptions.Channel,
        ServiceUrl = serviceUrl,
        From = new ChannelAccount(message.StaffId ?? message.SenderId, RobotMessage.Text(message.Body["senderNick"]), role: RoleTypes.User),
        Recipient = new ChannelAccount(robotCode, "PlanBot", role: RoleTypes.Bot),
        Conversation = new ConversationAccount(id: message.ConversationId)
        {
            IsGroup = message.IsGroup, ConversationType = message.IsGroup ? "groupChat" : "personal", Name = RobotMessage.Text(message.Body["conversationTitle"]),
            TenantId = RobotMessage.Text(message.Body["chatbotCorpId"]),
        },
        Text = TextOf(message)?.Trim(),
        TextFormat = TextFormatTypes.Plain,
        Attachments = [.. AttachmentsOf(message)],
        Entities = [.. MentionsOf(message, robotCode)],
        ReplyToId = RobotMessage.Text(message.Body["originalMsgId"]),
        ChannelData = message.Body,
    };

    /// <summary>Whether the bot can make anything of this kind; others are answered politely.</summary>
    public static bool IsRead(RobotMessage message) => message.Kind is "text" or "richText" or "picture" or "audio" or "file" or "markdown";

    private static string? TextOf(RobotMessage message)
    {
        var content = message.Body["content"];
        return message.Kind switch
        {
            // One documented example has the text as content itself.
            "text" => RobotMessage.Text((message.Body["text"] as JObject)?["content"]) ?? RobotMessage.Text(content) ?? RobotMessage.Text((content as JObject)?["content"]),
            "richText" => string.Concat(Parts(content).Select(part => RobotMessage.Text(part["text"]) ?? "")),
            "audio" => RobotMessage.Text((content as JObject)?["recognition"]),
            "markdown" => RobotMessage.Text((content as JObject)?["text"]) ?? RobotMessage.Text((message.Body["markdown"] as JObject)?["text"]),
            _ => null,
        };
    }

    private static IEnumerable<Attachment> AttachmentsOf(RobotMessage message)
    {
        var content = message.Body["content"];
        return message.Kind switch
        {
            "picture" => Downloads(content as JObject, "image/*", null),
            "file" => Downloads(content as JObject, "application/octet-stream", RobotMessage.Text((content as JObject)?["fileName"])),
            "richText" => Parts(content).SelectMany(part => Downloads(part, "image/*", null)),
            _ => [], // the words of a voice message are there already
        };
    }

    private static IEnumerable<Attachment> Downloads(JObject? from, string type, string? name)
    {
        if (from?["downloadCode"] is JValue { Value: string { Length: > 0 and <= 2048 } code })
            yield return new Attachment { ContentType = type, ContentUrl = Download + code, Name = name };
    }

    private static IEnumerable<JObject> Parts(JToken? content) => ((content as JObject)?["richText"] as JArray ?? []).OfType<JObject>().Take(MostParts);

    /// <summary>In a group the robot hears only what is said to it; its own mention is named so that the conversation knows.</summary>
    private static IEnumerable<Entity> MentionsOf(RobotMessage message, string robotCode)
    {
        var robot = RobotMessage.Text(message.Body["chatbotUserId"]);
        foreach (var user in (message.Body["atUsers"] as JArray ?? []).OfType<JObject>().Take(MostParts))
        {
            if (RobotMessage.Text(user["staffId"]) is { Length: > 0 } staff && RobotMessage.Text(user["dingtalkId"]) != robot)
                yield return new Mention(new ChannelAccount(staff), "", "mention");
        }
        if (message.IsGroup && message.Body["isInAtList"] is not JValue { Value: false })
            yield return new Mention(new ChannelAccount(robotCode), "", "mention");
    }
}
