using System.Data.Common;
using Dapper;
using Npgsql;
using PlanBot.Data.Repositories;

namespace PlanBot.Data.Sql;

/// <summary>PostgreSQL's advisory locks, each held by a session of its own, so that the server lets go of it when the node dies.</summary>
/// <remarks>A pool apart from the database's: a holder needs connections of that one for its work, and holders that took them all would wait for each other.</remarks>
public sealed class PostgresLocks : ISharedLocks, IDisposable
{
    /// <summary>Names held at a time by this node; who comes then waits for a connection.</summary>
    private const int Held = 10;

    private readonly NpgsqlDataSource source;
    private readonly PostgresDatabase database;

    public PostgresLocks(PostgresDatabase database, string connectionString)
    {
        this.database = database;
        source = NpgsqlDataSource.Create(PostgresSettings.Complete(connectionString, Held, "-c lock_timeout=60s -c statement_timeout=65s"));
    }

    public async Task<IAsyncDisposable> TakeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await database.AgainIfPassingAsync(() => TakeOnceAsync(name, cancellationToken), cancellationToken);
        }
        catch (DbException exception) when (database.ProblemOf(exception) is { } problem)
        {
            throw new DatabaseUnavailableException(problem, database.Place, exception);
        }
    }

    public void Dispose() => source.Dispose();

    private async Task<IAsyncDisposable> TakeOnceAsync(string name, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            // Two names with one hash wait for each other now and then, which harms nobody.
            await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(hashtextextended(@name, 0))", new { name }, commandTimeout: 70, cancellationToken: cancellationToken));
            return new Hold(connection, name);
        }
        catch (Exception exception)
        {
            if (exception is DbException)
                source.Clear();
            await connection.DisposeAsync();
            throw;
        }
    }

    private sealed class Hold(NpgsqlConnection connection, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await connection.ExecuteAsync("SELECT pg_advisory_unlock(hashtextextended(@name, 0))", new { name });
            }
            catch (DbException)
            {
                // The session is gone, and its locks with it.
            }
            await connection.DisposeAsync();
        }
    }
}
