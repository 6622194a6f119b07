namespace PlanBot.Data.Model;

/// <summary>A plan's reporting period as the ledger keeps it, written on the period's first day.</summary>
public sealed record PlanPeriod
{
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public required ReportingPeriod Period { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>The first instant at which a report would be late: the end of the due day, or the rule's time of day.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>True while the year's holiday list is not loaded.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>Instant of the first reminder step: from then on this is "the period" in question.</summary>
    public required DateTimeOffset CollectionFrom { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>One report that is owed (应报事项): an assignment in a period.</summary>
public sealed record Obligation
{
    public required Guid Id { get; init; }
    public required Guid PeriodId { get; init; }
    public required Guid AssignmentId { get; init; }
    public required Guid TaskId { get; init; }
    public required Guid UnitId { get; init; }
    public required ObligationState State { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>0, and one more for each return or extension; part of the reminder key.</summary>
    public required int Round { get; init; }

    /// <summary>Number of the entry that counts; 0 while nothing was submitted.</summary>
    public required int Version { get; init; }

    /// <summary>When this round's first version was submitted; it decides whether the report was late.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Nothing counts as submitted, and nobody waived it.</summary>
    public bool IsOpen => State.IsOpen();

    public bool IsOverdue(DateTimeOffset now) => IsOpen && now >= DueAt;

    public bool IsLate => SubmittedAt >= DueAt;
}

/// <summary>State of an obligation; overdue and late are derived, never stored. The numbers are stored.</summary>
public enum ObligationState
{
    Pending = 1,
    Draft = 2,
    AwaitingSignOff = 3,
    Submitted = 4,
    Accepted = 5,
    Returned = 6,
    Waived = 7,
}

/// <summary>What a state means, whatever else is known of the obligation.</summary>
public static class ObligationStateMeanings
{
    /// <summary>Nothing counts as submitted, and nobody waived it.</summary>
    public static bool IsOpen(this ObligationState state) => state is ObligationState.Pending or ObligationState.Draft or ObligationState.Returned;

    /// <summary>A version counts as reported.</summary>
    public static bool Counts(this ObligationState state) => state is ObligationState.AwaitingSignOff or ObligationState.Submitted or ObligationState.Accepted;
}

/// <summary>One immutable version of a report (进展条目).</summary>
public sealed record ProgressEntry
{
    public required Guid Id { get; init; }
    public required Guid ObligationId { get; init; }

    /// <summary>Counted from 1; the highest counts.</summary>
    public required int Version { get; init; }

    public required Guid AuthorId { get; init; }
    public required string Channel { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Text by <see cref="ReportSection.Ordinal"/>; every section of the plan has one, 无 where there was nothing to say.</summary>
    public required IReadOnlyDictionary<int, string> Sections { get; init; }
}

/// <summary>A report being written; saved after every answer, so that nothing typed is lost.</summary>
public sealed record ReportDraft(Guid ObligationId, Guid AuthorId, DateTimeOffset SavedAt, IReadOnlyDictionary<int, string> Sections);

/// <summary>A later due date granted to one obligation (延期).</summary>
public sealed record Extension
{
    public required Guid Id { get; init; }
    public required Guid ObligationId { get; init; }
    public required DateOnly OldDueOn { get; init; }
    public required DateOnly NewDueOn { get; init; }
    public required Guid GrantedBy { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset GrantedAt { get; init; }
}
