using PlanBot.Data.Migrations;
using PlanBot.Data.Moving;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Data.Migrations;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Moving;

/// <summary>A whole ledger moved from a real SQLite file to a real PostgreSQL.</summary>
public sealed class DatabaseMoveTests
{
    private static CancellationToken None => CancellationToken.None;

    [PostgresFact]
    public async Task Every_value_of_every_table_arrives()
    {
        using var office = await MoveOffice.CreateAsync();

        var result = await office.MoveAsync();

        var tables = await MovedTables.OfAsync(office.Target, None);
        var before = await MoveOffice.EverythingAsync(office.Source, tables);
        Assert.Equal(before, await MoveOffice.EverythingAsync(office.Target, tables));
        Assert.Equal(before.Count, result.Tables.Sum(table => table.Rows));
        Assert.Empty(result.Differences);
        Assert.NotNull(result.FinishedAt);
    }

    [PostgresFact]
    public async Task No_table_of_the_source_is_left_behind()
    {
        using var office = await MoveOffice.CreateAsync();
        const string sql = """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> 'schema_version' ORDER BY name
            """;

        var result = await office.MoveAsync();

        Assert.Equal(await office.Source.QueryAsync<string>(sql, null, None), result.Tables.Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.All(result.Tables, table => Assert.True(table.Rows > 0, table.Name)); // else nothing would be known of its columns
    }

    [PostgresFact]
    public async Task Reports_are_found_where_they_were_moved_to()
    {
        using var office = await MoveOffice.CreateAsync();

        await office.MoveAsync();

        var (periods, units) = (OldOffice.Periods.Select(period => period.Id).ToList(), OldOffice.Units.Select(unit => unit.Id).ToList());
        foreach (var database in new Database[] { office.Source, office.Target })
        {
            var found = await new SearchQuery(database, new StoppedClock(Ledgers.At("2020-07-09 09:00")), fewUnits: 0, firstStretch: 0).RunAsync("选址", periods, units, 50, TimeSpan.FromMinutes(1), None);
            Assert.Equal(OldOffice.Id(802), Assert.Single(found.Texts).EntryId);
        }
    }

    [PostgresFact]
    public async Task The_source_stays_as_it_was()
    {
        using var office = await MoveOffice.CreateAsync();
        var before = await new MoveSource(office.Source).FingerprintAsync(_ => { }, None);

        await office.MoveAsync();

        Assert.Equal(before, await new MoveSource(office.Source).FingerprintAsync(_ => { }, None));
        Assert.Null(ServingMark.HolderOf(office.Source));
    }

    [PostgresFact]
    public async Task A_source_of_an_older_schema_is_brought_up_to_date_first()
    {
        using var office = await MoveOffice.CreateAsync(version: 1);

        var result = await office.MoveAsync();

        Assert.Equal(Migration.All(Dialect.Sqlite).Skip(1).Select(migration => migration.Name), result.MigrationsOfSource);
        Assert.NotNull(result.FinishedAt);
    }

    [PostgresFact]
    public async Task The_last_digit_of_an_instant_is_more_than_PostgreSQL_keeps()
    {
        using var office = await MoveOffice.CreateAsync();
        await office.Source.WriteAsync("UPDATE demo_clock SET now = '2020-07-08T01:00:03.1234567Z'", null, None);

        await office.MoveAsync();

        Assert.Equal(DateTimeOffset.Parse("2020-07-08T01:00:03.123456Z", System.Globalization.CultureInfo.InvariantCulture), await new DemoClockRepository(office.Target).ReadAsync(None));
    }

    [PostgresTheory]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(27)]
    [InlineData(40)]
    public async Task Ended_at_any_step_it_goes_on_and_nothing_is_there_twice(int step)
    {
        using var office = await MoveOffice.CreateAsync();
        await office.TalkAsync(23_000);
        using var end = new CancellationTokenSource();
        var steps = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => office.MoveAsync(_ => EndAt(ref steps, step, end), end.Token));
        var unfinished = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => new Migrator(office.Target, new StoppedClock(Ledgers.At("2020-07-09 09:00"))).RunAsync(None));
        var result = await office.MoveAsync();

        Assert.Equal(DatabaseProblem.HalfMoved, unfinished.Reason);
        Assert.Contains("migrate-database", unfinished.Message, StringComparison.Ordinal);
        Assert.Empty(result.Differences);
        var tables = await MovedTables.OfAsync(office.Target, None);
        Assert.Equal(await MoveOffice.EverythingAsync(office.Source, tables), await MoveOffice.EverythingAsync(office.Target, tables));
        await new Migrator(office.Target, new StoppedClock(Ledgers.At("2020-07-09 09:00"))).RunAsync(None);
    }

    [PostgresFact]
    public async Task What_has_arrived_is_not_copied_again()
    {
        using var office = await MoveOffice.CreateAsync();
        await office.TalkAsync(23_000);
        using var end = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => office.MoveAsync(
            progress => _ = progress is { Table: "chat_activity", Rows: >= 10_000 } ? CancelAsync(end) : null, end.Token));

        var reports = new List<MoveProgress>();
        await office.MoveAsync(reports.Add);

        var first = reports.First(progress => progress.Table == "chat_activity");
        Assert.Equal((15_000, first.Done - 5000), (first.Rows, first.Earlier));
    }

    [PostgresFact]
    public async Task A_long_move_copies_and_checks_in_stretches_and_tells_how_far_it_is()
    {
        using var office = await MoveOffice.CreateAsync();
        await office.TalkAsync(12_000);
        var reports = new List<MoveProgress>();

        var result = await office.MoveAsync(reports.Add);

        var total = result.Tables.Sum(table => table.Rows);
        foreach (var phase in new[] { MovePhase.Copying, MovePhase.Checking })
        {
            var done = reports.Where(report => report.Phase == phase).Select(report => report.Done).ToList();
            Assert.Equal(done.Order(), done);
            Assert.Equal(total, done[^1]);
        }
        Assert.Equal([5000, 10_000], reports.Where(report => report is { Table: "chat_activity", Phase: MovePhase.Copying }).Select(report => report.Rows).Take(2));
    }

    [PostgresFact]
    public async Task Texts_of_many_megabytes_are_moved_in_shorter_stretches()
    {
        using var office = await MoveOffice.CreateAsync();
        await office.TalkAsync(40);
        await office.Source.WriteAsync("UPDATE chat_activity SET activity = @text WHERE conversation_id = 'c2'", new { text = new string('长', 500_000) }, None);
        var reports = new List<MoveProgress>();

        await office.MoveAsync(reports.Add);

        Assert.True(reports.Count(report => report is { Table: "chat_activity", Phase: MovePhase.Copying }) > 4);
    }

    private static Task CancelAsync(CancellationTokenSource end)
    {
        end.Cancel();
        return Task.CompletedTask;
    }

    private static void EndAt(ref int steps, int step, CancellationTokenSource end)
    {
        if (++steps == step)
            end.Cancel();
    }
}
