using PlanBot.Data.Sql;

namespace PlanBot.Data.Moving;

/// <summary>What the target itself remembers of a move: where from, how far each table has come, and whether it is complete. Made and read by the mover, no part of the schema.</summary>
internal sealed record MoveRecord
{
    /// <summary>The source's path, for people.</summary>
    public required string Source { get; init; }
    public required string SourceBorn { get; init; }

    /// <summary>Newest migration of the program that began the move.</summary>
    public required int SchemaVersion { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Of the source when the move was complete; null before.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Null where no move has begun.</summary>
    public static async Task<MoveRecord?> FindAsync(IDatabase target, CancellationToken cancellationToken)
    {
        const string table = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'database_move'";
        const string sql = "SELECT source, source_born, schema_version, finished_at, fingerprint FROM database_move";
        return await target.FindAsync<string>(table, null, cancellationToken) is null ? null : await target.FindAsync<MoveRecord>(sql, null, cancellationToken);
    }

    /// <summary>For everybody but the mover: half a ledger must not be worked with.</summary>
    /// <exception cref="DatabaseUnavailableException">A move into this database has begun and is not complete.</exception>
    public static async Task RefuseUnfinishedAsync(IDatabase database, CancellationToken cancellationToken)
    {
        if (database.Dialect == Dialect.Postgres && await FindAsync(database, cancellationToken) is { FinishedAt: null } begun)
            throw new DatabaseUnavailableException(DatabaseProblem.HalfMoved, database.Place, detail: begun.Source);
    }

    public static async Task BeginAsync(IDatabase target, MoveRecord record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string create = """
            CREATE TABLE database_move (
                id integer PRIMARY KEY CHECK (id = 1),
                source text NOT NULL,
                source_born text NOT NULL,
                schema_version integer NOT NULL,
                begun_at timestamptz NOT NULL,
                finished_at timestamptz,
                fingerprint text,
                CHECK ((finished_at IS NULL) = (fingerprint IS NULL))
            );
            -- Position: SQLite's number of the last row that has arrived.
            CREATE TABLE database_move_table (
                name text PRIMARY KEY,
                position bigint NOT NULL,
                arrived bigint NOT NULL
            );
            """;
        const string add = """
            INSERT INTO database_move (id, source, source_born, schema_version, begun_at) VALUES (1, @Source, @SourceBorn, @SchemaVersion, @now)
            """;
        await target.WriteAsync(create, null, cancellationToken);
        await target.WriteAsync(add, new { record.Source, record.SourceBorn, record.SchemaVersion, now }, cancellationToken);
    }

    /// <summary>How far a table has come; nobody else moves rows of it until the transaction ends.</summary>
    public static async Task<(long Position, long Arrived)> LockAsync(IDatabase target, string table, CancellationToken cancellationToken)
    {
        const string add = "INSERT INTO database_move_table (name, position, arrived) VALUES (@table, @first, 0) ON CONFLICT (name) DO NOTHING";
        const string find = "SELECT position, arrived FROM database_move_table WHERE name = @table FOR UPDATE";
        await target.WriteAsync(add, new { table, first = long.MinValue }, cancellationToken); // SQLite's numbers may be negative
        var row = (await target.WriteReturningAsync<ProgressRow>(find, new { table }, cancellationToken)).Single();
        return (row.Position, row.Arrived);
    }

    public static Task AdvanceAsync(IDatabase target, string table, long position, long arrived, CancellationToken cancellationToken) => target.WriteAsync(
        "UPDATE database_move_table SET position = @position, arrived = @arrived WHERE name = @table", new { table, position, arrived }, cancellationToken);

    /// <summary>Rows of all tables that have arrived so far.</summary>
    public static async Task<long> ArrivedAsync(IDatabase target, CancellationToken cancellationToken) =>
        (await target.QueryAsync<long>("SELECT arrived FROM database_move_table", null, cancellationToken)).Sum();

    /// <summary>From now on the database may be served, and the same move finds that it is done.</summary>
    public static Task FinishAsync(IDatabase target, string fingerprint, DateTimeOffset now, CancellationToken cancellationToken) => target.InTransactionAsync(async cancellation =>
    {
        await target.WriteAsync("DROP TABLE database_move_table", null, cancellation);
        await target.WriteAsync("UPDATE database_move SET finished_at = @now, fingerprint = @fingerprint", new { now, fingerprint }, cancellation);
    }, cancellationToken);

    private sealed record ProgressRow
    {
        public required long Position { get; init; }
        public required long Arrived { get; init; }
    }
}
