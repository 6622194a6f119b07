using PlanBot.Data.Migrations;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Builders;

/// <summary>An empty database of its own, with the schema, gone after the test.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    public abstract Database Database { get; }

    public virtual async Task InitializeAsync() => await new Migrator(Database, new StoppedClock(Ledgers.At("2020-03-01 08:00"))).RunAsync(CancellationToken.None);

    public virtual Task DisposeAsync()
    {
        Close();
        return Task.CompletedTask;
    }

    protected virtual void Close() => Database.Dispose();
}

/// <summary>SQLite in a temporary folder.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    public SqliteTestDatabase()
    {
        Folder = Directory.CreateTempSubdirectory("planbot-").FullName;
        Database = new SqliteDatabase($"Data Source={FilePath}");
    }

    public string Folder { get; }

    public string FilePath => Path.Combine(Folder, "planbot.db");

    public override Database Database { get; }

    /// <summary>Migrated and ready; for tests that are no fixture.</summary>
    public static async Task<SqliteTestDatabase> CreateAsync()
    {
        var created = new SqliteTestDatabase();
        await created.InitializeAsync();
        return created;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
