using System.Text.Json;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <summary>How a notice stands to the plans there are. Nothing is changed by finding out.</summary>
/// <param name="Plan">The plan that it was imported as, or that it corrects; null when it is new.</param>
/// <param name="Difference">What it changes there; null when it is new, empty when it says the same.</param>
/// <param name="Follows">Of a new notice: the plan of an earlier year that it goes on from; null when there is none.</param>
/// <param name="Units">Those it names.</param>
/// <param name="Own">Units of the plan it corrects or follows; empty where there is none.</param>
public sealed record NoticeStanding(Plan? Plan, PlanDifference? Difference, Plan? Follows, NamedUnits Units, IReadOnlyList<Unit> Own)
{
    public bool IsNew => Plan is null;
    public bool SaysTheSame => Difference is { IsEmpty: true };

    /// <summary>Units that may go on under a new name, to be decided by a person.</summary>
    public IReadOnlyList<UnitRename> Renames { get; init; } = [];

    /// <summary>Names of units that were met before, of those that were not, and of those of the earlier plan that are no longer named.</summary>
    public IReadOnlyList<string> KnownNames => [.. Units.Units.Where(unit => Units.New.All(fresh => fresh.Id != unit.Value.Id)).Select(unit => unit.Key)];
    public IReadOnlyList<string> NewNames => [.. Units.New.Select(unit => unit.Name)];
    public IReadOnlyList<string> GoneNames => [.. Own.Where(unit => Units.Units.Values.All(named => named.Id != unit.Id) && Renames.All(rename => rename.UnitId != unit.Id)).Select(unit => unit.Name)];
}

public sealed partial class CompareNotice(IPlanRepository plans, IUnitRepository units, KnownUnits knownUnits, TimeProvider clock)
{
    /// <param name="import">Its <see cref="NoticeImport.Replaces"/> names the plan to compare with; else it is found by file, document number, or title, issuer and date.</param>
    public async Task<NoticeStanding> RunAsync(NoticeImport import, CancellationToken cancellationToken)
    {
        var all = await plans.AllAsync(cancellationToken);
        var plan = all.FirstOrDefault(known => known.Id == import.Replaces) ?? all.FirstOrDefault(known => known.SourceHash == import.SourceHash) ?? all.FirstOrDefault(known => IsSame(known, import.Notice.Plan));
        var follows = plan is null ? all.LastOrDefault(known => IsEarlierYearOf(known, import.Notice.Plan)) : null;
        var own = (plan ?? follows) is { } before ? await units.OfPlanAsync(before.Id, cancellationToken) : [];
        var named = await knownUnits.ResolveAsync(import.Notice, own, clock.GetUtcNow(), cancellationToken);
        if (plan is null)
            return new(null, null, follows, import.AcceptRenames == true ? named.WithRenames(named.Renames, own) : named, own) { Renames = named.Renames };
        if (import.Replaces is null && plan.SourceHash == import.SourceHash)
            return new(plan, new PlanDifference { Tasks = [], Parts = [] }, null, named, own);
        var tasks = await WordingsAsync(plan, own, cancellationToken);
        var renames = OnTheSameTasks(tasks, import.Notice, named, clock.GetUtcNow());
        if (import.AcceptRenames != false)
            named = named.WithRenames(renames, own);
        var after = import.Notice.Tasks.Select(task => PlanOfNotice.WordingOf(task, named.Units, clock.GetUtcNow())).ToList();
        var difference = new PlanDifference
        {
            Tasks = TaskMatching.Match(tasks, after), Parts = PartsOf(plan, import), Renames = import.AcceptRenames == false ? [] : renames,
        };
        return new(plan, difference, null, named, own) { Renames = renames };
    }

    /// <summary>The plan's tasks as they stand, with those who have a share in them.</summary>
    private async Task<IReadOnlyList<TaskWording>> WordingsAsync(Plan plan, IReadOnlyList<Unit> own, CancellationToken cancellationToken)
    {
        var names = own.ToDictionary(unit => unit.Id, unit => unit.Name);
        var shares = (await plans.AssignmentsAsync(plan.Id, cancellationToken)).ToLookup(
            assignment => assignment.TaskId, assignment => new UnitShare(assignment.UnitId, names[assignment.UnitId], assignment.Raw, assignment.Role));
        return
        [
            .. (await plans.TasksAsync(plan.Id, cancellationToken)).Select(task => new TaskWording
            {
                Id = task.Id, Number = task.Number, Title = task.Title, Text = task.Text, Line = task.Line, Deadline = task.Deadline, Milestones = task.Milestones, Shares = [.. shares[task.Id]],
            }),
        ];
    }

    /// <summary>A new name is one of the unit's only where it stands for the old one in a task that is still there.</summary>
    private static IReadOnlyList<UnitRename> OnTheSameTasks(IReadOnlyList<TaskWording> before, Notice notice, NamedUnits named, DateTimeOffset now)
    {
        if (named.Renames.Count == 0)
            return [];
        var pairs = TaskMatching.Match(before, [.. notice.Tasks.Select(task => PlanOfNotice.WordingOf(task, named.Units, now))]);
        return
        [
            .. named.Renames.Where(rename => pairs.Any(pair => pair is { Before: { } old, After: { } wording }
                && old.Shares.Any(share => share.UnitId == rename.UnitId) && wording.Shares.Any(share => share.UnitName == rename.After))),
        ];
    }

    private static List<PlanPartChange> PartsOf(Plan plan, NoticeImport import)
    {
        var (revised, notice) = (PlanOfNotice.Revised(plan, import), import.Notice.Plan);
        var parts = new List<PlanPartChange>();
        void Compare(PlanPart part, string? before, string? after)
        {
            if (Solid(before) != Solid(after))
                parts.Add(new(part, before, after));
        }
        Compare(PlanPart.Title, plan.Title, revised.Title);
        Compare(PlanPart.DocumentNumber, plan.DocumentNumber, revised.DocumentNumber);
        Compare(PlanPart.Issued, plan.IssuedOn, revised.IssuedOn);
        Compare(PlanPart.Years, $"{plan.StartsOn}-{plan.EndsOn}", $"{revised.StartsOn}-{revised.EndsOn}");
        Compare(PlanPart.Contact, Written(plan.Contact), Written(revised.Contact));
        // As text: a rule may hold a list, which is compared by what it is and not by what it holds.
        if (JsonSerializer.Serialize(plan.Reporting.DueRule) != JsonSerializer.Serialize(revised.Reporting.DueRule) || Solid(plan.Reporting.Evidence) != Solid(revised.Reporting.Evidence))
            parts.Add(new(PlanPart.Rule, plan.Reporting.Evidence, revised.Reporting.Evidence));
        if (plan.Reporting.LeadOnly != revised.Reporting.LeadOnly)
            parts.Add(new(PlanPart.LeadOnly, plan.Reporting.LeadOnly.ToString(), revised.Reporting.LeadOnly.ToString()));
        if (notice.Reporting is { } stated)
            parts.AddRange(Kept(plan.Reporting, stated));
        return parts;
    }

    /// <summary>What reports stand on: told, and left as it is.</summary>
    private static IEnumerable<PlanPartChange> Kept(ReportingRule rule, NoticeReporting stated)
    {
        if (stated.Frequency != rule.Frequency)
            yield return new(PlanPart.Frequency, rule.Frequency.ToString(), stated.Frequency.ToString(), IsApplied: false);
        if (stated.Sections.Count > 0 && !stated.Sections.SequenceEqual(rule.Sections.Select(section => section.Name)))
            yield return new(PlanPart.Sections, string.Join('、', rule.Sections.Select(section => section.Name)), string.Join('、', stated.Sections), IsApplied: false);
    }

    private static string? Written(NoticeContact? contact) =>
        contact is null ? null : string.Join(' ', new[] { contact.Office, contact.Person, contact.Phone, contact.Fax, contact.Email }.Where(part => part is not null));

    private static bool IsSame(Plan plan, NoticePlan notice) =>
        (notice.Title is not null && (plan.Title, plan.Issuer, plan.IssuedOn) == (notice.Title, notice.Issuer, notice.IssuedOn))
        // Two attachments of one document may come as two plans; their titles differ.
        || (notice is { DocumentNumber: not null, Issuer: not null, Title: { } title } && (plan.DocumentNumber, plan.Issuer) == (notice.DocumentNumber, notice.Issuer)
            && plan.StartsOn == notice.StartsOn && SimilarText.Says(plan.Title, title));

    /// <summary>The same title but for the year, by the same organ, of a year before.</summary>
    private static bool IsEarlierYearOf(Plan plan, NoticePlan notice) =>
        notice.Title is not null && plan.Issuer == notice.Issuer && WithoutYear(plan.Title) == WithoutYear(notice.Title)
        && string.CompareOrdinal(plan.StartsOn ?? plan.IssuedOn, notice.StartsOn ?? notice.IssuedOn) < 0;

    private static string WithoutYear(string title) => Year().Replace(Solid(title), "");

    private static string Solid(string? text) => text is null ? "" : string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"[（(]?\d{4}(?:\s*[-－—–~至]+\s*\d{4})?年?(?:度)?[）)]?|[一二三四五六七八九〇○零]{4}年(?:度)?")]
    private static partial Regex Year();
}
