using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>一二两项没进展，第三项报一下：…; 信贷、基金、上市三项分别是：a；b；c; 第一项进展…，问题…，成效…，下一步…: several tasks in one sentence, written as if each had its head and each section its colon. Pure.</summary>
internal static class TasksSpread
{
    private const int Longest = 3000;

    /// <param name="open">Numbers of the tasks that can be meant, in order.</param>
    /// <returns>The text as it is where nothing is to be spread.</returns>
    public static string Of(string raw, IReadOnlyList<int> open, ReportSubjects? subjects)
    {
        if (raw.Length > Longest)
            return raw;
        var spread = open.Count > 1 ? NilBeside(raw, open) ?? InTurn(raw, open, subjects) ?? raw : raw;
        return WithColons(Dictated(spread));
    }

    /// <summary>一二两项没进展，第三项报一下：…: a nil report of some beside what is told of one.</summary>
    private static string? NilBeside(string raw, IReadOnlyList<int> open)
    {
        var folded = LabelScan.Fold(raw);
        var isEnglish = EnglishNil.IsMatch(folded);
        if ((isEnglish ? EnglishNil : NilThenTask).Match(folded) is not { Success: true } match || Numbers.Parse(match.Groups["n"].Value) is not { } told)
            return null;
        var list = match.Groups["list"].Value;
        List<int> nil = TaskWords.Find(list) is { Count: > 0 } named ? [.. named.Select(task => task.Ordinal)]
            : [.. Each.Matches(CountAtEnd.Replace(list, "")).Select(number => Numbers.Parse(number.Value) ?? 0)];
        nil = [.. nil.Distinct()];
        if (nil.Count == 0 || nil.Contains(told) || nil.Exists(task => !open.Contains(task)) || !open.Contains(told))
            return null;
        var words = isEnglish ? "No new progress" : match.Groups["nil"].Value.Contains('零', StringComparison.Ordinal) ? "无新进展" : raw.Substring(match.Groups["nil"].Index, match.Groups["nil"].Length).Trim();
        var text = raw[match.Groups["text"].Index..].Trim();
        return string.Join('\n', [.. nil.Select(task => $"第{task}项：{words}"), $"第{told}项：{text}"]);
    }

    /// <summary>三项分别是：a；b；c: each in its turn, by the order of what they are called or of the notice.</summary>
    private static string? InTurn(string raw, IReadOnlyList<int> open, ReportSubjects? subjects)
    {
        if (Respectively.Match(LabelScan.Fold(raw)) is not { Success: true } match || Numbers.Parse(match.Groups["count"].Value) is not { } count)
            return null;
        var parts = raw[match.Groups["parts"].Index..].Split(['；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != count)
            return null;
        var names = match.Groups["names"].Value.Split(['、', '和', '与', '及'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<int?> tasks = names.Length == 0 ? (open.Count == count ? [.. open.Select(task => (int?)task)] : [])
            : names.Length == count ? [.. names.Select(name => TaskWords.Find(name) is [var (task, _)] ? task : subjects?.Find(name))] : [];
        // 信贷、基金、上市 where 基金 alone fits several: the order tells the one that is left.
        if (tasks.Count == count && count == open.Count && tasks.Contains(null) && tasks.Select((task, at) => task is null || task == open[at]).All(isThere => isThere))
            tasks = [.. open.Select(task => (int?)task)];
        return tasks.Count != count || tasks.Contains(null) || tasks.Distinct().Count() != count ? null : string.Join('\n', tasks.Zip(parts, (task, part) => $"第{task}项：{part.TrimEnd('。')}"));
    }

    /// <summary>第二项：那进展就写…，其余都写无: dictated, with what the rest is to read.</summary>
    private static string Dictated(string raw)
    {
        if (raw.Length > LongestDictated || ToWrite.Match(LabelScan.Fold(raw)) is not { Success: true } match)
            return raw;
        var (head, text) = (raw[..match.Groups["head"].Length], raw.Substring(match.Groups["text"].Index, match.Groups["text"].Length).Trim());
        return $"{head}\n进展：{text}\n问题：无\n成效：无\n下一步：无";
    }

    private const int LongestDictated = 200;

    /// <summary>进展…，问题…，成效…，下一步…: a row of three names of sections and more, each at the beginning of a clause, gets its colons.</summary>
    private static string WithColons(string raw)
    {
        var folded = LabelScan.Fold(raw);
        var heads = TaskHead.Matches(folded).Select(match => match.Index).ToList();
        if (heads.Count == 0 || heads[0] > 0)
            heads.Insert(0, 0);
        var colons = new List<(int At, int Length)>();
        foreach (var (from, to) in heads.Zip(heads.Skip(1).Append(folded.Length)))
        {
            var names = Name.Matches(folded[from..to]).ToList();
            var kinds = names.Select(name => "进问困难成效果下打".IndexOf(name.Groups["name"].Value[0], StringComparison.Ordinal)).ToList();
            if (names.Count >= FewestNames && kinds.Distinct().Count() == names.Count && kinds.Zip(kinds.Skip(1)).All(pair => pair.First < pair.Second) && names.Exists(name => !name.Groups["colon"].Success) && names.TrueForAll(name => !name.Groups["colon"].Success || IsColon(name)))
                colons.AddRange(names.Select(name => (from + name.Groups["name"].Index + name.Groups["name"].Length, name.Groups["colon"].Length)));
        }
        return colons.OrderByDescending(colon => colon.At).Aggregate(raw, (text, colon) => $"{text[..colon.At]}：{text[(colon.At + colon.Length)..]}");
    }

    /// <summary>问题是: as good as a colon; 问题主要 begins a sentence of its own.</summary>
    private static bool IsColon(Match name) => name.Groups["colon"].Value.Trim() is ":" or "是" or "为";

    private const int FewestNames = 3;

    private static Regex TaskHead => field ??= new(@"(?:^|(?<=[.;,!\n]))\s*第[0-9一二三四五六七八九十]{1,2}[项条个](?:任务)?", RegexOptions.CultureInvariant);

    private static Regex Name => field ??= new(@"(?:^|(?<=[,.;\n]|第[0-9一二三四五六七八九十]{1,2}[项条个](?:任务)?:?))\s*(?:目前的?|存在的?|主要的?|取得的?|工作)?(?<name>进展|问题|困难|成效|成果|效果|下一?步(?:工作)?|打算)(?:(?<colon>\s*(?:[:]|是|为|情况|方面|嘛|呢|在于|主要|就|都))|(?=[\u4e00-\u9fff0-9“])(?!(?:不大|不断|明显|显著|顺利|良好|缓慢|整改|解决|导向|清单|较|很|还|也|可期|初显|突出|反馈|台账|计划|打算|安排|措施)))", RegexOptions.CultureInvariant);

    private static Regex NilThenTask => field ??= new(@"^\s*(?:我们?|咱们?|这边|[,.\s])*(?<list>(?:第|前|头)?[一二三四五六七八九1-9两](?:[、,和与跟及]?第?[一二三四五六七八九1-9])*(?:[两二三四五六]项|[项条个]|个?任务)(?:(?:[、,和与跟及])第[一二三四五六七八九1-9][项条个])*)(?:任务|的|都|均|全|这边|我们)*(?<nil>(?:这|本)?(?:个)?(?:季度?|期)?(?:都|还|暂时|目前|也|均)*(?:没有?|无|没啥|没什么)(?:什么|啥|任何|新|的|有|实质性)*(?:进展|变化|动静|动|内容|东西|可报的?)|零报告?|报零|按零报)(?:了|的)?[,.;]\s*(?:就|只有?|但是?|不过|仅)*第?(?<n>[一二三四五六七八九1-9])[项条个](?:任务)?(?:的)?(?:情况|有进展|有的|有点|有|我|单独|来|可以|报一?下|报|如下|说一?下|是)*\s*[:,]\s*(?<text>\S[\s\S]{5,})$", RegexOptions.CultureInvariant);

    private static Regex EnglishNil => field ??= new(@"^\s*(?:(?:there is|there's|we have|so|ok|hi)[, ]+)*(?:nothing(?: new)?(?: to report)?|no (?:new )?(?:news|progress|movement|changes?|updates?)) (?:on|for|in|from|about|with) (?<list>(?:tasks?|items?) [0-9a-z]+(?:(?:, | and |, and | & )(?:task )?[0-9a-z]+)*)[,.;]\s*(?:(?:and|but|for|as for|only|here is|now) )*(?:(?:task|item) (?<n>[0-9a-z]+)|(?:the )?(?<n>first|second|third|fourth|fifth)(?: one| task)?)\s*[:,—-]\s*(?<text>\S[\s\S]{5,})$", RegexOptions.CultureInvariant);

    private static Regex Each => field ??= new("[一二三四五六七八九1-9]");

    private static Regex CountAtEnd => field ??= new("[两二三四五六]项$");

    private static Regex Respectively => field ??= new(@"^\s*(?:我们?|咱们?|这边|好的?|嗯|[,.\s])*(?:(?<names>[\u4e00-\u9fffA-Za-z0-9、和与及]{3,40}?)(?:这)?(?<count>[两二三四五六])(?:项|条|块|个)|(?:这)?(?<count>[两二三四五六])(?:项|条)(?:任务|工作)?|(?:(?:our|the|my|all|for) )*(?<count>two|three|four|five)(?: tasks?| items?| ones?)?(?=,? (?:in |respectively)))(?:的?(?:进展|情况|进展情况|工作))?(?:(?:分别|依次|各自)(?:是|为|如下|报|写)?|,? (?:in (?:that |this |the )?(?:same )?(?:order|turn)(?: of the notice)?|respectively))\s*[:,]\s*(?<parts>\S[\s\S]{5,})$", RegexOptions.CultureInvariant);

    private static Regex ToWrite => field ??= new(@"^(?<head>\s*第[0-9一二三四五六七八九十]{1,2}[项条个](?:任务)?:?|\s*)\s*(?:那么?|好的?|行|嗯|[,\s])*进展(?:那栏|情况|里)?(?:就|直接|先|那就)*(?:写成?|填|报|是)[:,]?\s*(?<text>\S[\s\S]{3,140}?)[,.;]\s*(?:其余|其他|其它|另外|剩下|余下|别的)的?(?:[几两三][栏项个]|部分|内容|栏)?(?:都|全|均|就)*(?:写|填|报|是)?(?:上|成)?(?:无|没有|没)(?:了|吧|就行|就好)?[.!]*\s*$", RegexOptions.CultureInvariant);
}
