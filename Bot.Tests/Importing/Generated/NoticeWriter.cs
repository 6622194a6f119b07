using System.Text;

namespace PlanBot.Tests.Importing.Generated;

/// <summary>Writes an invented plan as a notice, in each layout that notices have.</summary>
public static class NoticeWriter
{
    private const string Head = "云河县人民政府办公室关于印发2021年重点工作的通知\n\n各有关单位：\n\n现将重点工作印发给你们，请认真落实。\n\n云河县人民政府办公室\n2021年3月8日\n\n";

    public static string Write(string layout, IReadOnlyList<WrittenTask> tasks) => Head + layout switch
    {
        "A" => Lines(Rows(tasks), cells => string.Join(" | ", cells) + " |"),
        "B" => Lines(Rows(tasks), cells => string.Join("\n\n", cells.Select(cell => cell.Length == 0 ? "无" : cell)) + "\n"),
        "B, empty cells lost" => Lines(Rows(tasks), cells => string.Join('\n', cells.Where(cell => cell.Length > 0))),
        "B, a unit a line" => UnitALine(tasks),
        "C" => Lines(Rows(tasks), cells => string.Concat(cells.Select(cell => cell + "\n|\n"))),
        "C, bar at the end" => Lines(Rows(tasks), cells => string.Join('\n', cells.Select(cell => cell + " |"))),
        "D" => Lines(Rows(tasks), cells => string.Join(' ', cells.Select(cell => cell.Length == 0 ? "—" : cell))),
        "tabs" => Lines(Rows(tasks), cells => string.Join('\t', cells)),
        "F" => Paragraphs(tasks, task => $"（{Marked(task, "，")}{(task.Deadline is { } due ? $"，{due}" : "")}）"),
        "G" => Paragraphs(tasks, task => $"（{ByVerb(task)}）"),
        "H" => Paragraphs(tasks, task => $"\n{Marked(task, "\n")}"),
        "I" => Paragraphs(tasks, task => $"{Marked(task, "；")}。"),
        "I, in one line" => string.Concat(Paragraphs(tasks, task => $"{Marked(task, "；")}。").Split('\n')),
        _ => throw new ArgumentOutOfRangeException(nameof(layout), layout, null),
    };

    /// <summary>Whether the layout has a place for deadlines.</summary>
    public static bool HasDeadlines(string layout) => layout is not ("G" or "H" or "I" or "I, in one line");

    private static IReadOnlyList<IReadOnlyList<string>> Rows(IReadOnlyList<WrittenTask> tasks)
    {
        var hasLead = tasks[0].Lead is not null;
        string[] header = hasLead ? ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"] : ["序号", "重点任务", "责任单位", "完成时限"];
        return [header, .. tasks.Select((task, index) => (IReadOnlyList<string>)[$"{index + 1}", task.Text, .. hasLead ? [task.Lead!.Written] : Array.Empty<string>(), List(task.Others), task.Deadline ?? ""])];
    }

    private static string Lines(IReadOnlyList<IReadOnlyList<string>> rows, Func<IReadOnlyList<string>, string> row) => string.Concat(rows.Select(cells => row(cells).TrimEnd('\n') + "\n"));

    private static string UnitALine(IReadOnlyList<WrittenTask> tasks)
    {
        var text = new StringBuilder("序号\n重点任务\n责任单位\n完成时限\n");
        foreach (var (index, task) in tasks.Index())
            text.Append(index + 1).Append('\n').Append(task.Text).Append('\n').AppendJoin('\n', task.Others.Select(unit => unit.Name)).Append('\n').Append(task.Deadline ?? "无").Append('\n');
        return text.ToString();
    }

    private static string Paragraphs(IReadOnlyList<WrittenTask> tasks, Func<WrittenTask, string> tail) =>
        string.Join('\n', tasks.Select((task, index) => $"{index + 1}. {task.Text}{tail(task)}"));

    private static string Marked(WrittenTask task, string between) =>
        task.Lead is null ? $"责任单位：{List(task.Others)}"
        : task.Others.Count == 0 ? $"牵头单位：{task.Lead.Written}"
        : $"牵头单位：{task.Lead.Written}{between}配合单位：{List(task.Others)}";

    private static string ByVerb(WrittenTask task) =>
        task.Lead is null ? $"{List(task.Others)}负责" : task.Others.Count == 0 ? $"{task.Lead.Written}牵头" : $"{task.Lead.Written}牵头，{List(task.Others)}配合";

    private static string List(IReadOnlyList<WrittenUnit> units) => string.Join('、', units.Select(unit => unit.Written));
}
