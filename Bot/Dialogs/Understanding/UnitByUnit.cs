using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>教委、科技局都延到15号: what is decided about one unit at a time, wished for several. Pure.</summary>
public static class UnitByUnit
{
    /// <returns>One wish for each unit, in order, with the tasks that are named beside it; empty when there are not several, or when it cannot be told which task is whose.</returns>
    public static IReadOnlyList<Understood> Of(Understood said)
    {
        if (said.Intent is not (Intent.Extend or Intent.Return or Intent.Accept or Intent.Waive or Intent.PauseReminders or Intent.ResumeReminders or Intent.Invite)
            || said.Units.Count < 2 || said.Units.Any(unit => unit.One is null) || Excepted.IsMatch(said.Plain))
            return [];
        var units = said.Units.DistinctBy(unit => unit.One!.Id).ToList();
        if (units.Count < 2)
            return [];
        // These can be done for several units at once, in one preview.
        if (said.Tasks.Count == 0 && said.Intent is Intent.Extend or Intent.Accept or Intent.Waive)
            return [];
        if (said.Tasks.Count == 0)
            return units.ConvertAll(unit => said with { Units = [unit] });
        return TasksBeside(said, units) is { } tasks ? [.. units.Zip(tasks, (unit, its) => said with { Units = [unit], Tasks = its })] : [];
    }

    /// <summary>教委第三项和科技局第一项: tasks follow their unit, or all stand before theirs.</summary>
    private static List<IReadOnlyList<int>>? TasksBeside(Understood said, List<UnitMention> units)
    {
        var order = said.Evidence.Where(evidence => evidence.Idea is "@Unit" or "@Task").ToList();
        if (order.Count(evidence => evidence.Idea == "@Unit") != units.Count)
            return null;
        if (order[0].Idea == "@Task")
            order.Reverse();
        var tasks = new List<List<int>>();
        foreach (var evidence in order)
        {
            if (evidence.Idea == "@Unit")
                tasks.Add([]);
            else
                tasks[^1].AddRange(TaskWords.Find(evidence.Words).Select(task => task.Ordinal));
        }
        if (order[0].Words != units[0].Words)
            tasks.Reverse();
        return tasks.TrueForAll(its => its.Count > 0) ? [.. tasks] : null;
    }

    private static Regex Excepted => field ??= new("除了?|除外|以外|不包括|except|excluding|other than|apart from");
}
