using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="Moved">Due dates of open periods that the corrected rule has moved.</param>
public sealed record AppliedNotice(Plan Plan, PlanDifference Difference, IReadOnlyList<MovedDueDate> Moved);

/// <summary>Makes of a plan what a corrected notice says, all of it or nothing. What was reported and what is owed in open periods stays; what is new is owed from the next period on.</summary>
public sealed class ApplyNotice(
    IDatabase database, IPlanRepository plans, IPlanRevisionRepository revisions, IUnitRepository units, CompareNotice compare, IAuditRepository audit, OpenPeriods openPeriods,
    RecomputeDueDates recompute, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="basis">The plan's <see cref="Plan.SourceHash"/> when the difference was shown; null where nobody was shown one.</param>
    /// <returns>Null when there is nothing to change, or the plan has been changed since the difference was shown.</returns>
    public Task<AppliedNotice?> RunAsync(NoticeImport import, string? basis, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.OneAtATimeAsync(ImportNotice.Turn, token);
            var standing = await compare.RunAsync(import, token);
            return standing is { Plan: { } plan, Difference: { IsEmpty: false } difference } && (basis is null || basis == plan.SourceHash)
                ? await ApplyAsync(import, standing, plan, difference, token)
                : null;
        },
        cancellationToken);

    private async Task<AppliedNotice?> ApplyAsync(NoticeImport import, NoticeStanding standing, Plan plan, PlanDifference difference, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var revised = PlanOfNotice.Revised(plan, import);
        var shares = (await plans.AssignmentsAsync(plan.Id, cancellationToken)).ToDictionary(assignment => (assignment.TaskId, assignment.UnitId), assignment => assignment.Id);
        await UnitChanges.StoreAsync(units, standing, difference.Renames, import.ImportedBy, now, cancellationToken);
        var tasks = difference.Tasks.Where(pair => pair.After is not null).Select(pair => pair.After! with { Id = pair.Before?.Id ?? pair.After.Id }).ToList();
        var assignments = tasks.SelectMany(task => task.Shares.Select((share, index) => new Assignment
        {
            Id = shares.TryGetValue((task.Id, share.UnitId), out var id) ? id : Guid.CreateVersion7(now),
            TaskId = task.Id, UnitId = share.UnitId, Ordinal = index + 1, Role = share.Role, Raw = share.Raw,
        })).ToList();
        await revisions.ReviseAsync(revised, [.. tasks.Select((task, index) => PlanOfNotice.TaskOf(task, plan.Id, index + 1))], assignments, now, cancellationToken);
        await RecordAsync(import, plan, difference, now, cancellationToken);
        await openPeriods.FillAsync(revised, now, cancellationToken);
        await openPeriods.RunAsync(now, cancellationToken);
        return new(revised, difference, [.. (await recompute.RunAsync(cancellationToken)).Where(moved => moved.Plan.Id == plan.Id)]);
    }

    /// <summary>The trail keeps the words as they were: reports on a task were written under them.</summary>
    private async Task RecordAsync(NoticeImport import, Plan plan, PlanDifference difference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = new { plan.Title, plan.SourceName, plan.Reporting.Evidence, changed = difference.Changed.Select(change => Written(change.Pair.Before!)), dropped = difference.Dropped.Select(pair => Written(pair.Before!)) };
        var after = new { import.SourceName, changed = difference.Changed.Select(change => Written(change.Pair.After! with { Id = change.Pair.Before!.Id })), added = difference.Added.Select(pair => Written(pair.After!)) };
        await audit.AddAsync(Record("change-plan", "plan", plan.Id, before, after), cancellationToken);
        foreach (var rename in difference.Renames)
            await audit.AddAsync(Record("rename-unit", "unit", rename.UnitId, new { name = rename.Before }, new { name = rename.After }), cancellationToken);

        AuditRecord Record(string action, string subject, Guid id, object old, object changed) => new()
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = import.ImportedBy, Channel = import.Channel, Action = action, Subject = subject, SubjectId = id,
            Before = JsonSerializer.Serialize(old, Readable), After = JsonSerializer.Serialize(changed, Readable),
        };
    }

    private static object Written(TaskWording task) => new
    {
        task.Id, task.Number, task.Text, deadline = task.Deadline?.Raw, units = task.Shares.Select(share => $"{share.UnitName} {share.Role}"),
    };
}
