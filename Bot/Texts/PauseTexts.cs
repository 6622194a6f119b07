namespace PlanBot.Texts;

/// <summary>Pausing and resuming reminders. Where a unit is named null, all units are meant.</summary>
public static class PauseTexts
{
    public static string Name(bool resumes, Language language) => resumes ? language.In("恢复提醒", "resuming reminders") : language.In("暂停提醒", "pausing reminders");

    public static Reply Preview(string plan, string? unit, DateTimeOffset? until, TimeZoneInfo zone, Language language) => ActTexts.Confirm(
        language.In(
            $"将暂停{unit ?? "全部单位"}的自动提醒，{Until(until, zone, language)}。暂停期间到期的提醒不再发送，恢复后也不补发；催办、通知和每日情况不受影响。\n计划：《{plan}》",
            $"Automatic reminders to {unit ?? "all units"} will be paused {Until(until, zone, language)}. Steps that fall due meanwhile are skipped and not made up for; urging, notices and digests go on.\nPlan: {plan}"),
        language);

    public static Reply Paused(string? unit, DateTimeOffset? until, TimeZoneInfo zone, Language language) => new(language.In(
        $"已暂停{unit ?? "全部单位"}的自动提醒，{Until(until, zone, language)}。", $"Reminders to {unit ?? "all units"} are paused {Until(until, zone, language)}."))
    {
        Buttons = [Resume(unit, language), ActTexts.Undo(language)],
    };

    public static Reply PreviewResume(string? unit, Language language) => ActTexts.Confirm(
        language.In($"将恢复{unit ?? "全部单位"}的自动提醒，从下一个提醒节点起照常发送，暂停期间的不补发。", $"Reminders to {unit ?? "all units"} will go out again from the next step on; what was skipped is not made up for."), language);

    public static Reply Resumed(string? unit, Language language) => new(language.In($"已恢复{unit ?? "全部单位"}的自动提醒。", $"Reminders to {unit ?? "all units"} go out again."))
    {
        Buttons = [Buttons.NextReminders(language), ActTexts.Undo(language)],
    };

    public static Reply AlreadyPaused(string? unit, DateTimeOffset? until, TimeZoneInfo zone, Language language) => new(language.In(
        $"{unit ?? "全部单位"}的自动提醒已经暂停，{Until(until, zone, language)}。要改时间，请先恢复再暂停。", $"Reminders to {unit ?? "all units"} are paused already, {Until(until, zone, language)}. To change that, resume first."))
    {
        Buttons = [Resume(unit, language)],
    };

    public static Reply NotPaused(string? unit, bool isWholePlanPaused, Language language) => isWholePlanPaused
        ? new(language.In("现在暂停的是全部单位的提醒，不能只恢复一个单位；可以恢复全部。", "It is the reminders to all units that are paused; a single unit cannot be resumed, but all can.")) { Buttons = [Resume(null, language)] }
        : new(language.In($"{unit ?? "全部单位"}的自动提醒没有暂停，照常发送。", $"Reminders to {unit ?? "the units"} are not paused; they go out as usual.")) { Buttons = [Buttons.NextReminders(language)] };

    public static Reply NotLater(Language language) => new(language.In("恢复的日期要晚于今天，请问哪天恢复提醒？", "That day is not in the future. On which day should reminders go out again?")) { Buttons = [Buttons.Cancel(language)] };

    public static Reply NothingPaused(Language language) => new(language.In("没有暂停的提醒，各单位的自动提醒都照常发送。", "Nothing is paused; reminders go out to all units as usual.")) { Buttons = [Buttons.NextReminders(language)] };

    /// <summary>In digests and in the preview of reminders: what rests now.</summary>
    public static string InForce(string? unit, DateTimeOffset? until, TimeZoneInfo zone, Language language) => language.In(
        $"自动提醒已暂停：{unit ?? "全部单位"}，{Until(until, zone, language)}。", $"Reminders are paused: {unit ?? "all units"}, {Until(until, zone, language)}.");

    private static string Until(DateTimeOffset? until, TimeZoneInfo zone, Language language) => until is { } at
        ? language.In($"{Days.Full(Days.DayOf(at, zone), language)}起自动恢复", $"until {Days.Full(Days.DayOf(at, zone), language)}, when they resume by themselves")
        : language.In("直到您恢复为止", "until you resume them");

    public static ReplyButton Resume(string? unit, Language language) => new(language.In("恢复提醒", "Resume"), language.In($"恢复提醒{unit}", $"Resume reminders{(unit is null ? "" : $" to {unit}")}"));
}
