namespace PlanBot.Texts;

/// <summary>Words about putting a reminder off.</summary>
public static class SnoozeTexts
{
    public static Reply NothingOpen(Language language) => new(language.In("您名下没有待报的事项，不会再有提醒。", "You have nothing open, so there is nothing to be reminded of.")) { Buttons = [Buttons.MyTasks(language)] };

    public static Reply AskWhen(Language language) => new(language.In("好的，什么时候再提醒您？", "All right, when shall I remind you?"))
    {
        Buttons = [Buttons.Of(language, "下午两点", "2 pm"), Buttons.Of(language, "明天上午", "Tomorrow morning"), Buttons.Cancel(language)],
    };

    public static Reply Passed(DateTimeOffset at, TimeZoneInfo zone, Language language) =>
        new(language.In($"{Days.Moment(at, zone)}已经过了，请换一个时间。", $"{Days.Moment(at, zone)} has passed; please give another time.")) { Buttons = [Buttons.Of(language, "明天上午", "Tomorrow morning"), Buttons.Cancel(language)] };

    public static Reply TooLate(DateTimeOffset latest, bool isBeforeDue, TimeZoneInfo zone, Language language) => new(isBeforeDue
        ? language.In($"提醒不能推迟到截止日期之后，最晚可以到{Days.Moment(latest, zone)}。请换一个时间。", $"A reminder cannot be put off beyond the due date; {Days.Moment(latest, zone)} is the latest. Please give another time.")
        : language.In($"已经逾期，最多只能推迟到下一个工作日（{Days.Moment(latest, zone)}）。请换一个时间。", $"It is overdue, so the next working day is the latest ({Days.Moment(latest, zone)}). Please give another time."))
    {
        Buttons = [Buttons.Of(language, "明天上午", "Tomorrow morning"), Buttons.Cancel(language)],
    };

    /// <summary>以后都十点提醒: a standing hour is not a contact's to set.</summary>
    public static Reply NotStanding(Language language) => new(language.In(
        "每次提醒的时间由牵头部门统一设定，我改不了；这一次可以推后，例如“今天上午10点再提醒我”。", "The hour of the reminders is set by the coordinating office for all, and I cannot change it; the next one can be put off, e.g. \"remind me today at 10\"."))
    {
        Buttons = [Buttons.Of(language, "上午10点提醒我", "Remind me at 10 am"), Buttons.MyTasks(language)],
    };

    /// <param name="isDueDay">It falls on the due day itself.</param>
    public static Reply Done(DateTimeOffset at, TimeZoneInfo zone, Language language, bool isDueDay = false) => new(language.In(
        $"好的，{Days.Moment(at, zone)}再提醒您，截止日期不变{(isDueDay ? "，就是当天" : "")}。换时间直接说，不用了请说“撤销”。", $"All right, I will remind you at {Days.Moment(at, zone)}; the due date stays{(isDueDay ? ": it is that same day" : "")}. Say another time to change it, or \"undo\"."))
    {
        Buttons = [Buttons.ReportNow(language), ActTexts.Undo(language)],
    };

    /// <summary>What was taken back.</summary>
    public static string What(Language language) => language.In("推迟提醒，提醒照常。", "the reminder put off; reminders come as usual.");
}
