using System.Globalization;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;
using PlanBot.Texts;

namespace PlanBot.Channels.DingTalk;

/// <summary>Cards of the office's own template, whose buttons come back to us: where one is configured they take the place of buttons that say their words.</summary>
/// <remarks>The template's variables: title, text, status, and button1 to button6; its buttons' action ids are 1 to 6. What a button says is kept here, so that nobody can press what was not shown.</remarks>
public sealed partial class DingTalkCards(
    DingTalkApi api, IChannelRepository store, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall, ILogger<DingTalkCards> logger)
{
    /// <summary>Kind of the message that a press becomes; nobody else can send one.</summary>
    internal const string PressKind = "planbotPress";

    /// <summary>Bytes of one value.</summary>
    private const int LongestValue = 1000;

    private const int MostButtons = 6;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private readonly DingTalkOptions settings = options.Value;

    /// <returns>False when it is to be said in another form: no template, no buttons, too long for a card, a group, or DingTalk does not take it.</returns>
    internal async Task<bool> ShowAsync(RobotPlace place, RobotReply reply, CancellationToken cancellationToken)
    {
        if (!settings.HasCards || place is not { IsGroup: false, StaffId: { } staff } || reply is not RobotReply.Card { Buttons.Count: > 0 } card || System.Text.Encoding.UTF8.GetByteCount(card.Text) > LongestValue)
            return false;
        var id = Guid.CreateVersion7().ToString("N");
        var buttons = card.Buttons.Where(button => button.Say is not null).Take(MostButtons).ToList();
        var shown = new ShownCard(id, staff, place.ConversationId, new JArray(buttons.Select(button => new JObject { ["title"] = button.Title, ["say"] = button.Say, ["data"] = button.Data })).ToString(Formatting.None));
        await store.ShowAsync(DingTalkOptions.Channel, shown, wall.GetUtcNow(), wall.GetUtcNow() - Kept, cancellationToken);
        try
        {
            var answer = await api.CallAsync(HttpMethod.Post, "/v1.0/card/instances/createAndDeliver", Body(id, staff, card, buttons), cancellationToken);
            return ((answer["result"] as JObject)?["deliverResults"] as JArray)?.OfType<JObject>().All(result => (bool?)result["success"] == true) == true;
        }
        catch (DingTalkException refusal)
        {
            LogNotShown(refusal.Message, refusal.Scope ?? "");
            return false;
        }
    }

    /// <summary>What a press says, as a message of whoever pressed; and what the card shows from now on.</summary>
    /// <param name="callId">Of the call, so that what comes twice is one press.</param>
    /// <returns>No message for what is no press of a card of ours.</returns>
    internal async Task<(RobotMessage? Press, JObject Answer)> ReadAsync(JObject callback, string callId, CancellationToken cancellationToken)
    {
        var content = RobotMessage.Text(callback["content"]) is { Length: <= 8192 } json ? RobotMessage.Parse(json) : null;
        var action = RobotMessage.Text(((content?["cardPrivateData"] as JObject)?["actionIds"] as JArray)?.FirstOrDefault());
        var corp = RobotMessage.Text(callback["corpId"]);
        var isOurs = string.IsNullOrWhiteSpace(settings.CorpId) || corp is null || corp == settings.CorpId.Trim();
        if (!isOurs || RobotMessage.Text(callback["outTrackId"]) is not { Length: <= 64 } id || !int.TryParse(action, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await store.CardAsync(DingTalkOptions.Channel, id, cancellationToken) is not { } card || card.UserId != RobotMessage.Text(callback["userId"])
            || JArray.Parse(card.Buttons).ElementAtOrDefault(number - 1) is not JObject button)
            return (null, Status(DingTalkTexts.CardOver(Language.Chinese)));
        var (title, say) = ((string)button["title"]!, (string)button["say"]!);
        var now = wall.GetUtcNow().ToUnixTimeMilliseconds();
        var body = new JObject
        {
            ["msgtype"] = PressKind, ["msgId"] = "press-" + callId, ["conversationId"] = card.ConversationId, ["conversationType"] = "1", ["createAt"] = now,
            ["senderId"] = card.UserId, ["senderStaffId"] = card.UserId, ["say"] = say, ["value"] = button["data"],
        };
        return (RobotMessage.Read(body), Status(DingTalkTexts.Pressed(title, Languages.Of(say) ?? Language.Chinese)));
    }

    private static JObject Status(string text) => new()
    {
        ["cardUpdateOptions"] = new JObject { ["updateCardDataByKey"] = true },
        ["cardData"] = new JObject { ["cardParamMap"] = new JObject { ["status"] = text } },
    };

    private JObject Body(string id, string staff, RobotReply.Card card, List<RobotButton> buttons)
    {
        var values = new JObject { ["title"] = card.Title, ["text"] = card.Text, ["status"] = "" };
        for (var at = 0; at < MostButtons; at++)
            values[$"button{at + 1}"] = at < buttons.Count ? buttons[at].Title : "";
        var body = new JObject
        {
            ["cardTemplateId"] = settings.CardTemplateId!.Trim(), ["outTrackId"] = id, ["callbackType"] = settings.IsStream ? "STREAM" : "HTTP",
            ["cardData"] = new JObject { ["cardParamMap"] = values }, ["userIdType"] = 1, ["openSpaceId"] = $"dtv1.card//IM_ROBOT.{staff}",
            ["imRobotOpenSpaceModel"] = new JObject { ["supportForward"] = false }, ["imRobotOpenDeliverModel"] = new JObject { ["spaceType"] = "IM_ROBOT", ["robotCode"] = settings.RobotCode!.Trim() },
        };
        if (!settings.IsStream)
            body["callbackRouteKey"] = settings.CardRouteKey!.Trim();
        return body;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "DingTalk does not show the card, so its words go out without it: {Reason} {Scope}")]
    private partial void LogNotShown(string reason, string scope);
}
