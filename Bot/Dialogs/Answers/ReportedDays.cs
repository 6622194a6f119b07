using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;

namespace PlanBot.Dialogs.Answers;

/// <summary>昨天之前交的, 4月2号以后交的, reported before Friday: days on which something was reported. Pure.</summary>
/// <param name="From">First day meant; null when there is none.</param>
/// <param name="Until">Last day meant; null when there is none.</param>
public sealed record ReportedDays(DateOnly? From, DateOnly? Until)
{
    public bool Hold(DateOnly day) => !(day < From) && !(day > Until);

    /// <summary>之前 counts its day in, as it does in due dates; English before does not.</summary>
    /// <returns>Null when the words name no day.</returns>
    public static ReportedDays? Of(Understood said, DateOnly today, WorkingDayCalendar calendar)
    {
        if (said.When?.DayIn(today, calendar) is not { } day)
            return null;
        // What was reported lies behind us: 周五 is the last one, 28号 that of last month.
        if (day > today && said.When is { Reference: DateReference.Weekday, Count: < 1 })
            day = day.AddDays(-7);
        else if (day > today && said.When is { Reference: DateReference.Date, Month: null })
            day = day.AddMonths(-1);
        var plain = said.Plain;
        return Strictly.IsMatch(plain) ? new(null, day.AddDays(-1))
            : Before.IsMatch(plain) ? new(null, day)
            : After.IsMatch(plain) ? new(Later.IsMatch(plain) ? day.AddDays(1) : day, null)
            : new(day, day);
    }

    private static Regex Strictly => field ??= new("before|earlier than|不到");

    private static Regex Before => field ??= new("之前|以前|前(?:就)?(?:交|报|收|送)|截至|截止到?|为止|by |until|up to|no later");

    private static Regex After => field ??= new("之后|以后|后(?:才)?(?:交|报|收|送)|以来|起|since|after|from ");

    private static Regex Later => field ??= new("after");
}
