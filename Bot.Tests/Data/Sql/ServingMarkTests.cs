using Microsoft.Data.Sqlite;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Data.Sql;

public sealed class ServingMarkTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Ledgers.At("2020-03-31 08:55");
    private readonly SqliteTestDatabase store = new();

    private static CancellationToken None => CancellationToken.None;

    private SqliteDatabase Database => (SqliteDatabase)store.Database;

    private string Note => store.FilePath + ".serving";

    public Task InitializeAsync() => store.InitializeAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Whoever_comes_second_is_told_who_serves()
    {
        using var mark = await ServingMark.TakeAsync(Database, Now, None);

        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => ServingMark.TakeAsync(Database, Now.AddHours(1), None));

        Assert.Equal(DatabaseProblem.Served, refused.Reason);
        Assert.Equal($"process {Environment.ProcessId} since 2020-03-31 00:55 UTC", refused.Detail);
        Assert.Contains(refused.Detail!, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_may_ask_who_serves()
    {
        Assert.Null(ServingMark.HolderOf(Database));
        var mark = await ServingMark.TakeAsync(Database, Now, None);
        Assert.Equal($"process {Environment.ProcessId} since 2020-03-31 00:55 UTC", ServingMark.HolderOf(Database));
        mark.Dispose();
        Assert.Null(ServingMark.HolderOf(Database));
    }

    [Fact]
    public async Task A_link_to_the_file_is_the_same_file()
    {
        var link = Path.Combine(store.Folder, "link.db");
        File.CreateSymbolicLink(link, store.FilePath);
        using var other = new SqliteDatabase($"Data Source={link}");
        using var mark = await ServingMark.TakeAsync(Database, Now, None);

        Assert.NotNull(ServingMark.HolderOf(other));
    }

    [Fact]
    public async Task A_run_that_ended_in_order_leaves_no_note_and_one_that_did_not_is_noticed()
    {
        (await ServingMark.TakeAsync(Database, Now, None)).Dispose();
        Assert.False(File.Exists(Note));
        await File.WriteAllTextAsync(Note, "process 1 since 2020-03-30 00:55 UTC"); // as a crash leaves it

        using var mark = await ServingMark.TakeAsync(Database, Now, None);

        Assert.True(mark.IsLeftOver);
        Assert.Contains($"process {Environment.ProcessId} ", ServingMark.HolderOf(Database), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_crash_left_is_noticed_until_the_file_was_looked_at(bool isSettled)
    {
        await File.WriteAllTextAsync(Note, "");
        using (var failed = await ServingMark.TakeAsync(Database, Now, None))
        {
            if (isSettled)
                failed.Settle();
        }

        using var mark = await ServingMark.TakeAsync(Database, Now, None);

        Assert.Equal(!isSettled, mark.IsLeftOver);
    }

    [Fact]
    public async Task A_sound_database_has_no_damage() => Assert.Null(await Database.FindDamageAsync(None));

    [Fact]
    public async Task A_row_that_its_index_does_not_know_is_damage()
    {
        await using var connection = new SqliteConnection($"Data Source={store.FilePath};Pooling=False");
        await connection.OpenAsync();
        const string loseIndex = """
            PRAGMA writable_schema = ON;
            CREATE TEMP TABLE kept AS SELECT * FROM sqlite_master WHERE name = 'unit_alias_of_unit';
            DELETE FROM sqlite_master WHERE name = 'unit_alias_of_unit';
            PRAGMA writable_schema = RESET;
            PRAGMA foreign_keys = OFF;
            INSERT INTO unit_alias (alias, unit_id) VALUES ('教委', 'a');
            PRAGMA writable_schema = ON;
            INSERT INTO sqlite_master SELECT * FROM kept;
            PRAGMA writable_schema = RESET;
            """;
        await using var command = connection.CreateCommand();
        command.CommandText = loseIndex;
        await command.ExecuteNonQueryAsync();

        Assert.Contains("unit_alias_of_unit", await Database.FindDamageAsync(None), StringComparison.Ordinal);
    }
}
