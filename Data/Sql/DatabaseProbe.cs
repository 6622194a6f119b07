namespace PlanBot.Data.Sql;

/// <summary>Finds out whether the database can be written to at this moment, by writing: a full disk, a file system turned read-only and a server in recovery still answer every question.</summary>
/// <param name="wall">Real time: how often it is asked is the monitor's doing.</param>
public sealed class DatabaseProbe(IDatabase database, TimeProvider wall) : IDisposable
{
    /// <summary>Somebody who polls often gets the last answer again, so that asking costs one small commit in this time.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>Longer than a command that writes makes others wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1, 1);
    private (long At, DatabaseUnavailableException? Problem)? last;

    /// <returns>What is wrong; null when all is well.</returns>
    public async Task<DatabaseUnavailableException?> RunAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (last is not { } known || wall.GetElapsedTime(known.At) >= Fresh)
                last = known = (wall.GetTimestamp(), await LookAsync(cancellationToken));
            return known.Problem;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<DatabaseUnavailableException?> LookAsync(CancellationToken cancellationToken)
    {
        // A file that was moved away under our feet can still be written to, and everything written is lost.
        if (database.Dialect == Dialect.Sqlite && !File.Exists(database.Place))
            return new(DatabaseProblem.CannotOpen, database.Place);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            // Another value each time: SQLite writes nothing where nothing changes.
            const string sql = """
                INSERT INTO bot_state (key, document, etag) VALUES ('health', '{}', @etag) ON CONFLICT (key) DO UPDATE SET etag = excluded.etag
                """;
            await database.WriteAsync(sql, new { etag = Guid.CreateVersion7().ToString("N") }, patience.Token);
            return null;
        }
        catch (DatabaseUnavailableException problem)
        {
            return problem;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(DatabaseProblem.TooSlow, database.Place);
        }
    }
}
