using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.UseCases;

/// <summary>Messages by what became of them; a message of which nothing was left to say counts as skipped.</summary>
public readonly record struct SendOutcome(int Sent, int Skipped, int PutOff, int Failed)
{
    public static readonly SendOutcome Nothing;

    public static SendOutcome operator +(SendOutcome left, SendOutcome right) =>
        new(left.Sent + right.Sent, left.Skipped + right.Skipped, left.PutOff + right.PutOff, left.Failed + right.Failed);

    public static SendOutcome Add(SendOutcome left, SendOutcome right) => left + right;
}

/// <summary>Empties the outbox: takes what is due, works out from the ledger what there still is to say, and hands it to the person's channel, several messages at once.</summary>
/// <remarks>A message is leased before it is sent, and begun only while the lease outlasts the handing over, so that no other node sends it too. After a crash between handing over and
/// recording, only the messages that were in flight are repeated; their ids tell the channel.</remarks>
public sealed class SendReminders(IReminderRepository outbox, SendMessage sendMessage, SendingSources sources, IOptions<SendingOptions> options, TimeProvider clock)
{
    /// <summary>Returns when nothing more is due.</summary>
    public async Task<SendOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var total = SendOutcome.Nothing;
        while (true)
        {
            var now = clock.GetUtcNow();
            var rows = await outbox.LeaseDueAsync(now, options.Value.Lease, options.Value.Batch, cancellationToken);
            if (rows.Count == 0)
                return total;
            total += await SendAsync(rows, sources.Batch(rows, now, CancellationToken.None), cancellationToken);
        }
    }

    private async Task<SendOutcome> SendAsync(IReadOnlyList<Reminder> rows, SendingBatch batch, CancellationToken cancellationToken)
    {
        var messages = rows.GroupBy(row => row.MessageId).Select(message => message.ToList()).ToList();
        // One person's messages go one after another: the second must know of the first.
        var people = new ConcurrentQueue<List<List<Reminder>>>(messages.GroupBy(message => message[0].PersonId).Select(person => person.ToList()));
        var begun = new ConcurrentDictionary<Guid, bool>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var lanes = await Task.WhenAll(Enumerable.Range(0, Math.Min(options.Value.AtOnce, people.Count)).Select(_ => RunLaneAsync(people, batch, begun, stop, cancellationToken)));
            cancellationToken.ThrowIfCancellationRequested();
            return lanes.Aggregate(SendOutcome.Nothing, SendOutcome.Add);
        }
        finally
        {
            // What was not begun, for a stop or because the lease is short by now, need not wait for the lease to end. What is in flight does: its fate is unknown.
            foreach (var message in messages.Where(message => !begun.ContainsKey(message[0].MessageId)))
                await outbox.PutOffAsync(message[0].MessageId, message[0].LeaseId!.Value, message[0].NextAttemptAt, CancellationToken.None);
        }
    }

    private async Task<SendOutcome> RunLaneAsync(
        ConcurrentQueue<List<List<Reminder>>> people, SendingBatch batch, ConcurrentDictionary<Guid, bool> begun, CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        var total = SendOutcome.Nothing;
        try
        {
            while (people.TryDequeue(out var person))
            {
                foreach (var message in person)
                {
                    if (stop.IsCancellationRequested || message[0].LeasedUntil - clock.GetUtcNow() < options.Value.HandOver)
                        return total;
                    begun[message[0].MessageId] = true;
                    total += await sendMessage.RunAsync(message, batch, cancellationToken);
                }
            }
            return total;
        }
        catch
        {
            await stop.CancelAsync(); // the other lanes finish what they have in hand
            throw;
        }
    }
}
