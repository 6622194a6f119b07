using System.Globalization;
using Dapper;
using PlanBot.Data.Migrations;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.Data.Migrations;

/// <summary>A database of every schema version there ever was, with what an office wrote in it, as it moves on to today's.</summary>
/// <remarks>Fixtures/Schema holds for each version what it made room for; <see cref="OldOffice"/> says how it must be read today.</remarks>
public abstract partial class OldSchemaTests : IAsyncLifetime
{
    private static readonly StoppedClock Clock = new(Ledgers.At("2020-07-10 08:00"));

    public static TheoryData<int> Versions => [.. Migration.All(Dialect.Sqlite).Select(migration => migration.Version)];

    private static CancellationToken None => CancellationToken.None;

    private Database Database { get; set; } = null!;

    public async Task InitializeAsync()
    {
        if (GetType() != typeof(OldSchemaOnPostgres) || Requirements.SkipUnlessRequired(PostgresServer.WhyNone) is null)
            Database = await NewDatabaseAsync();
    }

    public Task DisposeAsync()
    {
        Database?.Dispose();
        return Task.CompletedTask;
    }

    protected abstract Task<Database> NewDatabaseAsync();

    [DatabaseTheory]
    [MemberData(nameof(Versions))]
    public async Task Every_value_is_still_there_after_the_upgrade(int version)
    {
        await MakeOldAsync(version);
        var before = await EverythingAsync();

        await new Migrator(Database, Clock).RunAsync(None);

        Assert.True(before.Count > 300, $"{before.Count} values in the old database");
        Assert.Empty(before.Except(await EverythingAsync()));
    }

    [DatabaseTheory]
    [MemberData(nameof(Versions))]
    public async Task The_ledger_of_an_old_database_is_read_as_it_was(int version)
    {
        await MakeOldAsync(version);

        await new Migrator(Database, Clock).RunAsync(None);

        await AssertPlansAsync();
        await AssertPeopleAsync();
        if (version >= 5)
            await AssertBindingAsync();
        await AssertReportsAsync();
        await AssertFoundAsync();
        await AssertOutboxAsync();
        if (version >= 4)
            await AssertRequestsAsync();
        if (version >= 6)
            await AssertFilesAsync();
        if (version >= 7)
            AssertSame(OldOffice.Pauses, await new PauseRepository(Database).OfPlanAsync(OldOffice.City.Id, None));
        if (version >= 9)
            Assert.Equal(["1585789200000"], await new ReceiptRepository(Database).UnseenAsync("msteams", "29:old", None));
        if (version >= 10)
            Assert.Equal(new PaceRow("1585616400001:1 1585616400500:10:0123456789ab", 7), await new PaceRepository(Database).FindAsync("teams", None));
        if (version >= 11)
            Assert.Equal(ProblemMark.Solved, (await new ProblemMarkRepository(Database).OfAsync([OldOffice.Id(702), OldOffice.Id(703)], None))[OldOffice.Id(703)]);
        if (version >= 12)
            await AssertTriesAsync();
        if (version >= 13)
            await AssertLaddersAsync();
        if (version >= 14)
            await AssertNoticesAgainAsync();
        if (version >= 15)
            await AssertChannelsAsync();
        if (version >= 16)
            Assert.Equal(OldOffice.Id(504), await new DeskSessionRepository(Database).FindAsync("9f3c", Ledgers.At("2020-07-09 17:59"), None));
        if (version >= 16)
            Assert.Equal((2, "notice.docx", """{"notice":null}"""), await new NoticeDraftRepository(Database).FindAsync(OldOffice.Id(4001), OldOffice.Id(504), None) is { } draft ? (draft.Version, draft.SourceName, draft.Document) : default);
        if (version >= 17)
            await AssertSystemsAsync();
        if (version >= 18)
            await AssertErrandsAsync();
    }

    [DatabaseTheory]
    [MemberData(nameof(Versions))]
    public async Task The_conversations_of_an_old_database_go_on(int version)
    {
        await MakeOldAsync(version);

        await new Migrator(Database, Clock).RunAsync(None);

        if (version >= 2)
            await AssertConversationsAsync();
        Assert.Equal(version >= 2 ? "c1" : "c9", (await new ChatRepository(Database).OpenAsync("unit-1", "c9", None)).Id);
    }

    [DatabaseTheory]
    [MemberData(nameof(Versions))]
    public async Task An_old_database_is_worked_with(int version)
    {
        await MakeOldAsync(version);
        await new Migrator(Database, Clock).RunAsync(None);
        var (pending, now) = (OldOffice.Obligations[6], Clock.GetUtcNow());

        Assert.Equal([1, 2, 1], (await new LedgerQuery(Database).TallyAsync(pending.PeriodId, now, None)).Select(unit => unit.Owed));
        Assert.True(await new ObligationRepository(Database).SaveAsync(pending, pending with { State = ObligationState.Submitted, Version = 1, SubmittedAt = now }, None));
        Assert.Equal([OldOffice.Reminders[0].Id], (await new ReminderRepository(Database).LeaseDueAsync(OldOffice.Reminders[0].DueAt, TimeSpan.FromMinutes(5), 9, None)).Select(row => row.Id));
        Assert.Equal(0, await new ReminderRepository(Database).QueueAsync([OldOffice.Reminders[3] with { Id = OldOffice.Id(1999) }], None)); // still once and no more
    }

    [DatabaseTheory]
    [MemberData(nameof(Versions))]
    public async Task The_data_of_every_version_leaves_no_table_out(int version)
    {
        await MakeOldAsync(version);

        foreach (var table in await TablesAsync())
            Assert.True(await Database.FindAsync<long>($"SELECT count(*) FROM {table}", null, None) > 0, $"Fixtures/Schema/{version:0000}.sql puts nothing into {table}.");
    }

    /// <summary>As it came to be: each version of the schema, and what a program of that version wrote.</summary>
    private async Task MakeOldAsync(int version)
    {
        foreach (var migration in Migration.All(Database.Dialect).Where(migration => migration.Version <= version))
        {
            var known = Migration.All(Database.Dialect).Where(one => one.Version <= migration.Version).ToList();
            await new Migrator(Database, known, Clock).RunAsync(None);
            await Database.WriteAsync(await WrittenInAsync(migration), null, None);
        }
    }

    private static async Task<string> WrittenInAsync(Migration migration)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Schema", string.Create(CultureInfo.InvariantCulture, $"{migration.Version:0000}.sql"));
        Assert.True(File.Exists(file), $"Migration {migration.Version:0000}_{migration.Name} needs {Path.GetFileName(file)} in Fixtures/Schema: INSERTs for the tables and columns that are new in it, or only a comment where none is; read them back in OldSchemaTests.");
        return await File.ReadAllTextAsync(file);
    }

    /// <summary>Every value as "table[row by its values].column=value", so that later columns and tables do not matter.</summary>
    private async Task<IReadOnlyCollection<string>> EverythingAsync()
    {
        var values = new List<string>();
        await using var connection = await Database.OpenAsync(None);
        foreach (var table in await TablesAsync())
        {
            foreach (var row in (await connection.QueryAsync($"SELECT * FROM {table}")).Cast<IDictionary<string, object?>>())
            {
                var key = string.Join('|', row.Take(2).Select(column => column.Value));
                values.AddRange(row.Select(column => $"{table}[{key}].{column.Key}={column.Value}"));
            }
        }
        return values;
    }

    private async Task<IReadOnlyList<string>> TablesAsync() => await Database.QueryAsync<string>(
        Database.Dialect == Dialect.Sqlite
            ? "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'schema_version' ORDER BY name"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name <> 'schema_version' ORDER BY table_name",
        null, None);
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
