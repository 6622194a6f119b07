using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>说个数就行, just the number: a figure is wanted and no list. Pure.</summary>
internal static class BriefWords
{
    public static bool WantsNumberOnly(string plain) => NumberOnly.IsMatch(plain);

    /// <summary>how many have not reported, just the number: of those that are missing.</summary>
    public static bool WantsNumberOfMissing(string plain) => WantsNumberOnly(plain) && OfMissing.IsMatch(plain);

    private static Regex OfMissing => field ??= new("没(?:有)?(?:报|交|给|填)|未(?:报|交)|欠|(?<![a-z])(?:not|n't|missing|outstanding|owe|still to)(?![a-z])");

    private static Regex NumberOnly => field ??= new("(?:说|给|报|要|告诉我?)(?:我)?(?:一)?个?(?:总)?数(?:字)?(?:就|即|便)?(?:行|好|可以|够|成|可)|(?:只|光|仅)(?:要|说|报|给|看)(?:我)?(?:一)?个?(?:总)?数(?!据)|(?:不用|不要|别|甭|不必)(?:列|念|给|报|说)(?:我)?(?:名单|单位|名字|出来|了|一个个|全部)|(?<![a-z])(?:just|only) (?:the |a )?(?:number|figure|count|total)(?![a-z])|(?<![a-z])(?:a|one) (?:number|figure) (?:is enough|will do)|no (?:list|names)(?: please| needed)?|(?:without|don't need|skip) the (?:list|names)");
}
