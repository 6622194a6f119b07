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
            ReminderKind.Step or ReminderKind.Escalation when content.To.Contacts.Count == 0 => DigestTexts.Write(content, language),
            _ => WriteToUnit(content, language),
        };
    }

    private static Reply WriteToUnit(ReminderContent content, Language language)
    {
        var isUnitLeader = content.To.Contacts.Count > 0 && content.To.Contacts.All(contact => contact.Kind == ContactKind.UnitLeader);
        var opening = language.In($"{content.To.Name}，您好！", $"Hello {content.To.Name}. ") + Opening(content, language) + (content.Note is { } note ? language.In($"\n牵头部门留言：“{note}”", $"\nFrom the coordinating office: \"{note}\"") : "");
        var groups = content.Plans.SelectMany(plan => Groups(plan, language)).ToList();
        var how = isUnitLeader
            ? language.In("烦请督促联络员尽快报送；如有困难，请与牵头部门联系。", "Please ask your contact to report soon; if something stands in the way, the coordinating office will help.")
            : language.In(
                "直接回复本消息即可填报，可一次写完各项，例如“第一项：进展：…… 问题：…… 成效：…… 下一步：……”；也可以点“立即填报”，由我逐项询问。",
                "Simply answer this message, all tasks at once if you like, e.g. \"Task 1: Progress: ... Problems: ... Results: ... Next steps: ...\"; or press \"Report now\" and I will ask.");
        var text = new StringBuilder(opening);
        foreach (var group in groups)
        {
            text.Append(group.IsFirst ? $"\n\n{group.Plan}\n{group.Due}" : "").Append('\n').Append(group.Heading);
            foreach (var row in group.Rows)
                text.Append('\n').Append(row.Text).Append(row.Aside is null ? "" : language.In($"（{row.Aside}）", $" ({row.Aside})"));
        }
        text.Append("\n\n").Append(how);
        var reply = new Reply(text.ToString()) { Buttons = isUnitLeader ? [Buttons.MyTasks(language)] : [Buttons.ReportNow(language), Buttons.MyTasks(language), Buttons.Form(language), AcknowledgeTexts.Button(language)] };
        return groups.Count == 0 ? reply : reply with { Card = CardOf(reply, content, opening, groups, how, language) };
    }

    private static IEnumerable<UnitTasks> Groups(PlanReminder plan, Language language)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(plan.Plan.TimeZone);
        var due = PeriodNames.Of(plan.Period, language) + language.In("，截止日期：", ", due ") + Days.Due(plan.DueOn, plan.DueAt, plan.IsProvisional, zone, language);
        return plan.Items.GroupBy(item => item.UnitName).Select((unit, index) => new UnitTasks(
            language.In($"《{plan.Plan.Title}》", plan.Plan.Title), due, index == 0,
            language.In($"{unit.Key}待报{unit.Count()}项：", $"{unit.Key}, {Plural(unit.Count(), "task")} to report:"),
            [.. unit.Select(item => new CardRow(TaskNames.Full(item.UnitTaskOrdinal, item.TaskTitle, item.TaskText, language)) { Aside = Remark(item, plan, language) })]));
    }

    private static CardContent CardOf(Reply reply, ReminderContent content, string opening, IReadOnlyList<UnitTasks> groups, string how, Language language)
    {
        var about = new CardSubject(CardSubjectKind.Reminder, string.Join(',', content.Plans.Select(plan => $"{plan.Plan.Id}/{plan.Period}")));
        var isOneOnly = content.Plans.Count == 1;
        IReadOnlyList<ReplyButton> ofAct = [Buttons.ReportNow(language), Buttons.Form(language)];
        var buttons = reply.Buttons.OrderBy(button => ofAct.Contains(button) ? 0 : 1).Select(button => ofAct.Contains(button)
            ? CardButton.Of(button) with { Style = button == ofAct[0] ? CardButtonStyle.Main : CardButtonStyle.Plain }
            : CardButton.Asking(button));
        return new(CardLayout.Text, reply.Text, about)
        {
            Title = isOneOnly ? groups[0].Due : language.In("待报事项", "To report"),
            Lead = opening,
            Groups = [.. groups.Select(group => new CardGroup(isOneOnly ? group.Heading : $"{group.Plan}\n{group.Due}\n{group.Heading}", group.Rows) { Note = isOneOnly && group.IsFirst ? group.Plan : null })],
            Hint = how,
            Buttons = reply.Buttons.Count < 2 ? [.. buttons] : [.. buttons.Take(2), CardButton.Of(Later(content, language)), .. buttons.Skip(2)],
        };
    }

    /// <summary>A reminder put off: to the next morning, on the due day itself by hours.</summary>
    private static ReplyButton Later(ReminderContent content, Language language)
    {
        var plan = content.Plans[0];
        return Days.DayOf(content.At, TimeZoneInfo.FindSystemTimeZoneById(plan.Plan.TimeZone)) == plan.DueOn
            ? new(language.In("2小时后提醒", "In 2 hours"), language.In("两小时后再提醒我", "Remind me in two hours"))
            : new(language.In("明早提醒", "Tomorrow"), language.In("明天上午再提醒我", "Remind me tomorrow morning"));
    }

    /// <summary>What sets this task apart from the others of the list; null most of the time.</summary>
    private static string? Remark(ReminderItem item, PlanReminder plan, Language language)
    {
        var remarks = new List<string>();
        if (item.State == ObligationState.Returned)
            remarks.Add(language.In("已退回，请修改后重报", "returned, please revise"));
        if (item.State == ObligationState.Draft)
            remarks.Add(language.In("已有草稿，尚未报送", "draft kept, not yet reported"));
        if (item.DueOn != plan.DueOn)
            remarks.Add(language.In($"截止日期：{Days.Full(item.DueOn, language)}", $"due {Days.Full(item.DueOn, language)}"));
        return remarks.Count == 0 ? null : string.Join(language.In("；", "; "), remarks);
    }

    /// <summary>The courteous first sentence: what time it is on the way to the due date, firmer as it passes.</summary>
    private static string Opening(ReminderContent content, Language language)
    {
        if (content.Opening is { } own)
            return own;
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
        // On the Saturday or the Friday before a Monday: what lies between is the weekend.
        var daysBetween = first.DueOn.DayNumber - today.DayNumber - 1;
        if (daysBetween > 0 && Enumerable.Range(1, daysBetween).All(day => today.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday))
            return language.In($"{period}工作进展{Days.Readable(first.DueOn, language)}就要截止，烦请及时报送。", $"The report on {period} is due on {Days.Readable(first.DueOn, language)}, the next working day. Please remember to send it.");
        return today.AddDays(1) >= first.DueOn
            ? language.In($"{period}工作进展明天就要截止，烦请及时报送。", $"The report on {period} is due tomorrow. Please remember to send it.")
            : language.In($"{period}工作进展已开始报送，烦请在截止日期前完成。", $"Reports on {period} are being collected. Please send yours by the due date.");
    }

    internal static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>What one unit still owes; with the plan and the due date before the first unit of each plan.</summary>
    private sealed record UnitTasks(string Plan, string Due, bool IsFirst, string Heading, IReadOnlyList<CardRow> Rows);
}
