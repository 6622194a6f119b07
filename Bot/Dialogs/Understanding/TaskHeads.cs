using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Where a report turns to the next task: 第二项：, 任务2, Task 2:, or plain numbers before whole reports.</summary>
internal static class TaskHeads
{
    public static IReadOnlyList<(int Task, Range Where)> Find(string folded, IReadOnlyList<Label> labels, int openTasks, bool isSingle)
    {
        // 第一个没啥动静。第二个：…: said of tasks where a sentence begins so.
        if (!isSingle && openTasks != 1)
            folded = SaidForTask.Replace(folded, "项");
        if (!isSingle && openTasks > 1 && Named.Count(folded) < openTasks && InOneBreath(Dictated, folded, openTasks) is { } dictated)
            return dictated;
        if (!isSingle && Spoken(folded, labels) is { } spoken)
            return spoken;
        var areBehind = AreBehind(folded);
        var named = Named.Matches(folded).Where(match => IsHead(match, folded, labels) && !areBehind)
            .Select(match => (Task: match.Groups["last"].Success ? -1 : Numbers.Parse(match.Groups["n"].Value) ?? 0, Where: match.Index..(match.Index + match.Length)))
            .Where(head => head.Task != 0).ToList();
        if (named.Count > 0)
            return named;
        return NumberedLabels(labels) ?? NumberedReports(folded, labels) ?? NumberedLines(folded, labels, openTasks) ?? NumberedInLine(folded, labels, openTasks) ?? [];
    }

    /// <summary>A head ends in a break, or a label follows at once: 第二项的培训已完成 is a sentence about it.</summary>
    private static bool IsHead(Match match, string folded, IReadOnlyList<Label> labels)
    {
        var end = match.Index + match.Length;
        return match.Groups["break"].Length > 0 || end == folded.Length || labels.Any(label => label.Start == end);
    }

    /// <summary>…the plan draft (task one), …: what they mark stands before them.</summary>
    private static bool AreBehind(string folded) => Named.Matches(folded) is { Count: > 0 } all && all.All(match => IsBehind(match, folded));

    private static bool IsBehind(Match match, string folded)
    {
        var start = match.Index + match.Value.TakeWhile(char.IsWhiteSpace).Count();
        if (start < folded.Length && folded[start] != '(')
            start = folded[..start].TrimEnd().Length - 1;
        return start > 0 && folded[start] == '(' && folded.AsSpan(match.Index).TrimStart().TrimStart('(').IndexOf(')') is > 0 and < 24 && folded[..start].TrimEnd() is [.., var last] && char.IsLetterOrDigit(last);
    }

    /// <summary>第二项已经做完了，第三项还没开始: a message that begins with a task and goes on about it; so does every clause that begins with one.</summary>
    private static List<(int, Range)>? Spoken(string folded, IReadOnlyList<Label> labels)
    {
        var heads = Named.Matches(folded).Where(match => match.Groups["n"].Success).ToList();
        if (AreBehind(folded))
            return null;
        var isOpened = heads.Count > 0 && folded[..heads[0].Index].Trim() is { Length: > 0 } opening && Opening.IsMatch(opening);
        if (heads.Count == 0 || (folded[..heads[0].Index].Trim().Length > 0 && !isOpened) || (IsHead(heads[0], folded, labels) && !isOpened) || !SaysSomething.IsMatch(folded[(heads[0].Index + heads[0].Length)..]))
            return null;
        // 第二项的培训已完成 is about a part of the task: without its beginning the sentence would not stand.
        return [.. heads.Select(head => (Numbers.Parse(head.Groups["n"].Value) ?? 0, head.Index..EndOf(head, folded))).Where(head => head.Item1 != 0)];
    }

    /// <summary>先报第二条的 进展是…, 第一项吧，…, 第三个有的，…: what only says that the task has its turn belongs to its head.</summary>
    private static int EndOf(Match head, string folded)
    {
        var end = head.Index + head.Length;
        return HasTurn.Match(folded, end) is { Success: true } turn ? end + turn.Length : folded[end..].StartsWith('的') ? head.Index : end;
    }

    private static Regex HasTurn => field ??= new(@"\G(?:的(?:话|内容|情况)?(?:\s+|\s*[,:])|(?:吧|呢|嘛)(?:那?就是)?(?=我们|咱们|现在|目前|主要|进展|已经?)|(?:吧|呢|啊|哦|嘛|哈)\s*[,:]|(?:也|还|就|再|顺便|接着|一并|一起|一块儿?)+(?:报|写|填|说|加上?|补上?)?(?:一起|一并|一块儿?|一下|上|了)*\s*[,:]|[,]?\s*(?:其实|还是|倒是?|是|确实)*(?:有(?=\s*[,:])|有的|有进展|有动静|有内容|有东西|有报的|要报的?|得报的?|不是零报告?|不零报|不能零报)(?:了|啊|呢|哦)*\s*[,:.;]|,?\s*(?:has some|does have (?:some|something)|has something|is not nil|isn't nil)(?: progress| to report)?\s*[,:.;])\s*");

    /// <summary>五项一起说啊。第一项…: said before the first task, and of none.</summary>
    private static Regex Opening => field ??= new(@"^(?:(?:我们?|咱们?|一共|总共|共|有)*[两二三四五六七八九十]个?[项条](?:任务|工作)?[啊呢嘛哈吧,: ]*|(?:哦|噢|啊|哎呀?|唉|嗯+|呃+|额+|喂|那个|这个|就是|你好|您好|来了|哈哈+|好吧|行吧?|(?:我们?|咱们?|这就|现在|马上|就|先|来|给您|给你)+(?:报|汇报|说|写|发|交)(?:一?下|了|吧|哈|哦|啊)*|好的?|那|对了|等等|等一?下|不对|稍等|抱歉|不好意思|sorry|wait|oh|ok|okay|hang on|hold on|actually|no)[\s,.!:;~]*)*(?:(?:我|我们|咱们?|这边|就|先|来|给您|给你|跟您|把)*(?:[两二三四五六七八九十0-9]+个?[项条]|全部|所有|都|各项|几项|任务)*(?:的|情况)*(?:我|我们|就|都)*(?:一起|一并|一次(?:性)?|一口气|一块儿?|合并|分别|依次|逐[项条]|挨个|统一|合在一起)(?:来|都|给您|给你)*(?:说|报|写|汇报|报送|回复|讲|发)?(?:一?下|了|啊|吧|哈|哦|完|如下|一?遍)*|(?:all|the|both|here (?:are|is|come)|these|our|my|two|three|four|five|six|[2-9]|tasks?|of them|together|at once|in one (?:go|message)|as follows|reports?|for|everything)(?:[\s]+(?:all|the|both|are|is|tasks?|of|them|together|at|once|in|one|go|message|as|follows|reports?|two|three|four|five|six|[2-9]))*)?[\s,.:;!~—-]*$");

    /// <summary>"1. 学科建设：进展：… 问题：…" on lines of their own: every number is followed by a report that begins with the same section.</summary>
    private static List<(int, Range)>? NumberedReports(string folded, IReadOnlyList<Label> labels)
    {
        var numbers = LineNumber.Matches(folded).Select(match => (Number: Numbers.Parse(match.Groups["n"].Value) ?? 0, match.Index, End: match.Index + match.Length)).ToList();
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
        var lines = LineNumber.Matches(folded).Select(match => (Numbers.Parse(match.Groups["n"].Value) ?? 0, match.Index..(match.Index + match.Length))).ToList();
        return lines.Count == openTasks && (folded[..lines[0].Item2.Start].Trim() is var opening && (opening.Length == 0 || Announced.IsMatch(opening))) && lines.Select(line => line.Item1).SequenceEqual(Enumerable.Range(1, openTasks)) ? lines : null;
    }

    /// <summary>第一条…第二条…第三条… without a mark between them, or 1.… 2.… 3.… on one line: each of the open tasks in its turn.</summary>
    private static List<(int, Range)>? InOneBreath(Regex heads, string folded, int openTasks)
    {
        var found = heads.Matches(folded).Select(match => (Number: Numbers.Parse(match.Groups["n"].Value) ?? 0, Where: match.Index..(match.Index + match.Length))).ToList();
        var isEach = found.Count >= 2 && found.Count == openTasks && found.Select(head => head.Number).SequenceEqual(Enumerable.Range(1, openTasks));
        return isEach && Opening.IsMatch(folded[..found[0].Where.Start].Trim())
            && found.Zip(found.Skip(1).Select(next => next.Where.Start.Value).Append(folded.Length)).All(pair => folded[pair.First.Where.End..pair.Second].Count(char.IsLetter) >= FewestTold) ? found : null;
    }

    /// <summary>Whether a message dictates a report on the first task, the second and so on, whatever else it is like.</summary>
    public static bool TellsOfEach(string raw) => raw.Length >= ShortestDictated && Spelling.Fold(raw) is var folded && InOneBreath(Dictated, folded, Dictated.Count(folded)) is not null;

    private const int ShortestDictated = 40;

    /// <summary>Numbers that count tasks stand before whatever has a label.</summary>
    private static List<(int, Range)>? NumberedInLine(string folded, IReadOnlyList<Label> labels, int openTasks) =>
        InOneBreath(NumberInLine, folded, openTasks) is { } found && labels.All(label => label.Start > found[^1].Item2.Start.Value) ? found : null;

    /// <summary>Fewer letters tell nothing of a task.</summary>
    private const int FewestTold = 3;

    private static Regex Dictated => field ??= new($"第(?<n>{Numbers.Pattern})(?:项|条|个任务|件)(?:任务|工作)?(?![的和与及跟、])[ ,:]*");

    private static Regex NumberInLine => field ??= new(@"(?:^|(?<=[\s:;,.]))(?<n>[1-9]|[一二三四五六七八九])[.、)](?![0-9])[ ]*");

    /// <summary>The number belongs to the head; the label after it must stay where the cutter finds it.</summary>
    private static int FirstLabelEnd(IReadOnlyList<Label> labels, int from) => labels.FirstOrDefault(label => label.Start >= from)?.Start ?? int.MaxValue;

    private static bool IsRising(IEnumerable<int> numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second) && numbers.All(number => number > 0);

    private static Regex Named => field ??= new(@"(?:(?:^|(?<=\n))[^\w\n(\[【]*(?:[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[.)、]\s*)?(?:(?:嗯+|呃+|额+|喂|那个|这个|就是|你好|您好)+)?(?:(?:our|my|for our|on our) )?(?:(?:我们?|咱们?|先|要|想|来|现在|再|那|就)*(?:报送|填报|汇报|上报|补报|报|填|写|说|弄|交)(?:一?下)?|(?:那么?|就|先|好的?|行|嗯)+[,]?(?=(?:20[0-9]{2}年)?第?[一二三四1-4]季度|第))?(?:(?:20[0-9]{2}年)?第?[一二三四1-4]季度的?)?|(?<=[\s.;,、!?:)】|])|(?=[\[【(]))[\[【(*#]*(?:" + TaskWords.Pattern + @"|(?<last>最后一[项条]))(?:\s?[(](?!.{0,16}(?:完成|进展|问题|已经?|没|无|未|[0-9]))[^()\n]{1,16}[)](?=[^\S\n]*(?:[:.,;、—\n]|$)))?(?<break>[\]】)*]+[^\S\n]*[:.,;、—\-]?[^\S\n]*|\s*(?:[:.,;、—\-]|\s)[^\S\n]*|$|)", RegexOptions.None);

    /// <summary>More than 吧, 和第三项, 先报: something that could be told of a task.</summary>
    private static Regex SaysSomething => field ??= new(@"^\s*(?!和|与|及|跟|或|到|至|and\b|or\b|to\b|please\b|先?(?:来|要|想)?(?:填|报|选|写)[\w]{0,2}$)(?!的?(?:工作|任务)?[吧呢啊哦了的]*$)[\u4e00-\u9fff\w][^\n]");

    private static Regex SaidForTask => field ??= new(@"(?<=(?:^|[.;\n])\s*第[0-9一二三四五六七八九十]{1,2})个(?=[:,、\s]|没|无|还|已|是|进|目前|暂)");

    /// <summary>五项情况汇总如下, above numbered lines.</summary>
    private static Regex Announced => field ??= new(@"^(?:(?:各位(?:领导|老师)?|领导|老师|您|你|大家)好|我们?|咱们?|[\u4e00-\u9fff]{2,12}(?:局|委|办|行|处)|本单位|现将|将|把|第?[一二三四1-4]季度|本季度?|[两二三四五六七八九十0-9]+[项条]|各项|全部|这|的|任务|工作|重点|进展|进度|完成|情况|汇总|汇报|小结|报告|报送|统一|一并|一起|如下|下面|是这样的?|见下|给您|请查收|[\s,.:;!~—-])+$");

    private static Regex LineNumber => field ??= new(@"(?:^|(?<=\n))[ \t]*[(]?(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:[)、][ \t]*|[.:][ \t]*(?![0-9])|[ \t]+(?=(?:工作)?(?:进展|进度|完成|问题|困难|成效)[\u4e00-\u9fff]{0,4}\s*:|(?:progress|done|problems|results)\s*:))");
}
