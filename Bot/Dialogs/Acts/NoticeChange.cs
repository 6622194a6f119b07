using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Acts;

/// <summary>How the text of a notice is changed before it goes out: as a whole, a word of it, or by a sentence more. Pure.</summary>
internal static partial class NoticeChange
{
    /// <returns>The new text, its words as they were typed; blank when no place for the change, or more than one, can be meant; null when nothing is to be changed.</returns>
    public static string? Of(string text, string said)
    {
        said = said.Trim();
        if (Word().Match(said) is { Success: true } word && word.Groups["old"].Value.Trim('“', '”', '"', ' ', '，', ',') is { Length: > 0 } old && PlacesOf(old, text) is { Count: > 0 } places)
            return places is [var place] ? $"{text[..place]}{word.Groups["new"].Value.Trim('“', '”', '"', ' ')}{text[(place + old.Length)..]}" : "";
        if (text.Length > 0 && NoticeValue.Of(text, said) is { } put)
            return put;
        if (Whole().Match(said) is { Success: true } whole)
            return Unquoted(whole.Groups["text"].Value.Trim());
        return text.Length > 0 && More().Match(said) is { Success: true } more ? Joined(text, more.Groups["text"].Value.Trim()) : null;
    }

    /// <summary>Quotation marks around the whole belong to who dictates.</summary>
    private static string Unquoted(string text) => text.Length > 2 && (text[0], text[^1]) is ('“', '”') or ('"', '"') or ('「', '」') or ('‘', '’') && text[1..^1].IndexOfAny(['“', '”', '"']) < 0 ? text[1..^1].Trim() : text;

    /// <summary>Where the words stand; 5 does not stand in 15.</summary>
    private static List<int> PlacesOf(string old, string text) =>
        [.. Regex.Matches(text, $"{(char.IsAsciiLetterOrDigit(old[0]) ? "(?<![0-9A-Za-z])" : "")}{Regex.Escape(old)}{(char.IsAsciiLetterOrDigit(old[^1]) ? "(?![0-9A-Za-z])" : "")}", RegexOptions.IgnoreCase).Select(match => match.Index)];

    private static string Joined(string text, string more) => text[^1] is '。' or '！' or '？' or '.' or '!' or '?' ? $"{text}{more}" : text.Any(c => c is >= '\u4e00' and <= '\u9fff') ? $"{text}。{more}" : $"{text}. {more}";

    [GeneratedRegex("^(?:不对|不是|等等)?[，, ]*(?:把|将)?(?<old>.{1,60}?)(?:改成|改为|换成)(?<new>.{1,400})$|^(?:不对|错了|说错了|等等|[，, ])*不是(?<old>.{1,40}?)[，, ]+(?:而?是|应该是)(?<new>.{1,100}?)[。.]?$|^(?:no,? |please |and )*(?:change|make|replace) (?:the )?(?<old>.{1,60}?) (?:to|with|by|into) (?<new>.{1,400})$", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex("^(?:不对|不是|等等)?[，, ]*(?:把)?(?:(?:内容|文字|通知|词|话|措辞|原文)(?:再)?(?:改|换|调)(?:一下|一改|改)?[，,]|(?:内容|文字|通知|词|话|措辞))?(?:就)?(?:改成|改为|换成|应该是)[：: ]*(?<text>.+)$|^(?:no,? |please )*(?:change (?:it |the (?:text|notice|message) )?to|make it (?:say|read)) ?[: ]*(?<text>.+)$|^it should (?:say|read)[: ]+(?<text>.+)$", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex("^(?:后面|最后|结尾|再|另外|还要?)*(?:加上?|补充?)(?:一[句条行]|[：:])(?:话)?[，,：: ]*(?<text>.{2,})$|^(?:please )?add(?: (?:a line|a sentence|this|at the end))?(?:: ?| saying )(?<text>.{2,})$", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex More();
}
