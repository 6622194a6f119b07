namespace PlanBot.Texts;

public enum RepairProblem
{
    NoSuchTask = 1,
    NoSuchUnit = 2,
    NoUnitName = 3,
    NothingChanged = 4,

    /// <summary>Something else of the task is not in order: the subject is its place.</summary>
    OnlyOnPage = 5,
}

/// <summary>What came of a repair: what is wrong with it, or the tasks that it changed.</summary>
/// <param name="Subject">Of a problem: the number or the name that was meant.</param>
/// <param name="Tasks">Places from 1, as the list stands afterwards; of a task that was dropped, where it stood.</param>
public sealed record RepairTold(RepairProblem? Problem, string Subject, IReadOnlyList<int> Tasks, bool IsDropped = false);

/// <summary>What came of putting a notice's units right in words.</summary>
public static class NoticeRepairTexts
{
    /// <summary>Tasks named one by one; beyond, they are only counted.</summary>
    private const int MostTasks = 5;

    /// <param name="page">Only the first tells of it.</param>
    /// <param name="tasks">As they stand afterwards.</param>
    /// <returns>Null where nothing was put right.</returns>
    public static string? Told(int page, IReadOnlyList<RepairTold> told, IReadOnlyList<ShownTask> tasks, Language language) => page > 0 || told.Count == 0 ? null : string.Join('\n', told.Select(one => One(one, tasks, language)));

    private static string One(RepairTold told, IReadOnlyList<ShownTask> tasks, Language language) => told.Problem switch
    {
        RepairProblem.NoSuchTask => language.In($"没有改动：没有第{told.Subject}项，只读到{tasks.Count}项任务。", $"Nothing was changed: there is no task {told.Subject}, only {PeriodTexts.Tasks(tasks.Count)}."),
        RepairProblem.NoSuchUnit => language.In($"没有改动：任务里没有叫“{told.Subject}”的单位。", $"Nothing was changed: no task has a unit \"{told.Subject}\"."),
        RepairProblem.NoUnitName => language.In($"没有改动：“{told.Subject}”不能作单位名称。", $"Nothing was changed: \"{told.Subject}\" cannot be the name of a unit."),
        RepairProblem.OnlyOnPage => language.In($"没有改动：第{told.Subject}项的内容过长或不完整，请在看板上逐条核对的页面里改。", $"Nothing was changed: task {told.Subject} is too long or not whole; please put it right on the page where it is checked line by line."),
        RepairProblem.NothingChanged => language.In("没有改动：已经是这样。", "Nothing was changed: it stands so already."),
        _ when told.IsDropped => language.In($"已去掉原来的第{told.Tasks[0]}项，后面各项的序号提前一位。", $"Task {told.Tasks[0]} was taken out; those after it move up by one."),
        _ => Changed(told.Tasks, tasks, language),
    };

    private static string Changed(IReadOnlyList<int> places, IReadOnlyList<ShownTask> tasks, Language language)
    {
        var named = places.Where(place => place <= tasks.Count).Take(MostTasks).Select(place => language.In($"第{place}项［{Shares(tasks, place, language)}］", $"task {place} [{Shares(tasks, place, language)}]"));
        return language.In($"已改：{string.Join("，", named)}{(places.Count > MostTasks ? $"等{places.Count}项" : "")}。", $"Changed: {string.Join(", ", named)}{(places.Count > MostTasks ? $" and {places.Count - MostTasks} more" : "")}.");
    }

    private static string Shares(IReadOnlyList<ShownTask> tasks, int place, Language language) => NoticePreviewTexts.Shares(tasks[place - 1].Units, language);
}
