using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Channels.Browser;

/// <summary>Writes reminders into the person's lasting conversation, where they wait until the page is opened.</summary>
public sealed class BrowserOutbound(Conversations conversations, ChatLog log, SeenInBrowser seen) : IOutbound
{
    public string Channel => BrowserOptions.Channel;

    /// <summary>Always arrives. The message's id is the activity's id, so that the same message twice stands there once.</summary>
    public async Task<Delivery> SendAsync(ChannelIdentity to, ReminderContent content, CancellationToken cancellationToken)
    {
        var conversation = await conversations.TokenOfAsync(to.UserId, cancellationToken);
        var activity = ReplyActivity.Of(ReminderTexts.Write(content));
        BrowserActivity.AddressToUser(activity, conversation, IdOf(content.MessageId), content.At);
        await seen.ExpectAsync(to.UserId, content.MessageId, cancellationToken);
        await log.AppendAsync(conversation.ConversationId, [ChatLog.Entry(activity)], cancellationToken);
        return new Delivery.Sent();
    }

    public async Task<DateTimeOffset?> ArrivedAsync(ChannelIdentity to, Guid messageId, CancellationToken cancellationToken) =>
        (await log.FindAsync(to.UserId, IdOf(messageId), cancellationToken))?.Timestamp;

    private static string IdOf(Guid messageId) => messageId.ToString("N");
}
