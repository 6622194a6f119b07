using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Channels.Browser;
using PlanBot.Dialogs;
using PlanBot.Dialogs.Cards;
using PlanBot.Texts;

namespace PlanBot.Channels.Teams;

/// <summary>In the pipeline of Teams: gives what the bot says the form that Teams shows.</summary>
/// <remarks>
/// Suggested actions appear in private chats only, up to three and without a card; more buttons become a card of their own. Text and card go out one after the other, for Teams may
/// tear them apart. The buttons of a card ask for an answer at once (<see cref="TeamsCard"/>), and what was shown is kept so that it can be changed. Files are put into the person's own store, or offered by an address. A long text is cut at its lines;
/// what Teams finds too big all the same is said in a smaller form (<see cref="SmallerForm"/>).
/// </remarks>
public sealed partial class TeamsForm(FileOffers files, ShownCards cards, IOptions<TeamsOptions> options, ILogger<TeamsForm> logger) : Microsoft.Bot.Builder.IMiddleware
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
            var sent = new List<SentForm>();
            foreach (var activity in activities.ToList())
            {
                var smaller = new SmallerForm(activity, context.Activity);
                foreach (var form in activity.Type == ActivityTypes.Message ? await FormAsync(activity, context.Activity, cancellationToken) : [activity])
                    sent.AddRange(await SendAsync(form, smaller, SendOneAsync));
            }
            await KeepCardsAsync(context, sent, cancellationToken);
            return [.. sent.Select(form => form.Response)];

            Task<ResourceResponse[]> SendOneAsync(Activity form)
            {
                activities.Clear();
                activities.Add(form);
                return send();
            }
        });
        return next(cancellationToken);
    }

    /// <summary>One by one, so that only what was too big is said again.</summary>
    private async Task<IReadOnlyList<SentForm>> SendAsync(Activity form, SmallerForm smaller, Func<Activity, Task<ResourceResponse[]>> send)
    {
        IReadOnlyList<Activity> parts;
        try
        {
            return [.. (await send(form)).Select(response => new SentForm(form, response))];
        }
        catch (ConnectorException refusal) when (refusal.Status == HttpStatusCode.RequestEntityTooLarge && smaller.Of(form) is [_, ..] found)
        {
            LogTooBig(form.Conversation.Id, found.Count);
            parts = found;
        }
        var sent = new List<SentForm>();
        foreach (var part in parts)
            sent.AddRange(await SendAsync(part, smaller, send));
        return sent;
    }

    /// <summary>What was answered without an id cannot be changed later.</summary>
    private async Task KeepCardsAsync(ITurnContext context, IReadOnlyList<SentForm> sent, CancellationToken cancellationToken)
    {
        if (!TeamsCard.IsFor(context.Activity) || context.Activity.Conversation.IsGroup == true)
            return;
        foreach (var (activity, response) in sent)
        {
            if (response?.Id is { Length: > 0 } id && activity.Attachments is [{ ContentType: ReplyActivity.AdaptiveCardType, Content: JObject card }])
                await cards.KeepAsync(context, id, card.ToString(Formatting.None), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Activity>> FormAsync(Activity said, Activity heard, CancellationToken cancellationToken)
    {
        LeaveToCard(said);
        var consents = await OfferFilesAsync(said, heard, cancellationToken);
        var forms = Cut(said.Text ?? "", LongestText).Select(text => With(said, text)).ToList();
        if (said.Attachments is { Count: > 0 } cards)
        {
            var card = With(said, null);
            card.Attachments = cards;
            forms.Add(card);
            foreach (var content in cards.Where(attachment => attachment.ContentType == ReplyActivity.AdaptiveCardType).Select(attachment => attachment.Content).OfType<JObject>())
                TeamsCard.Fit(content, heard, Languages.Of(said.Text ?? "") ?? Language.Chinese);
        }
        if (forms.Count == 0)
            forms.Add(With(said, said.Text));
        forms[0].ChannelData = said.ChannelData; // one notification, not one for each piece
        AddButtons(forms, said.SuggestedActions?.Actions ?? [], heard);
        // In front, so that the suggestions stay below the last message.
        return [.. consents.Select(consent => Carrying(said, consent)), .. forms];
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

    internal static void AddButtons(List<Activity> forms, IList<CardAction> buttons, Activity heard)
    {
        // Pressed in a group, a button would say its words without speaking to the bot.
        if (buttons.Count == 0 || heard.Conversation?.IsGroup == true)
            return;
        // Teams leaves out a suggestion that opens a page; a card's button may.
        if (buttons.Count <= MostSuggestions && buttons.All(button => button.Type == ActionTypes.ImBack) && forms[^1].Attachments is not { Count: > 0 })
        {
            forms[^1].SuggestedActions = new SuggestedActions { Actions = buttons };
            return;
        }
        var card = With(forms[^1], null);
        card.Attachments = [new HeroCard(buttons: [.. buttons.Take(MostButtons)]).ToAttachment()];
        forms.Add(card);
    }

    /// <summary>Takes the files out of what is said: in a private chat Teams asks whether they are to be put into the person's own store, elsewhere the text says where they are.</summary>
    private async Task<IReadOnlyList<Attachment>> OfferFilesAsync(Activity said, Activity heard, CancellationToken cancellationToken)
    {
        var inline = (said.Attachments ?? []).Where(attachment => FileOffers.Base64Of(attachment) is not null).ToList();
        if (inline.Count == 0)
            return [];
        said.Attachments = [.. said.Attachments!.Except(inline)];
        var asksFirst = options.Value.FilesByConsent && TeamsCard.IsFor(heard) && heard.Conversation?.IsGroup != true;
        var consents = new List<Attachment>();
        foreach (var file in inline)
        {
            var size = Convert.FromBase64String(FileOffers.Base64Of(file)!).LongLength;
            var token = (await files.KeepAsync(file, heard.From?.Id ?? "", cancellationToken))!;
            if (asksFirst)
                consents.Add(FileConsents.Ask(file.Name, size, token, Languages.Of(said.Text ?? "") ?? Language.Chinese));
            else
                said.Text = $"{said.Text}\n{file.Name}：{files.AddressOf(token)}".TrimStart();
        }
        return consents;
    }

    private static Activity Carrying(Activity said, Attachment attachment)
    {
        var card = With(said, null);
        card.Attachments = [attachment];
        return card;
    }

    internal static Activity With(Activity said, string? text) => new()
    {
        Type = said.Type, Text = text, TextFormat = said.TextFormat, Locale = said.Locale, Summary = said.Summary, InputHint = said.InputHint, Importance = said.Importance,
        ChannelId = said.ChannelId, ServiceUrl = said.ServiceUrl, Conversation = said.Conversation, From = said.From, Recipient = said.Recipient, ReplyToId = said.ReplyToId,
        Entities = said.Entities,
    };

    /// <summary>At the ends of lines, where they are not too long themselves.</summary>
    /// <param name="longest">Characters of a piece.</param>
    internal static IEnumerable<string> Cut(string text, int longest)
    {
        while (text.Length > longest)
        {
            var line = text.LastIndexOf('\n', longest);
            var at = line > longest / 2 ? line : char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
            yield return text[..at];
            text = text[at..].TrimStart('\n');
        }
        if (text.Length > 0)
            yield return text;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message in conversation {ConversationId} was too big for Teams and goes out in a smaller form, {Count} pieces")]
    private partial void LogTooBig(string conversationId, int count);

    /// <param name="Response">What Teams answered; it may hold no id.</param>
    private sealed record SentForm(Activity Activity, ResourceResponse? Response);
}
