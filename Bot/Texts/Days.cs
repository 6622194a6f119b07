using System.Globalization;

namespace PlanBot.Texts;

/// <summary>Days and instants as people read them; every day also carries its ISO form, which nobody can misread.</summary>
public static class Days
{
    private static readonly string[] Weekdays = ["日", "一", "二", "三", "四", "五", "六"];

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>4月3日（周五）, or Friday 3 April.</summary>
    public static string Readable(DateOnly day, Language language) => language.In(
        $"{day.Month}月{day.Day}日（周{Weekdays[(int)day.DayOfWeek]}）",
        day.ToString("dddd d MMMM", CultureInfo.InvariantCulture));

    /// <summary>2020-04-03，4月3日（周五）, or 2020-04-03 (Friday 3 April).</summary>
    public static string Full(DateOnly day, Language language) =>
        language.In($"{Iso(day)}，{Readable(day, language)}", $"{Iso(day)} ({Readable(day, language)})");

    /// <summary>2020-04-03（周五）, where the month need not be said twice; in English as <see cref="Full"/>.</summary>
    public static string Brief(DateOnly day, Language language) => language.In($"{Iso(day)}（周{Weekdays[(int)day.DayOfWeek]}）", Full(day, language));

    /// <summary>2020-04-01 09:30, in civil time of <paramref name="zone"/>.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>A due date with all that belongs to it: the rule's time of day when it has one, and whether it is provisional.</summary>
    /// <param name="dueAt">First instant that is late; midnight after <paramref name="dueOn"/> where the whole day counts.</param>
    public static string Due(DateOnly dueOn, DateTimeOffset dueAt, bool isProvisional, TimeZoneInfo zone, Language language)
    {
        var local = TimeZoneInfo.ConvertTime(dueAt, zone);
        var time = local.TimeOfDay == TimeSpan.Zero ? "" : local.ToString(" HH:mm", CultureInfo.InvariantCulture);
        var provisional = isProvisional
            ? language.In("（暂定：该年度放假安排尚未载入，仅按周末推算）", " (provisional: that year's holidays are not loaded, only weekends were left out)")
            : "";
        return Full(dueOn, language) + time + provisional;
    }
}
