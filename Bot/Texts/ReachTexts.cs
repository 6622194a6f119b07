using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>Who cannot be reached, why, and the remedy.</summary>
public static class ReachTexts
{
    public const int PageSize = 20;

    private const int MostInDigest = 5;

    /// <summary>Nobody, or somebody whom no channel knows: an invitation helps. Whoever only never opened the conversation gets the messages and can be urged.</summary>
    public static bool NeedsInvitation(ReachRow row) => row.PersonName is not null && (!row.HasIdentity || (row.Failure is null && !row.HasOpened));

    /// <param name="pasteable">Texts with a personal way in, each to be handed on by SMS or WeChat; none where the asker may not.</param>
    /// <param name="more">People for whom such a text could be made too.</param>
    public static string List(IReadOnlyList<ReachRow> rows, int page, IReadOnlyList<string> pasteable, int more, TimeZoneInfo zone, Language language)
    {
        // What is out of reach for certain stands first; who never looked may still look.
        var ordered = rows.OrderBy(row => row.IsOnlyUnopened).ToList();
        if (ordered.Count == 0)
            return language.In("各单位的联络员都能联系上。", "Every unit's contact can be reached.");
        var lost = ordered.Count(row => !row.IsOnlyUnopened);
        var lines = new List<string>
        {
            lost == 0
                ? language.In("没有联系不上的联络员，但以下人员从未打开过会话，可能没有看到提醒：", "Nobody is out of reach, but these people have never opened the conversation and may not have seen a reminder:")
                : language.In($"联系不上的有{lost}处{(lost < ordered.Count ? $"，另有{ordered.Count - lost}人从未打开过会话" : "")}：",
                    $"{lost} out of reach{(lost < ordered.Count ? $", and {ordered.Count - lost} who never opened the conversation" : "")}:"),
        };
        var from = Math.Min(page, (ordered.Count - 1) / PageSize) * PageSize;
        lines.AddRange(ordered.Skip(from).Take(PageSize).Select(row => Line(row, zone, language)));
        if (ordered.Count > from + PageSize)
            lines.Add(language.In($"以上为第{from + 1}至{from + PageSize}条，共{ordered.Count}条，回复“下一页”继续。", $"{from + 1} to {from + PageSize} of {ordered.Count}; say \"more\" for the rest."));
        if (pasteable.Count > 0)
        {
            lines.Add(language.In("下面每段可直接复制，用短信或微信转给本人（链接只给本人用）：", "Each of these can be pasted into a text message, for that person only:"));
            lines.AddRange(pasteable);
            if (more > 0)
                lines.Add(language.In($"还有{more}人，请系统管理员运行 planbot contacts invite --all-unreached，一次取得全部。", $"{more} more: \"planbot contacts invite --all-unreached\" on the server writes all of them at once."));
        }
        lines.Add(language.In("可以发“邀请”加单位名称，把登录邀请转给对方。", "Say \"invite\" and the unit's name for an invitation to pass on."));
        return string.Join('\n', lines);
    }

    /// <summary>Names of several units together, of a plan that is stored.</summary>
    public static string Groups(IReadOnlyList<string> groups, Language language) => language.In(
        $"{string.Join("、", groups.Take(5).Select(name => $"“{name}”"))}{(groups.Count > 5 ? $"等{groups.Count}个" : "")}是统称，没有联络员可登记，不会被提醒报送；要逐家报送，请换成具体单位名称，按更正的通知再导入一次。",
        $"{string.Join(", ", groups.Take(5).Select(name => $"\"{name}\""))}{(groups.Count > 5 ? $" and {groups.Count - 5} more" : "")} name several units together: they have no contact and are never asked. To have each report, put the units' names in their place and import that as a corrected notice.");

    public static ReplyButton Invite(string unit, Language language) => new(language.In($"邀请{unit}", $"Invite {unit}"), language.In($"邀请{unit}的联络员", $"Invite the contact of {unit}"));

    /// <summary>One line of a digest: how many, some of them by name, and where the remedy is.</summary>
    /// <param name="lost">Units or people to whom nothing comes.</param>
    /// <param name="unopened">How many never opened the conversation.</param>
    public static string InDigest(IReadOnlyList<string> lost, int unopened, Language language)
    {
        var named = string.Join(language.In("、", ", "), lost.Take(MostInDigest)) + (lost.Count > MostInDigest ? language.In("等", " and others") : "");
        var text = lost.Count > 0 ? language.In($"联系不上{lost.Count}处：{named}", $"{lost.Count} out of reach: {named}") : "";
        if (unopened > 0)
            text += (text.Length > 0 ? language.In("；另有", "; ") : "") + language.In($"{unopened}人从未打开过会话，可能没有看到提醒", $"{unopened} never opened the conversation and may not have seen a reminder");
        return text + language.In("。说“谁联系不上”，可以拿到转给本人的链接。", ". Ask \"who cannot be reached\" for links to pass on.");
    }

    /// <summary>市教委（张敏）, or a unit without anybody.</summary>
    public static string Name(string unit, string? person, Language language) =>
        person is null ? language.In($"{unit}（没有联络员）", $"{unit} (no contact)") : language.In($"{unit}（{person}）", $"{unit} ({person})");

    /// <summary>What is handed on to somebody out of reach.</summary>
    /// <param name="open">Their units' open reports.</param>
    public static string ToPaste(string person, string plan, ReportingPeriod period, DateOnly dueOn, int open, string link, int days, Language language) => language.In(
        $"{person}您好，《{plan}》{PeriodNames.Of(period, language)}进展{dueOn.Month}月{dueOn.Day}日截止{(open > 0 ? $"，您单位还有{open}项未报" : "")}。请打开：{link} （{days}天内有效，只能用一次）",
        $"Hello {person}, reports on {PeriodNames.Of(period, language)} of {plan} are due on {Days.Full(dueOn, language)}{(open > 0 ? $"; your unit still has {open} to send" : "")}. Please open {link} (valid for {days} days, once)");

    private static string Line(ReachRow row, TimeZoneInfo zone, Language language)
    {
        var at = row.LastAt is { } last ? language.In($"{Days.Moment(last, zone)}的", $" of {Days.Moment(last, zone)}") : language.In("最近一条", "");
        if (row.PersonName is null)
            return language.In($"{row.UnitName}：没有登记联络员，请登记一位。", $"{row.UnitName}: no contact is registered; please name one.");
        var who = language.In($"{row.UnitName}（{row.PersonName}{Phone(row)}）", $"{row.UnitName} ({row.PersonName}{Phone(row)})");
        return who + row switch
        {
            { HasIdentity: false } => language.In("：还没有绑定任何聊天账号，请发邀请。", ": not bound to any chat account; please invite."),
            { Failure: { } failure } => language.In($"：{at}消息没有送达（{Why(failure, language)}），{Remedy(failure, language)}。", $": the last message{at} was not delivered ({Why(failure, language)}); {Remedy(failure, language)}."),
            { HasOpened: true, UnseenSince: { } since } => language.In($"：{Days.Moment(since, zone)}发出的消息还没看到，一直没打开页面，请提醒其打开。", $": has not opened the page since the message of {Days.Moment(since, zone)}; please ask them to."),
            _ => language.In("：从未打开过会话，请提醒其打开，或发邀请。", ": has never opened the conversation; please ask them to, or invite."),
        };
    }

    /// <summary>Why in a few words, for a table.</summary>
    public static string Reason(ReachRow row, Language language) => row switch
    {
        { HasIdentity: false } => language.In("没有绑定聊天账号", "bound to no chat account"),
        { Failure: { } failure } => Why(failure, language),
        { HasOpened: true } => language.In("消息一直没看", "has not looked since the last message"),
        _ => language.In("从未打开过会话", "never opened the conversation"),
    };

    /// <summary>What helps against it.</summary>
    private static string Remedy(string outcome, Language language) => true switch
    {
        _ when outcome.Contains("blocked", StringComparison.Ordinal) => language.In("请对方在Teams里解除对机器人的屏蔽，或电话联系", "ask them to unblock the bot in Teams, or phone"),
        _ when outcome.Contains("uninstalled", StringComparison.Ordinal) => language.In("请对方重新安装应用，或重新邀请", "ask them to install the app again, or invite"),
        _ when outcome.Contains("conversation gone", StringComparison.Ordinal) || outcome.Contains("never met", StringComparison.Ordinal) => language.In("请对方打开应用说一句话，或重新邀请", "ask them to open the app and say a word, or invite again"),
        _ when outcome.Contains("mail", StringComparison.Ordinal) => language.In("请核对邮箱地址", "check the e-mail address"),
        _ => language.In("请电话联系或重新邀请", "please phone, or invite again"),
    };

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
        "mail" => language.In("邮件", "e-mail"),
        _ => channel,
    };
}
