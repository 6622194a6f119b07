using System.Globalization;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <summary>A notice that a person has looked at and wants stored.</summary>
/// <param name="SourceHash">SHA-256 of the file, lower hex: the same file twice is one plan.</param>
/// <param name="ImportedBy">Null when it came by the command line.</param>
public sealed record NoticeImport(Notice Notice, string SourceName, string SourceHash, Guid? ParentId, Guid? ImportedBy, string Channel);

/// <param name="AlreadyThere">The same file had been imported before; nothing was changed.</param>
/// <param name="Differs">A notice of this title, issuer and date had been imported from a file with other contents; nothing was changed, or every unit would be asked twice.</param>
/// <param name="RuleAssumed">The notice states no rule: quarterly, by the third working day of the next quarter, was taken.</param>
public sealed record ImportedPlan(Plan Plan, int Tasks, int Units, bool AlreadyThere, bool Differs, bool RuleAssumed);

/// <summary>Stores a notice as a plan, with its tasks, units and assignments, and opens the period that is under way: all of it or nothing.</summary>
public sealed class ImportNotice(
    IDatabase database, IPlanRepository plans, IUnitRepository units, IAuditRepository audit, OpenPeriods openPeriods, TimeProvider clock)
{
    /// <summary>Importing looks for what is there already; two at once, on two nodes, would both find nothing.</summary>
    internal const string Turn = "import";

    public Task<ImportedPlan> RunAsync(NoticeImport import, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.OneAtATimeAsync(Turn, token);
            return await plans.FindByHashAsync(import.SourceHash, token) is { } known
                ? await AlreadyThereAsync(known, differs: false, token)
                : await SameNoticeAsync(import.Notice.Plan, token) is { } other
                ? await AlreadyThereAsync(other, differs: true, token)
                : await StoreAsync(import, clock.GetUtcNow(), token);
        },
        cancellationToken);

    /// <summary>The plan that this notice was imported as before, from this file or another.</summary>
    /// <returns>Null when it is new.</returns>
    public async Task<(Plan Plan, bool Differs)?> FindAsync(Notice notice, string sourceHash, CancellationToken cancellationToken) =>
        await plans.FindByHashAsync(sourceHash, cancellationToken) is { } same ? (same, false)
        : await SameNoticeAsync(notice.Plan, cancellationToken) is { } other ? (other, true)
        : null;

    private async Task<Plan?> SameNoticeAsync(NoticePlan notice, CancellationToken cancellationToken) =>
        (await plans.AllAsync(cancellationToken)).FirstOrDefault(plan =>
            notice.Title is not null && (plan.Title, plan.Issuer, plan.IssuedOn) == (notice.Title, notice.Issuer, notice.IssuedOn));

    private async Task<ImportedPlan> AlreadyThereAsync(Plan plan, bool differs, CancellationToken cancellationToken) => new(
        plan, (await plans.TasksAsync(plan.Id, cancellationToken)).Count, (await units.OfPlanAsync(plan.Id, cancellationToken)).Count,
        AlreadyThere: true, Differs: differs, RuleAssumed: plan.Reporting.Evidence is null);

    private async Task<ImportedPlan> StoreAsync(NoticeImport import, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = PlanOf(import, now);
        var unitIds = await UnitIdsAsync(import.Notice, now, cancellationToken);
        var tasks = import.Notice.Tasks.Select((task, index) => TaskOf(task, plan.Id, index + 1, now)).ToList();
        var assignments = import.Notice.Tasks.Zip(tasks).SelectMany(pair => AssignmentsOf(pair.First, pair.Second.Id, unitIds, now)).ToList();
        await plans.AddAsync(plan, tasks, assignments, cancellationToken);
        await audit.AddAsync(
            new AuditRecord
            {
                Id = Guid.CreateVersion7(now), At = now, PersonId = import.ImportedBy, Channel = import.Channel, Action = "import-plan", Subject = "plan",
                SubjectId = plan.Id, After = JsonSerializer.Serialize(new { plan.Title, plan.SourceName, tasks = tasks.Count, units = unitIds.Count }),
            },
            cancellationToken);
        await openPeriods.RunAsync(now, cancellationToken);
        return new ImportedPlan(plan, tasks.Count, unitIds.Count, AlreadyThere: false, Differs: false, RuleAssumed: plan.Reporting.Evidence is null);
    }

    private async Task<Dictionary<string, Guid>> UnitIdsAsync(Notice notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, Guid>();
        foreach (var named in notice.Tasks.SelectMany(task => task.Units).DistinctBy(unit => unit.Name))
        {
            var unit = await units.FindByNameAsync(named.Name, cancellationToken);
            if (unit is null)
            {
                unit = new Unit { Id = Guid.CreateVersion7(now), Name = named.Name, Kind = named.Kind };
                await units.AddAsync(unit, cancellationToken);
            }
            ids[named.Name] = unit.Id;
        }
        return ids;
    }

    private static Plan PlanOf(NoticeImport import, DateTimeOffset now)
    {
        var notice = import.Notice.Plan;
        return new Plan
        {
            Id = Guid.CreateVersion7(now), ParentId = import.ParentId, Title = notice.Title ?? Path.GetFileNameWithoutExtension(import.SourceName),
            Issuer = notice.Issuer, DocumentNumber = notice.DocumentNumber, IssuedOn = notice.IssuedOn, StartsOn = notice.StartsOn, EndsOn = notice.EndsOn,
            Reporting = RuleOf(import.Notice, now), NeedsSignOff = notice.Reporting?.NeedsSignOff ?? false, Contact = notice.Contact, SourceName = import.SourceName, SourceHash = import.SourceHash, ImportedAt = now,
        };
    }

    private static ReportingRule RuleOf(Notice notice, DateTimeOffset now)
    {
        var (plan, stated) = (notice.Plan, notice.Plan.Reporting);
        var frequency = stated?.Frequency ?? Frequency.Quarterly;
        var first = stated?.FirstPeriod
            ?? ReportingPeriod.Containing(DayOf(plan.IssuedOn) ?? DayOf(plan.StartsOn) ?? DateOnly.FromDateTime(now.UtcDateTime), frequency);
        ReportingPeriod? last = DayOf(plan.EndsOn, atTheEnd: true) is { } end ? ReportingPeriod.Containing(end, frequency) : null;
        var sections = SectionKinds.Of(notice);
        return new ReportingRule
        {
            Frequency = frequency, DueRule = stated?.DueRule ?? DueRule.Default, FirstPeriod = first, LastPeriod = last < first ? first : last,
            Evidence = stated?.Evidence, Sections = sections.Count > 0 ? sections : ReportSections.Default, Recipient = stated?.Recipient,
            LeadOnly = stated?.LeadOnly ?? false,
        };
    }

    /// <summary>First day (or last) of an ISO date that may be cut to a year or a month.</summary>
    private static DateOnly? DayOf(string? date, bool atTheEnd = false)
    {
        if (date is null || !int.TryParse(date.AsSpan(0, Math.Min(4, date.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        if (date.Length >= 10 && DateOnly.TryParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        var month = date.Length >= 7 ? int.Parse(date.AsSpan(5, 2), CultureInfo.InvariantCulture) : atTheEnd ? 12 : 1;
        return new DateOnly(year, month, atTheEnd ? DateTime.DaysInMonth(year, month) : 1);
    }

    private static PlanTask TaskOf(NoticeTask task, Guid planId, int ordinal, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), PlanId = planId, Ordinal = ordinal, Number = task.Number, Title = task.Title, Text = task.Text, Line = task.Line,
        Deadline = task.Deadline, Milestones = task.Milestones,
    };

    /// <summary>A unit that the notice names twice for one task has one share in it, the one named first.</summary>
    private static IEnumerable<Assignment> AssignmentsOf(NoticeTask task, Guid taskId, Dictionary<string, Guid> unitIds, DateTimeOffset now) =>
        task.Units.DistinctBy(unit => unitIds[unit.Name]).Select((unit, index) => new Assignment
        {
            Id = Guid.CreateVersion7(now), TaskId = taskId, UnitId = unitIds[unit.Name], Ordinal = index + 1, Role = unit.Role, Raw = unit.Raw,
        });
}
