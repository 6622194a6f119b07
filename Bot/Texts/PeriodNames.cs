using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Reporting periods in words.</summary>
public static class PeriodNames
{
    /// <summary>2020年第一季度, or Q1 2020.</summary>
    public static string Of(ReportingPeriod period, Language language)
    {
        var (year, number) = (period.Year, period.Number);
        return period.Frequency switch
        {
            Frequency.Weekly => language.In($"{year}年第{number}周", $"week {number} of {year}"),
            Frequency.TenDay => language.In(
                $"{year}年{(number - 1) / 3 + 1}月{"上中下"[(number - 1) % 3]}旬", $"ten-day period {number} of {year}"),
            Frequency.Monthly => language.In($"{year}年{number}月", $"{period.FirstDay.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture)} {year}"),
            Frequency.Quarterly => language.In($"{year}年第{Numerals.Chinese(number)}季度", $"Q{number} {year}"),
            Frequency.HalfYearly => language.In($"{year}年{(number == 1 ? "上" : "下")}半年", $"{(number == 1 ? "first" : "second")} half of {year}"),
            _ => language.In($"{year}年", $"{year}"),
        };
    }
}
