using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Channels.DingTalk;

/// <summary>Writes reminders into the person's chat with the robot, where a staff id is all that is needed. What DingTalk has accepted counts as sent once it is delivered.</summary>
public sealed partial class DingTalkOutbound(
    RobotSends sends, DingTalkCards cards, DingTalkErrands errands, IPersonRepository people, IOptions<DingTalkOptions> options, ILogger<DingTalkOutbound> logger) : IOutbound
{
    private static readonly TimeSpan AfterFlood = TimeSpan.FromMinutes(1);

    public string Channel => DingTalkOptions.Channel;

    public async Task<Delivery> SendAsync(ChannelIdentity to, ReminderContent content, CancellationToken cancellationToken)
    {
        var place = DingTalkPlace.Read(to.ConversationReference);
        if (place.HasLeft)
            return new Delivery.Unreachable("left the organisation");
        try
        {
            var robotPlace = new RobotPlace(place.ConversationId ?? "", IsGroup: false, place.ConversationId is null ? null : to.UserId);
            foreach (var reply in RobotForm.Of(ReplyActivity.Of(ReminderTexts.Write(content)), isGroup: false))
            {
                if (await cards.ShowAsync(robotPlace, reply, cancellationToken))
                    continue;
                if (await SendAsync(to, place, reply, cancellationToken) is { } trouble)
                    return trouble;
            }
            await errands.WantAsync(to, content, CancellationToken.None);
            return new Delivery.Sent();
        }
        catch (DingTalkException refusal)
        {
            return await JudgeAsync(refusal, to, place, cancellationToken);
        }
    }

    /// <summary>DingTalk's own answer about one person, by whichever way it was had.</summary>
    internal Task MarkLeftAsync(string staffId, DingTalkPlace place, CancellationToken cancellationToken)
    {
        LogLeft(staffId);
        return people.RememberConversationAsync(Channel, staffId, (place with { HasLeft = true }).Write(), cancellationToken);
    }

    /// <returns>Null when it is there.</returns>
    private async Task<Delivery?> SendAsync(ChannelIdentity to, DingTalkPlace place, RobotReply reply, CancellationToken cancellationToken)
    {
        var sent = await sends.SendAsync(to.UserId, reply, cancellationToken);
        switch (sent.Fate)
        {
            case SendFate.NoSuchPerson:
                await MarkLeftAsync(to.UserId, place, cancellationToken);
                return new Delivery.Unreachable("left the organisation");
            case SendFate.Held:
                return new Delivery.TryLater("flow control", AfterFlood);
        }
        if (!options.Value.ConfirmDelivery || sent.QueryKey is null)
            return null;
        switch (await sends.IsDeliveredAsync(sent.QueryKey, cancellationToken))
        {
            case false:
                return new Delivery.TryLater("accepted and not delivered", null);
            case null:
                LogUnconfirmed(sent.QueryKey);
                break;
        }
        return null;
    }

    /// <summary>What a refusal means: for this person, for this message, or only for now.</summary>
    private async Task<Delivery> JudgeAsync(DingTalkException refusal, ChannelIdentity to, DingTalkPlace place, CancellationToken cancellationToken)
    {
        var reason = $"{refusal.Status} {refusal.Code}".TrimEnd();
        switch (refusal.Refusal)
        {
            case Refusal.NoSuchPerson:
                await MarkLeftAsync(to.UserId, place, cancellationToken);
                return new Delivery.Unreachable("left the organisation");
            case Refusal.OutOfSight:
                return new Delivery.Unreachable("outside the app's visible range");
            case Refusal.Content:
                LogAlarm(reason, "");
                return new Delivery.Unreachable(reason);
            case Refusal.Permission or Refusal.Address or Refusal.Quota or Refusal.Unavailable or Refusal.Other:
                LogAlarm(reason, refusal.Scope ?? "");
                return new Delivery.Unreachable(reason);
            case Refusal.TooFast:
                return new Delivery.TryLater(reason, refusal.RetryAfter);
            case Refusal.Credentials or Refusal.Token:
                LogAlarm(reason, "");
                return new Delivery.TryLater(reason, null) { IsOfChannel = true };
            default:
                return new Delivery.TryLater(reason, refusal.RetryAfter) { IsOfChannel = true };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "DingTalk refuses the robot's messages: {Reason} {Scope}")]
    private partial void LogAlarm(string reason, string scope);

    [LoggerMessage(Level = LogLevel.Warning, Message = "DingTalk knows no staff id {StaffId} any more; nothing is sent there until they write")]
    private partial void LogLeft(string staffId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "DingTalk accepted message {QueryKey} and does not say whether it is delivered")]
    private partial void LogUnconfirmed(string queryKey);
}
