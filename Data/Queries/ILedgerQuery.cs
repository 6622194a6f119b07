using PlanBot.Data.Model;

namespace PlanBot.Data.Queries;

/// <summary>What is owed, and how it stands: the one read model behind every list and figure.</summary>
public interface ILedgerQuery
{
    /// <summary>Every obligation of the period, by unit in the notice's order, then by task.</summary>
    /// <param name="unitId">Only this unit's, or null.</param>
    Task<IReadOnlyList<LedgerRow>> OfPeriodAsync(Guid periodId, Guid? unitId, CancellationToken cancellationToken);

    /// <summary>How each unit stands at <paramref name="now"/>, in the notice's order: what a list of units needs of <see cref="OfPeriodAsync"/>, without the rows.</summary>
    Task<IReadOnlyList<UnitTally>> TallyAsync(Guid periodId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How many obligations in how many units are still open in these periods together.</summary>
    Task<(int Units, int Obligations)> OpenInAsync(IReadOnlyCollection<Guid> periodIds, CancellationToken cancellationToken);
}

/// <summary>A unit's obligations in one period, counted.</summary>
public sealed record UnitTally
{
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required int Owed { get; init; }
    public required int Open { get; init; }

    /// <summary>Open, and the due instant has come.</summary>
    public required int Overdue { get; init; }

    public required int Waived { get; init; }

    /// <summary>First submitted at or after the due instant, and counting now.</summary>
    public required int Late { get; init; }

    /// <summary>The latest first submission among what counts; null when nothing does.</summary>
    public DateTimeOffset? LastSubmittedAt { get; init; }

    /// <summary>Something counts as submitted.</summary>
    public int Reported => Owed - Open - Waived;
}

/// <summary>One obligation with its unit and task.</summary>
public sealed record LedgerRow
{
    public required Guid ObligationId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required Guid TaskId { get; init; }

    /// <summary>Place of the task in the plan, from 1.</summary>
    public required int TaskOrdinal { get; init; }

    /// <summary>Place of the task among this unit's own in the period, from 1: what a contact means by 第二项.</summary>
    public required int UnitTaskOrdinal { get; init; }

    public string? TaskNumber { get; init; }
    public string? TaskTitle { get; init; }
    public required string TaskText { get; init; }
    public required AssignmentRole Role { get; init; }
    public required ObligationState State { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required int Round { get; init; }
    public required int Version { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    public bool IsOpen => State.IsOpen();

    public bool IsOverdue(DateTimeOffset now) => IsOpen && now >= DueAt;

    public bool IsLate => SubmittedAt >= DueAt;
}
