namespace PlanBot.Domain;

/// <summary>What another wording of a notice changes in the plan that it was imported as.</summary>
public sealed record PlanDifference
{
    /// <summary>In the order of the new wording, those that it drops last.</summary>
    public required IReadOnlyList<TaskPair> Tasks { get; init; }

    /// <summary>Of the plan itself: title, dates, rule, contact.</summary>
    public required IReadOnlyList<PlanPartChange> Parts { get; init; }

    /// <summary>Units that go on under another name.</summary>
    public IReadOnlyList<UnitRename> Renames { get; init; } = [];

    public IEnumerable<TaskPair> Added => Tasks.Where(pair => pair.Before is null);

    public IEnumerable<TaskPair> Dropped => Tasks.Where(pair => pair.After is null);

    /// <summary>Said or shared out differently; another number alone does not count.</summary>
    public IEnumerable<(TaskPair Pair, IReadOnlySet<TaskPart> Parts)> Changed => Both.Where(pair => pair.Parts.Any(part => part != TaskPart.Number));

    public int Renumbered => Both.Count(pair => pair.Parts.Count == 1 && pair.Parts.Contains(TaskPart.Number));

    public bool IsEmpty => Renames.Count == 0 && Parts.Count == 0 && Renumbered == 0 && !Added.Any() && !Dropped.Any() && !Changed.Any();

    private IEnumerable<(TaskPair Pair, IReadOnlySet<TaskPart> Parts)> Both =>
        Tasks.Where(pair => pair is { Before: not null, After: not null }).Select(pair => (pair, pair.Before!.DifferencesTo(pair.After!)));
}

/// <param name="IsApplied">False where what was reported so far would no longer fit: it stays as it is.</param>
public sealed record PlanPartChange(PlanPart Part, string? Before, string? After, bool IsApplied = true);

/// <summary>A unit under its old name and the one that the notice gives it.</summary>
/// <param name="Reform">When organs of this kind got the new name, e.g. 2018; null when it is not known.</param>
public sealed record UnitRename(Guid UnitId, string Before, string After, string? Reform);

public enum PlanPart
{
    Title = 1,
    DocumentNumber = 2,
    Issued = 3,
    Years = 4,
    Rule = 5,
    Frequency = 6,
    Sections = 7,
    Contact = 8,
    LeadOnly = 9,
}
