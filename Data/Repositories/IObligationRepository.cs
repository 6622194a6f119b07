using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

public interface IObligationRepository
{
    Task<Obligation?> FindAsync(Guid obligationId, CancellationToken cancellationToken);

    /// <summary>Obligations of the units in the period, in the order of the notice's tasks.</summary>
    Task<IReadOnlyList<Obligation>> OfUnitsAsync(Guid periodId, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken);

    /// <summary>Saves state, due date, round, version and submission if the row still has the version, state and round of <paramref name="before"/>.</summary>
    /// <returns>False when somebody else changed it meanwhile; nothing is written then.</returns>
    Task<bool> SaveAsync(Obligation before, Obligation after, CancellationToken cancellationToken);
}
