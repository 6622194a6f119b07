using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace PlanBot.Data.Sql;

/// <summary>How repositories run their SQL: one statement, its parameters, and the rows as records.</summary>
internal static partial class Statements
{
    /// <summary>All rows, in the statement's order.</summary>
    public static Task<IReadOnlyList<T>> QueryAsync<T>(this IDatabase database, string sql, object? parameters, CancellationToken cancellationToken) =>
        AgainAsync(database, async connection => (await connection.QueryAsync<T>(Command(database, sql, parameters, cancellationToken))).AsList(), cancellationToken);

    /// <summary>The only row, or null; more than one is a bug and throws.</summary>
    public static async Task<T?> FindAsync<T>(this IDatabase database, string sql, object? parameters, CancellationToken cancellationToken) =>
        (await database.QueryAsync<T>(sql, parameters, cancellationToken)).SingleOrDefault();

    /// <summary>Runs a statement that writes, once for each element when <paramref name="parameters"/> is a list.</summary>
    /// <param name="patience">How long it may take; null for the connection's own limit, <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <returns>Rows written.</returns>
    public static Task<int> WriteAsync(this IDatabase database, string sql, object? parameters, CancellationToken cancellationToken, TimeSpan? patience = null) =>
        database.InTransactionAsync(async cancellation =>
        {
            await using var connection = await database.OpenAsync(cancellation);
            return await connection.ExecuteAsync(Command(database, sql, parameters, cancellation, patience));
        }, cancellationToken);

    /// <summary>Runs a statement that writes and gives rows back (RETURNING).</summary>
    public static Task<IReadOnlyList<T>> WriteReturningAsync<T>(this IDatabase database, string sql, object? parameters, CancellationToken cancellationToken) =>
        database.InTransactionAsync(cancellation => database.QueryAsync<T>(sql, parameters, cancellation), cancellationToken);

    /// <summary>The only row, read as two records; null when there is none.</summary>
    /// <param name="secondBegins">Name of the column that the second record begins with.</param>
    public static async Task<(T1 First, T2 Second)?> FindPairAsync<T1, T2>(this IDatabase database, string sql, object parameters, string secondBegins, CancellationToken cancellationToken) =>
        (await AgainAsync(
            database,
            async connection => (await connection.QueryAsync<T1, T2, (T1, T2)?>(Command(database, sql, parameters, cancellationToken), (first, second) => (first, second), secondBegins)).AsList(),
            cancellationToken)).SingleOrDefault();

    private static Task<IReadOnlyList<T>> AgainAsync<T>(IDatabase database, Func<DbConnection, Task<List<T>>> query, CancellationToken cancellationToken) =>
        database is Database own ? own.AgainIfPassingAsync(() => OnceAsync(database, query, cancellationToken), cancellationToken) : OnceAsync(database, query, cancellationToken);

    private static async Task<IReadOnlyList<T>> OnceAsync<T>(IDatabase database, Func<DbConnection, Task<List<T>>> query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        try
        {
            return await query(connection);
        }
        catch (DbException exception) when ((database as Database)?.ProblemOf(exception) is { } problem)
        {
            throw new DatabaseUnavailableException(problem, database.Place, exception);
        }
    }

    /// <summary>The text for this database. Lists are written as PostgreSQL reads them, <c>id = ANY (@ids)</c>, with an <see cref="IdList"/>, <see cref="KeyList"/> or <see cref="NumberList"/> as the parameter.</summary>
    /// <remarks>SQLite knows no arrays but unfolds JSON; one parameter for each id would end at 32,766 of them.</remarks>
    internal static string TextFor(Dialect dialect, string sql) =>
        dialect == Dialect.Sqlite ? AnyOfList().Replace(sql, "IN (SELECT value FROM json_each(@$1))") : sql;

    private static CommandDefinition Command(IDatabase database, string sql, object? parameters, CancellationToken cancellationToken, TimeSpan? patience = null) =>
        new(TextFor(database.Dialect, sql), parameters, commandTimeout: patience is { } limit ? Math.Max(0, (int)limit.TotalSeconds) : null, cancellationToken: cancellationToken);

    [GeneratedRegex(@"= ANY \(@(\w+)\)")]
    private static partial Regex AnyOfList();
}
