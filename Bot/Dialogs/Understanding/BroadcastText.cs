using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>The text of a broadcast, word for word as typed: 发个通知：周五下午系统维护.</summary>
public static class BroadcastText
{
    /// <summary>Where the text begins in <paramref name="raw"/>; null when the message does not begin by asking for a broadcast with its text.</summary>
    public static int? StartIn(string raw)
    {
        var folded = Spelling.Fold(raw);
        if (Opening.Match(folded) is { Success: true } opening)
            return opening.Length < folded.TrimEnd().Length ? opening.Length : null;
        // ok it's certain now. Tell everyone: …: what stands before is said to the bot.
        return Before.Match(folded) is { Success: true } before && Opening.Match(folded[before.Length..]) is { Success: true } then && then.Value.TrimEnd().EndsWith(':') && before.Length + then.Length < folded.TrimEnd().Length
            ? before.Length + then.Length : null;
    }

    /// <summary>Where the words that ask for the broadcast begin; 0 most of the time.</summary>
    public static int HeadIn(string raw) => Spelling.Fold(raw) is var folded && !Opening.IsMatch(folded) && Before.Match(folded) is { Success: true } before && Opening.IsMatch(folded[before.Length..]) ? before.Length : 0;

    /// <summary>A short sentence that names nothing to be passed on.</summary>
    private static Regex Before => field ??= new(@"^[^:\n]{1,50}?[.!。;,](?=\s*(?:(?:please|now|so|then|请|那|就|现在|再|麻烦)[\s,]*)*(?:tell|send|let|inform|announce|broadcast|发|群发|通知|广播|告诉|跟|给|向|对))\s*(?:(?:now|so|then|那|就|现在|再)[\s,]*)*");

    /// <summary>Without the quotation marks around the whole of it.</summary>
    public static string Of(string raw, int start)
    {
        var text = raw[start..].Trim();
        var isQuoted = text.Length > 2 && ((text[0], text[^1]) is ('“', '”') or ('「', '」') or ('"', '"')) && text[1..^1].IndexOfAny(['“', '”', '"', '「', '」']) < 0;
        return isQuoted ? text[1..^1] : text;
    }

    private static Regex Opening => field ??= new(@"^\s*(?:请|麻烦|帮我|帮忙|你|再)*(?:给|向|跟|对)(?:所有|全体|各|全部|每个)?(?:人|大家|单位|联络员|各单位|部门|同志)(?:们)?(?:群发|发|广播)(?:一?[个条份则下])?(?:通知|公告|消息|提示)(?:[,]\s*|\s+)(?!好吗|行吗|可以吗|谢谢|麻烦|内容|文字|说什么|怎么)(?=\S{6})|^\s*(?:请|麻烦|帮我|帮忙|给|向|你|现在|再|我想|我要|跟|对|(?:所有|全体|各|全部|每个)?(?:人|大家|单位|联络员|各单位|部门|同志)(?:们)?|都)*(?:(?:群发|广播|发布?)(?:一?[个条份则下])?(?:通知|公告|消息|提示|信息)?|通知(?:一下|下)?)(?:给|到|出去)?(?:(?:所有|全体|各|全部|每个)?(?:人|大家|单位|联络员|各单位|部门|同志)(?:们)?)*(?:说|内容是|内容为|内容|如下|,内容)?\s*[:\n]\s*|^\s*(?:please |can you |could you )*(?:(?:send|make) (?:a|an) )?(?:broadcast|announce(?:ment)?|notice|message)(?: to)?(?: everyone| everybody| all(?: units| contacts)?)?(?: saying| that)?\s*[:\n]\s*|^\s*(?:please )?tell (?:everyone|everybody|all (?:units|contacts)) (?:that )?|^\s*(?:please )?tell (?:everyone|everybody|all (?:units|contacts))\s*:\s*|^\s*(?:please |can you |could you )*(?:tell|notify|inform|message|write to|send to|remind)(?: only| just)?(?: to)?(?: the| all| those| every)*(?: units?)?(?: that are| which are| who are)?(?: still)? (?:late|overdue|missing|outstanding|remaining|open)(?: units?| ones?| contacts?| offices?| bureaus?)?(?: only)?\s*:\s*|^\s*(?:please |can you |could you )*(?:tell|notify|inform|message|write to|send to)(?: all| only| just)* (?:those|the ones|the units|units|everyone|anyone|whoever)(?: (?:who|that|which))?(?: still)? (?:haven't|hasn't|have not|has not|did not|didn't)(?: yet)? (?:reported|filed|submitted|sent (?:it|theirs|anything)|report|answered|replied)(?: yet| anything| so far)*\s*:\s*|^\s*(?:请|帮我)?(?:跟|和|对|向|给|告诉|告知|知会)(?:所有|全体|各|全部|每个)?(?:人|大家|单位|联络员|各单位|部门|同志)(?:们)?(?:说|讲)?(?:一[声下])?\s*[:]\s*|^\s*(?:please )?(?:let|inform) (?:everyone|everybody|all (?:units|contacts))(?: know)?(?: that |\s*:\s*)|^\s*(?:请)?(?:群发|广播)(?:一?[个条份则下])?(?:通知|公告|消息)?[,\s]+|^\s*(?:请|帮我)?通知(?:一下)?(?:所有|全体|各|全部)(?:人|单位|联络员|部门)(?:们)?(?:一[下声])?,?\s*(?=\S)|^\s*(?:请|帮我)?通知(?:一下)?大家(?:一[下声])?,?\s*(?=\S)");
}
