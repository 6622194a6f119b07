using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.UseCases;

/// <summary>A notice that a person has looked at and wants stored.</summary>
/// <param name="SourceHash">SHA-256 of the file, lower hex: the same file twice is one plan.</param>
/// <param name="ParentId">The plan above; null leaves it as it is.</param>
/// <param name="ImportedBy">Null when it came by the command line.</param>
public sealed record NoticeImport(Notice Notice, string SourceName, string SourceHash, Guid? ParentId, Guid? ImportedBy, string Channel)
{
    /// <summary>The plan that it corrects, where a person has named it.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Whether units that seem to go on under a new name do; null while nobody has decided: a plan's correction then shows them as renamed, a new plan's as new.</summary>
    public bool? AcceptRenames { get; init; }

    /// <summary>The rule of a notice that states none, or no due day; null while nobody has decided.</summary>
    public ChosenRule? Rule { get; init; }
}

/// <param name="AlreadyThere">A notice that says the same had been imported before; nothing was changed.</param>
/// <param name="Differs">It corrects a plan that is there; nothing was changed, for that is <see cref="ApplyNotice"/>'s work and wants a confirmation of its own.</param>
/// <param name="RuleAssumed">The notice states no rule, or no due day, and nobody has decided: what is missing of "quarterly, by the third working day of the next quarter" was taken.</param>
public sealed record ImportedPlan(Plan Plan, int Tasks, int Units, bool AlreadyThere, bool Differs, bool RuleAssumed)
{
    /// <summary>How it stood to the plans there were.</summary>
    public NoticeStanding? Standing { get; init; }
}

/// <summary>Stores a new notice as a plan, with its tasks, units and assignments, and opens the period that is under way: all of it or nothing.</summary>
public sealed class ImportNotice(
    IDatabase database, IPlanRepository plans, IUnitRepository units, CompareNotice compare, IAuditRepository audit, OpenPeriods openPeriods, TellSystems systems, TimeProvider clock)
{
    /// <summary>Importing looks for what is there already; two at once, on two nodes, would both find nothing.</summary>
    internal const string Turn = "import";

    public Task<ImportedPlan> RunAsync(NoticeImport import, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.OneAtATimeAsync(Turn, token);
            var standing = await compare.RunAsync(import, token);
            return standing.Plan is { } known ? await AlreadyThereAsync(known, standing, token) : await StoreAsync(import, standing, clock.GetUtcNow(), token);
        },
        cancellationToken);

    private async Task<ImportedPlan> AlreadyThereAsync(Plan plan, NoticeStanding standing, CancellationToken cancellationToken) => new(
        plan, (await plans.TasksAsync(plan.Id, cancellationToken)).Count, (await units.OfPlanAsync(plan.Id, cancellationToken)).Count,
        AlreadyThere: true, Differs: !standing.SaysTheSame, RuleAssumed: plan.Reporting.Evidence is null) { Standing = standing };

    private async Task<ImportedPlan> StoreAsync(NoticeImport import, NoticeStanding standing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = PlanOfNotice.PlanOf(import, now);
        await UnitChanges.StoreAsync(units, standing, import.AcceptRenames == true ? standing.Renames : [], import.ImportedBy, now, cancellationToken);
        var wordings = import.Notice.Tasks.Select(task => PlanOfNotice.WordingOf(task, standing.Units.Units, now)).ToList();
        var tasks = wordings.Select((task, index) => PlanOfNotice.TaskOf(task, plan.Id, index + 1)).ToList();
        var assignments = wordings.SelectMany(task => task.Shares.Select((share, index) => new Assignment
        {
            Id = Guid.CreateVersion7(now), TaskId = task.Id, UnitId = share.UnitId, Ordinal = index + 1, Role = share.Role, Raw = share.Raw,
        })).ToList();
        await plans.AddAsync(plan, tasks, assignments, cancellationToken);
        var count = assignments.Select(assignment => assignment.UnitId).Distinct().Count();
        await audit.AddAsync(
            new AuditRecord
            {
                Id = Guid.CreateVersion7(now), At = now, PersonId = import.ImportedBy, Channel = import.Channel, Action = "import-plan", Subject = "plan",
                SubjectId = plan.Id, After = JsonSerializer.Serialize(new { plan.Title, plan.SourceName, tasks = tasks.Count, units = count, chosenRule = import.Rule?.DueRule }),
            },
            cancellationToken);
        await systems.PlanAsync(plan, cancellationToken);
        await openPeriods.RunAsync(now, cancellationToken);
        return new ImportedPlan(plan, tasks.Count, count, AlreadyThere: false, Differs: false, RuleAssumed: import is { Rule: null, Notice.Plan.Reporting: null or { DueRule: null } })
        {
            Standing = standing,
        };
    }
}
