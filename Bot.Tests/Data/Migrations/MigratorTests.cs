using PlanBot.Data.Migrations;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Data.Migrations;

public sealed class MigratorTests : IAsyncLifetime
{
    private static readonly StoppedClock Clock = new(Ledgers.At("2020-03-01 08:00"));
    private static readonly Migration First = new(1, "first", "CREATE TABLE first (id integer PRIMARY KEY); CREATE TABLE also_first (id integer PRIMARY KEY);");
    private static readonly Migration Second = new(2, "second", "CREATE TABLE second (id integer PRIMARY KEY);");
    private static readonly Migration Broken = new(3, "broken", "CREATE TABLE third (id integer PRIMARY KEY); CREATE TABLE first (id integer);");

    private readonly string folder = Directory.CreateTempSubdirectory("planbot-").FullName;
    private SqliteDatabase database = null!;

    private static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync()
    {
        database = NewDatabase();
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
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
    public async Task A_second_run_applies_nothing()
    {
        var applied = await new Migrator(database, Clock).RunAsync(None);
        var again = await new Migrator(database, Clock).RunAsync(None);

        Assert.Equal(Migration.All(Dialect.Sqlite).Count, applied.Count);
        Assert.Empty(again);
    }

    [Fact]
    public async Task A_later_program_applies_only_what_is_new()
    {
        await RunAsync(First);
        Assert.Equal([Second], await new Migrator(database, [First, Second], Clock).PendingAsync(None));

        var applied = await RunAsync(First, Second);

        Assert.Equal([Second], applied);
        Assert.Equal(["also_first", "first", "schema_version", "second"], await TablesAsync());
    }

    [Fact]
    public async Task What_is_pending_on_an_empty_database_is_everything_and_asking_changes_nothing()
    {
        Assert.Equal([First, Second], await new Migrator(database, [First, Second], Clock).PendingAsync(None));
        Assert.Empty(await TablesAsync());
    }

    [Fact]
    public async Task Programs_that_start_together_apply_everything_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var own = NewDatabase(); // a process has its own queue of writers
            return await new Migrator(own, Clock).RunAsync(None);
        })));

        Assert.Equal(Migration.All(Dialect.Sqlite).Count, applied.Sum(list => list.Count));
        Assert.Empty(await new UnitRepository(database).AllAsync(None));
    }

    [Fact]
    public async Task A_migration_that_fails_takes_all_of_its_run_with_it()
    {
        await RunAsync(First);

        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(First, Second, Broken));

        Assert.Equal(["also_first", "first", "schema_version"], await TablesAsync());
        Assert.Equal([Second], await RunAsync(First, Second));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_in_words()
    {
        await RunAsync(First, Second);

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => RunAsync(First));

        Assert.Equal(DatabaseProblem.NewerSchema, exception.Reason);
        Assert.Contains("schema 2, this program knows 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_was_changed_after_it_was_applied_is_refused()
    {
        await RunAsync(First);

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => RunAsync(new Migration(1, "first", First.Sql + " ")));

        Assert.Equal(DatabaseProblem.ChangedMigration, exception.Reason);
    }

    [Fact]
    public async Task A_read_only_database_is_refused_at_the_start_though_nothing_is_pending()
    {
        await RunAsync(First);
        using var readOnly = new SqliteDatabase($"Data Source={database.Place};Mode=ReadOnly");

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => new Migrator(readOnly, [First], Clock).RunAsync(None));

        Assert.Equal(DatabaseProblem.ReadOnly, exception.Reason);
    }

    [Fact]
    public void Line_ends_do_not_make_another_migration() =>
        Assert.Equal(new Migration(1, "a", "SELECT 1;\nSELECT 2;\n").Checksum, new Migration(1, "a", "SELECT 1;\r\nSELECT 2;\r\n").Checksum);

    private Task<IReadOnlyList<Migration>> RunAsync(params Migration[] migrations) => new Migrator(database, migrations, Clock).RunAsync(None);

    private SqliteDatabase NewDatabase() => new($"Data Source={Path.Combine(folder, "planbot.db")}");

    private Task<IReadOnlyList<string>> TablesAsync() =>
        database.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", null, None);
}
