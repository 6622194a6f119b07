using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>中间那堆, 最后那堆里只有一项任务的, the middle group: one of the three groups that were shown, complete, in part and nothing, in this order. Pure.</summary>
/// <param name="State">What is true of its units: <see cref="UnitsState.Missing"/> for those in part.</param>
/// <param name="AsksForPart">Only some of its units are asked for.</param>
/// <param name="InWords">The same words with the group named by what is true of it.</param>
public sealed record GroupWords(UnitsState State, bool AsksForPart, string InWords)
{
    /// <param name="plain">Normalised.</param>
    /// <returns>Null when no group is pointed at.</returns>
    public static GroupWords? In(string plain)
    {
        if (Group.Match(plain) is not { Success: true } match)
            return null;
        var (state, words) = match.Groups["first"].Success ? (UnitsState.Reported, "全部报齐的") : match.Groups["middle"].Success ? (UnitsState.Missing, "只报了一部分的") : (UnitsState.Nothing, "一项没报的");
        return new(state, Part.IsMatch(plain), plain[..match.Index] + words + plain[(match.Index + match.Length)..]);
    }

    private const string Kind = "(?:的)?(?:那|这)?(?:一)?(?:堆|类|档|组|拨|摊)(?:里头?|里面|当中|中)?(?:的)?";

    private static Regex Group => field ??= new($"(?:(?<first>(?:第|头)一?|最前面?|前面|全(?:交|报)(?:了|齐)?)|(?<middle>中间|当中|第二|一部分)|(?<last>最后|后面|末尾|第三|一个(?:字)?(?:都)?没有?(?:交|报)?|没(?:交|报)))(?:的)?{Kind}|(?<![a-z])the (?:(?<first>first|complete)|(?<middle>middle|second|partial)|(?<last>last|third|bottom)) (?:group|pile|lot|list)(?![a-z])");

    private static Regex Part => field ??= new("只(?:有|差|欠|剩)|(?:几|多少)(?:家|个)|哪(?:几)?(?:家|些|个)|(?<![a-z])(?:only|just|how many|which)(?![a-z])");
}
