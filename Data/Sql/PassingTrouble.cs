using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PlanBot.Data.Sql;

/// <summary>A database that cannot be had at the moment, found in whatever was thrown because of it.</summary>
public static class PassingTrouble
{
    /// <returns>The outermost cause that says so; null when there is none.</returns>
    public static Exception? In(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            // The driver calls none of its exceptions transient: another holds the lock (5, 6), the disk fails or is full (10, 13), the file cannot be opened (14).
            if (cause is DatabaseUnavailableException or DbException { IsTransient: true } or SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 })
                return cause;
        }
        return null;
    }
}
