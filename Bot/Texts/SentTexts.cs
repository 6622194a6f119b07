using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>What was sent about a period.</summary>
public static class SentTexts
{
    /// <summary>Rounds that are listed; before them they are counted.</summary>
    private const int Listed = 15;

    /// <param name="units">Whose contacts are meant; null for all.</param>
    /// <param name="most">Messages that one person has got so far.</param>
    public static string Rounds(string? units, ReportingPeriod period, IReadOnlyList<SentRound> rounds, int most, TimeZoneInfo zone, Language language)
    {
        var name = PeriodNames.Of(period, language);
        if (rounds.Count == 0)
            return language.In($"{units}{name}还没有发过提醒。", units is null ? $"No reminder has been sent for {name} yet." : $"No reminder has been sent to {units} for {name} yet.");
        var lines = new List<string> { language.In($"{units}{name}发出的提醒（按时间）：", units is null ? $"Reminders sent for {name}:" : $"Reminders sent to {units} for {name}:") };
        if (rounds.Count > Listed)
            lines.Add(language.In($"更早的{rounds.Count - Listed}轮略。", $"{rounds.Count - Listed} earlier rounds are left out."));
        lines.AddRange(rounds.TakeLast(Listed).Select(round => Line(round, zone, language)));
        var busiest = rounds.Where(round => round.Sent > 0).GroupBy(round => Days.DayOf(round.DueAt, zone)).Select(day => day.Count()).DefaultIfEmpty().Max();
        if (most > 0)
            lines.Add(language.In($"每人至今最多收到{most}条，同一天最多{busiest}轮；报齐的单位即时停发。", $"Nobody has got more than {most} so far, at most {busiest} a day; whoever has reported everything gets no more."));
        return string.Join('\n', lines);
    }

    /// <summary>No step of the ladder falls on the day.</summary>
    public static string NonePlanned(DateOnly day, Language language) => language.In($"没有。{Days.Full(day, language)}没有安排提醒。", $"No. No reminder was planned for {Days.Full(day, language)}.");

    public static string Held(string moment, Language language) => language.In($"没有。{moment}的提醒被压住了，没有发；要发请说“放行”。", $"No. The reminder of {moment} is held and was not sent; say \"release\" to send it.");

    public static string LeftOut(string moment, Language language) => language.In($"没有。{moment}的提醒按管理员的安排不发。", $"No. The reminder of {moment} was left out, as a coordinator ordered.");

    public static string WasPaused(string moment, Language language) => language.In($"没有。{moment}应发提醒时，自动提醒正在暂停，所以没有发，也不再补发。", $"No. Reminders were paused at {moment}, so none was sent, and it is not made up for.");

    public static string NothingOpen(string moment, Language language) => language.In($"没有。{moment}没有需要提醒的事项。", $"No. At {moment} there was nothing to remind anybody of.");

    public static string StillToCome(string moment, bool isPaused, Language language) => isPaused
        ? language.In($"还没有。{moment}有一次提醒，但自动提醒正在暂停，到时不发。", $"Not yet. A reminder is planned for {moment}, but reminders are paused and it will not be sent.")
        : language.In($"还没有，{moment}发。", $"Not yet; it goes out at {moment}.");

    private static string Line(SentRound round, TimeZoneInfo zone, Language language)
    {
        var kind = round.Kind switch
        {
            ReminderKind.Urging => language.In("人工催办", "urged by a coordinator"), ReminderKind.Escalation => language.In("逾期升级提醒", "escalation"), _ => language.In("提醒", "reminder"),
        };
        var rest = (round.Failed > 0 ? language.In($"，未送达{round.Failed}人", $", not delivered to {round.Failed}") : "") + (round.Waiting > 0 ? language.In($"，待发{round.Waiting}人", $", {round.Waiting} waiting") : "");
        return language.In($"{Days.Moment(round.DueAt, zone)} {kind}：已发{round.Sent}人{rest}", $"{Days.Moment(round.DueAt, zone)} {kind}: {round.Sent} sent{rest}");
    }
}
