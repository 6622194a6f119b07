using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PlanBot.Jobs;

/// <summary>SQLite connections for the scheduler's own tables, which lie in the same file as the ledger.</summary>
/// <remarks>One writes to the file at a time. SQLite's own waiting looks again after a few milliseconds; the driver's, which comes on top, only every 150, and a scheduler that
/// waits so loses the race against writers in a row.</remarks>
internal sealed class PatientSqliteFactory : DbProviderFactory
{
    public static readonly PatientSqliteFactory Instance = new();

    private const int BusyMilliseconds = 30_000;

    public override DbConnection CreateConnection() => new PatientConnection();

    public override DbCommand CreateCommand() => SqliteFactory.Instance.CreateCommand();

    public override DbParameter CreateParameter() => SqliteFactory.Instance.CreateParameter();

    private sealed class PatientConnection : SqliteConnection
    {
        public override void Open()
        {
            base.Open();
            using var command = CreateCommand();
            // When the power fails, the last seconds of the scheduler's bookkeeping may be lost: every job is safe to run again. The ledger's commits are not ours to relax.
            command.CommandText = $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = NORMAL;";
            command.ExecuteNonQuery();
        }
    }
}
