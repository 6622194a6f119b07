using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Paragraph pass: numbered paragraphs that name their units, in a tail (…（责任单位：…）), in lines of their own below, or in a closing sentence.</summary>
/// <remarks>A number without units of its own is a heading when numbers below it have some ((五) with 1. to 6.) and then lends them nothing but its label;
/// a chapter in which nothing names a unit (保障措施) holds no tasks.</remarks>
internal sealed partial class NumberedTasks(UnitReader units, TaskTexts texts, Deadlines deadlines, Remarks remarks)
{
    private readonly List<NoticeTask> tasks = [];
    private readonly List<(List<ItemLabel> Path, int Line)> withTasks = [];
    private readonly List<(List<ItemLabel> Path, int Line)> withoutTasks = [];
    private readonly List<(List<ItemLabel> Path, Passage Text)> unplaced = [];
    private readonly HashSet<int> taken = [];
    private List<ItemLabel> path = [];
    private NumberedItem? open;
    private AssigningHeadings headings = new([]);
    private UnitsInFront inFront = new([]);

    /// <summary>牵头单位： with nothing behind it, or with a list that breaks off at its comma: more units stand on the lines below.</summary>
    private Passage? marker;

    /// <param name="lines">The lines that no table has taken.</param>
    /// <returns>The tasks in order, and the lines that they took up.</returns>
    public (IReadOnlyList<NoticeTask> Tasks, IReadOnlySet<int> Lines) Read(IEnumerable<Passage> lines)
    {
        Passage? above = null;
        List<Passage> pieces = [.. lines.SelectMany(ItemsInLine.Cut).SelectMany(AssignmentTail.Cut)];
        (headings, inFront) = (new(pieces), new(pieces));
        foreach (var (line, next) in WithNext(pieces))
        {
            // What a marker opens goes on only as long as nothing else comes between.
            var before = marker;
            marker = IsMarkerAlone(line) ? line.Trim() : null;
            if (ItemLabels.Read(line) is { } label)
                Open(label, line);
            else if (open is { EndsInBracket: false } && AssignmentGrammar.IsAssignmentLine(line.Trim()) && (path.Count > 0 || open.Words.Count > 0 || NamesDuty().IsMatch(line.Text)))
            {
                open.Assign(AssignmentGrammar.Read(line.Trim()), line);
                marker ??= line.Text.TrimEnd() is [.., '、'] ? line.Trim() : null;
            }
            else if (open is not null && BelowMarker(before ?? (above is not null && IsUnderList(above, line, next) ? above : null), line) is { } marked)
            {
                open.Assign(AssignmentGrammar.Read(marked), line);
                marker = before ?? above?.Trim();
            }
            else
                Add(line);
            above = open is { EndsInBracket: false } && AssignmentGrammar.IsAssignmentLine(line.Trim()) ? line : null;
        }
        Close();
        RemarkLeavesWithoutUnits();
        RemarkTextBetweenTasks();
        return (tasks, taken);
    }

    private static IEnumerable<(Passage Line, Passage? Next)> WithNext(List<Passage> lines) => lines.Select((line, i) => (line, i + 1 < lines.Count ? lines[i + 1] : null));

    /// <summary>A line set in deeper than 配合单位：县教育局 directly above it holds more of its units; an organ above a date is a signature.</summary>
    private static bool IsUnderList(Passage list, Passage line, Passage? next) =>
        line.Line == list.Line + 1 && IndentOf(line) > IndentOf(list) + 1 && !(next is not null && ChineseDates.Find(next.Text) is [{ Year: not null, Day: not null }, ..]);

    private static int IndentOf(Passage line) => line.Length - line.Text.AsSpan().TrimStart().Length;

    private static bool IsMarkerAlone(Passage line) => AssignmentMarkers.Read(line.Trim().Text) is { Kind: not MarkerKind.Unknown } alone && alone.End == line.Trim().Length;

    /// <summary>A line that can be nothing but what the marker above it opens, together with that marker.</summary>
    private static Passage? BelowMarker(Passage? marker, Passage line) =>
        marker is null || ItemLabels.Read(line) is not null ? null
        : AssignmentMarkers.Read(marker.Text) switch
        {
            { Kind: MarkerKind.Units } => AssignmentGrammar.NamesOrgansOnly(line.Trim()),
            { Kind: MarkerKind.Deadline } => Deadlines.IsDeadline(line.Trim().Text),
            _ => false,
        } ? Passage.Join([marker.Text.TrimEnd() is [.., '、'] ? marker : marker.Slice(0, AssignmentMarkers.Read(marker.Text)!.End), line]) : null;

    private void Open(ItemLabel label, Passage line)
    {
        Close(label);
        path = [.. path.Where(above => above.Depth < label.Depth), label];
        headings.Follow(path);
        open = new NumberedItem(line);
        open.Add(label.Rest, line);
    }

    /// <summary>A paragraph without a number belongs to the one above, unless that one has its units already: then it begins a task of the same number.</summary>
    private void Add(Passage line)
    {
        // Before the first number every paragraph stands alone: title, letter and signature are not part of a task.
        if (open is { Words.Count: > 0 } || (path.Count == 0 && open?.GoesOnIn(line) != true))
            Close();
        open ??= new NumberedItem(line);
        open.Add(line, line);
    }

    /// <param name="next">The number that opens behind it, where one does.</param>
    private void Close(ItemLabel? next = null)
    {
        if (open is not { } item)
            return;
        open = null;
        item.End(remarks);
        if (path.Count == 0 && item.Words.All(words => words.Parts.Count == 0))
        {
            unplaced.Add((path, item.Text));
            return;
        }
        if (item.HoldsOtherLines)
            headings.Interrupt(path);
        List<AssignmentPart> own = [.. item.Words.SelectMany(words => units.Remarked(words).Parts)];
        if (item.IsLabelled && next?.Depth > path[^1].Depth && headings.Open(path[^1], item.Text, own))
            return;
        var (parts, text) = item.IsLabelled ? WithUnitsOfItsPlace(item, own, next) : (own, item.Text);
        var assigned = AssignmentRoles.Of(parts).SelectMany(part => UnitsOf(part.List, part.Role)).ToList();
        if (assigned.Count == 0)
        {
            if (item.IsLabelled)
                withoutTasks.Add((path, item.Line));
            else
            {
                unplaced.Add((path, item.Text));
                // What goes on behind a task's units on its own line.
                if (withTasks is [.., var last] && last.Line == item.Line)
                    remarks.Add(item.Line, NoticeIssue.NotPlaced, item.Text.Raw);
            }
            return;
        }
        if (text.IsBlank)
        {
            remarks.Add(item.Line, NoticeIssue.NotPlaced, item.Words.SelectMany(words => words.Parts).First().List.Raw);
            return;
        }
        if (Unread().Match(text.Text) is { Success: true } unread)
            remarks.Add(item.Line, NoticeIssue.NotPlaced, text.Slice(unread.Index, unread.Index + unread.Length).Raw);
        tasks.Add(texts.Read(NumberOf(path), text, item.Line, UnitShares.Of(assigned), deadlines.Read(item.Words.Select(words => words.Deadline).LastOrDefault(deadline => deadline is not null))));
        withTasks.Add((path, item.Line));
        taken.UnionWith(item.Lines);
        if (item.IsLabelled)
            headings.CloseAt(path[^1]);
    }

    /// <summary>Units in front of the item, or in a heading above it, for one that names none itself or only those that help.</summary>
    private (IReadOnlyList<AssignmentPart> Parts, Passage Text) WithUnitsOfItsPlace(NumberedItem item, List<AssignmentPart> own, ItemLabel? next)
    {
        var front = UnitsInFront.Opens(item.Text);
        var parts = front ? own : headings.Below(path, own);
        if (own.Exists(part => part.Says != PartRole.Support) || (front && inFront.Find(item.Text, item.Line) is null))
            return (front ? own : parts, item.Text);
        // A number above others is their heading, unless it says what is to be done.
        if (own.Count == 0 && (front || parts.Count > 0))
        {
            if (!item.EndsClearly || NoTask().IsMatch(item.Text.Text) || UnitLists.Split(item.Text).Units.All(unit => UnitNames.IsKnownOrgan(unit.Written.Compact().Text)) || (next?.Depth > path[^1].Depth && !item.Text.Text.Contains('。', StringComparison.Ordinal)))
                return (own, item.Text);
            item.LeaveOthers(isLast: next?.Depth != path[^1].Depth);
        }
        return inFront.Find(item.Text, item.Line) is var (named, duty) ? ([new(named, PartRole.Responsible), .. own], duty) : (parts, item.Text);
    }

    /// <summary>责任单位：同上 are those of the task before, with the same part in it where some have one.</summary>
    private IEnumerable<NoticeUnit> UnitsOf(Passage list, AssignmentRole role)
    {
        if (!Ditto.Is(list.Compact().Text) || tasks is not [.., var above])
            return units.Read(list, role);
        remarks.Add(list.Line, NoticeIssue.DittoTaken, list.Raw, string.Join('、', above.Units.Select(unit => unit.Name)));
        return above.Units.Any(unit => unit.Role == role) ? above.Units.Where(unit => unit.Role == role) : above.Units.Select(unit => unit with { Role = role });
    }

    /// <summary>Chapters (一、) are not part of a number below them.</summary>
    private static string? NumberOf(List<ItemLabel> path) =>
        path.Count == 0 ? null : string.Concat(path.Where(label => label.Depth > 1 || label == path[^1]).Select(label => label.Printed));

    /// <summary>Among numbers that have units, or below one that has, a number that has none and none below it may have lost them.</summary>
    private void RemarkLeavesWithoutUnits()
    {
        var above = withTasks.Where(task => task.Path.Count > 0).Select(task => Above(task.Path)).ToHashSet();
        var named = withTasks.SelectMany(task => task.Path).ToHashSet();
        var own = withTasks.Where(task => task.Path.Count > 0).Select(task => task.Path[^1]).ToHashSet();
        foreach (var (leaf, line) in withoutTasks)
            if (!named.Contains(leaf[^1]) && (above.Contains(Above(leaf)) || (Above(leaf) is { } parent && (own.Contains(parent) || headings.IsUnclear(parent)))))
                remarks.Add(line, NoticeIssue.NoUnit, NumberOf(leaf)!);
    }

    /// <summary>What stands behind a task's units and before the next task of the chapter belongs to neither.</summary>
    private void RemarkTextBetweenTasks()
    {
        var lastOfChapter = withTasks.Where(task => task.Path.Count > 0).ToLookup(task => task.Path[0], task => task.Line);
        var withoutNumber = withTasks.Where(task => task.Path.Count == 0).Select(task => task.Line).ToList();
        foreach (var (place, text) in unplaced)
            if (place.Count > 0 ? lastOfChapter[place[0]].LastOrDefault() > text.Line : withoutNumber.Count > 0 && withoutNumber[0] < text.Line && text.Line < withoutNumber[^1])
                remarks.Add(text.Line, NoticeIssue.NotPlaced, text.Raw);
    }

    private static ItemLabel? Above(List<ItemLabel> path) => path.Count > 1 ? path[^2] : null;

    /// <summary>A few characters, a person with an office, a number of telephone.</summary>
    [GeneratedRegex(@"^[^\n]{0,4}$|\d{7}|\d{3,4}-\d{4}|^\p{IsCJKUnifiedIdeographs}{2,4}[\s，]+[^。；]{0,20}(?:长|主任|书记|科员|干事|经理)\s*$")]
    private static partial Regex NoTask();

    /// <summary>Below a line without a number 单位：个 is no assignment.</summary>
    [GeneratedRegex(@"^\s*[^：]{0,14}(?:责\s*任|牵\s*头|主\s*办|承\s*办|负\s*责|主\s*管|分\s*管|落\s*实|实\s*施|配\s*合)[^：]{0,8}(?:：|〕)")]
    private static partial Regex NamesDuty();

    /// <summary>Units in the middle of a text are another item's, whose number was not recognised.</summary>
    [GeneratedRegex("(?:责任|牵头|主办|配合)(?:单位|部门)：[^。；）]{2,40}")]
    private static partial Regex Unread();
}
