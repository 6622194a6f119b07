using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Dialogs;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Channels.Teams;

/// <summary>Writes reminders into the person's private chat, with a notification in their feed.</summary>
/// <remarks>Teams cannot tell a message that it has had before; one whose first try was answered too late can arrive twice.</remarks>
public sealed partial class TeamsOutbound(
    TeamsAdapter adapter, IPersonRepository people, ConversationState conversation, ReadReceipts receipts, IOptions<TeamsOptions> options, ILogger<TeamsOutbound> logger) : IOutbound
{
    private const int LongestSummary = 100;

    public string Channel => TeamsOptions.Channel;

    /// <summary>Whether the bot opened this turn by itself.</summary>
    internal static bool IsOwn(Activity activity) => activity is { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation };

    public async Task<Delivery> SendAsync(ChannelIdentity to, ReminderContent content, CancellationToken cancellationToken)
    {
        if (TeamsPlace.Read(to.ConversationReference) is not { } place)
            return new Delivery.Unreachable("never met");
        if (place.State != PlaceState.Open)
            return new Delivery.Unreachable(Reason(place.State));
        Delivery? delivery = null;
        var message = Message(content);
        try
        {
            await WriteAsync();
        }
        catch (DatabaseUnavailableException exception) when (delivery is Delivery.Sent)
        {
            LogNotRemembered(exception, content.MessageId); // sent all the same, and not to be sent again
        }
        // The adapter has logged what broke the turn: no connection, no token, no answer.
        return delivery ?? new Delivery.TryLater("the turn failed", null) { IsOfChannel = true };

        Task WriteAsync() => adapter.ContinueConversationAsync(
            options.Value.MicrosoftAppId ?? "",
            place.Reference,
            async (turnContext, token) =>
            {
                try
                {
                    var sent = await turnContext.SendActivityAsync(message, token);
                    delivery = new Delivery.Sent(); // whatever comes after
                    await receipts.ExpectAsync(to, sent?.Id, content.MessageId, token);
                    await conversation.SaveChangesAsync(turnContext, force: false, token); // the card can be changed later
                }
                catch (ConnectorException refusal)
                {
                    delivery = await JudgeAsync(refusal, to, place, token);
                }
            },
            cancellationToken);
    }

    private static Activity Message(ReminderContent content)
    {
        var activity = ReplyActivity.Of(ReminderTexts.Write(content));
        var firstLine = activity.Text.Split('\n')[0];
        activity.Summary = firstLine.Length > LongestSummary ? firstLine[..LongestSummary] : firstLine;
        // Not TeamsNotifyUser: the SDK's puts its own in the place of all that was there.
        activity.ChannelData = new JObject(activity.ChannelData as JObject ?? []) { ["notification"] = new JObject { ["alert"] = true } };
        return activity;
    }

    /// <summary>What a refusal means: for this person, for this message, or only for now.</summary>
    private async Task<Delivery> JudgeAsync(ConnectorException refusal, ChannelIdentity to, TeamsPlace place, CancellationToken cancellationToken)
    {
        switch (refusal.Status, refusal.Code)
        {
            case (HttpStatusCode.Forbidden, "ConversationBlockedByUser" or "MessageWritesBlocked"):
                return await CloseAsync(PlaceState.Blocked);
            case (HttpStatusCode.Forbidden, "BotNotInConversationRoster"):
                return await CloseAsync(PlaceState.Uninstalled);
            case (HttpStatusCode.NotFound, _):
                return await CloseAsync(PlaceState.Gone);
            case (HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, _):
                LogAlarm(refusal.Message);
                return new Delivery.Unreachable($"{(int)refusal.Status} {refusal.Code}".TrimEnd());
            default:
                if (refusal.Status == HttpStatusCode.Unauthorized)
                    LogAlarm(refusal.Message);
                return new Delivery.TryLater($"{(int)refusal.Status} {refusal.Code}".TrimEnd(), refusal.RetryAfter) { IsOfChannel = refusal.Status >= HttpStatusCode.InternalServerError || refusal.Status == HttpStatusCode.Unauthorized };
        }

        async Task<Delivery> CloseAsync(PlaceState state)
        {
            await people.RememberConversationAsync(to.Channel, to.UserId, (place with { State = state }).Write(), cancellationToken);
            return new Delivery.Unreachable(Reason(state));
        }
    }

    private static string Reason(PlaceState state) => state switch
    {
        PlaceState.Blocked => "blocked",
        PlaceState.Uninstalled => "uninstalled",
        _ => "conversation gone",
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} is sent, but what Teams says of it later cannot be told to be about it")]
    private partial void LogNotRemembered(Exception exception, Guid messageId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Teams refuses the bot's messages: {Reason}")]
    private partial void LogAlarm(string reason);
}
