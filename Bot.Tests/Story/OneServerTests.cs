using System.Globalization;
using Microsoft.Data.Sqlite;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>One process serves an SQLite file, commands work beside it, and what a crash left is looked at before anybody is served.</summary>
public sealed class OneServerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string DatabaseFile => folder.File("var/planbot.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_server_is_refused_in_one_line_and_commands_are_not()
    {
        await using var program = await RunningProgram.StartAsync(folder.Path);

        var second = await RunningProgram.RunAsync(folder.Path, []);
        var command = await RunningProgram.RunAsync(folder.Path, ["coordinator", "add", "王芳"]);

        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"process {program.Id.ToString(CultureInfo.InvariantCulture)} since", Assert.Single(second.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal((0, ""), (command.ExitCode, command.Error));
        Assert.DoesNotContain("checking the database", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_is_imported_while_people_report_and_nobody_finds_the_database_locked()
    {
        await using var program = await RunningProgram.StartAsync(folder.Path);
        using var over = new CancellationTokenSource();
        var talking = Task.WhenAll(Enumerable.Range(1, 4).Select(unit => TalkAsync(program, $"unit-{unit}", over.Token)));

        var prose = await RunningProgram.RunAsync(folder.Path, ["import", Notice("yunhe-prose.txt")]);
        var table = await RunningProgram.RunAsync(folder.Path, ["import", Notice("linhe-table.txt")]);
        await over.CancelAsync();
        var answers = await talking;

        Assert.Equal((0, "", 0, ""), (prose.ExitCode, prose.Error, table.ExitCode, table.Error));
        Assert.All(answers, each => Assert.True(each > 0));
        Assert.DoesNotContain("locked", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_stop_in_order_nothing_is_checked_and_after_a_kill_the_file_is()
    {
        await using (var first = await RunningProgram.StartAsync(folder.Path))
            Assert.Equal(0, await first.StopAsync());
        Assert.Equal(["planbot.db", "planbot.db.lock"], Directory.GetFiles(folder.File("var")).Select(Path.GetFileName).Order());

        await using (var second = await RunningProgram.StartAsync(folder.Path))
        {
            Assert.DoesNotContain("checking the database", second.Output, StringComparison.Ordinal);
            await second.KillAsync();
        }

        await using var third = await RunningProgram.StartAsync(folder.Path);
        Assert.Contains("The database is sound; the check took", third.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_crash_has_damaged_is_not_served_until_it_is_mended()
    {
        await using (var program = await RunningProgram.StartAsync(folder.Path))
            await program.StopAsync();
        await File.WriteAllTextAsync(DatabaseFile + ".serving", "process 1 since 2020-03-30 00:55 UTC");
        await LoseAnIndexRowAsync();

        for (var start = 1; start <= 2; start++)
        {
            var (code, output, error) = await RunningProgram.RunAsync(folder.Path, []);

            Assert.Equal(1, code);
            Assert.Contains(".recover", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
            Assert.Contains("The database is damaged (", output, StringComparison.Ordinal);
        }

        await ExecuteAsync("REINDEX");
        await using var mended = await RunningProgram.StartAsync(folder.Path);
    }

    private static string Notice(string name) => Path.Combine(Repository.Root, "Bot.Tests", "Fixtures", "Notices", name);

    /// <returns>How often it was answered.</returns>
    private static async Task<int> TalkAsync(RunningProgram program, string userId, CancellationToken over)
    {
        var contact = await DirectLineClient.OpenAsync(program.Http, userId);
        var answers = 0;
        for (; !over.IsCancellationRequested; answers++)
            await contact.AskAsync(answers % 2 == 0 ? "完成了两期讲解员培训。" : "取消");
        return answers;
    }

    /// <summary>A page of an index that never reached the disk: the file reads well, and a unique key no longer holds.</summary>
    private async Task LoseAnIndexRowAsync() => await ExecuteAsync("""
        PRAGMA writable_schema = ON;
        CREATE TEMP TABLE kept AS SELECT * FROM sqlite_master WHERE name = 'unit_alias_of_unit';
        DELETE FROM sqlite_master WHERE name = 'unit_alias_of_unit';
        PRAGMA writable_schema = RESET;
        INSERT INTO unit_alias (alias, unit_id) SELECT 'alias', id FROM unit LIMIT 1;
        PRAGMA writable_schema = ON;
        INSERT INTO sqlite_master SELECT * FROM kept;
        PRAGMA writable_schema = RESET;
        """);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
