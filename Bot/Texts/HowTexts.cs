namespace PlanBot.Texts;

/// <summary>How reporting works.</summary>
public static class HowTexts
{
    public static Reply Correct(Language language) => new(language.In(
        "可以改。报送之后，本期关闭之前随时可以修改：直接说“第一项问题改成……”，核对确认后作为新版本报送，原版本保留；截止日期之前也可以说“撤回第一项”。已审核通过的，请牵头部门退回后再改。",
        "Yes. Until the period closes you can change what you filed: say \"change the problems of task 1 to ...\", check it and confirm; it becomes a new version and the old one is kept. Before the due date you can also say \"withdraw task 1\". What was accepted has to be returned by the coordinating office first."))
    {
        Buttons = [Buttons.MyReport(language), Buttons.MyTasks(language)],
    };

    public static Reply SignOff(IReadOnlyList<(string Title, bool IsNeeded)> plans, Language language) => new(string.Join('\n', plans.Select(plan =>
        (plans.Count > 1 ? language.In($"《{plan.Title}》：", $"{plan.Title}: ") : "") + (plan.IsNeeded
            ? language.In("需要。您确认报送后，我会请本单位分管领导在对话里签批，签批后才算正式报送。", "Yes. Once you have confirmed, I ask your unit's leader to agree here; it counts when they have.")
            : language.In("不需要在这里签批，您确认后即为正式报送；单位内部怎么审核，按本单位的规定办理。", "No. It counts as soon as you confirm; how your unit checks it beforehand is up to your unit.")))))
    {
        Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)],
    };
}
