using System.Text;
using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Words of taking in a report.</summary>
public static class ReportTexts
{
    /// <summary>Tasks that get a button; beyond them the number is typed.</summary>
    private const int MostButtons = 10;

    /// <param name="heading">Words that named the task and fit none, or several; blank when there were none.</param>
    public static Reply WhichTasks(string unit, ReportingPeriod period, IReadOnlyList<(int Ordinal, string Name)> tasks, bool hasText, bool isCorrection, string heading, Language language)
    {
        var text = new StringBuilder((hasText, isCorrection) switch
        {
            (true, false) when heading.Length > 0 => language.In($"收到。“{heading}”这部分是报哪一项的？", $"Thank you. Which task is \"{heading}\" about?"),
            (_, true) => language.In("请问要修改哪一项？", "Which task do you want to correct?"),
            (true, _) => language.In("收到。请问这些内容是报哪一项的？", "Thank you. Which task is this about?"),
            _ => language.In(
                $"{unit}{PeriodNames.Of(period, language)}需填报{tasks.Count}项。可以一次写完，例如“第一项：进展：…… 问题：…… 成效：…… 下一步：…… 第二项：……”，也可以先选一项：",
                $"{unit} has {PeriodTexts.Tasks(tasks.Count)} to report for {PeriodNames.Of(period, language)}. Write them all at once, e.g. \"Task 1: Progress: ... Problems: ... Results: ... Next steps: ... Task 2: ...\", or choose one:"),
        });
        foreach (var (ordinal, name) in tasks)
            text.Append('\n').Append(language.In($"第{Numerals.Chinese(ordinal)}项：", $"Task {ordinal}: ")).Append(name);
        if (tasks.Count > MostButtons)
            text.Append('\n').Append(language.In("也可以直接回复编号，例如“第十二项”。", "You can also type the number, e.g. \"task 12\"."));
        var all = new ReplyButton(language.In($"全部{tasks.Count}项", $"All {tasks.Count}"), language.In("全部", "All tasks"));
        return new(text.ToString()) { Buttons = [.. tasks.Take(MostButtons).Select(task => Buttons.Task(task.Ordinal, language)), all, Buttons.Cancel(language)] };
    }

    /// <summary>The open question for one section.</summary>
    /// <param name="tasks">What the answer is for; several share one answer unless it is given by number.</param>
    /// <param name="old">The text that is to be replaced; null when the section is new.</param>
    public static Reply AskFor(ReportSection section, IReadOnlyList<(int Ordinal, string Name)> tasks, string? old, Language language)
    {
        var whom = tasks.Count == 1
            ? language.In($"第{Numerals.Chinese(tasks[0].Ordinal)}项（{tasks[0].Name}）", $" for task {tasks[0].Ordinal} ({tasks[0].Name})")
            : language.In($"第{string.Join("、", tasks.Select(task => Numerals.Chinese(task.Ordinal)))}项", $" for tasks {string.Join(", ", tasks.Select(task => task.Ordinal))}");
        var how = section.Kind is SectionKind.Progress ? "" : language.In("没有可回复“无”。", " Answer \"none\" if there is nothing to say.");
        var text = language.In($"请填写{whom}的“{section.Name}”。{how}", $"Please write \"{SectionName(section, language)}\"{whom}.{how}");
        if (tasks.Count > 1)
            text += language.In("各项相同的写一次即可，不同的请按“第一项：…… 第二项：……”分别写。", " One answer holds for all of them; where they differ, write \"Task 1: ... Task 2: ...\".");
        if (old is not null)
            text += language.In($"\n原内容：{SummaryTexts.Cut(old, language)}", $"\nSo far: {SummaryTexts.Cut(old, language)}");
        ReplyButton[] none = section.Kind is SectionKind.Progress ? [] : [Buttons.None(language)];
        return new(text) { Buttons = [.. none, Buttons.KeepDraft(language), Buttons.Cancel(language)] };
    }

    public static Reply WhichSection(IReadOnlyList<ReportSection> sections, Language language) => new(language.In(
        "请问要改哪一部分？可以直接说，例如“成效改成……”。", "Which part do you want to change? You can say it at once, e.g. \"change results to ...\"."))
    {
        Buttons = [.. sections.Take(5).Select(section => new ReplyButton(SectionName(section, language), language.In($"改{section.Name}", $"change {SectionName(section, language)}"))), Buttons.Confirm(language)],
    };

    /// <summary>Beside a draft of what should have been reported.</summary>
    public static string AlreadyDue(DateOnly dueOn, Language language) => language.In(
        $"截止日期{Days.Full(dueOn, language)}已过，草稿不算报送，请尽快报送，届时记为逾期补报。", $"It was due {Days.Full(dueOn, language)}: a draft is no report, so please file it soon; it will be recorded as late.");

    /// <summary>Beside a draft, while there is time.</summary>
    public static string StillDue(DateOnly dueOn, Language language) => language.In(
        $"草稿不算报送，截止日期是{Days.Full(dueOn, language)}。", $"A draft is no report; it is due {Days.Full(dueOn, language)}.");

    /// <summary>After a late report.</summary>
    public static string NextDue(ReportingPeriod next, string due, Language language) => language.In(
        $"下一期（{PeriodNames.Of(next, language)}）的截止日期是{due}。", $"The next one, {PeriodNames.Of(next, language)}, is due {due}.");

    /// <param name="filed">Number, version and whether it was late, of each task filed.</param>
    /// <param name="left">Tasks still open.</param>
    public static Reply Filed(
        string unit, ReportingPeriod period, IReadOnlyList<(int Ordinal, int Version, bool IsLate)> filed, DateTimeOffset at, IReadOnlyList<(int Ordinal, string Name)> left, TimeZoneInfo zone,
        Language language)
    {
        var names = string.Join(language.In("、", ", "), filed.Select(task => task.Version == 1
            ? TaskNames.Ordinal(task.Ordinal, language)
            : TaskNames.Ordinal(task.Ordinal, language) + language.In($"（第{task.Version}版）", $" (version {task.Version})")));
        var isNew = filed.Any(task => task.Version == 1);
        var late = isNew ? filed.Any(task => task.IsLate) ? language.In("，已记为逾期补报", ", recorded as late") : language.In("，按时", ", in time") : "";
        var text = new StringBuilder(language.In(
            $"已报送：{unit}{PeriodNames.Of(period, language)}{names}，共{filed.Count}项，{Days.Moment(at, zone)}{late}。",
            $"Filed: {unit}, {PeriodNames.Of(period, language)}, {names}; {PeriodTexts.Tasks(filed.Count)} on {Days.Moment(at, zone)}{late}."));
        if (left.Count > 0)
        {
            text.Append('\n').Append(language.In($"还有{left.Count}项未报：", $"{PeriodTexts.Tasks(left.Count)} still open:"));
            foreach (var (ordinal, name) in left)
                text.Append('\n').Append(language.In($"第{Numerals.Chinese(ordinal)}项：", $"Task {ordinal}: ")).Append(name);
            return new(text.ToString()) { Buttons = [.. left.Take(MostButtons).Select(task => Buttons.Task(task.Ordinal, language)), Buttons.MyTasks(language)] };
        }
        text.Append('\n').Append(language.In("本期各项已全部报齐，感谢配合。如需修改，直接说“第一项问题改成……”即可。", "Everything is reported for this period, thank you. To correct something, say e.g. \"change the problems of task 1 to ...\"."));
        return new(text.ToString()) { Buttons = [Buttons.MyReport(language)] };
    }

    public static Reply DraftKept(Language language) => new(language.In("好的，已存为草稿，尚未报送。回复“继续填报”可接着写。", "Kept as a draft; it is not reported yet. Say \"continue\" to go on."))
    {
        Buttons = [new(language.In("继续填报", "Continue"), language.In("继续填报", "Continue my draft")), Buttons.MyTasks(language)],
    };

    public static Reply Cancelled(Language language) => new(language.In("好的，已取消，没有报送任何内容。", "Cancelled; nothing was filed.")) { Buttons = [Buttons.ReportNow(language), Buttons.MyTasks(language)] };

    /// <summary>What was filed before the edit stays as it is.</summary>
    public static Reply EditCancelled(Language language) => new(language.In("好的，已取消修改，原报告不变。", "Cancelled; the report stays as it was filed.")) { Buttons = [Buttons.MyReport(language), Buttons.MyTasks(language)] };

    public static Reply FiledAlready(int ordinal, int version, Language language) => new(language.In(
        $"{TaskNames.Ordinal(ordinal, language)}您已经报送（第{version}版），这张表单没有覆盖它。要改请点“修改”，或直接说“{TaskNames.Ordinal(ordinal, language)}问题改成……”。",
        $"You have filed task {ordinal} already (version {version}); this form has not replaced it. To change it, say e.g. \"change the problems of task {ordinal} to ...\"."))
    {
        Buttons = [Buttons.MyReport(language), SummaryTexts.ChangeButton(language)],
    };

    public static Reply NotAnAnswer(Language language) => new(language.In("抱歉，没有看懂。", "Sorry, I did not understand."));

    public static string NothingChanged(Language language) => language.In("内容和已报送的一样，没有需要修改的地方。", "That is what was filed already; nothing would change.");

    public static string NoSuchTasks(IEnumerable<int> ordinals, int total, Language language) => language.In(
        $"没有{string.Join("、", ordinals.Select(ordinal => $"第{Numerals.Chinese(ordinal)}项"))}，您单位可填报的共{total}项，请核对编号后重新发送。",
        $"There is no {string.Join(", ", ordinals.Select(ordinal => $"task {ordinal}"))}: your unit has {total}. Please check the number and send it again.");

    public static string TooLong(string section, int length, int most, Language language) => language.In(
        $"“{section}”有{length}字，超过了每部分{most}字的上限，请精简后重新发送。", $"\"{section}\" has {length} characters; at most {most} can be filed. Please shorten it and send it again.");

    public static Reply WhichUnit(IReadOnlyList<string> options, Language language) => new(language.In(
        $"您是多个单位的联络员，请问这次报哪个单位的？\n{string.Join('\n', options)}", $"You report for several units. Which one is this for?\n{string.Join('\n', options)}"))
    {
        Buttons = [.. options.Take(5).Select(option => new ReplyButton(option, option)), Buttons.Cancel(language)],
    };

    public static Reply WhichPeriod(ReportingPeriod reported, IReadOnlyList<string> options, Language language) => new(language.In(
        $"{PeriodNames.Of(reported, language)}已全部报齐。请问这次是更正已报内容，还是提前报下一期？\n{string.Join('\n', options)}",
        $"{PeriodNames.Of(reported, language)} is reported in full. Is this a correction, or an early report for the next period?\n{string.Join('\n', options)}"))
    {
        Buttons = [.. options.Select(option => new ReplyButton(option, option)), Buttons.Cancel(language)],
    };

    public static string CorrectPeriod(ReportingPeriod period, Language language) => language.In($"更正{PeriodNames.Of(period, language)}", $"Correct {PeriodNames.Of(period, language)}");

    public static string EarlyForPeriod(ReportingPeriod period, Language language) => language.In($"提前报{PeriodNames.Of(period, language)}", $"Early for {PeriodNames.Of(period, language)}");

    public static string NothingCanChange(ReportingPeriod period, Language language) => language.In(
        $"{PeriodNames.Of(period, language)}已报送的内容已经定稿，不能再改；如需更正，请联系牵头部门退回。", $"What was reported on {PeriodNames.Of(period, language)} is final. If it must change, ask the coordinating office to return it.");

    /// <summary>Why nothing was filed.</summary>
    /// <summary>A correction of what was filed for a period that has closed.</summary>
    public static string PeriodClosed(ReportingPeriod period, Language language) => language.In(
        $"{PeriodNames.Of(period, language)}已经关闭，已报送的内容不能再改；如需更正，请联系牵头部门退回。我没有改动任何内容。",
        $"{PeriodNames.Of(period, language)} has closed; what was reported changes only when the coordinating office returns it. I have changed nothing.");

    public static string Refused(ReportRefusal refusal, Language language) => refusal switch
    {
        ReportRefusal.NotYours => language.In("这项任务不由您报送，未作任何改动。", "This task is not yours to report; nothing was changed."),
        ReportRefusal.PeriodClosed => language.In("本期已经关闭，已报送的内容不能再改；如需更正，请联系牵头部门退回。", "The period has closed; what was reported changes only when the coordinating office returns it."),
        ReportRefusal.Settled => language.In("这项任务已通过或免报，不需要再报。", "This task is accepted or waived; nothing more is to be reported."),
        ReportRefusal.ChangedMeanwhile => language.In("刚才有同事更新了这份报告，您的内容没有覆盖它。请查看最新内容后再改。", "A colleague has updated this report meanwhile; yours has not replaced it. Please look at it and try again."),
        _ => language.In("还有内容没有填完，未报送。", "Something is still missing; nothing was filed."),
    };

    public static Reply FormSent(string unit, int ordinal, string name, string card, IReadOnlyList<int> others, Language language) => new(language.In(
        $"请在表单中填写{unit}第{Numerals.Chinese(ordinal)}项：{name.TrimEnd('。')}。也可以直接用文字回复。", $"Please fill in the form for {unit}, task {ordinal}: {name}. You can also simply write."))
    {
        Form = card,
        Buttons = [.. others.Take(5).Select(other => new ReplyButton(
            language.In($"第{Numerals.Chinese(other)}项表单", $"Form for task {other}"), language.In($"第{Numerals.Chinese(other)}项填报表单", $"Report form task {other}")))],
    };

    public static Reply FormOutdated(Language language) => new(language.In("这张表单已经失效，没有报送任何内容。请重新打开表单。", "This form is no longer valid; nothing was filed. Please open a new one.")) { Buttons = [Buttons.Form(language), Buttons.MyTasks(language)] };

    /// <summary>What a nil report says of the progress.</summary>
    public static string NothingNew(Language language) => language.In("本季度无新进展", "No new progress this quarter");

    /// <summary>Its own name in Chinese; in English what it is about, where that is known.</summary>
    public static string SectionName(ReportSection section, Language language) => language == Language.Chinese ? section.Name : section.Kind switch
    {
        SectionKind.Progress => "Progress",
        SectionKind.Problems => "Problems",
        SectionKind.Results => "Results",
        SectionKind.NextSteps => "Next steps",
        _ => section.Name,
    };
}

/// <summary>Why a report was not filed, in the terms of the conversation.</summary>
public enum ReportRefusal
{
    NotYours = 1,
    PeriodClosed = 2,
    Settled = 3,
    ChangedMeanwhile = 4,
    Incomplete = 5,
}
