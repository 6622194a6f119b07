using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>Who cannot be reached, why, and the remedy.</summary>
public static class ReachTexts
{
    public const int PageSize = 20;

    /// <summary>Nobody, or somebody whom no channel knows: an invitation helps. Whoever only never opened the conversation gets the messages and can be urged.</summary>
    public static bool NeedsInvitation(ReachRow row) => row.PersonName is not null && (!row.HasIdentity || (row.Failure is null && !row.HasOpened));

    public static string List(IReadOnlyList<ReachRow> rows, int page, Language language)
    {
        // What is out of reach for certain stands first; who never looked may still look.
        var ordered = rows.OrderBy(IsOnlyUnopened).ToList();
        if (ordered.Count == 0)
            return language.In("各单位的联络员都能联系上。", "Every unit's contact can be reached.");
        var lost = ordered.Count(row => !IsOnlyUnopened(row));
        var lines = new List<string>
        {
            lost == 0
                ? language.In("没有联系不上的联络员，但以下人员从未打开过会话，可能没有看到提醒：", "Nobody is out of reach, but these people have never opened the conversation and may not have seen a reminder:")
                : language.In($"联系不上的有{lost}处{(lost < ordered.Count ? $"，另有{ordered.Count - lost}人从未打开过会话" : "")}：",
                    $"{lost} out of reach{(lost < ordered.Count ? $", and {ordered.Count - lost} who never opened the conversation" : "")}:"),
        };
        var from = Math.Min(page, (ordered.Count - 1) / PageSize) * PageSize;
        lines.AddRange(ordered.Skip(from).Take(PageSize).Select(row => Line(row, language)));
        if (ordered.Count > from + PageSize)
            lines.Add(language.In($"以上为第{from + 1}至{from + PageSize}条，共{ordered.Count}条，回复“下一页”继续。", $"{from + 1} to {from + PageSize} of {ordered.Count}; say \"more\" for the rest."));
        lines.Add(language.In("可以发“邀请”加单位名称，把登录邀请转给对方。", "Say \"invite\" and the unit's name for an invitation to pass on."));
        return string.Join('\n', lines);
    }

    public static ReplyButton Invite(string unit, Language language) => new(language.In($"邀请{unit}", $"Invite {unit}"), language.In($"邀请{unit}的联络员", $"Invite the contact of {unit}"));

    private static bool IsOnlyUnopened(ReachRow row) => row is { PersonName: not null, HasIdentity: true, Failure: null };

    private static string Line(ReachRow row, Language language)
    {
        if (row.PersonName is null)
            return language.In($"{row.UnitName}：没有登记联络员，请登记一位。", $"{row.UnitName}: no contact is registered; please name one.");
        var who = language.In($"{row.UnitName}（{row.PersonName}{Phone(row)}）", $"{row.UnitName} ({row.PersonName}{Phone(row)})");
        return who + row switch
        {
            { HasIdentity: false } => language.In("：还没有绑定任何聊天账号，请发邀请。", ": not bound to any chat account; please invite."),
            { Failure: { } failure } => language.In($"：最近一条消息没有送达（{Why(failure, language)}），请电话联系或重新邀请。", $": the last message was not delivered ({Why(failure, language)}); please phone, or invite again."),
            _ => language.In("：从未打开过会话，请提醒其打开，或发邀请。", ": has never opened the conversation; please ask them to, or invite."),
        };
    }

    private static string Phone(ReachRow row) => row.Phone is { Length: > 0 } phone ? $" {phone}" : "";

    /// <summary>The outbox's word for it; what the channel itself said stands behind its colon.</summary>
    internal static string Why(string outcome, Language language)
    {
        var (word, detail) = (outcome.Split(':')[0], outcome.Contains(':', StringComparison.Ordinal) ? outcome[(outcome.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : "");
        return word switch
        {
            "unreachable" when detail == "no channel" => language.In("没有可用的聊天账号", "no chat account in use"),
            "unreachable" => string.Join(language.In("；", "; "), detail.Split("; ").Select(reason => OfChannel(reason, language))),
            "gave-up" => language.In($"多次发送失败：{TaskNames.Cut(detail, 60)}", $"every attempt failed: {TaskNames.Cut(detail, 60)}"),
            _ => TaskNames.Cut(outcome, 60),
        };
    }

    /// <summary>What one channel said, such as "msteams: blocked"; words that are not known are passed on.</summary>
    private static string OfChannel(string reason, Language language)
    {
        var (channel, why) = reason.Split(": ", 2) is [var name, var words] ? (ChannelName(name, language), words) : ("", reason);
        return why switch
        {
            "blocked" => language.In($"在{channel}里屏蔽了机器人", $"has blocked the bot in {channel}"),
            "uninstalled" => language.In($"在{channel}里卸载了应用", $"has removed the app from {channel}"),
            "conversation gone" => language.In($"{channel}里的会话已经不在", $"the conversation in {channel} is gone"),
            "never met" => language.In($"还没有在{channel}里打开过会话", $"has not opened the conversation in {channel} yet"),
            _ => language.In($"对方无法接收：{TaskNames.Cut(reason, 60)}", $"cannot be delivered: {TaskNames.Cut(reason, 60)}"),
        };
    }

    private static string ChannelName(string channel, Language language) => channel switch
    {
        "msteams" => "Teams",
        "dingtalk" => language.In("钉钉", "DingTalk"),
        "directline" => language.In("网页", "the browser"),
        _ => channel,
    };
}
