using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing.Repair;

public enum RepairKind
{
    /// <summary>The units of a role are these.</summary>
    Set = 1,
    Replace = 2,
    Add = 3,
    Drop = 4,
    DropTask = 5,
}

/// <summary>A unit of a notice that is to be put right before it is stored, as somebody says it. Goes through the fields of the page's form, so that both keep the same rules.</summary>
/// <param name="Task">Place in the notice's list, from 1; null for every task.</param>
/// <param name="Role">Null where none was named.</param>
/// <param name="Old">The name that goes.</param>
public sealed record UnitRepair(RepairKind Kind, int? Task, AssignmentRole? Role = null, string? Old = null, IReadOnlyList<string>? New = null)
{
    private static readonly AssignmentRole[] Roles = [AssignmentRole.Lead, AssignmentRole.Support, AssignmentRole.Responsible];

    public (NoticeInRepair Notice, RepairTold Told) On(NoticeInRepair notice)
    {
        var tasks = notice.Notice.Tasks;
        if (Task is { } place && (place < 1 || place > tasks.Count))
            return (notice, new(RepairProblem.NoSuchTask, $"{place}", []));
        if (Kind == RepairKind.DropTask)
            return (notice.WithoutTask(Task!.Value - 1), new(null, "", [Task.Value], IsDropped: true));
        var (after, changed) = (notice, new List<int>());
        foreach (var at in Task is { } one ? [one - 1] : Enumerable.Range(0, tasks.Count))
        {
            if (Shares(tasks[at], notice.Notice) is not { } shares)
                continue;
            var fields = TaskFields.Of(tasks[at]) with { Lead = Joined(shares, AssignmentRole.Lead), Support = Joined(shares, AssignmentRole.Support), Responsible = Joined(shares, AssignmentRole.Responsible) };
            if (fields.Check(tasks[at], tasks[at].Line).Task is not { } task)
                return (notice, New?.Where(name => !TaskFields.IsUnitName(name)).ToList() is { Count: > 0 } wrong ? new(RepairProblem.NoUnitName, string.Join('、', wrong), []) : new(RepairProblem.OnlyOnPage, $"{at + 1}", []));
            if (task.Units.SequenceEqual(tasks[at].Units))
                continue;
            after = after.WithTask(at, task);
            changed.Add(at + 1);
        }
        return changed.Count > 0 ? (after, new(null, "", changed))
            : Old is not null && (Task is { } named ? [tasks[named - 1]] : tasks).All(task => Named(task, Old) is null) ? (notice, new(RepairProblem.NoSuchUnit, Old, []))
            : (notice, new(RepairProblem.NothingChanged, "", []));
    }

    /// <returns>Who has which role afterwards; null where the task is not concerned.</returns>
    private Dictionary<AssignmentRole, List<string>>? Shares(NoticeTask task, Notice notice)
    {
        var shares = Roles.ToDictionary(role => role, role => task.Units.Where(unit => unit.Role == role).Select(unit => unit.Name).ToList());
        var old = Old is null ? null : Named(task, Old);
        var names = (New ?? []).Select(name => Known(notice, name)).ToList();
        switch (Kind)
        {
            case RepairKind.Drop when old is not null:
                foreach (var role in Roles.Where(role => Role is null || role == Role))
                    shares[role].Remove(old);
                return shares;
            case RepairKind.Replace when old is not null:
                foreach (var role in Roles)
                    shares[role] = [.. shares[role].SelectMany(name => name == old ? names : [name]).Distinct()];
                // Who has two roles by that keeps the higher one.
                var kept = new HashSet<string>();
                foreach (var role in new[] { AssignmentRole.Lead, AssignmentRole.Responsible, AssignmentRole.Support })
                    shares[role].RemoveAll(name => names.Contains(name) && !kept.Add(name));
                return shares;
            case RepairKind.Add:
                Move(shares, names, Role ?? (shares[AssignmentRole.Lead].Count > 0 ? AssignmentRole.Support : AssignmentRole.Responsible), before: null);
                return shares;
            case RepairKind.Set:
                return Put(shares, names, old);
            default:
                return null;
        }
    }

    /// <summary>责任单位 of a task that tells leads apart means its leads. 牵头是科技局不是发改委: where the one is not there yet it takes the other's place, else only its role is another.</summary>
    private Dictionary<AssignmentRole, List<string>>? Put(Dictionary<AssignmentRole, List<string>> shares, List<string> names, string? old)
    {
        var role = Role is AssignmentRole.Responsible && shares[AssignmentRole.Responsible].Count == 0 && shares[AssignmentRole.Lead].Count > 0 ? AssignmentRole.Lead : Role!.Value;
        if (Old is not null && old is null)
            return null;
        if (old is null)
        {
            shares[role] = [];
            Move(shares, names, role, before: null);
            return shares;
        }
        var stood = names.Exists(name => Roles.Any(one => shares[one].Contains(name)));
        var isIn = shares[role].IndexOf(old);
        foreach (var one in Roles.Where(one => one == role || (!stood && one == AssignmentRole.Responsible)))
            shares[one].Remove(old);
        Move(shares, names, role, isIn < 0 ? null : isIn);
        return shares;
    }

    /// <param name="before">Place in the role's list; null for its end.</param>
    private static void Move(Dictionary<AssignmentRole, List<string>> shares, List<string> names, AssignmentRole role, int? before)
    {
        foreach (var one in Roles)
            shares[one].RemoveAll(name => names.Contains(name) && (one != role || before is not null));
        var fresh = names.Where(name => !shares[role].Contains(name)).Distinct().ToList();
        shares[role].InsertRange(Math.Min(before ?? shares[role].Count, shares[role].Count), fresh);
    }

    /// <summary>As it was expanded, as it is written, or by the end of its name where only one unit of the task has it.</summary>
    private static string? Named(NoticeTask task, string words) =>
        (task.Units.FirstOrDefault(unit => unit.Name == words) ?? task.Units.FirstOrDefault(unit => unit.Raw == words))?.Name
        ?? (words.Length >= 3 && task.Units.Where(unit => unit.Name.EndsWith(words, StringComparison.Ordinal)).Select(unit => unit.Name).Distinct().ToList() is [var only] ? only : null);

    /// <summary>A unit of the notice that is written so is meant: 工信委 is its 区工信委.</summary>
    private static string Known(Notice notice, string name)
    {
        var units = notice.Tasks.SelectMany(task => task.Units).ToList();
        return units.Exists(unit => unit.Name == name) ? name : units.Where(unit => unit.Raw == name).Select(unit => unit.Name).Distinct().ToList() is [var only] ? only : name;
    }

    private static string Joined(Dictionary<AssignmentRole, List<string>> shares, AssignmentRole role) => string.Join('、', shares[role]);
}
