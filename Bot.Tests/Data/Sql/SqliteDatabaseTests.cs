using System.ComponentModel;
using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using Microsoft.Data.Sqlite;
using PlanBot.Data.Migrations;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Data.Sql;

/// <summary>What is SQLite's own: the file, its pragmas, and every way in which it can be out of order.</summary>
public sealed class SqliteDatabaseTests : IAsyncLifetime
{
    private readonly SqliteTestDatabase store = new();

    private static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync() => store.InitializeAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData("foreign_keys", "1")]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")] // FULL
    [InlineData("busy_timeout", "5000")]
    public async Task Every_connection_is_set_up(string pragma, string expected)
    {
        // The scheduler's own are set up otherwise, and go back to a pool too.
        await using (await new SqliteInLine((SqliteDatabase)store.Database).OpenConnectionAsync())
            await using (await store.Database.OpenAsync(None)) { }
        await using var connection = await store.Database.OpenAsync(None);
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(expected, (await command.ExecuteScalarAsync())!.ToString());
    }

    [Fact]
    public async Task A_connection_that_nobody_closed_does_not_end_the_process_when_memory_is_tidied()
    {
        DbConnection connection;
        using (var database = new SqliteDatabase(((SqliteDatabase)store.Database).ConnectionString))
        {
            connection = await new SqliteInLine(database).OpenConnectionAsync();
            await connection.BeginTransactionAsync();
        }

        var finalize = typeof(Component).GetMethod("Finalize", BindingFlags.Instance | BindingFlags.NonPublic)!;
        Assert.Null(Record.Exception(() => finalize.Invoke(connection, null)));
    }

    [Fact]
    public async Task A_transaction_that_was_rolled_back_holds_nobody_up_though_its_connection_is_still_open()
    {
        var inLine = new SqliteInLine((SqliteDatabase)store.Database);
        await using var first = await inLine.OpenConnectionAsync();
        await using var rolledBack = await first.BeginTransactionAsync();
        await using var command = first.CreateCommand();
        command.Transaction = rolledBack;
        // As on a full disk: the statement fails and takes the transaction with it.
        command.CommandText = "INSERT OR ROLLBACK INTO bot_state (key, document, etag) VALUES ('one', '', ''), ('one', '', '')";
        await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync());
        await rolledBack.RollbackAsync();

        await using var second = await inLine.OpenConnectionAsync();
        await using (await second.BeginTransactionAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)))
            await rolledBack.DisposeAsync(); // the turn is the second one's now
        await store.Database.WriteAsync("INSERT INTO bot_state (key, document, etag) VALUES ('two', '', '')", null, None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_log_that_one_great_transaction_made_long_is_cut_short_again()
    {
        var log = new FileInfo(store.FilePath + "-wal");
        await store.Database.WriteAsync("INSERT INTO bot_state (key, document, etag) VALUES ('great', hex(zeroblob(20000000)), '')", null, None);
        log.Refresh();
        Assert.InRange(log.Length, 40_000_000, long.MaxValue);

        for (var commit = 1; commit <= 3; commit++)
            await store.Database.WriteAsync("INSERT INTO bot_state (key, document, etag) VALUES (@commit, '{}', '')", new { commit }, None);

        log.Refresh();
        Assert.InRange(log.Length, 0, 17_000_000);
    }

    [Fact]
    public async Task The_folder_is_made_when_it_is_missing()
    {
        var path = Path.Combine(store.Folder, "var", "deeper", "planbot.db");
        using var database = new SqliteDatabase($"Data Source={path}");

        await MigrateAsync(database);

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_relative_path_counts_from_the_current_folder()
    {
        using var database = new SqliteDatabase("Data Source=var/planbot.db");

        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "var", "planbot.db"), database.Place);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=:memory:")] // every connection would see another database
    [InlineData("Data Source=x.db;Colour=blue")]
    public void A_connection_string_without_a_file_is_refused(string connectionString) =>
        Assert.Throws<ArgumentException>(() => new SqliteDatabase(connectionString));

    [Fact]
    public async Task Another_process_may_write_between_two_of_ours()
    {
        using var other = new SqliteDatabase($"Data Source={store.FilePath}");
        var writers = new[] { store.Database, other }.SelectMany(database => Enumerable.Range(1, 20).Select(number => (database, number)));

        await Parallel.ForEachAsync(writers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (writer, cancellation) =>
            await new UnitRepository(writer.database).AddAsync(
                Ledgers.NewUnit($"{(writer.database == other ? "乙" : "甲")}{writer.number}"), cancellation));

        Assert.Equal(40, (await new UnitRepository(other).AllAsync(None)).Count);
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer()
    {
        var units = await store.Database.InTransactionAsync(async cancellation =>
        {
            await new UnitRepository(store.Database).AddAsync(Ledgers.NewUnit("市教委"), cancellation);
            using var other = new SqliteDatabase($"Data Source={store.FilePath}");
            return await new UnitRepository(other).AllAsync(cancellation);
        }, None);

        Assert.Empty(units); // and sees nothing of what is not committed
    }

    [Fact]
    public async Task A_database_that_somebody_else_holds_is_called_locked()
    {
        await using var holder = new SqliteConnection($"Data Source={store.FilePath};Pooling=False");
        await holder.OpenAsync();
        await using var held = await holder.BeginTransactionAsync();
        var watch = Stopwatch.StartNew();

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(
            () => new UnitRepository(store.Database).AddAsync(Ledgers.NewUnit("市教委"), None));

        Assert.Equal(DatabaseProblem.Locked, exception.Reason);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_database_that_may_not_be_written_is_called_read_only()
    {
        using var database = new SqliteDatabase($"Data Source={store.FilePath};Mode=ReadOnly");

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => new UnitRepository(database).AddAsync(Ledgers.NewUnit("市教委"), None));

        Assert.Equal(DatabaseProblem.ReadOnly, exception.Reason);
        Assert.Empty(await new UnitRepository(database).AllAsync(None));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_called_so_and_left_alone()
    {
        var path = Path.Combine(store.Folder, "notes.txt");
        await File.WriteAllTextAsync(path, new string('字', 2000));

        await AssertUnavailableAsync(path, DatabaseProblem.NotADatabase);

        Assert.Equal(new string('字', 2000), await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_damaged_database_is_called_corrupt()
    {
        store.Database.Dispose();
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(store.FilePath);
        Array.Fill<byte>(bytes, 0xEE, 100, bytes.Length - 100); // the header stays

        var path = Path.Combine(store.Folder, "damaged.db");
        await File.WriteAllBytesAsync(path, bytes);

        await AssertUnavailableAsync(path, DatabaseProblem.Corrupt);
    }

    [Fact]
    public async Task A_folder_cannot_be_opened() => await AssertUnavailableAsync(store.Folder, DatabaseProblem.CannotOpen);

    [Fact]
    public async Task A_place_where_no_folder_can_be_made_is_called_so()
    {
        var file = Path.Combine(store.Folder, "file");
        await File.WriteAllTextAsync(file, "");

        await AssertUnavailableAsync(Path.Combine(file, "planbot.db"), DatabaseProblem.FolderNotWritable);
    }

    private static async Task AssertUnavailableAsync(string path, DatabaseProblem expected)
    {
        using var database = new SqliteDatabase($"Data Source={path}");

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => MigrateAsync(database));

        Assert.Equal(expected, exception.Reason);
        Assert.Equal(path, exception.Place);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    private static async Task MigrateAsync(Database database) => await new Migrator(database, new StoppedClock(Ledgers.At("2020-03-01 08:00"))).RunAsync(None);
}
