using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>A task as a plan holds it, or as a notice brings it anew.</summary>
public sealed record TaskWording
{
    /// <summary>The stored task's; of a notice's task a new one.</summary>
    public required Guid Id { get; init; }
    public string? Number { get; init; }
    public string? Title { get; init; }
    public required string Text { get; init; }
    public required int Line { get; init; }
    public DatedText? Deadline { get; init; }
    public IReadOnlyList<DatedText> Milestones { get; init; } = [];

    /// <summary>In the notice's order, each unit once.</summary>
    public required IReadOnlyList<UnitShare> Shares { get; init; }

    public string Name => Title ?? Text;

    /// <summary>Units that answer for it first: those that lead, or all where nobody does.</summary>
    public IEnumerable<Guid> Leads => Shares.Any(share => share.Role == AssignmentRole.Lead)
        ? Shares.Where(share => share.Role == AssignmentRole.Lead).Select(share => share.UnitId)
        : Shares.Select(share => share.UnitId);

    /// <summary>What the other says differently. White space and the line do not matter: the same notice comes as text and as a page.</summary>
    public IReadOnlySet<TaskPart> DifferencesTo(TaskWording other)
    {
        var parts = new HashSet<TaskPart>();
        if (Solid(Number) != Solid(other.Number))
            parts.Add(TaskPart.Number);
        if (Solid(Text) != Solid(other.Text))
            parts.Add(TaskPart.Text);
        if (Solid(Title) != Solid(other.Title))
            parts.Add(TaskPart.Title);
        if ((Solid(Deadline?.Raw), Deadline?.Date) != (Solid(other.Deadline?.Raw), other.Deadline?.Date))
            parts.Add(TaskPart.Deadline);
        if (!Shares.Select(share => (share.UnitId, share.Role)).ToHashSet().SetEquals(other.Shares.Select(share => (share.UnitId, share.Role))))
            parts.Add(TaskPart.Units);
        return parts;
    }

    private static string Solid(string? text) => text is null ? "" : string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}

/// <param name="Raw">As the notice writes the unit.</param>
public sealed record UnitShare(Guid UnitId, string UnitName, string Raw, AssignmentRole Role);

/// <summary>What of a task another wording changes.</summary>
public enum TaskPart
{
    Number = 1,
    Title = 2,
    Text = 3,
    Deadline = 4,
    Units = 5,
}
