using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>Whether a message arrived, and whether it was seen, where the channel tells.</summary>
public static class DeliveryTexts
{
    /// <param name="unit">Names of the units asked about.</param>
    /// <param name="rows">Empty when the units have no contact.</param>
    public static string Of(string unit, IReadOnlyList<DeliveryRow> rows, TimeZoneInfo zone, Language language) => rows.Count == 0
        ? language.In($"{unit}没有登记联络员，没有发过消息。", $"{unit} has no contact, so nothing was sent.")
        : string.Join('\n', rows.Select(row => Line(row, zone, language)));

    /// <summary>Whom the last message has not reached, by whether it still waits or has failed.</summary>
    /// <param name="rows">Of all contacts.</param>
    public static string WhoNot(IReadOnlyList<DeliveryRow> rows, Language language)
    {
        var told = rows.Where(row => row.Message is not null).DistinctBy(row => (row.UnitName, row.PersonName)).ToList();
        if (told.Count == 0)
            return language.In("还没有给联络员发过提醒或消息。", "Nothing has been sent to the contacts yet.");
        var (failed, waiting) = (told.FindAll(row => row.State == ReminderState.Failed), told.FindAll(row => row.State is ReminderState.Queued or ReminderState.Leased));
        var sent = told.Count - failed.Count - waiting.Count;
        var unseen = told.Count(row => row is { State: ReminderState.Sent, HasOpened: false });
        var lines = new List<string> { language.In($"按每人最近一条消息看：{sent}人已送达，{failed.Count}人没有送达，{waiting.Count}人的还在等待发送。", $"By everyone's last message: {sent} delivered, {failed.Count} not delivered, {waiting.Count} waiting to be sent.") };
        if (failed.Count > 0)
            lines.Add(language.In($"没有送达：{Names(failed, language)}", $"Not delivered: {Names(failed, language)}"));
        if (waiting.Count > 0)
            lines.Add(language.In($"等待发送：{Names(waiting, language)}", $"Waiting: {Names(waiting, language)}"));
        if (unseen > 0)
            lines.Add(language.In($"已送达的人里，{unseen}人还没有打开过会话，可能没有看到。", $"Of those delivered, {unseen} never opened the chat and may not have seen it."));
        return string.Join('\n', lines);
    }

    private static string Names(IEnumerable<DeliveryRow> rows, Language language) =>
        string.Join(language.In("、", ", "), rows.Select(row => row.PersonName.Contains(row.UnitName, StringComparison.Ordinal) ? row.PersonName : language.In($"{row.UnitName}{row.PersonName}", $"{row.PersonName} of {row.UnitName}")));

    private static string Line(DeliveryRow row, TimeZoneInfo zone, Language language)
    {
        var who = row.PersonName.Contains(row.UnitName, StringComparison.Ordinal) ? row.PersonName : language.In($"{row.UnitName}{row.PersonName}", $"{row.PersonName} of {row.UnitName}");
        if (row is not { Message: { } kind, State: { } state })
            return language.In($"还没有给{who}发过提醒或消息。", $"Nothing has been sent to {who} yet.");
        var what = What(kind, language);
        return state switch
        {
            ReminderState.Sent when row.SentAt is { } sentAt => language.In(
                $"{who}：已送达。最近一条是{what}，{Days.Moment(sentAt, zone)}由{Channel(row.Channel, language)}发出。{Seen(row, zone, language)}",
                $"Delivered to {who}: the last message, {what}, went out at {Days.Moment(sentAt, zone)} by {Channel(row.Channel, language)}. {Seen(row, zone, language)}"),
            ReminderState.Failed => language.In(
                $"{who}：没有送达。最近一条是{what}（{Days.Moment(row.DueAt!.Value, zone)}），{ReachTexts.Why(row.Outcome ?? "", language)}。请电话联系，或重新邀请。",
                $"Not delivered to {who}: the last message, {what} of {Days.Moment(row.DueAt!.Value, zone)}, failed ({ReachTexts.Why(row.Outcome ?? "", language)}). Please phone, or invite again."),
            _ => language.In(
                $"{who}：还没有送出。{what}（{Days.Moment(row.DueAt!.Value, zone)}）正在等待发送。", $"Not out yet for {who}: {what} of {Days.Moment(row.DueAt!.Value, zone)} waits to be sent."),
        };
    }

    private static string Seen(DeliveryRow row, TimeZoneInfo zone, Language language) => row.SeenAt is { } seenAt
        ? language.In($"对方{Days.Moment(seenAt, zone)}已看到。", $"It was seen at {Days.Moment(seenAt, zone)}.")
        : row is { IsWatched: true, Channel: "directline" }
        ? language.In("发出后对方还没有打开过页面，没有看到。", "They have not opened the page since, so it has not been seen.")
        : row.HasOpened
        ? language.In("对方用过这个会话；有没有点开这一条，系统看不到。", "They have used this chat; whether this message was opened cannot be seen here.")
        : language.In("对方还没有打开过会话，可能没有看到。", "They have never opened the chat and may not have seen it.");

    private static string What(ReminderKind kind, Language language) => kind switch
    {
        ReminderKind.Urging => language.In("催办", "the urging"),
        ReminderKind.Escalation => language.In("逾期升级提醒", "the escalation"),
        ReminderKind.Letter => language.In("办理结果告知", "a letter about a decision"),
        ReminderKind.Announcement => language.In("通知", "the notice"),
        _ => language.In("提醒", "the reminder"),
    };

    private static string Channel(string? channel, Language language) => channel is null ? language.In("系统", "PlanBot") : AuditTexts.ChannelName(channel, language);
}
