using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Words of the pages about a unit, a task and a report, and of what is decided there.</summary>
public static class DeskReportTexts
{
    public static string Reports(Language language) => language.In("应报事项", "What is owed");
    public static string FiledAt(Language language) => language.In("报送时间", "Filed");
    public static string Contacts(Language language) => language.In("联络员", "Contacts");
    public static string NoContacts(Language language) => language.In("没有登记联络员，提醒发不到。", "No contact is registered, so no reminder arrives.");
    public static string ContactKind(ContactKind kind, Language language) => kind switch
    {
        Data.Model.ContactKind.Primary => language.In("联络员", "contact"), Data.Model.ContactKind.Backup => language.In("备用联络员", "backup"), _ => language.In("单位领导", "unit's leader"),
    };

    public static string OwesNothing(Language language) => language.In("本期没有应报事项。", "Nothing is owed in this period.");
    public static string History(Language language) => language.In("历次情况", "Over the periods");
    public static string FullText(Language language) => language.In("任务原文", "Full text");
    public static string Line(int line, Language language) => language.In($"通知第{line}行", $"line {line} of the notice");
    public static string Deadline(Language language) => language.In("完成时限", "Deadline");
    public static string Milestones(Language language) => language.In("节点", "Milestones");
    public static string Units(Language language) => language.In("承担单位", "Units");

    public static string Report(Language language) => language.In("报告内容", "Report");
    public static string NotReported(Language language) => language.In("尚未报送。", "Nothing has been reported yet.");
    public static string TakenBack(Language language) => language.In("报告已退回或撤回，尚未重新报送；以前的版本见下面。", "The report was returned or taken back and not filed again; earlier versions are below.");
    public static string FiledBy(string author, string moment, int version, Language language) =>
        language.In($"第{version}版，{author}，{moment}", $"Version {version}, {author}, {moment}");
    public static string Unchanged(Language language) => language.In("与上期报告一字不差", "word for word the last period's report");
    public static string Evidence(Language language) => language.In("佐证材料", "Evidence");
    public static string Versions(Language language) => language.In("版本与改动", "Versions and changes");
    public static string FirstVersion(Language language) => language.In("首次报送。", "First filed.");
    public static string NothingChanged(Language language) => language.In("内容没有改动。", "Nothing was changed.");
    public static string Added(Language language) => language.In("新增", "added");
    public static string Removed(Language language) => language.In("删去", "removed");
    public static string Trail(Language language) => language.In("办理记录", "What was done");

    public static string Held(Language language) => language.In("这件事刚有变化。您正在填写，所以没有替您刷新；请复制填好的内容，重新载入后再办理。", "This has just changed. You are filling in a form, so it was left as it is: copy what you have written, reload the page, then decide.");
    public static string Decide(Language language) => language.In("办理", "Decide");
    public static string Act(RulingKind kind, Language language) => kind switch
    {
        RulingKind.Accept => language.In("审核通过", "Accept"), RulingKind.Return => language.In("退回修改", "Return"),
        RulingKind.Extend => language.In("延期", "Extend"), _ => language.In("免报", "Waive"),
    };

    public static string ActNote(RulingKind kind, Language language) => kind switch
    {
        RulingKind.Accept => language.In("通过后单位不再修改，除非退回。", "Once accepted, the unit changes nothing unless it is returned."),
        RulingKind.Return => language.In("联络员会看到理由原话和新的截止日期。", "The contact reads your words and the new due date."),
        RulingKind.Extend => language.In("只改这一项的截止日期，联络员会收到通知。", "Moves the due date of this report only; the contact is told."),
        _ => language.In("本期不再要求报送这一项，理由记入台账。", "Nothing is owed on this task in the period; the reason is kept."),
    };

    public static string Reason(bool isNeeded, Language language) => isNeeded ? language.In("理由", "Reason") : language.In("理由（可不填）", "Reason (optional)");
    public static string NewDue(Language language) => language.In("新的截止日期", "New due date");
    public static string ReasonNeeded(Language language) => language.In("请写明理由。", "Please give a reason.");
    public static string ReasonTooLong(int longest, Language language) => language.In($"理由最多{longest}字，请压缩。", $"At most {longest} characters, please.");
    public static string DayNeeded(Language language) => language.In("请选择新的截止日期。", "Please choose the new due date.");

    public static string Done(RulingKind kind, string unit, Language language) => kind switch
    {
        RulingKind.Accept => language.In($"{unit}的报告已审核通过。", $"The report of {unit} was accepted."),
        RulingKind.Return => language.In($"已退回{unit}修改。", $"The report was returned to {unit}."),
        RulingKind.Extend => language.In($"已给{unit}延期。", $"The due date of {unit} was moved."),
        _ => language.In($"{unit}这一项已免报。", $"This report of {unit} was waived."),
    } + language.In("联络员会收到通知；要撤销，请在聊天里说“撤销”。", " The contact is told; to take it back, say \"undo\" in the chat.");

    /// <param name="last">What was done last, and by whom; null where that cannot be told.</param>
    public static string Overtaken(string? last, Language language) => language.In(
        $"这份报告在您打开之后有了变化，您的操作没有执行。{(last is null ? "" : $"最近一次：{last}。")}填写的内容还在下面，请核对后再办理。",
        $"This report has changed since you opened it, so nothing was done. {(last is null ? "" : $"Last: {last}. ")}What you typed is still below; please look again.");

    public static string Urge(Language language) => language.In("催办", "Urge");
    public static string UrgeTitle(string? unit, Language language) => unit is null ? language.In("催办逾期单位", "Urge the overdue units") : language.In($"催办{unit}", $"Urge {unit}");
    public static string UrgeWho(int people, Language language) => language.In($"将给以下{people}人各发一条催办消息：", people == 1 ? "This person will get one message:" : $"These {people} people will each get one message:");
    public static string UrgeNobody(Language language) => language.In("现在没有需要催办的人。", "There is nobody to urge at the moment.");
    public static string Cooling(Language language) => language.In("刚催过，暂不重复", "Urged a short while ago, left alone");
    public static string CoolUntil(string moment, Language language) => language.In($"{moment}后可以再催", $"again after {moment}");
    public static string Without(Language language) => language.In("没有联络员，发不到", "No contact, so nothing arrives");
    public static string Waits(string moment, Language language) => language.In($"现在不在工作时间，消息将在{moment}发出。", $"Outside working hours: the messages go out at {moment}.");
    public static string OpenTasks(int open, Language language) => language.In($"{open}项未报", open == 1 ? "1 open task" : $"{open} open tasks");
    public static string UrgeNow(Language language) => language.In("发出催办", "Send");
    public static string Urged(int people, Language language) => language.In($"已催办{people}人。", people == 1 ? "1 person was urged." : $"{people} people were urged.");
    public static string NobodyUrged(Language language) => language.In("没有发出催办：可能刚刚已经催过，或已全部报齐。", "Nobody was urged: they may have been a moment ago, or everything is in.");
    public static string Cancel(Language language) => language.In("取消", "Cancel");
}
