using System.Data.Common;

namespace PlanBot.Data.Sql;

/// <summary>The database behind all repositories.</summary>
public interface IDatabase
{
    Dialect Dialect { get; }

    /// <summary>An open connection to dispose of; inside <see cref="InTransactionAsync{T}"/>, that transaction's own, whose disposal does nothing.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Runs <paramref name="work"/> in one transaction: every repository called in it takes part, a nested call joins. Commits when it returns, rolls back when it throws.</summary>
    /// <remarks>Do not await anything but this database inside: SQLite has one writer.</remarks>
    Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}

public enum Dialect
{
    Sqlite = 1,
    Postgres = 2,
}
