using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class PlanRevisionRepository(IDatabase database) : IPlanRevisionRepository
{
    public Task ReviseAsync(Plan plan, IReadOnlyList<PlanTask> tasks, IReadOnlyList<Assignment> assignments, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async cancellation =>
        {
            await WritePlanAsync(plan, cancellation);
            await WriteTasksAsync(plan.Id, tasks, at, cancellation);
            await WriteMilestonesAsync(tasks, cancellation);
            await WriteAssignmentsAsync(plan.Id, assignments, at, cancellation);
        }, cancellationToken);

    private Task<int> WritePlanAsync(Plan plan, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE plan SET parent_id = @ParentId, title = @Title, document_number = @DocumentNumber, issued_on = @IssuedOn, starts_on = @StartsOn, ends_on = @EndsOn,
                            due_rule = @DueRule, last_period = @LastPeriod, rule_evidence = @RuleEvidence, recipient = @Recipient, lead_only = @LeadOnly,
                            contact_office = @ContactOffice, contact_person = @ContactPerson, contact_phone = @ContactPhone, contact_fax = @ContactFax,
                            contact_email = @ContactEmail, source_name = @SourceName, source_hash = @SourceHash
             WHERE id = @Id
            """;
        return database.WriteAsync(sql, PlanRow.Of(plan), cancellationToken);
    }

    private async Task WriteTasksAsync(Guid planId, IReadOnlyList<PlanTask> tasks, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // (plan, ordinal) is unique at every moment: first all step aside, beyond any place that is given out below.
        const string places = "SELECT COALESCE(max(ordinal), 0) + count(*) FROM plan_task WHERE plan_id = @planId";
        const string aside = "UPDATE plan_task SET ordinal = ordinal + @beyond WHERE plan_id = @planId";
        const string sql = """
            INSERT INTO plan_task (id, plan_id, ordinal, number, title, text, line, deadline_raw, deadline_date, deadline_precision, added_at)
            VALUES (@Id, @PlanId, @Ordinal, @Number, @Title, @Text, @Line, @DeadlineRaw, @DeadlineDate, @DeadlinePrecision, @AddedAt)
            ON CONFLICT (id) DO UPDATE SET ordinal = excluded.ordinal, number = excluded.number, title = excluded.title, text = excluded.text, line = excluded.line,
                   deadline_raw = excluded.deadline_raw, deadline_date = excluded.deadline_date, deadline_precision = excluded.deadline_precision, dropped_at = NULL
            """;
        const string left = "SELECT id FROM plan_task WHERE plan_id = @planId AND ordinal > @last ORDER BY ordinal";
        const string drop = "UPDATE plan_task SET ordinal = @ordinal, dropped_at = COALESCE(dropped_at, @at) WHERE id = @id";
        var beyond = await database.FindAsync<long>(places, new { planId }, cancellationToken) + tasks.Count;
        await database.WriteAsync(aside, new { planId, beyond }, cancellationToken);
        await database.InsertAsync(sql, tasks.Select(task => RevisedTask.Of(task, at)), cancellationToken);
        var dropped = await database.QueryAsync<Guid>(left, new { planId, last = tasks.Count }, cancellationToken);
        foreach (var (index, id) in dropped.Index())
            await database.WriteAsync(drop, new { id, ordinal = tasks.Count + index + 1, at }, cancellationToken);
    }

    private async Task WriteMilestonesAsync(IReadOnlyList<PlanTask> tasks, CancellationToken cancellationToken)
    {
        const string sql = "INSERT INTO milestone (task_id, ordinal, raw, date, precision) VALUES (@TaskId, @Ordinal, @Raw, @Date, @Precision)";
        await database.WriteAsync("DELETE FROM milestone WHERE task_id = ANY (@tasks)", new { tasks = new IdList([.. tasks.Select(task => task.Id)]) }, cancellationToken);
        await database.InsertAsync(sql, tasks.SelectMany(MilestoneRow.Of), cancellationToken);
    }

    private async Task WriteAssignmentsAsync(Guid planId, IReadOnlyList<Assignment> assignments, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string drop = """
            UPDATE assignment SET dropped_at = @at
             WHERE dropped_at IS NULL AND task_id IN (SELECT id FROM plan_task WHERE plan_id = @planId) AND NOT (id = ANY (@kept))
            """;
        // A share that was dropped once and comes again is the same one: (task, unit) is unique.
        const string sql = """
            INSERT INTO assignment (id, task_id, unit_id, ordinal, role, raw, added_at) VALUES (@Id, @TaskId, @UnitId, @Ordinal, @Role, @Raw, @AddedAt)
            ON CONFLICT (task_id, unit_id) DO UPDATE SET ordinal = excluded.ordinal, role = excluded.role, raw = excluded.raw, dropped_at = NULL
            """;
        await database.WriteAsync(drop, new { planId, at, kept = new IdList([.. assignments.Select(assignment => assignment.Id)]) }, cancellationToken);
        await database.InsertAsync(
            sql, assignments.Select(one => new { one.Id, one.TaskId, one.UnitId, one.Ordinal, one.Role, one.Raw, AddedAt = at }), cancellationToken);
    }

    private sealed record RevisedTask(
        Guid Id, Guid PlanId, int Ordinal, string? Number, string? Title, string Text, int Line, string? DeadlineRaw, string? DeadlineDate, string? DeadlinePrecision, DateTimeOffset AddedAt)
    {
        public static RevisedTask Of(PlanTask task, DateTimeOffset at) => new(
            task.Id, task.PlanId, task.Ordinal, task.Number, task.Title, task.Text, task.Line, task.Deadline?.Raw, task.Deadline?.Date, task.Deadline?.Precision, at);
    }
}
