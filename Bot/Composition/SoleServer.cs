using System.Diagnostics;
using PlanBot.Data.Sql;

namespace PlanBot.Composition;

/// <summary>Makes this process the one that serves an SQLite file, and looks into the file when the run before ended in a crash. PostgreSQL looks after both itself.</summary>
internal sealed partial class SoleServer(IDatabase database, [FromKeyedServices(ClockComposition.Wall)] TimeProvider wall, ILogger<SoleServer> logger)
{
    /// <returns>To be disposed of when the database is closed; null where several may serve.</returns>
    /// <exception cref="DatabaseUnavailableException">Another process serves the file, or it is damaged.</exception>
    public async Task<IDisposable?> BecomeAsync(CancellationToken cancellationToken)
    {
        if (database is not SqliteDatabase sqlite)
            return null;
        var mark = await ServingMark.TakeAsync(sqlite, wall.GetUtcNow(), cancellationToken);
        try
        {
            if (mark.IsLeftOver && File.Exists(sqlite.Place))
                await CheckAsync(sqlite, cancellationToken);
            mark.Settle();
            return mark;
        }
        catch
        {
            mark.Dispose();
            throw;
        }
    }

    private async Task CheckAsync(SqliteDatabase sqlite, CancellationToken cancellationToken)
    {
        LogChecking(new FileInfo(sqlite.Place).Length / 1e6);
        var watch = Stopwatch.StartNew();
        if (await sqlite.FindDamageAsync(cancellationToken) is { } damage)
        {
            LogDamaged(damage, watch.Elapsed.TotalSeconds);
            throw new DatabaseUnavailableException(DatabaseProblem.Corrupt, sqlite.Place);
        }
        LogSound(watch.Elapsed.TotalSeconds);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last run did not end in order; checking the database ({Megabytes:0.0} MB)")]
    private partial void LogChecking(double megabytes);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is sound; the check took {Seconds:0.00} s")]
    private partial void LogSound(double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database is damaged ({Damage}); the check took {Seconds:0.00} s")]
    private partial void LogDamaged(string damage, double seconds);
}
