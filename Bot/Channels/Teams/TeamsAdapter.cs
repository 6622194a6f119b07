using System.Net;
using System.Runtime.ExceptionServices;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using PlanBot.Data.Sql;
using PlanBot.Texts;

namespace PlanBot.Channels.Teams;

/// <summary>Runs the turns that come over the Bot Framework protocol.</summary>
public sealed partial class TeamsAdapter : CloudAdapter
{
    private readonly ILogger<TeamsAdapter> logger;

    public TeamsAdapter(
        TeamsAuthentication authentication, OneTurnAtATime oneTurnAtATime, TeamsForm form, SeenActivities seen, TeamsPeople people, ReadReceipts receipts,
        FileConsents consents, ILogger<TeamsAdapter> logger)
        : base(authentication, logger)
    {
        this.logger = logger;
        Use(oneTurnAtATime).Use(form).Use(seen).Use(people).Use(receipts).Use(consents);
        OnTurnError = ApologiseAsync;
    }

    /// <exception cref="ConnectorException">The channel does not take it.</exception>
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
        AsOneKindAsync(() => base.SendActivitiesAsync(turnContext, activities, cancellationToken));

    /// <exception cref="ConnectorException">The channel does not take it.</exception>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        AsOneKindAsync(() => base.UpdateActivityAsync(turnContext, activity, cancellationToken));

    /// <exception cref="ConnectorException">The channel does not take it.</exception>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        AsOneKindAsync(async () =>
        {
            await base.DeleteActivityAsync(turnContext, reference, cancellationToken);
            return true;
        });

    /// <summary>The SDK renews a token that was refused, so <see cref="ConnectorCalls"/> leaves that to it; what is refused with a new token as well comes out here.</summary>
    private static async Task<T> AsOneKindAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (ErrorResponseException refused)
        {
            throw new ConnectorException(HttpStatusCode.Unauthorized, refused.Body?.Error?.Code ?? "", retryAfter: null);
        }
    }

    /// <exception cref="DatabaseUnavailableException">Nothing of the turn is kept; the channel is to send it again.</exception>
    private async Task ApologiseAsync(ITurnContext turnContext, Exception exception)
    {
        var activity = turnContext.Activity;
        if (exception is DatabaseUnavailableException)
            ExceptionDispatchInfo.Throw(exception);
        var refused = exception as ConnectorException;
        if (refused is null)
            LogFailedTurn(exception, activity.Conversation.Id, activity.Id);
        else
            LogRefused(activity.Conversation.Id, activity.Id, refused.Message);
        // To a message nothing can be said where the channel takes nothing; a button is answered in the response.
        if (activity.Type != ActivityTypes.Invoke && (activity.Type != ActivityTypes.Message || refused is not null))
            return;
        var apology = FailureTexts.Apology(Languages.Of(activity.Text ?? "") ?? Languages.Parse(activity.Locale?.Split('-')[0]));
        try
        {
            if (activity.Type == ActivityTypes.Invoke)
                await turnContext.SendActivityAsync(FailedInvoke.Of(activity.Name, apology), CancellationToken.None);
            else
                await turnContext.SendActivityAsync(apology, cancellationToken: CancellationToken.None);
        }
        catch (Exception second) when (second is ConnectorException or ErrorResponseException or HttpRequestException or UnauthorizedAccessException)
        {
            LogRefused(activity.Conversation.Id, activity.Id, second.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to activity {ActivityId} in conversation {ConversationId} was not taken: {Reason}")]
    private partial void LogRefused(string conversationId, string? activityId, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of activity {ActivityId} in conversation {ConversationId} failed")]
    private partial void LogFailedTurn(Exception exception, string conversationId, string? activityId);
}
