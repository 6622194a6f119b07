using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Words inside a text that are to be others: 把26改成28, 26家应该是28家, change 26 to 28.</summary>
/// <param name="Tasks">Numbers named; empty when none is.</param>
/// <param name="Section">Null when none is named.</param>
public sealed record WordChange(IReadOnlyList<int> Tasks, ReportSection? Section, string Old, string New)
{
    private const string Polite = @"^(?:(?:(?:昨天|今天|早上|上午|下午|刚才|刚刚|之前|上次|我们?)*(?:报|写|填|交|发)(?:上去|过去)?的[\u4e00-\u9fff]{0,4}?(?:报|写|填|弄|搞)?(?:错了?|有误|不对)|[\u4e00-\u9fff]{0,8}有[个处一]?[个处]?(?:数字?|地方|数据)(?:写|填|报|弄|搞)?(?:错了?|有误|不对|不准)|不对|错了|写错了|说错了|弄错了|搞错了|打错了|哎呀|数字(?:写|填|报|弄)?错了|等等|等一?下|不是|请|麻烦|帮我|我想|哦|噢|哎|啊|还有|另外|那个|对了|刚才|刚刚|前面|核(?:完|过|实|对)(?:完|过)?了|(?:我们?|咱们?)?(?:处长|局长|主任|领导|科长|老板|书记|部长|头儿?)(?:说|让|要求|要|叫)(?:我们?)?(?:再)?|哎哟|糟了|糟糕|坏了|(?:(?:my |our |the )?(?:boss|chief|director|manager|leader|supervisor|head)(?: has| have| just)*(?: (?:ok'?d|okayed|approved|read|saw|seen|signed off on|looked at|is (?:fine|ok|okay) with))?(?: it| this| that)?[, ]*(?:but|and)?(?: also| only| just)*(?: (?:says?|said|wants?|thinks?|noticed))?(?: that)?)(?= )|no|crap|damn|argh|shoot|whoops|ugh|sorry|please|wait|oh|hm+|um+|er|ah|oops|hang on|hold on|actually|correction)[\s,.!:]*)*";

    private static Regex PointsBack => field ??= new(@"^(?<new>[^,.;，。；\n]{1,20})[,.;，。；]\s*(?:就|请|那|那就|直接)*(?:把|将)(?:里面的?|那个|成效里?的?|进展里?的?)?(?<old>[^,，。;；]{1,20}?)(?:换成|改成|改为|替换成|替换为)(?:这个|它|这样|这)(?:数字?|吧|了|就行)*[.!]*$|^(?<new>[0-9][^,.;]{0,20})[,.;]\s*(?:so |just |please )*(?:put|use|write) (?:that|it|this) (?:instead of|in place of|for) [""“']?(?<old>[^,.;""”']{1,30}?)[""”']?[.!]*$");

    private static Regex StillChanged => field ??= new(@"[.;,!]\s*(?:so )?(?:can|could|may|is it) (?:that|this|it|i|we|you)?(?: still)?(?: be)?(?: too late)?(?: to)? ?(?:changed?|correct(?:ed)?|fix(?:ed)?|amend(?:ed)?|edit(?:ed)?|updated?)(?: it| that| this)?(?: now| please| still)*\?*$|[,。.!;\s](?:现在|这会儿)?还?(?:能|可以)(?:再)?(?:改|更正|修改)(?:一?下)?(?:吗|么|不|吧)[?]*$");

    private const string Mark = "[“”\"'‘’「」]?";

    /// <returns>Null when the words say nothing of the kind.</returns>
    public static WordChange? Parse(string raw, SectionWords words)
    {
        if (raw.Length > 300 || raw.Contains('\n', StringComparison.Ordinal))
            return null;
        var folded = Spelling.Fold(raw);
        // …. Can that still be changed?: it is, by changing it.
        if (StillChanged.Match(folded) is { Success: true, Index: > 4 } asked)
            return Parse(raw[..asked.Index], words);
        // 34家。就把若干换成这个: what is pointed at stands before.
        if (PointsBack.Match(folded) is { Success: true } back)
            return new([], null, TextOf(back.Groups["old"], raw), TextOf(back.Groups["new"], raw)) { PointsToWords = true };
        if (AllPlaces.Match(folded) is { Success: true } all)
            return Parse(raw.Remove(all.Index, all.Length), words) is { } everywhere ? everywhere with { IsEverywhere = true } : null;
        var place = $@"(?:(?<task>{TaskWords.Pattern})\s*(?:的|里的?|中的?)?\s*)?(?:(?:the\s+)?(?<section>{words.Any})(?:里面?|中|那里)的?\s*)?";
        var change = @"\s*(?:改成|改为|换成|换为|改作|更正为|修改为|替换成|替换为|写成)\s*";
        var figure = "[0-9][0-9,.]*(?:万|亿|%|％)?[\u4e00-\u9fff]{0,3}?";
        const string day = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:底|初|中旬|上旬|下旬|末|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])?|[0-9]{1,2}[日号]";
        string[] patterns =
        [
            $@"{Polite}{place}[^,;:。0-9]{{0,12}}?(?:应该?)?(?:是|为)?(?<new>{figure})\s*[,，]?\s*(?:而)?不是(?<old>{figure})(?:的)?[.!]?$",
            $@"{Polite}(?:(?:(?:in|for|of|on|under) )?(?<task>{TaskWords.Pattern})[:, ]+)?(?:(?:the )?(?<section>{words.Any}) )?(?:(?:(?:it|that|this|there|they|the [a-z ]{{1,20}}?)(?:'s| (?:is|was|are|were|should (?:be|have been)))|should (?:be|read|say|have been))\s+)?(?:only |about )?(?<new>[0-9][0-9.,]*%?)(?:\s+[a-z]+){{0,3}}?\s*,?\s*(?:and )?(?:not|instead of|rather than)\s+(?<old>[0-9][0-9.,]*%?)(?:\s+[a-z]+){{0,3}}[.!]?$",
            $@"{Polite}(?:(?:it|that|this|there|they|the [a-z ]{{1,20}}?)(?:'s| (?:is|was|are|were))\s+)?not\s+(?<old>[0-9][0-9.,]*%?)(?:\s+[a-z]+){{0,3}}?\s*,?\s*(?:but|it(?:'s| is| was))\s+(?<new>[0-9][0-9.,]*%?)(?:\s+[a-z]+){{0,3}}[.!]?$",
            // 612写错了 是621, 612打错了，应改成621
            $@"{Polite}{place}[^,;:。0-9]{{0,8}}?(?<old>{figure})(?:那个|这个)?(?:是|也)?(?:我)?(?:刚才|刚刚|刚)?(?:写|报|填|弄|搞|打|说|记|输|敲|看|算|录|多?数)?(?:错了?|不对|有误)[了啊哈哦]?\s*(?:[,，]|\s|(?=应|是|改))\s*(?:应该?|应当|要|得|需要?|请|实际|其实|准确)*(?:是|为|改成|改为|改|换成)\s*(?<new>{figure})(?:才对|的|哈|吧)?[.!]?$",
            $@"{Polite}(?:the )?{Mark}(?<old>[0-9][0-9.,]*%?){Mark}(?:\s+[a-z]+){{0,2}}?\s+(?:is|was|should be)\s+(?:a |my )?(?:wrong|typo|mistake|mistyped|incorrect|not right|off|an error)\s*[,.;]?\s*(?:it|that|this)?(?:'s| is| should be| should read| was)?\s*(?:make (?:it|that) |should be |should read |change (?:it|that) to |the right (?:one|figure|number) is )?(?:only |about )?{Mark}(?<new>[0-9][0-9.,]*%?){Mark}(?:\s+[a-z]+){{0,2}}?[.!]?$",
            // 把28写成26了, I typed 26 for 28: what stands there is the slip.
            $@"{Polite}{place}(?:我)?(?:刚才|不小心)?(?:把|将)?(?<new>{figure})(?:给|都)?(?:误|错)?(?:写|打|填|报|录|输|敲)成(?:了)?(?<old>{figure})了[.!]?$",
            $@"{Polite}(?:i|we)(?: have|'ve)?(?: accidentally| wrongly)? (?:wrote|typed|put|entered|reported|sent) (?<old>[0-9][0-9.,]*%?)(?:\s+[a-z]+){{0,2}} (?:instead of|rather than|for|where it should be) (?<new>[0-9][0-9.,]*%?)(?:\s+[a-z]+){{0,2}}[.!]?$",
            // make it 621 not 612
            $@"{Polite}(?:please )?(?:make|change|put|have|write|use|say) (?:it |that |this |there )?(?:to |read )?(?<new>[0-9][0-9.,]*%?)(?:\s+[a-z]+){{0,3}}?\s*,?\s*(?:and )?(?:not|instead of|rather than|in place of)\s+(?<old>[0-9][0-9.,]*%?)(?:\s+[a-z]+){{0,3}}[.!]?$",
            $@"{Polite}{place}(?:[^,;:。0-9]{{1,14}}?(?:写|报|填|弄|搞)?(?:错了?|不对|有误|不准)[,，]\s*)?[^,;:。0-9]{{0,12}}?不是(?<old>{figure})\s*[,，]?\s*(?:而)?(?:应该?)?是(?<new>{figure})(?:的)?[.!]?$",
            // 下一步是5月中旬报会，不是4月底: a day for a day.
            $@"{Polite}{place}(?:(?<section>{words.Any})的?(?:时间|日期)?)?(?:应该?)?(?:是|为|在)?(?<new>{day})[^,;。0-9]{{0,12}}[,，]\s*(?:而)?不是(?<old>{day})(?:的)?[.!]?$",
            // 里程居全国前列这句别写了，改成新增3类场景
            $@"{Polite}{place}{Mark}(?<old>[^,，;；:：。]{{3,60}}?){Mark}(?:这|那)(?:一)?(?:句|段|条|个)(?:话)?(?:就|先|都)?(?:别|不|不要|不用|甭)(?:写|要|提|放|说)(?:了)?\s*[,，]?\s*(?:改成|改为|换成|写成|写)\s*{Mark}(?<new>[^;；。]{{2,80}}?){Mark}(?:吧|了)?[.!]?$",
            $@"{Polite}{place}(?:把|将){place}{Mark}(?<old>.{{1,60}}?){Mark}{change}{Mark}(?<new>.{{1,200}}?){Mark}(?:吧|了)?[.!]?$",
            $@"{Polite}{place}{Mark}(?<old>[^,;:。]{{0,12}}[0-9][^,;:。]{{0,12}}?){Mark}\s*(?:应该?是|应为|应该为|应当是|{change})\s*{Mark}(?<new>[^,;。]{{1,40}}?){Mark}(?:才对)?[.!]?$",
            // 下一步里那个6月底改5月底: two figures, and nothing between them but 改.
            $@"{Polite}{place}(?:里面?|中|那里)?的?(?:那个|那|这个)?{Mark}(?<old>[^,;:。改]{{0,6}}[0-9][^,;:。改]{{0,6}}?){Mark}(?:改|换)(?:到|做)?{Mark}(?<new>[0-9][^,;。]{{0,10}}?){Mark}(?:吧|了)?[.!]?$",
            $@"{Polite}(?:change|replace|correct)\s+(?:the\s+)?{Mark}(?<old>.{{1,60}}?){Mark}\s+(?:to|with|by|into)\s+{Mark}(?<new>.{{1,200}}?){Mark}(?:\s+in\s+(?:the\s+)?(?<section>{words.Any})(?:\s+(?:of|for)\s+(?<task>{TaskWords.Pattern}))?)?[.!]?$",
            $@"{Polite}(?:the\s+)?{Mark}(?<old>[^,;:]{{0,20}}[0-9][^,;:]{{0,20}}?){Mark}\s+should\s+(?:be|read)\s+{Mark}(?<new>[^,;]{{1,60}}?){Mark}[.!]?$",
        ];
        // 东丽打错了，应该是西青; X was a typo, it should be Y: words, and no figure for them.
        patterns =
        [
            .. patterns,
            $@"{Polite}{place}(?!(?:那|这|我|有)?个?(?:数字?|数据|名字|名称|地名|人名|单位|日期|时间|地方|字|内容|里面|上面|前面){{1,2}}(?:都|也|是|我)?(?:写|打|填|说|记|输|敲|弄|搞)){Mark}(?<old>[^,，;；:：。0-9\s]{{2,20}}?){Mark}(?:那个|这个|那里|这里|两个字|几个字)?(?:是)?(?:我)?(?:刚才|刚刚|刚)?(?:写|打|填|说|记|输|敲|弄|搞)错(?:别)?(?:字)?了?\s*(?:[,，]|\s)\s*(?:应该?|应当|要|得|请)?(?:是|为|改成|改为|换成){Mark}(?<new>[^,，;；。0-9]{{1,40}}?){Mark}(?:才对|的)?[.!]?$",
            $@"{Polite}(?:the word )?[""“'](?<old>[^""“”']{{2,40}})[""”'] (?:is|was) (?:a |my )?(?:wrong|typo|mistake|mistyped|misspelled|misspelt)\s*[,.;]?\s*(?:it|that)?(?:'s| is| should be| should read)?\s*(?:make it |should be |should read |change it to )?{Mark}(?<new>[^,;""“”]{{1,60}}?){Mark}[.!]?$",
            // “部门数据不给”太难听，换成…: what is wrong with it stands between.
            $@"{Polite}{place}[“""「](?<old>[^“”""「」]{{2,60}})[”""」](?:这?[句个]话?|这?[几两三四]个字)?[^,，;；:：。0-9“”]{{0,14}}[,，;；]\s*(?:还是|就|请|帮我|咱们?|我们?)*(?:换成|改成|改为|写成|换作|替换成){Mark}(?<new>[^;；。]{{1,100}}?){Mark}(?:吧|了|更好|好点|好些)?[.!]?$",
            $@"{Polite}[""“](?<old>[^""“”]{{2,60}})[""”] (?:sounds|is|looks|reads|seems)(?: a bit| far| way| much)? too [a-z]+[,.;]\s*(?:please |better |so |let's )*(?:make it|put|say|change it to|write|use)\s+{Mark}(?<new>[^;""“”]{{2,100}}?){Mark}(?: instead| please)?[.!]?$",
            $@"{Polite}(?:make|put|write) (?:it|that) [""“'](?<new>[^""“”']{{2,60}})[""”'],? (?:not|instead of|rather than) [""“'](?<old>[^""“”']{{2,60}})[""”'][.!]?$",
        ];
        // 说错了，不是一季度，是3月20号: only where it is said that something was wrong.
        if (SaidWrong.IsMatch(folded))
            patterns = [.. patterns, $@"{Polite}{place}不是{Mark}(?<old>[^,，;；]{{1,20}}?){Mark}\s*[,，]?\s*(?:而?是|应该?是){Mark}(?<new>[^,，;；]{{1,40}}?){Mark}(?:才对)?[.!]?$"];
        // 中芯那个不是七成，六成五: two amounts, of which the second is right.
        const string Amount = "(?=[^,，]*[0-9一二两三四五六七八九十百千万亿半成%])[^,，;；。\\s]{1,8}?";
        patterns = [.. patterns, $@"{Polite}{place}[\u4e00-\u9fffa-z]{{2,8}}?(?:那个|这个|那里|那块|那条|那项|的)(?:数)?不是(?<old>{Amount})\s*[,，]\s*(?:而?是|应该?是)?(?<new>{Amount})(?:吧|才对|的)?[.!]?$"];
        foreach (var pattern in patterns)
        {
            if (Regex.Match(folded, pattern, RegexOptions.CultureInvariant) is { Success: true } match && Of(match, raw, words) is { } found)
                return found;
        }
        if (FigureIn(folded, place, words) is { } figureChange)
            return figureChange;
        // 第一项的抵押物不足改成抵押物和担保不足: may as well tell of something new.
        return Regex.Match(folded, $@"{Polite}{place}{Mark}(?<old>[^,;:。]{{2,40}}?){Mark}{change}{Mark}(?<new>[^,;。]{{1,80}}?){Mark}(?:吧|了)?[.!]?$", RegexOptions.CultureInvariant) is { Success: true } loose && Of(loose, raw, words) is { } told
            ? told with { IsLoose = true } : null;
    }

    /// <summary>180万应为150万，两处都改; 180万都改成150万; change 180 to 150 everywhere.</summary>
    private static Regex AllPlaces => field ??= new(@"(?:[,;]\s*|\s)?(?:这|那)?(?:[两几三四五多各]|所有|全部|每)个?(?:处|地方)的?(?:(?:都|全)(?:要|得|需要|请)*(?:改|换|一样)?|(?:要|请)?改)(?:过来|成一样)?(?:了|掉|一下)?[.!]?$|[,;]\s*(?:都|全)(?:要|得)?(?:改|换)(?:过来)?(?:了|掉|一下)?[.!]?$|(?<=\S)(?:都|全部|统一|全都)(?=改成|改为|换成|换为|应为|应该是|替换)|[, ]+(?:everywhere|in (?:both|all)(?: the)? (?:places|sections))[.!]?$");

    /// <summary>34家。把若干换成这个: it can be nothing but an order.</summary>
    public bool PointsToWords { get; private init; }

    /// <summary>What the figure counts; blank where it is not said.</summary>
    public string Noun { get; private init; } = "";

    /// <summary>Wherever it stands.</summary>
    public bool IsEverywhere { get; private init; }

    /// <summary>Where no text holds the words, they are something new.</summary>
    public bool IsLoose { get; private init; }

    private static WordChange? FigureIn(string folded, string place, SectionWords words)
    {
        var match = Regex.Match(
            folded,
            $@"{Polite}{place}(?<what>[\u4e00-\u9fff]{{1,12}}?)?(?:的?(?:数字?|数量|人数))?(?:也|都)?(?:应该?是|应为|应该为|应当是|改成|改为|更正为{(SaidWrong.IsMatch(folded) ? "|是" : "")})(?<number>[0-9][0-9.,]*\s*(?:万|亿|%)?(?:余|多)?)(?<measure>[\u4e00-\u9fff]{{0,4}}?)(?:才对|吧|哈|的)?[.!]?$",
            RegexOptions.CultureInvariant);
        var (what, measure) = (match.Groups["what"].Value, match.Groups["measure"].Value);
        if (!match.Success || (what.Length == 0 && measure.Length == 0) || words.Of(what) is not null || TaskWords.Find(what).Count > 0 || Pronoun.IsMatch(what))
            return null;
        const string number = "(?<![0-9.])(?<figure>[0-9][0-9.,]*[万亿%]?)(?<rough>余|多)?";
        var section = match.Groups["section"].Success ? words.Of(match.Groups["section"].Value) : null;
        var change = new WordChange([.. TaskWords.Find(match.Groups["task"].Value).Select(task => task.Ordinal)], section, measure, match.Groups["number"].Value.Trim()) { Figure = $"{number}{Regex.Escape(measure)}" };
        return what.Length == 0 ? change : change with
        {
            Noun = what.EndsWith('数') ? what[..^1] : what, Old = what, Figure = $@"{Regex.Escape(what)}[^0-9,，。;；\n]{{0,6}}{number}{Regex.Escape(measure)}", Looser = measure.Length > 0 ? change : null,
        };
    }

    /// <summary>办结应该是2.6万件: the figure that is to be replaced, in a group <c>figure</c>; null where the words themselves are.</summary>
    private string? Figure { get; init; }

    /// <summary>The same by its measure alone: 应该是28家 puts right the only number of 家. Null when there is none.</summary>
    public WordChange? Looser { get; private init; }

    /// <summary>The text with the words replaced; null when it does not hold them. 2 is not found in 26.</summary>
    public string? ApplyTo(string text)
    {
        if (Figure is not null)
            return Regex.Matches(text, Figure) is [{ } only] && only.Groups["figure"] is var number ? text[..number.Index] + New + text[(number.Index + number.Length + only.Groups["rough"].Length)..] : null;
        var (left, right) = (char.IsDigit(Old[0]) ? "(?<![0-9.])" : "", char.IsDigit(Old[^1]) ? "(?![0-9]|\\.[0-9])" : "");
        var pattern = $"{left}{Regex.Escape(Old)}{right}";
        return Regex.IsMatch(text, pattern) ? Regex.Replace(text, pattern, found => WithoutTwice(text[(found.Index + found.Length)..])) : null;
    }

    /// <summary>17个项目, for the 19个 of 19个项目: what follows already is not written twice.</summary>
    private string WithoutTwice(string behind)
    {
        // 16人, for the 15 of 15人.
        if (New.Length > 1 && New[^1] >= '\u3400' && char.IsDigit(New[^2]) && behind.StartsWith(New[^1]) && Old.All(c => char.IsDigit(c) || c is '.' or ','))
            return New[..^1];
        for (var length = New.Length - 1; length >= FewestTwice; length--)
        {
            if (behind.StartsWith(New[^length..], StringComparison.Ordinal) && New[^length..].All(char.IsLetter))
                return New[..^length];
        }
        return New;
    }

    private const int FewestTwice = 2;

    private static WordChange? Of(Match match, string raw, SectionWords words)
    {
        // 那个12改成15: what points at the number is no part of it.
        var (old, now) = (PointsAt.Replace(TextOf(match.Groups["old"], raw), "").TrimEnd(','), TextOf(match.Groups["new"], raw).TrimEnd(','));
        // 把成效改成…: a whole section is no word in one.
        if (old.Length == 0 || now.Length == 0 || old == now || words.Of(Spelling.Plain(old)) is not null || TaskWords.Find(Spelling.Plain(old)).Count > 0 || Pronoun.IsMatch(Spelling.Plain(old)))
            return null;
        var section = match.Groups["section"].Success ? words.Of(match.Groups["section"].Value) : null;
        int[] tasks = [.. TaskWords.Find(match.Groups["task"].Value).Select(task => task.Ordinal)];
        // 14 brokers should be 15, 11%改12: what is counted stays.
        return Counted.Match(old) is { Success: true } counted && BareFigure.IsMatch(now)
            ? new(tasks, section, old, now + counted.Groups["of"].Value) { Looser = new(tasks, section, counted.Groups["n"].Value, now) } : new(tasks, section, old, now);
    }

    private static string TextOf(Group group, string raw) => raw.Substring(group.Index, group.Length).Trim().Trim('“', '”', '"', '\'', '‘', '’', '「', '」');

    private static Regex PointsAt => field ??= new("^(?:那|这)(?:个|里的?)?(?=[0-9])");

    /// <summary>Whether the words begin by saying that something was wrong.</summary>
    internal static bool TellsOfError(string raw) => SaidWrong.IsMatch(Spelling.Fold(raw));

    private static Regex Counted => field ??= new(@"^(?<n>[0-9][0-9.,]*)(?<of>\s*[^0-9.,\s][^0-9]*)$");

    private static Regex BareFigure => field ??= new("^[0-9][0-9.,]*$");

    private static Regex SaidWrong => field ??= new("^(?:不对|哎呀|哦|啊|[,，! ])*(?:不对|(?:刚才|刚刚|前面|数字?|那个数)?(?:写|说|弄|搞|打|填|报)?错了)");

    private static Regex Pronoun => field ??= new("^(?:它|这个|那个|这|那|it|this|that|截止日期|时间|期限|due date|the due date|deadline|联络员|contact|提醒|reminder)$");
}
