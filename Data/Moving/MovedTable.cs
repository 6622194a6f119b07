using System.Globalization;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Moving;

/// <summary>A table that moves, with its columns as the target has them.</summary>
/// <param name="Key">Positions of the primary key's columns.</param>
internal sealed record MovedTable(string Name, IReadOnlyList<MovedColumn> Columns, IReadOnlyList<int> Key)
{
    public string ColumnList { get; } = string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    /// <summary>A row by its key, e.g. <c>id=..., ordinal=2</c>; for people.</summary>
    public string NameOf(MovedRow row) => $"{Name} {string.Join(", ", Key.Select(column => $"{Columns[column].Name}={Text(row.Values[column])}"))}";

    private static string? Text(object? value) => value is DateTime or DateOnly
        ? string.Create(CultureInfo.InvariantCulture, $"{value:O}")
        : Convert.ToString(value, CultureInfo.InvariantCulture);
}

internal sealed record MovedColumn(string Name, ColumnType Type);

/// <param name="RowId">SQLite's own number of the row.</param>
/// <param name="Values">As the target gives them back, in the order of the table's columns.</param>
internal sealed record MovedRow(long RowId, object?[] Values);

/// <summary>The tables to move: all that the migrations have made in the target. No list of names, so that none can be left out of it.</summary>
internal static class MovedTables
{
    /// <returns>Each table after all it refers to.</returns>
    public static async Task<IReadOnlyList<MovedTable>> OfAsync(PostgresDatabase target, CancellationToken cancellationToken)
    {
        // The schema's own history is made there by the migrator; the scheduler makes its tables (qrtz_*) and everything in them when the service starts.
        const string columns = """
            SELECT c.table_name, c.column_name, c.udt_name,
                   EXISTS (SELECT 1 FROM information_schema.table_constraints t
                             JOIN information_schema.key_column_usage k ON k.constraint_schema = t.constraint_schema AND k.constraint_name = t.constraint_name
                                                                       AND k.table_name = t.table_name
                            WHERE t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.constraint_type = 'PRIMARY KEY'
                              AND k.column_name = c.column_name) AS is_key
              FROM information_schema.columns c
             WHERE c.table_schema = current_schema() AND c.table_name NOT IN ('schema_version', 'database_move', 'database_move_table') AND c.table_name NOT LIKE 'qrtz\_%'
             ORDER BY c.table_name, c.ordinal_position
            """;
        const string references = """
            SELECT one.relname AS name, other.relname AS refers_to
              FROM pg_constraint c JOIN pg_class one ON one.oid = c.conrelid JOIN pg_class other ON other.oid = c.confrelid
             WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace AND one.oid <> other.oid
            """;
        var tables = (await target.QueryAsync<ColumnRow>(columns, null, cancellationToken)).GroupBy(row => row.TableName).ToDictionary(rows => rows.Key, ToTable);
        var referred = (await target.QueryAsync<ReferenceRow>(references, null, cancellationToken)).ToLookup(row => row.Name, row => row.RefersTo);
        var ordered = new List<MovedTable>();
        while (ordered.Count < tables.Count)
        {
            var done = ordered.Select(table => table.Name).ToHashSet();
            ordered.AddRange(tables.Values.Where(table => !done.Contains(table.Name) && referred[table.Name].All(done.Contains)) is var next && next.Any()
                ? next.OrderBy(table => table.Name, StringComparer.Ordinal).ToList()
                : throw new NotSupportedException("Tables that refer to each other in a ring cannot be moved one after the other."));
        }
        return ordered;
    }

    private static MovedTable ToTable(IEnumerable<ColumnRow> rows)
    {
        var columns = rows.ToList();
        return new(
            columns[0].TableName, columns.ConvertAll(column => new MovedColumn(column.ColumnName, ColumnType.Named(column.UdtName))),
            [.. Enumerable.Range(0, columns.Count).Where(index => columns[index].IsKey)]);
    }

    private sealed record ColumnRow
    {
        public required string TableName { get; init; }
        public required string ColumnName { get; init; }
        public required string UdtName { get; init; }
        public required bool IsKey { get; init; }
    }

    private sealed record ReferenceRow
    {
        public required string Name { get; init; }
        public required string RefersTo { get; init; }
    }
}
