using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>The first period to report on: the one that 从…起 names, else the one in which the notice was issued.</summary>
internal static partial class FirstPeriods
{
    /// <summary>Proposes one where the notice leaves it open: that of its date, or of today where it has none, and never one before the plan's own first year.</summary>
    public static ReportingPeriod Proposed(NoticePlan plan, Frequency frequency, DateOnly today)
    {
        var from = ReportingPeriod.Containing(DayOf(plan.IssuedOn) ?? today, frequency);
        return EarliestOf(plan, frequency) is { } earliest && earliest > from ? earliest : from;
    }

    /// <summary>Whether it lies before anything that the plan says of itself. A report on the period before the notice may be asked for (上月); one on what is older is a slip.</summary>
    public static bool IsTooEarly(ReportingPeriod first, NoticePlan plan) => EarliestOf(plan, first.Frequency) is { } earliest && first.Next() < earliest;

    /// <summary>As a person names one: 2026年4月, 2026年第二季度, 2026M04.</summary>
    public static ReportingPeriod? Named(string words, Frequency frequency) =>
        ReportingPeriod.TryParse(words.Trim(), out var period) ? period.Frequency == frequency ? period : null
        : NamedPeriod().Match(words) is { Success: true } named ? Find($"从{named.Value}起", frequency, null, isNamedByHandIn: false) : null;

    /// <summary>Whether the words are such a name and nothing else.</summary>
    public static bool IsName(string words) => NamedPeriod().Match(words) is { Success: true, Index: 0 } named && named.Length == words.Length;

    public static bool IsNamed(string words) => ReportingPeriod.TryParse(words.Trim(), out _) || NamedPeriod().IsMatch(words);

    /// <summary>The period of the notice's date, or that in which its first year begins, whichever is earlier: a plan may be sent out late in its year.</summary>
    private static ReportingPeriod? EarliestOf(NoticePlan plan, Frequency frequency)
    {
        var starts = plan.StartsOn is { Length: >= 4 } year && int.TryParse(year.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first > 0 ? new DateOnly(first, 1, 1) : (DateOnly?)null;
        var issued = DayOf(plan.IssuedOn);
        return (starts is null ? issued : issued is null || starts < issued ? starts : issued) is { } day ? ReportingPeriod.Containing(day, frequency) : null;
    }

    private static DateOnly? DayOf(string? date) => date is { Length: >= 10 } && DateOnly.TryParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <param name="isNamedByHandIn">See <see cref="DueWords.IsNamedByHandIn"/>.</param>
    public static ReportingPeriod? Find(string paragraph, Frequency frequency, string? issuedOn, bool isNamedByHandIn)
    {
        DateOnly? issued = issuedOn is { Length: >= 10 } ? DateOnly.ParseExact(issuedOn.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        if (From().Match(paragraph) is not { Success: true, Groups: var groups })
            return issued is { } day ? ReportingPeriod.Containing(day, frequency) : null;
        var year = groups["year"].Success ? ChineseDates.NumberOf(groups["year"].Value) : issued is null ? null : issued.Value.Year + (groups["nextYear"].Success ? 1 : 0);
        if (year is null)
            return null;
        var month = groups["quarter"].Success ? ChineseDates.NumberOf(groups["quarter"].Value) * 3 - 2
            : groups["month"].Success ? ChineseDates.NumberOf(groups["month"].Value)
            : groups["half"].Success ? groups["half"].Value == "上" ? 1 : 7
            : groups["now"].Success ? issued?.Month
            : 1;
        if (month is not (>= 1 and <= 12))
            return null;
        var named = ReportingPeriod.Containing(new DateOnly(year.Value, month.Value, 1), frequency);
        return isNamedByHandIn ? named.Previous() : named;
    }

    /// <summary>A year alone is named only where no number follows: 2020年第五季度 names nothing.</summary>
    [GeneratedRegex("(?:19|20)\\d\\d年(?:度)?的?(?:第?[一二三四1-4]个?季度?|(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?|[上下]半年|(?<!的)(?!的?(?:第|[0-9一二三四五六七八九十])))")]
    private static partial Regex NamedPeriod();

    [GeneratedRegex("(?:从|自)(?:(?<year>(?:19|20)\\d\\d)年(?:度)?|(?<nextYear>明年)|今年|本年度?)?(?:的)?(?:第?(?<quarter>[一二三四1-4])个?季度?|(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?|(?<half>[上下])半年|(?<now>本月|本季度?|当月))?(?:开始)?(?:起|开始|之日起)?(?<=起|开始)")]
    private static partial Regex From();
}
