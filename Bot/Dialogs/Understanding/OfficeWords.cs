using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Words that end as the name of an office does: 民航局, the aviation bureau.</summary>
internal static class OfficeWords
{
    /// <param name="masked">The text with marks over what is explained.</param>
    /// <returns>The first; null when there are none.</returns>
    public static (string Words, Range Where)? Find(string plain, string masked) =>
        Chinese.Match(masked) is { Success: true } chinese ? (chinese.Value, chinese.Index..(chinese.Index + chinese.Length))
        : English.Match(plain) is { Success: true } english && masked[english.Index] == plain[english.Index] ? (english.Value, english.Index..(english.Index + english.Length))
        : null;

    private static Regex Chinese => field ??= new("[\u4e00-\u9fff]{2,8}(?:局|委|厅|院|银行|公司|集团)(?![\u4e00-\u9fff])");

    private static Regex English => field ??= new("(?<![a-z])[a-z]{4,} (?:bureau|commission|office|department|administration|committee)(?![a-z])");
}
