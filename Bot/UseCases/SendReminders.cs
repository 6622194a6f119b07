using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Messages by what became of them; a message of which nothing was left to say counts as skipped.</summary>
public readonly record struct SendOutcome(int Sent, int Skipped, int PutOff, int Failed)
{
    public static readonly SendOutcome Nothing;

    public static SendOutcome operator +(SendOutcome left, SendOutcome right) =>
        new(left.Sent + right.Sent, left.Skipped + right.Skipped, left.PutOff + right.PutOff, left.Failed + right.Failed);

    public static SendOutcome Add(SendOutcome left, SendOutcome right) => left + right;
}

/// <summary>Empties the outbox: takes what is due, works out from the ledger what there still is to say, and hands it to the person's channel.</summary>
/// <remarks>A message is leased before it is sent, so that no other node sends it too. After a crash between handing over and recording, only the message that was in flight
/// is repeated; its id tells the channel.</remarks>
public sealed partial class SendReminders(
    IReminderRepository outbox, ComposeReminder compose, DeliverReminder deliver, SendingRules rules, IClockKeeper clockKeeper,
    IOptions<SendingOptions> options, TimeProvider clock, ILogger<SendReminders> logger)
{
    /// <summary>Returns when nothing more is due.</summary>
    public async Task<SendOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var total = SendOutcome.Nothing;
        while (true)
        {
            var rows = await outbox.LeaseDueAsync(clock.GetUtcNow(), options.Value.Lease, options.Value.Batch, cancellationToken);
            if (rows.Count == 0)
                return total;
            var messages = new Queue<IReadOnlyList<Reminder>>(rows.GroupBy(row => row.MessageId).Select(message => message.ToList()));
            try
            {
                while (!cancellationToken.IsCancellationRequested && messages.TryDequeue(out var message))
                    total += await HandleAsync(message, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
            }
            finally
            {
                // Stopped half-way: what was not begun need not wait for its lease to end. The one in flight does, its fate is unknown.
                foreach (var message in messages)
                    await outbox.RetryAsync(message[0].MessageId, message[0].NextAttemptAt, CancellationToken.None);
            }
        }
    }

    private async Task<SendOutcome> HandleAsync(IReadOnlyList<Reminder> message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = message[0].MessageId;
        if (await rules.IsSnoozedAsync(message, now, cancellationToken))
        {
            await outbox.MarkSkippedAsync([.. message.Select(row => row.Id)], ReminderOutcome.Snoozed, cancellationToken);
            return new(0, 1, 0, 0);
        }
        if (await rules.PutOffUntilAsync(message, now, cancellationToken) is { } later)
        {
            await outbox.RetryAsync(id, later, cancellationToken);
            return new(0, 0, 1, 0);
        }
        var composed = await compose.RunAsync(message, now, cancellationToken);
        foreach (var outcome in composed.Skipped.GroupBy(row => row.Outcome))
            await outbox.MarkSkippedAsync(outcome.Select(row => row.ReminderId).ToList(), outcome.Key, cancellationToken);
        if (composed.Content is not { } content)
            return new(0, 1, 0, 0);
        await clockKeeper.KeepAsync(cancellationToken);
        return await RecordAsync(message[0], await deliver.RunAsync(content, cancellationToken), cancellationToken);
    }

    private async Task<SendOutcome> RecordAsync(Reminder message, DeliveryReport report, CancellationToken cancellationToken)
    {
        // Once handed over, a stop must not keep us from writing it down.
        switch (report.Result)
        {
            case Delivery.Sent:
                await outbox.MarkSentAsync(message.MessageId, clock.GetUtcNow(), report.Channel!, CancellationToken.None);
                return new(1, 0, 0, 0);
            case Delivery.TryLater later when message.Attempts < options.Value.Attempts:
                var next = clock.GetUtcNow() + rules.WaitAfter(message.Attempts, later.After);
                LogTryLater(message.MessageId, message.Attempts, later.Reason, next);
                await outbox.RetryAsync(message.MessageId, next, CancellationToken.None);
                return new(0, 0, 1, 0);
            case Delivery.TryLater later:
                return await FailAsync(message.MessageId, ReminderOutcome.GaveUp(later.Reason));
            case Delivery.Unreachable unreachable:
                return await FailAsync(message.MessageId, ReminderOutcome.Unreachable(unreachable.Reason));
            default:
                throw new InvalidOperationException($"Unknown delivery {report.Result}");
        }
    }

    private async Task<SendOutcome> FailAsync(Guid messageId, string outcome)
    {
        LogFailed(messageId, outcome);
        await outbox.MarkFailedAsync(messageId, outcome, CancellationToken.None);
        return new(0, 0, 0, 1);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId}, attempt {Attempt}: {Reason}; again at {Next}")]
    private partial void LogTryLater(Guid messageId, int attempt, string reason, DateTimeOffset next);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} was not delivered: {Outcome}")]
    private partial void LogFailed(Guid messageId, string outcome);
}
