using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Finds days, times and numbers of days in normalised text.</summary>
public static class DateWords
{
    private const string N = "(?<n>[0-9]{1,3}|[一二三四五六七八九十两俩廿卅]{1,3}|半)";
    private const string EnglishMonth = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private const string EnglishDay = "(?<weekday>mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|saturday|sunday|(?:(?<=(?:^|on|by|until|till|before|next|this|coming|from) )|(?<=^))(?:sat|sun)(?= |$|[,.!?]))";
    private const string EnglishN = "(?<n>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few)";

    private static (Regex Pattern, Func<Match, DateMention?> Read)[] Kinds => field ??=
    [
        (IsoDate, match => Date(match, Number(match, "year"), Number(match, "month"), Number(match, "day"))),
        (MonthAndDay, match => Date(match, match.Groups["ny"].Success ? null : Number(match, "year"), Number(match, "month"), Number(match, "day"))),
        (DayBeforeMonth, match => Date(match, null, Number(match, "month"), Number(match, "day"))),
        (EnglishDate, match => Date(match, Number(match, "year"), MonthOf(match), Number(match, "day"))),
        (OfHoliday, match => new(match.Groups["before"].Success ? DateReference.BeforeHoliday : DateReference.AfterHoliday, match.Value, Number(match, "n") ?? 1)
        {
            Holiday = HolidayOf(match.Groups["holiday"].Value), IsVague = !match.Groups["n"].Success,
        }),
        (WorkingDaysOn, match => new(DateReference.WorkingDays, match.Value, Number(match, "n") ?? 1)),
        (PartOfMonth, match => PartOf(match)),
        (MonthsStart, match => Date(match, null, Number(match, "month"), 1)),
        (MonthsEnd, match => new(DateReference.MonthEnd, match.Value, match.Groups["next"].Success ? 1 : 0) { Month = Number(match, "month") ?? MonthOf(match) }),
        (QuartersEnd, match => new(DateReference.QuarterEnd, match.Value, match.Groups["next"].Success ? 1 : 0)),
        (YearsEnd, match => new(DateReference.YearEnd, match.Value)),
        // 10号礼拜六: the number says which Saturday.
        (DayAndWeekday, match => Date(match, null, null, Number(match, "day"))),
        (Weekday, match => new(DateReference.Weekday, match.Value, WeeksOf(match)) { Weekday = "一二三四五六日天".IndexOf(match.Groups["weekday"].Value, StringComparison.Ordinal) switch { < 0 => "123456".IndexOf(match.Groups["weekday"].Value, StringComparison.Ordinal) is >= 0 and var digit ? (DayOfWeek)(digit + 1) : null, 6 or 7 => DayOfWeek.Sunday, var day => (DayOfWeek)(day + 1) } }),
        (EnglishWeekday, match => new(DateReference.Weekday, match.Value, match.Groups["next"].Success ? 1 : -1) { Weekday = EnglishDayOf(match.Groups["weekday"].Value) }),
        (Week, match => new(DateReference.Weekday, match.Value, WeeksOf(match)) { IsVague = true }),
        (HoursOn, match => new(DateReference.Later, match.Value, Minutes(match))),
        (DaysOn, match => DaysAhead(match)),
        (Named, match => new(DateReference.Days, match.Value, match.Value switch
        {
            "今天" or "今日" or "今儿" or "今" or "当天" or "today" or "tonight" => 0, "明天" or "明日" or "明儿" or "明" or "次日" or "tomorrow" => 1,
            "后天" or "day after tomorrow" or "the day after tomorrow" => 2, "大后天" => 3, _ => -1,
        })),
        (DayOnly, match => Date(match, null, null, Number(match, "day"))),
    ];

    /// <summary>The first day or time named and where; null when none is.</summary>
    public static (DateMention Mention, Range Where)? Find(string plain)
    {
        foreach (var (pattern, read) in Kinds)
        {
            if (pattern.Match(plain) is { Success: true } match && read(match) is { } mention)
                return WithTime(plain, mention, match);
        }
        // in meetings all morning, ping me at half past two: an hour says more than a part of the day.
        return (Clock.Matches(plain).FirstOrDefault(match => match.Groups["hour"].Success) ?? Clock.Match(plain)) is { Success: true } clock && TimeOf(clock) is { } time
            ? (new DateMention(DateReference.Time, clock.Value) { Time = time }, clock.Index..(clock.Index + clock.Length))
            : null;
    }

    /// <summary>两天, three more days, 一周: how many working days are asked for; a week counts five. Null when no number is said, or it leads to a day (两天后).</summary>
    public static (int Days, Range Where)? FindDays(string plain)
    {
        var match = Span.Match(plain);
        if (!match.Success)
            return null;
        var isWeek = match.Groups["week"].Success;
        var days = match.Groups["n"].Value is "半" ? (match.Groups["month"].Success ? 10 : 1) : (Number(match, "n") ?? 1) * (match.Groups["month"].Success ? 20 : isWeek ? 5 : 1);
        return (days, match.Index..(match.Index + match.Length));
    }

    /// <summary>明天上午, 周五下午四点, Friday 4pm: a time beside the day belongs to it.</summary>
    private static (DateMention, Range) WithTime(string plain, DateMention mention, Match day)
    {
        var (start, end) = (day.Index, day.Index + day.Length);
        foreach (Match clock in Clock.Matches(plain))
        {
            var isBeside = clock.Index >= end ? Between.IsMatch(plain[end..clock.Index]) : clock.Index + clock.Length <= start && Between.IsMatch(plain[(clock.Index + clock.Length)..start]);
            if (isBeside && TimeOf(clock) is { } time)
                return (mention with { Time = time, Words = mention.Words + clock.Value }, Math.Min(start, clock.Index)..Math.Max(end, clock.Index + clock.Length));
        }
        return (mention, start..end);
    }

    private static DateMention? Date(Match match, int? year, int? month, int? day) => day is null or < 1 or > 31 || month is < 1 or > 12
        ? null
        : new(DateReference.Date, match.Value) { Year = year is < 100 ? 2000 + year : year, Month = month, Day = day };

    private static DateMention PartOf(Match match)
    {
        var (month, ahead) = (Number(match, "month"), match.Groups["next"].Success ? 1 : 0);
        return match.Groups["part"].Value switch
        {
            "下旬" or "late" => new(DateReference.MonthEnd, match.Value, ahead) { Month = month, IsVague = true },
            "中旬" => new(DateReference.MonthDay, match.Value, ahead) { Month = month, Day = 20, IsVague = true },
            "上旬" => new(DateReference.MonthDay, match.Value, ahead) { Month = month, Day = 10, IsVague = true },
            "初" or "early" or "beginning" => new(DateReference.MonthDay, match.Value, ahead) { Month = month, Day = 5, IsVague = true },
            _ => new(DateReference.MonthDay, match.Value, ahead) { Month = month ?? MonthOf(match), Day = 15, IsVague = true },
        };
    }

    private static DateMention DaysAhead(Match match)
    {
        var n = Number(match, "n") ?? 1;
        if (match.Groups["month"].Success)
            return match.Groups["n"].Value == "半" ? new(DateReference.Days, match.Value, 15) : new(DateReference.Months, match.Value, n);
        return new(DateReference.Days, match.Value, match.Groups["week"].Success ? n * 7 : n);
    }

    private static int Minutes(Match match)
    {
        var unit = match.Groups["minute"].Success ? 1 : match.Groups["quarter"].Success ? 15 : 60;
        return match.Groups["n"].Value is "半" or "half an" ? unit / 2 : ((Number(match, "n") ?? 1) * unit) + (match.Groups["half"].Success ? unit / 2 : 0);
    }

    private static TimeOnly? TimeOf(Match match)
    {
        var part = match.Groups["part"].Value;
        if (!match.Groups["hour"].Success)
            return part switch
            {
                "中午" or "noon" => new(12, 0), "下午" or "午后" or "afternoon" => new(14, 0), "晚上" or "今晚" or "傍晚" or "晚" or "evening" or "tonight" => new(19, 0),
                "下班前" or "下班之前" or "end of day" or "eod" or "close of business" or "cob" => new(17, 30), _ => new(9, 0),
            };
        if (Number(match, "hour") is not { } hour || hour > 24)
            return null;
        var minute = match.Groups["half"].Success ? 30 : match.Groups["quarter"].Success ? 15 : Number(match, "minute") ?? 0;
        var isAfternoon = part is "下午" or "午后" or "晚上" or "晚" or "今晚" or "傍晚" || match.Groups["pm"].Success || (part is "中午" && hour < 3);
        // 四点 without more is an hour of work: the afternoon's.
        var isBare = part.Length == 0 && !match.Groups["am"].Success && !match.Groups["pm"].Success && !match.Groups["colon"].Success;
        if (hour < 12 && (isAfternoon || (isBare && hour is >= 1 and <= 6)))
            hour += 12;
        return minute < 60 ? new(hour % 24, minute) : null;
    }

    private static int WeeksOf(Match match) => match.Groups["weeks"].Value switch
    {
        "" => -1, "下下" => 2, "下" or "next" or "coming" or "following" => 1, _ => 0,
    };

    private static int? Number(Match match, string group) => match.Groups[group] is not { Success: true, Value: var word } ? null : word switch
    {
        "a" or "an" => 1, "a couple of" => 2, "a few" => 3, "half an" => 0,
        _ => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Numbers.Parse(word),
    };

    private static int? MonthOf(Match match) => match.Groups["month"] is { Success: true, Value: var word } && word.Length >= 3
        ? Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], word[..3]) is >= 0 and var month ? month + 1 : null
        : null;

    private static DayOfWeek EnglishDayOf(string word) => (DayOfWeek)Array.IndexOf(["sun", "mon", "tue", "wed", "thu", "fri", "sat"], word[..3]);

    private static string? HolidayOf(string word) => word switch
    {
        "国庆" or "十一" or "national day" => "国庆", "五一" or "劳动" or "labour day" or "labor day" or "may day" => "劳动", "春节" or "过年" or "年" or "spring festival" => "春节",
        "清明" or "qingming" or "qing ming" or "tomb sweeping" or "tomb-sweeping" or "tomb sweeping day" or "tomb-sweeping day" => "清明", "端午" or "dragon boat" => "端午",
        "中秋" or "mid-autumn" or "mid autumn" => "中秋", "元旦" or "new year" => "元旦", _ => null,
    };

    private static Regex IsoDate => field ??= new(@"(?<![0-9])(?<year>20[0-9]{2})[-/.](?<month>1[0-2]|0?[1-9])[-/.](?<day>[0-3]?[0-9])(?![0-9])");

    private static Regex MonthAndDay => field ??= new(@"(?:(?<year>20[0-9]{2}|[0-9]{2})年|(?:今年))?(?<![0-9])(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?<day>[0-3]?[0-9]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])[日号]?(?![0-9个月项])|(?<![0-9./-])(?<month>1[0-2]|0?[1-9])[./](?<day>[12][0-9]|3[01]|0?[1-9])(?![0-9./%万亿个家项])(?=号|日|前|之前|后|交|再|报|来|能|给|为|截|$|[,;吧行可])");

    /// <summary>24/4: what is no month is the day.</summary>
    private static Regex DayBeforeMonth => field ??= new("(?<![0-9./-])(?<day>1[3-9]|2[0-9]|3[01])/(?<month>1[0-2]|0?[1-9])(?![0-9/.%])");

    private static Regex EnglishDate => field ??= new($@"(?<![a-z0-9])(?:the )?(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?: of)? {EnglishMonth}(?![a-z])(?:,? (?<year>20[0-9]{{2}}))?|(?<![a-z]){EnglishMonth}\.? (?:the )?(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9])(?:,? (?<year>20[0-9]{{2}}))?");

    private const string EnglishHoliday = "national day|labou?r day|may day|spring festival|new year|qing ?ming|tomb[- ]sweeping(?: day)?|dragon boat|mid[- ]autumn";

    private static Regex OfHoliday => field ??= new(@"(?:(?<holiday>国庆|十一|五一|劳动|春节|过年|清明|端午|中秋|元旦)节?(?:假期|放假|长假|假|节)?|放?假|节|长假|小长假|假期)(?:(?:以后|之后|过后|结束后|后|完)(?:的?(?:第(?<n>[一二三四五六七八九十0-9]{1,2})个?(?:工作日|天)|(?<n>首)个?工作日))?|(?<before>以前|之前|前)(?![一二三两0-9]))|(?:the )?(?:(?<n>first|second|third|1st|2nd|3rd) working day )?after (?:the )?(?:(?<holiday>" + EnglishHoliday + ") )?holidays?(?![a-z])|(?<before>before|until|till) (?:the )?(?:(?<holiday>" + EnglishHoliday + ")(?: holidays?| festival| break)?|holidays?)(?![a-z])|after (?<holiday>" + EnglishHoliday + ")(?: festival)?(?![a-z])");

    private static Regex WorkingDaysOn => field ??= new(@"(?:再?过)?" + N + @"个?工作日(?:以?之?后|以?之?内)|(?:再?过|后)" + N + @"个?工作日|(?<n>下)一?个工作日|第" + N + @"个工作日|(?:in|within) " + EnglishN + @" (?:working|business) days?|" + EnglishN + @" (?:working|business) days? (?:from now|later)|(?:the )?next (?:working|business) day");

    private static Regex PartOfMonth => field ??= new(@"(?:(?<next>下)个?|这个?|本|当|(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]))?月(?:份)?的?(?<part>上旬|中旬|下旬|初|中(?![心国学小部]))|(?<part>中旬|下旬)|(?:the )?(?<part>middle|beginning) of (?:(?<next>next) month|the month|this month|" + EnglishMonth + @")|(?<part>mid)[- ](?:month|" + EnglishMonth + @")");

    /// <summary>4月起: from its first day.</summary>
    private static Regex MonthsStart => field ??= new("(?<![0-9第])(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:起|开始(?!的))");

    private static Regex MonthsEnd => field ??= new(@"(?:(?<next>下)个?|这个?|本|当|(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]))?月(?:份)?的?(?:月?底|末|最后一天)|(?<![a-z])(?:the )?(?:end of (?:(?<next>next) month|the month|this month|" + EnglishMonth + @")|month[- ]end)(?![a-z])");

    private static Regex QuartersEnd => field ??= new(@"(?<![一二三四1-4])(?:(?<next>下)个?|这个?|本|当)?季度?末|(?:the )?end of (?:(?<next>next) quarter|the quarter|this quarter)");

    private static Regex YearsEnd => field ??= new("年底|年末|岁末|(?:the )?end of (?:the|this) year|year[- ]end");

    private static Regex Weekday => field ??= new("(?<weeks>下下|下|本|这|当)?个?(?:星期|礼拜|周)(?<weekday>[一二三四五六日天1-6])(?!期|个|次|年)");

    private static Regex EnglishWeekday => field ??= new($@"(?<![a-z])(?:(?<next>next) |this |coming |on |by |until |till )*{EnglishDay}(?![a-z])");

    private static Regex Week => field ??= new(@"(?<weeks>下下|下|本|这)一?个?(?:星期|礼拜|周)(?!期|[一二三四五六日天])|(?<weeks>next|this|coming|following) week(?![a-z])");

    private static Regex HoursOn => field ??= new(@"(?:再?过)?" + N + @"(?:个(?<half>半)?(?:小时|钟头)|小时|(?<minute>分钟)|(?<quarter>刻钟))(?:以?之?后|再|提醒|叫|$)|(?:再?过|等)" + N + @"(?:个(?<half>半)?(?:小时|钟头)|小时|(?<minute>分钟)|(?<quarter>刻钟))|in (?:" + EnglishN + @"|(?<n>half an)) (?:hours?|(?<minute>min(?:ute)?s?))");

    private static Regex DaysOn => field ??= new(@"(?:再?过)?" + N + @"(?:天|日|个?(?<week>周|星期|礼拜)|个?(?<month>月))(?:以?之?后|以?之?内)|(?:再?过)" + N + @"(?:天|日|个?(?<week>周|星期|礼拜)|个?(?<month>月))|(?:in|within) " + EnglishN + @" (?:days?|(?<week>weeks?)|(?<month>months?))(?![a-z])|" + EnglishN + @" (?:days?|(?<week>weeks?)|(?<month>months?)) (?:from now|later)");

    private static Regex Named => field ??= new(@"大后天|后天|今天(?!(?:我|我们|实在|真的|估计|可能|肯定|怕是?|也)*(?:弄|写|做|搞|报|交)?(?:不完|不了|不成|没空|没时间|来不及|太忙|忙不|够呛))|今日|今儿|明天|明日|明儿|次日|当天|[今明](?=早|晚|上午|下午)|昨天|昨日|(?<![a-z])(?:(?:the )?day after tomorrow|tomorrow|today|tonight|yesterday)(?![a-z])");

    private static Regex DayOnly => field ??= new(@"(?<![0-9月])(?<day>[0-3]?[0-9]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])(?:号|日)(?![线楼院园文])|(?<![a-z])the (?<day>[0-3]?[0-9])(?:st|nd|rd|th)(?! (?:task|item|quarter|one|section)|[a-z])|(?<![a-z0-9:])(?<day>[0-3]?[0-9])(?:st|nd|rd|th)(?=,? i mean(?:t)?(?![a-z]))");

    private static Regex Clock => field ??= new(@"(?<![a-z])(?:(?<half>half)|(?<quarter>(?:a )?quarter)) past (?<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![0-9:a-z])(?: ?(?:(?<pm>p\.?m\.?)|(?<am>a\.?m\.?)))?|(?<part>上午|早上|早晨|一早|早|中午|下午|午后|晚上|傍晚|晚)?(?<![0-9:.])(?<hour>[0-2]?[0-9]|二?十[一二三四]?|[一二两三四五六七八九])(?:点钟?(?!击|评|名|位|子|建|[0-9一二三四五六七八九十]*个)(?:(?<half>半)|(?<quarter>一刻)|(?<minute>[0-5]?[0-9])分?)?|(?<colon>:)(?<minute>[0-5][0-9])(?!:)(?: ?(?:(?<pm>p\.?m\.?)|(?<am>a\.?m\.?)))?| ?(?:(?<pm>p\.?m\.?)|(?<am>a\.?m\.?)|o'clock)(?![a-z]))|(?<part>上午|早上|一早|早(?=[^期日先点])|早$|中午|下午(?!茶)|午后|下班之?前|晚上|傍晚)|(?<![a-z])(?<part>morning|noon|afternoon|evening|end of day|eod|close of business|cob)(?![a-z])|(?<![a-z])at (?<hour>[01]?[0-9]|2[0-3])(?=$|[,.!?]| (?:please|tomorrow|today|on |then|sharp|instead))");

    private static Regex Between => field ??= new(@"^[ ,的之前]{0,2}(?:at |in the |by |on |around |before )*$");

    private static Regex DayAndWeekday => field ??= new("(?<![0-9月/.-])(?<day>[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})(?:号|日)[,( ]*(?:是|那天是|也就是|就是|不是|那天不是|好像是|又是|正好是|刚好是|那个|那天那个|这个)?(?:周|星期|礼拜)[一二三四五六日天]|(?<![a-z])(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the (?<day>[0-3]?[0-9])(?:st|nd|rd|th)?|(?<day>[0-3]?[0-9])(?:st|nd|rd|th))(?![0-9:a-z]| ?(?:am|pm|o'clock)|(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))");

    private static Regex Span => field ??= new(@"(?<![第每头前])" + N + @"(?:个?工作日|天(?!内|后|以|之|津)|日(?=$|[,吧行好可])|个?(?<week>周|星期|礼拜)(?![一二三四五六日天]|年)|(?<![到至~—-][0-9一二三四五六七八九十]{1,2})个?(?<month>月)(?!份|底|末|初|中))(?!后|以后|之后|内|以内|前|之前)|(?<![a-z])(?<!in |within )" + EnglishN + @" (?:more |extra |additional |further )?(?:working |business |calendar )?(?:days?|(?<week>weeks?)|(?<month>months?))(?: more| extra| longer)?(?! from now| later| left)(?![a-z])");
}
