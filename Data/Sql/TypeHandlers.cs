using System.Data;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using PlanBot.Data.Model;

namespace PlanBot.Data.Sql;

/// <summary>How values stand in the two databases. PostgreSQL has types for them; SQLite gets text whose order is the order of the values.</summary>
internal static class TypeHandlers
{
    private static readonly Dictionary<Type, SqlMapper.ITypeHandler> Handlers = [];

    private static readonly Lazy<bool> Registered = new(() =>
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        Add(new GuidHandler());
        Add(new DateOnlyHandler());
        Add(new TimeOnlyHandler());
        Add(new InstantHandler());
        Add(new PeriodHandler());
        Add(new IdListHandler());
        Add(new KeyListHandler());
        Add(new NumberListHandler());
        return true;
    });

    /// <summary>Dapper keeps its handlers for the whole process; the second call does nothing.</summary>
    public static void Register() => _ = Registered.Value;

    /// <summary>Puts a value into a parameter as Dapper would: by its handler, an enum as its number, null as DBNull.</summary>
    public static void SetValue(IDbDataParameter parameter, object? value)
    {
        if (value is not null && Handlers.TryGetValue(value.GetType(), out var handler))
            handler.SetValue(parameter, value);
        else
            parameter.Value = value switch { null => DBNull.Value, Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture), _ => value };
    }

    /// <summary>Reads a column's value as Dapper would, by the type's handler.</summary>
    /// <exception cref="FormatException">It is text in another form; an <see cref="InvalidCastException"/> when it is no text at all.</exception>
    public static T Read<T>(object value) => (T)Handlers[typeof(T)].Parse(typeof(T), value)!;

    private static void Add<T>(SqlMapper.TypeHandler<T> handler)
    {
        // A type that Dapper maps itself would never reach its handler on the way in.
        SqlMapper.RemoveTypeMap(typeof(T));
        if (typeof(T).IsValueType)
            SqlMapper.RemoveTypeMap(typeof(Nullable<>).MakeGenericType(typeof(T)));
        SqlMapper.AddTypeHandler(handler);
        Handlers.Add(typeof(T), handler);
    }

    private static void Set(IDbDataParameter parameter, NpgsqlDbType type, object forPostgres, Func<string> forSqlite)
    {
        if (parameter is NpgsqlParameter postgres)
        {
            postgres.NpgsqlDbType = type;
            postgres.Value = forPostgres;
        }
        else
        {
            parameter.DbType = DbType.String;
            parameter.Value = forSqlite();
        }
    }

    /// <summary>Text as the SQLite driver itself writes it: upper case, with hyphens.</summary>
    private static string Text(Guid value) => value.ToString("D").ToUpperInvariant();

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value) => Set(parameter, NpgsqlDbType.Uuid, value, () => Text(value));

        public override Guid Parse(object value) => value as Guid? ?? Guid.Parse((string)value);
    }

    private sealed class DateOnlyHandler : SqlMapper.TypeHandler<DateOnly>
    {
        private const string Form = "yyyy-MM-dd";

        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            Set(parameter, NpgsqlDbType.Date, value, () => value.ToString(Form, CultureInfo.InvariantCulture));

        public override DateOnly Parse(object value) => value switch
        {
            DateOnly day => day,
            DateTime midnight => DateOnly.FromDateTime(midnight),
            _ => DateOnly.ParseExact((string)value, Form, CultureInfo.InvariantCulture),
        };
    }

    private sealed class TimeOnlyHandler : SqlMapper.TypeHandler<TimeOnly>
    {
        private const string Form = "HH:mm:ss.fffffff";

        public override void SetValue(IDbDataParameter parameter, TimeOnly value) =>
            Set(parameter, NpgsqlDbType.Time, value, () => value.ToString(Form, CultureInfo.InvariantCulture));

        public override TimeOnly Parse(object value) => value switch
        {
            TimeOnly time => time,
            TimeSpan sinceMidnight => TimeOnly.FromTimeSpan(sinceMidnight),
            _ => TimeOnly.ParseExact((string)value, Form, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Instants are UTC. Every text has the same width, so that SQLite sorts it as time.</summary>
    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            Set(parameter, NpgsqlDbType.TimestampTz, value.UtcDateTime, () => value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));

        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset instant => instant.ToUniversalTime(),
            DateTime utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
            _ => DateTimeOffset.ParseExact((string)value, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        };
    }

    /// <summary>A reporting period is stored as its key, e.g. 2020Q1.</summary>
    private sealed class PeriodHandler : SqlMapper.TypeHandler<ReportingPeriod>
    {
        public override void SetValue(IDbDataParameter parameter, ReportingPeriod value) => Set(parameter, NpgsqlDbType.Text, value.ToString(), value.ToString);

        public override ReportingPeriod Parse(object value) =>
            ReportingPeriod.TryParse((string)value, out var period) ? period : throw new FormatException($"\"{value}\" is no reporting period.");
    }

    private sealed class IdListHandler : SqlMapper.TypeHandler<IdList>
    {
        public override void SetValue(IDbDataParameter parameter, IdList? value) => Set(
            parameter, NpgsqlDbType.Array | NpgsqlDbType.Uuid, value!.Ids.ToArray(), () => JsonSerializer.Serialize(value.Ids.Select(Text)));

        public override IdList Parse(object value) => throw new NotSupportedException("No column holds a list.");
    }

    private sealed class KeyListHandler : SqlMapper.TypeHandler<KeyList>
    {
        public override void SetValue(IDbDataParameter parameter, KeyList? value) => Set(
            parameter, NpgsqlDbType.Array | NpgsqlDbType.Text, value!.Keys.ToArray(), () => JsonSerializer.Serialize(value.Keys));

        public override KeyList Parse(object value) => throw new NotSupportedException("No column holds a list.");
    }

    private sealed class NumberListHandler : SqlMapper.TypeHandler<NumberList>
    {
        public override void SetValue(IDbDataParameter parameter, NumberList? value) => Set(
            parameter, NpgsqlDbType.Array | NpgsqlDbType.Bigint, value!.Numbers.ToArray(), () => JsonSerializer.Serialize(value.Numbers));

        public override NumberList Parse(object value) => throw new NotSupportedException("No column holds a list.");
    }
}

/// <summary>Ids as one parameter: <c>id = ANY (@ids)</c>.</summary>
internal sealed record IdList(IReadOnlyCollection<Guid> Ids);

/// <summary>Texts as one parameter: <c>key = ANY (@keys)</c>.</summary>
internal sealed record KeyList(IReadOnlyCollection<string> Keys);

/// <summary>Numbers as one parameter: <c>id = ANY (@ids)</c>.</summary>
internal sealed record NumberList(IReadOnlyCollection<long> Numbers);
