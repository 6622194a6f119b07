using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Acts;

/// <summary>How the text of a notice is changed before it goes out: as a whole, a word of it, or by a sentence more. Pure.</summary>
internal static class NoticeChange
{
    /// <returns>The new text, its words as they were typed; blank when no place for the change, or more than one, can be meant; null when nothing is to be changed.</returns>
    public static string? Of(string text, string said)
    {
        said = said.Trim();
        if (text.Length > 0 && NoticeValue.Of(text, said) is { Length: > 0 } value)
            return value;
        if (text.Length > 0 && SentenceDropped.Match(said) is { Success: true } dropped)
            return WithoutSentence(text, isFirst: dropped.Groups["first"].Success);
        if (Word.Match(said) is { Success: true } word && word.Groups["old"].Value.Trim('“', '”', '"', ' ', '，', ',') is { Length: > 0 } old && PlacesOf(old, text) is { Count: > 0 } places)
            return places is [var place] ? $"{text[..place]}{word.Groups["new"].Value.Trim('“', '”', '"', ' ')}{text[(place + old.Length)..]}" : "";
        if (text.Length > 0 && InShort.Match(said) is { Success: true } brief && brief.Groups["old"].Value.Trim('“', '”', '"', ' ') is { Length: > 0 } from && PlacesOf(from, text) is [var spot])
            return $"{text[..spot]}{brief.Groups["new"].Value.Trim('“', '”', '"', ' ')}{text[(spot + from.Length)..]}";
        if (text.Length > 0 && NotOld.Match(said) is { Success: true } other && PlacesOf(other.Groups["old"].Value.Trim(), text) is [var where])
            return $"{text[..where]}{WithoutSame(text[..where], other.Groups["new"].Value.Trim())}{text[(where + other.Groups["old"].Value.Trim().Length)..]}";
        if (text.Length > 0 && NoticeValue.Of(text, said) is { } put)
            return put;
        if (Whole.Match(said) is { Success: true } whole)
            return Unquoted(whole.Groups["text"].Value.Trim());
        if (text.Length > 0 && Front.Match(said) is { Success: true } front)
            return $"{front.Groups["text"].Value.Trim(' ', '，', ',', '：', ':', '“', '”', '"')}{(text.Any(c => c is >= '\u4e00' and <= '\u9fff') ? "：" : ": ")}{text}";
        return text.Length > 0 && More.Match(said) is { Success: true } more ? Joined(text, more.Groups["text"].Value.Trim()) : null;
    }

    /// <summary>9点半改10点, 9:30 -> 10:00, 10 instead of 9:30: one word in the place of another that stands there.</summary>
    private static Regex InShort => field ??= new("^(?:不对|错了|说错了|写错了|等等|等一?下|哦|还有|再|[，,\\s])*(?:把|将)?(?<old>[^，,。]{1,24}?)(?:要|得|都|全)?(?:改|换)(?:到|成|为|作)?(?<new>[^，,。成为到作一]{1}[^，,。]{0,23}?)(?:吧|哈|了)?[。.!！]?$|^(?<old>[^，,。>]{1,24}?)\\s*(?:->|→|=>|＝>)\\s*(?<new>[^，,。]{1,24})$|^(?:please |and |no,? |make (?:it|that) )*(?<new>[^，,。]{1,24}?) instead of (?<old>[^，,。]{1,24}?)[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>room 420, put after a room that stands there already, is 420.</summary>
    private static string WithoutSame(string before, string now)
    {
        for (var length = now.Length - 1; length > 0; length--)
        {
            if (before.EndsWith(now[..length], StringComparison.OrdinalIgnoreCase))
                return now[length..];
        }
        return now;
    }

    /// <summary>wait, room 420 not 402; 是420不是402.</summary>
    private static Regex NotOld => field ??= new("^(?:(?:wait|no|sorry|oops|hang on|hold on|actually|it's|it is|it should be|should be|make it|that's)[,.! ]+)*(?<new>[^,，。]{1,40}?),? (?:and |instead of |rather than )?not (?<old>[^,，。]{1,40}?)[.!]?$|^(?:不对|错了|说错了|写错了|等等|等一?下|哦|[，,\\s])*(?:应该|应)?是(?<new>[^，,。]{1,20}?)[，,]?(?:而)?不是(?<old>[^，,。]{1,20}?)[。!！]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Quotation marks around the whole belong to who dictates.</summary>
    private static string Unquoted(string text) => text.Length > 2 && (text[0], text[^1]) is ('“', '”') or ('"', '"') or ('「', '」') or ('‘', '’') && text[1..^1].IndexOfAny(['“', '”', '"']) < 0 ? text[1..^1].Trim() : text;

    /// <summary>最后一句不要, drop the last sentence.</summary>
    private static Regex SentenceDropped => field ??= new("^(?:那|把|请|嗯|好|等等|[，,\\s])*(?:(?<first>第一|头一|开头那?|最前面)|最后|末尾|结尾|末|后面)[那这]?的?一?句(?:话)?(?:就|都|先|还是)*(?:不要|不用|去掉|删掉|删去|删了|删|拿掉|别发|别写|划掉|省了)(?:了|吧|发|写)*[。.!！]?$|^(?:please |and |ok,? )*(?:drop|remove|delete|leave out|cut|skip|take out) the (?:(?<first>first|opening)|last|final|closing) (?:sentence|line)(?: please)?[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <returns>Blank when the text is one sentence.</returns>
    private static string WithoutSentence(string text, bool isFirst)
    {
        var sentences = Sentences.Matches(text).Select(match => match.Value).ToList();
        return sentences.Count < 2 ? "" : string.Concat(isFirst ? sentences.Skip(1) : sentences.SkipLast(1)).Trim();
    }

    private static Regex Sentences => field ??= new(@"[^。！？!?\n]+?(?:[。！？!?\n]+|\.(?=\s|$)|$)\s*");

    /// <summary>Where the words stand; 5 does not stand in 15.</summary>
    private static List<int> PlacesOf(string old, string text) =>
        [.. Regex.Matches(text, $"{(char.IsAsciiLetterOrDigit(old[0]) ? "(?<![0-9A-Za-z])" : "")}{Regex.Escape(old)}{(char.IsAsciiLetterOrDigit(old[^1]) ? "(?![0-9A-Za-z])" : "")}", RegexOptions.IgnoreCase).Select(match => match.Index)];

    private static string Joined(string text, string more) => text[^1] is '。' or '！' or '？' or '.' or '!' or '?' ? $"{text}{more}" : text.Any(c => c is >= '\u4e00' and <= '\u9fff') ? $"{text}。{more}" : $"{text}. {more}";

    private static Regex Word => field ??= new("^(?:不对|不是|等等)?[，, ]*(?:把|将)?(?<old>.{1,60}?)(?:改成|改为|换成)(?<new>.{1,400})$|^(?:不对|错了|说错了|等等|[，, ])*不是(?<old>.{1,40}?)[，, ]+(?:而?是|应该是)(?<new>.{1,100}?)[。.]?$|^(?:no,? |please |and )*(?:change|make|replace) (?:the )?(?<old>.{1,60}?) (?:to|with|by|into) (?<new>.{1,400})$", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Whole => field ??= new("^(?:(?:不对|不是|等等|等一?下|稍等|改(?:一)?下|改改|再改改?|重(?:新)?(?:写|来|发)(?:一?[下遍个])?|不合适|好|嗯|那)[，,。.：: ]*)*(?:把)?(?:(?:内容|文字|通知|词|话|措辞|原文)(?:再)?(?:改|换|调)(?:一下|一改|改)?[，,]|(?:内容|文字|通知|词|话|措辞))?(?:就)?(?:改成|改为|换成|写成|应该是)[：: ]*(?<text>.+)$|^[^：:\\n，,]{1,14}[，,。]\\s*(?:改成|改为|换成|写成)[：:]\\s*(?<text>.+)$|^[^：:\\n，,。\\s]{2,10}(?:[，,。]\\s*|\\s+)(?:改成|改为|换成|写成)\\s+(?<text>.{6,})$|^(?:(?:等等|那|再)[，, ]*)?(?:换(?:一)?个(?:说法|写法|措辞|内容)|改(?:一)?下|重(?:新)?写(?:一?[下遍个])?|改个说法)[：:]\\s*(?<text>.+)$|^(?:(?:no|wait|hold on|sorry)[,. ]+)*(?:reword(?: it)?|new (?:text|wording)|rewrite(?: it)?)\\s*:\\s*(?<text>.+)$|^(?:no,? |please )*(?:change (?:it |the (?:text|notice|message) )?to|make it (?:say|read)) ?[: ]*(?<text>.+)$|^it should (?:say|read)[: ]+(?<text>.+)$", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>前面加句各位好, add "Dear all" at the start.</summary>
    private static Regex Front => field ??= new("^(?:在|请|帮我)?(?:最)?(?:前面|开头|前头|开头处|上面)(?:再|也|给我)?(?:加上?|补上?|添上?|写上?)(?:一?[句个条行])?(?:话)?[，,：: ]*(?<text>.{1,60})$|^(?:please )?(?:add|put|start with)[: ]+(?<text>.{1,60}?)(?: at the (?:start|top|beginning|front)| in front| first)?$(?<=start|top|beginning|front|first|^(?:please )?start with.*)", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex More => field ??= new("^(?:(?:等等?|等一?下|慢着?|对了|哎|哦)[，, ]*)*(?:后面|最后|结尾|再|另外|还要?)*(?:加上?|补充?)(?:一[句条行]|[：:]|(?<=后面加上?|最后加上?|结尾加上?|再加上)(?=[，, ]))(?:话)?[，,：: ]*(?<text>.{2,})$|^(?:please )?add(?: (?:a line|a sentence|this|at the end))?(?:: ?| saying )(?<text>.{2,})$", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
