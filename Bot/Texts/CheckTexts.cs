using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>What <c>planbot check</c> says of a ledger, Chinese then English.</summary>
public static class CheckTexts
{
    public static string AllIsWell(LedgerCounts counts) =>
        $"账目一致：{counts.Plans} 个计划、{counts.Periods} 个报告期、{counts.Obligations} 项应报、{counts.Reports} 份报送、{counts.Reminders} 条提醒。 "
        + $"All is consistent: {counts.Plans} plans, {counts.Periods} periods, {counts.Obligations} obligations, {counts.Reports} reports, {counts.Reminders} reminders.";

    public static string Violation(string rule, string id, string detail)
    {
        var (chinese, english) = Explain(rule);
        var particulars = detail.Length == 0 ? "" : $" ({detail})";
        return $"[{rule}] {chinese} {english}: {id}{particulars}";
    }

    /// <param name="shown">Violations told of one rule at most.</param>
    public static string Remedy(int shown) =>
        $"以上每类最多列 {shown} 条。请勿手工改库：先备份，再用最近一次一致的备份恢复，并把本清单交给维护人员。 "
        + $"Up to {shown} of each kind are listed. Do not mend the tables by hand: keep a copy, restore the latest backup that is consistent, and pass this list on.";

    /// <summary>A rule in words.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public static (string Chinese, string English) Explain(string rule) => rule switch
    {
        "versions" => ("应报事项的版本数与报送不符", "an obligation's version does not agree with its reports"),
        "state" => ("应报事项的状态与报送不符", "an obligation's state does not agree with its reports"),
        "submitted-at" => ("报送时间没有对应的报送", "an obligation was submitted at an instant that no report has"),
        "sections" => ("报送缺少栏目", "a report lacks a section"),
        "drafts" => ("草稿与状态不符", "a draft does not agree with its obligation"),
        "assignments" => ("应报事项与分工不符", "an obligation does not agree with its assignment"),
        "due-dates" => ("应报事项与报告期的截止日期不同", "an obligation is due on another day than its period"),
        "periods" => ("报告期没有应报事项", "a period was opened without its obligations"),
        "import-audit" => ("计划的导入记录不是恰好一条", "a plan has not exactly one import in the audit"),
        "report-audit" => ("报送没有恰好一条审计记录", "a report has not exactly one row in the audit"),
        "audited-report" => ("审计记录没有对应的报送", "the audit tells of a report that is not there"),
        "reminder-twice" => ("同一提醒有两条", "a reminder is there twice"),
        "reminder-state" => ("提醒的状态缺少时间或原因", "a reminder's state lacks its instant or reason"),
        "message" => ("一条消息发给了几个人", "a message belongs to several people"),
        "reminder-shown" => ("已发送的提醒不在对话里", "a reminder counts as sent and does not stand in the conversation"),
        "shown-unsent" => ("对话里的提醒被记为未发送", "a reminder stands in the conversation and counts as not sent"),
        "chat" => ("对话的序号有缺", "a conversation's numbers have a gap"),
        "half-imported" => ("计划的任务或单位与导入记录不符", "a plan has not the tasks or units that were imported"),
        "due-out-of-reach" => ("截止日期远在日历之外，无法提醒", "a due day that no calendar reaches, so that nobody can be reminded of it"),
        "lost-step" => ("联络员缺少中间一次提醒", "a person lacks a step in the middle of the ladder"),
        "stuck" => ("消息早该发出，既没有发，也没有记下原因", "a message was to leave more than an hour ago and has neither left nor been recorded as why not"),
        "outside-hours" => ("在非工作时间发出了消息", "a message of the program's own accord went out outside working hours"),
        "not-reminded" => ("联络员没有收到最近一次提醒", "a person who owes has no row for the latest step"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
    };
}
