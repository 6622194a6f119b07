using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Shows choices in a message.</summary>
public class ChoiceFactory
{
    private const int LongestButton = 20;

    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        ForChannel(channelId, list, text, speak, options, null, null);

    /// <summary>Buttons where the channel has them and the titles are short; else a sentence for up to three choices; else a numbered list.</summary>
    public static IMessageActivity ForChannel(
        string channelId,
        IList<Choice> list,
        string text = null,
        string speak = null,
        ChoiceFactoryOptions options = null,
        string conversationType = default,
        IList<string> toList = default)
    {
        list ??= [];
        if (list.Any(choice => Title(choice).Length > LongestButton))
            return List(list, text, speak, options);
        if (ShowsSuggestedActions(channelId, conversationType, list.Count))
            return SuggestedAction(list, text, speak, toList);
        if (ShowsCardButtons(channelId, list.Count))
            return HeroCard(list, text, speak);
        return list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    /// <summary>"Which one? (1) red, (2) green, or (3) blue".</summary>
    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        var titles = (choices ?? []).Select((choice, index) => options?.IncludeNumbers ?? true ? $"({index + 1}) {Title(choice)}" : Title(choice)).ToList();
        var separator = options?.InlineSeparator ?? ", ";
        var or = titles.Count == 2 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
        var sentence = titles.Count > 1 ? string.Join(separator, titles[..^1]) + or + titles[^1] : string.Concat(titles);
        return MessageFactory.Text($"{text} {sentence}", speak, InputHints.ExpectingInput);
    }

    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        var lines = (choices ?? []).Select((choice, index) => (options?.IncludeNumbers ?? true ? $"{index + 1}. " : "- ") + Title(choice));
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", lines)}", speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null) =>
        SuggestedAction(choices, text, speak, null);

    /// <param name="toList">Ids of those who see the buttons; null means everybody.</param>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null, IList<string> toList = default) =>
        MessageFactory.SuggestedActions(Buttons(choices), text, speak, InputHints.ExpectingInput, toList);

    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null) =>
        MessageFactory.Attachment(new HeroCard(text: text, buttons: Buttons(choices)).ToAttachment(), null, speak, InputHints.ExpectingInput);

    public static IList<Choice> ToChoices(IList<string> choices) => (choices ?? []).Select(choice => new Choice(choice)).ToList();

    private static string Title(Choice choice) => string.IsNullOrEmpty(choice.Action?.Title) ? choice.Value : choice.Action.Title;

    private static List<CardAction> Buttons(IList<Choice> choices) =>
        (choices ?? []).Select(choice => choice.Action ?? new CardAction(ActionTypes.ImBack, choice.Value, value: choice.Value)).ToList();

    // Teams shows them in personal chats only, three at most.
    private static bool ShowsSuggestedActions(string channelId, string conversationType, int count) => channelId switch
    {
        Channels.Directline or Channels.Webchat or Channels.Emulator => count <= 100,
        Channels.Msteams => conversationType == "personal" && count <= 3,
        _ => false,
    };

    private static bool ShowsCardButtons(string channelId, int count) => channelId switch
    {
        Channels.Directline or Channels.Webchat or Channels.Emulator => count <= 100,
        Channels.Msteams => count <= 50,
        _ => false,
    };
}
