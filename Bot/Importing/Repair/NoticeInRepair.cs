using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Texts;

namespace PlanBot.Importing.Repair;

/// <summary>A notice that a person looks through before it is stored: what was read, the lines it was read from, and what the person has made of it. Immutable.</summary>
public sealed record NoticeInRepair
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required Notice Notice { get; init; }

    /// <summary>Lines that a task, a doubt or the rule refers to, as written.</summary>
    public required IReadOnlyDictionary<int, string> Lines { get; init; }

    /// <summary>The person has said how and when is to be reported; set where the notice says it beyond doubt.</summary>
    public bool IsRuleDecided { get; init; }

    /// <summary>Whether units that seem to be renamed are; null while nobody has decided.</summary>
    public bool? AcceptRenames { get; init; }

    /// <summary>The plan above, whose rule is proposed where the notice has none; null for none.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Doubts that the person has dealt with.</summary>
    public int Settled { get; init; }

    /// <summary>Tasks that the person has written or changed.</summary>
    public int Changed { get; init; }

    /// <summary>How many of the repairs that were said in the conversation are made, so that none is made twice.</summary>
    public int Said { get; init; }

    /// <summary>What came of the last of them; empty before there was one, and after a change on the page.</summary>
    public IReadOnlyList<RepairTold> Told { get; init; } = [];

    /// <summary>Makes what was said and is not made yet.</summary>
    /// <param name="said">All that was said so far, oldest first.</param>
    public NoticeInRepair WithSaid(IReadOnlyList<string> said)
    {
        var after = this;
        foreach (var words in said.Skip(Said))
            after = after.With(RepairWords.Read(words));
        return after with { Said = Math.Max(Said, said.Count) };
    }

    /// <summary>All that was said together speaks of one list: so tasks are dropped last, and from its end, for each moves up those behind it.</summary>
    private NoticeInRepair With(IReadOnlyList<UnitRepair> repairs)
    {
        var (after, changed, dropped) = (this, new List<RepairTold>(), new List<RepairTold>());
        foreach (var repair in repairs.Where(repair => repair.Kind != RepairKind.DropTask))
        {
            (after, var told) = repair.On(after);
            changed.Add(told);
        }
        foreach (var repair in repairs.Where(repair => repair.Kind == RepairKind.DropTask).DistinctBy(repair => repair.Task).OrderByDescending(repair => repair.Task))
        {
            (after, var told) = repair.On(after);
            dropped.Insert(0, told);
        }
        var gone = dropped.Where(told => told.IsDropped).Select(told => told.Tasks[0]).ToHashSet();
        var moved = changed.Select(told => told with { Tasks = [.. told.Tasks.Where(place => !gone.Contains(place)).Select(place => place - gone.Count(before => before < place))] });
        return after with { Told = [.. dropped, .. moved.Where(told => told.Problem is not null || told.Tasks.Count > 0)] };
    }

    public static NoticeInRepair Of(NoticeReading reading)
    {
        var (notice, lines) = (reading.Notice!, reading.Lines());
        var referred = notice.Tasks.Select(task => task.Line).Concat(notice.Warnings.Select(warning => warning.Line)).Append(notice.Plan.Reporting?.Line ?? 0).ToHashSet();
        return new()
        {
            Notice = notice, Lines = lines.Where(line => referred.Contains(line.Key)).ToDictionary(line => line.Key, line => line.Value),
            IsRuleDecided = notice.Plan.Reporting is { DueRule: not null } rule && notice.Warnings.All(warning => warning.Line != rule.Line || !RuleDoubts.Contains(warning.Issue)),
        };
    }

    public static NoticeInRepair Read(string document) => JsonSerializer.Deserialize<NoticeInRepair>(document, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Doubts about the reporting rule, which is decided as a whole.</summary>
    public static IReadOnlyList<NoticeIssue> RuleDoubts { get; } =
        [NoticeIssue.NoDueDay, NoticeIssue.PeriodUnclear, NoticeIssue.ShiftUnclear, NoticeIssue.FirstPeriodUnknown, NoticeIssue.SecondRule, NoticeIssue.AfterEvent, NoticeIssue.TimeUnclear, NoticeIssue.SeveralRules, NoticeIssue.SectionsUnclear];

    /// <summary>The doubts of a task's line; of two tasks on one line, both have them.</summary>
    public IEnumerable<NoticeWarning> DoubtsOf(NoticeTask task) => Notice.Warnings.Where(warning => warning.Line == task.Line);

    /// <summary>Doubts that belong to no task: about the heading, the rule, or a line that found no place.</summary>
    public IEnumerable<NoticeWarning> OtherDoubts
    {
        get
        {
            var lines = Notice.Tasks.Select(task => task.Line).ToHashSet();
            return Notice.Warnings.Where(warning => !lines.Contains(warning.Line));
        }
    }

    /// <param name="at">Place of the task, from 0.</param>
    public NoticeInRepair WithTask(int at, NoticeTask task) =>
        (this with { Notice = Notice with { Tasks = [.. Notice.Tasks.Take(at), task, .. Notice.Tasks.Skip(at + 1)] }, Changed = Changed + 1, Told = [] }).Rechecked(Notice.Tasks[at].Line);

    /// <summary>A task that was overlooked, put where its line stands.</summary>
    public NoticeInRepair WithNewTask(NoticeTask task)
    {
        var at = Notice.Tasks.TakeWhile(other => other.Line <= task.Line).Count();
        return (this with { Notice = Notice with { Tasks = [.. Notice.Tasks.Take(at), task, .. Notice.Tasks.Skip(at)] }, Changed = Changed + 1, Told = [] }).Rechecked(task.Line);
    }

    public NoticeInRepair WithoutTask(int at) =>
        (this with { Notice = Notice with { Tasks = [.. Notice.Tasks.Take(at), .. Notice.Tasks.Skip(at + 1)] }, Changed = Changed + 1, Told = [] }).Rechecked(Notice.Tasks[at].Line);

    /// <summary>The person has looked at the line and leaves it as it is.</summary>
    public NoticeInRepair Looked(int line)
    {
        var left = Notice.Warnings.Where(warning => warning.Line != line).ToList();
        return this with { Notice = Notice with { Warnings = left }, Settled = Settled + Notice.Warnings.Count - left.Count };
    }

    public NoticeInRepair WithPlan(NoticePlan plan, IReadOnlyCollection<NoticeIssue> settled)
    {
        var left = Notice.Warnings.Where(warning => !settled.Contains(warning.Issue)).ToList();
        return this with { Notice = Notice with { Plan = plan, Warnings = left }, Settled = Settled + Notice.Warnings.Count - left.Count };
    }

    /// <summary>What was doubtful about the line has been decided; what holds by itself is looked at again.</summary>
    private NoticeInRepair Rechecked(int line)
    {
        var looked = Looked(line);
        var left = looked.Notice.Warnings.Where(warning => warning.Issue switch
        {
            NoticeIssue.TasksMissing or NoticeIssue.NothingAssigned => looked.Notice.Tasks.Count == 0,
            NoticeIssue.CountDiffers => !IsAnnounced(warning.Subject, looked.Notice.Tasks),
            _ => true,
        }).ToList();
        var without = looked.Notice.Tasks.Where(task => task.Line == line && task.Units.Count == 0).Select(task => new NoticeWarning(line, NoticeIssue.NoUnit, task.Number ?? "")).Distinct();
        return looked with { Notice = looked.Notice with { Warnings = [.. left.Concat(without).OrderBy(warning => warning.Line).ThenBy(warning => warning.Issue)] } };
    }

    private static bool IsAnnounced(string words, IReadOnlyList<NoticeTask> tasks) =>
        int.TryParse(string.Concat(words.Where(char.IsAsciiDigit)), out var count) && (count == tasks.Count || count == tasks.Select(task => task.Number).Distinct().Count());
}
