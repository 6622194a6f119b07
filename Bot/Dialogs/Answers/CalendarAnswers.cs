using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>4月26号上班吗, 清明放几天假, when is the next holiday: what the working calendar says of a day or a holiday.</summary>
public sealed partial class CalendarAnswers(CurrentCalendar currentCalendar)
{
    /// <summary>A year and a bit: so far ahead a holiday is looked for.</summary>
    private const int LookedAhead = 400;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (language, today) = (question.Language, Days.DayOf(question.Plans[0].Now, question.Plans[0].Zone));
        var calendar = await currentCalendar.ReadAsync(cancellationToken);
        if (NamedIn(question.Focus.Words) is { } name)
            return new(HolidayOf(name, today, calendar) is { } named ? CalendarTexts.Holiday(named, MakeUpDays(named, calendar), language) : CalendarTexts.NotLoaded(name, language));
        if (DayIn(question, today, calendar) is { } day)
            return new(CalendarTexts.Day(day, calendar.IsWorkingDay(day), calendar.Named(day), calendar.FirstMissingYear(day), language, Off().IsMatch(question.Said.Plain)));
        return new(NextFrom(today.AddDays(1), calendar) is { } next ? CalendarTexts.Holiday(next, MakeUpDays(next, calendar), language) : CalendarTexts.NoneAhead(language));
    }

    private static DateOnly? DayIn(Question question, DateOnly today, WorkingDayCalendar calendar) =>
        (question.Said.When ?? DateWords.Find(question.Focus.Words)?.Mention) is { Reference: not (DateReference.Time or DateReference.Later) } when ? when.DayIn(today, calendar)
        : ThatDay().IsMatch(question.Focus.Words) ? question.Focus.Day : null;

    /// <summary>is the 11th a weekend, 11号是不是休息日: whether it is a day off.</summary>
    [GeneratedRegex("(?:是|算)(?:不是|不算)?(?:个)?(?:周末|休息日|节假日|假期|双休)|(?:放|休)(?:不放|不休)?假(?:吗|么|不|$)|(?<![a-z])(?:is|was|isn't|will) .{0,30}(?:weekend|day off|holiday)")]
    private static partial Regex Off();

    /// <summary>会不会撞上放假, asked of the day that was just told.</summary>
    [GeneratedRegex("会不会|撞|碰上|赶上|正好|刚好|[这那](?:一)?天|是不是|是(?:工作日|休息日|节假日|周末)|that (?:day|date)|(?<![a-z])it(?![a-z])|clash|coincide|fall (?:on|in)")]
    private static partial Regex ThatDay();

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
