namespace PlanBot.Data.Repositories;

/// <summary>A message in a channel that can tell whether it was read.</summary>
/// <param name="ActivityId">The channel's own id of it.</param>
/// <param name="MessageId">The outbox's.</param>
public sealed record MessageReceipt(string Channel, string UserId, string ActivityId, Guid MessageId, DateTimeOffset SentAt);

/// <summary>Which messages were read, where people let the channel tell.</summary>
public interface IReceiptRepository
{
    /// <summary>Keeps what is needed to recognise the message, and forgets the person's messages from before <paramref name="since"/>.</summary>
    Task AddAsync(MessageReceipt message, DateTimeOffset since, CancellationToken cancellationToken);

    /// <returns>The channel's ids of the person's messages that are not known to be read, in no particular order.</returns>
    Task<IReadOnlyList<string>> UnseenAsync(string channel, string userId, CancellationToken cancellationToken);

    /// <summary>The first time counts.</summary>
    Task MarkSeenAsync(string channel, string userId, IReadOnlyCollection<string> activityIds, DateTimeOffset at, CancellationToken cancellationToken);
}
