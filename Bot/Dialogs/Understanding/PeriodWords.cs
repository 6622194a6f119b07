using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A period as somebody named it.</summary>
/// <param name="Year">Null when it was left out.</param>
public sealed record PeriodMention(PeriodReference Reference, int? Year = null, int Number = 0, Frequency Frequency = Frequency.Quarterly)
{
    /// <summary>The period that is meant.</summary>
    /// <remarks>本季 is the period in question (2020Q1 even on 7 April); 上季度 is the calendar quarter before today's.</remarks>
    public ReportingPeriod In(PlanSetting setting)
    {
        var calendar = ReportingPeriod.Containing(setting.Today, setting.Frequency);
        return Reference switch
        {
            PeriodReference.InQuestion => setting.InQuestion,
            PeriodReference.BeforeToday => calendar.Previous(),
            PeriodReference.BeforeThat => calendar.Previous().Previous(),
            PeriodReference.AfterToday => calendar.Next(),
            PeriodReference.LastOfPlan => setting.Last ?? setting.InQuestion,
            PeriodReference.FirstOfPlan => setting.First,
            _ => Named(setting),
        };
    }

    /// <summary>A period without its year is this plan's: of the year in question, or of the plan's only year that has it.</summary>
    private ReportingPeriod Named(PlanSetting setting)
    {
        if (Year is { } year)
            return new(year, Number, Frequency);
        var near = new ReportingPeriod(setting.InQuestion.Year, Number, Frequency);
        return new[] { near, near with { Year = near.Year + 1 }, near with { Year = near.Year - 1 } }
            .Cast<ReportingPeriod?>().FirstOrDefault(period => setting.Owes(period!.Value)) ?? near;
    }
}

/// <summary>What a plan's period words are measured against.</summary>
/// <param name="InQuestion">The latest period whose collection has begun, else the first open one.</param>
/// <param name="Last">Null when the plan sets no end.</param>
public sealed record PlanSetting(DateOnly Today, Frequency Frequency, ReportingPeriod InQuestion, ReportingPeriod First, ReportingPeriod? Last)
{
    public bool Owes(ReportingPeriod period) => period.Frequency == Frequency && period >= First && (Last is not { } last || period <= last);
}

public enum PeriodReference
{
    Named = 1,

    /// <summary>本季, 这季度, 本期, this quarter.</summary>
    InQuestion = 2,

    /// <summary>上季度, last quarter: the calendar period before today's.</summary>
    BeforeToday = 3,

    /// <summary>上上季度.</summary>
    BeforeThat = 4,

    /// <summary>下季度, next quarter.</summary>
    AfterToday = 5,

    /// <summary>最后一次.</summary>
    LastOfPlan = 6,

    /// <summary>第一次, 首期.</summary>
    FirstOfPlan = 7,
}

/// <summary>Finds periods in what people say.</summary>
public static partial class PeriodWords
{
    /// <summary>The first period named in the normalised text, and where; null when none is.</summary>
    public static (PeriodMention Mention, Range Where)? Find(string plain)
    {
        if (Key().Match(plain) is { Success: true } key && ReportingPeriod.TryParse(key.Value, out var exact))
            return (new(PeriodReference.Named, exact.Year, exact.Number, exact.Frequency), WhereOf(key));
        if (Quarter().Match(plain) is { Success: true } quarter && NumberOf(quarter) is { } number and >= 1 and <= 4)
            return (new(PeriodReference.Named, YearOf(quarter), number), WhereOf(quarter));
        if (EnglishQuarter().Match(plain) is { Success: true } english && NumberOf(english) is { } ordinal and >= 1 and <= 4)
            return (new(PeriodReference.Named, YearOf(english), ordinal), WhereOf(english));
        if (Half().Match(plain) is { Success: true } half)
            return (new(PeriodReference.Named, YearOf(half), half.Groups["first"].Success ? 1 : 2, Frequency.HalfYearly), WhereOf(half));
        foreach (var (pattern, reference) in Relative)
        {
            if (pattern.Match(plain) is { Success: true } match)
                return (new(reference), WhereOf(match));
        }
        if (Month().Match(plain) is { Success: true } month && NumberOf(month) is { } m and >= 1 and <= 12)
            return (new(PeriodReference.Named, YearOf(month), m, Frequency.Monthly), WhereOf(month));
        return null;
    }

    private static readonly (Regex Pattern, PeriodReference Reference)[] Relative =
    [
        (BeforeThat(), PeriodReference.BeforeThat), (LastOfPlan(), PeriodReference.LastOfPlan), (FirstOfPlan(), PeriodReference.FirstOfPlan),
        (BeforeToday(), PeriodReference.BeforeToday), (AfterToday(), PeriodReference.AfterToday), (InQuestion(), PeriodReference.InQuestion),
    ];

    private static Range WhereOf(Match match) => match.Index..(match.Index + match.Length);

    private static int? NumberOf(Match match) => match.Groups["n"].Value switch { "首" => 1, "末" or "last" => 4, var word => Numbers.Parse(word) };

    private static int? YearOf(Match match)
    {
        if (match.Groups["y"] is not { Success: true } year)
            return null;
        var digits = int.Parse(year.ValueSpan, CultureInfo.InvariantCulture);
        return digits < 100 ? 2000 + digits : digits;
    }

    [GeneratedRegex(@"(?<![a-z0-9])20[0-9]{2}(?:q[1-4]|h[12]|m[0-9]{2}|t[0-9]{2}|w[0-9]{2})(?![a-z0-9])")]
    private static partial Regex Key();

    [GeneratedRegex(@"(?:(?<y>20[0-9]{2}|[0-9]{2})年?)?(?:第)?(?<n>[一二三四1-4首])个?(?:季度?|季的)(?!末月)")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"(?:(?<y>20[0-9]{2}) )?(?:(?<![a-z])q ?(?<n>[1-4])(?![0-9])|(?<![a-z])(?<n>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter|quarter (?<n>one|two|three|four|[1-4]))(?:'s)?(?:,? ?(?:of )?(?<y>20[0-9]{2}))?")]
    private static partial Regex EnglishQuarter();

    [GeneratedRegex(@"(?:(?<y>20[0-9]{2})年?)?(?:(?<first>上半年)|下半年)|(?:(?<first>first)|second) half(?: of (?<y>20[0-9]{2}))?|(?<![a-z])(?:(?<first>h1)|h2)(?![a-z0-9])")]
    private static partial Regex Half();

    [GeneratedRegex(@"(?:(?<y>20[0-9]{2})年)?(?<n>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份")]
    private static partial Regex Month();

    [GeneratedRegex("上上个?(?:季度?|期|次|月)|the (?:quarter|period) before last")]
    private static partial Regex BeforeThat();

    [GeneratedRegex("最后(?:那)?一?(?:个?季度?|期|次|回)|末次|末期|(?:very |the )last (?:report|time|one|deadline)|final (?:report|quarter|one|period|deadline|cut-?off)")]
    private static partial Regex LastOfPlan();

    [GeneratedRegex("第一(?:次|期|回)|首[次期]|头一(?:次|期|回)|first (?:report|time|period)")]
    private static partial Regex FirstOfPlan();

    [GeneratedRegex("上(?:一|1)?个?(?:季度?|期|次|月)(?!度?末)|前一个?(?:季度?|期)|(?:last|previous|prior) (?:quarter|period|month)(?:'s)?")]
    private static partial Regex BeforeToday();

    [GeneratedRegex("下(?:一|1)?个?(?:季度?|期|次)|(?:next|coming|following) (?:quarter|period)(?:'s)?")]
    private static partial Regex AfterToday();

    [GeneratedRegex("(?:本|当|这|该)(?:一|1)?个?(?:季度?|期|次|轮|回|月)|(?:this|current|the present) (?:quarter|period|round|time)(?:'s)?")]
    private static partial Regex InQuestion();
}
