using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>Gives a <see cref="Reply"/> the form of an activity.</summary>
public static class ReplyActivity
{
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>A message whose text is plain, so that nothing a person wrote is ever read as markup.</summary>
    public static Activity Of(Reply reply)
    {
        var activity = (Activity)MessageFactory.Text(reply.Text);
        activity.TextFormat = TextFormatTypes.Plain;
        if (reply.Buttons.Count > 0)
            activity.SuggestedActions = new SuggestedActions { Actions = [.. reply.Buttons.Select(Press)] };
        if (reply.Card is { } card)
            activity.Attachments = [new Attachment { ContentType = AdaptiveCardType, Content = JObject.Parse(card) }];
        // The file itself; the channel puts an address of its own in its place, or uploads it where its files live.
        if (reply.File is { } file)
            activity.Attachments = [.. activity.Attachments ?? [], new Attachment { ContentType = file.ContentType, Name = file.Name, ContentUrl = $"data:{file.ContentType};base64,{Convert.ToBase64String(file.Content)}" }];
        return activity;
    }

    private static CardAction Press(ReplyButton button) => new() { Type = ActionTypes.ImBack, Title = button.Title, Value = button.Message };
}
