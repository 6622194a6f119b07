using PlanBot.Data.Migrations;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Migrations;

public abstract class MigratorTests : IAsyncLifetime
{
    private static readonly StoppedClock Clock = new(Ledgers.At("2020-03-01 08:00"));
    private static readonly Migration First = new(1, "first", "CREATE TABLE first (id integer PRIMARY KEY); CREATE TABLE also_first (id integer PRIMARY KEY);");
    private static readonly Migration Second = new(2, "second", "CREATE TABLE second (id integer PRIMARY KEY);");
    private static readonly Migration Broken = new(3, "broken", "CREATE TABLE third (id integer PRIMARY KEY); CREATE TABLE first (id integer);");

    private Database? database;

    protected static CancellationToken None => CancellationToken.None;

    private Database Database => database ?? throw new InvalidOperationException("It is made by InitializeAsync.");

    public async Task InitializeAsync()
    {
        await CreateAsync();
        database = Open();
    }

    public Task DisposeAsync()
    {
        database?.Dispose();
        return Task.CompletedTask;
    }

    protected abstract Task CreateAsync();

    /// <summary>The test's database, as another process would open it.</summary>
    /// <param name="readOnly">May not write.</param>
    protected abstract Database Open(bool readOnly = false);

    [DatabaseFact]
    public void The_programs_own_migrations_are_numbered_without_a_gap()
    {
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            var migrations = Migration.All(dialect);

            Assert.True(migrations.Count >= 2);
            Assert.Equal(Enumerable.Range(1, migrations.Count), migrations.Select(migration => migration.Version));
        }
    }

    [Fact]
    public void Two_migrations_of_one_number_are_no_program()
    {
        string[] resources = ["PlanBot.Data.Migrations.0001_a.sql", "PlanBot.Data.Migrations.0001_a.postgres.sql", "PlanBot.Data.Migrations.0002_b.sql"];

        Assert.Equal(["a", "b"], Migration.Chosen(resources, Dialect.Postgres).Select(migration => migration.Name));
        Assert.EndsWith("0001_a.postgres.sql", Migration.Chosen(resources, Dialect.Postgres).First().Resource, StringComparison.Ordinal);
        Assert.EndsWith("0001_a.sql", Migration.Chosen(resources, Dialect.Sqlite).First().Resource, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Migration.Chosen([.. resources, "PlanBot.Data.Migrations.0002_c.sql"], Dialect.Sqlite).ToList());
    }

    [DatabaseFact]
    public async Task A_second_run_applies_nothing()
    {
        var applied = await new Migrator(Database, Clock).RunAsync(None);
        var again = await new Migrator(Database, Clock).RunAsync(None);

        Assert.Equal(Migration.All(Database.Dialect).Count, applied.Count);
        Assert.Empty(again);
    }

    [DatabaseFact]
    public async Task A_later_program_applies_only_what_is_new()
    {
        await RunAsync(First);
        Assert.Equal([Second], await new Migrator(Database, [First, Second], Clock).PendingAsync(None));

        var applied = await RunAsync(First, Second);

        Assert.Equal([Second], applied);
        Assert.Equal(["also_first", "first", "schema_version", "second"], await TablesAsync());
    }

    [DatabaseFact]
    public async Task What_is_pending_on_an_empty_database_is_everything_and_asking_changes_nothing()
    {
        Assert.Equal([First, Second], await new Migrator(Database, [First, Second], Clock).PendingAsync(None));
        Assert.Empty(await TablesAsync());
    }

    [DatabaseFact]
    public async Task Programs_that_start_together_apply_everything_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var own = Open(); // a process has its own queue of writers
            return await new Migrator(own, Clock).RunAsync(None);
        })));

        Assert.Equal(Migration.All(Database.Dialect).Count, applied.Sum(list => list.Count));
        Assert.Empty(await new UnitRepository(Database).AllAsync(None));
    }

    [DatabaseFact]
    public async Task A_migration_that_fails_takes_all_of_its_run_with_it()
    {
        await RunAsync(First);

        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(First, Second, Broken));

        Assert.Equal(["also_first", "first", "schema_version"], await TablesAsync());
        Assert.Equal([Second], await RunAsync(First, Second));
    }

    [DatabaseFact]
    public async Task A_database_of_a_newer_program_is_refused_in_words()
    {
        await RunAsync(First, Second);

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => RunAsync(First));

        Assert.Equal(DatabaseProblem.NewerSchema, exception.Reason);
        Assert.Contains("schema 2, this program knows 1", exception.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_migration_that_was_changed_after_it_was_applied_is_refused()
    {
        await RunAsync(First);

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => RunAsync(new Migration(1, "first", First.Sql + " ")));

        Assert.Equal(DatabaseProblem.ChangedMigration, exception.Reason);
    }

    [DatabaseFact]
    public async Task A_read_only_database_is_refused_at_the_start_though_nothing_is_pending()
    {
        await RunAsync(First);
        using var readOnly = Open(readOnly: true);

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => new Migrator(readOnly, [First], Clock).RunAsync(None));

        Assert.Equal(DatabaseProblem.ReadOnly, exception.Reason);
    }

    [DatabaseFact]
    public void Line_ends_do_not_make_another_migration() =>
        Assert.Equal(new Migration(1, "a", "SELECT 1;\nSELECT 2;\n").Checksum, new Migration(1, "a", "SELECT 1;\r\nSELECT 2;\r\n").Checksum);

    private Task<IReadOnlyList<Migration>> RunAsync(params Migration[] migrations) => new Migrator(Database, migrations, Clock).RunAsync(None);

    private Task<IReadOnlyList<string>> TablesAsync() => Database.QueryAsync<string>(
        Database.Dialect == Dialect.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY table_name COLLATE \"C\"",
        null, None);
}

public sealed class MigratorOnSqlite : MigratorTests, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task CreateAsync() => Task.CompletedTask;

    protected override Database Open(bool readOnly = false) => new SqliteDatabase($"Data Source={folder.File("planbot.db")}" + (readOnly ? ";Mode=ReadOnly" : ""));
}

public sealed class MigratorOnPostgres : MigratorTests
{
    private string connectionString = "Host=none";

    protected override async Task CreateAsync()
    {
        if (Requirements.SkipUnlessRequired(PostgresServer.WhyNone) is null)
            connectionString = await PostgresServer.CreateDatabaseAsync();
    }

    protected override Database Open(bool readOnly = false) =>
        new PostgresDatabase(connectionString + (readOnly ? ";Options=-c default_transaction_read_only=on" : ""));
}
