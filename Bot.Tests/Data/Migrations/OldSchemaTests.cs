using System.Globalization;
using Dapper;
using PlanBot.Data.Migrations;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Migrations;

/// <summary>An office that has used every version of the schema up to one moves to the newest, and has all it had.</summary>
/// <remarks>Fixtures/Schema holds what it wrote in each version, into the tables and columns that were new then.</remarks>
public abstract class OldSchemaTests
{
    private static readonly StoppedClock Clock = new(Ledgers.At("2020-03-01 08:00"));
    private static readonly Guid Plan = Id("A1");

    public static TheoryData<int> Versions => [.. Migration.All(Dialect.Sqlite).Select(migration => migration.Version)];

    private static CancellationToken None => CancellationToken.None;

    protected abstract Task<Database> NewDatabaseAsync();

    [DatabaseTheory]
    [MemberData(nameof(Versions))]
    public async Task A_database_of_every_version_moves_forward_with_all_its_rows(int version)
    {
        using var database = await NewDatabaseAsync();
        await RunOfficeUntilAsync(database, version);
        var before = await EverythingAsync(database);

        await new Migrator(database, Clock).RunAsync(None);

        var after = await EverythingAsync(database);
        Assert.True(before.Count > 60, $"{before.Count} values in the old database");
        Assert.Empty(before.Except(after));
    }

    [DatabaseFact]
    public async Task The_program_reads_what_the_first_version_wrote()
    {
        using var database = await NewDatabaseAsync();
        await RunOfficeUntilAsync(database, 1);
        await new Migrator(database, Clock).RunAsync(None);

        var plan = (await new PlanRepository(database).FindAsync(Plan, None))!;
        var periods = await new PeriodRepository(database).OfPlanAsync(Plan, None);
        var rows = await new LedgerQuery(database).OfPeriodAsync(periods[1].Id, null, None);
        var versions = await new ProgressRepository(database).VersionsAsync(Id("101"), None);
        var person = (await new PersonRepository(database).FindAsync(Id("E2"), None))!;

        Assert.Equal(new WorkingDayOfNextPeriod(3), plan.Reporting.DueRule);
        Assert.Equal(["2019Q1", "2019Q2"], periods.Select(period => period.Period.ToString()));
        Assert.True(periods[1].IsProvisional);
        Assert.Equal([ObligationState.Returned, ObligationState.Pending, ObligationState.Draft], rows.Select(row => row.State));
        Assert.Equal(["方案已印发。", "方案已印发，试点学校三所。"], versions.Select(version => version.Sections[1]));
        Assert.Equal(2, person.Contacts.Count);
        Assert.Equal("商圈试运行。", (await new ProgressRepository(database).DraftsAsync([Id("202")], None)).Single().Sections[1]);
        Assert.Equal(2, (await new ReminderRepository(database).LeaseDueAsync(Ledgers.At("2020-01-01 00:00"), TimeSpan.FromMinutes(5), 10, None)).Count);
    }

    private static async Task RunOfficeUntilAsync(Database database, int version)
    {
        var migrations = Migration.All(database.Dialect);
        foreach (var migration in migrations.Where(migration => migration.Version <= version))
        {
            await new Migrator(database, migrations.Where(known => known.Version <= migration.Version).ToList(), Clock).RunAsync(None);
            await database.WriteAsync(await WrittenInAsync(migration), null, None);
        }
    }

    private static async Task<string> WrittenInAsync(Migration migration)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Schema", string.Create(CultureInfo.InvariantCulture, $"{migration.Version:0000}.sql"));
        Assert.True(File.Exists(file), $"Migration {migration.Version:0000}_{migration.Name} needs {Path.GetFileName(file)} in Fixtures/Schema: rows for the tables and columns that are new in it.");
        return await File.ReadAllTextAsync(file);
    }

    /// <summary>Every value as "table[row by its values].column=value", so that later columns and tables do not matter.</summary>
    private static async Task<IReadOnlyCollection<string>> EverythingAsync(Database database)
    {
        const string sqlite = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'schema_version'";
        const string postgres = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name <> 'schema_version'";
        var values = new List<string>();
        foreach (var table in await database.QueryAsync<string>(database.Dialect == Dialect.Sqlite ? sqlite : postgres, null, None))
        {
            await using var connection = await database.OpenAsync(None);
            foreach (var row in (await connection.QueryAsync($"SELECT * FROM {table}")).Cast<IDictionary<string, object?>>())
            {
                var key = string.Join('|', row.Take(2).Select(column => column.Value));
                values.AddRange(row.Select(column => $"{table}[{key}].{column.Key}={column.Value}"));
            }
        }
        return values;
    }

    private static Guid Id(string end) => Guid.Parse("00000000-0000-7000-8000-" + end.PadLeft(12, '0'));
}

public sealed class OldSchemaOnSqlite : OldSchemaTests, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<Database> NewDatabaseAsync() => Task.FromResult<Database>(new SqliteDatabase($"Data Source={folder.File("planbot.db")}"));
}

public sealed class OldSchemaOnPostgres : OldSchemaTests
{
    protected override async Task<Database> NewDatabaseAsync() => new PostgresDatabase(await PostgresServer.CreateDatabaseAsync());
}
