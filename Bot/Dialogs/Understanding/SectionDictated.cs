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
        // 成效没统计呢，写个预约率85%吧，下一步…: that there are no figures is said to the program.
        if (InSpite.Match(Spelling.Fold(said)) is { Success: true } inSpite)
            return $"{said[..inSpite.Groups["end"].Index]}是{said.Substring(inSpite.Groups["text"].Index, inSpite.Groups["text"].Length)}{said[(inSpite.Index + inSpite.Length)..]}";
        var match = Regex.Match(Spelling.Fold(said), $@"^\s*(?:那|嗯|好的?|哦|行|就|[,.，\s])*(?<section>{words.Any})(?:那|这)?(?:一?[栏块句里条]|部分)?(?:就|先|那就|那么?|暂时?|也|都|我看|这次)*(?:写|填|记|报)(?:上|个|一个|为|作)?\s*[:,]?\s*(?<text>(?!了|的|得|过|多|少|几|什么|啥|怎|不|到|哪|进|完(?!成|善|工|毕)|好(?!转|评)|成(?!立|功|本|果|效|交))\S.+)$"
            + $@"|^\s*(?:ok|well|then|and|so|just|[,.\s])*(?:for|in|under|as) (?:the )?(?<section>{words.Any})[, ]+(?:please |just |i'd |let's |you can |we'll |simply )*(?:put|write|say|note)(?: down)?:?\s+(?<text>\S.+)$", RegexOptions.CultureInvariant);
        if (!match.Success || words.Of(match.Groups["section"].Value) is not { } section || said.TrimEnd().EndsWith('?') || said.TrimEnd().EndsWith('？') || said.TrimEnd().EndsWith('吗'))
            return said;
        var text = said.Substring(match.Groups["text"].Index, match.Groups["text"].Length).Trim();
        return text.Count(char.IsLetterOrDigit) < 2 && !NothingToSay.Matches(text) ? said : $"{section.Name}：{Particle.Replace(text, "")}";
    }

    private static Regex InSpite => field ??= new("^\\s*(?:那|嗯|好的?|哦|行|就|[,，.\\s])*(?:进展|问题|困难|成效|成果|效果|下一?步)(?<end>)(?:这块|那块|嘛|呢|的话|方面)*(?:还|也|都|真)*没(?:有)?(?:统计|算|数|测算?|汇总|整理|想好)(?:过|出来|好|呢|啊|,)*[,，](?:那|就|先|你|帮我|,)*(?:写|填)(?:个|上|一个|成)?(?<text>[^,，.;；]{2,40}?)吧(?=[,，.;；]|$)", RegexOptions.CultureInvariant);

    private static Regex Particle => field ??= new("吧[。.!！~]*$");
}
