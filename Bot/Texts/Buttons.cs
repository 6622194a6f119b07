namespace PlanBot.Texts;

/// <summary>Buttons that several replies offer; pressing one says what could have been typed.</summary>
public static class Buttons
{
    public static ReplyButton Of(Language language, string chinese, string english) => new(language.In(chinese, english), language.In(chinese, english));

    public static ReplyButton WhoIsOverdue(Language language) => Of(language, "谁逾期了", "Who is overdue");
    public static ReplyButton WhoHasNotReported(Language language) => Of(language, "还有谁没报", "Who has not reported");
    public static ReplyButton Rate(Language language) => Of(language, "报送率", "Completion rate");
    public static ReplyButton Trend(Language language) => new(language.In("历次按时率", "Trend"), language.In("历次按时率", "How has the on-time rate developed"));
    public static ReplyButton Problems(Language language) => new(language.In("汇总问题", "Problems"), language.In("汇总各单位反映的问题", "Which problems were reported"));
    public static ReplyButton ProblemsLeft(Language language) => new(language.In("哪些问题还没解决", "Unresolved problems"), language.In("哪些问题还没解决", "Which problems are still unresolved"));
    public static ReplyButton Unreachable(Language language) => Of(language, "谁联系不上", "Who cannot be reached");
    public static ReplyButton NextReminders(Language language) => Of(language, "下一次提醒发给谁", "Preview reminders");
    public static ReplyButton UrgeAll(Language language) => new(language.In("催办", "Urge"), language.In("催办逾期单位", "Urge the overdue units"));
    public static ReplyButton ReportNow(Language language) => Of(language, "立即填报", "Report now");
    public static ReplyButton Form(Language language) => new(language.In("填报表单", "Form"), language.In("填报表单", "Report form"));
    public static ReplyButton MyTasks(Language language) => Of(language, "我的任务", "My tasks");
    public static ReplyButton MyReport(Language language) => new(language.In("我报了什么", "My report"), language.In("我报了什么", "What did I report"));
    public static ReplyButton Help(Language language) => Of(language, "帮助", "Help");
    public static ReplyButton Confirm(Language language) => Of(language, "确认", "Confirm");
    public static ReplyButton Cancel(Language language) => Of(language, "取消", "Cancel");
    public static ReplyButton More(Language language) => new(language.In("下一页", "More"), language.In("下一页", "More"));
    public static ReplyButton KeepDraft(Language language) => new(language.In("存草稿", "Keep draft"), language.In("存草稿", "Keep as draft"));
    public static ReplyButton None(Language language) => new(language.In("无", "None"), language.In("无", "None"));
    public static ReplyButton Task(int ordinal, Language language) => new(language.In($"第{Numerals.Chinese(ordinal)}项", $"Task {ordinal}"), language.In($"第{Numerals.Chinese(ordinal)}项", $"Task {ordinal}"));
}
