using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>The due days that are named by calendar months or dates.</summary>
internal static partial class DueRules
{
    /// <summary>每季度末（分别在6月、9月和12月底）, 每季度分别于4月、7月、10月的10日前: only the periods of those months are owed.</summary>
    private static DueWords? OnListedMonths(string sentence)
    {
        if (ListedMonths().Match(sentence) is not { Success: true } match)
            return null;
        var months = match.Groups["m"].Captures.Select(month => ChineseDates.NumberOf(month.Value) ?? 0).Where(month => month is >= 1 and <= 12).Order().ToList();
        if (!match.Groups["n"].Success)
            return new(match.Value, new EndOfPeriod { Months = months }, FrequencyOf(match, sentence));
        return ByMonths(match.Value, [.. months.Select(month => (month, Number(match)))], Frequencies.Find(sentence));
    }

    /// <summary>于2010年6月5日和12月5日前: the dates themselves; 每年6月20日和12月20日前: the same days of every year.</summary>
    private static DueWords? OnListedDates(string sentence, string? issuedOn)
    {
        if (ListedDates().Match(sentence) is not { Success: true } match)
            return null;
        var dates = match.Groups["dates"].Value;
        var found = ChineseDates.Find(dates).Where(date => date is { Month: not null, Day: not null }).ToList();
        if (found is [])
            return null;
        if (match.Groups["every"].Success && found.All(date => date.Year is null))
            return ByMonths(match.Value, [.. found.Select(date => (date.Month!.Value, date.Day!.Value))], null);
        int? issuedIn = found[0].Year ?? (issuedOn is null ? null : int.Parse(issuedOn.AsSpan(0, 4), CultureInfo.InvariantCulture));
        var days = found.Select(date => (date.Year ?? issuedIn + (NextYear().IsMatch(dates.AsSpan(0, date.Index)) ? 1 : 0)) is { } year && date.Iso(year) is { } iso ? DateOnly.ParseExact(iso[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) : (DateOnly?)null).ToList();
        if (days.Contains(null))
            return new(match.Value, null, Frequencies.Find(sentence));
        var rising = days.OfType<DateOnly>().Distinct().Order().ToList();
        var frequency = Frequencies.Find(sentence) ?? FrequencyOf(rising);
        return new(match.Value, (frequency == Frequency.Quarterly ? EveryQuarter(rising) : null) ?? new Dates(rising) { Time = found[^1].Time }, frequency) { FirstDue = rising[0] };
    }

    /// <summary>4月15日、7月15日、10月15日、次年1月15日: the same day of the first months of quarters is about the quarters before, of the last months about these.</summary>
    private static DueRule? EveryQuarter(List<DateOnly> days) =>
        days is not [var first, _, _, _] || days.Exists(day => day.Day != first.Day) ? null
        : days.TrueForAll(day => day.Month % 3 == 1) ? new DayOfNextPeriod(first.Day)
        : days.TrueForAll(day => day.Month % 3 == 0) ? new DayOfPeriod(3, first.Day)
        : null;

    /// <summary>Dates in both halves of one year are half-yearly, in all quarters quarterly; all others are each a report of their own.</summary>
    public static Frequency FrequencyOf(List<DateOnly> days) => days switch
    {
        [{ Month: <= 6 } first, { Month: > 6 } second] when first.Year == second.Year => Frequency.HalfYearly,
        [_, _, _, _] when days.Select(day => (day.Year, (day.Month + 2) / 3)).Distinct().Count() == 4 => Frequency.Quarterly,
        _ => Frequency.Once,
    };

    /// <summary>The same day in months that are all the last of their periods, or all the first of the next.</summary>
    private static DueWords ByMonths(string words, IReadOnlyList<(int Month, int Day)> dates, Frequency? said)
    {
        var frequency = said ?? dates.Count switch { 1 => Frequency.Yearly, 2 => Frequency.HalfYearly, 3 or 4 => Frequency.Quarterly, _ => Frequency.Monthly };
        var (length, day) = (MonthsIn(frequency), dates[0].Day);
        if (dates.Any(date => date.Day != day))
            return new(words, null, frequency);
        var ends = dates.Select(date => date.Month).Order().ToList();
        DueRule? rule = ends.TrueForAll(month => month % length == 0) ? new DayOfPeriod(length, day)
            : ends.TrueForAll(month => month % length == 1 % length) ? new DayOfNextPeriod(day)
            : frequency == Frequency.Yearly && ends is [> 6 and var late] ? new DayOfPeriod(late, day)
            : null;
        if (rule is DayOfNextPeriod)
            ends = [.. ends.Select(month => month == 1 ? 12 : month - 1).Order()];
        return new(words, rule is null || ends.Count == 12 / length ? rule : rule with { Months = ends }, frequency, IsNamedByHandIn: rule is DayOfNextPeriod);
    }

    [GeneratedRegex($@"(?:(?<unit>季度?|半年)末?)?（?(?:分别)?[在于]?(?:每年)?(?<m>{N})月份?底?(?:[、和及，](?<m>{N})月份?底?)+(?:(?<=底)|末|的?(?<n>{N})[日号])(?:之?前|以前)?）?")]
    private static partial Regex ListedMonths();

    [GeneratedRegex("(?:次年|明年|翌年)$")]
    private static partial Regex NextYear();

    [GeneratedRegex(@"(?<every>每年(?:的)?)?(?<dates>(?:(?:\d{4}年|今年|当年|本年|次年|明年|翌年)?\d{1,2}月\d{1,2}[日号](?:（[^）]{1,4}）)?(?:(?:上午|中午|下午)?\d{1,2}(?:：\d\d|[时点](?:\d{1,2}分)?))?[、和及，]?)+)(?:之?前|以前)")]
    private static partial Regex ListedDates();
}
