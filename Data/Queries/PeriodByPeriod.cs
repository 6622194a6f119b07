using Dapper;

namespace PlanBot.Data.Queries;

/// <summary>A statement over several periods, written so that each is looked up by itself.</summary>
/// <remarks>Asked for a list of periods at once, PostgreSQL may find that they are most of the ledger and read all of it, closed periods too.</remarks>
internal static class PeriodByPeriod
{
    /// <param name="periodIds">At least one.</param>
    /// <param name="select">A SELECT on the one period <c>@periodId</c>, of ours.</param>
    /// <returns>The selects joined by UNION ALL, and their parameters, to which others may be added.</returns>
    public static (string Sql, DynamicParameters Parameters) Of(IReadOnlyCollection<Guid> periodIds, string select)
    {
        var parameters = new DynamicParameters();
        var selects = new List<string>();
        foreach (var id in periodIds)
        {
            var name = $"@periodId{selects.Count}";
            parameters.Add(name, id);
            selects.Add(select.Replace("@periodId", name, StringComparison.Ordinal));
        }
        return (string.Join("\nUNION ALL ", selects), parameters);
    }
}
