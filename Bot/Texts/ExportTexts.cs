using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <summary>Words of an exported period.</summary>
public static class ExportTexts
{
    public static string Title(string plan, ReportingPeriod period, Language language) =>
        language.In($"{Subject(plan)}{PeriodNames.Of(period, language)}进展情况汇总", $"{plan}, summary of {PeriodNames.Of(period, language)}");

    /// <summary>关于印发某某工作方案的通知 is about 某某工作方案; a notice that is no more than one stands in its marks.</summary>
    private static string Subject(string plan)
    {
        const string letter = "的通知", sends = "关于印发";
        if (!plan.EndsWith("通知", StringComparison.Ordinal))
            return plan;
        var at = plan.IndexOf(sends, StringComparison.Ordinal);
        return at >= 0 && plan.EndsWith(letter, StringComparison.Ordinal) && plan[(at + sends.Length)..^letter.Length].Trim('《', '》', ' ') is { Length: > 0 } subject ? subject : $"《{plan.Replace('《', '〈').Replace('》', '〉')}》";
    }

    public static IReadOnlyList<string> ColumnsBefore(Language language) => language == Language.English
        ? ["Unit", "No.", "Task number", "Title", "Task", "Role", "State", "Lateness"]
        : ["单位", "序号", "任务编号", "任务名称", "任务内容", "分工", "状态", "是否逾期"];

    public static IReadOnlyList<string> ColumnsAfter(Language language) => language == Language.English ? ["Version", "Submitted at", "Due"] : ["版本", "报送时间", "截止日期"];

    /// <summary>The notice's own table with the reports.</summary>
    public static string NoticeSheet(Language language) => language.In("分工与进展", "Tasks and reports");

    public static IReadOnlyList<string> NoticeColumns(Language language) => language == Language.English ? ["Unit", "No.", "Task"] : ["单位", "序号", "任务"];

    public static string StateColumn(Language language) => language.In("状态", "State");

    public static string Role(AssignmentRole role, Language language) => role switch
    {
        AssignmentRole.Lead => language.In("牵头", "lead"),
        AssignmentRole.Support => language.In("配合", "support"),
        _ => language.In("责任", "responsible"),
    };

    public static string State(ObligationState state, Language language) => state switch
    {
        ObligationState.Pending => language.In("未报", "not reported"),
        ObligationState.Draft => language.In("有草稿未报", "draft"),
        ObligationState.AwaitingSignOff => language.In("待签批", "awaiting sign-off"),
        ObligationState.Submitted => language.In("已报", "reported"),
        ObligationState.Accepted => language.In("已通过", "accepted"),
        ObligationState.Returned => language.In("已退回", "returned"),
        _ => language.In("免报", "waived"),
    };

    /// <summary>Empty where nothing is due, or nothing is owed any more.</summary>
    public static string Lateness(LedgerRow row, DateTimeOffset now, Language language) =>
        row.State == ObligationState.Waived ? ""
        : row.IsOpen ? row.IsOverdue(now) ? language.In("逾期未报", "overdue") : ""
        : row.IsLate ? language.In("逾期补报", "late") : language.In("按时", "in time");

    /// <summary>The first paragraph of the document: how the period stands.</summary>
    public static string Standing(IReadOnlyList<UnitTally> units, PlanPeriod period, DateTimeOffset now, TimeZoneInfo zone, Language language)
    {
        var (waived, reported, late) = (units.Sum(unit => unit.Waived), units.Sum(unit => unit.Reported), units.Sum(unit => unit.Late));
        var owed = units.Sum(unit => unit.Owed) - waived;
        var name = PeriodNames.Of(period.Period, language);
        return language.In(
            $"截至{Day(Days.DayOf(now, zone), language)}，{name}应报{owed}项，已报{reported}项（{PeriodTexts.Percent(reported, owed)}），其中按时{reported - late}项、逾期补报{late}项；未报{owed - reported}项"
            + $"{(waived > 0 ? $"，另有免报{waived}项" : "")}。报送截止日期为{Day(period.DueOn, language)}{(period.IsProvisional ? "（暂定）" : "")}。",
            $"As of {Day(Days.DayOf(now, zone), language)}, {reported} of {PeriodTexts.Tasks(owed)} owed for {name} have been reported ({PeriodTexts.Percent(reported, owed)}), {reported - late} in time and {late} late; "
            + $"{owed - reported} open{(waived > 0 ? $", {waived} waived" : "")}. Due {Day(period.DueOn, language)}{(period.IsProvisional ? " (provisional)" : "")}.");
    }

    public static string Missing(IReadOnlyList<UnitTally> units, Language language) => language.In(
        $"尚未报齐的单位：{string.Join("、", units.Select(unit => $"{unit.UnitName}（{unit.Open}项）"))}。",
        $"Not complete yet: {string.Join(", ", units.Select(unit => $"{unit.UnitName} ({PeriodTexts.Tasks(unit.Open)})"))}.");

    public static string Overdue(IReadOnlyList<UnitTally> units, Language language) => language.In(
        $"逾期未报的单位：{string.Join("、", units.Select(unit => $"{unit.UnitName}（{unit.Overdue}项）"))}。",
        $"Overdue: {string.Join(", ", units.Select(unit => $"{unit.UnitName} ({PeriodTexts.Tasks(unit.Overdue)})"))}.");

    public static string OverviewCaption(Language language) => language.In("各单位报送情况", "How the units stand");

    /// <summary>Of the table that shows how each unit stands.</summary>
    public static IReadOnlyList<string> OverviewColumns(Language language) =>
        language == Language.English ? ["Unit", "Owed", "Reported", "In time", "Late", "Open", "Overdue"] : ["单位", "应报", "已报", "按时", "逾期补报", "未报", "其中逾期"];

    public static string Total(Language language) => language.In("合计", "Total");

    public static string Annex(Language language) => language.In("附件", "Annex");

    public static string ProblemsTitle(ReportingPeriod period, Language language) => language.In($"{PeriodNames.Of(period, language)}各单位反映的问题", $"Problems reported for {PeriodNames.Of(period, language)}");

    public static IReadOnlyList<string> ProblemColumns(Language language) => language == Language.English ? ["No.", "Unit", "Task", "Problem"] : ["序号", "单位", "任务", "反映的问题"];

    public static string UnitHeading(int number, string unit, Language language) => language.In($"{Numerals.Chinese(number)}、{unit}", $"{number}. {unit}");

    public static string TaskHeading(int number, LedgerRow row, Language language)
    {
        var text = TaskNames.Whole(row.TaskTitle, row.TaskText);
        return language.In($"（{Numerals.Chinese(number)}）{text}（{Role(row.Role, language)}）", $"({number}) {text} ({Role(row.Role, language)})");
    }

    /// <summary>A task over the units that answer for it.</summary>
    public static string TaskOfAll(int number, LedgerRow row, Language language)
    {
        var text = TaskNames.Whole(row.TaskTitle, row.TaskText);
        return language.In($"{Numerals.Chinese(number)}、{text}", $"{number}. {text}");
    }

    public static string UnitOfTask(int number, LedgerRow row, Language language) =>
        language.In($"（{Numerals.Chinese(number)}）{row.UnitName}（{Role(row.Role, language)}）", $"({number}) {row.UnitName} ({Role(row.Role, language)})");

    public static string SectionLabel(string section, Language language) => language.In($"{section}：", $"{section}: ");

    public static string NotReported(LedgerRow row, DateTimeOffset now, Language language) => row.State switch
    {
        ObligationState.Waived => language.In("本期免报。", "Waived for this period."),
        ObligationState.Returned => language.In("已退回修改，尚未重新报送。", "Returned; not reported again yet."),
        _ => row.IsOverdue(now) ? language.In("逾期未报送。", "Overdue, not reported.") : language.In("尚未报送。", "Not reported yet."),
    };

    public static string LateRemark(Language language) => language.In("（逾期补报）", "(reported late)");

    public static string Day(DateOnly day, Language language) => language.In($"{day.Year}年{day.Month}月{day.Day}日", $"{day.Day} {day.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture)} {day.Year}");

    // What is said with the file in the conversation.

    /// <summary>Said with a file of some units alone.</summary>
    public static string OfSome(string units, Language language) => language.In($"只含{units}。", $"Of {units} only.");

    /// <summary>Said with a file of all units, where some alone were wished for and it is not clear which.</summary>
    public static string NotOfSome(Language language) => language.In("没有看懂要哪几个单位，不能只导出其中几家，附件是整期全部单位；可以说“只导出市教委、市商务局的”。", "I do not know which units are meant, so the file holds all of them; say, for example, \"export education and commerce only\".");

    /// <summary>Said with a table that was wished for to see what is open.</summary>
    public static string OpenOnes(int open, int all, Language language) => language.In($"共{all}项，其中{open}项没有报，在“状态”一栏标为“未报”，按单位和任务逐条列出，可以筛选。", $"{open} of {all} are open; they are marked \"not reported\" in the column \"State\", one row for each unit and task.");

    /// <summary>Said before the whole file is handed over, where only the problems were asked for.</summary>
    public static string NoProblemsApart(Language language) => language.In(
        "问题没有单独的文件，下面是完整的汇总，其中“存在问题”一栏就是各单位写的问题；只看问题可以直接问“有哪些问题”。",
        "There is no file of the problems alone: this is the whole summary, and its column of problems has them. To read only the problems, ask \"what problems were reported\".");

    public static string HandedOver(string plan, ReportingPeriod period, int rows, Language language) => language.In(
        $"《{plan}》{PeriodNames.Of(period, language)}汇总见附件，共{rows}项，数据截至现在。", $"Attached: {plan}, summary of {PeriodNames.Of(period, language)}, {PeriodTexts.Tasks(rows)}, as of now.");

    public static string TooLong(string plan, ReportingPeriod period, string extension, Language language) => language.In(
        $"{Title(plan, period, language)}内容较多，请由系统管理员用命令导出：planbot export {period} -o {period}{extension}",
        $"{Title(plan, period, language)} is too long for a conversation; the administrator can write it to a file: planbot export {period} -o {period}{extension}");

    public static string BadTemplate(string path, Language language) => language.In(
        $"汇总模板 {path} 不是能打开的 Word 文档（.docx），请系统管理员检查设置 Export:Template。", $"The template {path} is no Word document (.docx) that can be opened; the administrator can check the setting Export:Template.");

    public static Reply WhichPlan(IReadOnlyList<string> titles, ReportingPeriod period, Language language) => new(language.In(
        $"有几个计划都有{PeriodNames.Of(period, language)}，请问导出哪一个？\n{string.Join('\n', titles)}", $"Several plans have {PeriodNames.Of(period, language)}. Which one?\n{string.Join('\n', titles)}"))
    {
        Buttons = [.. titles.Take(6).Select(title => new ReplyButton(title, language.In($"导出《{title}》{PeriodNames.Of(period, language)}汇总", $"Export {title} {PeriodNames.Of(period, language)}")))],
    };

    /// <param name="format">docx, xlsx, csv or json.</param>
    public static ReplyButton In(ReportingPeriod period, string format, Language language)
    {
        var name = format switch { "Docx" => "Word", "Xlsx" => "Excel", _ => format.ToUpperInvariant() };
        return new(name, language.In($"导出{PeriodNames.Of(period, language)}{name}", $"Export {PeriodNames.Of(period, language)} as {name}"));
    }

    public static string BadTemplate(string path) => $"{BadTemplate(path, Language.Chinese)} {BadTemplate(path, Language.English)}";

    // What the command line says; one line in both languages.

    public static string Written(string path) => $"已写出 {path}。 Written to {path}.";

    public static string NoSuchPeriod(string text) =>
        $"不认识报告期“{text}”，请写成 2020Q3、2020M07、2020H1 或 2020 的形式。 No such period; write it like 2020Q3, 2020M07, 2020H1 or 2020.";

    public static string NoFormat(string path) =>
        $"看不出 {path} 要用什么格式，请加 --format docx、xlsx、csv 或 json。 The format is not clear from the file's name; add --format docx, xlsx, csv or json.";

    public static string NotOpened(ReportingPeriod period) => $"{period} 还没有开始，或不在计划的报告期内，没有内容可导出。 {period} has not begun, or is no period of the plan; there is nothing to export.";

    public static string SeveralPlans(IEnumerable<string> titles) =>
        $"有几个计划都有这一期，请用 --plan 指明：{string.Join("；", titles)}。 Several plans have that period; name one with --plan.";

    public static string CannotWrite(string path, string reason) => $"无法写入 {path}，请检查文件夹和权限（{reason}）。 Cannot write {path}; check the folder and its permissions.";
}
