using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Builders;

internal static class UnitSearch
{
    /// <summary>The first unit of that name; null when there is none.</summary>
    public static async Task<Unit?> FindByNameAsync(this UnitRepository units, string name, CancellationToken cancellationToken) => await units.NamedAsync(name, cancellationToken) is [var first, ..] ? first : null;
}
