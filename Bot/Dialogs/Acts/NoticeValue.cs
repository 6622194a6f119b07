using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Acts;

/// <summary>A time, a day or a counted number of a notice that is to be another, where the words name only the new one: 时间改成10点, make it 3 pm. Pure.</summary>
internal static class NoticeValue
{
    /// <returns>The new text; blank when no place, or more than one, can be meant; null when the words name no such value.</returns>
    public static string? Of(string text, string said)
    {
        if (Asked.Match(said.Trim()) is not { Success: true } asked)
            return null;
        var now = asked.Groups["new"].Value.Trim();
        // 会议室改成412: the number of what is named, where it stands once.
        if (Number.IsMatch(now) && Named.Match(said.Trim()) is { Success: true } named)
            return Regex.Matches(Spelling.Fold(text), $"(?<number>[0-9]+)(?:号)?{Regex.Escape(named.Groups["what"].Value)}|{Regex.Escape(named.Groups["what"].Value)}(?<number>[0-9]+)") is [{ } place]
                ? $"{text[..place.Groups["number"].Index]}{now.TrimEnd('号')}{text[(place.Groups["number"].Index + place.Groups["number"].Length)..]}" : null;
        // 后天上午, where the morning stands there already: the day alone changes.
        if (LastPart.Match(now) is { Success: true, Index: > 0 } part && text.Contains(part.Value, StringComparison.Ordinal))
            now = now[..part.Index];
        var values = In(now).OrderBy(value => value.Where.Start.Value).ToList();
        return values.Count > 0 && IsAllOf(now, values) ? PutAll(text, now, values) : null;
    }

    /// <summary>后天下午3点 is a day and a time, and nothing else.</summary>
    private static bool IsAllOf(string now, List<(Range Where, string Kind)> values) => values.Select(value => value.Kind).Distinct().Count() == values.Count
        && values.Aggregate(now, (rest, value) => rest.Replace(now[value.Where], "", StringComparison.Ordinal)).All(c => c is ' ' or '的');

    /// <summary>Each in the place of its kind; what stands there already stays.</summary>
    private static string PutAll(string text, string now, List<(Range Where, string Kind)> values)
    {
        foreach (var (where, kind) in values)
        {
            var stands = In(text).Exists(place => place.Kind == kind && text[place.Where] == now[where]);
            if (stands && values.Count > 1)
                continue;
            text = Put(text, now[where], kind);
            if (text.Length == 0)
                break;
        }
        return text;
    }

    private static Regex Number => field ??= new("^[0-9]+号?$");

    private static Regex Named => field ??= new("^(?:不对|错了|等等|哦|[，,\\s])*(?:把|将)?(?<what>会议室|房间|房号|教室|楼层|报告厅|车牌|门牌|分机)(?:号)?(?:要|得|就)?(?:改成|改为|换成|换到|改到|是)");

    private static string Put(string text, string now, string kind)
    {
        if (In(text).Where(place => place.Kind == kind).ToList() is not [var only])
            return "";
        var old = text[only.Where];
        return $"{text[..only.Where.Start.Value]}{(kind == DayKind ? Values.DayLike(old, now) : PartOfDay.Match(old).Value is { Length: > 0 } part && !PartOfDay.IsMatch(now) ? part + now : now)}{text[only.Where.End.Value..]}";
    }

    private const string DayKind = "day";

    /// <summary>What stands in the text; two are of a kind when one may take the other's place.</summary>
    private static List<(Range Where, string Kind)> In(string text)
    {
        var folded = Spelling.Fold(text);
        var found = Values.In(folded).Where(value => value.IsDay).Select(value => (value.Where, Kind: DayKind)).ToList();
        foreach (var (pattern, named) in new[] { (Span, "span"), (Time, "time"), (Weekday, "weekday"), (Counted, null) })
        {
            foreach (var match in pattern.Matches(folded).Where(match => !found.Exists(one => match.Index < one.Where.End.Value && one.Where.Start.Value < match.Index + match.Length)).ToList())
                found.Add((match.Index..(match.Index + match.Length), named ?? match.Groups["measure"].Value.Trim().TrimEnd('s')));
        }
        return found;
    }

    private static Regex Asked => field ??= new("^(?:不对|不是|错了|说错了|写错了|等等|等一?下|慢着?|稍等|哎呀?|哦|对了|应该|[，,\\s])*(?:把|将)?(?:会议?|开会|会期|集合|活动)?的?(?:时间|日期|日子|地点|楼层|会议室|房间|房号|教室|报告厅|分机|人数|数量|数字)?(?:要|得|就|还是|应该)?(?:改成|改为|改到|改在|换成|换到|挪到|推到|推迟到|延到|提前到|是)(?:了)?(?<new>[^，,。]{1,20}?)(?:吧|了|哈|才对)?[。.!！]?$"
        + "|^(?:(?:no|sorry|actually|wait|oops|please|and|hang on|hold on)[,.! ]+)*(?:(?:make|change|move|push|set|shift|put) (?:it|that|this|the (?:time|date|day|floor|room|number|meeting)(?: time| date)?)(?: (?:to|be|on|at|for|back to|forward to))? |(?:it|that|the (?:time|date|day|meeting))(?: is|'s| should be| has to be| must be)(?: at| on)? )(?:the )?(?<new>[^,]{1,24}?)(?: (?:instead|please|then))?[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>2-4pm, 下午2点到4点: from one time to another.</summary>
    private static Regex Span => field ??= new("(?<![0-9a-z:])[0-9]{1,2}(?:[:.][0-9]{2})?(?: ?[ap]m)? ?(?:-|–|~|to|until|till) ?[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]m(?![a-z])|(?:(?:上午|下午|早上|晚上|中午)\\s?)?(?:[0-9]{1,2}:[0-9]{2}|(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})点(?:半)?)(?:\\s?(?:-|–|—|~|至|到)\\s?)(?:(?:上午|下午|早上|晚上|中午)\\s?)?(?:[0-9]{1,2}:[0-9]{2}|(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})点(?:半)?)");

    private static Regex Time => field ??= new("(?:(?:上午|下午|早上|早晨|晚上|中午|凌晨|傍晚)\\s?)?(?:[0-9]{1,2}:[0-9]{2}(?!\\d)|(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})点(?:半|整|钟|[一三]刻|(?:[0-9]{1,2}|[一二三四五六七八九十]{2,3})分?)?(?!建议|意见|要求|希望|说明))|(?<![0-9a-z:])[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:am|pm|a\\.m\\.|p\\.m\\.|o'clock)(?![a-z])|(?<![0-9a-z:])[0-9]{1,2}:[0-9]{2}(?![0-9])");

    private static Regex Weekday => field ??= new("(?:[上下本这]个?)?(?:周|星期|礼拜)[一二三四五六日天末]|大后天|[今明后]天|(?<![a-z])(?:(?:next|this) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])");

    private static Regex Counted => field ??= new("(?<![0-9.])(?:[0-9]+|[一二两三四五六七八九十]{1,3})(?<measure>号楼|会议室|楼|层|名|人|位|份|家|页|天|条|张|个|室)|(?<![0-9a-z.])(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten)(?<measure> (?:people|persons?|cop(?:y|ies)|pages?|days?|delegates?))(?![a-z])|(?<![a-z])(?:[0-9]+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?<measure> floor)(?![a-z])|(?<![a-z])(?<measure>room )[0-9]+[a-z]?(?![0-9a-z])");

    private static Regex LastPart => field ??= new("(?:上午|下午|早上|晚上|中午)$");

    private static Regex PartOfDay => field ??= new("^(?:上午|下午|早上|早晨|晚上|中午|凌晨|傍晚)\\s?");
}
