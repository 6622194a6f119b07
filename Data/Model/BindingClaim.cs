namespace PlanBot.Data.Model;

/// <summary>A user whom nobody knows says who they are; nothing follows from it until a coordinator confirms.</summary>
public sealed record BindingClaim
{
    public required Guid Id { get; init; }

    public required string Channel { get; init; }
    public required string UserId { get; init; }

    /// <summary>The claimant's own words.</summary>
    public required string Said { get; init; }

    /// <summary>Somebody of the list whom the words fit; null when they fit nobody.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Unit and name that the words hold; null where none was found.</summary>
    public Guid? UnitId { get; init; }
    public string? Name { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public required ClaimState State { get; init; }
    public Guid? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>The numbers are stored.</summary>
public enum ClaimState
{
    Open = 1,
    Confirmed = 2,
    Declined = 3,
}
