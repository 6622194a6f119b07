using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>撤回: reports that a unit takes back.</summary>
public static class WithdrawalTexts
{
    public static Reply Preview(string unit, ReportingPeriod period, IReadOnlyList<(int Ordinal, string Name, int Version)> tasks, DateOnly due, Language language) => ActTexts.Confirm(
        language.In($"将撤回{unit}{PeriodNames.Of(period, language)}的以下报送：", $"This takes back what {unit} reported for {PeriodNames.Of(period, language)}:")
        + string.Concat(tasks.Select(task => "\n" + language.In($"第{Numerals.Chinese(task.Ordinal)}项（第{task.Version}版）：{task.Name}", $"Task {task.Ordinal} (version {task.Version}): {task.Name}")))
        + "\n" + language.In(
            $"撤回后恢复为未报，须在{Days.Full(due, language)}前重新报送；已报内容转为草稿，各版本保留，并告知牵头部门。",
            $"It is then open again and must be reported by {Days.Full(due, language)}. The text goes on as a draft, every version is kept, and the coordinators are told."),
        language);

    public static Reply Done(string unit, ReportingPeriod period, IReadOnlyList<int> ordinals, Language language) => new(language.In(
        $"已撤回：{unit}{PeriodNames.Of(period, language)}{Tasks(ordinals, language)}。内容已转为草稿，回复“继续填报”可修改后重新报送。",
        $"Taken back: {unit}, {PeriodNames.Of(period, language)}, {Tasks(ordinals, language)}. The text is a draft now; say \"continue\" to change and report it again."))
    {
        Buttons = [Buttons.Of(language, "继续填报", "Continue my draft"), ActTexts.Undo(language), Buttons.MyTasks(language)],
    };

    public static Reply Nothing(string unit, ReportingPeriod period, Language language) => new(language.In(
        $"{unit}{PeriodNames.Of(period, language)}没有可以撤回的报送。", $"There is nothing that {unit} could take back for {PeriodNames.Of(period, language)}."))
    {
        Buttons = [Buttons.MyTasks(language)],
    };

    public static Reply Refused(IReadOnlyList<(int Ordinal, StateRefusal Why)> tasks, Language language) =>
        new(string.Join('\n', tasks.Select(task => Why(task.Ordinal, task.Why, language)))) { Buttons = [Buttons.MyReport(language), Buttons.MyTasks(language)] };

    public static string What(Language language) => language.In("撤回报送，原报告继续有效。", "the withdrawal; the report counts again.");

    public static Reply Letter(WithdrawnLetter letter, Language language)
    {
        var period = ReportingPeriod.TryParse(letter.Period, out var key) ? PeriodNames.Of(key, language) : letter.Period;
        var tasks = string.Concat(letter.Tasks.Select(task => "\n" + language.In($"第{Numerals.Chinese(task.Ordinal)}项：", $"Task {task.Ordinal}: ") + TaskNames.Beginning(null, task.Name)));
        return new(letter.IsUndone
            ? language.In($"{letter.UnitName}（{letter.By}）取消了撤回，{period}以下报送继续有效：{tasks}", $"{letter.UnitName} ({letter.By}) has kept these reports for {period} after all:{tasks}")
            : language.In($"{letter.UnitName}（{letter.By}）撤回了{period}的以下报送，将重新报送：{tasks}", $"{letter.UnitName} ({letter.By}) has taken back these reports for {period} and will report again:{tasks}"));
    }

    private static string Why(int ordinal, StateRefusal why, Language language)
    {
        var task = TaskNames.Ordinal(ordinal, language);
        return why switch
        {
            StateRefusal.DuePassed => language.In(
                $"{task}已过截止日期，不能撤回。要改可以直接说“{task}问题改成……”，或请牵头部门退回。", $"The due date of {task} has passed, so it cannot be taken back. You can correct it (\"change the problems of {task} to ...\") or ask the coordinating office to return it."),
            StateRefusal.Accepted => language.In($"{task}已经通过，不能撤回；如需修改，请联系牵头部门退回。", $"{task} is accepted and cannot be taken back; ask the coordinating office to return it."),
            StateRefusal.Waived => language.In($"{task}已免报，没有可撤回的内容。", $"{task} is waived; there is nothing to take back."),
            StateRefusal.AlreadyReturned => language.In($"{task}已被退回，修改后直接重报即可。", $"{task} has been returned already; simply report it again."),
            _ => language.In($"{task}还没有报送，没有可撤回的内容。", $"{task} has not been reported; there is nothing to take back."),
        };
    }

    private static string Tasks(IReadOnlyList<int> ordinals, Language language) => string.Join(language.In("、", ", "), ordinals.Select(ordinal => TaskNames.Ordinal(ordinal, language)));
}
