using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>The outbox.</summary>
public interface IReminderRepository
{
    /// <summary>Adds those whose key (person, plan, period, step, round) is new, with their state as given: queued, or skipped with its outcome.</summary>
    /// <returns>How many were added.</returns>
    Task<int> QueueAsync(IReadOnlyList<Reminder> reminders, CancellationToken cancellationToken);

    /// <summary>Takes whole messages whose <see cref="Reminder.NextAttemptAt"/> has come, leases them until <paramref name="now"/> + <paramref name="lease"/> and counts the attempt.</summary>
    /// <param name="take">At most so many messages.</param>
    /// <returns>All rows of the messages taken, oldest first; rows of one message stand together. They share a new <see cref="Reminder.LeaseId"/>, which whoever settles or gives back
    /// a message shows again: after <paramref name="lease"/> it may be somebody else's.</returns>
    Task<IReadOnlyList<Reminder>> LeaseDueAsync(DateTimeOffset now, TimeSpan lease, int take, CancellationToken cancellationToken);

    /// <summary>How often this step of the person was queued and then undone: the next round of it is one more.</summary>
    Task<int> UndoneAsync(Guid personId, Guid planId, ReportingPeriod period, string step, string outcome, CancellationToken cancellationToken);

    /// <summary>Records messages as sent, and counts the try. That a channel has them stays true when the lease has ended meanwhile, so then too.</summary>
    /// <returns>Those whose lease was still the one given.</returns>
    Task<IReadOnlySet<Guid>> MarkSentAsync(IReadOnlyList<SentMessage> messages, DateTimeOffset sentAt, CancellationToken cancellationToken);

    /// <returns>False when the lease is no longer this one; nothing is written then.</returns>
    Task<bool> MarkSkippedAsync(IReadOnlyCollection<Guid> reminderIds, Guid leaseId, string outcome, CancellationToken cancellationToken);

    /// <summary>Skips a message that nobody has taken up; one that a node is sending is left to it.</summary>
    Task SkipWaitingAsync(Guid messageId, string outcome, CancellationToken cancellationToken);

    /// <summary>Skips earlier rungs of the ladder that still wait for these people.</summary>
    /// <param name="later">The step that takes their place: gives plan, period, round and instant; its person does not matter.</param>
    Task SupersedeAsync(Reminder later, IReadOnlyCollection<Guid> personIds, string outcome, CancellationToken cancellationToken);

    /// <param name="tries">Tries made by now.</param>
    /// <returns>False when the lease is no longer this one; nothing is written then.</returns>
    Task<bool> MarkFailedAsync(Guid messageId, Guid leaseId, int tries, string outcome, CancellationToken cancellationToken);

    /// <summary>Takes back what has not left yet of a letter.</summary>
    /// <returns>How many rows were taken back, and how many had left already or are leaving.</returns>
    Task<(int Recalled, int Gone)> RecallLetterAsync(Guid letterId, string outcome, CancellationToken cancellationToken);

    /// <summary>Takes back what has not left yet of a rung of the ladder, or of an urging.</summary>
    /// <param name="step">As in <see cref="Reminder.Step"/>; in the period its round is told by it.</param>
    /// <returns>As <see cref="RecallLetterAsync"/>.</returns>
    Task<(int Recalled, int Gone)> RecallStepAsync(Guid planId, ReportingPeriod period, string step, string outcome, CancellationToken cancellationToken);

    /// <summary>Gives the lease back after a try that failed; the message is tried again at <paramref name="nextAttemptAt"/>.</summary>
    /// <param name="tries">Tries made by now.</param>
    /// <returns>False when the lease is no longer this one; nothing is written then.</returns>
    Task<bool> RetryAsync(Guid messageId, Guid leaseId, DateTimeOffset nextAttemptAt, int tries, string trouble, CancellationToken cancellationToken);

    /// <summary>Gives the lease back without a try; the message is taken up again at <paramref name="nextAttemptAt"/>.</summary>
    /// <returns>False when the lease is no longer this one; nothing is written then.</returns>
    Task<bool> PutOffAsync(Guid messageId, Guid leaseId, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken);

    /// <summary>Gives back every lease, whoever holds it: what a process left behind that ended half-way. Only where no other process sends.</summary>
    Task ReleaseLeasesAsync(CancellationToken cancellationToken);

    /// <summary>Everything ever queued for the period.</summary>
    Task<IReadOnlyList<Reminder>> OfPeriodAsync(Guid planId, ReportingPeriod period, CancellationToken cancellationToken);

    /// <summary>Rows of one person whose <see cref="Reminder.SentAt"/> is at or after <paramref name="since"/>, oldest first.</summary>
    Task<IReadOnlyList<Reminder>> SentToAsync(Guid personId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Rows of these people that were sent at or after <paramref name="since"/>, or are held under a lease that has not ended at <paramref name="now"/>; in no order.</summary>
    Task<IReadOnlyList<Reminder>> SentOrLeavingAsync(IReadOnlyCollection<Guid> personIds, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The earliest instant at which <see cref="LeaseDueAsync"/> will find something: the earliest <see cref="Reminder.NextAttemptAt"/>, or the end of a lease that was
    /// neither given back nor settled; null when nothing waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);
}
