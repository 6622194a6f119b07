using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using PlanBot.Data.Repositories;

namespace PlanBot.Channels.Browser;

/// <summary>What was said in the lasting conversations: kept, and shown to whoever is watching.</summary>
public sealed class ChatLog(IChatRepository chats, ChatNews news)
{
    /// <summary>Activities that a reader gets at once, the newest ones.</summary>
    private const int Window = 500;

    public static NewChatActivity Entry(Activity activity) => new(activity.Id, Write(activity));

    /// <summary>Adds the activities together, in order; one that is there already by its id is left out.</summary>
    public async Task AppendAsync(string conversationId, IReadOnlyList<NewChatActivity> activities, CancellationToken cancellationToken)
    {
        if (activities.Count == 0)
            return;
        await chats.AppendAsync(conversationId, activities, cancellationToken);
        news.TellWritten(conversationId);
    }

    /// <summary>Whether an activity of this id is in the conversation already.</summary>
    public Task<bool> HasAsync(string conversationId, string activityId, CancellationToken cancellationToken) => chats.HasAsync(conversationId, activityId, cancellationToken);

    /// <summary>The activity of this id in the user's lasting conversation; null when it is not there.</summary>
    public async Task<Activity?> FindAsync(string userId, string activityId, CancellationToken cancellationToken) =>
        await chats.FindActivityAsync(userId, activityId, cancellationToken) is { } json ? JsonConvert.DeserializeObject<Activity>(json, HttpHelper.BotMessageSerializerSettings) : null;

    /// <summary>Shows an activity to whoever is watching now, and keeps nothing.</summary>
    public void Pass(Activity activity) => news.TellPassing(activity.Conversation.Id, Write(activity));

    /// <summary>What was said after <paramref name="watermark"/>.</summary>
    public async Task<ActivitySet> ReadAsync(string conversationId, long watermark, CancellationToken cancellationToken)
    {
        var found = await chats.ReadAsync(conversationId, watermark, Window, cancellationToken);
        return new ActivitySet([.. found.Select(activity => activity.Activity)], found.Count > 0 ? found[^1].Sequence : watermark);
    }

    private static string Write(Activity activity) => JsonConvert.SerializeObject(activity, HttpHelper.BotMessageSerializerSettings);
}
