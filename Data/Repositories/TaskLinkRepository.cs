using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class TaskLinkRepository(IDatabase database) : ITaskLinkRepository
{
    public Task<IReadOnlyList<TaskLink>> OfChildAsync(Guid planId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT l.child_task_id, l.parent_task_id, l.confirmed_by, l.confirmed_at
              FROM plan_task child
              JOIN task_link l ON l.child_task_id = child.id
              JOIN plan_task parent ON parent.id = l.parent_task_id
             WHERE child.plan_id = @planId AND child.dropped_at IS NULL AND parent.dropped_at IS NULL
             ORDER BY child.ordinal
            """;
        return database.QueryAsync<TaskLink>(sql, new { planId }, cancellationToken);
    }

    public Task KeepAsync(TaskLink link, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO task_link (child_task_id, parent_task_id, confirmed_by, confirmed_at) VALUES (@ChildTaskId, @ParentTaskId, @ConfirmedBy, @ConfirmedAt)
            ON CONFLICT (child_task_id) DO UPDATE SET parent_task_id = excluded.parent_task_id, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at
            """;
        return database.WriteAsync(sql, link, cancellationToken);
    }

    public async Task<bool> RemoveAsync(Guid childTaskId, CancellationToken cancellationToken) =>
        await database.WriteAsync("DELETE FROM task_link WHERE child_task_id = @childTaskId", new { childTaskId }, cancellationToken) > 0;
}
