using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>成效先写完成选址, 问题那栏就填缺人, for results put …: a section's name, an order to write, and its text. Pure.</summary>
internal static class SectionDictated
{
    private const int Longest = 300;

    /// <returns>With the section as a label; the words themselves where nothing is dictated.</returns>
    public static string Labelled(string said, SectionWords words)
    {
        if (said.Length > Longest || said.Contains('\n', StringComparison.Ordinal))
            return said;
        var match = Regex.Match(Spelling.Fold(said), $@"^\s*(?:那|嗯|好的?|哦|行|就|[,.，\s])*(?<section>{words.Any})(?:那|这)?(?:一?[栏块句里条]|部分)?(?:就|先|那就|那么?|暂时?|也|都|我看|这次)*(?:写|填|记|报)(?:上|个|一个|为|作)?\s*[:,]?\s*(?<text>(?!了|的|得|过|多|少|几|什么|啥|怎|不|到|哪|进|完(?!成|善|工|毕)|好(?!转|评)|成(?!立|功|本|果|效|交))\S.+)$"
            + $@"|^\s*(?:ok|well|then|and|so|just|[,.\s])*(?:for|in|under|as) (?:the )?(?<section>{words.Any})[, ]+(?:please |just |i'd |let's |you can |we'll |simply )*(?:put|write|say|note)(?: down)?:?\s+(?<text>\S.+)$", RegexOptions.CultureInvariant);
        if (!match.Success || words.Of(match.Groups["section"].Value) is not { } section || said.TrimEnd().EndsWith('?') || said.TrimEnd().EndsWith('？') || said.TrimEnd().EndsWith('吗'))
            return said;
        var text = said.Substring(match.Groups["text"].Index, match.Groups["text"].Length).Trim();
        return text.Count(char.IsLetterOrDigit) < 2 && !NothingToSay.Matches(text) ? said : $"{section.Name}：{Particle.Replace(text, "")}";
    }

    private static Regex Particle => field ??= new("吧[。.!！~]*$");
}
