using Microsoft.Extensions.Options;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>A ledger that the real program wrote, broken in one way after the other.</summary>
public abstract class CheckLedgerTests
{
    private static readonly DateTimeOffset LookedAt = Ledgers.At("2020-04-07 09:00");

    public static TheoryData<string, string> Breaks => new()
    {
        { "versions", "UPDATE obligation SET version = version + 1 WHERE version > 0" },
        { "state not-reminded", "UPDATE obligation SET state = 1 WHERE version > 0" },
        { "submitted-at", "UPDATE obligation SET submitted_at = '2020-03-31T00:00:00.0000000Z' WHERE version > 0" },
        { "sections", "DELETE FROM progress_entry_section WHERE ordinal = 4" },
        { "drafts", "DELETE FROM report_draft" },
        { "drafts", "INSERT INTO report_draft (obligation_id, author_id, saved_at) SELECT o.id, p.id, '2020-04-01T00:00:00.0000000Z' FROM obligation o, person p WHERE o.state = 1 LIMIT 1" },
        { "assignments not-reminded", "UPDATE obligation SET unit_id = (SELECT id FROM unit WHERE name = '市教委') WHERE unit_id = (SELECT id FROM unit WHERE name = '市商务局')" },
        { "due-dates due-out-of-reach", "UPDATE obligation SET due_on = '9999-12-30' WHERE version > 0" },
        { "due-dates", "UPDATE obligation SET due_on = '2020-04-02'" },
        {
            "periods", """
            INSERT INTO reporting_period (id, plan_id, period, due_on, due_at, is_provisional, collection_from, opened_at)
            SELECT '00000000-0000-7000-8000-0000000000F9', id, '2020Q4', '2021-01-06', '2021-01-06T16:00:00.0000000Z', false, '2020-12-31T01:00:00.0000000Z', '2020-09-30T16:00:00.0000000Z' FROM plan
            """
        },
        { "import-audit", "DELETE FROM audit WHERE action = 'import-plan'" },
        { "report-audit", "DELETE FROM audit WHERE action = 'submit-report'" },
        {
            "audited-report", """
            INSERT INTO audit (id, at, person_id, channel, action, subject, subject_id, after)
            SELECT '00000000-0000-7000-8000-0000000000F9', at, person_id, channel, action, subject, subject_id, '{}' FROM audit WHERE action = 'submit-report' LIMIT 1
            """
        },
        {
            // The key is unique, so the table has to be made anew without it.
            "reminder-twice", """
            CREATE TABLE copied AS SELECT * FROM reminder;
            DROP TABLE reminder;
            ALTER TABLE copied RENAME TO reminder;
            INSERT INTO reminder SELECT * FROM reminder WHERE step = 'due'
            """
        },
        { "reminder-state", "UPDATE reminder SET channel = NULL WHERE step = 'due'" },
        { "message reminder-shown", "UPDATE reminder SET message_id = '00000000-0000-7000-8000-0000000000F9' WHERE step = 'due'" },
        {
            "reminder-shown",
            "UPDATE chat_activity SET activity_id = 'gone' WHERE activity_id = (SELECT min(lower(replace(CAST(message_id AS text), '-', ''))) FROM reminder WHERE step = 'due')"
        },
        { "shown-unsent", "UPDATE reminder SET state = 4, outcome = 'closed', sent_at = NULL WHERE step = 'due'" },
        { "chat", "UPDATE chat_conversation SET last_sequence = last_sequence + 1 WHERE user_id = 'unit-2'" },
        { "chat", "UPDATE chat_activity SET sequence = sequence + 100 WHERE conversation_id = (SELECT id FROM chat_conversation WHERE user_id = 'unit-2')" },
        {
            "half-imported",
            "INSERT INTO plan_task (id, plan_id, ordinal, text, line) SELECT '00000000-0000-7000-8000-0000000000F9', id, 99, '多出的任务', 99 FROM plan"
        },
        { "lost-step", "DELETE FROM reminder WHERE step = 'due-1'" },
        { "not-reminded", "DELETE FROM reminder WHERE step = 'due+1'" },
        { "stuck", "UPDATE reminder SET state = 1, sent_at = NULL, channel = NULL WHERE step = 'period-end' AND state = 3" },
        { "outside-hours", "UPDATE reminder SET sent_at = '2020-04-04T12:00:00.0000000Z' WHERE step = 'due' AND state = 3" }, // the evening of a holiday
    };

    private static CancellationToken None => CancellationToken.None;

    /// <summary>A copy of the ledger of the good office, to be broken.</summary>
    protected abstract Task<Database> GoodLedgerAsync();

    [DatabaseFact]
    public async Task The_ledger_that_the_program_writes_breaks_no_rule()
    {
        using var database = await GoodLedgerAsync();

        var report = await CheckOf(database).RunAsync(LookedAt, None);

        Assert.Empty(report.Violations);
        Assert.Equal((1, 2 * 35), (report.Checked.Plans, report.Checked.Obligations));
        Assert.Equal(4, report.Checked.Reports);
        Assert.True(report.Checked.Reminders > 60);
    }

    [DatabaseTheory]
    [MemberData(nameof(Breaks))]
    public async Task Whatever_is_broken_is_found_and_nothing_else_is_blamed(string rules, string sql)
    {
        using var database = await GoodLedgerAsync();
        await database.WriteAsync(sql, null, None);

        var report = await CheckOf(database).RunAsync(LookedAt, None);

        Assert.Equal(rules.Split(' ').Order(StringComparer.Ordinal), report.Violations.Select(found => found.Rule).Distinct().Order(StringComparer.Ordinal));
        Assert.All(report.Violations, found => Assert.Contains(found.Id, CheckTexts.Violation(found.Rule, found.Id, found.Detail), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_is_broken_by_a_test_and_has_its_words()
    {
        using var database = new SqliteDatabase("Data Source=never.db");
        var rules = new LedgerCheck(database).Rules.Concat(CheckLedger.OwnRules).ToList();

        Assert.Empty(rules.Except(Breaks.SelectMany(row => ((string)row[0]).Split(' '))));
        Assert.All(rules, rule => Assert.NotEmpty(CheckTexts.Explain(rule).English));
    }

    private static CheckLedger CheckOf(Database database) => new(
        new LedgerCheck(database), new PlanRepository(database), new PeriodRepository(database), new CurrentCalendar(new HolidayRepository(database)), new PlanLadders(new LadderRepository(database), Options.Create(Ladders.Default)));
}

public sealed class CheckLedgerOnSqlite : CheckLedgerTests, IDisposable
{
    private static readonly Lazy<Task<string>> Good = new(PlayAsync);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override async Task<Database> GoodLedgerAsync()
    {
        await File.WriteAllBytesAsync(folder.File("planbot.db"), await File.ReadAllBytesAsync(await Good.Value));
        return new SqliteDatabase($"Data Source={folder.File("planbot.db")}");
    }

    private static async Task<string> PlayAsync()
    {
        using var office = new TemporaryFolder();
        await GoodOffice.PlayAsync(office.Path);
        using (var database = new SqliteDatabase($"Data Source={office.File("var/planbot.db")}"))
            await database.QueryAsync<string>("PRAGMA wal_checkpoint(TRUNCATE)", null, CancellationToken.None);
        var copy = Path.GetTempFileName();
        File.Copy(office.File("var/planbot.db"), copy, overwrite: true);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(copy);
        return copy;
    }
}

public sealed class CheckLedgerOnPostgres : CheckLedgerTests
{
    private static readonly Lazy<Task<string>> Good = new(PlayAsync);

    protected override async Task<Database> GoodLedgerAsync() => new PostgresDatabase(await PostgresServer.CreateDatabaseAsync(await Good.Value));

    private static async Task<string> PlayAsync()
    {
        using var office = new TemporaryFolder();
        var settings = await PostgresServer.SettingsOfNewDatabaseAsync();
        await GoodOffice.PlayAsync(office.Path, settings);
        var connectionString = settings.Single(setting => setting.Name == "ConnectionStrings__PlanBot").Value;
        await PostgresServer.UntilNobodyIsConnectedAsync(connectionString);
        return new Npgsql.NpgsqlConnectionStringBuilder(connectionString).Database!;
    }
}
