using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>Gives a <see cref="Reply"/> the form of an activity.</summary>
public static class ReplyActivity
{
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Member of channelData: the card shows all that the text and the suggested actions say, so that a client that shows the card may leave them out.</summary>
    public const string CardForText = "planbotCardForText";

    /// <summary>A message whose text is plain, so that nothing a person wrote is ever read as markup.</summary>
    public static Activity Of(Reply reply)
    {
        var activity = (Activity)MessageFactory.Text(reply.Text);
        activity.TextFormat = TextFormatTypes.Plain;
        if (reply.Buttons.Count > 0)
            activity.SuggestedActions = new SuggestedActions { Actions = [.. reply.Buttons.Select(Press)] };
        if (reply.Form is { } form)
            activity.Attachments = [CardOf(form)];
        // A card that no longer says all that the text says would hide the rest of it.
        if (reply.Card is { } card && card.Says == reply.Text)
        {
            activity.Attachments = [CardOf(AdaptiveCards.Write(card))];
            activity.ChannelData = new JObject { [CardForText] = true };
        }
        // The file itself; the channel puts an address of its own in its place, or uploads it where its files live.
        if (reply.File is { } file)
            activity.Attachments = [.. activity.Attachments ?? [], new Attachment { ContentType = file.ContentType, Name = file.Name, ContentUrl = $"data:{file.ContentType};base64,{Convert.ToBase64String(file.Content)}" }];
        return activity;
    }

    private static Attachment CardOf(string json) => new() { ContentType = AdaptiveCardType, Content = JObject.Parse(json) };

    private static CardAction Press(ReplyButton button) => button.Opens is { } page
        ? new() { Type = ActionTypes.OpenUrl, Title = button.Title, Value = page }
        : new() { Type = ActionTypes.ImBack, Title = button.Title, Value = button.Message };
}
