using System.Data.Common;

namespace PlanBot.Data.Sql;

/// <summary>The database behind all repositories.</summary>
/// <remarks>A database that cannot be used surfaces as <see cref="DatabaseUnavailableException"/>, whichever member meets it.</remarks>
public interface IDatabase
{
    Dialect Dialect { get; }

    /// <summary>Where it is, for messages: the full path of the file, or server and database name. Never holds a password.</summary>
    string Place { get; }

    /// <summary>An open connection to dispose of; inside <see cref="InTransactionAsync{T}"/>, that transaction's own, whose disposal does nothing.</summary>
    /// <remarks>For reading. What writes runs inside <see cref="InTransactionAsync{T}"/>: there is one writer at a time, and writers queue there.</remarks>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary><see cref="OpenAsync"/> for the few callers whose framework leaves them no way to wait.</summary>
    DbConnection Open();

    /// <summary>Runs <paramref name="work"/> in one transaction: every repository called in it takes part, a nested call joins. Commits when it returns, rolls back when it throws.</summary>
    /// <remarks>Do not await anything but this database inside: SQLite has one writer. When a nested call threw, nothing is kept, even if the exception was caught on its way out.
    /// When PostgreSQL went away before the commit, <paramref name="work"/> runs again on another connection: it changes nothing but the database.</remarks>
    Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Whether the caller runs inside <see cref="InTransactionAsync{T}"/>, and so must not wait for anything but this database.</summary>
    bool IsInTransaction { get; }

    /// <summary>Runs <paramref name="work"/> on the database as it is at this moment and keeps nothing of what it does. No writer waits for it, however long it takes.</summary>
    /// <param name="copies">Statements that make a temporary table for each table that the work writes to, under the table's own name.</param>
    Task<T> RehearseAsync<T>(IReadOnlyList<string> copies, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}

public enum Dialect
{
    Sqlite = 1,
    Postgres = 2,
}
