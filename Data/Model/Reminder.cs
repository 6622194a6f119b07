namespace PlanBot.Data.Model;

/// <summary>One message owed to one person for one step (提醒): the outbox row. (PersonId, PlanId, Period, Step, Round) is unique.</summary>
public sealed record Reminder
{
    public required Guid Id { get; init; }

    /// <summary>Rows that leave as one message share it.</summary>
    public required Guid MessageId { get; init; }

    public required Guid PersonId { get; init; }
    public required Guid PlanId { get; init; }
    public required ReportingPeriod Period { get; init; }

    /// <summary>Key of the ladder step, e.g. <c>due</c>; of an urging <c>urge:{instant}</c>, of a digest <c>digest:2020-04-02</c>.</summary>
    public required string Step { get; init; }

    public required int Round { get; init; }
    public required ReminderKind Kind { get; init; }

    /// <summary>What it says, for <see cref="ReminderKind.Letter"/> and <see cref="ReminderKind.Announcement"/>; everything else is worded from the ledger.</summary>
    public Guid? LetterId { get; init; }

    /// <summary>When it is to be sent.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required ReminderState State { get; init; }
    /// <summary>Times it was taken up, put off or not.</summary>
    public required int Attempts { get; init; }

    /// <summary>Times it was handed to a channel; what waits for working hours or for a channel that is down has not been tried.</summary>
    public int Tries { get; init; }

    /// <summary>Why the last try failed, e.g. <c>503</c>; null when none did.</summary>
    public string? Trouble { get; init; }

    /// <summary>Not before this instant; moves on with every failed try.</summary>
    public required DateTimeOffset NextAttemptAt { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>The lease it was last taken under.</summary>
    public Guid? LeaseId { get; init; }

    public DateTimeOffset? SentAt { get; init; }
    public string? Channel { get; init; }

    /// <summary>Why it was skipped or failed, for the coordinator; null otherwise.</summary>
    public string? Outcome { get; init; }

    /// <summary>A try has failed, and there will be another.</summary>
    public bool IsRetrying => State == ReminderState.Queued && Trouble is not null;
}

/// <summary>A message that a channel has taken.</summary>
/// <param name="LeaseId">The lease under which it was handed over.</param>
public readonly record struct SentMessage(Guid MessageId, Guid LeaseId, string Channel);

/// <summary>What a message is for; it decides the wording and the audience. The numbers are stored.</summary>
public enum ReminderKind
{
    /// <summary>A rung of the ladder, to the contact.</summary>
    Step = 1,

    /// <summary>Due + 3: contact, backups, the unit's leader and the coordinator.</summary>
    Escalation = 2,

    /// <summary>The coordinator's daily digest.</summary>
    CoordinatorDigest = 3,

    LeaderDigest = 4,

    /// <summary>催办: a coordinator's own urging.</summary>
    Urging = 5,

    /// <summary>Tells one side what the other has done: a ruling, a request, a decision.</summary>
    Letter = 6,

    /// <summary>群发通知: a coordinator's own words to many.</summary>
    Announcement = 7,
}

/// <summary>Where a reminder stands. The numbers are stored.</summary>
public enum ReminderState
{
    Queued = 1,
    Leased = 2,
    Sent = 3,
    Skipped = 4,
    Failed = 5,

    /// <summary>Taken back before it left.</summary>
    Recalled = 6,
}
