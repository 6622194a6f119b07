using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Words of the pages on which a notice is looked through and mended before it is stored.</summary>
public static class DeskImportTexts
{
    public static string Import(Language language) => language.In("导入通知", "Import a notice");
    public static string StartNote(Language language) => language.In(
        "上传通知原文件，系统先读出任务、单位、时限和报送要求，标出拿不准的地方；逐处核对、修改，确认后才入库。",
        "Upload the notice as it was issued. Tasks, units, dates and the reporting rule are read first, and whatever is doubtful is marked; nothing is stored before you have looked through it and confirm.");
    public static string File(int megabytes, Language language) => language.In($"通知文件（Word、Excel、网页、纯文本；旧格式和 PDF 视服务器而定；最大 {megabytes} MB）", $"Notice file (Word, Excel, saved page, text; old formats and PDF where the server can; at most {megabytes} MB)");
    public static string OrPaste(Language language) => language.In("或粘贴通知全文", "Or paste the whole notice");
    public static string Read(Language language) => language.In("读取", "Read");
    public static string NothingSent(Language language) => language.In("请选择一个文件，或粘贴通知全文。", "Please choose a file, or paste the notice.");
    public static string Pasted(Language language) => language.In("粘贴的通知.txt", "pasted notice.txt");
    public static string Refused(string file, int? line, string reason, Language language) => ImportNoticeTexts.Refused(file, line, reason, language).Text;
    public static string Drafts(Language language) => language.In("还没有入库的通知", "Notices not stored yet");
    public static string GoOn(Language language) => language.In("继续核对", "Go on");

    public static string Counts(int tasks, int units, Language language) => language.In($"{tasks}项任务 · {units}个单位", $"{PeriodTexts.Tasks(tasks)} · {PeriodTexts.Units(units)}");
    public static string Doubts(Language language) => language.In("疑点", "Doubts");
    public static string DoubtsLeft(int left, int settled, Language language) => left == 0
        ? language.In(settled == 0 ? "没有疑点。" : $"{settled}处疑点已全部处理。", settled == 0 ? "Nothing is doubtful." : $"All {settled} doubts are dealt with.")
        : language.In($"{left}处待核对{(settled > 0 ? $"，已处理{settled}处" : "")}", $"{left} to look at{(settled > 0 ? $", {settled} dealt with" : "")}");
    /// <summary>Where the doubts stand, when they stand in two places.</summary>
    public static string DoubtsAt(int lines, int rule, Language language) =>
        rule == 0 ? "" : language.In($"（疑点{lines}处，报送要求{rule}处）", $" ({lines} below, {rule} about the rule)");
    public static string OnlyTheRule(Language language) => language.In("条文和任务没有疑点；报送要求见下面。", "Nothing is doubtful in the lines; the rule is below.");
    public static string Line(int line, Language language) => language.In($"第{line}行", $"line {line}");
    public static string Source(Language language) => language.In("通知原文", "As the notice has it");
    public static string NoSource(Language language) => language.In("（原文这一行没有文字）", "(the line holds no text)");
    public static string Looked(Language language) => language.In("已核对，不改", "Looked at, leave it");
    public static string MakeTask(Language language) => language.In("补成一项任务", "Make a task of it");
    public static string MoreDoubts(int more, Language language) => language.In($"还有{more}处，处理完上面的会接着显示。", $"{more} more follow when these are dealt with.");

    public static string Task(int number, Language language) => language.In($"任务 {number}", $"Task {number}");
    public static string Number(Language language) => language.In("编号", "Number");
    public static string Title(Language language) => language.In("标题", "Title");
    public static string Text(Language language) => language.In("任务内容", "Text");
    public static string Lead(Language language) => language.In("牵头单位", "Lead units");
    public static string Support(Language language) => language.In("配合单位", "Supporting units");
    public static string Responsible(Language language) => language.In("责任单位（不分主次）", "Responsible units (no difference made)");
    public static string UnitsHint(Language language) => language.In("多个单位之间用顿号", "Several with 、 or a comma between them");
    public static string Deadline(Language language) => language.In("时限原文", "Deadline, in words");
    public static string DeadlineDate(Language language) => language.In("时限日期", "Deadline, as a date");
    public static string DateHint(Language language) => language.In("如 2020、2020-06 或 2020-06-30", "E.g. 2020, 2020-06 or 2020-06-30");
    public static string Milestones(Language language) => language.In("节点（每行一个：日期 空格 原文；没有日期写 -）", "Milestones (one a line: date, space, words; - for no date)");
    public static string Save(Language language) => language.In("保存修改", "Save");
    public static string Drop(Language language) => language.In("删去这一项", "Leave this task out");
    public static string Edit(Language language) => language.In("修改", "Edit");
    public static string AddTask(Language language) => language.In("补充任务", "Add a task");
    public static string AllTasks(Language language) => language.In("全部任务", "All tasks");
    public static string NoTasks(Language language) => language.In("没有读到任务。可以在下面补充，或取得附件后导入附件。", "No task was read. Add them below, or import the attachment that has them.");
    public static string Unit(Language language) => language.In("单位", "Units");
    public static string NoUnit(Language language) => language.In("没有单位", "no unit");

    public static string Head(Language language) => language.In("通知信息", "The notice");
    public static string Issuer(Language language) => language.In("发文机关", "Issued by");
    public static string DocumentNumber(Language language) => language.In("文号", "Document number");
    public static string IssuedOn(Language language) => language.In("成文日期", "Issued on");
    public static string StartsOn(Language language) => language.In("起始年份", "Begins");
    public static string EndsOn(Language language) => language.In("截止年份", "Ends");

    public static string Rule(Language language) => language.In("报送要求", "Reporting rule");
    public static string RuleMissing(Language language) => language.In("通知没有写明报送要求，请您确定。下面是建议，可以修改。", "The notice states no reporting rule, so please decide. This is a proposal, which you can change.");
    public static string RuleDoubtful(Language language) => language.In("报送要求没有写全或有歧义，请核对后保存。", "The reporting rule is incomplete or ambiguous. Please look at it and save.");
    public static string RuleDecided(Language language) => language.In("报送要求已确定。", "The rule is decided.");
    public static string FromPlan(string title, bool isAbove, Language language) => isAbove
        ? language.In($"按上级计划《{title}》的报送要求建议", $"proposed from the plan above, {title}")
        : language.In($"按上一年计划《{title}》的报送要求建议", $"proposed from the plan of the year before, {title}");
    public static string FromDefault(Language language) => language.In("按通行做法建议：每季度，次季度第三个工作日前", "proposed as is usual: quarterly, by the third working day of the next quarter");
    public static string Parent(Language language) => language.In("上级计划", "Plan above");
    public static string NoParent(Language language) => language.In("无", "none");
    public static string Propose(Language language) => language.In("按它建议", "Propose by it");
    public static string Frequency(Language language) => language.In("多久报一次", "How often");
    public static string FrequencyName(Frequency frequency, Language language) => frequency switch
    {
        Data.Model.Frequency.Weekly => language.In("每周", "weekly"), Data.Model.Frequency.TenDay => language.In("每旬", "every ten days"), Data.Model.Frequency.Monthly => language.In("每月", "monthly"),
        Data.Model.Frequency.Quarterly => language.In("每季度", "quarterly"), Data.Model.Frequency.HalfYearly => language.In("每半年", "half-yearly"), Data.Model.Frequency.Yearly => language.In("每年", "yearly"), _ => language.In("只报一次", "once"),
    };

    public static string Kind(Language language) => language.In("哪天截止", "Due on");
    public static string KindName(string kind, Language language) => kind switch
    {
        "workingDayOfNextPeriod" => language.In("下一期的第几个工作日", "a working day of the next period (which: below)"), "dayOfNextPeriod" => language.In("下一期第一个月的几日", "a day of the next period's first month"),
        "dayOfPeriod" => language.In("本期第几个月的几日", "a day of one of the period's months"), "endOfPeriod" => language.In("本期最后一天", "the period's last day"),
        "workingDaysBeforePeriodEnd" => language.In("期末前几个工作日", "some working days before the period's end"), "daysBeforePeriodEnd" => language.In("期末前几天", "some days before the period's end"),
        "dayOfWeek" => language.In("每周的星期几", "a day of the week"), "daysOfMonth" => language.In("每月固定几号（列在下面）", "fixed days of the month (listed below)"), _ => language.In("固定日期（列在下面）", "fixed dates (listed below)"),
    };

    public static string Day(Language language) => language.In("几日、第几个、前几天或星期几（写数字，星期一写 1）", "Which day, or how many (a number; Monday is 1)");
    public static string Month(Language language) => language.In("第几个月（选“本期第几个月的几日”时写）", "Which month of the period (for \"a day of one of the period's months\")");
    public static string Days(Language language) => language.In("固定的日子或日期，用逗号隔开（选“固定”时写）", "Fixed days or dates, with commas");
    public static string Time(Language language) => language.In("当天几点（可不填，如 18:00）", "Time of day (optional, e.g. 18:00)");
    public static string Shift(Language language) => language.In("遇到休息日", "On a day off");
    public static string ShiftName(string shift, Language language) => shift switch { "back" => language.In("提前到前一个工作日", "back to the working day before"), "forward" => language.In("顺延到下一个工作日", "on to the next working day"), _ => language.In("不动", "as it is") };
    public static string FirstPeriod(Language language) => language.In("第一期", "First period");

    /// <summary>How a period of that rhythm is written, by the day on which the form is shown.</summary>
    public static string PeriodCodes(ReportingPeriod now, Language language) => language.In(
        $"现在这一期写作 {now}，是{PeriodNames.Of(now, language)}。月写作 {now.FirstDay.Year}M{now.FirstDay.Month:00}，季写作 {now.FirstDay.Year}Q{((now.FirstDay.Month - 1) / 3) + 1}。",
        $"The present one, {PeriodNames.Of(now, language)}, is written {now}; a month {now.FirstDay.Year}M{now.FirstDay.Month:00}, a quarter {now.FirstDay.Year}Q{((now.FirstDay.Month - 1) / 3) + 1}.");
    public static string Sections(Language language) => language.In("报告分几部分（每行一个）", "Sections of a report (one a line)");
    public static string LeadOnly(Language language) => language.In("只由牵头单位报送", "Only lead units report");
    public static string SaveRule(Language language) => language.In("确定报送要求", "Decide the rule");
    public static string FirstDue(string period, string due, Language language) => language.In($"照此，{period}截止：{due}", $"By this rule {period} is due {due}");

    /// <summary>Stands for the notice's own sentence where it has none.</summary>
    public static string DecidedBy(string person, string day) => $"通知未写明，由{person}于{day}在导入时确定";

    public static string Standing(Language language) => language.In("与已有计划的关系", "Beside the plans there are");
    public static string IsNew(Language language) => language.In("这是一份新的通知。", "This notice is new.");
    public static string FreshUnits(int count, Language language) => language.In($"首次出现的单位（{count}个，请核对写法）", $"Units not met before ({count}; please check the spelling)");
    public static string AskRenames(Language language) => language.In("下列单位像是改了名，是同一个单位吗？", "These units seem to have a new name. Is each still the same?");
    public static string Renamed(Language language) => language.In("是改名", "Renamed");
    public static string NotRenamed(Language language) => language.In("是另外的单位", "Other units");
    public static string RenamesDecided(bool accepted, Language language) => accepted ? language.In("已按改名处理。", "Taken for renamed.") : language.In("已按不同单位处理。", "Taken for other units.");

    public static string Store(Language language) => language.In("入库", "Store it");
    public static string StoreNow(bool isCorrection, Language language) => isCorrection ? language.In("确认按此调整计划", "Change the plan so") : language.In("确认导入", "Confirm the import");
    public static string StoreNote(Language language) => language.In("入库后立即建立应报事项，不能撤销。", "What is owed is written at once and cannot be undone.");
    public static string StillDoubts(int left, Language language) => language.In($"还有{left}处疑点没有核对；可以入库，但建议先看完。", $"{left} doubts have not been looked at. You may store it, but better look first.");
    public static string NeedsTitle(Language language) => language.In("还缺标题。", "The title is missing.");
    public static string NeedsRule(Language language) => language.In("还没有确定报送要求。", "The reporting rule is not decided.");
    public static string NeedsRenames(Language language) => language.In("还没有确定单位是否改名。", "It is not decided whether units are renamed.");
    public static string Discard(Language language) => language.In("放弃，不导入", "Give up");
    public static string Discarded(Language language) => language.In("已放弃，没有入库。", "Given up; nothing was stored.");
    public static string Known(string title, Language language) => ImportNoticeTexts.Known(title, language).Text;

    public static string Saved(Language language) => language.In("已保存。", "Saved.");
    public static string NotSaved(Language language) => language.In("有几处需要改，还没有保存。", "Some fields need mending; nothing was saved yet.");
    public static string Overtaken(Language language) => language.In(
        "这份通知已在另一个窗口改过，您的修改没有保存。填写的内容还在下面，请核对后再保存。", "This notice was changed in another window, so yours was not saved. What you typed is still below; please look again and save.");
    public static string Stored(string title, int units, bool isCorrection, Language language) => isCorrection
        ? language.In($"已按更正的通知调整《{title}》。", $"{title} was changed as the corrected notice says.")
        : language.In($"已入库：《{title}》，{units}个单位。下一步请登记联络员。", $"Stored: {title}, {PeriodTexts.Units(units)}. Now register the contacts.");
}
