using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>What one reminder message tells one person, worked out from the ledger at the moment of sending.</summary>
/// <param name="MessageId">Shared by the outbox rows that leave as this message.</param>
/// <param name="StepKey">Key of the ladder step, e.g. <c>due</c>.</param>
/// <param name="Language">zh or en.</param>
/// <param name="Plans">One or more, each lists what is still open; none in a letter.</param>
/// <param name="Letter">What a letter says; null for everything that is worded from the ledger.</param>
public sealed record ReminderContent(Guid MessageId, Person To, ReminderKind Kind, string StepKey, string Language, DateTimeOffset At, IReadOnlyList<PlanReminder> Plans,
    LetterBody? Letter = null)
{
    /// <summary>The step's own first sentence; null for the usual one.</summary>
    public string? Opening { get; init; }

    /// <summary>A coordinator's own words in an urging; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>The channel that the step wants tried first; null as the person has them.</summary>
    public string? Channel { get; init; }
}

/// <summary>The part of a reminder that concerns one plan and period.</summary>
/// <param name="DueOn">The period's; where all items have later dates of their own, the first of these.</param>
/// <param name="Items">By unit in the notice's order, then by task; empty only in a digest that has nothing open to tell.</param>
/// <param name="Total">Obligations of the period in this message's audience: a contact's own, or the whole period in a digest.</param>
/// <param name="Open">Of these, still open.</param>
public sealed record PlanReminder(
    Plan Plan, ReportingPeriod Period, DateOnly DueOn, DateTimeOffset DueAt, bool IsProvisional, IReadOnlyList<ReminderItem> Items, int Total, int Open)
{
    /// <summary>In a digest: reminders that a coordinator has paused.</summary>
    public IReadOnlyList<PausedPart> Paused { get; init; } = [];

    /// <summary>In a coordinator's digest: units with something open where nothing comes through, each with the person, or null where it has nobody.</summary>
    public IReadOnlyList<(string UnitName, string? PersonName)> OutOfReach { get; init; } = [];

    /// <summary>In a coordinator's digest: contacts with something open who never opened the conversation.</summary>
    public int Unopened { get; init; }
}

/// <param name="UnitName">Null for all units.</param>
/// <param name="Until">Null until somebody resumes them.</param>
public sealed record PausedPart(string? UnitName, DateTimeOffset? Until);

/// <param name="UnitTaskOrdinal">What the contact means by 第二项.</param>
public sealed record ReminderItem(
    string UnitName, int UnitTaskOrdinal, string? TaskNumber, string? TaskTitle, string TaskText, ObligationState State, DateOnly DueOn, bool IsOverdue)
{
    public Guid UnitId { get; init; }
}
