using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>Reads the due day out of a sentence, normalised and without white space. The most particular wording is tried first.</summary>
internal static partial class DueRules
{
    private const string N = @"(?:\d{1,2}|[一二三四五六七八九十]{1,3})";

    /// <summary>Days of the month up to this one are early enough to be meant for the month before.</summary>
    private const int LastUnclearDay = 10;

    /// <returns>Null when the sentence names no due day.</returns>
    public static DueWords? Find(string sentence, string? issuedOn) =>
        (OnWeekday(sentence) ?? OnListedDates(sentence, issuedOn) ?? OnListedMonths(sentence)
            ?? WorkingDaysBeforeEnd(sentence) ?? OnWorkingDayOfNext(sentence) ?? OnDayOfMonthOfPeriod(sentence)
            ?? OnDayAfterPeriod(sentence) ?? DaysBeforeEnd(sentence) ?? OnDayOfEveryMonth(sentence) ?? AtEndOfMonth(sentence) ?? AtEnd(sentence)) is { } due
            ? due with { Rule = due.Rule is null ? null : WithTime(due.Rule, sentence, due.Words) }
            : null;

    /// <summary>如遇周末提前, 节假日顺延: said in the same paragraph, often in a sentence of its own.</summary>
    public static DueRule WithShift(DueRule rule, string paragraph) =>
        ShiftWords().Match(paragraph) is { Success: true, Groups: var groups } ? rule with { Shift = groups["back"].Success ? DueShift.Back : DueShift.Forward } : rule;

    /// <returns>Where the words stand that <see cref="WithShift"/> reads; null when there are none.</returns>
    public static (int Index, int Length)? ShiftIn(string paragraph) => ShiftWords().Match(paragraph) is { Success: true } match ? (match.Index, match.Length) : null;

    /// <summary>国庆节期间顺延: a move that is said of one holiday only.</summary>
    public static string? ShiftOfOneHoliday(string paragraph) => ShiftWords().Match(paragraph) is { Success: true, Groups: var groups, Value: var words } && groups["one"].Success ? words : null;

    private static DueRule WithTime(DueRule rule, string sentence, string words)
    {
        var after = sentence[(sentence.IndexOf(words, StringComparison.Ordinal) + words.Length)..];
        if (TimeBehind().Match(after) is { Success: true } time)
            rule = rule with { Time = ClockTimes.Read(time.Value) };
        return IncludingBehind().IsMatch(after) ? rule with { Inclusive = true } : rule;
    }

    /// <summary>每周二中午12时前.</summary>
    private static DueWords? OnWeekday(string sentence) =>
        Weekday().Match(sentence) is { Success: true } match ? new(match.Value, new DayOfWeekRule("一二三四五六日".IndexOf(match.Groups["day"].Value.Replace('天', '日'), StringComparison.Ordinal) + 1), Frequency.Weekly) : null;

    /// <summary>下一个季度的第三个工作日前, 每季度结束后5个工作日内, 每月前3个工作日.</summary>
    private static DueWords? OnWorkingDayOfNext(string sentence) =>
        WorkingDayOfNext().Match(sentence) is { Success: true } match ? new(match.Value, new WorkingDayOfNextPeriod(Number(match)), FrequencyOf(match, sentence)) : null;

    /// <summary>每季度末5个工作日内, 每季度结束前5个工作日; the last working day is the end, moved back.</summary>
    private static DueWords? WorkingDaysBeforeEnd(string sentence)
    {
        if (LastWorkingDay().Match(sentence) is { Success: true } last)
            return new(last.Value, new EndOfPeriod { Shift = DueShift.Back }, FrequencyOf(last, sentence));
        return WorkingDaysBefore().Match(sentence) is { Success: true } match ? new(match.Value, new WorkingDaysBeforePeriodEnd(Number(match)), FrequencyOf(match, sentence)) : null;
    }

    private static DueWords? DaysBeforeEnd(string sentence) =>
        DaysBefore().Match(sentence) is { Success: true } match ? new(match.Value, new DaysBeforePeriodEnd(Number(match)), FrequencyOf(match, sentence)) : null;

    /// <summary>每季度末月20日前, 每季度最后一个月的30日前; 每个季度第1个月的20日前, 下一季度首月10日前.</summary>
    private static DueWords? OnDayOfMonthOfPeriod(string sentence)
    {
        if (DayInFirstMonth().Match(sentence) is { Success: true } first)
            return new(first.Value, new DayOfNextPeriod(Number(first)), FrequencyOf(first, sentence), IsNamedByHandIn: !first.Groups["next"].Success);
        if (DayInSecondMonth().Match(sentence) is { Success: true } second)
            return new(second.Value, second.Groups["next"].Success ? null : new DayOfPeriod(2, Number(second)), FrequencyOf(second, sentence));
        return DayInLastMonth().Match(sentence) is { Success: true } last && FrequencyOf(last, sentence) is var frequency
            ? new(last.Value, new DayOfPeriod(MonthsIn(frequency), Number(last)), frequency)
            : null;
    }

    /// <summary>次月10日前, 季后15日内, 每季度结束后10日内.</summary>
    private static DueWords? OnDayAfterPeriod(string sentence)
    {
        if (DayOfNextMonth().Match(sentence) is not { Success: true } match)
            return null;
        // 次月 after a quarter is the quarter's next month; only alone does it tell a monthly report.
        var frequency = match.Groups["unit"].Success ? Frequencies.OfUnit(match.Groups["unit"].Value.TrimEnd('度')) : Frequencies.Find(sentence) ?? Frequency.Monthly;
        return new(match.Value, new DayOfNextPeriod(Number(match)), frequency);
    }

    /// <summary>每月25日前; 每月9日、19日、28日前; 每月10日、20日和月底前, the month's end being its last day, the 31st at the most; 每月10日前 with 上月.</summary>
    private static DueWords? OnDayOfEveryMonth(string sentence)
    {
        if (DaysOfMonth().Match(sentence) is not { Success: true } match)
            return null;
        var days = match.Groups["n"].Captures.Select(day => ChineseDates.NumberOf(day.Value)!.Value).Where(day => day is >= 1 and <= 31).Concat(match.Groups["end"].Captures.Select(_ => 31)).Distinct().Order().ToList();
        if (days is [])
            return null;
        if (days is [var day])
            return LastMonth().IsMatch(sentence)
                ? new(match.Value, new DayOfNextPeriod(day), Frequency.Monthly, IsNamedByHandIn: true)
                : new(match.Value, new DayOfPeriod(1, day), Frequency.Monthly, IsPeriodUnclear: day <= LastUnclearDay);
        // One day in each ten days is a ten-day report; other lists belong to the month.
        var isTenDay = days is [<= 10, > 10 and <= 20, > 20];
        return new(match.Value, new DaysOfMonth(days), isTenDay ? Frequency.TenDay : Frequency.Monthly);
    }

    /// <summary>于2018年12月底前书面报: one report, on that day.</summary>
    private static DueWords? AtEndOfMonth(string sentence) =>
        EndOfMonth().Match(sentence) is { Success: true } match && !Repeats().IsMatch(sentence) && ChineseDates.NumberOf(match.Groups["m"].Value) is >= 1 and <= 12 and var month && int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture) is var year
            && new DateOnly(year, month, DateTime.DaysInMonth(year, month)) is var day ? new(match.Value, new Dates([day]), Frequency.Once) { FirstDue = day } : null;

    /// <summary>每季度末, 月底前, 年底前.</summary>
    private static DueWords? AtEnd(string sentence) =>
        End().Match(sentence) is { Success: true } match ? new(match.Value, new EndOfPeriod(), FrequencyOf(match, sentence)) : null;

    private static Frequency FrequencyOf(Match match, string sentence) =>
        match.Groups["unit"] is { Success: true, Value: var unit } ? Frequencies.OfUnit(unit.TrimEnd('度') is "季" ? "季度" : unit.TrimEnd('度')) : Frequencies.Find(sentence) ?? Frequency.Quarterly;

    private static int MonthsIn(Frequency frequency) => frequency switch { Frequency.Quarterly => 3, Frequency.HalfYearly => 6, Frequency.Yearly => 12, _ => 1 };

    private static int Number(Match match) => ChineseDates.NumberOf(match.Groups["n"].Value) ?? throw new FormatException(match.Value);

    [GeneratedRegex(@"(?<y>20\d{2})年(?<m>\d{1,2})月底(?:之?前|以前)?")]
    private static partial Regex EndOfMonth();

    [GeneratedRegex("每|分别|按(?:季|月|旬|周)|季报|月报|定期")]
    private static partial Regex Repeats();

    [GeneratedRegex("(?:每个?(?:周|星期|礼拜)|(?<=每周[^。；]*[于在])周)(?<day>[一二三四五六日天])")]
    private static partial Regex Weekday();

    [GeneratedRegex(
        $@"(?:(?<next>下|次|后)一?个?(?<unit>季度?|半年|年度?|月|周)的?(?:第一个月|第1个月|首月|开始|初)?(?:后?的?)?(?:前|第)?(?<n>{N})个?工作日"
        + $@"|(?<unit>季度?|半年|年度?|月|周)(?:结束|终了|过)?(?:之?后|之日起)的?(?:第|前)?(?<n>{N})个?工作日"
        + $@"|每个?(?<unit>季度?|半年|年度?|月)的?(?:第一个月|第1个月|首月|初)?的?(?:前|第)?(?<n>{N})个?工作日)(?:之?[内前]|以[内前])?")]
    private static partial Regex WorkingDayOfNext();

    [GeneratedRegex($@"(?<unit>季度?|半年|年度?|月|旬)(?:(?:末月?|底|结束|终了)之?(?:前|的?最后)?|的?最后)(?<n>(?!一个|1个){N})个?工作日(?:之?[内前]|以[内前])?")]
    private static partial Regex WorkingDaysBefore();

    [GeneratedRegex("(?<unit>季度?|半年|年度?|月|旬)(?:末|底)?的?最后(?:一|1)个工作日")]
    private static partial Regex LastWorkingDay();

    [GeneratedRegex($@"(?<unit>季度?|半年|年度?|月|旬)(?:末|底|结束|终了)之?前(?<n>{N})[日天]")]
    private static partial Regex DaysBefore();

    [GeneratedRegex($@"(?<next>下一?个?|次)?(?<unit>季度?|半年)的?(?:首月|首个月|第一个?月|第1个?月)份?的?(?<n>{N})[日号](?:之?前|以前)?")]
    private static partial Regex DayInFirstMonth();

    [GeneratedRegex($@"(?<next>下一?个?|次)?(?<unit>季度?|半年)的?(?:第二个?月|第2个?月)份?的?(?<n>{N})[日号](?:之?前|以前)?")]
    private static partial Regex DayInSecondMonth();

    [GeneratedRegex($@"(?<unit>季度?|半年|年度?)的?(?:末个?月|最后一?个?月|第三个?月|第3个?月|末)份?的?(?<n>{N})[日号](?:之?前|以前)?")]
    private static partial Regex DayInLastMonth();

    [GeneratedRegex($@"(?:(?<unit>季度?|半年|月)(?:结束|终了)?(?:之?后|之日起)的?(?:次月|下月|首月)?的?(?<n>{N})[日天](?:之?[内前])?|(?:次|下一?个?|后一?个)月的?(?<n>{N})[日号](?:之?前|以前)?|(?:下一?个?|次)季度?的?(?<n>{N})[日号](?:之?前|以前)?)")]
    private static partial Regex DayOfNextMonth();

    [GeneratedRegex($@"(?:每个?|当|逐)月的?(?<n>{N})(?:[日号](?:之?前|以前)?)?(?:(?:[、和及]|(?<!前)，)(?:(?<n>{N})(?:[日号]|(?=[、和及]))|(?<end>当?月[底末]|(?:当月)?最后一[天日]))(?:之?前|以前)?)*(?<=[日号天底末前])")]
    private static partial Regex DaysOfMonth();

    [GeneratedRegex("(?:上|前)一?个?月")]
    private static partial Regex LastMonth();

    [GeneratedRegex("(?:每个?|按)?(?<unit>季度?|半年|年度?|月|旬)(?:末|底|最后一天)(?:之?前|以前)?")]
    private static partial Regex End();

    [GeneratedRegex("遇?(?:到)?(?:法定)?(?:节假日|周末|双休日|休息日|公休日|假期|长假|假日|非工作日|(?<one>(?:元旦|春节|清明节?|劳动节|五一|端午节?|中秋节?|国庆节?|十一)(?:期间|假期|长假|放假)?))[^。；]{0,12}?(?:(?<back>提前)|(?<forward>顺延|推迟|延后|延至))")]
    private static partial Regex ShiftWords();

    [GeneratedRegex(@"^（?(?:上午|中午|下午|晚上?)?\d{1,2}(?:：\d\d|[时点](?:\d{1,2}分|半)?)")]
    private static partial Regex TimeBehind();

    [GeneratedRegex("^.{0,4}（含(?:当日|当天|本日|[^）]{0,6}日)?）")]
    private static partial Regex IncludingBehind();
}
