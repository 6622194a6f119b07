using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class UnitRepository(IDatabase database) : IUnitRepository
{
    public async Task<Unit?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        // The full name goes before an alias, should one unit's short name be another's full one.
        const string sql = """
            SELECT unit.id, unit.name, unit.kind FROM unit LEFT JOIN unit_alias ON unit_alias.unit_id = unit.id AND unit_alias.alias = @name
             WHERE unit.name = @name OR unit_alias.alias = @name
             ORDER BY CASE WHEN unit.name = @name THEN 0 ELSE 1 END LIMIT 1
            """;
        return await database.FindAsync<UnitRow>(sql, new { name }, cancellationToken) is { } unit
            ? unit.ToModel(await AliasesAsync("unit_id = @Id", new { unit.Id }, cancellationToken))
            : null;
    }

    public async Task<IReadOnlyList<Unit>> OfPlanAsync(Guid planId, CancellationToken cancellationToken)
    {
        // One statement, for every turn asks. By the unit's first task, then by its place there; no task has a million units.
        const string sql = """
            SELECT unit.id, unit.name, unit.kind, unit_alias.alias
              FROM (SELECT assignment.unit_id, min(CAST(plan_task.ordinal AS bigint) * 1000000 + assignment.ordinal) AS place
                      FROM plan_task JOIN assignment ON assignment.task_id = plan_task.id
                     WHERE plan_task.plan_id = @planId GROUP BY assignment.unit_id) AS placed
              JOIN unit ON unit.id = placed.unit_id
              LEFT JOIN unit_alias ON unit_alias.unit_id = unit.id
             ORDER BY placed.place, unit_alias.alias
            """;
        var rows = await database.QueryAsync<UnitRow>(sql, new { planId }, cancellationToken);
        var aliases = rows.Where(row => row.Alias is not null).ToLookup(row => row.Id, row => row.Alias!);
        return rows.DistinctBy(row => row.Id).Select(row => row.ToModel(aliases)).ToList();
    }

    public async Task<IReadOnlyList<Unit>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<UnitRow>("SELECT id, name, kind FROM unit ORDER BY id", null, cancellationToken);
        var aliases = await AliasesAsync("true", null, cancellationToken);
        return rows.Select(row => row.ToModel(aliases)).ToList();
    }

    public Task AddAsync(Unit unit, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async cancellation =>
        {
            await database.WriteAsync("INSERT INTO unit (id, name, kind) VALUES (@Id, @Name, @Kind)", new { unit.Id, unit.Name, unit.Kind }, cancellation);
            await database.InsertAsync(
                "INSERT INTO unit_alias (alias, unit_id) VALUES (@Alias, @UnitId)", unit.Aliases.Select(alias => new { Alias = alias, UnitId = unit.Id }), cancellation);
        }, cancellationToken);

    /// <param name="condition">A condition on unit_alias, of ours.</param>
    private async Task<ILookup<Guid, string>> AliasesAsync(string condition, object? parameters, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<AliasRow>(
            $"SELECT unit_id, alias FROM unit_alias WHERE {condition} ORDER BY alias", parameters, cancellationToken);
        return rows.ToLookup(row => row.UnitId, row => row.Alias);
    }

    private sealed record UnitRow
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required UnitKind Kind { get; init; }

        /// <summary>One of its aliases, where the statement reads them along.</summary>
        public string? Alias { get; init; }

        public Unit ToModel(ILookup<Guid, string> aliases) => new() { Id = Id, Name = Name, Kind = Kind, Aliases = aliases[Id].ToList() };
    }

    private sealed record AliasRow
    {
        public required Guid UnitId { get; init; }
        public required string Alias { get; init; }
    }
}
