using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>The first period to report on: the one that 从…起 names, else the one in which the notice was issued.</summary>
internal static partial class FirstPeriods
{
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

    [GeneratedRegex("(?:从|自)(?:(?<year>(?:19|20)\\d\\d)年(?:度)?|(?<nextYear>明年)|今年|本年度?)?(?:的)?(?:第?(?<quarter>[一二三四1-4])季度?|(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?|(?<half>[上下])半年|(?<now>本月|本季度?|当月))?(?:开始)?(?:起|开始|之日起)?(?<=起|开始)")]
    private static partial Regex From();
}
