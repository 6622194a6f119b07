using System.Diagnostics.CodeAnalysis;
using PlanBot.Data.Migrations;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Builders;

/// <summary>PostgreSQL: a copy of one migrated database. It goes with its server, at the end of all tests.</summary>
[SuppressMessage("Design", "CA1001", Justification = "DisposeAsync, which xunit calls, closes it.")]
public sealed class PostgresTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MigratedAsync);
    private PostgresDatabase? database;

    public override Database Database => database ?? throw new InvalidOperationException("It is made by InitializeAsync.");

    public string ConnectionString { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        if (Requirements.SkipUnlessRequired(PostgresServer.WhyNone) is not null)
            return; // xunit makes the class even where all its tests are skipped
        ConnectionString = await PostgresServer.CreateDatabaseAsync(await Template.Value);
        database = new PostgresDatabase(ConnectionString);
    }

    protected override void Close() => database?.Dispose();

    private static async Task<string> MigratedAsync()
    {
        var connectionString = await PostgresServer.CreateDatabaseAsync();
        using var database = new PostgresDatabase(connectionString);
        await new Migrator(database, new StoppedClock(Ledgers.At("2020-03-01 08:00"))).RunAsync(CancellationToken.None);
        return new Npgsql.NpgsqlConnectionStringBuilder(connectionString).Database!;
    }
}
