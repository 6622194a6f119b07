using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Moving;

/// <summary>The PostgreSQL database that is moved to, as rows are written into it and read back.</summary>
internal sealed class MoveTarget(PostgresDatabase database)
{
    /// <summary>Writes a stretch of rows and, with it, how far the table has come; or nothing. Asked again after a connection was lost, it finds by itself where it stands.</summary>
    /// <returns>Rows of this table that have arrived; null when there are no more.</returns>
    /// <exception cref="MoveRefusedException">A row does not convert, or breaks a rule of the target.</exception>
    public async Task<long?> TakeNextAsync(MovedTable table, MoveSource source, CancellationToken cancellationToken)
    {
        IReadOnlyList<MovedRow> rows = [];
        try
        {
            return await database.InTransactionAsync<long?>(async cancellation =>
            {
                var (position, arrived) = await MoveRecord.LockAsync(database, table.Name, cancellation);
                rows = await source.ReadAsync(table, position, cancellation);
                if (rows is not [.., var last])
                    return null;
                await CopyAsync(table, rows, cancellation);
                await MoveRecord.AdvanceAsync(database, table.Name, last.RowId, arrived + rows.Count, cancellation);
                return arrived + rows.Count;
            }, cancellationToken);
        }
        catch (PostgresException broken) when (IsAboutTheRows(broken))
        {
            var row = rows[await FirstRefusedAsync(table, rows, cancellationToken)];
            throw new MoveRefusedException(MoveRefusal.AgainstTheRules, $"{table.NameOf(row)}, {broken.ConstraintName ?? broken.ColumnName ?? broken.SqlState}", broken);
        }
    }

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken) =>
        await database.FindAsync<long>($"SELECT count(*) FROM \"{table}\"", null, cancellationToken);

    /// <summary>Compares rows of the source with what the target gives back under their keys, value by value.</summary>
    /// <returns>What differs, as table, key and column; empty when all is the same.</returns>
    public async Task<IReadOnlyList<string>> CompareAsync(MovedTable table, IReadOnlyList<MovedRow> rows, CancellationToken cancellationToken)
    {
        var found = (await ReadAsync(table, rows, cancellationToken)).ToDictionary(table.NameOf, row => row.Values);
        return rows.Select(row => (Name: table.NameOf(row), row.Values))
            .Select(row => found.TryGetValue(row.Name, out var values) ? Difference(table, row.Name, row.Values, values) : row.Name)
            .OfType<string>().ToList();
    }

    /// <summary>The planner knows nothing yet of what has just come; nobody is to wait for autovacuum to tell it.</summary>
    public Task AnalyzeAsync(IEnumerable<MovedTable> tables, CancellationToken cancellationToken) => database.WriteAsync(
        $"SET LOCAL statement_timeout = 0; ANALYZE {string.Join(", ", tables.Select(table => $"\"{table.Name}\""))}", null, cancellationToken, Timeout.InfiniteTimeSpan);

    private static string? Difference(MovedTable table, string row, object?[] expected, object?[] found)
    {
        var columns = Enumerable.Range(0, expected.Length).Where(column => !Equals(expected[column], found[column])).Select(column => table.Columns[column].Name).ToList();
        return columns.Count == 0 ? null : $"{row}: {string.Join(", ", columns)}";
    }

    private async Task CopyAsync(MovedTable table, IEnumerable<MovedRow> rows, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var npgsql = (NpgsqlConnection)((BorrowedConnection)connection).Owner; // COPY is the driver's own
        await using var import = await npgsql.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellationToken);
            for (var column = 0; column < row.Values.Length; column++)
            {
                if (row.Values[column] is { } value)
                    await import.WriteAsync(value, table.Columns[column].Type.Stored, cancellationToken);
                else
                    await import.WriteNullAsync(cancellationToken);
            }
        }
        await import.CompleteAsync(cancellationToken);
    }

    private Task<IReadOnlyList<MovedRow>> ReadAsync(MovedTable table, IReadOnlyList<MovedRow> rows, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async cancellation =>
        {
            // Some thousand rows of maybe millions, by their primary key: without this the planner may read the whole table for them, each time.
            await database.WriteAsync("SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off", null, cancellation);
            await using var connection = await database.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            var key = table.Key.Select(column => table.Columns[column]).ToList();
            command.CommandText = $"""
                SELECT {string.Join(", ", table.Columns.Select(column => $"t.\"{column.Name}\""))}
                  FROM unnest({string.Join(", ", key.Select((_, index) => $"@k{index}"))}) AS k ({string.Join(", ", key.Select((_, index) => $"k{index}"))})
                  JOIN "{table.Name}" t ON {string.Join(" AND ", key.Select((column, index) => $"t.\"{column.Name}\" = k.k{index}"))}
                """;
            for (var index = 0; index < key.Count; index++)
                command.Parameters.Add(Array($"k{index}", key[index].Type, rows.Select(row => row.Values[table.Key[index]])));
            return await ReadAsync(table, command, cancellation);
        }, cancellationToken);

    private static async Task<IReadOnlyList<MovedRow>> ReadAsync(MovedTable table, DbCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<MovedRow>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(new(0, [.. table.Columns.Select((column, index) => reader.IsDBNull(index) ? null : column.Type.FromTarget(reader, index))]));
        return rows;
    }

    private static NpgsqlParameter Array(string name, ColumnType type, IEnumerable<object?> values)
    {
        var all = values.ToArray();
        var typed = System.Array.CreateInstance(type.Type, all.Length);
        System.Array.Copy(all, typed, all.Length);
        return new NpgsqlParameter(name, NpgsqlDbType.Array | type.Stored) { Value = typed };
    }

    /// <summary>PostgreSQL tells of a whole stretch that it breaks a rule; the row is found by trying shorter and shorter beginnings of it.</summary>
    private async Task<int> FirstRefusedAsync(MovedTable table, IReadOnlyList<MovedRow> rows, CancellationToken cancellationToken)
    {
        var (good, bad) = (0, rows.Count);
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            if (await IsTakenAsync(table, rows.Take(middle), cancellationToken))
                good = middle;
            else
                bad = middle;
        }
        return bad - 1;
    }

    private async Task<bool> IsTakenAsync(MovedTable table, IEnumerable<MovedRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            return await database.RehearseAsync(
                [], async cancellation =>
                {
                    await CopyAsync(table, rows, cancellation);
                    return true;
                }, cancellationToken);
        }
        catch (PostgresException broken) when (IsAboutTheRows(broken))
        {
            return false;
        }
    }

    /// <summary>Class 23: a key, a reference, a check; class 22: a value that the database's encoding or type does not take.</summary>
    private static bool IsAboutTheRows(PostgresException exception) => exception.SqlState is ['2', '2' or '3', ..];
}
