using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>What the working calendar says of a day or a holiday.</summary>
public static class CalendarTexts
{
    /// <param name="worked">Weekend days worked for it, rising.</param>
    public static string Holiday(HolidaySpan span, IReadOnlyList<DateOnly> worked, Language language)
    {
        var days = span.To.DayNumber - span.From.DayNumber + 1;
        var off = days == 1
            ? language.In($"{span.Name}放假1天：{Days.Full(span.From, language)}。", $"{EnglishDates.Holiday(span.Name)}: one day off, {Days.Full(span.From, language)}.")
            : language.In(
                $"{span.Name}放假{days}天：{Days.Full(span.From, language)}至{Days.Full(span.To, language)}。",
                $"{EnglishDates.Holiday(span.Name)}: {days} days off, {Days.Full(span.From, language)} to {Days.Full(span.To, language)}.");
        return worked.Count == 0 ? off : language.In(
            $"{off}调休上班：{string.Join("、", worked.Select(day => Days.Readable(day, language)))}。", $"{off} Worked instead: {string.Join(", ", worked.Select(day => Days.Readable(day, language)))}.");
    }

    /// <param name="named">What an arrangement says of the day; null when it follows the week.</param>
    /// <param name="isAskedWhetherOff">是不是周末: a yes means a day off.</param>
    /// <param name="missingYear">The year whose holidays are not loaded, so that the answer may change; null when it is settled.</param>
    public static string Day(DateOnly day, bool isWorked, CalendarDay? named, int? missingYear, Language language, bool isAskedWhetherOff = false)
    {
        var (full, holiday) = (Days.Full(day, language), named is null ? "" : language.In(named.Name, EnglishDates.Holiday(named.Name)));
        var answer = (isWorked, named) switch
        {
            (true, not null) => language.In($"要上班：{full}，因{holiday}调休。", $"Yes, it is worked: {full}, to make up for {holiday}."),
            (true, null) => language.In($"上班，是工作日：{full}。", $"Yes, a working day: {full}."),
            (false, not null) => language.In($"不上班：{full}，{holiday}放假。", $"No, a day off: {full}, {holiday}."),
            _ => language.In($"不上班：{full}，周末。", $"No, a day off: {full}, a weekend."),
        };
        if (isAskedWhetherOff)
            answer = language.In(isWorked ? $"不是，{answer}" : $"是，{answer}", isWorked ? answer.Replace("Yes, ", "No, ", StringComparison.Ordinal) : answer.Replace("No, ", "Yes, ", StringComparison.Ordinal));
        return missingYear is { } year ? answer + language.In($"（{year}年放假安排尚未载入，仅按周末推算，暂定）", $" (Provisional: the holidays of {year} are not loaded, only weekends count.)") : answer;
    }

    /// <summary>That a day which somebody has in mind is a day off.</summary>
    public static string DayOff(DateOnly day, CalendarDay? named, Language language) => named is null
        ? language.In($"{Days.Full(day, language)}是周末，不上班。", $"{Days.Full(day, language)} is a weekend day.") : language.In($"{Days.Full(day, language)}是{named.Name}放假，不上班。", $"{Days.Full(day, language)} is a day off ({EnglishDates.Holiday(named.Name)}).");

    /// <param name="name">The holiday in Chinese.</param>
    public static string NotLoaded(string name, Language language) => language.In($"{name}的放假安排还没有载入。", "The arrangement for that holiday is not loaded yet.");

    /// <param name="count">With both days where they are worked.</param>
    public static string WorkingDays(DateOnly from, DateOnly until, int count, bool isFirstWorked, int? missingYear, Language language)
    {
        var text = isFirstWorked
            ? language.In($"{Days.Full(from, language)}到{Days.Full(until, language)}：含首日共{count}个工作日，不含首日{count - 1}个（节假日和调休已计入）。", $"{Days.Full(from, language)} to {Days.Full(until, language)}: {count} working days with the first day, {count - 1} without it (holidays and make-up days are counted).")
            : language.In($"{Days.Full(from, language)}到{Days.Full(until, language)}：共{count}个工作日，首日不上班（节假日和调休已计入）。", $"{Days.Full(from, language)} to {Days.Full(until, language)}: {count} working days; the first day is not worked (holidays and make-up days are counted).");
        return missingYear is { } year ? text + language.In($"（{year}年放假安排尚未载入，仅按周末推算，暂定）", $" (Provisional: the holidays of {year} are not loaded, only weekends count.)") : text;
    }

    /// <param name="next">The first that comes after the holiday; null when none does.</param>
    public static string Reminders(bool isAnyWithin, DateTimeOffset? next, TimeZoneInfo zone, Language language) =>
        (isAnyWithin ? language.In("放假期间也有提醒要发。", "Reminders do go out within the holiday.") : language.In("不影响：放假期间没有提醒要发。", "They are not affected: no reminder falls within the holiday."))
        + (next is { } at ? language.In($"节后第一次是{Days.Moment(at, zone)}。", $" The first one afterwards is at {Days.Moment(at, zone)}.") : "");

    public static string NoneAhead(Language language) => language.In("已载入的放假安排里，后面没有假期了。", "No further holiday is known; the next arrangement is not loaded yet.");
}
