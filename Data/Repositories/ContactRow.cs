using PlanBot.Data.Model;

namespace PlanBot.Data.Repositories;

internal sealed record ContactRow
{
    public required Guid PersonId { get; init; }
    public required Guid UnitId { get; init; }
    public required ContactKind Kind { get; init; }
    public DateOnly? FromOn { get; init; }
    public DateOnly? UntilOn { get; init; }

    public Contact ToModel() => new(PersonId, UnitId, Kind) { From = FromOn, Until = UntilOn };
}
