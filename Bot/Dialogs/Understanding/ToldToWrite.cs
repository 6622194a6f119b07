using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>成效别写暂未显现，领导看了不好，改成“…”; 成效那句不能再试运行了吧 写…: a section is named, then what is wrong with it, then what it is to read. Pure.</summary>
internal static class ToldToWrite
{
    private const int Longest = 300;

    private const string Pointed = "(?:那|这)(?:一)?(?:句|栏|块|条|段|个|项|里|部分|格)(?:话|里)?";

    private const string Then = "(?:就|那就?|请|直接|还是|帮我|给我|麻烦|你|您|应该?|应当|可以|统一|,|，|\\s)*";

    /// <returns>Null when the sentence is none; the new text stands without its marks, and the remark is left out.</returns>
    public static Correction? Parse(string raw, SectionWords words)
    {
        if (raw.Length > Longest || raw.Contains('\n', StringComparison.Ordinal))
            return null;
        var folded = Spelling.Fold(raw);
        var match = Regex.Match(folded, Chinese(words), RegexOptions.CultureInvariant);
        if (!match.Success)
            match = Regex.Match(folded, English(words), RegexOptions.CultureInvariant);
        if (!match.Success || words.Of(match.Groups["section"].Value) is not { } section || !IsSaidOfText(match))
            return null;
        var text = Unquoted(raw.Substring(match.Groups["text"].Index, match.Groups["text"].Length).Trim());
        return text.Any(char.IsLetterOrDigit) ? new([.. TaskWords.Find(folded[..match.Groups["text"].Index]).Select(task => task.Ordinal).Distinct()], section, text, IsAddition: false) : null;
    }

    /// <summary>成效这块线上改造后，换成新设备 tells of something done: what is to be written must be spoken of as a text.</summary>
    private static bool IsSaidOfText(Match match)
    {
        var before = match.Value[..(match.Groups["text"].Index - match.Index)];
        return OfText.IsMatch(before) || (match.Groups["bare"].Success ? NotSo.IsMatch(match.Groups["remark"].Value)
            : match.Groups["remark"].Value.Trim(' ', ',', '，').Length == 0 || Regex.IsMatch(match.Groups["remark"].Value, Criticism, RegexOptions.CultureInvariant) || !before.Any(c => c >= '\u3400'));
    }

    private static Regex OfText => field ??= new("(?:那|这)一?(?:句|栏|段|格)");

    private static Regex NotSo => field ??= new("不能|别|不要|不该|不应|不用|不行|不对|甭|不宜|要改|得改|重新?写");

    /// <summary>Whether a message orders something to be written otherwise: it is no text of a report, whatever else it holds.</summary>
    public static bool IsOrder(string raw) => raw.Length <= Longest && !raw.Contains('\n', StringComparison.Ordinal) && Order.IsMatch(Spelling.Fold(raw));

    private static string Chinese(SectionWords words) =>
        $@"^\s*(?:(?:那|哦|对了|还有|另外|等等|不对|把|将|就|请|麻烦|帮我|[,，.\s])*)(?:{TaskWords.Pattern})?\s*(?:的|里的?|那个)?\s*(?<section>{words.Any})(?<pointed>{Pointed})?(?!(?:就|主要|目前|也|还)*(?:是|在于|为|有))"
        + $@"(?:(?<=(?<pointed>{Pointed}))|(?=.{{0,60}}?(?:{Criticism})))(?<remark>.{{0,70}}?)(?:[,，.。;；!！\s]|(?<=[吧了的呢啊]))\s*{Then}"
        + @"(?:改写?成|改为|换成|换为|写成|写作|改作|说成|改口|(?:改|换)(?=[“""「])|(?<bare>(?:写|填|说)(?:上|个)?)(?![了的得作成不]))\s*[:：]?\s*(?<text>\S.*)$";

    /// <summary>What is said of a text that is to be another.</summary>
    private const string Criticism = "(?:别|不要|不能|不许|不该|不用|甭|不宜)(?:再)?(?:写|填|说|提|报|放|用|叫|是)|(?:领导|处长|局长|主任|科长|老板|书记|上面|头儿)[^,，]{0,8}(?:说|看|要求|觉得|嫌|让|不满意|不高兴|批)|不(?:太)?(?:好看|好听|合适|妥当?|像样|准确|严谨)|太(?:空|虚|笼统|短|长|简单|啰嗦|难看|口语|随便|笼统)|重新?写|要改|得改|改一?下|不太?好|过时|口气";

    private static string English(SectionWords words) =>
        $@"^\s*(?:(?:no|oh|ok|and|also|please|sorry|wait|the|for|in|on|under|of|[,.\s])*)(?:{TaskWords.Pattern}(?:'s)?[,: ]*)?\s*(?:the )?(?<section>{words.Any})(?: (?:of|for|in|on|under) {TaskWords.Pattern})?(?: (?:line|part|bit|sentence|section|one))?[,: ]+"
        + @"(?=.{0,60}?(?:can't|cannot|can not|shouldn't|should not|mustn't|must not|don't|do not|isn't|is not|won't|no longer|needs?|looks?|sounds?|reads?|too|boss|director|chief|management|wrong|outdated|old))(?<remark>.{2,100}?)[,.;]\s*(?:so |and |but |please |just |then |rather |instead |you can |let's )*"
        + @"(?:change (?:it|that|this) (?:to|into)|make (?:it|that)(?: read| say)?|put(?: in| down)?|write(?: down| in)?|replace (?:it|that) (?:with|by)|say|use|call it)\s*[:,]?\s*(?<text>\S.*)$";

    /// <summary>改成"配送时效提升约两成"吧: the marks show where the text begins and ends.</summary>
    private static string Unquoted(string text) => Quoted.Match(text) is { Success: true } quoted ? quoted.Groups["text"].Value.Trim() : Ending.Replace(text, "");

    private static Regex Quoted => field ??= new("^[“\"”「『‘'](?<text>[^“”\"「」『』]{1,250})[”\"“」』’'](?:吧|就行|就好|就可以了?|好了|,? ?please)?[。.!！]?$", RegexOptions.CultureInvariant);

    private static Regex Ending => field ??= new(@"(?<=\S)(?:\s*[,，]\s*)?(?:吧|就行了?|就好了?|就可以了?)[。.!！~]*$");

    private static Regex Order => field ??= new("(?:^|[,. ]|的|栏|句|里|成效|问题|进展|下一?步)(?:就|再|可|先)?(?:别|不要|甭)(?:再)?(?:写|填)(?![不入错报])|(?:改成|改为|换成|写成|改写成)\\s*[“\"「]|(?:[0-9][^,.;]{0,6}|^(?:我|刚才|刚刚|上面|前面|数字?|哦|不对)[^,.;]{0,8})(?:写|打|填|输|敲)错|(?<![a-z])(?:don't|do not|shouldn't|should not|can't|cannot) (?:write|say|put|read)(?![a-z])|(?<![a-z])change (?:it|that|this) (?:to|into) [\"“]|(?<![a-z])(?:was|is|were) (?:a |my )?(?:typo|mistyped)(?![a-z])");
}
