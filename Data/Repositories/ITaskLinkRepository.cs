namespace PlanBot.Data.Repositories;

/// <summary>A task of a plan and the task of the plan above that it carries out, as a person has confirmed.</summary>
public sealed record TaskLink
{
    public required Guid ChildTaskId { get; init; }
    public required Guid ParentTaskId { get; init; }

    /// <summary>Null when it was confirmed on the command line.</summary>
    public Guid? ConfirmedBy { get; init; }
    public required DateTimeOffset ConfirmedAt { get; init; }
}

public interface ITaskLinkRepository
{
    /// <summary>Links of the plan's tasks to tasks above, in the order of its tasks; those of dropped tasks are left out.</summary>
    Task<IReadOnlyList<TaskLink>> OfChildAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>A task has one above: a link that it had before is replaced.</summary>
    Task KeepAsync(TaskLink link, CancellationToken cancellationToken);

    /// <returns>False when the task had no link.</returns>
    Task<bool> RemoveAsync(Guid childTaskId, CancellationToken cancellationToken);
}
