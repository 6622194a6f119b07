using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Where a report turns to the next task: 第二项：, 任务2, Task 2:, or plain numbers before whole reports.</summary>
internal static partial class TaskHeads
{
    public static IReadOnlyList<(int Task, Range Where)> Find(string folded, IReadOnlyList<Label> labels, int openTasks, bool isSingle)
    {
        // 第一个没啥动静。第二个：…: said of tasks where a sentence begins so.
        if (!isSingle && openTasks != 1)
            folded = SaidForTask().Replace(folded, "项");
        if (!isSingle && Spoken(folded, labels) is { } spoken)
            return spoken;
        var named = Named().Matches(folded).Where(match => IsHead(match, folded, labels))
            .Select(match => (Task: match.Groups["last"].Success ? -1 : Numbers.Parse(match.Groups["n"].Value) ?? 0, Where: match.Index..(match.Index + match.Length)))
            .Where(head => head.Task != 0).ToList();
        if (named.Count > 0)
            return named;
        return NumberedLabels(labels) ?? NumberedReports(folded, labels) ?? NumberedLines(folded, labels, openTasks) ?? [];
    }

    /// <summary>A head ends in a break, or a label follows at once: 第二项的培训已完成 is a sentence about it.</summary>
    private static bool IsHead(Match match, string folded, IReadOnlyList<Label> labels)
    {
        var end = match.Index + match.Length;
        return match.Groups["break"].Length > 0 || end == folded.Length || labels.Any(label => label.Start == end);
    }

    /// <summary>第二项已经做完了，第三项还没开始: a message that begins with a task and goes on about it; so does every clause that begins with one.</summary>
    private static List<(int, Range)>? Spoken(string folded, IReadOnlyList<Label> labels)
    {
        var heads = Named().Matches(folded).Where(match => match.Groups["n"].Success).ToList();
        if (heads.Count == 0 || folded[..heads[0].Index].Trim().Length > 0 || IsHead(heads[0], folded, labels) || !SaysSomething().IsMatch(folded[(heads[0].Index + heads[0].Length)..]))
            return null;
        // 第二项的培训已完成 is about a part of the task: without its beginning the sentence would not stand.
        return [.. heads.Select(head => (Numbers.Parse(head.Groups["n"].Value) ?? 0, head.Index..(folded[(head.Index + head.Length)..].StartsWith('的') ? head.Index : head.Index + head.Length)))
            .Where(head => head.Item1 != 0)];
    }

    /// <summary>"1. 学科建设：进展：… 问题：…" on lines of their own: every number is followed by a report that begins with the same section.</summary>
    private static List<(int, Range)>? NumberedReports(string folded, IReadOnlyList<Label> labels)
    {
        var numbers = LineNumber().Matches(folded).Select(match => (Number: Numbers.Parse(match.Groups["n"].Value) ?? 0, match.Index, End: match.Index + match.Length)).ToList();
        // ①进展 ②问题: numbers of the labels themselves count sections.
        if (numbers.Count == 0 || labels.Count == 0 || labels.Where(label => label.Number is not null).Select(label => label.Section.Ordinal).Distinct().Count() > 1)
            return null;
        var segments = numbers.Zip(numbers.Skip(1).Select(next => next.Index).Append(folded.Length),
            (number, end) => labels.Where(label => label.End > number.Index && label.Start < end).ToList()).ToList();
        var isEach = segments.All(segment => segment.Count > 0 && segment[0].Section == segments[0][0].Section) && (numbers.Count > 1 || segments[0].Count > 1);
        // "1. 进展 2. 问题": then the numbers count sections.
        return isEach && labels[0].End > numbers[0].Index && IsRising(numbers.Select(number => number.Number))
            ? [.. numbers.Select(number => (number.Number, number.Index..Math.Max(number.Index, Math.Min(number.End, FirstLabelEnd(labels, number.Index)))))]
            : null;
    }

    /// <summary>"1. 进展：… 问题：… 2. 进展：…" on one line: the numbered labels are all of the same section.</summary>
    private static List<(int, Range)>? NumberedLabels(IReadOnlyList<Label> labels)
    {
        var numbered = labels.Where(label => label.Number is not null).ToList();
        var isTasks = numbered.Count > 0 && numbered.All(label => label.Section == numbered[0].Section) && labels.Count > numbered.Count && labels[0] == numbered[0]
            && IsRising(numbered.Select(label => label.Number!.Value));
        return isTasks ? [.. numbered.Select(label => (label.Number!.Value, label.Start..label.Start))] : null;
    }

    /// <summary>As many numbered lines as there are tasks, and no labels that are numbered themselves.</summary>
    private static List<(int, Range)>? NumberedLines(string folded, IReadOnlyList<Label> labels, int openTasks)
    {
        if (labels.Any(label => label.Number is not null) || openTasks < 2)
            return null;
        var lines = LineNumber().Matches(folded).Select(match => (Numbers.Parse(match.Groups["n"].Value) ?? 0, match.Index..(match.Index + match.Length))).ToList();
        return lines.Count == openTasks && folded[..lines[0].Item2.Start].Trim().Length == 0 && lines.Select(line => line.Item1).SequenceEqual(Enumerable.Range(1, openTasks)) ? lines : null;
    }

    /// <summary>The number belongs to the head; the label after it must stay where the cutter finds it.</summary>
    private static int FirstLabelEnd(IReadOnlyList<Label> labels, int from) => labels.FirstOrDefault(label => label.Start >= from)?.Start ?? int.MaxValue;

    private static bool IsRising(IEnumerable<int> numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second) && numbers.All(number => number > 0);

    [GeneratedRegex(@"(?:(?:^|(?<=\n))[^\w\n(\[【]*(?:[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[.)、]\s*)?(?:(?:我们?|咱们?|先|要|想|来|现在|再)*(?:报送|填报|汇报|上报|补报|报|填)(?:一?下)?)?|(?<=[\s.;,、!?:)】|])|(?=[\[【(]))[\[【(*#]*(?:" + TaskWords.Pattern + @"|(?<last>最后一[项条]))(?<break>[\]】)*]+[^\S\n]*[:.,;、—\-]?[^\S\n]*|\s*(?:[:.,;、—\-]|\s)[^\S\n]*|$|)", RegexOptions.None)]
    private static partial Regex Named();

    /// <summary>More than 吧, 和第三项, 先报: something that could be told of a task.</summary>
    [GeneratedRegex(@"^\s*(?!和|与|及|跟|或|到|至|and\b|or\b|to\b|please\b|先?(?:来|要|想)?(?:填|报|选|写)[\w]{0,2}$)(?!的?(?:工作|任务)?[吧呢啊哦了的]*$)[\u4e00-\u9fff\w][^\n]")]
    private static partial Regex SaysSomething();

    [GeneratedRegex(@"(?<=(?:^|[.;\n])\s*第[0-9一二三四五六七八九十]{1,2})个(?=[:,、\s]|没|无|还|已|是|进|目前|暂)")]
    private static partial Regex SaidForTask();

    [GeneratedRegex(@"(?:^|(?<=\n))[ \t]*[(]?(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:[)、][ \t]*|[.:][ \t]*(?![0-9]))")]
    private static partial Regex LineNumber();
}
