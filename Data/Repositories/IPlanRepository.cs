using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>Plans with their tasks and assignments.</summary>
public interface IPlanRepository
{
    /// <summary>Every plan, in the order of import.</summary>
    Task<IReadOnlyList<Plan>> AllAsync(CancellationToken cancellationToken);

    Task<Plan?> FindAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>The plan that this very file was imported as.</summary>
    Task<Plan?> FindByHashAsync(string sourceHash, CancellationToken cancellationToken);

    /// <summary>In the order of the notice, without those that a corrected one has dropped.</summary>
    Task<IReadOnlyList<PlanTask>> TasksAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>Also one that a corrected notice has dropped.</summary>
    Task<PlanTask?> TaskAsync(Guid taskId, CancellationToken cancellationToken);

    /// <summary>By task, then in the order of the notice, without those that a corrected one has dropped.</summary>
    Task<IReadOnlyList<Assignment>> AssignmentsAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>How many units have a task now, by plan; none for a plan in which nobody has one.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountUnitsAsync(CancellationToken cancellationToken);

    Task RequireSignOffAsync(Guid planId, bool isNeeded, CancellationToken cancellationToken);

    Task AddAsync(Plan plan, IReadOnlyList<PlanTask> tasks, IReadOnlyList<Assignment> assignments, CancellationToken cancellationToken);
}
