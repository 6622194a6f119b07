using System.Text;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Words of everything PlanBot sends of its own accord: steps, escalations, digests and urgings.</summary>
public static class ReminderTexts
{
    /// <summary>One message that lists all that is open, and offers the next step.</summary>
    public static Reply Write(ReminderContent content)
    {
        var language = Languages.Parse(content.Language);
        if (content.Letter is { } letter)
            return LetterTexts.Write(letter, content.To, language);
        return content.Kind switch
        {
            ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest => DigestTexts.Write(content, language),
            ReminderKind.Escalation when content.To.Contacts.Count == 0 => DigestTexts.Write(content, language),
            _ => WriteToUnit(content, language),
        };
    }

    private static Reply WriteToUnit(ReminderContent content, Language language)
    {
        var isUnitLeader = content.To.Contacts.Count > 0 && content.To.Contacts.All(contact => contact.Kind == ContactKind.UnitLeader);
        var text = new StringBuilder();
        text.Append(language.In($"{content.To.Name}，您好！", $"Hello {content.To.Name}. ")).Append(Opening(content, language));
        foreach (var plan in content.Plans)
            AppendPlan(text, plan, language);
        text.Append("\n\n").Append(isUnitLeader
            ? language.In("烦请督促联络员尽快报送；如有困难，请与牵头部门联系。", "Please ask your contact to report soon; if something stands in the way, the coordinating office will help.")
            : language.In(
                "直接回复本消息即可填报，可一次写完各项，例如“第一项：进展：…… 问题：…… 成效：…… 下一步：……”；也可以点“立即填报”，由我逐项询问。",
                "Simply answer this message, all tasks at once if you like, e.g. \"Task 1: Progress: ... Problems: ... Results: ... Next steps: ...\"; or press \"Report now\" and I will ask."));
        return new Reply(text.ToString()) { Buttons = isUnitLeader ? [MyTasks(language)] : [.. ReportButtons(language)] };
    }

    private static void AppendPlan(StringBuilder text, PlanReminder plan, Language language)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(plan.Plan.TimeZone);
        text.Append("\n\n").Append(language.In($"《{plan.Plan.Title}》", plan.Plan.Title));
        text.Append('\n').Append(PeriodNames.Of(plan.Period, language)).Append(language.In("，截止日期：", ", due "))
            .Append(Days.Due(plan.DueOn, plan.DueAt, plan.IsProvisional, zone, language));
        foreach (var unit in plan.Items.GroupBy(item => item.UnitName))
        {
            text.Append('\n').Append(language.In($"{unit.Key}待报{unit.Count()}项：", $"{unit.Key}, {Plural(unit.Count(), "task")} to report:"));
            foreach (var item in unit)
                text.Append('\n').Append(TaskNames.Full(item.UnitTaskOrdinal, item.TaskTitle, item.TaskText, language)).Append(Remark(item, plan, language));
        }
    }

    /// <summary>What sets this task apart from the others of the list; mostly nothing.</summary>
    private static string Remark(ReminderItem item, PlanReminder plan, Language language)
    {
        var remarks = new List<string>();
        if (item.State == ObligationState.Returned)
            remarks.Add(language.In("已退回，请修改后重报", "returned, please revise"));
        if (item.State == ObligationState.Draft)
            remarks.Add(language.In("已有草稿，尚未报送", "draft kept, not yet reported"));
        if (item.DueOn != plan.DueOn)
            remarks.Add(language.In($"截止日期：{Days.Full(item.DueOn, language)}", $"due {Days.Full(item.DueOn, language)}"));
        return remarks.Count == 0 ? "" : language.In($"（{string.Join("；", remarks)}）", $" ({string.Join("; ", remarks)})");
    }

    /// <summary>The courteous first sentence: what time it is on the way to the due date, firmer as it passes.</summary>
    private static string Opening(ReminderContent content, Language language)
    {
        var first = content.Plans[0];
        var zone = TimeZoneInfo.FindSystemTimeZoneById(first.Plan.TimeZone);
        var today = Days.DayOf(content.At, zone);
        var period = PeriodNames.Of(first.Period, language);
        var isAfternoon = TimeZoneInfo.ConvertTime(content.At, zone).Hour >= 12;
        if (content.Kind == ReminderKind.Urging)
            return language.In($"牵头部门请您尽快报送{period}工作进展，感谢配合。", $"The coordinating office asks for your report on {period}. Thank you.");
        if (content.Kind == ReminderKind.Escalation)
            return language.In(
                $"{period}工作进展已逾期数个工作日，仍有以下事项未收到，现一并告知联络员及有关负责同志，请尽快报送。",
                $"The report on {period} has been overdue for several working days. This message goes to the contacts and those in charge; please report soon.");
        if (content.Plans.Any(plan => plan.Items.Any(item => item.IsOverdue)))
            return language.In($"{period}工作进展的报送期限已过，以下事项尚未收到，请尽快补报。", $"The report on {period} is overdue; we are still waiting for the following. Please report as soon as you can.");
        if (today >= first.DueOn)
            return isAfternoon
                ? language.In($"今天就要截止了，{period}还有以下事项没有收到，烦请今天内报送。", $"Today is the last day for {period} and the following is still missing. Please report before the day ends.")
                : language.In($"今天是{period}工作进展报送的截止日，烦请今天内报送。", $"The report on {period} is due today. Please report before the day ends.");
        if (today <= first.Period.LastDay)
            return language.In($"{period}即将结束，请提前准备工作进展报送。现在就可以填报。", $"{period} is drawing to a close. You can report on it from now on.");
        return today.AddDays(1) >= first.DueOn
            ? language.In($"{period}工作进展明天就要截止，烦请及时报送。", $"The report on {period} is due tomorrow. Please remember to send it.")
            : language.In($"{period}工作进展已开始报送，烦请在截止日期前完成。", $"Reports on {period} are being collected. Please send yours by the due date.");
    }

    private static IEnumerable<ReplyButton> ReportButtons(Language language) =>
        [new(language.In("立即填报", "Report now"), language.In("立即填报", "Report now")), MyTasks(language), new(language.In("填报表单", "Form"), language.In("填报表单", "Report form"))];

    private static ReplyButton MyTasks(Language language) => new(language.In("我的任务", "My tasks"), language.In("我的任务", "My tasks"));

    internal static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
