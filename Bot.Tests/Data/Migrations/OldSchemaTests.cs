using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;
using Microsoft.Bot.Builder.Dialogs;
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
public abstract class OldSchemaTests : IAsyncLifetime
{
    private static readonly StoppedClock Clock = new(Ledgers.At("2020-07-10 08:00"));
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

    private async Task AssertPlansAsync()
    {
        var plans = new PlanRepository(Database);
        AssertSame([OldOffice.City, OldOffice.District], await plans.AllAsync(None));
        AssertSame(OldOffice.Tasks, await plans.TasksAsync(OldOffice.City.Id, None));
        AssertSame(OldOffice.Assignments, await plans.AssignmentsAsync(OldOffice.City.Id, None));
        AssertSame(OldOffice.Units, (await new UnitRepository(Database).AllAsync(None)).OrderBy(unit => unit.Id));
        AssertSame(OldOffice.Periods, await new PeriodRepository(Database).OfPlanAsync(OldOffice.City.Id, None));
        AssertSame(OldOffice.Holidays, await new HolidayRepository(Database).AllAsync(None));
    }

    private async Task AssertPeopleAsync()
    {
        var people = new PersonRepository(Database, Clock);
        AssertSame(OldOffice.People, (await people.AllAsync(None)).OrderBy(person => person.Id));
        AssertSame(OldOffice.Identities, [.. await people.IdentitiesOnAsync("directline", None), .. await people.IdentitiesOnAsync("msteams", None)]);
        AssertSame(OldOffice.Audit, await new AuditRepository(Database).OfAsync(OldOffice.City.Id, None));
    }

    private async Task AssertBindingAsync()
    {
        AssertSame([new("msteams", "zhang@example.com", OldOffice.Id(501))], await new ContactListRepository(Database).AccountsAsync(None));
        var binding = new BindingRepository(Database);
        Assert.Equal(4, await binding.CountAttemptAsync("directline", "stranger", Clock.GetUtcNow(), Clock.GetUtcNow().AddDays(-2), None));
        Assert.Equal(OldOffice.Id(502), await binding.UseInvitationAsync("c0de", Clock.GetUtcNow(), None));
    }

    private async Task AssertReportsAsync()
    {
        var (obligations, progress) = (new ObligationRepository(Database), new ProgressRepository(Database));
        var (owed, entries) = (new List<Obligation>(), new List<ProgressEntry>());
        foreach (var obligation in OldOffice.Obligations)
        {
            owed.Add((await obligations.FindAsync(obligation.Id, None))!);
            entries.AddRange(await progress.VersionsAsync(obligation.Id, None));
        }
        AssertSame(OldOffice.Obligations, owed);
        AssertSame(OldOffice.Entries, entries);
        AssertSame(OldOffice.Drafts, await progress.DraftsAsync([.. owed.Select(obligation => obligation.Id)], None));
        const string extensions = "SELECT id, obligation_id, old_due_on, new_due_on, granted_by, reason, granted_at FROM extension ORDER BY id";
        AssertSame(OldOffice.Extensions, await Database.QueryAsync<Extension>(extensions, null, None));
    }

    private async Task AssertOutboxAsync() => AssertSame(
        OldOffice.Reminders, (await new ReminderRepository(Database).OfPeriodAsync(OldOffice.City.Id, new(2020, 2), None)).OrderBy(reminder => reminder.Id));

    private async Task AssertRequestsAsync()
    {
        var letter = await new LetterRepository(Database).FindAsync(OldOffice.Id(1601), None);
        var ruling = Assert.IsType<RulingLetter>(LetterBody.Read(letter!.Body));
        Assert.Equal((RulingKind.Extend, "市教委", "等数据", new LetterTask(1, "智慧校园", new(2020, 4, 8))), (ruling.Ruling, ruling.UnitName, ruling.Reason, Assert.Single(ruling.Tasks)));
        var recalled = Assert.Single(await new ReminderRepository(Database).OfPeriodAsync(OldOffice.City.Id, new(2020, 1), None));
        Assert.Equal((ReminderKind.Letter, ReminderState.Recalled, letter.Id), (recalled.Kind, recalled.State, recalled.LetterId));

        var requests = new RequestRepository(Database);
        var granted = await requests.FindAsync(1, None);
        Assert.Equal((RequestKind.Extension, RequestState.Granted, OldOffice.Id(504)), (granted!.Kind, granted.State, granted.DecidedBy));
        Assert.Equal(new DateOnly(2020, 7, 10), ReportsRequest.Read(granted.Body).Until);
        Assert.Equal("29:9z", Assert.Single(await requests.OpenAsync(None)).UserId);
        Assert.Equal(Ledgers.At("2020-07-10 09:00"), await new SnoozeRepository(Database).UntilAsync(OldOffice.Id(502), Ledgers.At("2020-07-09 16:00"), None));
    }

    private async Task AssertFilesAsync()
    {
        Assert.Equal(new KeptText(OldOffice.Id(2101), OldOffice.Id(502), Ledgers.At("2020-07-02 10:00"), """{"said":"完成两期"}"""), await new KeptTextRepository(Database).LatestAsync(OldOffice.Id(502), None));
        var file = Assert.Single(await new EvidenceRepository(Database).OfAsync([OldOffice.Id(701)], None));
        Assert.Equal((2, OldOffice.Id(501), "会议纪要.pdf", "application/pdf", 1234L), (file.Version, file.AuthorId, file.Name, file.ContentType, file.Size));
        Assert.Equal(new FileOffer("unit-1", "填报表.docx", "application/octet-stream", "AQI="), await new FileOfferRepository(Database).FindAsync("9f1c", Ledgers.At("2020-07-09 09:00"), None));
    }

    private async Task AssertTriesAsync()
    {
        var rows = (await new ReminderRepository(Database).OfPeriodAsync(OldOffice.City.Id, new(2020, 3), None)).OrderBy(row => row.Id).ToList();
        Assert.Equal([(3, "503", null), (0, null, OldOffice.Id(3001))], rows.Select(row => (row.Tries, row.Trouble, row.LeaseId)));
        Assert.Equal([true, false], rows.Select(row => row.IsRetrying));
    }

    private async Task AssertLaddersAsync()
    {
        var ladders = new LadderRepository(Database);
        var own = Assert.Single(await ladders.AllAsync(None));
        Assert.Equal((OldOffice.City.Id, true, OldOffice.Id(504)), (own.PlanId, own.ConfirmsEscalation, own.ChangedBy));
        var ladder = new PlanLadders(ladders, Microsoft.Extensions.Options.Options.Create(Ladders.Default)).Read(own);
        Assert.Equal(("due", StepAnchor.Due, new TimeOnly(9, 0), ReminderKind.Step), Assert.Single(ladder.Steps) is var step ? (step.Key, step.Anchor, step.Time, step.Kind) : default);
        Assert.Equal([StepOrderKind.Hold, StepOrderKind.Asked], (await ladders.OrdersOfAsync(OldOffice.City.Id, None)).Select(order => order.Kind));
        Assert.Equal("due+3", Assert.Single(await ladders.OrdersAsync(None)).Step);
    }

    private async Task AssertNoticesAgainAsync()
    {
        Assert.Equal(OldOffice.Id(504), Assert.Single(await Database.QueryAsync<Guid>("SELECT confirmed_by FROM unit_alias WHERE alias = '教委' AND confirmed_at IS NOT NULL", null, None)));
        Assert.Empty(await new PlanRepository(Database).TasksAsync(OldOffice.District.Id, None)); // its only one was dropped
        Assert.Empty(await new PlanRepository(Database).AssignmentsAsync(OldOffice.District.Id, None));
        Assert.Equal(OldOffice.Id(202), Assert.Single(await Database.QueryAsync<Guid>("SELECT parent_task_id FROM task_link WHERE child_task_id = @child", new { child = OldOffice.Id(3201) }, None)));
    }

    private async Task AssertConversationsAsync()
    {
        var chat = new ChatRepository(Database);
        AssertSame([new() { Id = "c1", UserId = "unit-1", Greeted = true }, new() { Id = "c2", UserId = "stranger", Greeted = false }], [await chat.FindAsync("c1", None), await chat.FindAsync("c2", None)]);
        AssertSame(
            [new() { Sequence = 1, Activity = """{"type":"message","text":"您好"}""" }, new() { Sequence = 2, Activity = """{"type":"message","text":"it's done"}""" }],
            await chat.ReadAsync("c1", 0, 9, None));

        var state = await new SqlStorage(Database, new StoredTypes([])).ReadAsync(["directline/conversations/c1", "directline/users/unit-1"], None);
        var conversation = Assert.IsType<Dictionary<string, object>>(state["directline/conversations/c1"]);
        var dialog = Assert.Single(Assert.IsType<DialogState>(conversation["DialogState"]).DialogStack);
        Assert.Equal(("report", 2L, "2020-03-31T09:00:00Z"), (dialog.Id, dialog.State["stepIndex"], dialog.State["typed"]));
        Assert.Empty(Assert.IsType<Dictionary<string, object>>(state["directline/users/unit-1"]));

        var links = new SignInLinkRepository(Database);
        Assert.Null(await links.UseAsync("3c9a", Ledgers.At("2020-03-12 12:00"), None));
        Assert.Equal(OldOffice.Id(505), await links.UseAsync("77d0", Ledgers.At("2020-03-12 12:00"), None));
        Assert.Equal(["""<key id="1" />"""], new ProtectionKeyRepository(Database).All());
        Assert.Equal(Ledgers.At("2020-07-08 09:00:03"), await new DemoClockRepository(Database).ReadAsync(None));
    }

    /// <summary>Members, order and all; as text, so that a difference can be read.</summary>
    private static void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> found) =>
        Assert.Equal(JsonSerializer.Serialize(expected, Readable), JsonSerializer.Serialize(found, Readable));

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
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'schema_version' ORDER BY name"
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
