using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class UnitRepository(IDatabase database) : IUnitRepository
{
    public async Task<IReadOnlyList<Unit>> NamedAsync(string name, CancellationToken cancellationToken)
    {
        // The full name goes before the name, and both before an alias, should one unit's short name be another's full one.
        const string sql = """
            SELECT unit.id, unit.name, unit.place, unit.kind,
                   CASE WHEN unit.full_name = @name THEN 0 WHEN unit.name = @name THEN 1 ELSE 2 END AS likeness
              FROM unit
             WHERE unit.id IN (SELECT id FROM unit WHERE full_name = @name UNION SELECT id FROM unit WHERE name = @name UNION SELECT unit_id FROM unit_alias WHERE alias = @name)
             ORDER BY likeness, unit.id
            """;
        var units = await database.QueryAsync<UnitRow>(sql, new { name }, cancellationToken);
        var aliases = await AliasesAsync("unit_id = ANY (@ids)", new { ids = new IdList([.. units.Select(unit => unit.Id)]) }, cancellationToken);
        return units.Select(unit => unit.ToModel(aliases)).ToList();
    }

    public async Task<IReadOnlyList<Unit>> OfPlanAsync(Guid planId, CancellationToken cancellationToken)
    {
        // One statement, for every turn asks. By the unit's first task, then by its place there; no task has a million units.
        const string sql = """
            SELECT unit.id, unit.name, unit.place, unit.kind, unit_alias.alias
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
        var rows = await database.QueryAsync<UnitRow>("SELECT id, name, place, kind FROM unit ORDER BY id", null, cancellationToken);
        var aliases = await AliasesAsync("true", null, cancellationToken);
        return rows.Select(row => row.ToModel(aliases)).ToList();
    }

    public async Task<IReadOnlyList<(string? Issuer, string Title)>> NamedByAsync(Guid unitId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT DISTINCT plan.issuer, plan.title
              FROM assignment JOIN plan_task ON plan_task.id = assignment.task_id JOIN plan ON plan.id = plan_task.plan_id
             WHERE assignment.unit_id = @unitId
            """;
        var rows = await database.QueryAsync<NamingRow>(sql, new { unitId }, cancellationToken);
        return rows.Select(row => (row.Issuer, row.Title)).ToList();
    }

    public Task AddAsync(Unit unit, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async cancellation =>
        {
            await database.WriteAsync(
                "INSERT INTO unit (id, full_name, kind, name, place) VALUES (@Id, @FullName, @Kind, @Name, @Place)",
                new { unit.Id, unit.FullName, unit.Kind, unit.Name, unit.Place }, cancellation);
            await database.InsertAsync(
                "INSERT INTO unit_alias (alias, unit_id, place) VALUES (@Alias, @UnitId, @Place)",
                unit.Aliases.Select(alias => new { Alias = alias, UnitId = unit.Id, unit.Place }), cancellation);
        }, cancellationToken);

    public Task<bool> PlaceAsync(Guid unitId, string place, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async cancellation => (await OneAsync(unitId, cancellation)) is { } unit && await RewriteAsync(unit with { Place = place }, cancellation), cancellationToken);

    public Task<bool> RenameAsync(Unit unit, string name, Guid? confirmedBy, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async cancellation =>
            {
                if (!await RewriteAsync(unit with { Name = name }, cancellation))
                    return false;
                // Its own alias no longer, now that it is the name.
                await database.WriteAsync("DELETE FROM unit_alias WHERE unit_id = @Id AND alias = @name", new { unit.Id, name }, cancellation);
                await WriteAliasAsync(unit, unit.Name, confirmedBy, at, cancellation);
                return true;
            },
            cancellationToken);

    public Task<bool> AddAliasAsync(Unit unit, string alias, Guid? confirmedBy, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async cancellation => !(await NamedAsync(alias, cancellation)).Any(other => other.Id != unit.Id && other.Place == unit.Place)
                && await WriteAliasAsync(unit, alias, confirmedBy, at, cancellation),
            cancellationToken);

    private async Task<bool> WriteAliasAsync(Unit unit, string alias, Guid? confirmedBy, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO unit_alias (alias, unit_id, place, confirmed_by, confirmed_at) VALUES (@alias, @Id, @Place, @confirmedBy, @at)
            ON CONFLICT (alias, place) DO UPDATE SET confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at WHERE unit_alias.unit_id = excluded.unit_id
            """;
        return await database.WriteAsync(sql, new { alias, unit.Id, unit.Place, confirmedBy, at }, cancellationToken) > 0;
    }

    private async Task<bool> RewriteAsync(Unit unit, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE unit SET name = @Name, place = @Place, full_name = @FullName
             WHERE id = @Id AND NOT EXISTS (SELECT 1 FROM unit other WHERE other.full_name = @FullName AND other.id <> @Id)
            """;
        if (await database.WriteAsync(sql, new { unit.Id, unit.Name, unit.Place, unit.FullName }, cancellationToken) == 0)
            return false;
        // An alias that another unit of that place has already stays behind.
        const string aliases = """
            UPDATE unit_alias SET place = @Place
             WHERE unit_id = @Id AND place <> @Place AND NOT EXISTS (SELECT 1 FROM unit_alias other WHERE other.alias = unit_alias.alias AND other.place = @Place)
            """;
        await database.WriteAsync(aliases, new { unit.Id, unit.Place }, cancellationToken);
        return true;
    }

    private async Task<Unit?> OneAsync(Guid unitId, CancellationToken cancellationToken) =>
        (await database.FindAsync<UnitRow>("SELECT id, name, place, kind FROM unit WHERE id = @unitId", new { unitId }, cancellationToken))
            ?.ToModel(await AliasesAsync("unit_id = @unitId", new { unitId }, cancellationToken));

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
        public required string Place { get; init; }
        public required UnitKind Kind { get; init; }

        /// <summary>One of its aliases, where the statement reads them along.</summary>
        public string? Alias { get; init; }

        public Unit ToModel(ILookup<Guid, string> aliases) => new() { Id = Id, Name = Name, Place = Place, Kind = Kind, Aliases = aliases[Id].ToList() };
    }

    private sealed record AliasRow
    {
        public required Guid UnitId { get; init; }
        public required string Alias { get; init; }
    }

    private sealed record NamingRow
    {
        public string? Issuer { get; init; }
        public required string Title { get; init; }
    }
}
