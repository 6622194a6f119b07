using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using PlanBot.Data.Repositories;

namespace PlanBot.Channels.Browser;

/// <summary>The one lasting conversation of each browser identity.</summary>
public sealed class Conversations(IChatRepository chats, IPersonRepository people, BrowserAdapter adapter, TimeProvider clock)
{
    /// <summary>What a token for this user says; the conversation is made when there is none yet.</summary>
    public async Task<BrowserToken> TokenOfAsync(string userId, CancellationToken cancellationToken)
    {
        var newId = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        return new BrowserToken(userId, (await chats.OpenAsync(userId, newId, cancellationToken)).Id);
    }

    /// <summary>Tells the bot of its member, once for the whole life of the conversation, unless the bot has spoken first.</summary>
    /// <returns>True when this call did.</returns>
    public async Task<bool> StartAsync(BrowserToken token, string? locale, IBot bot, CancellationToken cancellationToken)
    {
        if (!await chats.MarkGreetedAsync(token.ConversationId, cancellationToken))
            return false;
        var joined = BrowserActivity.MemberAdded(token, locale, clock.GetUtcNow());
        await people.RememberConversationAsync(BrowserOptions.Channel, token.UserId, Reference(joined), cancellationToken);
        // A reminder that came first has greeted already; a greeting under it would take its buttons away.
        if (await chats.ReadAsync(token.ConversationId, after: 0, take: 1, cancellationToken) is [])
            await adapter.ProcessAsync(joined, bot);
        return true;
    }

    private static string Reference(Activity activity) =>
        JsonConvert.SerializeObject(activity.GetConversationReference(), Formatting.None, new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore });
}
