using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>One message of the outbox, from the lease to what became of it.</summary>
public sealed partial class SendMessage(
    IReminderRepository outbox, ComposeReminder compose, DeliverReminder deliver, SendingRules rules, SentRecords records, IClockKeeper clockKeeper,
    IOptions<SendingOptions> options, TimeProvider clock, ILogger<SendMessage> logger)
{
    /// <param name="message">Its rows, all under one lease.</param>
    /// <param name="cancellationToken">Breaks off the handing over; what came of it is then unknown, and the message waits for its lease to end.</param>
    public async Task<SendOutcome> RunAsync(IReadOnlyList<Reminder> message, SendingBatch batch, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (id, lease) = (message[0].MessageId, message[0].LeaseId!.Value);
        if (await ArrivedAsync(message[0], batch))
            return new(1, 0, 0, 0);
        if (await SendingRules.IsSnoozedAsync(message, batch))
        {
            await SkipAsync(message.Select(row => (row.Id, ReminderOutcome.Snoozed)), lease);
            return new(0, 1, 0, 0);
        }
        if (await rules.PutOffUntilAsync(message, now, batch) is { } later)
        {
            await outbox.PutOffAsync(id, lease, later, CancellationToken.None);
            return new(0, 0, 1, 0);
        }
        var composed = await compose.RunAsync(message, now, batch, CancellationToken.None);
        await SkipAsync(composed.Skipped, lease);
        if (composed.Content is not { } content)
            return new(0, 1, 0, 0);
        await clockKeeper.KeepAsync(CancellationToken.None);
        var terms = new DeliveryTerms(message[0].LeasedUntil!.Value, message[0].Tries + 1 >= options.Value.Attempts, now - message[0].DueAt >= rules.Patience);
        return await RecordAsync(message[0], await deliver.RunAsync(content, await batch.IdentitiesAsync(message[0].PersonId), terms, cancellationToken), batch);
    }

    /// <summary>Writes down what an earlier lease handed over before the program ended: it is neither repeated nor, once there is nothing left to say, told as never sent.</summary>
    private async Task<bool> ArrivedAsync(Reminder message, SendingBatch batch)
    {
        if (message.Attempts == 1 || await deliver.ArrivedAsync(message.MessageId, await batch.IdentitiesAsync(message.PersonId), CancellationToken.None) is not { } arrived)
            return false;
        await outbox.MarkSentAsync([new(message.MessageId, message.LeaseId!.Value, arrived.Channel)], arrived.At, CancellationToken.None);
        return true;
    }

    private async Task SkipAsync(IEnumerable<(Guid ReminderId, string Outcome)> rows, Guid lease)
    {
        foreach (var outcome in rows.GroupBy(row => row.Outcome))
            await outbox.MarkSkippedAsync(outcome.Select(row => row.ReminderId).ToList(), lease, outcome.Key, CancellationToken.None);
    }

    private async Task<SendOutcome> RecordAsync(Reminder message, DeliveryReport report, SendingBatch batch)
    {
        var (id, lease, tries) = (message.MessageId, message.LeaseId!.Value, message.Tries + (report.WasTried ? 1 : 0));
        switch (report.Result)
        {
            case Delivery.Sent:
                batch.CountSent(message.PersonId);
                if (!await records.AddAsync(new(id, lease, report.Channel!)))
                    LogLeaseLost(id);
                return new(1, 0, 0, 0);
            case Delivery.TryLater later when report.WasTried && tries >= options.Value.Attempts:
                return await FailAsync(id, lease, tries, ReminderOutcome.GaveUp(later.Reason));
            case Delivery.TryLater later:
                var next = clock.GetUtcNow() + (report.WasTried ? rules.WaitAfter(tries, later.After) : rules.Stretched(later.After ?? options.Value.FirstWait));
                LogTryLater(id, tries, later.Reason, next);
                await outbox.RetryAsync(id, lease, next, tries, later.Reason, CancellationToken.None);
                return new(0, 0, 1, 0);
            case Delivery.Unreachable unreachable:
                return await FailAsync(id, lease, tries, ReminderOutcome.Unreachable(unreachable.Reason));
            default:
                throw new InvalidOperationException($"Unknown delivery {report.Result}");
        }
    }

    private async Task<SendOutcome> FailAsync(Guid messageId, Guid lease, int tries, string outcome)
    {
        LogFailed(messageId, outcome);
        await outbox.MarkFailedAsync(messageId, lease, tries, outcome, CancellationToken.None);
        return new(0, 0, 0, 1);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId}, {Tries} tries: {Reason}; again at {Next}")]
    private partial void LogTryLater(Guid messageId, int tries, string reason, DateTimeOffset next);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} was not delivered: {Outcome}")]
    private partial void LogFailed(Guid messageId, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} was sent after its lease had ended; it may have been sent twice")]
    private partial void LogLeaseLost(Guid messageId);
}
