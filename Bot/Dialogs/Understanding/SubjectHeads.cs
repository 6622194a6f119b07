using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Where a report turns to another task by naming what it is about: 学科建设：进展：…, or 学科建设 on a line of its own above its labels.</summary>
internal static class SubjectHeads
{
    /// <returns>With a task where exactly one fits the words; empty unless at least one does.</returns>
    public static IReadOnlyList<(int? Task, string Words, Range Where)> Find(string raw, string folded, IReadOnlyList<Label> labels, ReportSubjects tasks)
    {
        var all = Phrase.Matches(folded)
            .Where(match => !labels.Any(label => label.Start < match.Index + match.Length && label.End > match.Groups["name"].Index))
            .Select(match => (Task: tasks.Find(match.Groups["name"].Value), Words: raw.Substring(match.Groups["name"].Index, match.Groups["name"].Length).Trim(), Where: match.Index..(match.Index + match.Length)))
            .ToList();
        var heads = Above(folded, all, labels);
        return heads.Count > 0 ? heads : Told(folded, all);
    }

    /// <summary>Directly above labels; or, without labels, on every line.</summary>
    private static IReadOnlyList<(int? Task, string Words, Range Where)> Above(string folded, List<(int? Task, string Words, Range Where)> all, IReadOnlyList<Label> labels)
    {
        var heads = all.FindAll(head => labels.Count == 0 || labels.Any(label => IsRight(folded, head.Where.End.Value, label.Start)));
        if (heads.TrueForAll(head => head.Task is null))
            return [];
        // 继续推进 names no task, though one may begin so: nothing is told of it.
        if (labels.Count == 0 && heads.TrueForAll(head => folded[head.Where.End.Value..].Split('\n')[0].Trim().Length == 0))
            return [];
        // Without labels only where every line is told of a task by its name; and nothing may stand before the first that is not an opening.
        if (labels.Count == 0 && heads.Count != folded.Split('\n').Count(line => line.Trim().Length > 0))
            return [];
        if (labels.Count > 0 && labels[0].Start < heads[0].Where.Start.Value)
            return [];
        // Words over labels that fit no task, before the first that does: an opening such as 一季度情况.
        return [.. heads.SkipWhile(head => head.Task is null && Opening.IsMatch(head.Words))];
    }

    /// <summary>研究机构那块：选址已定…。论坛那块：方案已完成…: a message that begins with one task and turns to another, both by name.</summary>
    private static List<(int? Task, string Words, Range Where)> Told(string folded, List<(int? Task, string Words, Range Where)> all)
    {
        var named = all.FindAll(head => head.Task is not null && folded[head.Where].TrimEnd().EndsWith(':'));
        return named.Count >= 2 && named.DistinctBy(head => head.Task).Count() == named.Count && folded[..named[0].Where.Start.Value].Trim().Length == 0 ? named : [];
    }

    /// <summary>那先报招商图谱那个, let me start with the map task: the task that the words before the labels name by its subject.</summary>
    /// <returns>Null when they name none, or fit several.</returns>
    public static int? InOpening(string opening, ReportSubjects tasks) => opening.Trim() is { Length: > 1 and <= 100 } words
        && !OfPeriod.IsMatch(words) && Subject.Match(Spelling.Plain(words)) is { Success: true } subject ? tasks.Find(subject.Groups["subject"].Value) : null;

    private static Regex Subject => field ??= new(@"^(?:好的?|嗯|行|看到了|收到|[,.!:\s])*(?:(?:那|我们?|咱们?|先|来|要|想|就|现在|这次|把|给您|给你|关于)*(?:报|说|填|写|交|汇报)?(?:一?下)?(?:关于)?)(?<subject>[\w,]{2,24}?(?:那|这)一?(?:个|项|条|块|件|个任务|项任务))(?:吧|的|呢|先|情况)*[,.:\s]*$|^(?:好的?|嗯|行|[,.!\s])*(?:(?:那|我们?|先|来|要|想|就)+(?:报|说|填|写|交|汇报)(?:一?下)?|关于)(?<subject>[\w,]{2,24}?)(?:吧|的|呢|先)*[,.:\s]*$|^(?:ok(?:ay)?|well|so|right|first|now|here (?:is|are|comes)|let me (?:do|start with|report(?: on)?)|(?:i'll|i will|let's) (?:do|start with|report(?: on)?)|about|on|for|[,.\s])*the (?<subject>[a-z ]{3,40}?)(?: task| item| one| project)?(?: first)?[,.:\s]*$|^(?:(?:just|only|here(?:'s| is)|this is|for now|first)[, ]+)+(?:for )?the (?<subject>[a-z ]{3,30}?) (?:one|task|item)(?: (?:for now|first|only|today|so far))*(?:[,.;] [^.;]{0,60})?[.,:\s]*$");

    /// <summary>关于研究机构：…, for the research institute: …: prose that names its task first.</summary>
    /// <returns>The task, and where its text begins; null when it names none, or fits several.</returns>
    public static (int Task, int Start)? AtStart(string raw, ReportSubjects tasks) =>
        First.Match(Spelling.Fold(raw)) is { Success: true } first && tasks.Find(first.Groups["subject"].Value) is { } task ? (task, first.Length) : null;

    private static Regex First => field ??= new(@"^\s*(?:(?:好的?|嗯+|呃|啊|行|那个?|这个|我们?|想|要|来|先报|先说|先|说|讲|报)(?:一?下)?[,.\s]*|(?:ok(?:ay)?|well|so|first)[,.\s]*)*(?:(?:关于|有关)(?<subject>[\w、]{2,20}?)(?:这|那)?(?:个|项|条|块|方面)?|(?<subject>[\w、]{2,16}?)(?:这|那)一?(?:个|项|条|块|方面)|(?:for|about|on|regarding|as for) (?:the )?(?<subject>[a-z ]{3,40}?)(?: task| one| project)?|(?:the )?(?<subject>[a-z]{4,20}(?: [a-z]{3,20})?) (?:task|one|project)(?=\s*:))(?:\s*[:,]\s*(?=\S{2})|(?<=[项条块个])(?:啊|呢|吧|嘛|哈)+[,\s]*(?:就是|主要(?:就)?是?)?[,\s]*(?=\S{4}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex OfPeriod => field ??= new("季度|情况如下|quarter");

    private static bool IsRight(string folded, int end, int label) => label >= end && folded[end..label].All(c => !char.IsLetterOrDigit(c));

    private static Regex Phrase => field ??= new(@"(?:(?:^|(?<=\n))[^\w\n]*|(?<=[.;!])\s*|(?=[【\[]))(?:[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[.)、:]\s*)?[【\[*#\s]*(?<name>[\w、/]{2,20})[】\]*]*\s*(?:(?:one|task|item|project)(?=\s*:))?(?::\s*|(?=\n)|$|(?<=[】\]])\s*|(?=[\s]))");

    private static Regex Opening => field ??= new("季度|月份?|年度?|情况|汇报|报送|报告|你好|您好|如下|单位|^(?:这|我们)?[两二三四五六七八九十0-9]+[项条个]|一块儿?|一起|一并");
}
