using System.Data.Common;
using Npgsql;

namespace PlanBot.Data.Sql;

/// <summary>For offices that outgrow one file, or run several nodes.</summary>
public sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource source;

    /// <exception cref="ArgumentException">The connection string is malformed or names no server.</exception>
    public PostgresDatabase(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(builder.Host))
            throw new ArgumentException("It must name a server, e.g. Host=localhost;Database=planbot;Username=planbot.");
        Place = $"{builder.Host}:{builder.Port}/{builder.Database}";
        source = NpgsqlDataSource.Create(builder);
    }

    public override Dialect Dialect => Dialect.Postgres;

    public override string Place { get; }

    public override void Dispose() => source.Dispose();

    internal override DatabaseProblem? ProblemOf(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => DatabaseProblem.ReadOnly,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => DatabaseProblem.Locked,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => DatabaseProblem.StorageFull,
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => DatabaseProblem.AccessDenied,
        PostgresException { SqlState: ['2', '8', ..] } => DatabaseProblem.AccessDenied, // invalid authorization
        PostgresException { SqlState: ['0', '8', ..] or ['5', '7', 'P', ..] } => DatabaseProblem.Unreachable, // connection lost, shutting down
        PostgresException => null,
        NpgsqlException => DatabaseProblem.Unreachable,
        _ => null,
    };

    protected override async Task<DbConnection> OpenOwnAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellationToken);
        }
        catch (DbException exception) when (ProblemOf(exception) is { } problem)
        {
            throw new DatabaseUnavailableException(problem, Place, exception);
        }
    }

    protected override DbConnection OpenOwn()
    {
        try
        {
            return source.OpenConnection();
        }
        catch (DbException exception) when (ProblemOf(exception) is { } problem)
        {
            throw new DatabaseUnavailableException(problem, Place, exception);
        }
    }

    /// <summary>PostgreSQL locks rows, not the file: nobody has to stand in line.</summary>
    protected internal override Task<IDisposable?> WaitForTurnAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);
}
