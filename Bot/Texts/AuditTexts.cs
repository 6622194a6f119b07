using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>The audit trail in words: when, who, by which way, what.</summary>
public static class AuditTexts
{
    public const int PageSize = 10;

    /// <summary>Characters shown of a reason or a text.</summary>
    private const int Longest = 60;

    /// <summary>Actions that have words.</summary>
    internal static IReadOnlyCollection<string> KnownActions => Actions.Keys;

    /// <summary>Actions in words. One that is missing here is shown under its own name: nothing is ever left out of the trail.</summary>
    private static readonly Dictionary<string, (string Chinese, string English)> Actions = new()
    {
        ["submit-report"] = ("报送", "filed the report"), ["withdraw-report"] = ("撤回报送", "withdrew the report"), ["import-plan"] = ("导入计划", "imported the plan"), ["fill-period"] = ("补上没有牵头单位的任务的应报事项", "asked for reports on tasks without a lead"), ["change-plan"] = ("按更正的通知调整计划", "changed the plan by a corrected notice"), ["rename-unit"] = ("登记单位更名", "renamed the unit"),
        ["add-alias"] = ("登记单位别名", "noted another name of the unit"), ["link-task"] = ("关联上下级任务", "linked a task to the plan above"), ["unlink-task"] = ("解除上下级任务关联", "took back the link of a task"), ["undo-withdraw-report"] = ("撤销：撤回报送", "undid a withdrawal"),
        ["urge"] = ("催办", "urged"), ["sign-in"] = ("用登录链接登录", "signed in with a link"), ["add-coordinator"] = ("添加管理员", "added the coordinator"),
        ["recompute-due-date"] = ("按新的放假安排重新计算截止日期", "recomputed the due date from new holidays"),
        ["extend-due"] = ("延期", "extended"), ["return-report"] = ("退回", "returned the report"), ["accept-report"] = ("审核通过", "accepted the report"),
        ["waive-report"] = ("免报", "waived the report"), ["sign-off-report"] = ("签批", "signed off the report"), ["require-sign-off"] = ("改变签批要求", "changed whether reports need a sign-off"),
        ["undo-extend-due"] = ("撤销：延期", "undid an extension of"), ["undo-return-report"] = ("撤销：退回", "undid the return of"), ["undo-accept-report"] = ("撤销：审核通过", "undid the acceptance of"),
        ["undo-waive-report"] = ("撤销：免报", "undid the waiver of"), ["undo-sign-off-report"] = ("撤销：签批", "undid the sign-off of"),
        ["ask-extension"] = ("申请延期", "asked for an extension"), ["ask-not-ours"] = ("提出任务不归本单位", "said that a task is not theirs"),
        ["grant-request"] = ("同意申请", "granted a request"), ["decline-request"] = ("未同意申请", "declined a request"), ["snooze"] = ("推迟提醒", "asked to be reminded later"), ["end-snooze"] = ("撤销推迟提醒", "took back the wish to be reminded later"),
        ["add-person"] = ("登记人员", "registered"), ["change-person"] = ("变更人员", "changed the entry of"), ["invite"] = ("发出邀请", "invited"), ["undo-invite"] = ("撤销邀请", "took back the invitation of"),
        ["bind"] = ("绑定账号", "bound an account of"), ["claim"] = ("申请认领单位", "claimed a unit"),
        ["broadcast"] = ("群发通知", "sent a notice to all"), ["recall-broadcast"] = ("撤回未发出的通知", "recalled a notice"), ["undo-urge"] = ("撤回未发出的催办", "took back an urging"),
        ["take-back-request"] = ("撤回自己的申请", "took back their request"), ["ask-handover"] = ("申请交接", "asked to hand over"), ["ask-details"] = ("申请变更联络方式", "asked to change their contact details"),
        ["change-details"] = ("变更联络方式", "changed the contact details of"), ["change-contact"] = ("更换联络员", "changed the contact of"), ["undo-change-contact"] = ("撤销：更换联络员", "undid the change of contact of"),
        ["undo-grant-request"] = ("撤销：同意申请", "took back the granting of a request"), ["undo-decline-request"] = ("撤销：未同意申请", "took back the declining of a request"),
        ["add-evidence"] = ("上传佐证材料", "attached a file to"), ["give-reason"] = ("补记理由", "added a reason for"),
        ["follow-problem"] = ("问题继续跟踪", "decided to follow a problem of"), ["close-problem"] = ("问题销号", "marked as solved a problem of"),
        ["undo-follow-problem"] = ("撤销：问题继续跟踪", "no longer follows a problem of"), ["undo-close-problem"] = ("撤销：问题销号", "no longer takes for solved a problem of"),
        ["close-period"] = ("关闭报告期", "closed the period"), ["keep-absence"] = ("登记休假", "kept as away"), ["end-absence"] = ("结束休假登记", "ended the absence of"),
        ["change-ladder"] = ("修改提醒节点", "changed the reminder steps"), ["undo-change-ladder"] = ("撤销：修改提醒节点", "undid a change of the reminder steps"),
        ["hold-step"] = ("压住提醒", "held a reminder"), ["undo-hold-step"] = ("撤销：压住提醒", "no longer holds a reminder"), ["release-step"] = ("放行提醒", "released a reminder"), ["undo-release-step"] = ("撤销：放行提醒", "holds a reminder again"),
        ["recall-step"] = ("撤回提醒", "recalled a reminder"), ["undo-recall-step"] = ("撤销：撤回提醒", "undid the recall of a reminder"), ["send-step-now"] = ("提前发送提醒", "sent a reminder ahead of time"),
        ["confirm-escalation"] = ("确认升级", "confirmed an escalation"), ["decline-escalation"] = ("不升级", "declined an escalation"), ["undo-decline-escalation"] = ("撤销：不升级", "undid declining an escalation"),
        ["add-token"] = ("生成接口令牌", "made a token for"), ["revoke-token"] = ("吊销接口令牌", "revoked the token of"), ["add-webhook"] = ("登记接收地址", "registered a webhook"), ["remove-webhook"] = ("移除接收地址", "removed a webhook"),
        ["pause-reminders"] = ("暂停提醒", "paused reminders"), ["resume-reminders"] = ("恢复提醒", "resumed reminders"),
    };

    private static readonly Dictionary<string, (string Chinese, string English)> Channels = new()
    {
        ["directline"] = ("网页", "browser"), ["msteams"] = ("Teams", "Teams"), ["dingtalk"] = ("钉钉", "DingTalk"), ["mail"] = ("邮件", "mail"), ["dashboard"] = ("看板", "dashboard"), ["command"] = ("命令行", "command line"), ["api"] = ("接口", "API"), ["job"] = ("自动", "automatic"),
    };

    /// <param name="units">Names, where only theirs is asked for.</param>
    /// <param name="lines">One more than a page when there are more.</param>
    /// <param name="isOwn">Only what the asker did.</param>
    /// <param name="days">Only what was done on these days; null for all.</param>
    public static string Trail(
        string? units, int? task, ReportingPeriod? period, IReadOnlyList<AuditLine> lines, int page, TimeZoneInfo zone, Language language, bool isOwn = false, (DateOnly From, DateOnly Until)? days = null)
    {
        var about = (isOwn ? language.In("您", "your own acts") : "") + (days is { } span ? language.In(Span(span, language), $"{(isOwn ? ", " : "")}{Span(span, language)}") : "") + (units ?? "") + (period is { } key ? language.In(PeriodNames.Of(key, language), $" {PeriodNames.Of(key, language)}") : "")
            + (task is { } ordinal ? language.In(TaskNames.Ordinal(ordinal, language), $" {TaskNames.Ordinal(ordinal, language)}") : "");
        if (lines.Count == 0)
            return page > 0 ? language.In("没有更早的操作记录了。", "There are no earlier records.") : language.In($"{about}还没有操作记录。", $"Nothing is on record{(about.Length > 0 ? $" for {about}" : "")} yet.");
        // Tasks that were dealt with together stand in their own order.
        var texts = lines.Take(PageSize).GroupBy(line => (line.At, line.Action, line.UnitName)).SelectMany(same => same.OrderBy(line => line.UnitTaskOrdinal)).Select(line => Line(line, zone, language))
            .Prepend(language.In($"{about}操作记录（最近的在前）：", $"Audit trail{(about.Length > 0 ? $" of {about}" : "")}, newest first:"));
        return string.Join('\n', lines.Count > PageSize ? texts.Append(language.In("更早的记录，请回复“下一页”。", "Say \"more\" for earlier records.")) : texts);
    }

    /// <summary>除了这个还动过别的没有, when everything was told already.</summary>
    public static string NothingBesides(string? units, int told, Language language) => told == 0
        ? language.In($"{units}没有操作记录。", $"Nothing is on record{(units is null ? "" : $" for {units}")}.")
        : language.In($"没有。除上面这{told}条外，{(units is null ? "" : $"对{units}")}没有别的操作记录。", $"No. Beside the {told} {(told == 1 ? "entry" : "entries")} above nothing else is on record{(units is null ? "" : $" for {units}")}.");

    /// <summary>One line of the trail.</summary>
    public static string Of(AuditLine line, TimeZoneInfo zone, Language language) => Line(line, zone, language);

    private static string Span((DateOnly From, DateOnly Until) days, Language language) =>
        days.From == days.Until ? $"{days.From:yyyy-MM-dd}" : language.In($"{days.From:yyyy-MM-dd}至{days.Until:yyyy-MM-dd}", $"{days.From:yyyy-MM-dd} to {days.Until:yyyy-MM-dd}");

    internal static string ChannelName(string channel, Language language) => Channels.TryGetValue(channel, out var known) ? language.In(known.Chinese, known.English) : channel;

    private static string Line(AuditLine line, TimeZoneInfo zone, Language language)
    {
        var channel = ChannelName(line.Channel, language);
        var who = line.PersonName ?? language.In("系统", "PlanBot");
        var what = Actions.TryGetValue(line.Action, out var action) ? language.In(action.Chinese, action.English) : language.In($"操作“{line.Action}”", line.Action);
        var about = AboutOf(line, language);
        var particulars = Particulars(line, language);
        return language.In(
            $"{Days.Moment(line.At, zone)} {who}（{channel}）{what}{(about.Length > 0 ? $"：{about}" : "")}{(particulars.Length > 0 ? $"，{particulars}" : "")}",
            $"{Days.Moment(line.At, zone)} {who} ({channel}) {what}{(about.Length > 0 ? $": {about}" : "")}{(particulars.Length > 0 ? $", {particulars}" : "")}");
    }

    private static string AboutOf(AuditLine line, Language language)
    {
        var period = line.Period is { } key ? PeriodNames.Of(key, language) : "";
        if (line.UnitTaskOrdinal > 0)
            return language.In($"{line.UnitName}{period}{TaskNames.Ordinal(line.UnitTaskOrdinal, language)}", $"{line.UnitName}, {period}, {TaskNames.Ordinal(line.UnitTaskOrdinal, language)}");
        return line.UnitName ?? line.SubjectName ?? (period.Length > 0 ? period : line.PlanTitle is { } title ? language.In($"《{title}》", title) : "");
    }

    /// <summary>What of the change is told in few words: version, dates, reason, how many were written to. The rest stays in the audit.</summary>
    private static string Particulars(AuditLine line, Language language)
    {
        using var before = Read(line.Before);
        using var after = Read(line.After);
        var parts = new List<string>();
        if (Text(after, "version") is { } version && version != "0")
            parts.Add(language.In($"第{version}版", $"version {version}"));
        if (Text(after, "dueOn") is { } due)
        {
            var old = Text(before, "dueOn");
            // What has not moved is not told.
            if (old is null)
                parts.Add(language.In($"截止日期{due}", $"due {due}"));
            else if (old != due)
                parts.Add(language.In($"截止日期由{old}改为{due}", $"due {old} moved to {due}"));
        }
        if (after?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("people", out var people))
            parts.Add(people.ValueKind == JsonValueKind.Array ? People(people.GetArrayLength(), language) : people.ValueKind == JsonValueKind.Number ? People(people.GetInt32(), language) : "");
        foreach (var name in new[] { "reason", "text" })
        {
            if (Text(after, name) is { Length: > 0 } text)
                parts.Add(language.In($"“{TaskNames.Cut(text.ReplaceLineEndings(" "), Longest)}”", $"\"{TaskNames.Cut(text.ReplaceLineEndings(" "), Longest)}\""));
        }
        return string.Join(language.In("，", ", "), parts.Where(part => part.Length > 0));
    }

    private static string People(int count, Language language) => language.In($"{count}人", count == 1 ? "1 person" : $"{count} people");

    /// <summary>Null when there is none, or none that can be read.</summary>
    private static JsonDocument? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonDocument? document, string name) =>
        document?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString() : null;
}
