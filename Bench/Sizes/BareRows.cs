using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace PlanBot.Bench.Sizes;

/// <summary>Rows as the driver gives and takes them, and the quickest plain way to write them: INSERT with many rows of parameters, prepared once, in one transaction.</summary>
internal sealed class BareRows
{
    private static readonly int[] OnSqlite = [1, 5, 20, 100];
    private static readonly int[] OnPostgres = [100, 500, 2000];

    private readonly string table;
    private readonly IReadOnlyList<string> columns;
    private readonly IReadOnlyList<string> types;
    private readonly IReadOnlyList<object[]> rows;

    private BareRows(string table, IReadOnlyList<string> columns, IReadOnlyList<string> types, IReadOnlyList<object[]> rows) =>
        (this.table, this.columns, this.types, this.rows) = (table, columns, types, rows);

    public int Count => rows.Count;

    /// <param name="table">A table and the rows meant, e.g. <c>obligation WHERE period_id = ...</c></param>
    public static async Task<BareRows> ReadAsync(DbConnection connection, string table, string condition)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} WHERE {condition} ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        var columns = Enumerable.Range(0, reader.FieldCount).ToList();
        return new(table, columns.ConvertAll(reader.GetName), columns.ConvertAll(reader.GetDataTypeName), rows);
    }

    /// <summary>How many rows a statement should have here: each size is tried on all the rows, and taken back by <paramref name="undo"/>.</summary>
    public async Task<int> BestBatchAsync(DbConnection connection, Func<Task> undo)
    {
        var tried = new List<(double Time, int Size)>();
        foreach (var size in connection is NpgsqlConnection ? OnPostgres : OnSqlite)
        {
            tried.Add((await InsertAsync(connection, size), size));
            await undo();
        }
        return tried.Min().Size;
    }

    /// <returns>Milliseconds, the commit included.</returns>
    public async Task<double> InsertAsync(DbConnection connection, int batch)
    {
        var watch = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        var full = rows.Count - (rows.Count % batch);
        await InsertAsync(connection, transaction, 0, full, batch);
        await InsertAsync(connection, transaction, full, rows.Count, rows.Count - full);
        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private async Task InsertAsync(DbConnection connection, DbTransaction transaction, int from, int to, int batch)
    {
        if (from == to)
            return;
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = Enumerable.Range(0, batch * columns.Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{(command is NpgsqlCommand ? '$' : '?')}{number + 1}")).ToList();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES {string.Join(", ", names.Chunk(columns.Count).Select(row => $"({string.Join(", ", row)})"))}";
        var parameters = names.Select((name, number) => Parameter(command, name, types[number % columns.Count])).ToList();
        for (var first = from; first < to; first += batch)
        {
            for (var row = 0; row < batch; row++)
            {
                for (var column = 0; column < columns.Count; column++)
                    parameters[(row * columns.Count) + column].Value = rows[first + row][column];
            }
            if (first == from)
                await command.PrepareAsync();
            await command.ExecuteNonQueryAsync();
        }
    }

    private static DbParameter Parameter(DbCommand command, string name, string type)
    {
        var parameter = command.CreateParameter();
        if (parameter is NpgsqlParameter postgres)
            postgres.DataTypeName = type;
        else
            parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
