using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

public static class TeamsActivityExtensions
{
    /// <returns>Null outside a team.</returns>
    public static TeamInfo TeamsGetTeamInfo(this IActivity activity) => DataOf(activity)?.Team;

    public static string TeamsGetChannelId(this IActivity activity) => DataOf(activity)?.Channel?.Id;

    /// <summary>The activity raises a notification in its recipient's feed; <c>Summary</c> is what the banner shows.</summary>
    /// <remarks>Channel data that is no <see cref="TeamsChannelData"/> is lost, as with the SDK.</remarks>
    public static void TeamsNotifyUser(this IActivity activity)
    {
        var data = activity.ChannelData as TeamsChannelData ?? new TeamsChannelData();
        data.Notification = new NotificationInfo(true);
        activity.ChannelData = data;
    }

    internal static TeamsChannelData DataOf(IActivity activity) => activity.TryGetChannelData<TeamsChannelData>(out var data) ? data : null;
}
