using System.Data.Common;
using Dapper;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Moving;

/// <summary>Held for a whole run, so that no second one moves into the same database; the server lets go of it when the run dies.</summary>
internal sealed class MoveLock : IAsyncDisposable
{
    private readonly DbConnection connection;

    private MoveLock(DbConnection connection) => this.connection = connection;

    /// <exception cref="MoveRefusedException">Another run holds it.</exception>
    public static async Task<MoveLock> TakeAsync(PostgresDatabase target, CancellationToken cancellationToken)
    {
        // A few seconds' patience for a run that has just been killed. Keepalive: one whose machine has died is noticed within a minute.
        const string sql = """
            SET lock_timeout = '5s'; SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3;
            SELECT pg_advisory_lock(hashtextextended('move the database', 2));
            """;
        var connection = await target.OpenAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
            return new MoveLock(connection);
        }
        catch (DbException exception) when (target.ProblemOf(exception) is { } problem)
        {
            await connection.DisposeAsync();
            throw problem == DatabaseProblem.Locked
                ? new MoveRefusedException(MoveRefusal.AnotherRun, target.Place, exception)
                : new DatabaseUnavailableException(problem, target.Place, exception);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await connection.ExecuteAsync("SELECT pg_advisory_unlock_all()");
        }
        catch (DbException)
        {
            // The session is gone, and its locks with it. What a second run could do then it could not do at the same time: each stretch locks its table's row.
        }
        await connection.DisposeAsync();
    }
}
