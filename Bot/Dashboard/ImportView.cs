using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.Importing.Repair;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>A form as somebody has filled it in, with what is wrong; it is shown in place of what is stored.</summary>
public sealed record Filled<T>(T Fields, IReadOnlyDictionary<string, FieldProblem> Problems);

/// <summary>Which task a form is about: one of the notice's by its place from 0, or a new one from a line.</summary>
public sealed record TaskTarget(int? At, int Line);

/// <summary>A notice in repair as its page shows it.</summary>
/// <param name="Proposal">The rule that is proposed; null where the notice states one or it is decided.</param>
/// <param name="Plans">Those that could be the plan above.</param>
/// <param name="FirstDue">When the first period would be due by the rule as it stands; null where that cannot be told.</param>
public sealed record ImportView(
    NoticeDraft Draft, NoticeInRepair Repair, NoticeStanding Standing, RuleProposal? Proposal, IReadOnlyList<Plan> Plans, DueDateExplanation? FirstDue, int Page)
{
    /// <summary>Doubtful lines shown at a time, and tasks on one page of the list.</summary>
    public const int MostDoubts = 12;
    public const int TasksOnPage = 40;

    public Notice Notice => Repair.Notice;

    /// <summary>The task whose form is open though nothing is doubtful about it, or the new one; null for none.</summary>
    public TaskTarget? Editing { get; init; }

    /// <summary>What could not be saved.</summary>
    public Filled<TaskFields>? Task { get; init; }
    public Filled<HeadFields>? Head { get; init; }
    public Filled<RuleFields>? Rule { get; init; }

    public string? Said { get; init; }
    public string? Problem { get; init; }

    /// <summary>Places, from 0, of tasks about which something is doubtful.</summary>
    public IReadOnlyList<int> DoubtfulTasks => [.. Notice.Tasks.Select((task, at) => (task, at)).Where(one => Repair.DoubtsOf(one.task).Any()).Select(one => one.at)];

    /// <summary>Other doubts, those of the rule not among them, by line.</summary>
    public IReadOnlyList<IGrouping<int, NoticeWarning>> DoubtfulLines => [.. Repair.OtherDoubts.Where(doubt => !NoticeInRepair.RuleDoubts.Contains(doubt.Issue)).GroupBy(doubt => doubt.Line)];

    /// <summary>Doubts of the lines and the tasks; those that only the rule's form shows are not among them.</summary>
    public int DoubtsOfLines => Notice.Warnings.Count - DoubtsOfRule;

    /// <summary>Doubts that stand at the rule, and about no task's line.</summary>
    public int DoubtsOfRule => Repair.OtherDoubts.Count(doubt => NoticeInRepair.RuleDoubts.Contains(doubt.Issue));

    public int Units => Notice.Tasks.SelectMany(task => task.Units).Select(unit => unit.Name).Distinct().Count();

    public int Pages => Math.Max(1, (Notice.Tasks.Count + TasksOnPage - 1) / TasksOnPage);

    /// <summary>The rule as the notice states it or somebody has decided it, else as it is proposed.</summary>
    public RuleFields RuleFields(DateOnly today)
    {
        var (read, proposed) = (Notice.Plan.Reporting, Proposal?.Rule ?? ProposeRule.Usual(Notice.Plan.Reporting));
        var frequency = read?.Frequency ?? proposed.Frequency;
        var sections = read is { Sections.Count: > 0 } ? read.Sections : proposed.Sections is { Count: > 0 } named ? named : [.. ReportSections.Default.Select(section => section.Name)];
        return Importing.Repair.RuleFields.Of(
            frequency, read?.DueRule ?? proposed.DueRule, read?.FirstPeriod ?? proposed.FirstPeriod ?? FirstPeriods.Proposed(Notice.Plan, frequency, today), sections, read?.LeadOnly ?? proposed.LeadOnly);
    }
}
