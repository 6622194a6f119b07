using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>4月26号上班吗, 清明放几天假, when is the next holiday: what the working calendar says of a day or a holiday.</summary>
public sealed class CalendarAnswers(CurrentCalendar currentCalendar, UpcomingReminders upcoming)
{
    /// <summary>A year and a bit: so far ahead a holiday is looked for.</summary>
    private const int LookedAhead = 400;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (language, today) = (question.Language, Days.DayOf(question.Plans[0].Now, question.Plans[0].Zone));
        var calendar = await currentCalendar.ReadAsync(cancellationToken);
        if (CalendarWords.AsksForCount(question.Said.Plain) && CalendarWords.Between(question.Said.Plain) is var (from, until) && until.DayIn(today, calendar) is { } last)
            return new(Counted(from?.DayIn(today, calendar) ?? today, last, calendar, language));
        if (CalendarWords.AsksWhetherRemindersMove(question.Said.Plain))
            return await AboutRemindersAsync(question, today, calendar, cancellationToken);
        if (NamedIn(question.Focus.Words) is { } name)
            return new(HolidayOf(name, today, calendar) is { } named ? CalendarTexts.Holiday(named, MakeUpDays(named, calendar), language) : CalendarTexts.NotLoaded(name, language));
        if (DayIn(question, today, calendar) is { } day)
            return new(CalendarTexts.Day(day, calendar.IsWorkingDay(day), calendar.Named(day), calendar.FirstMissingYear(day), language, Off.IsMatch(question.Said.Plain)));
        return new(NextFrom(today.AddDays(1), calendar) is { } next ? CalendarTexts.Holiday(next, MakeUpDays(next, calendar), language) : CalendarTexts.NoneAhead(language));
    }

    /// <summary>从今天到7月3日还有几个工作日: with the first day and without it.</summary>
    private static string Counted(DateOnly from, DateOnly until, WorkingDayCalendar calendar, Language language)
    {
        if (until < from)
            (from, until) = (until, from);
        var count = Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Count(day => calendar.IsWorkingDay(from.AddDays(day)));
        return CalendarTexts.WorkingDays(from, until, count, calendar.IsWorkingDay(from), calendar.FirstMissingYear(until), language);
    }

    /// <summary>端午影响提醒吗: what would go out within the holiday, and what comes first after it.</summary>
    private async Task<Reply> AboutRemindersAsync(Question question, DateOnly today, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        var (language, time) = (question.Language, new CivilTime(question.Plans[0].Zone));
        if ((NamedIn(question.Focus.Words) is { } name ? HolidayOf(name, today, calendar) : NextFrom(today, calendar)) is not { } span)
            return new(CalendarTexts.NoneAhead(language));
        var within = await upcoming.RunAsync(time.StartOf(span.From).AddTicks(-1), time.StartOf(span.To.AddDays(1)).AddTicks(-1), 1, cancellationToken);
        var next = await upcoming.RunAsync(time.StartOf(span.To.AddDays(1)).AddTicks(-1), until: null, 1, cancellationToken);
        return new($"{CalendarTexts.Holiday(span, MakeUpDays(span, calendar), language)}\n{CalendarTexts.Reminders(within.Count > 0, next is [var first] ? first.At : null, question.Plans[0].Zone, language)}");
    }

    private static DateOnly? DayIn(Question question, DateOnly today, WorkingDayCalendar calendar) =>
        (question.Said.When ?? DateWords.Find(question.Focus.Words)?.Mention) is { Reference: not (DateReference.Time or DateReference.Later) } when ? when.DayIn(today, calendar)
        : ThatDay.IsMatch(question.Focus.Words) ? question.Focus.Day : null;

    /// <summary>is the 11th a weekend, 11号是不是休息日: whether it is a day off.</summary>
    private static Regex Off => field ??= new("(?:是|算)(?:不是|不算)?(?:个)?(?:周末|休息日|节假日|假期|双休)|(?:放|休)(?:不放|不休)?假(?:吗|么|不|$)|(?<![a-z])(?:is|was|isn't|will) .{0,30}(?:weekend|day off|holiday)");

    /// <summary>会不会撞上放假, asked of the day that was just told.</summary>
    private static Regex ThatDay => field ??= new("会不会|撞|碰上|赶上|正好|刚好|[这那](?:一)?天|是不是|是(?:工作日|休息日|节假日|周末)|that (?:day|date)|(?<![a-z])it(?![a-z])|clash|coincide|fall (?:on|in)");

    /// <summary>The holiday's next days off; this year's where they are over and next year's are not known yet.</summary>
    private static HolidaySpan? HolidayOf(string name, DateOnly today, WorkingDayCalendar calendar) =>
        Spans(today, calendar).FirstOrDefault(span => span.Name.Contains(name, StringComparison.Ordinal) && span.To >= today)
        ?? Spans(new(today.Year, 1, 1), calendar).FirstOrDefault(span => span.Name.Contains(name, StringComparison.Ordinal));

    private static HolidaySpan? NextFrom(DateOnly day, WorkingDayCalendar calendar) => Spans(day, calendar).FirstOrDefault();

    private static IEnumerable<HolidaySpan> Spans(DateOnly from, WorkingDayCalendar calendar)
    {
        for (var (day, last) = (from, from.AddDays(LookedAhead)); day <= last; day = day.AddDays(1))
        {
            if (HolidaySpan.Around(day, calendar) is not { } span)
                continue;
            yield return span;
            day = span.To;
        }
    }

    /// <summary>Weekend days worked for it, within a month of it.</summary>
    private static IReadOnlyList<DateOnly> MakeUpDays(HolidaySpan span, WorkingDayCalendar calendar) =>
        [.. Enumerable.Range(-31, 62 + span.To.DayNumber - span.From.DayNumber).Select(span.From.AddDays).Where(day => calendar.Named(day) is { IsWorked: true } worked && worked.Name == span.Name)];

    private static string? NamedIn(string words)
    {
        foreach (var (pattern, name) in Known)
        {
            if (pattern.IsMatch(words))
                return name;
        }
        return null;
    }

    private static readonly (Regex Pattern, string Name)[] Known =
    [
        (new("清明|qing ?ming|tomb[- ]sweeping"), "清明"), (new("五一|劳动节|labou?r day|may day"), "劳动"), (new("端午|dragon boat"), "端午"), (new("国庆|(?<!二)十一(?!月|号|日|项|个)|national day"), "国庆"),
        (new("中秋|mid-?autumn"), "中秋"), (new("元旦|new year(?!'s eve)"), "元旦"), (new("春节|过年|spring festival|chinese new year"), "春节"),
    ];
}
