using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>How the state of a report is shown: a word, a sign that stands for it without any colour, and the name of its colours.</summary>
public sealed record StateLook(string Key, string Sign, string Word);

/// <summary>Words that all pages of the dashboard share.</summary>
public static class DeskTexts
{
    public static string Product(Language language) => language.In("任务报送看板", "PlanBot dashboard");
    public static string Skip(Language language) => language.In("跳到主要内容", "Skip to the main content");
    public static string Menu(Language language) => language.In("页面", "Pages");
    public static string Overview(Language language) => language.In("总览", "Overview");
    public static string SignOut(Language language) => language.In("退出", "Sign out");

    /// <summary>The other language, in its own words.</summary>
    public static string OtherLanguage(Language language) => language.In("English", "中文");

    public static string Plan(Language language) => language.In("计划", "Plan");
    public static string Period(Language language) => language.In("报告期", "Period");
    public static string Show(Language language) => language.In("查看", "Show");
    public static string Unit(Language language) => language.In("单位", "Unit");
    public static string State(Language language) => language.In("状态", "State");
    public static string Due(Language language) => language.In("截止日期", "Due");
    public static string Provisional(Language language) => language.In("暂定", "provisional");
    public static string Page(int page, int pages, Language language) => language.In($"第{page}页，共{pages}页", $"Page {page} of {pages}");
    public static string Earlier(Language language) => language.In("上一页", "Previous");
    public static string Later(Language language) => language.In("下一页", "Next");
    /// <summary>Names a table that scrolls, apart from the part of the page that it stands in.</summary>
    public static string TableOf(string name, Language language) => language.In($"{name}（表格，可滚动）", $"{name} (table, scrolls)");
    public static string Updated(Language language) => language.In("内容已更新", "Updated");
    public static string LiveLost(Language language) => language.In("实时更新已中断，正在重连", "Live updates are interrupted; reconnecting");

    public static string NoPlan(Language language) => language.In("还没有计划", "No plan yet");
    public static string NoPlanNote(bool runsPlan, Language language) => runsPlan
        ? language.In("导入第一份通知后，这里会显示报送情况。", "Once the first notice is imported, its reports are shown here.")
        : language.In("您的单位还没有需要报送的计划。", "Your unit has no plan to report on yet.");
    public static string NotBegun(Language language) => language.In("还没有开始的报告期", "No period has begun yet");
    public static string NotBegunNote(Language language) => language.In("报告期开始当天会生成应报事项，这里随即显示。", "What is owed is written on a period's first day and is shown here then.");

    public static string FirstPeriod(string period, Language language) => language.In($"首期是{period}。", $"The first one is {period}.");
    public static string Prepare(Language language) => language.In("现在可以准备的", "What can be prepared now");
    public static string PrepareContacts(Language language) => language.In("看看谁还没有联络员，发出邀请。", "See who has no contact yet, and invite.");
    public static string PrepareReminders(Language language) => language.In("看看首期什么时候提醒谁。", "See when the first period will remind whom.");
    public static string Tasks(Language language) => language.In("任务", "Tasks");
    public static string NotBegunYet(Language language) => language.In("计划还没有开始，以下是通知的分工。", "The plan has not begun; these are the parts that the notice gives.");
    public static string MoreOf(int more, Language language) => language.In($"，另有{more}个。", $" and {more} more.");

    /// <summary>A coordinator, a leader who may only look, or a contact.</summary>
    public static string Role(Person person, Language language) => person.IsCoordinator ? language.In("管理员", "Coordinator")
        : person.IsLeader ? language.In("分管领导 · 只读", "Leader · read only") : language.In("联络员 · 本单位", "Contact · own unit");

    public static StateLook Look(ObligationState state, DateTimeOffset dueAt, DateTimeOffset? submittedAt, DateTimeOffset now, Language language) => state switch
    {
        ObligationState.Waived => new("waived", "–", language.In("免报", "waived")),
        ObligationState.Returned when now < dueAt => new("returned", "↩", language.In("已退回，待重报", "returned")),
        ObligationState.AwaitingSignOff => new("waiting", "◐", language.In("待本单位领导审签", "awaiting sign-off")),
        _ when submittedAt >= dueAt => new("late", "△", state == ObligationState.Accepted ? language.In("逾期补报，已通过", "late, accepted") : language.In("逾期补报", "reported late")),
        ObligationState.Accepted => new("accepted", "✓✓", language.In("已通过", "accepted")),
        ObligationState.Submitted => new("done", "✓", language.In("已报", "reported")),
        _ when now >= dueAt => new("overdue", "!", language.In("逾期未报", "overdue")),
        ObligationState.Draft => new("draft", "✎", language.In("有草稿，未报", "draft, not reported")),
        _ => new("open", "○", language.In("未报，未到期", "open, not yet due")),
    };

    /// <summary>All looks, for the legend.</summary>
    public static IReadOnlyList<StateLook> Looks(Language language)
    {
        var (now, before, after) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(-1), DateTimeOffset.UnixEpoch.AddDays(1));
        return
        [
            Look(ObligationState.Submitted, after, before, now, language), Look(ObligationState.Accepted, after, before, now, language), Look(ObligationState.Submitted, before, now, now, language),
            Look(ObligationState.AwaitingSignOff, after, before, now, language), Look(ObligationState.Pending, before, null, now, language), Look(ObligationState.Pending, after, null, now, language),
            Look(ObligationState.Draft, after, null, now, language), Look(ObligationState.Returned, after, null, now, language), Look(ObligationState.Waived, after, null, now, language),
        ];
    }
}

/// <summary>Words of the overview.</summary>
public static class DeskOverviewTexts
{
    public static string Progress(Language language) => language.In("本期进度", "Progress");
    public static string InTime(Language language) => language.In("按时已报", "In time");
    public static string Late(Language language) => language.In("逾期补报", "Late");
    public static string Overdue(Language language) => language.In("逾期未报", "Overdue");
    public static string Open(Language language) => language.In("未报未到期", "Open");
    public static string Waived(int count, Language language) => language.In($"另有免报{count}项", $"{count} waived besides");
    public static string Reported(int reported, int owed, Language language) => language.In($"已报 {reported} / {owed}", $"{reported} of {owed} reported");
    public static string RingTable(Language language) => language.In("各状态项数", "Tasks by state");
    public static string AsTable(Language language) => language.In("数据表", "As a table");

    /// <summary>How long there is, and how many days are worked until then, today among them as in chat.</summary>
    public static string Left(int days, int workingDays, Language language) => days switch
    {
        > 0 => language.In($"距截止还有{days}天（含今天在内{workingDays}个工作日）", $"{Days(days)} left ({WorkingDays(workingDays)}, today included)"),
        0 => language.In("今天截止", "Due today"),
        _ => language.In($"已过截止{-days}天（{-workingDays}个工作日）", $"{Days(-days)} past due ({WorkingDays(-workingDays)})"),
    };

    public static string Why(Language language) => language.In("这个日期是怎么算出来的", "How this date came about");
    public static string ProvisionalNote(Language language) => language.In(
        "截止日期为暂定：该年度放假安排尚未载入，仅按周末推算。载入后会自动重算并告知。", "The due date is provisional: that year's holidays are not loaded, only weekends were left out. It is worked out again once they are.");

    public static string Problems(Language language) => language.In("需要协调的问题", "Problems to co-ordinate");
    public static string NoProblems(Language language) => language.In("还没有单位反映问题。", "No unit has reported a problem.");
    public static string MoreProblems(int more, Language language) => language.In($"还有{more}项，见各单位报告或导出的汇总。", $"{more} more: see the units' reports or the exported summary.");
    public static string Again(Language language) => language.In("上期也反映过", "also last period");
    public static string Followed(Language language) => language.In("跟踪中", "followed");

    public static string OverdueList(Language language) => language.In("逾期单位", "Overdue units");
    public static string NobodyOverdue(bool isDue, Language language) => isDue ? language.In("没有逾期的单位。", "Nobody is overdue.") : language.In("还没有到期，没有逾期的单位。", "Nothing is due yet, so nobody is overdue.");
    public static string OverdueOf(int overdue, int owed, Language language) => language.In($"逾期 {overdue} / 应报 {owed}", $"{overdue} of {owed} overdue");
    public static string Urge(Language language) => language.In("催办", "Urge");
    public static string UrgeUnit(string unit, Language language) => language.In($"催办{unit}", $"Urge {unit}");
    public static string UrgeAll(Language language) => language.In("催办全部逾期单位", "Urge all overdue units");
    public static string MoreUnits(int more, Language language) => language.In($"另有{more}个单位，见下面的分布表。", $"{more} more units: see the map below.");

    public static string Latest(Language language) => language.In("最新报送", "Latest reports");
    public static string NothingYet(Language language) => language.In("本期还没有收到报送。", "Nothing has come in for this period yet.");
    public static string Version(int version, Language language) => language.In($"第{version}版", $"version {version}");

    public static string Heat(Language language) => language.In("单位与任务分布", "Units and tasks");
    public static string HeatNote(Language language) => language.In("每行一个单位，每列一项任务；空白表示该单位不承担这项任务。点格子看报告；列多了可左右滑动。", "A row for each unit, a column for each task; blank where the unit has no share. Open a cell for its report; scroll sideways for more tasks.");
    public static string Legend(Language language) => language.In("图例", "Legend");
    public static string Complete(Language language) => language.In("已报 / 应报", "Reported");

    public static string Trend(Language language) => language.In("按时率与完成率", "On time and complete");
    public static string OnTimeRate(Language language) => language.In("按时率", "On time");
    public static string CompleteRate(Language language) => language.In("完成率", "Complete");
    public static string Owed(Language language) => language.In("应报", "Owed");

    public static string Export(Language language) => language.In("导出汇总", "Export");

    /// <summary>What people call the kind of file.</summary>
    public static string FormatName(string format) => format switch { "Docx" => "Word", "Xlsx" => "Excel", _ => format.ToUpperInvariant() };

    public static string WordByTask(Language language) => language.In("Word（按任务）", "Word, by task");

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string WorkingDays(int days) => days == 1 ? "1 working day" : $"{days} working days";
}
