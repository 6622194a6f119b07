using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>A date found in a text, with as much of it as is written. Parts are checked to be possible ones.</summary>
/// <param name="Year">Null when it is not written there: 12月底前.</param>
/// <param name="DayOfWeek">1 = Monday; null when none is written.</param>
internal sealed record FoundDate(int Index, int Length, int? Year, int? Month, int? Day, TimeOnly? Time, bool IsEnd, int? DayOfWeek)
{
    public int End => Index + Length;

    /// <summary>An end (底, 末) is a day: the last of its month or year.</summary>
    public string Precision => Time is not null ? "minute" : Day is not null || IsEnd ? "day" : Month is not null ? "month" : "year";

    /// <summary>ISO text cut at the precision, with the year given where none is written.</summary>
    public string? Iso(int year)
    {
        var month = Month ?? 12;
        var day = Day ?? DateTime.DaysInMonth(year, month);
        if (day > DateTime.DaysInMonth(year, month))
            return null;
        return Precision switch
        {
            "minute" => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}T{Time:HH\\:mm}"),
            "day" => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
            "month" => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
            _ => year.ToString("0000", CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>Finds dates in normalised text: 2020年3月26日, 2023-03-28, 二〇〇九年七月九日, 12月底, 年底, 6月20日18：00.</summary>
internal static partial class ChineseDates
{
    private const string Digits = "〇一二三四五六七八九";

    /// <returns>In the order of the text. In 2010年6月5日和12月5日 the second takes the year of the first.</returns>
    public static IReadOnlyList<FoundDate> Find(string text)
    {
        var found = new List<FoundDate>();
        foreach (Match match in Date().Matches(text))
        {
            if (Read(match) is not { } date)
                continue;
            if (date.Year is null && found is [.., { Year: { } shared } before] && Between().IsMatch(text.AsSpan(before.End, date.Index - before.End)))
                date = date with { Year = shared };
            found.Add(date);
        }
        return found;
    }

    private static FoundDate? Read(Match match)
    {
        var (year, month, day) = (Number(match.Groups["year"]), Number(match.Groups["month"]), Number(match.Groups["day"]));
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return null;
        int? weekday = match.Groups["weekday"] is { Success: true, Value: var written } ? "一二三四五六日天".IndexOf(written, StringComparison.Ordinal) + 1 : null;
        return new(match.Index, match.Length, year, month, day, ClockTimes.Read(match.Groups["time"].Value), match.Groups["end"].Success, weekday is 8 ? 7 : weekday);
    }

    private static int? Number(Group group) => group.Success ? NumberOf(group.Value) : null;

    /// <summary>Arabic digits, digits one by one (二〇〇九), or counted (十二, 三十一).</summary>
    public static int? NumberOf(string written)
    {
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        written = written.Replace('零', '〇').Replace("廿", "二十", StringComparison.Ordinal);
        if (written.IndexOf('十', StringComparison.Ordinal) is var ten and >= 0)
            return (ten == 0 ? 1 : Digits.IndexOf(written[ten - 1], StringComparison.Ordinal)) * 10
                + (ten == written.Length - 1 ? 0 : Digits.IndexOf(written[ten + 1], StringComparison.Ordinal));
        return written.Length > 0 && written.All(c => Digits.Contains(c, StringComparison.Ordinal))
            ? written.Aggregate(0, (sum, c) => sum * 10 + Digits.IndexOf(c, StringComparison.Ordinal))
            : null;
    }

    private const string YearPattern = @"(?<![\d一二三四五六七八九〇])(?<year>(?:19|20)\d\d|[一二][〇零九一二][〇零一二三四五六七八九]{2})";
    private const string MonthPattern = @"(?<![\d一二三四五六七八九十])(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
    private const string DayPattern = @"(?<day>[0-3]?\d|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])";
    private const string DayTail = @"(?:\s*（?(?:星期|周)(?<weekday>[一二三四五六日天])）?)?(?:\s*(?<time>(?:上午|中午|下午|晚上?)?\s*\d{1,2}(?:：\d\d|[时点](?:\d{1,2}分|半)?)))?";

    [GeneratedRegex(
        $@"{YearPattern}\s*年\s*(?:(?:年)?(?<end>[底末])|(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月(?:份)?\s*(?:(?<end>[底末])|{DayPattern}\s*[日号]{DayTail})?)?"
        + $@"|{YearPattern}[-./](?<month>1[0-2]|0?[1-9])[-./](?<day>[0-3]?\d)(?!\d)"
        + $@"|{MonthPattern}\s*月(?:份)?\s*(?:(?<end>[底末])|{DayPattern}\s*[日号]{DayTail})?"
        + @"|(?<!\d\s*)(?<![半全每多几周上])年(?<end>[底末])")]
    private static partial Regex Date();

    [GeneratedRegex(@"^\s*(?:前)?(?:、|和|及|至|-|到)\s*$")]
    private static partial Regex Between();
}

/// <summary>A time of day: 18：00, 18时, 下午5点半, 中午12时.</summary>
internal static partial class ClockTimes
{
    public static TimeOnly? Read(string text)
    {
        if (Clock().Match(text) is not { Success: true, Groups: var groups })
            return null;
        var hour = int.Parse(groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = groups["minute"].Success ? int.Parse(groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : groups["half"].Success ? 30 : 0;
        if (hour < 12 && groups["part"].Value is "下午" or "晚" or "晚上")
            hour += 12;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"(?<part>上午|中午|下午|晚上?)?\s*(?<hour>\d{1,2})(?:：(?<minute>\d\d)|[时点](?:(?<minute>\d{1,2})分|(?<half>半))?)")]
    private static partial Regex Clock();
}
