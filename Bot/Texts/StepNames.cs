using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Steps of the ladder in words.</summary>
public static class StepNames
{
    /// <summary>截止日前2个工作日14:00; two working days before the due day at 14:00.</summary>
    public static string Of(ReminderStepOptions step, Language language) => Day(step, language) + language.In("", " at ") + Clock(step.Time);

    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Audience(StepAudience reaches, Language language)
    {
        var names = new List<string>();
        foreach (var (one, chinese, english) in Audiences)
        {
            if (reaches.HasFlag(one))
                names.Add(language.In(chinese, english));
        }
        return string.Join(language.In("、", ", "), names);
    }

    public static string Kind(ReminderStepOptions step, Language language) => step.Kind switch
    {
        ReminderKind.Escalation => language.In("逾期升级", "escalation"),
        ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest => language.In("每日情况", "digest"),
        _ => language.In("提醒", "reminder"),
    };

    /// <summary>Before the people, in Chinese: 提醒联络员, 逾期升级提醒单位负责人, 每日情况发给管理员.</summary>
    public static string KindTo(ReminderStepOptions step) => step.Kind switch
    {
        ReminderKind.Escalation => "逾期升级提醒", ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest => "每日情况发给", _ => "提醒",
    };

    public static string Channel(string channel, Language language) => channel switch
    {
        "msteams" => "Teams", "dingtalk" => language.In("钉钉", "DingTalk"), "mail" => language.In("邮件", "e-mail"), _ => language.In("网页", "the browser"),
    };

    /// <summary>What belongs to the step beside its moment and its audience; empty most of the time.</summary>
    public static string Rest(ReminderStepOptions step, Language language) =>
        (step.Channel is { } channel ? language.In($"，优先用{Channel(channel, language)}", $", {Channel(channel, language)} first") : "")
        + ((language == Language.English ? step.OpeningEn ?? step.OpeningZh : step.OpeningZh ?? step.OpeningEn) is { } own ? language.In($"，开头写“{TaskNames.Cut(own, 60)}”", $", beginning \"{TaskNames.Cut(own, 60)}\"") : "");

    private static readonly (StepAudience One, string Chinese, string English)[] Audiences =
    [
        (StepAudience.Contacts, "联络员", "contacts"), (StepAudience.Backups, "备用联络员", "backups"), (StepAudience.UnitLeaders, "单位负责人", "unit leaders"),
        (StepAudience.Coordinators, "管理员", "coordinators"), (StepAudience.Leaders, "分管领导", "leaders"),
    ];

    private static string Day(ReminderStepOptions step, Language language)
    {
        if (step.Until is { } until)
            return language.In(
                $"{(step.WorkingDays < 0 ? $"截止日前{-step.WorkingDays}" : $"截止日后第{step.WorkingDays}")}个工作日起至第{until}个工作日{(step.Every == 1 ? "每个工作日" : $"每{step.Every}个工作日")}",
                $"{(step.Every == 1 ? "every working day" : $"every {step.Every} working days")} from {Away(step.WorkingDays)} the due day to {Away(until)} it");
        return (step.Anchor, step.WorkingDays) switch
        {
            (StepAnchor.Due, 0) => language.In("截止日", "the due day"),
            (StepAnchor.Due, < 0) => language.In($"截止日前{-step.WorkingDays}个工作日", $"{Away(step.WorkingDays)} the due day"),
            (StepAnchor.Due, _) => language.In($"截止日后{step.WorkingDays}个工作日", $"{Away(step.WorkingDays)} the due day"),
            (_, 0) => language.In("期末最后一个工作日", "the last working day of the period"),
            (_, < 0) => language.In($"期末前{-step.WorkingDays}个工作日", $"{Away(step.WorkingDays)} the end of the period"),
            _ => language.In($"期末后第{step.WorkingDays}个工作日", $"{Away(step.WorkingDays)} the end of the period"),
        };
    }

    private static string Away(int days) => $"{Math.Abs(days)} working day{(Math.Abs(days) == 1 ? "" : "s")} {(days < 0 ? "before" : "after")}";
}
