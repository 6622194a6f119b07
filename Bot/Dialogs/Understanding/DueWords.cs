using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What is asked about periods and their dates in words that name neither: 年底呢, why 12 October, has anybody jumped the gun, what came in last year. Pure.</summary>
internal static class DueWords
{
    /// <summary>why oct 12 and not the 3rd, 怎么10月12号才截止: asks about a due day that it names.</summary>
    public static bool AsksWhyThatDay(string plain) => plain.Length <= Longest && WhyDay.IsMatch(plain) && !OfSomethingElse.IsMatch(plain);

    /// <summary>has anybody jumped the gun, 有没有提前报的: whether anything is in already.</summary>
    public static bool AsksWhetherEarly(string plain) => Early.IsMatch(plain);

    /// <summary>year end?, 那年底呢: of the year's last period, after another one.</summary>
    public static bool IsYearEnd(string plain) => YearEnd.IsMatch(plain);

    /// <summary>去年的, what did we collect last year: the year by itself.</summary>
    public static PeriodMention? YearIn(string plain) => Year.Match(plain) is not { Success: true } year ? null
        : new(PeriodReference.Named, null, 1, Data.Model.Frequency.Yearly, YearsFromToday: year.Groups["two"].Success ? -2 : -1);

    /// <summary>what did we collect, 收上来些什么: what is in, of all units.</summary>
    public static bool AsksWhatCameIn(string plain) => CameIn.IsMatch(plain);

    /// <summary>who's holding up the current one, 都在等谁: who has not reported.</summary>
    public static bool AsksWhoHoldsUp(string plain) => HoldsUp.IsMatch(plain) && !OfProblems.IsMatch(plain);

    /// <summary>7月3号截止的那批是哪个季度, which quarter is due on 3 July.</summary>
    public static bool AsksWhichPeriod(string plain) => plain.Length <= Longest && WhichPeriod.IsMatch(plain);

    private static Regex WhichPeriod => field ??= new("(?:截止|到期|交|截至)[^?]{0,12}(?:是)?(?:哪|第几|几)(?:一)?个?(?:季度|季|期|批)|(?:哪|第几)(?:一)?个?(?:季度|季|报告期|期)[^?]{0,8}(?:截止|到期|要交)|(?<![a-z])(?:which|what) (?:quarter|period)[^?]{0,24}(?:due|deadline|cut-?off)");

    private const int Longest = 80;

    private static Regex WhyDay => field ??= new("^(?:那|可是?|但是?|不过|请问|,)*(?:三季度|二季度|一季度|四季度|这次|截止(?:日期?)?|期限|它|怎么)?(?:的)?(?:截止(?:日期?)?)?(?:为(?:什么|啥|何)|怎么|咋|凭啥)(?:会|又|偏|非|要|得|就|给|不)*(?:是|定在?|排在?|到|在|算到|推到|拖到|等到)?(?:了)?(?:[0-9一二三四五六七八九十]{1,3}月)[0-9一二三四五六七八九十]{1,3}[日号]?|^(?:but |and |so |ok,? |hm+,? |wait,? )*(?:why|how come) (?:is |was |are |were |it |it's |that's |that |this |they |the |deadline |due |date |due date |falls? |set |on |for |q[1-4] |not )*(?:[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)");

    /// <summary>why did you remind them on 3 April.</summary>
    private static Regex OfSomethingElse => field ??= new("提醒|催|发(?!布)|报的|交的|延|退|操作|(?<![a-z])(?:remind|send|sent|urge|chase|report(?:ed)?|filed?|submit|extend|return|change)(?![a-z])");

    private static Regex Early => field ??= new("(?:有(?:没有|谁|人|单位|哪家|几家)|谁|哪家)[^,.?]{0,6}(?:提前|抢先|抢跑|先|已经|早早)(?:就)?(?:报|交|填)|(?:有)?(?:提前|抢先|抢跑)(?:报|交)?(?:的|了)(?:吗|么|没|没有)?|(?<![a-z])(?:jump(?:ed|ing)? the gun|anyone|anybody|somebody|any units?)(?: (?:has|have|already|yet|reported|filed|submitted|in|sent|early|ahead|been|jumped|got))*(?: the gun| early| ahead| already| yet| in| reported| filed)");

    private static Regex YearEnd => field ??= new("^(?:那|那么|,)*(?:到|最后)?(?:今年)?(?:年底|年末|岁末|年终)(?:的|那)*(?:呢|怎么样|又?是?(?:几号|哪天|什么时候))?[?]?$|^(?:and |so |what about |how about )*(?:at |by |for )?(?:the )?(?:year[ -]end|end of (?:the |this )?year|year's end)(?: one)?[?]?$");

    private static Regex Year => field ??= new("(?:去年|上年|上一年)(?!底|末|初|同期|[0-9一二三四五六七八九十]{1,2}月)|(?<two>前年)(?!底|末|初)|(?<![a-z])last year(?!'s (?:plan|notice))(?![a-z])");

    private static Regex CameIn => field ??= new("(?:收|报|交|汇总|拢)(?:上来|到|集|集到|来)(?:了|过)?(?:些|点)?(?:什么|啥|哪些|多少|几份)|(?<![a-z])what (?:did|have|has) (?:we|you|the office) (?:collect|get|receive|gather|take in|got|received|collected)(?:ed)?(?![a-z])(?: in)?");

    private static Regex HoldsUp => field ??= new("(?:谁|哪家|哪些(?:单位)?|哪几家)(?:还|又|一直|老)?(?:在|是)?(?:拖|卡|耽误|压)(?:着|住|了)?(?:的|后腿|没动|不报|不交|进度)?(?:呢|啊)?[?]?$|卡在(?:谁|哪家|哪个单位)(?:那|手上|手里|那儿|那里)?(?:了|呢)?[?]?$|(?<![a-z])who(?:'s|se| is| are|m)?(?: still)?(?: (?:all|it is|we are|are we|that's))?(?: (?:holding|keeping|slowing|dragging))(?: (?:it|this|us|things|everything|everyone|everybody|the (?:current|present|whole|first|q[1-4]) ?(?:one|thing|lot|quarter|round|period)?|q[1-4]|back|up|down|waiting|behind))+|(?<![a-z])who(?:'s| is) the (?:hold-?up|bottleneck)");

    private static Regex OfProblems => field ??= new("问题|困难|什么原因|(?<![a-z])(?:problem|why|task [0-9])(?![a-z])");
}
