using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PlanBot.Dialogs;
using PlanBot.Texts;

namespace PlanBot.Channels.DingTalk;

/// <summary>Gives what the bot says the form that DingTalk shows: plain text, or a card with buttons that say their words, in pieces that are not too long.</summary>
/// <remarks>A button pressed in a group would say its words without speaking to the robot, so there are none there. A form that only Adaptive Cards know is replaced by how to do without.</remarks>
internal static class RobotForm
{
    /// <summary>Characters of one message; longer markdown has been cut or lost by clients.</summary>
    internal const int LongestText = 3500;

    /// <summary>Bytes of the parameters of one message; DingTalk takes 15,000.</summary>
    internal const int MostBytes = 14_000;

    private const int LongestTitle = 48;
    private const int LongestButton = 20;
    private const int MostButtons = 6;

    /// <returns>At least one; files are not among them.</returns>
    public static IReadOnlyList<RobotReply> Of(Activity said, bool isGroup)
    {
        var isCard = said.ChannelData is JObject data && data[ReplyActivity.CardForText] is JValue { Value: true };
        var card = (said.Attachments ?? []).FirstOrDefault(attachment => attachment.ContentType == ReplyActivity.AdaptiveCardType)?.Content as JObject;
        var text = said.Text ?? "";
        if (card is not null && !isCard)
            text = $"{text}\n{FailureTexts.FormTooBig(Languages.Of(text) ?? Language.Chinese)}".Trim();
        var buttons = isGroup ? [] : isCard ? ButtonsOf(card) : (said.SuggestedActions?.Actions ?? []).Select(Press).Take(MostButtons).ToList();
        return [.. Pieces(text, buttons, isCard)];
    }

    /// <summary>At the ends of lines or sentences, where they are not too long themselves.</summary>
    internal static IEnumerable<string> Cut(string text, int longest)
    {
        while (text.Length > longest)
        {
            var at = text.LastIndexOf('\n', longest) is var line && line > longest / 2 ? line
                : text.LastIndexOfAny(['。', '！', '？', '；', '.', '!', '?', ';'], longest - 1) is var end && end > longest / 2 ? end + 1
                : char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
            yield return text[..at];
            text = text[at..].TrimStart('\n');
        }
        if (text.Length > 0)
            yield return text;
    }

    private static IEnumerable<RobotReply> Pieces(string text, IReadOnlyList<RobotButton> buttons, bool hasTitle)
    {
        var pieces = Cut(text, LongestText).ToList();
        for (var at = 0; at < pieces.Count; at++)
        {
            foreach (var reply in Fit(pieces[at], at == pieces.Count - 1 ? buttons : [], hasTitle && at == 0))
                yield return reply;
        }
        if (pieces.Count == 0)
            yield return One(text, buttons, false);
    }

    private static IReadOnlyList<RobotReply> Fit(string text, IReadOnlyList<RobotButton> buttons, bool hasTitle)
    {
        var reply = One(text, buttons, hasTitle);
        if (text.Length < 200 || Encoding.UTF8.GetByteCount(reply.ForApi().Param) <= MostBytes)
            return [reply];
        var halves = Cut(text, (text.Length + 1) / 2).ToList();
        return [.. halves.SelectMany((half, at) => Fit(half, at == halves.Count - 1 ? buttons : [], hasTitle && at == 0))];
    }

    private static RobotReply One(string text, IReadOnlyList<RobotButton> buttons, bool hasTitle) =>
        buttons.Count == 0 && !hasTitle ? new RobotReply.Words(DingTalkMarkdown.Harmless(text)) : new RobotReply.Card(TitleOf(text), DingTalkMarkdown.Of(text, hasTitle), buttons);

    private static string TitleOf(string text)
    {
        var line = text.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "PlanBot";
        return Short(DingTalkMarkdown.Harmless(line), LongestTitle);
    }

    private static List<RobotButton> ButtonsOf(JObject? card) =>
    [
        .. (card?["actions"] as JArray ?? []).OfType<JObject>()
            .Select(action => (Title: (string?)action["title"], Data: action["data"] as JObject))
            .Where(action => action.Title is not null && action.Data?["say"] is JValue { Value: string })
            .Select(action => Saying(action.Title!, (string)action.Data!["say"]!, action.Data)).Take(MostButtons),
    ];

    private static RobotButton Press(CardAction action) => action is { Type: ActionTypes.OpenUrl, Value: string page } ? new(Short(action.Title ?? "", LongestButton), page, null) : Saying(action.Title ?? "", action.Value as string ?? action.Title ?? "", null);

    private static RobotButton Saying(string title, string say, JObject? data) => new(Short(title, LongestButton), DingTalkMarkdown.Say(say), say, data);

    private static string Short(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + "…";
}
