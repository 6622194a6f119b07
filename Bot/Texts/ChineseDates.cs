using System.Globalization;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Days as a Chinese official letter writes them: 10月12日（周一）.</summary>
/// <param name="WithYear">2020年10月12日（周一）.</param>
internal sealed record ChineseDates(bool WithYear)
{
    public string Day(DateOnly day) => day.ToString(WithYear ? "yyyy年M月d日" : "M月d日", CultureInfo.InvariantCulture);

    public string Weekday(DateOnly day) => $"{Day(day)}（周{"日一二三四五六"[(int)day.DayOfWeek]}）";

    /// <summary>10月1日至8日; the month is said twice only where it changes.</summary>
    public string Span(HolidaySpan span) => (span.From, span.To) switch
    {
        var (from, to) when from == to => Day(from),
        var (from, to) when (from.Year, from.Month) == (to.Year, to.Month) => string.Create(CultureInfo.InvariantCulture, $"{Day(from)}至{to.Day}日"),
        var (from, to) => $"{Day(from)}至{Day(to)}",
    };
}
