using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>An <see cref="ActivityHandler"/> that also knows what only Teams sends.</summary>
public class TeamsActivityHandler : ActivityHandler
{
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            var activity = turnContext.Activity;
            return activity.Name switch
            {
                null when activity.ChannelId == Channels.Msteams => await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken),
                "fileConsent/invoke" => await OnTeamsFileConsentAsync(turnContext, Read<FileConsentCardResponse>(activity.Value), cancellationToken),
                "task/fetch" => CreateInvokeResponse(await OnTeamsTaskModuleFetchAsync(turnContext, Read<TaskModuleRequest>(activity.Value), cancellationToken)),
                "task/submit" => CreateInvokeResponse(await OnTeamsTaskModuleSubmitAsync(turnContext, Read<TaskModuleRequest>(activity.Value), cancellationToken)),
                _ => await base.OnInvokeActivityAsync(turnContext, cancellationToken),
            };
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    /// <summary>A button of type invoke on a simple card; the activity's value is the button's.</summary>
    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual async Task<InvokeResponse> OnTeamsFileConsentAsync(
        ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
    {
        await (fileConsentCardResponse.Action switch
        {
            "accept" => OnTeamsFileConsentAcceptAsync(turnContext, fileConsentCardResponse, cancellationToken),
            "decline" => OnTeamsFileConsentDeclineAsync(turnContext, fileConsentCardResponse, cancellationToken),
            _ => throw new InvokeResponseException(HttpStatusCode.BadRequest, "The action is neither accept nor decline."),
        });
        return CreateInvokeResponse();
    }

    protected virtual Task OnTeamsFileConsentAcceptAsync(
        ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task OnTeamsFileConsentDeclineAsync(
        ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(
        ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(
        ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.ChannelId != Channels.Msteams)
            return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
        var data = TeamsActivityExtensions.DataOf(activity);
        if (activity.MembersAdded is { } added)
            return OnTeamsMembersAddedDispatchAsync(added, data?.Team, turnContext, cancellationToken);
        if (activity.MembersRemoved is { } removed)
            return OnTeamsMembersRemovedDispatchAsync(removed, data?.Team, turnContext, cancellationToken);
        return data is null ? base.OnConversationUpdateActivityAsync(turnContext, cancellationToken) : OnTeamsEventAsync(data, turnContext, cancellationToken);
    }

    /// <summary>Completes the members by what Teams knows of them; the bot itself, and whom Teams does not find, stay as they came. One without an id is nobody.</summary>
    protected virtual async Task OnTeamsMembersAddedDispatchAsync(
        IList<ChannelAccount> membersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var members = new List<TeamsChannelAccount>();
        foreach (var member in membersAdded.Where(member => !string.IsNullOrEmpty(member?.Id)))
            members.Add(await CompleteAsync(member, turnContext, cancellationToken));
        await OnTeamsMembersAddedAsync(members, teamInfo, turnContext, cancellationToken);
    }

    protected virtual Task OnTeamsMembersRemovedDispatchAsync(
        IList<ChannelAccount> membersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnTeamsMembersRemovedAsync([.. membersRemoved.Select(AsTeamsAccount)], teamInfo, turnContext, cancellationToken);

    protected virtual Task OnTeamsMembersAddedAsync(
        IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnMembersAddedAsync([.. teamsMembersAdded], turnContext, cancellationToken);

    protected virtual Task OnTeamsMembersRemovedAsync(
        IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnMembersRemovedAsync([.. teamsMembersRemoved], turnContext, cancellationToken);

    protected virtual Task OnTeamsChannelCreatedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsChannelDeletedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsChannelRenamedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsTeamRenamedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsTeamDeletedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity is { ChannelId: Channels.Msteams, Name: "application/vnd.microsoft.readReceipt", Value: JObject value }
            ? OnTeamsReadReceiptAsync(value.ToObject<ReadReceiptInfo>(), turnContext, cancellationToken)
            : base.OnEventActivityAsync(turnContext, cancellationToken);

    protected virtual Task OnTeamsReadReceiptAsync(
        ReadReceiptInfo readReceiptInfo, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private Task OnTeamsEventAsync(TeamsChannelData data, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => data.EventType switch
    {
        "channelCreated" => OnTeamsChannelCreatedAsync(data.Channel, data.Team, turnContext, cancellationToken),
        "channelDeleted" => OnTeamsChannelDeletedAsync(data.Channel, data.Team, turnContext, cancellationToken),
        "channelRenamed" => OnTeamsChannelRenamedAsync(data.Channel, data.Team, turnContext, cancellationToken),
        "teamRenamed" => OnTeamsTeamRenamedAsync(data.Team, turnContext, cancellationToken),
        "teamDeleted" => OnTeamsTeamDeletedAsync(data.Team, turnContext, cancellationToken),
        _ => base.OnConversationUpdateActivityAsync(turnContext, cancellationToken),
    };

    private static async Task<TeamsChannelAccount> CompleteAsync(
        ChannelAccount member, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (member.Id == turnContext.Activity.Recipient?.Id)
            return AsTeamsAccount(member);
        try
        {
            return await TeamsInfo.GetMemberAsync(turnContext, member.Id, cancellationToken) ?? AsTeamsAccount(member);
        }
        catch (ErrorResponseException e) when (e.Body?.Error?.Code == "ConversationNotFound")
        {
            return AsTeamsAccount(member);
        }
    }

    private static TeamsChannelAccount AsTeamsAccount(ChannelAccount member) => JObject.FromObject(member).ToObject<TeamsChannelAccount>();

    private static T Read<T>(object value)
        where T : class
    {
        try
        {
            return (value as JObject)?.ToObject<T>() ?? throw new InvokeResponseException(HttpStatusCode.BadRequest);
        }
        catch (JsonException)
        {
            throw new InvokeResponseException(HttpStatusCode.BadRequest);
        }
    }
}
