using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Whether units have reported, where words say it of those they point at.</summary>
public enum UnitsState
{
    /// <summary>Nothing is said.</summary>
    Any = 0,

    /// <summary>没报的那两家: something is open.</summary>
    Missing = 1,

    /// <summary>一项都没交的那家: nothing is reported.</summary>
    Nothing = 2,

    /// <summary>交了的那两家: something is reported.</summary>
    Reported = 3,
}

/// <summary>Units that are pointed at by how many they are, or by their place in what was shown: 那两家, those two, 前面那家.</summary>
/// <param name="Count">How many; 1 for a place.</param>
/// <param name="Place">From 0; -1 for the last; null for all of them.</param>
/// <param name="State">What is said of them besides.</param>
public sealed record ThoseWords(int Count, int? Place, UnitsState State)
{
    /// <param name="plain">Normalised.</param>
    /// <returns>Null when the words point at no units so.</returns>
    public static ThoseWords? In(string plain)
    {
        if (Counted.Match(plain) is { Success: true } counted && CountOf(counted) is >= 2 and var count)
            return new(count, null, StateOf(plain[..(counted.Index + counted.Length)]));
        if (AtPlace.Match(plain) is { Success: true } at)
            return new(1, at.Groups["last"].Success ? -1 : at.Groups["n"].Success ? Numbers.Parse(at.Groups["n"].Value) - 1 : 0, UnitsState.Any);
        return OneOfState.Match(plain) is { Success: true } one && StateOf(one.Value) is not UnitsState.Any and var state ? new(1, null, state) : null;
    }

    private static int? CountOf(Match counted) => counted.Groups["pair"].Success ? 2 : counted.Groups["three"].Success ? 3 : Numbers.Parse(counted.Groups["n"].Value);

    private static UnitsState StateOf(string words) => None.IsMatch(words) ? UnitsState.Nothing : Lacking.IsMatch(words) ? UnitsState.Missing : Done.IsMatch(words) ? UnitsState.Reported : UnitsState.Any;

    private const string Few = "[两二三四五六七八九十2-9]";

    private static Regex Counted => field ??= new($"(?:这|那|他们|她们|它们|刚才|上面|前面|(?:剩|余)下?的?|其余|另外|[交报来填]了?的|[没未][^,。]{{1,3}}的)(?:那|这)?(?:(?<n>{Few})(?:个)?(?:家|单位|部门)|(?<pair>俩)(?!季|项|条|天|期)|(?<three>仨))(?!季度)|"
        + "(?<![a-z])(?:(?:only )?(?:those|these|the(?: other| same| last| first)?|all|other) (?<n>two|three|four|five|six|seven|eight|[2-8])(?! (?:quarters?|tasks?|items?|days?|weeks?|months?|lines?|reports?|working|sections?|sentences?|points?))|(?<pair>them both|both(?: of (?:them|those|these))?(?! quarters| tasks| items| reports| times))|(?<n>two|three|four|five) of them)(?![a-z])");

    private static Regex AtPlace => field ??= new("(?:(?<last>后面|后|最后)|(?:前面|前|头)|第(?<n>[一二三四五1-5]))(?:的)?(?:那|这|一)*(?:个)?(?:家|单位)(?!季)|(?<![a-z])the (?:(?<last>last|latter|second)(?: one| unit| office)?|(?:first one|first unit|first office|former))(?! (?:quarter|task|item|report|version|section))(?![a-z])");

    private static Regex OneOfState => field ??= new("[^,。]{0,10}的(?:那|这)(?:一)?(?:个)?(?:家|单位)|(?<![a-z])the one (?:that|who|which) (?:has|have|is|did|hasn't|didn't)[^,.]{0,30}");

    private static Regex None => field ??= new("(?:一个|一项|一条|一份|啥|什么|全|都|一点)(?:都|也)?(?:没|未)|没动|nothing|not .{0,12}(?:anything|at all)|n't .{0,12}(?:anything|at all)");

    private static Regex Lacking => field ??= new("没(?!问题|意见|错)|未|欠|缺|逾期|超期|拖|missing|late|overdue|outstanding|n't|not ");

    private static Regex Done => field ??= new("(?:报|交|来|填)(?:上来|过来|齐|完|好)?(?:了|过)?的|已(?:经)?(?:报|交|来)|reported|submitted|handed in|sent in|are in|is in");
}
