using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PlanBot.Dialogs;
using PlanBot.Dialogs.Cards;

namespace PlanBot.Channels.Teams;

/// <summary>Changes cards where they stand, for everybody who sees them.</summary>
public sealed partial class TeamsCardChanges(ILogger<TeamsCardChanges> logger) : ICardChanges
{
    /// <summary>The turn is to be answered soon, and a card that stays as it was does no harm.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<bool> ReplaceAsync(ITurnContext context, string activityId, string card, CancellationToken cancellationToken)
    {
        if (!TeamsCard.IsFor(context.Activity))
            return true;
        var activity = (Activity)MessageFactory.Attachment(new Attachment { ContentType = ReplyActivity.AdaptiveCardType, Content = JObject.Parse(card) });
        activity.Id = activityId;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await context.UpdateActivityAsync(activity, patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is ConnectorException or ErrorResponseException or HttpRequestException or UnauthorizedAccessException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogUnchanged(context.Activity.Conversation.Id, activityId, exception.Message);
            return exception is not OperationCanceledException;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The card {ActivityId} in conversation {ConversationId} stays as it was: {Reason}")]
    private partial void LogUnchanged(string conversationId, string activityId, string reason);
}
