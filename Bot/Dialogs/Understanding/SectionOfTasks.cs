using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>问题第三项是改造成本高，第四项没有; 下一步都是继续推进; 1: … 2: …: an answer that gives one section of several tasks. Pure.</summary>
/// <param name="Section">Null for the one that was asked for.</param>
/// <param name="Texts">By number of the task; empty where <paramref name="Shared"/> holds for all.</param>
/// <param name="Shared">Null where every task has its own.</param>
internal sealed record SectionOfTasks(ReportSection? Section, IReadOnlyDictionary<int, string> Texts, string? Shared)
{
    private const int Longest = 600;

    /// <param name="tasks">Numbers of those that are being written, in order.</param>
    /// <returns>Null when the words are nothing of the kind, or name a task that is not being written.</returns>
    public static SectionOfTasks? Parse(string raw, SectionWords words, IReadOnlyList<int> tasks)
    {
        if (raw.Length > Longest || tasks.Count == 0)
            return null;
        var folded = LabelScan.Fold(raw);
        return (tasks.Count > 1 ? Counted(raw, folded, tasks) ?? Listed(raw, folded, words, tasks) : null) ?? OfSection(raw, folded, words, tasks);
    }

    /// <summary>1: two visits 2: used by 5 districts: as many points as tasks, each with a task's number.</summary>
    private static SectionOfTasks? Counted(string raw, string folded, IReadOnlyList<int> tasks)
    {
        var points = Point.Matches(folded).ToList();
        return points.Count == tasks.Count && folded[..points[0].Index].Trim().Length == 0 && points.Select(point => Numbers.Parse(point.Groups["n"].Value) ?? 0).SequenceEqual(tasks)
            ? Of(null, raw, [.. points.Select(point => (Numbers.Parse(point.Groups["n"].Value)!.Value, point.Index, point.Index + point.Length))]) : null;
    }

    /// <summary>成效1贷款增14%；2带动投资6亿；3暂无: the section's name, and its points without a mark behind their numbers.</summary>
    private static SectionOfTasks? Listed(string raw, string folded, SectionWords words, IReadOnlyList<int> tasks)
    {
        var head = Regex.Match(folded, $@"^\s*(?:那么?|然后|至于|另外|[,，\s])*(?<section>{words.Any})(?:情况|方面|上|呢|嘛|分别是?)*\s*[,:]?\s*", RegexOptions.CultureInvariant);
        var section = head.Success ? words.Of(head.Groups["section"].Value) : null;
        var start = section is null ? 0 : head.Length;
        var points = ListPoint.Matches(folded[start..]).Select(match => (Task: Numbers.Parse(match.Groups["n"].Value) ?? 0, Start: start + match.Index, End: start + match.Index + match.Length)).ToList();
        return points.Count == tasks.Count && points[0].Start == start && points.Select(point => point.Task).SequenceEqual(tasks) ? Of(section, raw, points) : null;
    }

    private static Regex ListPoint => field ??= new(@"(?:^|(?<=[;；\n]))\s*第?(?<n>[1-9]|[一二三四五六七八九])[项条]?[:、.)是]?\s*(?![0-9.%年月日号个家人次万亿千名台套期户笔度级种类批支只份类])(?=[\u4e00-\u9fffa-z])");

    private static SectionOfTasks? OfSection(string raw, string folded, SectionWords words, IReadOnlyList<int> tasks)
    {
        var head = Regex.Match(folded, $@"^\s*(?:那么?|然后|至于|另外|[,，\s])*(?<all>{All}的?)?(?<section>{words.Any})(?:情况|方面|的话|这块|呢|嘛|上)*[,:]?\s*", RegexOptions.CultureInvariant);
        if (!head.Success || words.Of(head.Groups["section"].Value) is not { } section)
            return null;
        var rest = folded[head.Length..];
        if (ForAll.Match(rest) is { Success: true } all && (head.Groups["all"].Success || all.Groups["both"].Success) && LabelScan.Tidy(raw[(head.Length + all.Length)..]) is { Length: > 0 } shared)
            return new(section, new Dictionary<int, string>(), Written(section, shared));
        var heads = Regex.Matches(rest, $@"(?:^|(?<=[,;.，\n]))\s*{TaskWords.Pattern}(?:的)?(?:是|为|有|就是|呢|[,:])?\s*", RegexOptions.CultureInvariant)
            .Select(match => (Task: Numbers.Parse(match.Groups["n"].Value) ?? 0, Start: head.Length + match.Index, End: head.Length + match.Index + match.Length)).ToList();
        return heads.Count > 0 && heads[0].Start == head.Length && heads.TrueForAll(task => tasks.Contains(task.Task)) ? Of(section, raw, heads) : null;
    }

    /// <returns>Null when a task is left without words.</returns>
    private static SectionOfTasks? Of(ReportSection? section, string raw, List<(int Task, int Start, int End)> heads)
    {
        var texts = new Dictionary<int, string>();
        foreach (var (head, end) in heads.Zip(heads.Skip(1).Select(next => next.Start).Append(raw.Length)))
        {
            if (LabelScan.Tidy(raw[head.End..end]) is not { Length: > 0 } text || !texts.TryAdd(head.Task, Written(section, text)))
                return null;
        }
        return new(section, texts, null);
    }

    private static string Written(ReportSection? section, string text) => Quoted.Match(text) is { Success: true } quoted ? quoted.Groups["text"].Value : section?.Kind != SectionKind.Progress && NothingToSay.Matches(text) ? NothingToSay.Written(text) : text;

    /// <summary>都写“详见进展”: the marks only show where the words begin and end.</summary>
    private static Regex Quoted => field ??= new("^[“\"「](?<text>[^“”\"「」]{1,200})[”\"」][。.!！]?$");

    private const string All = "(?:(?:这|那)?[两二三四五六七八九几0-9]+项|各项|每项|所有任务|全部任务|全部)";

    private static Regex ForAll => field ??= new($@"^(?<both>{All}?(?:都|均|全都|一律|统一))?(?:是|为|写成?|填|就是|一样)*[,:]?\s*");

    private static Regex Point => field ??= new(@"(?:^\s*|(?<=[\s;,.]))(?<n>[1-9]|[一二三四五六七八九])\s*[:、.)]\s*(?![0-9])");
}
