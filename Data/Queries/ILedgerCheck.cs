using PlanBot.Data.Model;

namespace PlanBot.Data.Queries;

/// <summary>Looks for what can never be in a ledger that is whole, however its programs ended.</summary>
public interface ILedgerCheck
{
    /// <summary>Names of the rules, in the order in which they are looked at.</summary>
    IReadOnlyList<string> Rules { get; }

    /// <summary>Rows that break one rule; empty when all is well.</summary>
    /// <param name="take">At most so many.</param>
    Task<IReadOnlyList<BrokenRow>> BreakingAsync(string rule, int take, CancellationToken cancellationToken);

    Task<LedgerCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>Plans whose tables do not hold as many tasks and units as the audit says were imported.</summary>
    Task<IReadOnlyList<ImportedCounts>> ImportsAsync(CancellationToken cancellationToken);

    /// <summary>People who have a row for a step before and for one after, and none for <paramref name="step"/>: it was lost.</summary>
    /// <param name="earlier">Keys of the steps before it.</param>
    /// <param name="later">Keys of the steps after it.</param>
    Task<IReadOnlyList<Guid>> WithoutStepAsync(
        PlanPeriod period, string step, IReadOnlyCollection<string> earlier, IReadOnlyCollection<string> later, int take, CancellationToken cancellationToken);

    /// <summary>Messages that were to leave at <paramref name="before"/> or earlier and still wait, or are still held by a node whose lease is over.</summary>
    Task<IReadOnlyList<BrokenRow>> WaitingSinceAsync(DateTimeOffset before, int take, CancellationToken cancellationToken);

    /// <summary>Moments at which the plan's steps, escalations, digests and letters were sent, each once. Urgings and announcements leave when a coordinator says so.</summary>
    Task<IReadOnlyList<DateTimeOffset>> SentAtAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>Contacts (backups where there is no contact) of units that still owe in the first round and have no row for <paramref name="step"/>.</summary>
    /// <param name="today">Who is away on that day is not expected to have one.</param>
    Task<IReadOnlyList<Guid>> NotRemindedAsync(PlanPeriod period, string step, DateOnly today, int take, CancellationToken cancellationToken);
}

/// <summary>A row that breaks a rule.</summary>
public sealed record BrokenRow
{
    /// <summary>The row's id as the database writes it.</summary>
    public required string Id { get; init; }

    /// <summary>What is wrong with it, in figures; may be empty.</summary>
    public required string Detail { get; init; }
}

public sealed record LedgerCounts
{
    public required long Plans { get; init; }
    public required long Periods { get; init; }
    public required long Obligations { get; init; }
    public required long Reports { get; init; }
    public required long Reminders { get; init; }
}

public sealed record ImportedCounts
{
    public required Guid PlanId { get; init; }

    /// <summary>JSON of the audit row, with <c>tasks</c> and <c>units</c>.</summary>
    public string? Audited { get; init; }
    public required int Tasks { get; init; }
    public required int Units { get; init; }
}
