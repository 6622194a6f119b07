using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams about the people and places of a turn.</summary>
public static class TeamsInfo
{
    /// <exception cref="Schema.ErrorResponseException">Among others with code ConversationNotFound, when the user is no member.</exception>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        ConversationsOf(turnContext).GetMemberAsync<TeamsChannelAccount>(userId, PlaceOf(turnContext), cancellationToken);

    public static async Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = default, string continuationToken = default, CancellationToken cancellationToken = default)
    {
        var page = await ConversationsOf(turnContext).GetConversationPagedMembersAsync(PlaceOf(turnContext), pageSize, continuationToken, cancellationToken);
        return new TeamsPagedMembersResult(page?.ContinuationToken, page?.Members ?? []);
    }

    public static Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default) =>
        ConversationsOf(turnContext).CallAsync<TeamDetails>(HttpMethod.Get, TeamPath(turnContext, teamId), null, cancellationToken);

    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default) =>
        (await ConversationsOf(turnContext).CallAsync<ConversationList>(HttpMethod.Get, $"{TeamPath(turnContext, teamId)}/conversations", null, cancellationToken))?.Conversations;

    // The members of a channel are those of its team.
    private static string PlaceOf(ITurnContext turnContext) =>
        turnContext.Activity.TeamsGetTeamInfo()?.Id ?? turnContext.Activity.Conversation?.Id
        ?? throw new InvalidOperationException("The turn has no conversation.");

    private static string TeamPath(ITurnContext turnContext, string teamId) =>
        $"v3/teams/{Uri.EscapeDataString(teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id ?? throw new InvalidOperationException("The turn is in no team."))}";

    private static IConversations ConversationsOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>()?.Conversations ?? throw new InvalidOperationException("The turn has no connector client.");
}
