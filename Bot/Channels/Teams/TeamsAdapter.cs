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
        TeamsAuthentication authentication, OneTurnAtATime oneTurnAtATime, TeamsForm form, SeenActivities seen, TeamsPeople people, ILogger<TeamsAdapter> logger)
        : base(authentication, logger)
    {
        this.logger = logger;
        Use(oneTurnAtATime).Use(form).Use(seen).Use(people);
        OnTurnError = ApologiseAsync;
    }

    /// <exception cref="DatabaseUnavailableException">Nothing of the turn is kept; the channel is to send it again.</exception>
    private async Task ApologiseAsync(ITurnContext turnContext, Exception exception)
    {
        var activity = turnContext.Activity;
        if (exception is DatabaseUnavailableException)
            ExceptionDispatchInfo.Throw(exception);
        if (exception is ConnectorException refused)
        {
            LogRefused(activity.Conversation.Id, activity.Id, refused.Message);
            return;
        }
        LogFailedTurn(exception, activity.Conversation.Id, activity.Id);
        if (activity.Type != ActivityTypes.Message)
            return;
        try
        {
            await turnContext.SendActivityAsync(
                FailureTexts.Apology(Languages.Of(activity.Text ?? "") ?? Languages.Parse(activity.Locale?.Split('-')[0])), cancellationToken: CancellationToken.None);
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
