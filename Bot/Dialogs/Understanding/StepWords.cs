using System.Text.RegularExpressions;
using PlanBot.Domain;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A step of the ladder as somebody speaks of it: by its number, its day, its hour, whom it reaches; everything that was not said is null.</summary>
/// <param name="WorkingDays">From the anchor, as in <see cref="ReminderStepOptions.WorkingDays"/>.</param>
public sealed record StepMention
{
    public int? Number { get; init; }
    public StepAnchor? Anchor { get; init; }
    public int? WorkingDays { get; init; }
    public TimeOnly? Time { get; init; }

    /// <summary>上午的, the morning one; where no hour is said.</summary>
    public bool? IsMorning { get; init; }

    /// <summary>4月3日那次: a day of the calendar.</summary>
    public int? Month { get; init; }
    public int? Day { get; init; }
    public StepAudience Audience { get; init; }
    public bool IsEscalation { get; init; }

    /// <summary>下一次.</summary>
    public bool IsNext { get; init; }

    public bool NamesMoment => Anchor is not null || Time is not null;
    public bool NamesStep => Number is not null || NamesMoment || IsMorning is not null || Day is not null || IsEscalation || IsNext;
}

/// <summary>Finds steps of the ladder in a normalised text. Pure.</summary>
public static class StepWords
{
    private const string Number = Numbers.Pattern;

    public static StepMention Find(string plain)
    {
        var (anchor, days, words) = AnchorIn(plain);
        // 截止前两个工作日: the two is no hour, and 第3个工作日 no number of a step.
        var rest = words.Length > 0 ? plain.Replace(words, " ", StringComparison.Ordinal) : plain;
        var date = Date.Match(rest);
        if (date.Success)
            rest = rest.Replace(date.Value, " ", StringComparison.Ordinal);
        return new()
        {
            Anchor = anchor, WorkingDays = days, Time = TimeIn(rest), IsMorning = Clock.IsMatch(rest) ? null : Morning.IsMatch(rest) ? true : Afternoon.IsMatch(rest) ? false : null,
            Number = NumberIn(rest), Month = date.Success ? Numbers.Parse(date.Groups["month"].Value) : null, Day = date.Success ? Numbers.Parse(date.Groups["day"].Value) : null,
            Audience = AudienceIn(rest), IsEscalation = Escalation.IsMatch(plain), IsNext = Next.IsMatch(plain),
        };
    }

    private static (StepAnchor? Anchor, int? Days, string Words) AnchorIn(string plain)
    {
        foreach (var (pattern, anchor, sign) in Anchors)
        {
            if (pattern.Match(plain) is { Success: true } found)
                return (anchor, sign * (found.Groups["n"].Success ? Numbers.Parse(found.Groups["n"].Value) ?? 1 : 1), found.Value);
        }
        return (null, null, "");
    }

    private static (Regex Pattern, StepAnchor Anchor, int Sign)[] Anchors => field ??=
    [
        (EndBefore, StepAnchor.PeriodEnd, -1), (EndAfter, StepAnchor.PeriodEnd, 1), (EndItself, StepAnchor.PeriodEnd, 0),
        (DueBefore, StepAnchor.Due, -1), (DueAfter, StepAnchor.Due, 1), (DueItself, StepAnchor.Due, 0),
    ];

    private static int? NumberIn(string rest) => Ordinal.Match(rest) is { Success: true } found ? Numbers.Parse(found.Groups["n"].Value) : null;

    private static TimeOnly? TimeIn(string rest)
    {
        if (Clock.Match(rest) is not { Success: true } found || Numbers.Parse(found.Groups["h"].Value) is not { } hour)
            return null;
        var minute = found.Groups["half"].Success ? 30 : found.Groups["quarter"].Success ? 15 : found.Groups["m"].Success ? Numbers.Parse(found.Groups["m"].Value) ?? 0 : 0;
        if (hour < 12 && (found.Groups["pm"].Success || (found.Groups["late"].Success && hour > 0)))
            hour += 12;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static StepAudience AudienceIn(string plain)
    {
        var found = StepAudience.None;
        foreach (Match match in Audience.Matches(plain))
        {
            foreach (var one in Enum.GetValues<StepAudience>().Where(one => match.Groups[one.ToString()].Success))
                found |= one;
        }
        return found;
    }

    private static Regex DueBefore => field ??= new($"(?:截止|到期)(?:日期?|那天|时间|期)?(?:的)?(?:前|之前|以前)(?:的)?(?:第)?(?<n>{Number})?个?(?:工作日|天|日)|提前(?<n>{Number})个?(?:工作日|天)|(?:(?<n>{Numbers.EnglishPattern}) (?:working |business )?days?|(?:the |one )?(?:working )?day) (?:before|ahead of) (?:the |it'?s? )?(?:is )?(?:due(?: (?:date|day))?|deadline)");

    private static Regex DueAfter => field ??= new($"(?:截止|到期)(?:日期?|那天|时间|期)?(?:的)?(?:后|之后|以后)(?:的)?(?:第)?(?<n>{Number})?个?(?:工作日|天|日)|逾期(?:后|了)?(?:的)?(?:第)?(?<n>{Number})个?(?:工作日|天)|(?:(?<n>{Numbers.EnglishPattern}) (?:working |business )?days?|(?:the |one )?(?:working )?day) (?:after|past) (?:the |it'?s? )?(?:was |is )?(?:due(?: (?:date|day))?|deadline)");

    private static Regex DueItself => field ??= new("(?:截止|到期)(?:日期?)?(?:的)?(?:那天|当天|当日|那日|日)?|(?:the )?(?:due (?:date|day)|deadline)(?: itself)?");

    private static Regex EndBefore => field ??= new($"(?:期末|季末|季度末|月末|月底|年末|期满)(?:前|之前)(?:的)?(?:第)?(?<n>{Number})个?(?:工作日|天)|(?<n>{Numbers.EnglishPattern}) (?:working |business )?days? before (?:the )?(?:end of the )?(?:period|quarter|month)(?: ends?| is over)?");

    private static Regex EndAfter => field ??= new($"(?:期末|季末|季度末|月末|月底|年末|期满)(?:后|之后)(?:的)?(?:第)?(?<n>{Number})个?(?:工作日|天)|下(?:一)?个?(?:季度?|期|月)(?:的)?第?(?<n>{Number})个?工作日|(?:(?<n>{Numbers.EnglishPattern}) (?:working |business )?days?) after (?:the )?(?:end of the )?(?:period|quarter|month)(?: ends?| is over)?");

    private static Regex EndItself => field ??= new("(?:期末|季末|季度末|月末)(?:的)?(?:最后一?个?工作日|当天|那天)?|本(?:期|季度?|月)(?:的)?最后一?个?工作日|(?:the )?last working day of the (?:period|quarter|month)");

    private static Regex Ordinal => field ??= new($"第(?<n>{Number})(?:个|步|条|道|次)?(?!个?(?:工作日|天|季|项))|(?:节点|steps?|number|no[.]?|#) ?(?<n>[0-9]{{1,2}})(?![0-9:])|(?<n>(?:fir|seco|thi|four|fif|six|seven|eigh|nin|ten|eleven|twelf)[a-z]*(?:st|nd|rd|th)) (?:reminder )?step");

    private static Regex Clock => field ??= new($"(?<h>[0-9]{{1,2}}):(?<m>[0-9]{{2}})(?: ?(?:(?<pm>pm|p[.]m[.])|am|a[.]m[.]))?|(?:(?<late>下午|晚上|傍晚)|上午|早上|早晨|中午)?(?<h>{Number})点(?:钟|整)?(?:(?<half>半)|(?<quarter>一刻)|(?<m>{Number})分?)?|(?<![0-9])(?<h>[0-9]{{1,2}}) ?(?:(?<pm>pm|p[.]m[.])|am(?![a-z])|a[.]m[.])|(?<h>[0-9]{{1,2}}) o'?clock");

    private static Regex Morning => field ??= new("上午|早上|早晨|morning");

    private static Regex Afternoon => field ??= new("下午|傍晚|afternoon");

    private static Regex Date => field ??= new($"(?<month>{Number})月(?<day>{Number})[日号]|(?<![0-9])20[0-9]{{2}}-(?<month>[0-9]{{2}})-(?<day>[0-9]{{2}})");

    private static Regex Escalation => field ??= new("升级|escalat");

    private static Regex Next => field ??= new("下(?:一)?(?:次|个|轮|条)(?!月|季|期)|next");

    private static Regex Audience => field ??= new("(?<Backups>备用联络员|备用联系人|备岗|备用|backups?)|(?<Leaders>分管领导|(?<!unit |unit's )(?<![a-z])leaders?(?![a-z]))|(?<UnitLeaders>单位(?:的)?(?:负责人|负责同志|领导)|负责人|unit(?:'s)? (?:leaders?|heads?))|(?<Coordinators>管理员|牵头部门|coordinators?)|(?<Contacts>联络员|联系人|contacts?)");
}
