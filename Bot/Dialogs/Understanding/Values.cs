using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Days and figures as they stand in a text.</summary>
internal static class Values
{
    /// <param name="folded">As <see cref="Spelling.Fold"/> makes it.</param>
    /// <param name="withWords">two, twelve are figures as well, and one.</param>
    /// <returns>In the order of the text. The figures of a day are no figures.</returns>
    public static IReadOnlyList<(Range Where, bool IsDay)> In(string folded, bool withWords = false)
    {
        var days = Day.Matches(folded).ToList();
        return [.. days.Concat(Figure.Matches(folded).Concat(withWords ? Counted.Matches(folded) : []).Where(figure => !days.Exists(day => figure.Index < day.Index + day.Length && day.Index < figure.Index + figure.Length)))
            .OrderBy(match => match.Index).Select(match => (match.Index..(match.Index + match.Length), days.Contains(match)))];
    }

    /// <summary>3月20日 with 25号 is 3月25日: a day that is named without its month takes over the month, and the way it is written.</summary>
    public static string DayLike(string old, string now)
    {
        var (before, after) = (Day.Match(Spelling.Fold(old)), Day.Match(Spelling.Fold(now)));
        var (day, month) = (after.Groups["day"], after.Groups["month"]);
        if (!before.Success || (month.Success && before.Groups["month"].Success != month.Success) || !before.Groups["day"].Success || !day.Success || (month.Success && IsLatin(month.Value) != IsLatin(before.Groups["month"].Value)))
            return now;
        var changed = new List<(Group Old, string New)> { (before.Groups["day"], day.Value) };
        // An English month may be written short: then it is written as the new one is.
        if (month.Success && Short(month.Value) != Short(before.Groups["month"].Value))
            changed.Add((before.Groups["month"], now.Substring(month.Index, month.Length)));
        if (before.Groups["suffix"] is { Success: true } suffix)
            changed.Add((suffix, SuffixOf(day.Value)));
        return changed.OrderByDescending(change => change.Old.Index).Aggregate(old, (text, change) => $"{text[..change.Old.Index]}{change.New}{text[(change.Old.Index + change.Old.Length)..]}");
    }

    private static bool IsLatin(string word) => word.All(c => c < '\u3400' && !char.IsDigit(c));

    private static string Short(string month) => month.Length > 3 && IsLatin(month) ? month[..3] : month;

    private static string SuffixOf(string day) => day.Length == 2 && day[0] == '1' ? "th" : day[^1] switch { '1' => "st", '2' => "nd", '3' => "rd", _ => "th" };

    private const string Month = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static Regex Day => field ??= new($@"(?:[0-9]{{4}}年)?(?<month>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:份)?(?:(?<day>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:[日号]|(?<=[0-9])(?=$|[,.;!:，。；、\s])(?!\.[0-9]))|底|初|中旬|上旬|下旬)?(?!内)|(?<![0-9.第])(?<day>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号](?![线楼机])"
        + $@"|(?<![a-z]){Month}\.? (?:the )?(?<day>[0-9]{{1,2}})(?<suffix>st|nd|rd|th)?(?![0-9a-z])|(?<![0-9.])(?<day>[0-9]{{1,2}})(?<suffix>st|nd|rd|th)? (?:of )?{Month}(?![a-z])|(?<![a-z])the (?<day>[0-9]{{1,2}})(?<suffix>st|nd|rd|th)(?![0-9a-z])");

    private static Regex Figure => field ??= new(@"(?<![0-9.第a-z])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:万|亿|千|%|％| ?(?:million|billion|percent)(?![a-z])|m(?![a-z]))?(?![0-9年])");

    /// <summary>A number in words, right before what is counted.</summary>
    private static Regex Counted => field ??= new("(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= [a-z]{3})|(?<![一二三四五六七八九十百千第月周期])(?:[一二两三四五六七八九]?十[一二三四五六七八九]?|[一两二三四五六七八九])(?=[家户个项人次件台所套条处名场期门座批轮](?![别月体性]))");
}
