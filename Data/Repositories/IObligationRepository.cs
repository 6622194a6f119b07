using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

public interface IObligationRepository
{
    Task<Obligation?> FindAsync(Guid obligationId, CancellationToken cancellationToken);

    /// <summary>In one look, for whoever reports waits for it.</summary>
    Task<OwedInPeriod?> FindWithPeriodAsync(Guid obligationId, CancellationToken cancellationToken);

    /// <summary>Obligations of the units in the period, in the order of the notice's tasks.</summary>
    Task<IReadOnlyList<Obligation>> OfUnitsAsync(Guid periodId, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken);

    /// <summary>Those that are there, in no particular order.</summary>
    Task<IReadOnlyList<Obligation>> FindAsync(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancellationToken);

    /// <summary>Keeps who granted a later due date and why.</summary>
    Task AddExtensionAsync(Extension extension, CancellationToken cancellationToken);

    /// <summary>Gives the latest later due date of the obligation another reason.</summary>
    Task SetExtensionReasonAsync(Guid obligationId, string reason, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<Extension>> ExtensionsAsync(Guid obligationId, CancellationToken cancellationToken);

    /// <summary>Saves state, due date, round, version and submission if the row still has the version, state and round of <paramref name="before"/>.</summary>
    /// <returns>False when somebody else changed it meanwhile; nothing is written then.</returns>
    Task<bool> SaveAsync(Obligation before, Obligation after, CancellationToken cancellationToken);
}

/// <summary>An obligation and the period in which it is owed.</summary>
public sealed record OwedInPeriod(Obligation Obligation, PlanPeriod Period);
