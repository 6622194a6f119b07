using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>The share of each unit in one task.</summary>
internal static class UnitShares
{
    /// <summary>A unit that is named twice, among the responsible units and as the one that leads them, has the share that asks most of it. The order stays that of the first naming.</summary>
    public static IReadOnlyList<NoticeUnit> Of(IReadOnlyList<NoticeUnit> units) =>
        [.. units.GroupBy(unit => unit.Name).Select(same => same.First() with { Role = same.Select(unit => unit.Role).MinBy(Rank) })];

    private static int Rank(AssignmentRole role) => role switch { AssignmentRole.Lead => 0, AssignmentRole.Responsible => 1, _ => 2 };
}
