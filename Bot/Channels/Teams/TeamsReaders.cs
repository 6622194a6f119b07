using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using PlanBot.Dialogs;

namespace PlanBot.Channels.Teams;

/// <summary>Who reads along in a team's channel or a chat of several. A place with more members than are asked for counts as read by strangers.</summary>
public sealed class TeamsReaders : IReaders
{
    private const int PageSize = 100;
    private const int MostPages = 10;

    public async Task<IReadOnlyList<string>?> OfAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (context.Activity.ChannelId != TeamsOptions.Channel)
            return null;
        var members = new HashSet<string>();
        string? next = null;
        try
        {
            for (var page = 0; page < MostPages; page++)
            {
                var some = await TeamsInfo.GetPagedMembersAsync(context, PageSize, next, cancellationToken);
                members.UnionWith(some.Members?.Select(member => member.Id) ?? []);
                next = some.ContinuationToken;
                if (string.IsNullOrEmpty(next))
                    return [.. members.Where(member => member != context.Activity.Recipient?.Id)];
            }
        }
        catch (Exception exception) when (exception is ErrorResponseException or ConnectorException or HttpRequestException)
        {
            return null;
        }
        return null;
    }
}
