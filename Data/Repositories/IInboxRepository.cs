namespace PlanBot.Data.Repositories;

/// <param name="MessageId">The channel's own; what comes again under it is the same message.</param>
/// <param name="Proof">Hash of a signature that is good for one message; null where there is none.</param>
/// <param name="SaidAt">By the channel's clock.</param>
/// <param name="Body">As the channel wrote it, without what is secret.</param>
public sealed record InboxMessage(string Channel, string MessageId, string ConversationId, string? Proof, DateTimeOffset SaidAt, DateTimeOffset ReceivedAt, string Body);

/// <summary>What became of a message that came in.</summary>
public enum Taken
{
    New = 1,

    /// <summary>It was there before; it has had its effect, or will.</summary>
    Again = 2,

    /// <summary>Its proof belongs to another message.</summary>
    ProofUsed = 3,
}

/// <summary>Messages that were acknowledged and wait for their turn.</summary>
public interface IInboxRepository
{
    /// <summary>Keeps the message, in the hands of this node until <paramref name="leasedUntil"/>.</summary>
    Task<Taken> TakeAsync(InboxMessage message, DateTimeOffset leasedUntil, CancellationToken cancellationToken);

    /// <summary>Takes up to <paramref name="most"/> messages that nobody has in hand any more.</summary>
    /// <returns>In the order in which they were said.</returns>
    Task<IReadOnlyList<InboxMessage>> LeaseAsync(string channel, DateTimeOffset now, DateTimeOffset leasedUntil, int most, int mostTries, CancellationToken cancellationToken);

    /// <summary>It is dealt with; what it said is forgotten.</summary>
    Task EndAsync(string channel, string messageId, CancellationToken cancellationToken);

    /// <summary>Forgets the words of what was tried so often in vain, and was in nobody's hands since <paramref name="before"/>.</summary>
    /// <returns>How many.</returns>
    Task<int> GiveUpAsync(string channel, DateTimeOffset before, int mostTries, CancellationToken cancellationToken);

    /// <summary>Given back, for whoever looks after <paramref name="until"/>.</summary>
    Task PutOffAsync(string channel, string messageId, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Forgets the ids of what was dealt with and came before <paramref name="before"/>.</summary>
    Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
