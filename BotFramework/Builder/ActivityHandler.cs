using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>A bot with one method per type of activity; a method that is not overridden does nothing.</summary>
public class ActivityHandler : IBot
{
    public virtual async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity is null)
            throw new ArgumentException("The turn has no activity.", nameof(turnContext));

        await (turnContext.Activity.Type switch
        {
            null => throw new ArgumentException("The activity has no type.", nameof(turnContext)),
            ActivityTypes.Message => OnMessageActivityAsync(As<IMessageActivity>(), cancellationToken),
            ActivityTypes.MessageUpdate => OnMessageUpdateActivityAsync(As<IMessageUpdateActivity>(), cancellationToken),
            ActivityTypes.MessageDelete => OnMessageDeleteActivityAsync(As<IMessageDeleteActivity>(), cancellationToken),
            ActivityTypes.ConversationUpdate => OnConversationUpdateActivityAsync(As<IConversationUpdateActivity>(), cancellationToken),
            ActivityTypes.MessageReaction => OnMessageReactionActivityAsync(As<IMessageReactionActivity>(), cancellationToken),
            ActivityTypes.Event => OnEventActivityAsync(As<IEventActivity>(), cancellationToken),
            ActivityTypes.Invoke => AnswerInvokeAsync(As<IInvokeActivity>(), cancellationToken),
            ActivityTypes.EndOfConversation => OnEndOfConversationActivityAsync(As<IEndOfConversationActivity>(), cancellationToken),
            ActivityTypes.Typing => OnTypingActivityAsync(As<ITypingActivity>(), cancellationToken),
            ActivityTypes.InstallationUpdate => OnInstallationUpdateActivityAsync(As<IInstallationUpdateActivity>(), cancellationToken),
            _ => OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken),
        });

        DelegatingTurnContext<T> As<T>()
            where T : IActivity => new(turnContext);
    }

    protected static InvokeResponse CreateInvokeResponse(object body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    protected virtual Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Reports members only when at least one of them is somebody else than the bot itself.</summary>
    protected virtual Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.MembersAdded is { } added)
            return added.Any(IsNotTheBot) ? OnMembersAddedAsync(added, turnContext, cancellationToken) : Task.CompletedTask;
        if (activity.MembersRemoved is { } removed && removed.Any(IsNotTheBot))
            return OnMembersRemovedAsync(removed, turnContext, cancellationToken);
        return Task.CompletedTask;

        bool IsNotTheBot(ChannelAccount member) => member?.Id != activity.Recipient?.Id;
    }

    /// <param name="membersAdded">All that were added; the bot itself can be among them.</param>
    protected virtual Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <param name="membersRemoved">All that were removed; the bot itself can be among them.</param>
    protected virtual Task OnMembersRemovedAsync(
        IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual async Task OnMessageReactionActivityAsync(ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.ReactionsAdded is { } added)
            await OnReactionsAddedAsync(added, turnContext, cancellationToken);
        if (turnContext.Activity.ReactionsRemoved is { } removed)
            await OnReactionsRemovedAsync(removed, turnContext, cancellationToken);
    }

    protected virtual Task OnReactionsAddedAsync(
        IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnReactionsRemovedAsync(
        IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        OnEventAsync(turnContext, cancellationToken);

    protected virtual Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>The answer to the invoke, or null when it has been sent already. What no method here handles is answered with 501.</returns>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            return turnContext.Activity.Name == "adaptiveCard/action"
                ? CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, ReadCardAction(turnContext.Activity.Value), cancellationToken))
                : throw new InvokeResponseException(HttpStatusCode.NotImplemented);
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => turnContext.Activity.Action switch
        {
            InstallationUpdateActionTypes.Add or "add-upgrade" => OnInstallationUpdateAddAsync(turnContext, cancellationToken),
            InstallationUpdateActionTypes.Remove or "remove-upgrade" => OnInstallationUpdateRemoveAsync(turnContext, cancellationToken),
            _ => Task.CompletedTask,
        };

    protected virtual Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task AnswerInvokeAsync(DelegatingTurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(turnContext, cancellationToken);
        if (response is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = response }, cancellationToken);
    }

    private static AdaptiveCardInvokeValue ReadCardAction(object value)
    {
        if (value is null)
            throw BadRequest("BadRequest", "The invoke has no value.");
        if (Parse(value) is not { } card)
            throw BadRequest("BadRequest", "The value of the invoke is malformed.");
        return card.Action switch
        {
            null => throw BadRequest("BadRequest", "The value has no action."),
            { Type: "Action.Execute" } => card,
            { Type: var type } => throw BadRequest("NotSupported", $"An action of type '{type}' is not supported."),
        };

        static AdaptiveCardInvokeValue Parse(object value)
        {
            try
            {
                return (value as JObject)?.ToObject<AdaptiveCardInvokeValue>();
            }
            catch (JsonException)
            {
                return null;
            }
        }

        static InvokeResponseException BadRequest(string code, string message) => new(
            HttpStatusCode.BadRequest,
            new AdaptiveCardInvokeResponse
            {
                StatusCode = (int)HttpStatusCode.BadRequest,
                Type = "application/vnd.microsoft.error",
                Value = new Error { Code = code, Message = message },
            });
    }

    /// <summary>Ends the handling of an invoke with a status and a body; caught in <see cref="OnInvokeActivityAsync"/>.</summary>
    protected class InvokeResponseException(HttpStatusCode statusCode, object body = null) : Exception
    {
        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)statusCode, Body = body };
    }
}
