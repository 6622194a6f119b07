using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

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

    /// <summary>The database does not answer: it is not kept, and not to be acknowledged.</summary>
    NotKept = 4,
}

/// <summary>Takes in what DingTalk pushes, by whichever way: looks whether it is meant for us, keeps it in the database and hands it to its turn. Only then is it acknowledged.</summary>
public sealed partial class DingTalkInbox(
    IInboxRepository inbox, SessionWebhooks webhooks, DingTalkTurns turns, DingTalkUsage usage, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall, ILogger<DingTalkInbox> logger)
{
    private readonly DingTalkOptions settings = options.Value;

    /// <param name="proof">Of the signature; null over the socket, which is ours.</param>
    internal async Task<Reception> ReceiveAsync(JObject body, string? proof, CancellationToken cancellationToken) =>
        (await ReceiveAsync([body], proof, cancellationToken))[0];

    /// <summary>Keeps all of them at once, and gives them their turns in this order.</summary>
    internal async Task<IReadOnlyList<Reception>> ReceiveAsync(IReadOnlyList<JObject> bodies, string? proof, CancellationToken cancellationToken)
    {
        var arrivals = bodies.Select(body => Arrive(body, proof, cancellationToken)).ToList();
        var receptions = new List<Reception>();
        foreach (var arrival in arrivals)
            receptions.Add(arrival.Kept is null ? arrival.Reception : await BeginAsync(arrival));
        return receptions;
    }

    /// <summary>A press of a card's button has its turn as a message has.</summary>
    internal async Task<bool> ReceivePressAsync(RobotMessage press, CancellationToken cancellationToken)
    {
        if (await KeepAsync(press, proof: null, cancellationToken) != Taken.New)
            return false;
        usage.Count(UsageKind.Messages);
        turns.Add(press);
        return true;
    }

    /// <summary>Looks at what has come, and begins to keep it where it is for us.</summary>
    private Arrival Arrive(JObject body, string? proof, CancellationToken cancellationToken)
    {
        if (RobotMessage.Text(body["errorCode"]) == RobotMessage.QuotaUsedUp)
        {
            LogQuotaUsedUp();
            return new(Reception.Taken);
        }
        if (RobotMessage.Read(body) is not { } message || message.Kind == DingTalkCards.PressKind) // only a button of ours makes a press
            return new(Reception.Malformed);
        if (!IsForUs(message) || !IsWebhookGood(message, out var webhook))
            return new(Reception.Refused);
        return new(Reception.Taken, message, webhook, KeepAsync(message, proof, cancellationToken));
    }

    private Task<Taken> KeepAsync(RobotMessage message, string? proof, CancellationToken cancellationToken)
    {
        var now = wall.GetUtcNow();
        var row = new InboxMessage(DingTalkOptions.Channel, message.MessageId, message.ConversationId, proof, message.SaidAt, now, message.Body.ToString(Formatting.None));
        return inbox.TakeAsync(row, now + DingTalkTurns.Lease, cancellationToken);
    }

    private async Task<Reception> BeginAsync(Arrival arrival)
    {
        Taken taken;
        try
        {
            taken = await arrival.Kept!;
        }
        catch (DatabaseUnavailableException problem)
        {
            LogNotKept(problem.Message);
            return Reception.NotKept;
        }
        if (taken == Taken.ProofUsed)
        {
            LogReplay();
            return Reception.Refused;
        }
        if (taken == Taken.Again)
            return Reception.Taken;
        usage.Count(UsageKind.Messages);
        if (arrival.Webhook is not null)
            webhooks.Keep(arrival.Message!.ConversationId, arrival.Webhook, arrival.Message.WebhookUntil);
        turns.Add(arrival.Message!);
        return Reception.Taken;
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "DingTalk's push could not be kept and is not acknowledged: {Problem}")]
    private partial void LogNotKept(string problem);

    /// <param name="Kept">Null where there is nothing to keep.</param>
    private sealed record Arrival(Reception Reception, RobotMessage? Message = null, Uri? Webhook = null, Task<Taken>? Kept = null);
}
