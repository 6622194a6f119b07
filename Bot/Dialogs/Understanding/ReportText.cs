using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A report as typed: one block for each task it names, or a single block that names none.</summary>
/// <param name="Opening">What stood before the first task or label and belongs to no section: 市教委一季度情况如下. It may name unit and period.</param>
/// <param name="Blocks">Empty only for a blank message.</param>
public sealed record ReportText(string Opening, IReadOnlyList<ReportBlock> Blocks)
{
    public bool HasLabels => Blocks.Any(block => block.Sections.Count > 0);

    /// <summary>全部三项：进展：… — one text for every task.</summary>
    public bool IsForAll => IsToldOfAll || HasLabels && !NamesTasks && Opening.Length <= 20 && TaskWords.FindAll(Spelling.Plain(Opening).TrimEnd(':')) is { } where && where.Start.Value == 0;

    /// <summary>两项都写：…, without labels.</summary>
    public bool IsToldOfAll { get; private init; }

    public bool NamesTasks => Blocks.Any(block => block.Task is not null);

    /// <summary>Reads what a contact typed; loses nothing but numbering and headings.</summary>
    /// <param name="openTasks">How many tasks could be meant: so many numbered lines without labels are one for each.</param>
    /// <param name="isSingle">The unit has one task only: 第一项试点 is then a part of it.</param>
    /// <param name="tasks">Tasks that may be named by their subject; null for none.</param>
    public static ReportText Parse(string raw, SectionWords words, int openTasks, bool isSingle = false, ReportSubjects? tasks = null)
    {
        raw = LetterFrame.WithoutEnd(raw);
        if (SameForTasks.TextForAll(raw) is { Length: > 3 } shared && Parse(shared, words, openTasks, isSingle, tasks) is { NamesTasks: false, Blocks.Count: 1 } ofAll)
            return ofAll with { IsToldOfAll = !isSingle };
        var folded = LabelScan.Fold(raw);
        if (ReportTable.Read(raw, folded, words) is { } table)
            return table with { Blocks = [.. table.Blocks.Select(block => Placed(block, tasks))] };
        var labels = LabelScan.Find(folded, words);
        var heads = TaskHeads.Find(folded, labels, openTasks, isSingle);
        if (heads.Count == 0 && tasks is not null && !isSingle && SubjectHeads.Find(raw, folded, labels, tasks) is { Count: > 0 } subjects)
        {
            var cuts = subjects.Zip(subjects.Skip(1).Select(next => next.Where.Start.Value).Append(raw.Length),
                (head, end) => Cut(raw, head.Where.End.Value..end, head.Task, labels, words).Block with { Heading = head.Task is null ? head.Words : "" });
            return new(raw[..subjects[0].Where.Start].Trim(), Merge(cuts));
        }
        if (heads.Count == 0)
        {
            // for the research institute: we met two teams: one task by its subject, and all of it is about that one.
            if (labels.Count == 0 && !isSingle && tasks is not null && SubjectHeads.AtStart(raw, tasks) is var (told, start))
                return new("", [new(told, new Dictionary<int, string>(), LabelScan.Tidy(raw[start..]))]);
            if (labels.Count == 0 && !isSingle && ForAll.Match(folded) is { Success: true } all)
                return new("", [new(null, new Dictionary<int, string>(), LabelScan.Tidy(raw[all.Length..]))]) { IsToldOfAll = true };
            var single = Cut(raw, 0..raw.Length, task: null, labels, words);
            // 成效都写初步见效 下一步都按计划推进
            if (!isSingle && labels.Count > 0 && labels.All(label => label.IsOfAll))
                return new(single.Opening, [single.Block]) { IsToldOfAll = true };
            if (isSingle)
                return new(single.Opening, [single.Block]);
            // 报晚了，先给第五项。进展：…, …这是第一项的: its number stands beside the labels, in whatever words.
            if (TaskBeside.Of(single.Block, labels.Count > 0 ? single.Opening : "") is { } beside)
                return new(single.Opening, [beside]);
            // 那先报招商图谱那个。进展：…: the opening names the task by its subject.
            if (tasks is null)
                return new(single.Opening, [single.Block]);
            // Just the listing one for now, the others are with my colleague. Progress: …: longer than an opening mostly is, and no text either.
            var isLong = single.Opening.Length == 0 && single.Block is { Sections.Count: > 0, Free.Length: > 0 };
            var subject = SubjectHeads.InOpening(isLong ? single.Block.Free : single.Opening, tasks);
            return new(isLong && subject is not null ? single.Block.Free : single.Opening, [single.Block with { Task = subject, Free = isLong && subject is not null ? "" : single.Block.Free }]);
        }
        var opening = raw[..heads[0].Where.Start].Trim();
        // Task 1. Progress: the number belongs to the head, and the label begins behind it.
        labels = [.. labels.Select(label => heads.Select(head => head.Where.End.Value).FirstOrDefault(end => label.Start < end && label.End > end) is > 0 and var behind ? label with { Where = behind..label.End, Number = null } : label)];
        var ends = heads.Skip(1).Select(next => next.Where.Start.Value).Append(raw.Length);
        var blocks = heads.Zip(ends, (head, end) => Cut(raw, head.Where.End.Value..end, head.Task, labels, words).Block);
        return new(opening, SharedRemarks.Spread(Merge(blocks), words.Sections));
    }

    /// <summary>下一步打算走访10家，目前进展是…: what stands before the first label and names its section, is of that section.</summary>
    private static (ReportBlock Block, string Opening) Cut(string raw, Range within, int? task, IReadOnlyList<Label> labels, SectionWords words)
    {
        var (block, opening) = LabelScan.Cut(raw, within, task, labels);
        var before = opening.Length > 0 ? opening : block.Sections.Count > 0 ? block.Free : "";
        return before.Length > 0 && CueSplit.SplitNamed(before, words.Sections) is { Count: 1 } named && named.Keys.All(section => !block.Sections.ContainsKey(section))
            ? (block with { Sections = new Dictionary<int, string>(block.Sections.Concat(named)), Free = "" }, "") : (block, opening);
    }

    private static Regex ForAll => field ??= new(@"^\s*(?:这|那)?(?:[两二三四五六七八九0-9]+项|各项|全部|所有任务)(?:任务|工作)?(?:都|均|统一)(?:写成?|填|报|是|为|按)*\s*[:：]\s*(?=\S{2})|^\s*(?:all|both|for all|for both)(?: (?:of them|tasks?|two|three))*\s*[:：]\s*(?=\S{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The row of a table that names its task by its subject.</summary>
    private static ReportBlock Placed(ReportBlock block, ReportSubjects? tasks) =>
        block is { Task: null, Heading.Length: > 0 } && tasks?.Find(block.Heading) is { } task ? block with { Task = task, Heading = "" } : block;

    /// <summary>A task that is named twice gets both texts.</summary>
    private static List<ReportBlock> Merge(IEnumerable<ReportBlock> blocks) =>
        [.. blocks.GroupBy(block => (block.Task, block.Heading)).Select(same => same.Aggregate((first, second) => first.With(second)))];
}

/// <param name="Task">Number among the unit's own tasks; null when the text names none, -1 for the last.</param>
/// <param name="Sections">By <see cref="ReportSection.Ordinal"/>; only those that were written.</param>
/// <param name="Free">Text without a label; blank when there is none.</param>
public sealed record ReportBlock(int? Task, IReadOnlyDictionary<int, string> Sections, string Free)
{
    /// <summary>Words that name the task instead of a number; blank when there are none.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The code of a form's row; null where it came from no form.</summary>
    public FormCode? Code { get; init; }

    internal ReportBlock With(ReportBlock other)
    {
        var sections = new Dictionary<int, string>(Sections);
        foreach (var (ordinal, text) in other.Sections)
            sections[ordinal] = sections.TryGetValue(ordinal, out var earlier) ? $"{earlier}\n{text}" : text;
        return this with { Sections = sections, Free = string.Join('\n', new[] { Free, other.Free }.Where(text => text.Length > 0)) };
    }
}
