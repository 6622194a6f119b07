using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Acts;

/// <summary>第一项不缓, except task 1: some of a unit's tasks are left out of what is shown. Pure.</summary>
internal static class TasksLeftOut
{
    /// <returns>The same wish when the words leave none out; null when they leave nothing to be done.</returns>
    public static Wish? Of(Understood said, Wish wish)
    {
        if (said.EndsAsQuestion || said.Tasks.Count == 0 || said.When is not null || said.Days is not null)
            return wish;
        // 第二项延，第一项不延: each clause speaks of its own.
        var dropped = Clauses.Split(said.Plain).Where(clause => LeavesOut.IsMatch(clause)).SelectMany(clause => TaskWords.Find(clause)).Select(task => task.Ordinal).ToList();
        if (dropped.Count == 0)
            return wish;
        if (wish.Tasks.Count == 0)
            return wish with { ExceptTasks = [.. wish.ExceptTasks.Union(dropped)] };
        var left = wish.Tasks.Except(dropped).ToList();
        // task 1, not task 2: another in its place.
        if (left.Count == 0)
            left = [.. said.Tasks.Except(dropped)];
        return left.Count == 0 ? null : wish with { Tasks = left };
    }

    private static Regex Clauses => field ??= new("[,.;]| (?=(?:but )?not |except |without )");

    private static Regex LeavesOut => field ??= new("(?:不用|不要|不必|别|甭|先不|就不|都不|(?<![要能可是好])不)(?:再|给)?(?:延|缓|宽限|退|打回|收|免|过(?!期)|通过|审|批|算|动|改)|除了|除外|以外|不包括|不含|去掉|剔除|拿掉|(?<![a-z])(?:except|not|without|leave out|skip|drop|minus)(?![a-z])");
}
