using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanBot.Data.Model;

/// <summary>A reporting period (报告期), e.g. the third quarter of 2020. Its key, <c>2020Q3</c>, is what people type and the ledger stores.</summary>
/// <param name="Year">Calendar year, 1900 to 9998; of a week, the ISO week-numbering year.</param>
/// <param name="Number">Counted from 1 within the year: quarter 1-4, half 1-2, month 1-12, ten-day 1-36, ISO week 1-53; 1 for a whole year.</param>
public readonly partial record struct ReportingPeriod(int Year, int Number, Frequency Frequency = Frequency.Quarterly) : IComparable<ReportingPeriod>
{
    public DateOnly FirstDay => Frequency switch
    {
        Frequency.Weekly => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday)),
        Frequency.TenDay => new DateOnly(Year, (Number - 1) / 3 + 1, (Number - 1) % 3 * 10 + 1),
        Frequency.Monthly => new DateOnly(Year, Number, 1),
        Frequency.Quarterly => new DateOnly(Year, Number * 3 - 2, 1),
        Frequency.HalfYearly => new DateOnly(Year, Number * 6 - 5, 1),
        _ => new DateOnly(Year, 1, 1),
    };

    public DateOnly LastDay => Next().FirstDay.AddDays(-1);

    public ReportingPeriod Next() => Number < NumbersIn(Year, Frequency) ? this with { Number = Number + 1 } : this with { Year = Year + 1, Number = 1 };

    public ReportingPeriod Previous() =>
        Number > 1 ? this with { Number = Number - 1 } : this with { Year = Year - 1, Number = NumbersIn(Year - 1, Frequency) };

    /// <summary>The period that <paramref name="day"/> lies in.</summary>
    public static ReportingPeriod Containing(DateOnly day, Frequency frequency = Frequency.Quarterly) => frequency switch
    {
        Frequency.Weekly => new(ISOWeek.GetYear(day.ToDateTime(default)), ISOWeek.GetWeekOfYear(day.ToDateTime(default)), frequency),
        Frequency.TenDay => new(day.Year, (day.Month - 1) * 3 + Math.Min((day.Day - 1) / 10, 2) + 1, frequency),
        Frequency.Monthly => new(day.Year, day.Month, frequency),
        Frequency.Quarterly => new(day.Year, (day.Month + 2) / 3, frequency),
        Frequency.HalfYearly => new(day.Year, (day.Month + 5) / 6, frequency),
        _ => new(day.Year, 1, frequency),
    };

    /// <summary>Reads a key such as <c>2020Q3</c>, <c>2020M07</c>, <c>2020H1</c>, <c>2020T19</c> (ten-day), <c>2020W14</c> or <c>2020</c>; case does not matter.</summary>
    /// <returns>False when the text is no key or names a period that its year does not have.</returns>
    public static bool TryParse(string? text, out ReportingPeriod period)
    {
        period = default;
        if (KeyPattern().Match(text ?? "") is not { Success: true } match)
            return false;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var letter = match.Groups["letter"].Value.ToUpperInvariant();
        var frequency = letter switch
        {
            "W" => Frequency.Weekly, "T" => Frequency.TenDay, "M" => Frequency.Monthly, "Q" => Frequency.Quarterly, "H" => Frequency.HalfYearly,
            "O" => Frequency.Once, _ => Frequency.Yearly,
        };
        var number = match.Groups["number"] is { Length: > 0 } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 1;
        if (year is < 1900 or > 9998 || number < 1 || number > NumbersIn(year, frequency))
            return false;
        period = new(year, number, frequency);
        return true;
    }

    /// <summary>The key; <see cref="TryParse"/> reads it back.</summary>
    public override string ToString() => Frequency switch
    {
        Frequency.Weekly => string.Create(CultureInfo.InvariantCulture, $"{Year}W{Number:00}"),
        Frequency.TenDay => string.Create(CultureInfo.InvariantCulture, $"{Year}T{Number:00}"),
        Frequency.Monthly => string.Create(CultureInfo.InvariantCulture, $"{Year}M{Number:00}"),
        Frequency.Quarterly => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Number}"),
        Frequency.HalfYearly => string.Create(CultureInfo.InvariantCulture, $"{Year}H{Number}"),
        Frequency.Once => string.Create(CultureInfo.InvariantCulture, $"{Year}O"),
        _ => Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>By first day, so that periods of one plan sort in time.</summary>
    public int CompareTo(ReportingPeriod other) => FirstDay.CompareTo(other.FirstDay);

    public static bool operator <(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) < 0;
    public static bool operator >(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) > 0;
    public static bool operator <=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) <= 0;
    public static bool operator >=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) >= 0;

    private static int NumbersIn(int year, Frequency frequency) => frequency switch
    {
        Frequency.Weekly => ISOWeek.GetWeeksInYear(year), Frequency.TenDay => 36, Frequency.Monthly => 12, Frequency.Quarterly => 4, Frequency.HalfYearly => 2, _ => 1,
    };

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4})(?:(?<letter>[WTMQHwtmqh])(?<number>[0-9]{1,2})|(?<letter>[Oo]))?\s*$")]
    private static partial Regex KeyPattern();
}
