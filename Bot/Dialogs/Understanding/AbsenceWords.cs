using System.Text.RegularExpressions;
using PlanBot.Domain;

namespace PlanBot.Dialogs.Understanding;

/// <summary>From when until when somebody is away. Pure.</summary>
public static class AbsenceWords
{
    /// <summary>4月1日到10日, 下周, 明天, 到4月10日, 从周三起三天.</summary>
    /// <returns>Null when no day is named.</returns>
    public static (DateOnly From, DateOnly Until)? Find(string plain, DateOnly today, WorkingDayCalendar calendar)
    {
        var days = DateWords.FindDays(plain)?.Days;
        if (DateWords.Find(plain) is not { } first || first.Mention.DayIn(today, calendar) is not { } day)
            return days is { } only ? (today, today.AddDays(only - 1)) : null;
        if (UntilBefore.IsMatch(plain[..first.Where.Start.Value]))
            return (today, day);
        var rest = plain[first.Where.End.Value..];
        if (To.Match(rest) is { Success: true } to && DateWords.Find(rest[to.Length..]) is { } second && second.Mention.DayIn(day, calendar) is { } last && last >= day)
            return (day, last);
        if (first.Mention is { IsVague: true, Weekday: null, Reference: DateReference.Weekday })
            return (day, day.AddDays((7 - (int)day.DayOfWeek) % 7));
        return (day, days is { } count ? day.AddDays(count - 1) : day);
    }

    /// <summary>由李强代, Li Qiang stands in: the name as typed; null when nobody is named so.</summary>
    public static string? Deputy(string raw) => StandIn.Match(raw) is { Success: true } found ? found.Groups["name"].Value.Trim() : null;

    private static Regex UntilBefore => field ??= new("(?:到|至|直到|截至|until|till|through)[ ]?$");

    private static Regex To => field ??= new("^[ ]?(?:起|开始|上午|下午)?[ ,]?(?:到|至|—+|-+|~|～|直到|to|until|till|through)[ ]?");

    private static Regex StandIn => field ??= new("(?:由|让|请|托|委托|拜托|麻烦|交给|找|叫)(?<name>[\u4e00-\u9fff]{2,4}?)(?:同志|老师)?(?:来|先|帮我?|暂时|临时)*(?:代|顶|替|负责|接手|报|填|处理)|(?<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) (?:stands? in|will stand in|covers?|will cover|deputi[sz]es|will deputi[sz]e)|(?:covered by|deputy is|deputy:?) (?<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})");
}
