namespace PlanBot.Data.Model;

/// <summary>A duty of the plan (任务) with its full text.</summary>
public sealed record PlanTask
{
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>Place in the plan, counted from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>As printed, nested ones joined: 1, （五）1; null when the notice prints none.</summary>
    public string? Number { get; init; }

    public string? Title { get; init; }
    public required string Text { get; init; }

    /// <summary>Line of the source file, counted from 1.</summary>
    public required int Line { get; init; }

    public DatedText? Deadline { get; init; }
    public IReadOnlyList<DatedText> Milestones { get; init; } = [];
}

/// <summary>A date as the notice writes it. <paramref name="Date"/> is ISO text cut at <paramref name="Precision"/>; null when the words name no date (持续推进).</summary>
/// <param name="Precision">year, month, day or minute; null without a date.</param>
public sealed record DatedText(string Raw, string? Date, string? Precision);

/// <summary>An organisation that answers for tasks (单位). Shared by all plans of its place; found by its name or one of its aliases.</summary>
public sealed record Unit
{
    public required Guid Id { get; init; }

    /// <summary>As its notices name it: 县财政局.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is, from the names of the organs that gave it tasks: 云河县, 云州市临河区. Empty where they do not tell, and for a unit that is named by its place.</summary>
    public string Place { get; init; } = "";

    /// <summary>No two units have the same: 云河县财政局. The name itself where the place is not known.</summary>
    public string FullName => FullNameOf(Name, Place);

    /// <summary>All it may be called by: name, aliases, full name.</summary>
    public IEnumerable<string> Names => Place.Length == 0 ? Aliases.Prepend(Name) : Aliases.Prepend(Name).Append(FullName);

    /// <summary>县财政局 in 云河县 is 云河县财政局: the level that ends the place is the one that opens the name.</summary>
    public static string FullNameOf(string name, string place)
    {
        // 市场监管局 opens with no level.
        if (name.StartsWith("市场", StringComparison.Ordinal) || name.StartsWith("市容", StringComparison.Ordinal))
            return place + name;
        var shared = Enumerable.Range(0, Math.Min(3, Math.Min(name.Length, place.Length)) + 1).Last(length => place.EndsWith(name[..length], StringComparison.Ordinal));
        return place + name[shared..];
    }

    /// <summary>Short and former names, each belonging to one unit of its place only.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public required UnitKind Kind { get; init; }
}

/// <summary>A single organisation, or a collective addressee such as 各区. The numbers are stored.</summary>
public enum UnitKind
{
    Unit = 1,
    Group = 2,
}

/// <summary>A unit's share in a task (分工).</summary>
public sealed record Assignment
{
    public required Guid Id { get; init; }
    public required Guid TaskId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>Place in the notice's list of units, counted from 1.</summary>
    public required int Ordinal { get; init; }

    public required AssignmentRole Role { get; init; }

    /// <summary>The unit as written, before a shared prefix was spread: 工信委.</summary>
    public required string Raw { get; init; }
}

/// <summary>牵头, 配合, or 责任 where the notice makes no difference. The numbers are stored.</summary>
public enum AssignmentRole
{
    Lead = 1,
    Support = 2,
    Responsible = 3,
}
