using System.Data.Common;
using System.Text;
using NpgsqlTypes;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Moving;

/// <summary>A type of PostgreSQL, and how its values are read on either side. SQLite does not hold a column to its type, so each value is looked at.</summary>
/// <param name="Stored">For parameters and COPY.</param>
/// <param name="Type">What both sides are read as.</param>
internal sealed record ColumnType(NpgsqlDbType Stored, Type Type, Func<object, object> FromSource, Func<DbDataReader, int, object> FromTarget)
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Dictionary<string, ColumnType> Known = new()
    {
        ["uuid"] = Of(NpgsqlDbType.Uuid, TypeHandlers.Read<Guid>),
        ["text"] = Of(NpgsqlDbType.Text, value => (string)value),
        ["int4"] = Of(NpgsqlDbType.Integer, value => checked((int)(long)value)),
        ["int8"] = Of(NpgsqlDbType.Bigint, value => (long)value),
        ["bool"] = Of(NpgsqlDbType.Boolean, value => (long)value is var bit and (0 or 1) ? bit == 1 : throw new FormatException($"{value} is neither 0 nor 1.")),
        ["date"] = Of(NpgsqlDbType.Date, TypeHandlers.Read<DateOnly>),
        // PostgreSQL counts microseconds, the text in SQLite tenths of them: the last digit is cut off, in whatever is compared later as well.
        ["timestamptz"] = Of(NpgsqlDbType.TimestampTz, value => TypeHandlers.Read<DateTimeOffset>(value).UtcDateTime is var utc ? utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond)) : default),
    };

    /// <param name="name">As PostgreSQL's catalogue calls it, e.g. <c>int4</c>.</param>
    public static ColumnType Named(string name) =>
        Known.TryGetValue(name, out var type) ? type : throw new NotSupportedException($"Columns of type {name} cannot be moved yet; tell ColumnType how their values are read.");

    /// <summary>A value of the source as the target will give it back; null stays null.</summary>
    /// <returns>With the reason why not, when it does not convert.</returns>
    public (object? Value, MoveRefusal? Problem) Convert(DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
            return (null, null);
        var value = row.GetValue(column);
        try
        {
            if (value is string text && text.Contains('\uFFFD', StringComparison.Ordinal))
                Strict.GetString(row.GetFieldValue<byte[]>(column)); // typed as such, or what bytes that are no text are shown as
            return value is string any && any.Contains('\0', StringComparison.Ordinal) ? (null, MoveRefusal.NulCharacter) : (FromSource(value), null);
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException or DecoderFallbackException)
        {
            return (null, MoveRefusal.NotOfItsType);
        }
    }

    private static ColumnType Of<T>(NpgsqlDbType stored, Func<object, T> fromSource)
        where T : notnull =>
        new(stored, typeof(T), value => fromSource(value), (row, column) => row.GetFieldValue<T>(column));
}
