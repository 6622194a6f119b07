using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A period, or several in a row, as somebody named it.</summary>
/// <param name="Year">Null when it was left out.</param>
/// <param name="Count">前三季度 is three, from <paramref name="Number"/> on.</param>
/// <param name="YearsFromToday">去年 is -1, 今年 0; null when the year was not named so.</param>
public sealed record PeriodMention(
    PeriodReference Reference, int? Year = null, int Number = 0, Frequency Frequency = Frequency.Quarterly, int Count = 1, int? YearsFromToday = null)
{
    /// <summary>As if it had been named in full.</summary>
    public static PeriodMention Of(ReportingPeriod period) => new(PeriodReference.Named, period.Year, period.Number, period.Frequency);

    /// <summary>All periods of the plan that are meant, in order: the quarters of 上半年 in a quarterly plan, the quarter of 3月份.</summary>
    /// <returns>At least one; it need not be a period that the plan owes.</returns>
    public IReadOnlyList<ReportingPeriod> AllIn(PlanSetting setting)
    {
        var first = In(setting);
        if (Reference != PeriodReference.Named)
            return [first];
        var last = first;
        for (var i = 1; i < Count; i++)
            last = last.Next();
        if (first.Frequency == setting.Frequency || first.Frequency == Frequency.Once || setting.Frequency == Frequency.Once)
            return Between(first, last);
        return Between(ReportingPeriod.Containing(first.FirstDay, setting.Frequency), ReportingPeriod.Containing(last.LastDay, setting.Frequency));
    }

    private static List<ReportingPeriod> Between(ReportingPeriod first, ReportingPeriod last)
    {
        var periods = new List<ReportingPeriod>();
        for (var period = first; period <= last && periods.Count < 36; period = period.Next())
            periods.Add(period);
        return periods;
    }

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
            PeriodReference.NextDue => setting.NextDue,
            PeriodReference.AfterThis => setting.InQuestion.Next(),
            _ => Named(setting),
        };
    }

    /// <summary>A period without its year is this plan's: of the year in question, or of the plan's only year that has it.</summary>
    private ReportingPeriod Named(PlanSetting setting)
    {
        if (Year is { } year)
            return new(year, Number, Frequency);
        if (YearsFromToday is { } years)
            return new(setting.Today.Year + years, Number, Frequency);
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
    /// <summary>The first period that has not fallen due yet.</summary>
    public ReportingPeriod NextDue => InQuestionIsDue ? InQuestion.Next() : InQuestion;

    /// <summary>Whether the due moment of <see cref="InQuestion"/> has passed.</summary>
    public bool InQuestionIsDue { get; init; }

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

    /// <summary>下一次, the next deadline: the first period that has not fallen due yet.</summary>
    NextDue = 8,

    /// <summary>这次完了下一次, the one after this: the period after the one in question.</summary>
    AfterThis = 9,
}

/// <summary>Finds periods in what people say.</summary>
public static class PeriodWords
{
    private const string Y = "(?:(?:(?<y>20[0-9]{2}|[0-9]{2})年?|(?<ago>去年|上年|今年|本年度?|当年|明年|前年))的?)?";

    /// <summary>The first period named in the normalised text, and where; null when none is.</summary>
    public static (PeriodMention Mention, Range Where)? Find(string plain) => FindAll(plain) is [var first, ..] ? first : null;

    /// <summary>Every period named, in the order named: 一季度和二季度.</summary>
    public static IReadOnlyList<(PeriodMention Mention, Range Where)> FindAll(string plain)
    {
        var found = new List<(PeriodMention Mention, Range Where)>();
        foreach (var (pattern, read) in Kinds)
        {
            foreach (Match match in pattern.Matches(plain))
            {
                var where = match.Index..(match.Index + match.Length);
                if (found.TrueForAll(other => other.Where.End.Value <= where.Start.Value || other.Where.Start.Value >= where.End.Value) && read(match) is { } mention)
                    found.Add((mention, where));
            }
        }
        // Relative words beside a named one say nothing more: 这次报的一季度.
        var named = found.FindAll(period => period.Mention.Reference == PeriodReference.Named);
        return [.. (named.Count > 0 ? named : found).OrderBy(period => period.Where.Start.Value)];
    }

    private static (Regex Pattern, Func<Match, PeriodMention?> Read)[] Kinds => field ??=
    [
        (Key, match => ReportingPeriod.TryParse(match.Value, out var exact) ? new(PeriodReference.Named, exact.Year, exact.Number, exact.Frequency) : null),
        (HalfsFirst, match => Named(match, Frequency.Quarterly, 4, match.Groups["first"].Success ? 1 : 3)),
        (LastOfPlan, _ => new(PeriodReference.LastOfPlan)),
        (Months, match => OfMonths(match, MonthNumber(match.Groups["from"].Value), MonthNumber(match.Groups["until"].Value))),
        (FirstMonths, match => OfMonths(match, 1, NumberOf(match.Groups["count"].Value))),
        (FirstQuarters, match => Named(match, Frequency.Quarterly, 4) is { } last ? last with { Number = 1, Count = last.Number } : null),
        (QuarterRange, match => Named(match, Frequency.Quarterly, 4) is { } first && NumberOf(match.Groups["to"].Value) is { } to && to > first.Number && to <= 4 ? first with { Count = to - first.Number + 1 } : null),
        (Quarter, match => Named(match, Frequency.Quarterly, 4)),
        (EnglishQuarter, match => Named(match, Frequency.Quarterly, 4)),
        (AfterHoliday, match => Named(match, Frequency.Quarterly, 4, match.Groups["october"].Success ? 3 : 4)),
        (Season, match => Named(match, Frequency.Quarterly, 4, match.Groups["season"].Value switch { "春" or "spring" => 1, "夏" or "summer" => 2, "秋" or "autumn" or "fall" => 3, _ => 4 })),
        (Half, match => Named(match, Frequency.HalfYearly, 2, match.Groups["first"].Success ? 1 : 2)),
        (WholeYear, match => Named(match, Frequency.Yearly, 1, 1)),
        (Month, match => Named(match, Frequency.Monthly, 12)),
        (BeforeThat, _ => new(PeriodReference.BeforeThat)), (FirstOfPlan, _ => new(PeriodReference.FirstOfPlan)),
        (BeforeToday, _ => new(PeriodReference.BeforeToday)), (AfterThis, _ => new(PeriodReference.AfterThis)), (NextDue, _ => new(PeriodReference.NextDue)), (AfterToday, _ => new(PeriodReference.AfterToday)), (InQuestion, _ => new(PeriodReference.InQuestion)),
    ];

    private static PeriodMention? Named(Match match, Frequency frequency, int most, int? number = null) =>
        (number ?? NumberOf(match.Groups["n"].Value)) is { } n && n >= 1 && n <= most
            ? new(PeriodReference.Named, YearOf(match), n, frequency, YearsFromToday: match.Groups["ago"].Value switch
            {
                "" => null, "前年" => -2, "去年" or "上年" or "last year" => -1, "明年" or "next year" => 1, _ => 0,
            })
            : null;

    /// <summary>1-3月 is a quarter, 1-6月 a half; months that are no whole quarters are none of these.</summary>
    private static PeriodMention? OfMonths(Match match, int? from, int? until) => (from, until) switch
    {
        (1, 12) => Named(match, Frequency.Yearly, 1, 1),
        (1, 6) or (7, 12) => Named(match, Frequency.HalfYearly, 2, from == 1 ? 1 : 2),
        ({ } first, { } last) when first % 3 == 1 && last % 3 == 0 && last > first && last <= 12 => Named(match, Frequency.Quarterly, 4, (first + 2) / 3) is { } quarter ? quarter with { Count = (last - first + 1) / 3 } : null,
        _ => null,
    };

    private static int? MonthNumber(string word) =>
        word.Length >= 3 && Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], word[..3]) is >= 0 and var month ? month + 1 : Numbers.Parse(word);

    private static int? NumberOf(string word) => word switch { "首" => 1, "末" or "last" => 4, _ => Numbers.Parse(word) };

    private static int? YearOf(Match match)
    {
        if (match.Groups["y"] is not { Success: true } year)
            return null;
        var digits = int.Parse(year.ValueSpan, CultureInfo.InvariantCulture);
        return digits < 100 ? 2000 + digits : digits;
    }

    private static Regex Key => field ??= new(@"(?<![a-z0-9])20[0-9]{2}(?:q[1-4]|h[12]|m[0-9]{2}|t[0-9]{2}|w[0-9]{2})(?![a-z0-9])");

    private static Regex HalfsFirst => field ??= new(Y + "(?:(?<first>上半年)|下半年)的?(?:头一|第一|首)(?:次|回|期|个?季度?)");

    private static Regex Months => field ??= new(Y + @"(?<![0-9])(?<from>1[0-2]|[1-9]|十|[一四七])月?份?(?:至|到|-|~|—)(?<until>1[0-2]|[1-9]|十二|[三六九])月份?(?!底|末|初|中旬|上旬|下旬|[0-9一二三四五六七八九十])|(?<![a-z])(?<from>jan(?:uary)?|apr(?:il)?|july?|oct(?:ober)?) ?(?:to|-|through|until|–) ?(?<until>mar(?:ch)?|june?|sept?(?:ember)?|dec(?:ember)?)(?![a-z])(?: (?<y>20[0-9]{2}))?");

    private static Regex FirstMonths => field ??= new(Y + "(?:前|头)(?<count>[三六九369])个月|(?<![a-z])first (?<count>three|six|nine|3|6|9) months(?: of (?<y>20[0-9]{2}))?");

    private static Regex FirstQuarters => field ??= new(Y + @"(?:前|头)(?<n>[二两三四2-4])个?季度?|first (?<n>two|three|2|3) quarters(?: of (?<y>20[0-9]{2}))?");

    private static Regex QuarterRange => field ??= new(Y + @"第?(?<n>[一二三1-3])季?度?(?:至|到|-|~|—)第?(?<to>[二三四2-4])季度|" + Y + @"第?(?:(?<n>一)[、,和与跟及]?第?(?<to>二)|(?<n>二)[、,和与跟及]?第?(?<to>三)|(?<n>三)[、,和与跟及]?第?(?<to>四))季度|" + Y + @"(?<![a-z])q(?<n>[1-3]) ?(?:至|到|-|~|to) ?q(?<to>[2-4])(?![0-9])");

    private static Regex Quarter => field ??= new(Y + "第?(?<n>[一二三四1-4首])个?(?:季度?|季的)(?!末月)");

    private static Regex EnglishQuarter => field ??= new(@"(?:(?<y>20[0-9]{2}|(?<![0-9])[0-9]{2}(?=年))年? ?|(?<ago>去年|今年|明年|last year'?s? |this year'?s? )的?)?(?:(?<![a-z])q ?(?<n>[1-4])(?![0-9])|(?<![a-z])(?<n>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter|quarter (?<n>one|two|three|four|[1-4]))(?:'s)?(?:,? ?(?:of )?(?:(?<y>20[0-9]{2})|(?<ago>last year|this year|next year)))?");

    /// <summary>国庆后面那次, the one after New Year: the quarter that is reported when the holiday is over.</summary>
    private static Regex AfterHoliday => field ??= new("(?:(?<october>国庆|十一(?!月|项|个|条|号|点|家|点))|元旦|新年)(?:节|长假|假期)?(?:之?后|后面|以后|过后|回来)(?:的|那|这)+一?(?:次|期|回|个)|(?<![a-z])(?:the )?(?:one|report|deadline) (?:right )?after (?:the )?(?:(?<october>national day|october holidays?)|new year)(?![a-z])");

    /// <summary>秋季那次, the autumn one.</summary>
    private static Regex Season => field ??= new(Y + "(?<season>[春夏秋冬])季?度?(?:的|那|这)*一?(?:次|期|回|轮)(?:的)?(?:报送|报告|材料)?|(?<![a-z])(?<season>spring|summer|autumn|fall|winter) (?:one|reports?|round|quarter|deadline|period)(?![a-z])");

    private static Regex Half => field ??= new(Y + @"(?:(?<first>上半年)|下半年)|(?<![a-z])(?:(?<first>first)|second) half(?: (?:of (?:(?<y>20[0-9]{2})|the year|(?<ago>this year|last year))))?|(?:(?<y>20[0-9]{2}) ?)?(?<![a-z])(?:(?<first>h1)|h2)(?![a-z0-9])");

    private static Regex WholeYear => field ??= new(@"(?:(?<y>20[0-9]{2})年|(?<ago>去年|今年|本年度?))(?:全年|度|一年)|(?<ago>全年)|the whole year|(?<![a-z])all (?:of )?(?<y>20[0-9]{2})(?![0-9a-z])");

    private static Regex Month => field ??= new(@"(?:(?:(?<y>20[0-9]{2})年|(?<ago>去年|今年)))?(?<![0-9])(?<n>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?!底|末|初|中旬|上旬|下旬|中|[0-9一二三四五六七八九十])");

    private static Regex BeforeThat => field ??= new("上上个?(?:季度?|期|次|月)|the (?:quarter|period) before last");

    private static Regex LastOfPlan => field ??= new("(?:年底|年末|今年最后)(?:那|这|的)*一?(?:次|期|回)|最后(?:那)?一?(?:个?季(?:度)?|期|次|回)|末次|末期|(?:very |the )last (?:report|time|one|deadline)|final (?:report|quarter|one|period|deadline|cut-?off)");

    private static Regex FirstOfPlan => field ??= new("第一(?:次|期|回)|首[次期]|头一(?:次|期|回)|first (?:report|time|period)");

    private static Regex BeforeToday => field ??= new("(?<!上)上(?:一|1)?个?(?:季度?|期|次|月)(?!度?末)|前一个?(?:季度?|期)|(?:last|previous|prior) (?:quarter|period|month)(?:'s)?");

    private static Regex AfterThis => field ??= new("(?:这|本)(?:一|1)?个?(?:次|回|期|季度?|轮)(?:报|交|弄|忙)?(?:完了?|之后|以后|过后|结束(?:后|了)?|过了)[,]?(?:的|那|再)?(?:下一?个?(?:次|回|期|轮))|再下一?个?(?:次|回|期|轮|季度?)|(?<![a-z])(?:the )?(?:one|deadline|report) after (?:this|that|the next)(?: one)?|after this(?: one)?,? (?:when(?:'s| is) )?the next(?: one| deadline)?");

    private static Regex NextDue => field ??= new("下(?:一|1)?个?(?:次|回)(?!提醒|催)|(?:the )?next (?:deadline|due date|cut-?off|report|time|one)");

    private static Regex AfterToday => field ??= new("下(?:一|1)?个?(?:季度?|期)|(?:next|coming|following) (?:quarter|period)(?:'s)?");

    private static Regex InQuestion => field ??= new("(?:本|当|这|该)(?:一|1)?个?(?:季度?|期|次|轮|回|月)|(?:this|current|the present) (?:quarter|period|round|time)(?:'s)?");
}
