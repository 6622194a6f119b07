using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace PlanBot.Data.Sql;

/// <summary>The embedded default: one file, many readers, one writer.</summary>
public sealed class SqliteDatabase : Database
{
    /// <summary>How long to wait for another process's write lock, in seconds; the writers of this process queue without a limit.</summary>
    private const int BusySeconds = 5;

    // foreign_keys: off in SQLite unless asked for.
    // busy_timeout: waits in small steps; the driver's own retry, in steps of 150 ms, then only watches the same limit.
    // synchronous = FULL: in WAL mode NORMAL may forget the last commits when the power fails, and a report is never lost.
    // Setting it also makes SQLite read the file's header, so that a file that is no database is noticed here.
    // journal_size_limit: opening a period for 75,000 obligations leaves a -wal file of 110 MB; the next commits cut it down to this.
    // The journal mode (WAL: readers do not wait for the writer) is kept in the file; the migrator sets it.
    // Left as they are, for on 0.8 GB no question and no commit of ours was more than a tenth quicker with them: cache_size, temp_store, mmap_size (a disk that fails to read would then
    // end the process without a word), wal_autocheckpoint (1,000 pages; more makes commits quicker and recovery longer), optimize (the plans of our queries are tested as they
    // are without statistics, and must not change by themselves at some stop).
    private static readonly string Pragmas = $"PRAGMA foreign_keys = ON; PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216;";

    private readonly SemaphoreSlim writers = new(1, 1);
    /// <summary>Connections come back from the pool with their pragmas set; setting them again would cost as much as a small query.</summary>
    private readonly ConditionalWeakTable<object, object> prepared = [];
    private readonly string connectionString;

    /// <exception cref="ArgumentException">The connection string is malformed or names no file.</exception>
    public SqliteDatabase(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = BusySeconds };
        if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory)
            throw new ArgumentException("It must name a file, e.g. Data Source=var/planbot.db.");
        builder.DataSource = Path.GetFullPath(builder.DataSource);
        Place = builder.DataSource;
        this.connectionString = builder.ConnectionString;
    }

    /// <summary>The database in a file.</summary>
    /// <param name="text">A connection string, or a path and nothing else, e.g. <c>var/planbot.db</c>.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static SqliteDatabase At(string text) =>
        new(text.Contains('=', StringComparison.Ordinal) && !File.Exists(text) ? text : new SqliteConnectionStringBuilder { DataSource = text }.ConnectionString);

    public override Dialect Dialect => Dialect.Sqlite;

    public override string Place { get; }

    internal string ConnectionString => connectionString;

    /// <summary>For <see cref="SqliteInLine"/>. One string is one pool, and a pragma that is set there must not come back here.</summary>
    internal string ConnectionStringInLine => new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = BusySeconds + 1 }.ConnectionString;

    public override void Dispose()
    {
        // Pooled connections would keep the file open, and its -wal and -shm beside it.
        foreach (var pool in new[] { connectionString, ConnectionStringInLine })
        {
            using var connection = new SqliteConnection(pool);
            SqliteConnection.ClearPool(connection);
        }
        writers.Dispose();
        EndTogether();
    }

    /// <summary>Reads the whole file: pages, rows, and every index against its table.</summary>
    /// <returns>The first thing found wrong; null when all is sound.</returns>
    /// <remarks>Not quick_check, which leaves out the indexes: it saves 3 of 15 s for each GB (1.4 s instead of 5 when the file is still in memory, as after a crash of the process alone), and the
    /// index of a unique key is what keeps a reminder from being sent twice. Not foreign_key_check, 2 s more: damage done by a crash shows in the pages.</remarks>
    public async Task<string?> FindDamageAsync(CancellationToken cancellationToken)
    {
        try
        {
            var findings = await this.QueryAsync<string>("PRAGMA integrity_check(1)", null, cancellationToken);
            return findings switch { ["ok"] => null, [var first, ..] => first, [] => "the check gave no answer" };
        }
        catch (DatabaseUnavailableException damage) when (damage.Reason == DatabaseProblem.Corrupt)
        {
            return damage.InnerException?.Message ?? damage.Message;
        }
    }

    internal override DatabaseProblem? ProblemOf(DbException exception) => (exception as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => DatabaseProblem.Locked,
        8 => DatabaseProblem.ReadOnly,
        10 => DatabaseProblem.StorageFailed,
        11 => DatabaseProblem.Corrupt,
        13 => DatabaseProblem.StorageFull,
        14 => File.Exists(Place) || Directory.Exists(Place) ? DatabaseProblem.CannotOpen : DatabaseProblem.FolderNotWritable,
        26 => DatabaseProblem.NotADatabase,
        _ => null,
    };

    /// <summary>SQLite's driver does its work synchronously behind async names.</summary>
    protected override Task<DbConnection> OpenOwnAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(OpenOwn());
    }

    protected override DbConnection OpenOwn()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            if (!File.Exists(Place))
                Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
            connection.Open();
            if (connection.Handle is { } handle && !prepared.TryGetValue(handle, out _))
            {
                using var command = connection.CreateCommand();
                command.CommandText = Pragmas;
                command.ExecuteNonQuery();
                TextPairs.AddTo(handle);
                prepared.AddOrUpdate(handle, this);
            }
            return connection;
        }
        catch (Exception exception)
        {
            connection.Dispose();
            var problem = exception switch
            {
                DbException fromSqlite => ProblemOf(fromSqlite),
                IOException or UnauthorizedAccessException => DatabaseProblem.FolderNotWritable,
                _ => null,
            };
            if (problem is null)
                throw;
            throw new DatabaseUnavailableException(problem.Value, Place, exception);
        }
    }

    /// <summary>Deferred: without the write lock that our transactions take at once.</summary>
    protected override Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    /// <summary>Writers of this process stand in line here and not at the file's lock, where waiting holds a thread and the luckiest comes first.</summary>
    protected internal override async Task<IDisposable?> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        await writers.WaitAsync(cancellationToken);
        return new Turn(writers);
    }

    private sealed class Turn(SemaphoreSlim writers) : IDisposable
    {
        public void Dispose() => writers.Release();
    }
}
