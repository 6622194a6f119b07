using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Channels.Teams;

/// <summary>In the pipeline of Teams: finds out who is behind an account, by the office's list of object ids and user names, and keeps where each person can be written to.</summary>
public sealed partial class TeamsPeople(
    IPersonRepository people, BindStranger bind, IOptions<TeamsOptions> options, [FromKeyedServices("wall")] TimeProvider wall, ILogger<TeamsPeople> logger) : Microsoft.Bot.Builder.IMiddleware
{
    /// <summary>How long a stranger is not asked about again: each question is a call to Teams.</summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMinutes(10);

    private const int MostAskedAbout = 10_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> askedAt = [];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.From?.Id is not { Length: > 0 } user || TeamsOutbound.IsOwn(activity))
        {
            await next(cancellationToken);
            return;
        }
        var isKnown = await RecogniseAsync(turnContext, activity.From, cancellationToken);
        if (isKnown)
            await RememberAsync(activity, user, cancellationToken);
        await next(cancellationToken);
        if (!isKnown)
            await RememberAsync(activity, user, cancellationToken); // for whoever became known in this turn
    }

    private async Task<bool> RecogniseAsync(ITurnContext turnContext, ChannelAccount user, CancellationToken cancellationToken)
    {
        var channel = turnContext.Activity.ChannelId;
        if (Permissions.IsBound(await people.FindByIdentityAsync(channel, user.Id, cancellationToken)))
            return true;
        if (channel != TeamsOptions.Channel)
            return false;
        if (await bind.ByListAsync(channel, user.Id, [user.AadObjectId], cancellationToken) is not null)
            return true;
        return await UserNameAsync(turnContext, user, cancellationToken) is { } userName
            && await bind.ByListAsync(channel, user.Id, [userName], cancellationToken) is not null;
    }

    /// <summary>The user name (UPN) as Teams tells it, not as anybody writes it; null when Teams does not, or it is another tenant's.</summary>
    private async Task<string?> UserNameAsync(ITurnContext turnContext, ChannelAccount user, CancellationToken cancellationToken)
    {
        if (!MayAskAbout(user.Id))
            return null;
        try
        {
            var member = await TeamsInfo.GetMemberAsync(turnContext, user.Id, cancellationToken);
            return member?.TenantId is null || options.Value.AllowsTenant(member.TenantId) ? member?.UserPrincipalName : null;
        }
        catch (Exception exception) when (exception is ErrorResponseException or ConnectorException or HttpRequestException)
        {
            LogUnknown(turnContext.Activity.Conversation.Id, exception.Message);
            return null;
        }
    }

    private bool MayAskAbout(string userId)
    {
        var now = wall.GetUtcNow();
        if (askedAt.TryGetValue(userId, out var at) && now - at < BetweenQuestions)
            return false;
        if (askedAt.Count >= MostAskedAbout)
            askedAt.Clear();
        askedAt[userId] = now;
        return true;
    }

    /// <summary>Only a private chat is a place for a person's reminders.</summary>
    private Task RememberAsync(Activity activity, string user, CancellationToken cancellationToken)
    {
        if (activity.Conversation.IsGroup == true)
            return Task.CompletedTask;
        var isRemoved = activity.Type == ActivityTypes.InstallationUpdate && activity.Action is "remove" or "remove-upgrade";
        var place = TeamsPlace.Of(activity, isRemoved ? PlaceState.Uninstalled : PlaceState.Open);
        return people.RememberConversationAsync(activity.ChannelId, user, place.Write(), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Teams tells nothing of a user in conversation {ConversationId}: {Reason}")]
    private partial void LogUnknown(string conversationId, string reason);
}
