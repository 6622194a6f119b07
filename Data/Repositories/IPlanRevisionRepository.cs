using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

/// <summary>Writes what a corrected notice makes of a plan. What is no longer in it is marked as dropped: reports and what is owed stay where they are.</summary>
public interface IPlanRevisionRepository
{
    /// <summary>Everything of it or nothing.</summary>
    /// <param name="tasks">All tasks that there are from now on, in order: stored ones under their ids, new ones under new ids.</param>
    /// <param name="assignments">All shares that there are from now on, stored ones under their ids.</param>
    Task ReviseAsync(Plan plan, IReadOnlyList<PlanTask> tasks, IReadOnlyList<Assignment> assignments, DateTimeOffset at, CancellationToken cancellationToken);
}
