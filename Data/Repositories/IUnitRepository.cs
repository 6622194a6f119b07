using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

public interface IUnitRepository
{
    /// <summary>By full name or alias, exactly.</summary>
    Task<Unit?> FindByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Units that have an assignment in the plan, in the order in which the notice first names them.</summary>
    Task<IReadOnlyList<Unit>> OfPlanAsync(Guid planId, CancellationToken cancellationToken);

    Task<IReadOnlyList<Unit>> AllAsync(CancellationToken cancellationToken);

    Task AddAsync(Unit unit, CancellationToken cancellationToken);
}
