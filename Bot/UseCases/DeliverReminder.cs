using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="Channel">Where it was handed over; null when it was not.</param>
public sealed record DeliveryReport(Delivery Result, string? Channel);

/// <summary>Hands a message to the first of the person's channels that takes it; the next one is tried when a channel fails for good, not when it asks to wait.</summary>
public sealed partial class DeliverReminder(
    IDatabase database, IPersonRepository people, IEnumerable<IOutbound> channels, ILogger<DeliverReminder> logger)
{
    private readonly Dictionary<string, IOutbound> byName = channels.ToDictionary(channel => channel.Channel);

    /// <exception cref="InvalidOperationException">Inside a transaction: it would be held until the channel has answered, and what was handed over cannot be rolled back.</exception>
    public async Task<DeliveryReport> RunAsync(ReminderContent content, CancellationToken cancellationToken)
    {
        if (database.IsInTransaction)
            throw new InvalidOperationException($"Message {content.MessageId} was to be handed over inside a transaction.");
        var reasons = new List<string>();
        foreach (var identity in await people.IdentitiesAsync(content.To.Id, cancellationToken))
        {
            if (!byName.TryGetValue(identity.Channel, out var channel))
                continue;
            Delivery delivery;
            try
            {
                delivery = await channel.SendAsync(identity, content, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One channel's trouble with one message must not hold up everybody else's.
                LogTrouble(exception, content.MessageId, identity.Channel);
                delivery = new Delivery.TryLater(exception.GetType().Name, null);
            }
            if (delivery is not Delivery.Unreachable unreachable)
                return new(delivery, identity.Channel);
            reasons.Add($"{identity.Channel}: {unreachable.Reason}");
        }
        return new(new Delivery.Unreachable(reasons.Count == 0 ? "no channel" : string.Join("; ", reasons)), null);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} broke in channel {Channel}")]
    private partial void LogTrouble(Exception exception, Guid messageId, string channel);
}
