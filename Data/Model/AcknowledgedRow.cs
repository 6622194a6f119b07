namespace PlanBot.Data.Model;

/// <summary>A contact who has taken note of the latest reminder of a period.</summary>
public sealed record AcknowledgedRow
{
    public required string PersonName { get; init; }
    public required DateTimeOffset AcknowledgedAt { get; init; }
}
