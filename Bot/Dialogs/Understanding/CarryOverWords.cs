using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>同上季度, 沿用, same as last quarter: words that stand for a text written before.</summary>
public static class CarryOverWords
{
    /// <summary>The whole text says nothing but that.</summary>
    public static bool Matches(string text) => text.Length <= 40 && Whole.IsMatch(Spelling.Plain(text));

    /// <summary>同上, as above: in a report on several tasks, what was written for the one before.</summary>
    public static bool MeansAbove(string text) => text.Length <= 20 && (Above.IsMatch(Spelling.Plain(text)) || MeansSaidBefore(text));

    /// <summary>效果刚说了, I already said that: it stands somewhere above, and 无 is nothing that was said.</summary>
    public static bool MeansSaidBefore(string text) => text.Length <= 30 && SaidBefore.IsMatch(Spelling.Plain(text));

    private static Regex SaidBefore => field ??= new("^(?:(?:(?:进展|问题|困难|成效|效果|下一步|这个|那个|都|其实|我|里面?|里头|已经)*(?:刚才?|刚刚|上面|前面|上头|之前)(?:已经?|都|就|里面?|那[段句条])*(?:说|写|讲|提|报|有)(?:过|到|了|的)*(?:啊|呀|呢|嘛)?)|(?:i )?(?:already|just) (?:said|wrote|mentioned|told you)(?: (?:it|that|so|this))?(?: (?:above|before|already))?)$");

    /// <summary>同第三项: the number of the task whose text is meant; null where it is the one before.</summary>
    public static int? TaskAbove(string text) => SameAs.Match(Spelling.Plain(text)) is { Success: true } same ? Numbers.Parse(same.Groups["n"].Value) : null;

    private static Regex SameAs => field ??= new("^(?:与|和|跟)?同?(?:第)?(?<n>[0-9一二三四五六七八九十]+)项(?:一样|相同)?$|^same as task (?<n>[0-9]+)$");

    /// <summary>照搬上一季，问题改成…: begins with such words and goes on.</summary>
    public static bool Begin(string text) => Beginning.Match(Spelling.Plain(text)) is { Success: true } match && (match.Length == Spelling.Plain(text).Length || CorrectionFollows.IsMatch(Spelling.Plain(text)[match.Length..]));

    private const string Last = "(?:上(?:一个|个|一)?(?:季度?|期|次|回|月|周|年度?)|上一?(?:季度?|期|次|回)|前(?:一个|一)?(?:季度?|期|次))";

    private const string Words =
        "(?:(?:请|就|直接|仍然?|还是|继续|全部|都|各项|内容)*(?:沿用|照搬|照抄|复制|参照|照着?)(?:" + Last + ")?(?:的|那份|那些)*(?:内容|报告|文字|填报|材料|情况)?(?:来|报|填|写)?|(?:就|还是|直接)*按照?" + Last + "(?:的|那份|那些)+(?:内容)?(?:来|报|填|写)+|(?:还是?|仍|就)按照?" + Last + "的(?:来|报|填|写|就行|即可|吧)*|同" + Last + "(?:的)?(?:内容|报告)?"
        + "|(?:跟|和|与|同)" + Last + "(?:的)?(?:内容)?(?:一样|相同|一致|没有?变化|无变化)|" + Last + "的?(?:内容|报告)?(?:照搬|照抄|沿用|不变|一样)|用" + Last + "的(?:就行|即可|吧)?"
        + "|(?:请|帮我|麻烦)*(?:把|将)?" + Last + "(?:的|那份|那些|报的|写的)*(?:内容|报告|文字|材料|情况|东西)?(?:先)?(?:给我|帮我)?(?:调|拿|带|翻|找|搬|贴|弄)(?:出来|过来|上来|进来)(?:(?:给我)?(?:我)?改(?:几|[一两三]|[0-9])?个?(?:数字?|地方|处)?(?:就(?:成|行|好|可以))?|给我|吧)*"
        + "|(?:please )?(?:use|take|copy|repeat|send|file|reuse|put) (?:that|it|the same|this|that one)(?: (?:text|one|report))? again|(?:the )?same as (?:in )?(?:the )?(?:last|previous)(?: (?:quarter|period|time|month|report|one))?|carry (?:it )?over(?: (?:the )?(?:last|previous) (?:quarter|period|report))?|copy (?:the )?(?:last|previous) (?:quarter|period|report|one)(?:'s report)?|as (?:in )?(?:the )?(?:last|previous) (?:quarter|period|report)|reuse (?:the )?last(?: one| report)?"
        + "|(?:again |just |please |put |use |take |the same as )*(?:what|whatever) (?:we|i) (?:wrote|said|put|had|sent|filed|reported) (?:last time|last quarter|the last time|before|in q[1-4])(?: again)?"
        + "|(?:please )?(?:take|use|copy|reuse|repeat|bring over) (?:the |our |my )?(?:q[1-4](?:'s)?|first[- ]quarter(?:'s)?|last quarter(?:'s)?|previous quarter(?:'s)?|last) (?:text|report|wording|version|one|entry|text again)(?: (?:for|of|in|on) (?:task|item) [0-9a-z]+)?(?: again)?"
        + "|(?:还|就|跟|照|按|和|用)+(?:是)?(?:上次|上回|上季度?)(?:我们?)?(?:写|报|填)的(?:那个|那份|那些|一样)*(?:吧)?)";

    private static Regex Whole => field ??= new("^" + Words + "(?:吧|了|就行|即可|please)*$");

    private static Regex Above => field ??= new("^(?:同上|同前|见上文?|见前文?|如上所?述?|同上文|同上所述|参见上文|同进展|同上项|与上(?:一)?项(?:相同|一样)|(?:与|和|跟|同)第[0-9一二三四五六七八九十]+项(?:一样|相同)?|(?:the )?same as task [0-9]+|(?:the )?(?:same )?as (?:stated |described )?above|ditto|see (?:the )?above|idem)$");

    private static Regex Beginning => field ??= new("^" + Words + "(?:吧|了)?(?=$|[,.;!]| (?:but|except|only|just|with) )");

    private static Regex CorrectionFollows => field ??= new("^(?: (?=but|except|only|just|with)|[,.;!]\\s*)(?:我?照着改|我?(?:再)?改(?:一?下|改)?|但是?|不过|只是|只有|只|其中|仅|but|only|except)?");
}
