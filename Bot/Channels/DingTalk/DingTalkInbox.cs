using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;

namespace PlanBot.Channels.DingTalk;

/// <summary>What became of a push.</summary>
internal enum Reception
{
    /// <summary>It is kept and will have its turn, or had it before.</summary>
    Taken = 1,

    /// <summary>It is no message of a robot.</summary>
    Malformed = 2,

    /// <summary>It is not from where it should be, or is not for us.</summary>
    Refused = 3,
}

/// <summary>Takes in what DingTalk pushes, by whichever way: looks whether it is meant for us, keeps it in the database and hands it to its turn. Only then is it acknowledged.</summary>
public sealed partial class DingTalkInbox(
    IInboxRepository inbox, SessionWebhooks webhooks, DingTalkTurns turns, DingTalkUsage usage, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall, ILogger<DingTalkInbox> logger)
{
    private readonly DingTalkOptions settings = options.Value;

    /// <param name="proof">Of the signature; null over the socket, which is ours.</param>
    /// <exception cref="Data.Sql.DatabaseUnavailableException">It is not kept, and not to be acknowledged.</exception>
    internal async Task<Reception> ReceiveAsync(JObject body, string? proof, CancellationToken cancellationToken)
    {
        if (RobotMessage.Text(body["errorCode"]) == RobotMessage.QuotaUsedUp)
        {
            LogQuotaUsedUp();
            return Reception.Taken;
        }
        if (RobotMessage.Read(body) is not { } message)
            return Reception.Malformed;
        if (message.Kind == DingTalkCards.PressKind)
            return Reception.Malformed; // only a button of ours makes one
        if (!IsForUs(message) || !IsWebhookGood(message, out var webhook))
            return Reception.Refused;
        var now = wall.GetUtcNow();
        var row = new InboxMessage(DingTalkOptions.Channel, message.MessageId, message.ConversationId, proof, message.SaidAt, now, message.Body.ToString(Formatting.None));
        switch (await inbox.TakeAsync(row, now + DingTalkTurns.Lease, cancellationToken))
        {
            case Taken.ProofUsed:
                LogReplay();
                return Reception.Refused;
            case Taken.Again:
                return Reception.Taken;
        }
        usage.Count(UsageKind.Messages);
        if (webhook is not null)
            webhooks.Keep(message.ConversationId, webhook, message.WebhookUntil);
        turns.Add(message);
        return Reception.Taken;
    }

    /// <summary>A press of a card's button has its turn as a message has.</summary>
    internal async Task<bool> ReceivePressAsync(RobotMessage press, CancellationToken cancellationToken)
    {
        var now = wall.GetUtcNow();
        var row = new InboxMessage(DingTalkOptions.Channel, press.MessageId, press.ConversationId, null, press.SaidAt, now, press.Body.ToString(Formatting.None));
        if (await inbox.TakeAsync(row, now + DingTalkTurns.Lease, cancellationToken) != Taken.New)
            return false;
        usage.Count(UsageKind.Messages);
        turns.Add(press);
        return true;
    }

    private bool IsForUs(RobotMessage message)
    {
        var robot = RobotMessage.Text(message.Body["robotCode"]);
        if (robot is not null && robot != settings.RobotCode!.Trim())
        {
            LogOther("robot");
            return false;
        }
        if (string.IsNullOrWhiteSpace(settings.CorpId))
            return true;
        var ours = settings.CorpId.Trim();
        if (RobotMessage.Text(message.Body["chatbotCorpId"]) is { } corp && corp != ours)
        {
            LogOther("organisation");
            return false;
        }
        // A staff id is one of the sender's organisation: from another it would be a stranger with the id of one of ours.
        if (message.StaffId is not null && RobotMessage.Text(message.Body["senderCorpId"]) is { } sender && sender != ours)
        {
            LogOther("organisation");
            return false;
        }
        return true;
    }

    private bool IsWebhookGood(RobotMessage message, out Uri? webhook)
    {
        webhook = null;
        if (message.Webhook is null)
            return true;
        if (Uri.TryCreate(message.Webhook, UriKind.Absolute, out webhook) && settings.AllowsWebhook(webhook))
            return true;
        LogWebhook(webhook?.IdnHost ?? "nowhere");
        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "DingTalk pushes no more messages this month: the quota is used up (docs/dingtalk.md)")]
    private partial void LogQuotaUsedUp();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A signature of DingTalk came a second time with another message; refused")]
    private partial void LogReplay();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message for another {What} came to DingTalk's door; refused")]
    private partial void LogOther(string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message wanted to be answered at {Host}, which Channels:DingTalk:WebhookHosts does not list; refused")]
    private partial void LogWebhook(string host);
}
