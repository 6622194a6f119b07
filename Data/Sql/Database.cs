using System.Data.Common;

namespace PlanBot.Data.Sql;

/// <summary>What both databases share: the ambient transaction, and one name for each way of being unavailable.</summary>
public abstract class Database : IDatabase, IDisposable
{
    /// <summary>Long enough together for a server that restarts, short enough for a person who waits.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(1)];

    private readonly AsyncLocal<AmbientTransaction?> ambient = new();
    private readonly Together<Func<CancellationToken, Task<object?>>, object?> together;

    protected Database()
    {
        TypeHandlers.Register();
        together = new(works => InTransactionAsync<IReadOnlyList<object?>>(
            async cancellation =>
            {
                var results = new List<object?>();
                foreach (var work in works)
                    results.Add(await work(cancellation));
                return results;
            },
            CancellationToken.None));
    }

    public abstract Dialect Dialect { get; }

    public abstract string Place { get; }

    /// <exception cref="ArgumentException">The provider is unknown or the connection string malformed.</exception>
    public static Database For(DatabaseOptions options) => options.Provider switch
    {
        "sqlite" => new SqliteDatabase(options.ConnectionString),
        "postgres" => new PostgresDatabase(options.ConnectionString),
        _ => throw new ArgumentException($"The provider \"{options.Provider}\" is neither sqlite nor postgres."),
    };

    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        Current is { } transaction ? Task.FromResult<DbConnection>(new BorrowedConnection(transaction.Connection)) : OpenOwnAsync(cancellationToken);

    public DbConnection Open() => Current is { } transaction ? new BorrowedConnection(transaction.Connection) : OpenOwn();

    public Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) => Current is { } outer
        ? outer.JoinAsync(work, cancellationToken)
        : AgainIfPassingAsync(() => OnceAsync(work, cancellationToken), cancellationToken);

    public bool IsInTransaction => Current is not null;

    public async Task<T> RehearseAsync<T>(IReadOnlyList<string> copies, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (IsInTransaction)
            throw new InvalidOperationException("A rehearsal takes back everything, so it is no part of a transaction that is to be kept.");
        await using var connection = await OpenOwnAsync(cancellationToken);
        await using var snapshot = await BeginSnapshotAsync(connection, cancellationToken);
        var scope = new AmbientTransaction(connection);
        ambient.Value = scope;
        try
        {
            // A bare name means the temporary table first, on either database; the rollback takes it away again.
            foreach (var copy in copies)
                await this.WriteAsync(copy, null, cancellationToken);
            if (Dialect == Dialect.Postgres)
                await this.WriteAsync("DISCARD PLANS", null, cancellationToken); // statements that were planned before still mean the tables under the copies
            return await work(cancellationToken);
        }
        finally
        {
            scope.End();
            ambient.Value = null;
        }
    }

    public abstract void Dispose();

    protected void EndTogether() => together.Dispose();

    /// <inheritdoc cref="Transactions.TogetherAsync{T}"/>
    internal async Task<T> TogetherAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) => IsInTransaction
        ? await InTransactionAsync(work, cancellationToken)
        : (T)(await together.AddAsync(async cancellation => await work(cancellation)).WaitAsync(cancellationToken))!;

    /// <summary>What the driver's exception says about the database itself; null when it is about the statement.</summary>
    internal abstract DatabaseProblem? ProblemOf(DbException exception);

    /// <summary>Runs <paramref name="attempt"/>, and runs it again when the database went away before anything was kept and may be back.</summary>
    internal async Task<T> AgainIfPassingAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception exception) when (tried < Waits.Length && Current is null && IsPassing(exception))
            {
                ForgetConnections();
            }
            await Task.Delay(Waits[tried], cancellationToken);
        }
    }

    /// <summary>Whether the same again, on another connection, may well succeed.</summary>
    protected virtual bool IsPassing(DbException exception) => false;

    /// <summary>When one connection was cut, the idle ones of the pool most likely were too.</summary>
    protected virtual void ForgetConnections()
    {
    }

    protected abstract Task<DbConnection> OpenOwnAsync(CancellationToken cancellationToken);

    protected abstract DbConnection OpenOwn();

    /// <summary>A transaction that sees one moment and, until it writes to a table that others see too, holds up nobody.</summary>
    protected abstract Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Waits until this process may write; disposing ends the turn.</summary>
    protected internal abstract Task<IDisposable?> WaitForTurnAsync(CancellationToken cancellationToken);

    /// <summary>Null also for work that was left running when its transaction ended.</summary>
    private AmbientTransaction? Current => ambient.Value is { HasEnded: false } scope ? scope : null;

    private bool IsPassing(Exception exception) =>
        exception is not DatabaseUnavailableException { Reason: DatabaseProblem.OutcomeUnknown }
        && (exception as DbException ?? exception.InnerException as DbException) is { } cause && IsPassing(cause);

    private async Task<T> OnceAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await WaitForTurnAsync(cancellationToken);
        try
        {
            await using var connection = await OpenOwnAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var scope = new AmbientTransaction(connection);
            ambient.Value = scope; // seen by what is called from here, never by our caller
            try
            {
                var result = await scope.JoinAsync(work, cancellationToken);
                scope.ThrowIfFailed();
                await CommitAsync(transaction);
                return result;
            }
            finally
            {
                scope.End();
                ambient.Value = null;
            }
        }
        catch (DbException exception) when (ProblemOf(exception) is { } problem)
        {
            throw new DatabaseUnavailableException(problem, Place, exception);
        }
    }

    private async Task CommitAsync(DbTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None); // half a cancellation would leave us not knowing
        }
        catch (DbException exception) when (ProblemOf(exception) == DatabaseProblem.Unreachable)
        {
            throw new DatabaseUnavailableException(DatabaseProblem.OutcomeUnknown, Place, exception);
        }
    }

    private sealed class AmbientTransaction(DbConnection connection)
    {
        private bool failed;

        public DbConnection Connection => connection;

        public bool HasEnded { get; private set; }

        public async Task<T> JoinAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        {
            try
            {
                return await work(cancellationToken);
            }
            catch
            {
                failed = true;
                throw;
            }
        }

        /// <summary>PostgreSQL refuses to go on after an error; so do we on SQLite, rather than commit half of what was meant.</summary>
        public void ThrowIfFailed()
        {
            if (failed)
                throw new InvalidOperationException("A part of this transaction failed, so none of it was kept.");
        }

        public void End() => HasEnded = true;
    }
}
