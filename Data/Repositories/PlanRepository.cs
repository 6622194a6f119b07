using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class PlanRepository(IDatabase database) : IPlanRepository
{
    public Task<IReadOnlyList<Plan>> AllAsync(CancellationToken cancellationToken) => ReadAsync("true", null, cancellationToken);

    public async Task<Plan?> FindAsync(Guid planId, CancellationToken cancellationToken) =>
        (await ReadAsync("id = @planId", new { planId }, cancellationToken)).SingleOrDefault();

    public async Task<Plan?> FindByHashAsync(string sourceHash, CancellationToken cancellationToken) =>
        (await ReadAsync("source_hash = @sourceHash", new { sourceHash }, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<PlanTask>> TasksAsync(Guid planId, CancellationToken cancellationToken) =>
        ReadTasksAsync("plan_task.plan_id = @planId AND plan_task.dropped_at IS NULL", new { planId }, cancellationToken);

    public async Task<PlanTask?> TaskAsync(Guid taskId, CancellationToken cancellationToken) =>
        (await ReadTasksAsync("plan_task.id = @taskId", new { taskId }, cancellationToken)).SingleOrDefault();

    /// <param name="condition">A condition on plan_task, of ours.</param>
    private async Task<IReadOnlyList<PlanTask>> ReadTasksAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        var tasks = $"""
            SELECT id, plan_id, ordinal, number, title, text, line, deadline_raw, deadline_date, deadline_precision
              FROM plan_task WHERE {condition} ORDER BY ordinal
            """;
        var milestones = $"""
            SELECT milestone.task_id, milestone.raw, milestone.date, milestone.precision
              FROM milestone JOIN plan_task ON plan_task.id = milestone.task_id
             WHERE {condition} ORDER BY milestone.task_id, milestone.ordinal
            """;
        var rows = await database.QueryAsync<PlanTaskRow>(tasks, parameters, cancellationToken);
        var dates = (await database.QueryAsync<MilestoneRow>(milestones, parameters, cancellationToken)).ToLookup(row => row.TaskId, row => row.ToModel());
        return rows.Select(row => row.ToModel(dates[row.Id].ToList())).ToList();
    }

    public Task<IReadOnlyList<Assignment>> AssignmentsAsync(Guid planId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT assignment.id, assignment.task_id, assignment.unit_id, assignment.ordinal, assignment.role, assignment.raw
              FROM assignment JOIN plan_task ON plan_task.id = assignment.task_id
             WHERE plan_task.plan_id = @planId AND plan_task.dropped_at IS NULL AND assignment.dropped_at IS NULL ORDER BY plan_task.ordinal, assignment.ordinal
            """;
        return database.QueryAsync<Assignment>(sql, new { planId }, cancellationToken);
    }

    public Task AddAsync(Plan plan, IReadOnlyList<PlanTask> tasks, IReadOnlyList<Assignment> assignments, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async cancellation =>
        {
            await AddPlanAsync(plan, cancellation);
            await AddTasksAsync(tasks, cancellation);
            const string sql = "INSERT INTO assignment (id, task_id, unit_id, ordinal, role, raw) VALUES (@Id, @TaskId, @UnitId, @Ordinal, @Role, @Raw)";
            await database.InsertAsync(sql, assignments, cancellation);
        }, cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, int>> CountUnitsAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT plan_task.plan_id, count(DISTINCT assignment.unit_id) AS units
              FROM assignment JOIN plan_task ON plan_task.id = assignment.task_id
             WHERE plan_task.dropped_at IS NULL AND assignment.dropped_at IS NULL GROUP BY plan_task.plan_id
            """;
        return (await database.QueryAsync<UnitCount>(sql, null, cancellationToken)).ToDictionary(count => count.PlanId, count => (int)count.Units);
    }

    private sealed record UnitCount
    {
        public required Guid PlanId { get; init; }
        public required long Units { get; init; }
    }

    public Task RequireSignOffAsync(Guid planId, bool isNeeded, CancellationToken cancellationToken) =>
        database.WriteAsync("UPDATE plan SET needs_sign_off = @isNeeded WHERE id = @planId", new { planId, isNeeded }, cancellationToken);

    /// <param name="condition">A condition on plan, of ours.</param>
    private async Task<IReadOnlyList<Plan>> ReadAsync(string condition, object? parameters, CancellationToken cancellationToken)
    {
        // One statement, for every turn and every report asks. A plan has a handful of sections, and few plans are read at a time.
        var sql = $"""
            SELECT known.*, report_section.ordinal AS section_ordinal, report_section.name AS section_name, report_section.kind AS section_kind
              FROM (SELECT id, parent_id, title, issuer, document_number, issued_on, starts_on, ends_on, time_zone, frequency, due_rule, first_period, last_period,
                           rule_evidence, recipient, lead_only, contact_office, contact_person, contact_phone, contact_fax, contact_email,
                           needs_sign_off, source_name, source_hash, imported_at
                      FROM plan WHERE {condition}) AS known
              LEFT JOIN report_section ON report_section.plan_id = known.id
             ORDER BY known.imported_at, known.id, report_section.ordinal
            """;
        var rows = await database.QueryAsync<PlanRow>(sql, parameters, cancellationToken);
        return rows.GroupBy(row => row.Id).Select(of => of.First().ToModel(of.Select(row => row.Section).OfType<ReportSection>().ToList())).ToList();
    }

    private async Task AddPlanAsync(Plan plan, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO plan (id, parent_id, title, issuer, document_number, issued_on, starts_on, ends_on, time_zone, frequency, due_rule, first_period, last_period,
                              rule_evidence, recipient, lead_only, contact_office, contact_person, contact_phone, contact_fax, contact_email,
                              needs_sign_off, source_name, source_hash, imported_at)
            VALUES (@Id, @ParentId, @Title, @Issuer, @DocumentNumber, @IssuedOn, @StartsOn, @EndsOn, @TimeZone, @Frequency, @DueRule, @FirstPeriod, @LastPeriod,
                    @RuleEvidence, @Recipient, @LeadOnly, @ContactOffice, @ContactPerson, @ContactPhone, @ContactFax, @ContactEmail,
                    @NeedsSignOff, @SourceName, @SourceHash, @ImportedAt)
            """;
        const string sections = "INSERT INTO report_section (plan_id, ordinal, name, kind) VALUES (@PlanId, @Ordinal, @Name, @Kind)";
        await database.WriteAsync(sql, PlanRow.Of(plan), cancellationToken);
        await database.InsertAsync(
            sections, plan.Reporting.Sections.Select(section => new { PlanId = plan.Id, section.Ordinal, section.Name, section.Kind }), cancellationToken);
    }

    private async Task AddTasksAsync(IReadOnlyList<PlanTask> tasks, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO plan_task (id, plan_id, ordinal, number, title, text, line, deadline_raw, deadline_date, deadline_precision)
            VALUES (@Id, @PlanId, @Ordinal, @Number, @Title, @Text, @Line, @DeadlineRaw, @DeadlineDate, @DeadlinePrecision)
            """;
        const string milestones = "INSERT INTO milestone (task_id, ordinal, raw, date, precision) VALUES (@TaskId, @Ordinal, @Raw, @Date, @Precision)";
        await database.InsertAsync(sql, tasks.Select(PlanTaskRow.Of), cancellationToken);
        await database.InsertAsync(milestones, tasks.SelectMany(MilestoneRow.Of), cancellationToken);
    }
}
