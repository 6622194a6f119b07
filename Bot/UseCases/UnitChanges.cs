using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Writes what a notice tells of units, before its tasks are shared out among them.</summary>
internal static class UnitChanges
{
    public static async Task StoreAsync(
        IUnitRepository units, NoticeStanding standing, IReadOnlyCollection<UnitRename> renames, Guid? decidedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var unit in standing.Units.New)
            await units.AddAsync(unit, cancellationToken);
        foreach (var (unit, place) in standing.Units.Placed)
            await units.PlaceAsync(unit.Id, place, cancellationToken);
        foreach (var rename in renames)
            await units.RenameAsync(standing.Own.First(unit => unit.Id == rename.UnitId), rename.After, decidedBy, now, cancellationToken);
    }
}
