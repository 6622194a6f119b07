using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;

namespace PlanBot.Dialogs.Answers;

/// <summary>今天谁改了什么, what changed this week: the days that a look back is about. Pure.</summary>
/// <param name="From">First day meant.</param>
/// <param name="Until">Last day meant.</param>
public sealed record AuditDays(DateOnly From, DateOnly Until)
{
    private const int DaysOfWeek = 7;

    /// <returns>Null when the words name no day, or one that is still to come.</returns>
    public static AuditDays? Of(Understood said, DateOnly today, WorkingDayCalendar calendar)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % DaysOfWeek));
        if (Named.Match(said.Plain) is { Success: true } named)
        {
            return named switch
            {
                _ when named.Groups["today"].Success => new(today, today),
                _ when named.Groups["yesterday"].Success => new(today.AddDays(-1), today.AddDays(-1)),
                _ when named.Groups["before"].Success => new(today.AddDays(-2), today.AddDays(-2)),
                _ when named.Groups["week"].Success => new(monday, today),
                _ when named.Groups["last"].Success => new(monday.AddDays(-DaysOfWeek), monday.AddDays(-1)),
                _ => new(today.AddDays(1 - (Numbers.Parse(named.Groups["n"].Value) ?? 3)), today),
            };
        }
        return said.When is { Reference: DateReference.Date or DateReference.Weekday, Weekday: var weekday, Reference: var kind } && (kind == DateReference.Date || weekday is not null) && ReportedDays.Of(said, today, calendar) is { } days && !(days.From > today)
            ? new(days.From ?? days.Until!.Value, days.Until ?? today) : null;
    }

    private static Regex Named => field ??= new($"(?<today>今天|今日|今儿|今早|今晨|(?<![a-z])today(?![a-z])|(?<![a-z])this (?:morning|afternoon)(?![a-z]))|(?<yesterday>昨天|昨日|昨儿|昨晚|(?<![a-z])yesterday(?![a-z]))|(?<before>前天|(?<![a-z])(?:the )?day before yesterday(?![a-z]))|(?<week>(?:这|本)(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天末])|(?<![a-z])this week(?![a-z]))|(?<last>上(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天末])|(?<![a-z])last week(?![a-z]))|(?:最近|近|过去|这)(?<n>[两二三四五六七1-9])(?:天|日)|(?<![a-z])(?:last|past) (?<n>{Numbers.EnglishPattern}) days(?![a-z])");
}
