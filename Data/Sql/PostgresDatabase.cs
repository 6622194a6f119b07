using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace PlanBot.Data.Sql;

/// <summary>For offices that outgrow one file, or run several nodes.</summary>
public sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource source;

    /// <exception cref="ArgumentException">The connection string is malformed or names no server.</exception>
    public PostgresDatabase(string connectionString)
    {
        var builder = PostgresSettings.Complete(connectionString);
        Place = $"{builder.Host}:{builder.Port}/{builder.Database}";
        Setting = PostgresSettings.WithoutSecrets(connectionString);
        source = NpgsqlDataSource.Create(builder);
    }

    public override Dialect Dialect => Dialect.Postgres;

    public override string Place { get; }

    /// <summary>The connection string as it was given, without its password.</summary>
    public string Setting { get; }

    /// <summary>The pool, for a library that keeps tables of its own beside ours (the scheduler): one pool for each node keeps its connections countable.</summary>
    public DbDataSource Source => source;

    public override void Dispose()
    {
        source.Dispose();
        EndTogether();
    }

    internal override DatabaseProblem? ProblemOf(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => DatabaseProblem.ReadOnly,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => DatabaseProblem.Locked,
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => DatabaseProblem.TooSlow, // statement_timeout
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => DatabaseProblem.StorageFull,
        PostgresException { SqlState: PostgresErrorCodes.IoError } => DatabaseProblem.StorageFailed,
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => DatabaseProblem.Corrupt,
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => DatabaseProblem.Missing,
        PostgresException { SqlState: ['2', '8', ..] } => DatabaseProblem.AccessDenied, // invalid authorization
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => DatabaseProblem.AccessDenied,
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => DatabaseProblem.Unreachable,
        PostgresException { SqlState: ['0', '8', ..] or ['5', '7', 'P', ..] } => DatabaseProblem.Unreachable, // connection lost, shutting down
        PostgresException => null,
        NpgsqlException { InnerException: TimeoutException } => DatabaseProblem.TooSlow,
        NpgsqlException => DatabaseProblem.Unreachable,
        _ => null,
    };

    /// <summary>A server that restarts cuts every connection; a deadlock has a victim. Neither has kept anything of the transaction.</summary>
    protected override bool IsPassing(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections or ['0', '8', ..] or ['5', '7', 'P', '0', ..] } => true,
        PostgresException => false,
        NpgsqlException { InnerException: IOException or SocketException } => true,
        _ => false,
    };

    protected override void ForgetConnections() => source.Clear();

    protected override async Task<DbConnection> OpenOwnAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellationToken);
        }
        catch (DbException exception) when (ProblemOf(exception) is { } problem)
        {
            throw new DatabaseUnavailableException(OfOpening(problem), Place, exception);
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
            throw new DatabaseUnavailableException(OfOpening(problem), Place, exception);
        }
    }

    protected override async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);

    /// <summary>PostgreSQL locks rows, not the file: nobody has to stand in line.</summary>
    protected internal override Task<IDisposable?> WaitForTurnAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    private static DatabaseProblem OfOpening(DatabaseProblem problem) => problem == DatabaseProblem.TooSlow ? DatabaseProblem.Unreachable : problem;
}
