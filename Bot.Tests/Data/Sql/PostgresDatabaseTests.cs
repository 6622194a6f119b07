using System.Diagnostics;
using Npgsql;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Sql;

/// <summary>What is PostgreSQL's own: its settings, its refusals, and connections that are lost.</summary>
public sealed class PostgresDatabaseTests : IAsyncLifetime
{
    private readonly PostgresTestDatabase store = new();

    private static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync() => store.InitializeAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    [PostgresTheory]
    [InlineData("statement_timeout", "30s")]
    [InlineData("jit", "off")]
    [InlineData("lock_timeout", "10s")]
    [InlineData("idle_in_transaction_session_timeout", "1min")]
    [InlineData("application_name", "planbot")]
    public async Task Every_connection_is_set_up(string setting, string expected) => Assert.Equal(expected, await ShowAsync(store.Database, setting));

    [PostgresFact]
    public async Task What_the_office_sets_itself_stays()
    {
        using var database = new PostgresDatabase(store.ConnectionString + ";Options=-c statement_timeout=7s;Application Name=tianjin");

        Assert.Equal("7s", await ShowAsync(database, "statement_timeout"));
        Assert.Equal("10s", await ShowAsync(database, "lock_timeout"));
        Assert.Equal("tianjin", await ShowAsync(database, "application_name"));
    }

    [PostgresFact]
    public async Task A_rehearsal_on_a_connection_that_has_its_statements_planned_writes_into_the_copies()
    {
        using var database = new PostgresDatabase(store.ConnectionString + ";Maximum Pool Size=1");
        await database.WriteAsync("CREATE TABLE counted (n integer)", null, None);
        for (var run = 0; run < 10; run++)
            await CountAsync();
        Assert.Contains("INSERT INTO counted", string.Join('\n', await database.QueryAsync<string>("SELECT statement FROM pg_prepared_statements", null, None)), StringComparison.Ordinal);

        var table = await database.RehearseAsync(
            ["CREATE TEMP TABLE counted AS SELECT * FROM counted"],
            async token =>
            {
                await database.WriteAsync("INSERT INTO counted VALUES (1)", null, token);
                return await database.QueryAsync<string>("SELECT relnamespace::regnamespace::text || count(*) FROM counted JOIN pg_class ON pg_class.oid = counted.tableoid GROUP BY relnamespace", null, token);
            },
            None);

        Assert.StartsWith("pg_temp", Assert.Single(table), StringComparison.Ordinal);
        Assert.EndsWith("11", table[0], StringComparison.Ordinal);
        await CountAsync();

        Task CountAsync() => database.WriteAsync("INSERT INTO counted VALUES (1)", null, None);
    }

    [Theory]
    [InlineData("Database=planbot")]
    [InlineData("Host=db;Colour=blue")]
    public void A_connection_string_without_a_server_is_refused(string connectionString) =>
        Assert.Throws<ArgumentException>(() => new PostgresDatabase(connectionString));

    [PostgresTheory]
    [InlineData("Password=wrong", DatabaseProblem.AccessDenied)]
    [InlineData("Username=nobody", DatabaseProblem.AccessDenied)]
    [InlineData("Database=never_made", DatabaseProblem.Missing)]
    [InlineData("Port=1", DatabaseProblem.Unreachable)]
    [InlineData("Options=-c default_transaction_read_only=on", DatabaseProblem.ReadOnly)]
    public async Task A_database_that_cannot_be_used_says_why_in_one_line_without_the_password(string setting, DatabaseProblem expected)
    {
        using var database = new PostgresDatabase($"{store.ConnectionString};{setting}");

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => new UnitRepository(database).AddAsync(Ledgers.NewUnit("市教委"), None));

        Assert.Equal(expected, exception.Reason);
        Assert.Contains("127.0.0.1", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.DoesNotContain(new NpgsqlConnectionStringBuilder(store.ConnectionString).Password!, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", exception.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_statement_that_takes_too_long_is_ended()
    {
        using var database = new PostgresDatabase(store.ConnectionString + ";Options=-c statement_timeout=50ms");

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.QueryAsync<string>("SELECT pg_sleep(30)::text", null, None));

        Assert.Equal(DatabaseProblem.TooSlow, exception.Reason);
    }

    [PostgresFact]
    public async Task A_row_that_somebody_else_holds_is_waited_for_only_so_long()
    {
        using var impatient = new PostgresDatabase(store.ConnectionString + ";Options=-c lock_timeout=50ms");
        await new UnitRepository(store.Database).AddAsync(Ledgers.NewUnit("市教委"), None);

        var exception = await store.Database.InTransactionAsync(async cancellation =>
        {
            await store.Database.WriteAsync("UPDATE unit SET name = '市教育局'", null, cancellation);
            return await Assert.ThrowsAsync<DatabaseUnavailableException>(() => impatient.WriteAsync("UPDATE unit SET name = '教委'", null, cancellation));
        }, None);

        Assert.Equal(DatabaseProblem.Locked, exception.Reason);
    }

    [PostgresFact]
    public async Task A_transaction_whose_connection_is_cut_runs_again_and_is_kept_once()
    {
        var runs = 0;

        await store.Database.InTransactionAsync(async cancellation =>
        {
            await new UnitRepository(store.Database).AddAsync(Ledgers.NewUnit("市教委"), cancellation);
            if (runs++ == 0)
                await CutAsync(await ProcessIdAsync(cancellation));
            await new UnitRepository(store.Database).AddAsync(Ledgers.NewUnit("市商务局"), cancellation);
        }, None);

        Assert.Equal(2, runs);
        Assert.Equal(["市商务局", "市教委"], (await new UnitRepository(store.Database).AllAsync(None)).Select(unit => unit.Name).Order(StringComparer.Ordinal));
    }

    [PostgresFact]
    public async Task A_deadlock_has_a_victim_that_runs_again()
    {
        var units = new UnitRepository(store.Database);
        await units.AddAsync(Ledgers.NewUnit("甲"), None);
        await units.AddAsync(Ledgers.NewUnit("乙"), None);
        using var bothHold = new Barrier(2);
        var runs = 0;

        await Task.WhenAll(TouchAsync("甲", "乙"), TouchAsync("乙", "甲"));

        Assert.Equal(3, runs);
        Task TouchAsync(string first, string second) => Task.Run(() => store.Database.InTransactionAsync(async cancellation =>
        {
            await RenameAsync(first, cancellation);
            if (Interlocked.Increment(ref runs) <= 2)
                bothHold.SignalAndWait(TimeSpan.FromSeconds(30), cancellation);
            await RenameAsync(second, cancellation);
        }, None));
        Task RenameAsync(string name, CancellationToken cancellation) => store.Database.WriteAsync("UPDATE unit SET kind = kind WHERE name = @name", new { name }, cancellation);
    }

    [PostgresFact]
    public async Task When_the_connection_is_cut_during_the_commit_nobody_claims_to_know()
    {
        // The check at the end of the transaction waits, so that the cut falls into the commit.
        await store.Database.WriteAsync(
            """
            CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(30); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_here();
            """, null, None);
        var process = 0;
        var writing = store.Database.InTransactionAsync(async cancellation =>
        {
            process = await ProcessIdAsync(cancellation);
            await new UnitRepository(store.Database).AddAsync(Ledgers.NewUnit("市教委"), cancellation);
        }, None);
        while (await store.Database.FindAsync<string>("SELECT wait_event FROM pg_stat_activity WHERE pid = @process AND wait_event = 'PgSleep'", new { process }, None) is null)
            await Task.Yield();

        await CutAsync(process);

        Assert.Equal(DatabaseProblem.OutcomeUnknown, (await Assert.ThrowsAsync<DatabaseUnavailableException>(() => writing)).Reason);
        Assert.Empty(await new UnitRepository(store.Database).AllAsync(None));
    }

    [PostgresFact]
    public async Task A_server_that_restarts_is_found_again_without_an_error()
    {
        await using var server = await PostgresServer.StartOwnAsync();
        using var database = new PostgresDatabase(await server.NewDatabaseAsync());
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => database.QueryAsync<int>("SELECT 1", null, None))); // connections that will be cut
        await server.StopAsync();
        await server.StartAsync();

        await database.WriteAsync("CREATE TABLE kept (id integer)", null, None);

        Assert.Empty(await database.QueryAsync<int>("SELECT id FROM kept", null, None));
    }

    [PostgresFact]
    public async Task A_server_that_stays_away_is_named_after_a_moment()
    {
        await using var server = await PostgresServer.StartOwnAsync();
        using var database = new PostgresDatabase(await server.NewDatabaseAsync());
        await database.QueryAsync<int>("SELECT 1", null, None);
        await server.StopAsync();
        var watch = Stopwatch.StartNew();

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.QueryAsync<int>("SELECT 1", null, None));

        Assert.Equal(DatabaseProblem.Unreachable, exception.Reason);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    private static async Task<string> ShowAsync(Database database, string setting) => (await database.QueryAsync<string>($"SHOW {setting}", null, None)).Single();

    private async Task<int> ProcessIdAsync(CancellationToken cancellationToken) =>
        (await store.Database.QueryAsync<int>("SELECT pg_backend_pid()", null, cancellationToken)).Single();

    /// <summary>As when a network breaks: the server ends the session.</summary>
    private async Task CutAsync(int process)
    {
        await using var other = new NpgsqlConnection(store.ConnectionString);
        await other.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT pg_terminate_backend({process}, 10000)", other);
        await command.ExecuteNonQueryAsync();
    }
}
