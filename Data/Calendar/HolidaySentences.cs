using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Data.Calendar;

/// <summary>The sentences of one holiday: 1月28日（农历除夕、周二）至2月4日放假调休，共8天。1月26日（周日）、2月8日（周六）上班。</summary>
internal static partial class HolidaySentences
{
    private const string First = @"(?:(?<y1>\d{4})年)?(?:(?<m1>\d{1,2})月)?(?<d1>\d{1,2})日(?:（(?<w1>[^（）]*)）)?";
    private const string Last = @"(?:(?<y2>\d{4})年)?(?:(?<m2>\d{1,2})月)?(?<d2>\d{1,2})日(?:（(?<w2>[^（）]*)）)?";

    public static (IReadOnlyList<CalendarDay> Days, IReadOnlyList<HolidayCsvError> Errors) Read(HolidayItem item, int year)
    {
        var (days, errors) = (new List<CalendarDay>(), new List<HolidayCsvError>());
        foreach (var sentence in item.Words.Split('。', '；').Where(sentence => sentence.Length > 0))
        {
            if (Advice().IsMatch(sentence))
                continue;
            var problem = Off().Match(sentence) is { Success: true } off ? AddOff(off, item, year, days)
                : sentence.EndsWith("上班", StringComparison.Ordinal) ? AddWorked(sentence[..^2].TrimEnd('正', '常'), item, year, days)
                : new(item.Line, HolidayCsvProblem.NoticeSentence, sentence);
            if (problem is not null)
                errors.Add(problem);
        }
        return (days, errors);
    }

    /// <summary>The date whose parts the groups y, m and d hold, each with the ending; the year where none is written.</summary>
    /// <returns>Null when there is no such day.</returns>
    public static DateOnly? DateOf(Match match, string ending, int year, int month = 0)
    {
        year = match.Groups["y" + ending] is { Success: true } y ? int.Parse(y.ValueSpan, CultureInfo.InvariantCulture) : year;
        month = match.Groups["m" + ending] is { Success: true } m ? int.Parse(m.ValueSpan, CultureInfo.InvariantCulture) : month;
        return DateOnly.TryParseExact($"{year:0000}-{month:00}-{match.Groups["d" + ending].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static HolidayCsvError? AddOff(Match off, HolidayItem item, int year, List<CalendarDay> days)
    {
        if (DateOf(off, "1", year) is not { } first)
            return new(item.Line, HolidayCsvProblem.BadDate, off.Value);
        // 10月1日至8日: the month and the year are said once.
        var last = off.Groups["d2"].Success ? DateOf(off, "2", first.Year, first.Month) : first;
        if (last < first && !off.Groups["y2"].Success)
            last = last.Value.AddYears(1); // 12月31日至1月2日
        if (last is not { } end || end < first || end.DayNumber - first.DayNumber > 31)
            return new(item.Line, HolidayCsvProblem.BadDate, off.Value);
        if (Weekday(off, "1", first, item) is { } wrong)
            return wrong;
        if (off.Groups["d2"].Success && Weekday(off, "2", end, item) is { } wrongEnd)
            return wrongEnd;
        var count = end.DayNumber - first.DayNumber + 1;
        if (Count().Match(off.Groups["in"].Value + off.Groups["rest"].Value) is { Success: true } stated && int.Parse(stated.Groups[1].ValueSpan, CultureInfo.InvariantCulture) != count)
            return new(item.Line, HolidayCsvProblem.NoticeCount, $"{off.Value}, {count}");
        for (var day = first; day <= end; day = day.AddDays(1))
            if (Outside(day, year, item) is { } outside)
                return outside;
            else
                days.Add(new(day, false, item.Name, year));
        return null;
    }

    private static HolidayCsvError? AddWorked(string list, HolidayItem item, int year, List<CalendarDay> days)
    {
        var month = 0;
        foreach (var piece in Listed().Split(list))
        {
            if (Worked().Match(piece) is not { Success: true } match || DateOf(match, "1", year, month) is not { } day)
                return new(item.Line, HolidayCsvProblem.NoticeSentence, $"{list}上班");
            month = day.Month;
            if (Weekday(match, "1", day, item) is { } wrong)
                return wrong;
            if (Outside(day, year, item) is { } outside)
                return outside;
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                return new(item.Line, HolidayCsvProblem.WorkOnWeekday, day.ToString("O", CultureInfo.InvariantCulture));
            days.Add(new(day, true, item.Name, year));
        }
        return null;
    }

    private static HolidayCsvError? Outside(DateOnly day, int year, HolidayItem item) => day.Year == year || (day.Year, day.Month) == (year - 1, 12)
        ? null : new(item.Line, HolidayCsvProblem.DayOutsideYear, string.Create(CultureInfo.InvariantCulture, $"{day:O}, {year}"));

    /// <summary>周四 or 星期六 in the brackets must be the date's own; what else they hold is the lunar date.</summary>
    private static HolidayCsvError? Weekday(Match match, string ending, DateOnly day, HolidayItem item) =>
        WeekdayName().Match(match.Groups["w" + ending].Value) is { Success: true } named && "日一二三四五六".IndexOf(named.Groups[1].Value.Replace('天', '日'), StringComparison.Ordinal) != (int)day.DayOfWeek
            ? new(item.Line, HolidayCsvProblem.NoticeWeekday, $"{day.ToString("O", CultureInfo.InvariantCulture)} {named.Value}") : null;

    [GeneratedRegex("^" + First + "(?:(?:至|—|-|－|～)" + Last + @")?(?:起)?放假(?:调休)?(?<in>\d{1,2}天)?(?<rest>(?:，(?:共\d{1,2}天|与周末连休|不调休))*)$")]
    private static partial Regex Off();

    [GeneratedRegex("^" + First + "$")]
    private static partial Regex Worked();

    /// <summary>Asks employers for something and sets no day: 鼓励各单位安排职工在除夕休息.</summary>
    [GeneratedRegex("^(?:鼓励|倡导|建议|各单位|各地区|请|节假日期间)(?!.*日.*(?:放假|上班))")]
    private static partial Regex Advice();

    [GeneratedRegex(@"(\d{1,2})天")]
    private static partial Regex Count();

    /// <summary>Between two dates, not within a bracket (农历除夕、周二).</summary>
    [GeneratedRegex("[、，和](?![^（]*）)")]
    private static partial Regex Listed();

    [GeneratedRegex("(?:周|星期)([一二三四五六日天])")]
    private static partial Regex WeekdayName();
}
