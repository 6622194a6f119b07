using System.Globalization;
using PlanBot.Data.Moving;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Migrations;

/// <summary>Brings the schema up to date; safe to run at every start and from several processes at once.</summary>
/// <param name="clock">The wall clock: when a migration was applied is a fact about the machine, not about the plan.</param>
public sealed class Migrator(IDatabase database, IReadOnlyList<Migration> migrations, TimeProvider clock)
{
    /// <summary>Any number will do that no other program takes on the same PostgreSQL database.</summary>
    private const long AdvisoryLock = 0x506C616E426F74; // "PlanBot"

    public Migrator(IDatabase database, TimeProvider clock)
        : this(database, Migration.All(database.Dialect), clock)
    {
    }

    /// <summary>Applies all that is pending, together or not at all.</summary>
    /// <returns>What was applied now, by version; empty when the schema was up to date.</returns>
    /// <exception cref="DatabaseUnavailableException">Also when the database is newer than this program, was set up by another build, or is only half moved here.</exception>
    public async Task<IReadOnlyList<Migration>> RunAsync(CancellationToken cancellationToken)
    {
        if (database.Dialect == Dialect.Sqlite)
        {
            await RefuseForeignFileAsync(cancellationToken);
            // Outside the transaction: SQLite does not change the journal mode inside one. The file remembers it.
            await database.QueryAsync<string>("PRAGMA journal_mode = WAL", null, cancellationToken);
        }
        return await database.InTransactionAsync(ApplyPendingAsync, cancellationToken);
    }

    /// <summary>A file that another program fills is left as it is. The scheduler's own tables may have come first.</summary>
    private async Task RefuseForeignFileAsync(CancellationToken cancellationToken)
    {
        var tables = await database.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'", null, cancellationToken);
        if (!tables.Contains("schema_version") && tables.Any(table => !table.StartsWith("qrtz_", StringComparison.OrdinalIgnoreCase) && !table.StartsWith("sqlite_", StringComparison.Ordinal)))
            throw new DatabaseUnavailableException(DatabaseProblem.NotADatabase, database.Place);
    }

    /// <summary>What is not applied yet, by version; changes nothing.</summary>
    public async Task<IReadOnlyList<Migration>> PendingAsync(CancellationToken cancellationToken)
    {
        const string sqlite = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'";
        const string postgres = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_version'";
        var tables = await database.QueryAsync<string>(database.Dialect == Dialect.Sqlite ? sqlite : postgres, null, cancellationToken);
        return tables.Count == 0 ? migrations : PendingAfter(await AppliedAsync(cancellationToken));
    }

    /// <summary>The same for somebody who means to use the database as it is: whether it can be written to is tried too, by a write that changes nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">For the reasons of <see cref="RunAsync"/>.</exception>
    public async Task<IReadOnlyList<Migration>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (database.Dialect == Dialect.Sqlite)
            await RefuseForeignFileAsync(cancellationToken);
        else
            await MoveRecord.RefuseUnfinishedAsync(database, cancellationToken);
        var pending = await PendingAsync(cancellationToken);
        if (pending.Count == 0)
            await TryToWriteAsync(cancellationToken);
        return pending;
    }

    private Task<int> TryToWriteAsync(CancellationToken cancellationToken) =>
        database.WriteAsync("UPDATE schema_version SET name = name WHERE version = 1", null, cancellationToken);

    private async Task<IReadOnlyList<Migration>> ApplyPendingAsync(CancellationToken cancellationToken)
    {
        // SQLite's transaction holds the only write lock from its first moment; on PostgreSQL the nodes take turns here. A large ledger may take its time.
        if (database.Dialect == Dialect.Postgres)
        {
            await database.WriteAsync("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0", null, cancellationToken);
            await database.WriteAsync("SELECT pg_advisory_xact_lock(@AdvisoryLock)", new { AdvisoryLock }, cancellationToken, Timeout.InfiniteTimeSpan);
        }
        await MoveRecord.RefuseUnfinishedAsync(database, cancellationToken); // after the lock, so that a move that begins at this moment is seen
        const string create = """
            CREATE TABLE IF NOT EXISTS schema_version (
                version integer PRIMARY KEY,
                name text NOT NULL,
                checksum text NOT NULL,
                applied_at timestamptz NOT NULL
            )
            """;
        await database.WriteAsync(create, null, cancellationToken);
        var pending = PendingAfter(await AppliedAsync(cancellationToken));
        foreach (var migration in pending)
        {
            await database.WriteAsync(migration.Sql, null, cancellationToken, Timeout.InfiniteTimeSpan);
            const string record = "INSERT INTO schema_version (version, name, checksum, applied_at) VALUES (@Version, @Name, @Checksum, @appliedAt)";
            await database.WriteAsync(
                record, new { migration.Version, migration.Name, migration.Checksum, appliedAt = clock.GetUtcNow() }, cancellationToken);
        }
        // A write that changes nothing: a read-only database is told at the start and not by the first report.
        await TryToWriteAsync(cancellationToken);
        return pending;
    }

    private Task<IReadOnlyList<AppliedRow>> AppliedAsync(CancellationToken cancellationToken) =>
        database.QueryAsync<AppliedRow>("SELECT version, name, checksum FROM schema_version ORDER BY version", null, cancellationToken);

    private List<Migration> PendingAfter(IReadOnlyList<AppliedRow> applied)
    {
        var newest = migrations.Max(migration => migration.Version);
        if (applied is [.., var last] && last.Version > newest)
            throw Refuse(DatabaseProblem.NewerSchema, string.Create(CultureInfo.InvariantCulture, $"schema {last.Version}, this program knows {newest}"));
        var checksums = applied.ToDictionary(row => row.Version, row => row.Checksum);
        var changed = migrations.FirstOrDefault(known => checksums.TryGetValue(known.Version, out var checksum) && checksum != known.Checksum);
        if (changed is not null)
            throw Refuse(DatabaseProblem.ChangedMigration, string.Create(CultureInfo.InvariantCulture, $"migration {changed.Version:0000}_{changed.Name} differs"));
        return migrations.Where(known => !checksums.ContainsKey(known.Version)).ToList();
    }

    private DatabaseUnavailableException Refuse(DatabaseProblem problem, string detail) => new(problem, database.Place, detail: detail);

    private sealed record AppliedRow
    {
        public required int Version { get; init; }
        public required string Name { get; init; }
        public required string Checksum { get; init; }
    }
}
