using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What is looked for in the reports: 哪家提到经费了, who mentioned "funding"?</summary>
internal static class MentionWords
{
    /// <returns>As typed; null when the words do not say.</returns>
    public static string? In(string raw)
    {
        var found = Asked.Match(raw.Trim());
        if (!found.Success)
            return null;
        var words = Quotes.Replace(found.Groups["words"].Value, "").Trim(' ', '，', ',', '。', '.', '?', '？', '：', ':');
        return words.Length is >= 1 and <= 30 && words.Any(char.IsLetterOrDigit) ? words : null;
    }

    private const string About = "(?:提到|说到|谈到|讲到|写到|提及|涉及|反映|提出|说起|扯到|点到|带)(?:过|了|的是|有)?(?:关于|有关)?";

    private static Regex Asked => field ??= new($"{About}(?<words>[^，,。？?！!]{{1,30}}?)(?:方面|这块|这方面|这(?:件|个)?(?:事|问题|字眼|字样|词|情况))?(?:的|了|过|问题)*(?:是?(?:哪|谁|有|都|呢|吗|么).*)?[。？?！!]*$"
        + "|(?:有(?:没有)?|哪(?:家|个单位|些单位|几家)|谁)[^，,]{0,6}(?:报告|材料|内容)?(?:里|中)?有[“\"「](?<words>[^”\"」]{1,30})[”\"」]"
        + "|(?<![a-z])(?:mention(?:s|ed|ing)?|talk(?:s|ed|ing)? about|wr[oi]te(?:s)? (?:about|of)|spoke (?:of|about)|brought up|bring up|say anything about|said (?:anything|something) about|refer(?:s|red)? to|raised?|complain(?:s|ed)? about) (?:of |about |any |the word |the |a )?(?<words>[^,.?!]{2,40}?)(?: as a problem| in (?:their|the) reports?| at all| this (?:quarter|time))?[.?!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Quotes => field ??= new("[“”\"「」'‘’]");
}
