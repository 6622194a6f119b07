using System.Globalization;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Days in short English: Mon. 12 Oct.</summary>
/// <param name="WithYear">Mon. 12 Oct. 2020</param>
internal sealed record EnglishDates(bool WithYear)
{
    private static readonly string[] Months = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    public string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Month(day)}");

    public string Weekday(DateOnly day) => $"{day.DayOfWeek.ToString()[..3]}. {Day(day)}";

    /// <summary>1-8 Oct.; the month is said twice only where it changes.</summary>
    public string Span(HolidaySpan span) => (span.From, span.To) switch
    {
        var (from, to) when from == to => Day(from),
        var (from, to) when (from.Year, from.Month) == (to.Year, to.Month) => string.Create(CultureInfo.InvariantCulture, $"{from.Day}-{Day(to)}"),
        var (from, to) => $"{Day(from)} to {Day(to)}",
    };

    public static string Ordinal(int number) => number < Ordinals.Length
        ? Ordinals[number]
        : string.Create(CultureInfo.InvariantCulture, $"{number}{(number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");

    /// <summary>Names of the statutory holidays; one that is not known stays as it is written.</summary>
    public static string Holiday(string name) => string.Join(", ", name.Split('、').Select(single => single switch
    {
        "元旦" => "New Year",
        "春节" => "Spring Festival",
        "清明节" => "Qingming",
        "劳动节" => "Labour Day",
        "端午节" => "Dragon Boat Festival",
        "中秋节" => "Mid-Autumn Festival",
        "国庆节" => "National Day",
        _ => single,
    }));

    private string Month(DateOnly day) =>
        WithYear ? string.Create(CultureInfo.InvariantCulture, $"{Months[day.Month - 1]} {day.Year}") : Months[day.Month - 1];
}
