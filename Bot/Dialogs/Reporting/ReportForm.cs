using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>A report being put together for one unit and period. Pure: it knows what is still to be asked, and no channel.</summary>
/// <remarks>Saved as JSON with the conversation, so that a restart half-way through asks the same question.</remarks>
public sealed record ReportForm
{
    public required Guid PlanId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>Key of the period, e.g. 2020Q1.</summary>
    public required string Period { get; init; }
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>What the unit may report or correct in this period, in the notice's order.</summary>
    public required IReadOnlyList<FormTask> Tasks { get; init; }

    /// <summary>What has been written so far; no task stands in two parts.</summary>
    public IReadOnlyList<FormPart> Parts { get; init; } = [];

    /// <summary>Texts whose task is not known yet; empty texts when only the wish to report was said.</summary>
    public FormPart? Unplaced { get; init; }

    /// <summary>Further texts whose task is not known; they come up one after the other.</summary>
    public IReadOnlyList<FormPart> Waiting { get; init; } = [];

    /// <summary>A correction whose task is not known yet.</summary>
    public Correction? UnplacedCorrection { get; init; }

    /// <summary>Where new words met an own draft: whether they add to it or replace it is still to be said.</summary>
    public IReadOnlyList<DraftClash> Clashes { get; init; } = [];

    /// <summary>Section to be written anew although it has a text (改成效).</summary>
    public int? Rewriting { get; init; }

    /// <summary>When its first word was said; null before a question was put or a summary shown.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Questions that were put, as they came: what stands there twice was asked twice.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    public ReportingPeriod Key => ReportingPeriod.TryParse(Period, out var key) ? key : throw new FormatException($"{Period} is no period");

    public IReadOnlyList<FormTask> Open => [.. Tasks.Where(task => task.IsOpen)];

    /// <summary>Tasks that words without a number can be about: of a report what is open, else everything; of a correction what is written here, else what is filed.</summary>
    public IReadOnlyList<FormTask> Choices => UnplacedCorrection is not null
        ? Parts.Count > 0 ? [.. Tasks.Where(InParts)] : Tasks.Any(task => !task.IsOpen) ? [.. Tasks.Where(task => !task.IsOpen)] : Tasks
        : Open.Count > 0 ? Open : Tasks;

    /// <summary>The next question; null when everything is written and only the confirmation is missing.</summary>
    public FormQuestion? Missing
    {
        get
        {
            if (Unplaced is not null || UnplacedCorrection is not null)
                return new(FormQuestionKind.WhichTasks, null, []);
            if (Clashes.Count > 0)
                return new(FormQuestionKind.AppendOrReplace, Section(Clashes[0].Section), [.. Clashes.Select(clash => clash.Ordinal).Distinct()]);
            if (Rewriting is { } rewriting)
                return new(FormQuestionKind.Section, Section(rewriting), [.. Parts.SelectMany(part => part.Ordinals)]);
            return Sections
                .Select(section => new FormQuestion(FormQuestionKind.Section, section, [.. Parts.Where(part => !part.Texts.ContainsKey(section.Ordinal)).SelectMany(part => part.Ordinals)]))
                .FirstOrDefault(question => question.Tasks.Count > 0);
        }
    }

    /// <summary>The section that unlabelled text goes to.</summary>
    public ReportSection Progress => Sections.FirstOrDefault(section => section.Kind == SectionKind.Progress) ?? Sections[0];

    /// <summary>Numbers that the text names and the unit does not have.</summary>
    public IEnumerable<int> Unknown(IEnumerable<int> ordinals) => ordinals.Where(ordinal => Find(ordinal) is null);

    public FormTask? Find(int ordinal) => ordinal == -1 ? (Tasks.Count > 0 ? Tasks[^1] : null) : Tasks.FirstOrDefault(task => task.Ordinal == ordinal);

    /// <summary>Reads what was typed, as a report on these tasks.</summary>
    public ReportText Read(string said)
    {
        said = TasksSpread.Of(said, [.. Open.Select(task => task.Ordinal)], Tasks.Count > 1 ? Subjects : null);
        if (Tasks.Count > 1 && SameForTasks.In(said) is { } same && Repeated(same) is { Count: > 0 } repeated)
            return new("", repeated);
        var named = Tasks.Count == 1 ? new TaskMentions(said, "", "") : TaskMentions.AtStart(said, Subjects);
        return named.Restored(ReportText.Parse(named.Text, SectionWords.For(Sections), Open.Count, Tasks.Count == 1, Subjects));
    }

    /// <summary>第二项第三项同上: of the task that is written here, else of the one that is filed.</summary>
    /// <returns>Empty when nobody could say which text is meant.</returns>
    private List<ReportBlock> Repeated(SameForTasks same)
    {
        var written = Parts.Count > 0 ? Parts.Where(part => part.Texts.Count > 0).SelectMany(part => part.Ordinals).ToList() : [.. Tasks.Where(task => !task.IsOpen).Select(task => task.Ordinal)];
        var tasks = (same.Tasks.Count > 0 ? same.Tasks.Select(task => Find(task)?.Ordinal ?? task) : Open.Select(task => task.Ordinal)).Except(same.Tasks.Count > 0 ? [] : written).ToList();
        var from = written.Except(tasks).ToList();
        // Of several that are written, the one just before is meant.
        return from.Count == 0 || tasks.Count == 0 ? [] : [.. tasks.Select(task => new ReportBlock(task, new Dictionary<int, string>(), $"同第{from.FindLast(other => other < tasks[0]) switch { 0 => from[^1], var before => before }}项"))];
    }

    /// <summary>The tasks that can be meant, by what they are about.</summary>
    internal ReportSubjects Subjects => new([.. Choices.Select(task => (task.Ordinal, task.Text ?? task.Name))]);

    /// <summary>零报告吧: an order to file that there is nothing, rather than a text.</summary>
    public static bool IsNilReport(string plain) => NilReport.IsMatch(plain);

    private static Regex NilReport => field ??= new("^(?:那|就|我们|先|这次|这季度?|都|按|,)*(?:零报告?|报零|零填报|无进展报送?)(?:处理|报送)?(?:吧|了|就行)*$|^(?:please )?(?:just )?(?:file |make it |put |submit |send )?(?:an? )?nil(?: (?:report|return))?(?: (?:for |from )?(?:this (?:quarter|time|period)|us|q[1-4]))*(?:,? please| then)?$");

    /// <summary>The section written just before this question was asked; null when it is the first.</summary>
    public int? Before(FormQuestion question)
    {
        var order = Sections.Select(section => section.Ordinal).ToList();
        var written = order.Take(order.IndexOf(question.Section!.Ordinal)).Where(section => Parts.Any(part => part.Texts.ContainsKey(section))).ToList();
        return written.Count > 0 ? written[^1] : null;
    }

    public ReportSection Section(int ordinal) => Sections.First(section => section.Ordinal == ordinal);

    /// <summary>The part that a task stands in.</summary>
    public FormPart? PartOf(int ordinal) => Parts.FirstOrDefault(part => part.Ordinals.Contains(ordinal));

    /// <summary>Whether anything differs from what is filed already; a correction that changes nothing need not be filed.</summary>
    public bool HasChanges => Parts.Any(part => part.Ordinals.Any(ordinal => Find(ordinal) is not { IsOpen: false } task
        || part.Texts.Any(text => task.Known.GetValueOrDefault(text.Key) != text.Value)));

    /// <summary>Everything written here is filed already in an earlier version.</summary>
    public bool IsEdit => Parts.Count > 0 && Parts.All(part => part.Ordinals.All(ordinal => Find(ordinal) is { IsOpen: false }));

    private bool InParts(FormTask task) => PartOf(task.Ordinal) is not null;
}

/// <param name="Name">第二项：… as shown to the contact, without its number.</param>
/// <param name="Version">The version that the contact is looking at; 0 for a first report.</param>
/// <param name="Known">Texts to start from: the draft, else the version that counts.</param>
/// <param name="HadDraft">A draft was there before this form began; cancelling brings it back.</param>
/// <param name="AuthorId">Who filed the version that counts; null when there is none.</param>
/// <param name="Text">The task in full, by which its subject is known; null where it is not needed.</param>
public sealed record FormTask(
    Guid ObligationId, int Ordinal, string Name, int Version, bool IsOpen, IReadOnlyDictionary<int, string> Known, bool HadDraft, Guid? AuthorId = null, string? Text = null)
{
    public Guid TaskId { get; init; }

    /// <summary>The contact has said that it is another unit's, and that is not decided yet.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>When what counts was filed; null while it is open.</summary>
    public DateTimeOffset? FiledAt { get; init; }

    /// <summary>A colleague's draft that was there before this form began; null when there is none.</summary>
    public ColleagueDraft? Colleague { get; init; }
}

/// <summary>A draft that a colleague has left for the same task.</summary>
/// <param name="KeptId">Under which it is put aside once this form writes over it.</param>
public sealed record ColleagueDraft(Guid KeptId, Guid AuthorId, string Author, DateTimeOffset SavedAt, IReadOnlyDictionary<int, string> Sections);

/// <summary>Texts that hold for one task, or alike for several.</summary>
public sealed record FormPart(IReadOnlyList<int> Ordinals, IReadOnlyDictionary<int, string> Texts)
{
    /// <summary>The prose as typed, where its sections are a proposal made of its plain words; null where the contact has split it.</summary>
    public string? Whole { get; init; }

    /// <summary>Nothing was to be reported: a task of it that turns out to have something starts anew.</summary>
    public bool IsNil { get; init; }

    /// <summary>Words that named its task and fit none, or more than one.</summary>
    public string Heading { get; init; } = "";

    public FormPart With(IEnumerable<KeyValuePair<int, string>> texts)
    {
        var merged = new Dictionary<int, string>(Texts);
        foreach (var (section, text) in texts)
            merged[section] = text;
        return this with { Texts = merged };
    }
}

/// <param name="Section">For <see cref="FormQuestionKind.Section"/>.</param>
/// <param name="Tasks">Numbers of the tasks that the answer is for.</param>
public sealed record FormQuestion(FormQuestionKind Kind, ReportSection? Section, IReadOnlyList<int> Tasks);

public enum FormQuestionKind
{
    WhichTasks = 1,
    Section = 2,

    /// <summary>There is a draft: are the new words to be added, or to replace it?</summary>
    AppendOrReplace = 3,
}
