using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Moving;

/// <summary>The SQLite file that is moved, as it is read: in stretches, by SQLite's own row numbers.</summary>
/// <remarks>Not by the tables' keys: SQLite lets a key be null or of another type, and a stretch that begins after such a one would leave rows out.</remarks>
internal sealed class MoveSource(SqliteDatabase database)
{
    /// <summary>Rows in one stretch, ...</summary>
    private const int Rows = 5000;

    /// <summary>... and characters of text, so that long conversations do not fill the memory.</summary>
    private const int Characters = 4_000_000;

    /// <summary>When this ledger was made, to a tenth of a microsecond. By it a file is known again, also after it was copied or put elsewhere; null where there is no ledger.</summary>
    public async Task<string?> BirthAsync(CancellationToken cancellationToken)
    {
        const string table = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'";
        return await database.FindAsync<string>(table, null, cancellationToken) is null
            ? null
            : await database.FindAsync<string>("SELECT applied_at FROM schema_version WHERE version = 1", null, cancellationToken);
    }

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken) =>
        await database.FindAsync<long>($"SELECT count(*) FROM \"{table}\"", null, cancellationToken);

    /// <summary>The next rows after <paramref name="position"/>; empty at the end of the table.</summary>
    /// <exception cref="MoveRefusedException">A value does not convert.</exception>
    public async Task<IReadOnlyList<MovedRow>> ReadAsync(MovedTable table, long position, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT rowid, {table.ColumnList} FROM \"{table.Name}\" WHERE rowid > {position} ORDER BY rowid LIMIT {Rows}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (rows, characters) = (new List<MovedRow>(), 0);
        while (characters < Characters && await reader.ReadAsync(cancellationToken))
        {
            var row = new MovedRow(reader.GetInt64(0), new object?[table.Columns.Count]);
            for (var column = 0; column < row.Values.Length; column++)
            {
                (row.Values[column], var problem) = table.Columns[column].Type.Convert(reader, column + 1);
                if (problem is { } reason)
                    throw new MoveRefusedException(reason, string.Create(CultureInfo.InvariantCulture, $"{table.Name}, rowid {row.RowId}, {table.Columns[column].Name}"));
                characters += (row.Values[column] as string)?.Length ?? 0;
            }
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>A hash of every value of the ledger as it stands. Another one tells that somebody has written to the file.</summary>
    /// <param name="onRow">Called with each row's table.</param>
    /// <remarks>By the source's own tables and columns: those of the target may have gone on to a newer schema when this is asked again. An index for search is no table.</remarks>
    public async Task<string> FingerprintAsync(Action<string> onRow, CancellationToken cancellationToken)
    {
        const string tables = """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'qrtz\_%' ESCAPE '\' ORDER BY name
            """;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var buffer = new MemoryStream();
        await using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var table in await database.QueryAsync<string>(tables, null, cancellationToken))
        {
            writer.Write(table);
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                    Write(writer, reader.GetValue(column));
                hash.AppendData(buffer.GetBuffer(), 0, (int)buffer.Length);
                buffer.SetLength(0);
                onRow(table);
            }
        }
        hash.AppendData(buffer.GetBuffer(), 0, (int)buffer.Length);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Each kind with a letter in front, so that no two rows read the same.</summary>
    private static void Write(BinaryWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.Write('t');
                writer.Write(text);
                break;
            case long number:
                writer.Write('i');
                writer.Write(number);
                break;
            default:
                writer.Write('o');
                writer.Write(value is byte[] bytes ? Convert.ToHexStringLower(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
        }
    }
}
