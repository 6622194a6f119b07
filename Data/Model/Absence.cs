namespace PlanBot.Data.Model;

/// <summary>A contact who is away, and who stands in (休假、出差，由……代).</summary>
public sealed record Absence
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>First day away.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day away; null until they say that they are back.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Null where the unit's backup stands in.</summary>
    public Guid? DeputyId { get; init; }

    public required Guid MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was taken back, or the person came back early.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public bool Covers(DateOnly day) => EndedAt is null && day >= From && !(day > Until);
}
