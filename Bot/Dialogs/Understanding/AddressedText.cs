using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A message to units that are named one after another, with its text behind them: Let A, B and C know: …; 给A、B还有C说一声：…. Pure.</summary>
public static class AddressedText
{
    private const char Named = '\u0001';

    /// <returns>Where the text begins in <paramref name="raw"/>; null when the message does not begin by naming whom it is for, and nothing else.</returns>
    public static int? StartIn(string raw, IReadOnlyList<Unit> units)
    {
        var folded = Spelling.Fold(raw);
        if (!Opening.IsMatch(folded))
            return null;
        var masked = folded.ToCharArray();
        foreach (var (_, where) in UnitNames.Find(folded, units))
            Array.Fill(masked, Named, where.Start.Value, where.End.Value - where.Start.Value);
        return Address.Match(new string(masked)) is { Success: true } address ? address.Groups["text"].Index : null;
    }

    private static Regex Opening => field ??= new("^\\s*(?:请|麻烦|帮我|帮忙|你|再|也)*(?:给|向|对|跟|和|通知|告诉|告知|转告|知会)|^\\s*(?:please |can you |could you )*(?:let|tell|notify|inform|message|write|send|drop)(?![a-z])");

    private const string Several = "(?:\u0001|和|跟|与|及|以及|还有|再加上|加上|外加|[、,，\\s]|的|联络员|同志们?|负责人|领导|他们|[这那]?[两二三四五六七八九十几]家(?:单位)?|都|各)+";

    private const string SeveralInEnglish = "(?:\u0001|,|\\s|(?<![a-z])(?:the|and|both|also|as well as|plus|branch|bureau|commission|office|administration|contacts?|leaders?|people|of|at|in)(?![a-z]))+";

    private static Regex Address => field ??= new("^\\s*(?:请|麻烦|帮我|帮忙|你|再|也)*(?:给|向|对|跟|和|通知|告诉|告知|转告|知会)(?=[^:]*\u0001)" + Several
        + "(?:(?:(?:发|带|捎|传|打)(?:个|一?[句声下条则份])?(?:话|信儿?|通知|消息|招呼)|(?:群?发)一?[条则份个]|(?:说|讲|知会|通知|告知)(?:一?[声下])?)\\s*[:,，]|[:,，])\\s*(?<text>[^\\s\u0001].*)$"
        + "|^\\s*(?:please |can you |could you )*(?:let|tell|notify|inform|message|write to|write|send (?:word|a (?:message|note|notice)) to|send|drop a line to)(?![a-z])(?=[^:]*\u0001)" + SeveralInEnglish
        + "(?:know(?: that(?![a-z]))?\\s*[:,]?|that(?![a-z])|[:,])\\s*(?<text>[^\\s\u0001].*)$", RegexOptions.Singleline);
}
