using System.Globalization;

namespace PlanBot.Texts;

/// <param name="Task">Of the plan below.</param>
/// <param name="Reported">Of what is owed on it in the period.</param>
public sealed record ChildTaskProgress(string Task, string? Number, IReadOnlyList<string> Units, int Owed, int Reported, int Overdue);

/// <summary>Tasks of plans below that carry out one of the plan above.</summary>
/// <param name="Children">By plan, its title first.</param>
public sealed record ParentTaskProgress(string Task, string? Number, IReadOnlyList<(string Plan, IReadOnlyList<ChildTaskProgress> Tasks)> Children);

/// <summary>Plans above and below each other, in words.</summary>
public static class CascadeTexts
{
    public static string NoParent(string title) =>
        $"《{title}》没有上级计划；导入时用 --parent 指明，或对已有的计划重新导入并加 --parent。 {title} has no plan above it; name one with --parent when it is imported.";

    public static string Link(int number, string child, string parent, double likeness, bool isClear) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}. {child} → {parent}（{likeness * 100:0}%{(isClear ? "" : "，请核对 please check")}）");

    public static string Linked(string child, string parent) => $"✓ {child} → {parent}";

    public static string Alone(string child) => $"－ {child}（上级计划中没有相近的任务 nothing above is like it）";

    public const string HowToConfirm = "以上只是提议。确认全部明确的：--confirm clear；确认其中几条：--confirm 1,3；撤销某项任务的关联：--remove 任务序号。 These are proposals: --confirm clear takes all that are clear, --confirm 1,3 those, --remove with a task's number takes a link back.";

    public static string Confirmed(int count) => $"已关联{count}项。 {count} linked.";

    public static string NoSuchNumber(string given) => $"没有第“{given}”条，请核对序号。 There is no proposal \"{given}\"; check the number.";

    public static string Name(string? number, string? title, string text) => $"{(number is null ? "" : number + " ")}{TaskNames.Beginning(title, text)}";

    public static string NothingBelow(Language language) => language.In(
        "还没有下级计划的任务与本计划关联。导入下级计划时指明上级（planbot import --parent），再用 planbot cascade 确认关联。",
        "No task of a plan below is linked to this one yet. Import plans below with planbot import --parent and confirm the links with planbot cascade.");

    public static string Progress(string title, IReadOnlyList<ParentTaskProgress> tasks, Language language)
    {
        var lines = new List<string> { language.In($"《{title}》的下级进展：", $"Progress below {title}:") };
        foreach (var task in tasks)
        {
            lines.Add($"■ {Name(task.Number, null, task.Task)}");
            foreach (var (plan, children) in task.Children)
            {
                lines.Add(language.In($"　《{plan}》", $"  {plan}"));
                lines.AddRange(children.Select(child => Child(child, language)));
            }
        }
        return string.Join('\n', lines);
    }

    private static string Child(ChildTaskProgress child, Language language)
    {
        var name = Name(child.Number, null, child.Task);
        var units = child.Units.Count == 0 ? "" : language.In($"［{string.Join('、', child.Units)}］", $" [{string.Join(", ", child.Units)}]");
        var state = child.Owed == 0 ? language.In("本期不用报", "nothing owed in this period")
            : language.In($"应报{child.Owed}，已报{child.Reported}{(child.Overdue > 0 ? $"，逾期{child.Overdue}" : "")}", $"{child.Reported} of {child.Owed} reported{(child.Overdue > 0 ? $", {child.Overdue} overdue" : "")}");
        return language.In($"　· {name}{units}：{state}", $"  · {name}{units}: {state}");
    }
}
