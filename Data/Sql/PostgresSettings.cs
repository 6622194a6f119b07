using Npgsql;

namespace PlanBot.Data.Sql;

/// <summary>What every connection to PostgreSQL gets that the office's connection string leaves open.</summary>
internal static class PostgresSettings
{
    /// <summary>Three nodes with this many, and as many turns as <see cref="PostgresLocks"/> holds, stay below PostgreSQL's usual limit of 100 connections.</summary>
    private const int PoolSize = 20;

    /// <summary>Statements that a connection keeps planned once it has run them a few times: planning is half of what a turn's short statements cost. Room for those of a turn and of sending.</summary>
    private const int PlannedStatements = 50;

    // statement_timeout: no statement of a turn takes longer than a fraction of a second; one that does is stuck, and so are those behind it.
    // lock_timeout: below it, so that waiting for a row that somebody else holds is told apart from being slow.
    // idle_in_transaction_session_timeout: a node that hangs inside a transaction must not hold its rows for ever.
    // jit: compiling a statement pays for itself after many seconds; ours are done by then.
    private const string Timeouts = "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s -c jit=off";

    /// <summary>What the office wrote, for the terminal and for others to read.</summary>
    public static string WithoutSecrets(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Remove("Password");
        builder.Remove("SSL Password");
        return builder.ConnectionString;
    }

    /// <param name="timeouts">Server settings as in the connection string's Options; those of the office stand behind them and win.</param>
    /// <exception cref="ArgumentException">The connection string is malformed or names no server.</exception>
    public static NpgsqlConnectionStringBuilder Complete(string connectionString, int poolSize = PoolSize, string timeouts = Timeouts)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(builder.Host))
            throw new ArgumentException("It must name a server, e.g. Host=localhost;Database=planbot;Username=planbot.");
        var given = builder.Keys.Cast<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!given.Contains("Maximum Pool Size"))
            builder.MaxPoolSize = poolSize;
        if (!given.Contains("Command Timeout"))
            builder.CommandTimeout = 60; // only for a server that no longer says anything; statement_timeout comes first
        if (!given.Contains("TCP Keepalive"))
            builder.TcpKeepAlive = true; // a firewall that forgets an idle connection is noticed before the next turn needs it
        if (!given.Contains("Max Auto Prepare"))
            builder.MaxAutoPrepare = PlannedStatements; // 0 for a pooler between that knows no prepared statements
        builder.ApplicationName ??= "planbot";
        builder.Options = $"{timeouts} {builder.Options}".TrimEnd();
        return builder;
    }
}
