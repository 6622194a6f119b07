using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PlanBot.Channels.Browser;
using PlanBot.Dialogs;

namespace PlanBot.Channels.Teams;

/// <summary>In the pipeline of Teams: gives what the bot says the form that Teams shows.</summary>
/// <remarks>
/// Suggested actions appear in private chats only, up to three and without a card; more buttons become a card of their own. Text and card go out one after the other, for Teams may
/// tear them apart. Files are offered by an address. A long text is cut at its lines.
/// </remarks>
public sealed class TeamsForm(FileOffers files) : Microsoft.Bot.Builder.IMiddleware
{
    private const int MostSuggestions = 3;
    private const int MostButtons = 6;

    /// <summary>Characters of one message; Teams takes about 100 KB with all that is around it.</summary>
    internal const int LongestText = 20_000;

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        // What the channel calls a channel or a chat of several is a group, whether or not it says so.
        if (turnContext.Activity.Conversation is { ConversationType: not (null or "personal") } place)
            place.IsGroup = true;
        turnContext.OnSendActivities(async (context, activities, send) =>
        {
            var shown = new List<Activity>();
            foreach (var activity in activities)
                shown.AddRange(activity.Type == ActivityTypes.Message ? await FormAsync(activity, context.Activity, cancellationToken) : [activity]);
            activities.Clear();
            activities.AddRange(shown);
            return await send();
        });
        return next(cancellationToken);
    }

    private async Task<IReadOnlyList<Activity>> FormAsync(Activity said, Activity heard, CancellationToken cancellationToken)
    {
        LeaveToCard(said);
        await OfferFilesAsync(said, heard.From?.Id ?? "", cancellationToken);
        var forms = Cut(said.Text ?? "").Select(text => With(said, text)).ToList();
        if (said.Attachments is { Count: > 0 } cards)
        {
            var card = With(said, null);
            card.Attachments = cards;
            forms.Add(card);
        }
        if (forms.Count == 0)
            forms.Add(With(said, said.Text));
        forms[0].ChannelData = said.ChannelData; // one notification, not one for each piece
        AddButtons(forms, said.SuggestedActions?.Actions ?? [], heard);
        return forms;
    }

    /// <summary>A card that shows all that the text says goes out without it, or everything would stand there twice; the banner has the text's first line.</summary>
    private static void LeaveToCard(Activity said)
    {
        if (said is not { Attachments.Count: > 0, ChannelData: { } given } || JObject.FromObject(given) is var data && !data.Remove(ReplyActivity.CardForText))
            return;
        said.ChannelData = data.HasValues ? data : null;
        said.Summary ??= said.Text.Split('\n')[0];
        (said.Text, said.SuggestedActions) = ("", null);
    }

    private static void AddButtons(List<Activity> forms, IList<CardAction> buttons, Activity heard)
    {
        // Pressed in a group, a button would say its words without speaking to the bot.
        if (buttons.Count == 0 || heard.Conversation?.IsGroup == true)
            return;
        if (buttons.Count <= MostSuggestions && forms[^1].Attachments is not { Count: > 0 })
        {
            forms[^1].SuggestedActions = new SuggestedActions { Actions = buttons };
            return;
        }
        var card = With(forms[^1], null);
        card.Attachments = [new HeroCard(buttons: [.. buttons.Take(MostButtons)]).ToAttachment()];
        forms.Add(card);
    }

    private async Task OfferFilesAsync(Activity said, string userId, CancellationToken cancellationToken)
    {
        var inline = (said.Attachments ?? []).Where(attachment => attachment.ContentUrl?.StartsWith("data:", StringComparison.Ordinal) == true).ToList();
        if (inline.Count == 0)
            return;
        await files.ReplaceAsync(said, userId, cancellationToken);
        said.Attachments = [.. said.Attachments!.Except(inline)];
        said.Text = string.Join('\n', [said.Text ?? "", .. inline.Select(file => $"{file.Name}：{file.ContentUrl}")]).TrimStart();
    }

    private static Activity With(Activity said, string? text) => new()
    {
        Type = said.Type, Text = text, TextFormat = said.TextFormat, Locale = said.Locale, Summary = said.Summary, InputHint = said.InputHint, Importance = said.Importance,
        ChannelId = said.ChannelId, ServiceUrl = said.ServiceUrl, Conversation = said.Conversation, From = said.From, Recipient = said.Recipient, ReplyToId = said.ReplyToId,
        Entities = said.Entities,
    };

    private static IEnumerable<string> Cut(string text)
    {
        while (text.Length > LongestText)
        {
            var line = text.LastIndexOf('\n', LongestText);
            var at = line > LongestText / 2 ? line : char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
            yield return text[..at];
            text = text[at..].TrimStart('\n');
        }
        if (text.Length > 0)
            yield return text;
    }
}
