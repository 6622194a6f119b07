using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using PlanBot.Data.Model;

namespace PlanBot.Data.Sql;

/// <summary>Many rows by one INSERT statement, in the way that each database takes them fastest.</summary>
internal static partial class Inserts
{
    /// <summary>Rows that PostgreSQL gets in one statement: enough to forget the round trip, few enough to hold in memory.</summary>
    private const int Stretch = 5000;

    /// <summary>Runs <paramref name="sql"/> for every row, all in one transaction.</summary>
    /// <param name="sql">For one row, the parameters named after its properties: <c>INSERT INTO unit (id, name) VALUES (@Id, @Name)</c>; ON CONFLICT may follow.</param>
    /// <returns>Rows written.</returns>
    public static Task<int> InsertAsync<T>(this IDatabase database, string sql, IEnumerable<T> rows, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async cancellation =>
            {
                await using var connection = await database.OpenAsync(cancellation);
                var columns = Values().Match(sql).Groups[1].Captures.Select(name => new Column(typeof(T).GetProperty(name.Value)!)).ToList();
                return database.Dialect == Dialect.Postgres
                    ? await UnnestAsync(connection, sql, columns, rows, cancellation)
                    : RowByRow(connection, sql, columns, rows, cancellation);
            }, cancellationToken);

    // SQLite: a call costs no round trip, so one statement, prepared once, is as fast as it gets; the driver looks up parameters by name, one after
    // the other, so that many rows in one statement are slower, not faster.
    private static int RowByRow<T>(DbConnection connection, string sql, List<Column> columns, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var parameters = columns.ConvertAll(column => AddTo(command, column));
        var written = 0;
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var index = 0; index < columns.Count; index++)
                TypeHandlers.SetValue(parameters[index], columns[index].Of(row));
            written += command.ExecuteNonQuery();
        }
        return written;
    }

    // PostgreSQL: every column is one array, so that the text and its plan do not grow with the rows.
    private static async Task<int> UnnestAsync<T>(DbConnection connection, string sql, List<Column> columns, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = UnnestText(sql);
        var parameters = columns.ConvertAll(column => AddTo(command, column));
        var written = 0;
        foreach (var stretch in rows.Chunk(Stretch))
        {
            for (var index = 0; index < columns.Count; index++)
                columns[index].SetArray((NpgsqlParameter)parameters[index], stretch);
            written += await command.ExecuteNonQueryAsync(cancellationToken);
        }
        return written;
    }

    internal static string UnnestText(string sql) =>
        Values().Replace(sql, match => $"SELECT * FROM unnest({string.Join(", ", match.Groups[1].Captures.Select(name => $"@{name.Value}"))})", 1);

    private static DbParameter AddTo(DbCommand command, Column column)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = column.Name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    [GeneratedRegex(@"VALUES\s*\((?:\s*@(\w+)\s*,?)+\)")]
    private static partial Regex Values();

    /// <summary>A parameter and the property that fills it.</summary>
    private sealed class Column(PropertyInfo property)
    {
        private readonly Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

        public string Name => property.Name;

        public object? Of(object? row) => property.GetValue(row);

        public void SetArray<T>(NpgsqlParameter parameter, T[] rows)
        {
            var (stored, element) = StoredAs();
            var values = Array.CreateInstance(element, rows.Length);
            var one = new NpgsqlParameter();
            for (var index = 0; index < rows.Length; index++)
            {
                TypeHandlers.SetValue(one, Of(rows[index]));
                values.SetValue(one.Value is DBNull ? null : one.Value, index);
            }
            parameter.NpgsqlDbType = NpgsqlDbType.Array | stored;
            parameter.Value = values;
        }

        /// <summary>A column of nothing but nulls still has a type.</summary>
        private (NpgsqlDbType Stored, Type Element) StoredAs() =>
            type == typeof(string) || type == typeof(ReportingPeriod) ? (NpgsqlDbType.Text, typeof(string))
            : type == typeof(Guid) ? (NpgsqlDbType.Uuid, typeof(Guid?))
            : type == typeof(int) || type.IsEnum ? (NpgsqlDbType.Integer, typeof(int?))
            : type == typeof(bool) ? (NpgsqlDbType.Boolean, typeof(bool?))
            : type == typeof(DateOnly) ? (NpgsqlDbType.Date, typeof(DateOnly?))
            : type == typeof(DateTimeOffset) ? (NpgsqlDbType.TimestampTz, typeof(DateTime?))
            : throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"{type} has no array type here yet."));
    }
}
