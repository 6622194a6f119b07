using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>原先那版, 第一版, what did the first version say: an earlier version is to be read, as it was, rather than compared. Pure.</summary>
/// <param name="Number">From 1; null for the one before the last.</param>
public sealed record EarlierVersion(int? Number)
{
    /// <returns>Null when no such version is asked for, or what changed is.</returns>
    public static EarlierVersion? In(string plain) => EarlierVersionWords.Find(plain);
}

/// <summary>The words of <see cref="EarlierVersion"/>.</summary>
internal static class EarlierVersionWords
{
    private const int Longest = 60;

    public static EarlierVersion? Find(string plain)
    {
        if (plain.Length is 0 or > Longest || Changes.IsMatch(plain) || Version.Match(plain) is not { Success: true } found)
            return null;
        return found.Groups["n"].Success ? new(Numbers.Parse(found.Groups["n"].Value)) : new(found.Groups["first"].Success ? 1 : null);
    }

    private static Regex Version => field ??= new("(?:第(?<n>[一二三四五六七八九十0-9]{1,3})|(?<first>最初|最早|最开始|一开始|头一?|起初)|原先|原来|原本|之前|以前|先前|上一?|前一?|旧|老|(?:改|修改|更正|改动)(?:之|以)?前)(?:的)?(?:那|个|一)*(?:个)?版(?:本)?(?!权|面|式)|^(?:他们|它|那|这家|人家)?(?:原来|原先|原本|(?:改|修改|更正)(?:之|以)?前)(?:是)?(?:怎么|咋)?(?:写|报|填)(?:的)?(?:是)?(?:什么|啥|的)?(?:来着|呢)?$|(?<![a-z])what did (?:it|they|that) (?:say|write|read) (?:before|originally|at first)|(?<![a-z])(?:(?<first>first|original|initial)|(?:previous|earlier|prior|old|last but one)) version|version (?<n>[0-9]{1,2}|one|two|three)(?! (?:and|with|to|compared))");

    private static Regex Changes => field ??= new("(?:比|相比|对比|不同|区别|差(?:别|异|在)|不一样|变化|改了(?:什么|啥|哪)|改动了)|退回到|恢复|换回|改回|(?<![a-z])(?:differ[a-z]*|compare[a-z]*|changed?|changes|diff|go back|restore|revert)(?![a-z])");
}
