using Microsoft.Data.Sqlite;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Commands;

/// <summary>The real program on bad input: one clear line with a remedy, the exit code of the contract, nothing half-stored.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(2, "bogus", "bogus")]
    [InlineData(2, "--help", "calendar")]
    [InlineData(2, "--help", "calendar", "due")]
    [InlineData(2, "--help", "import")]
    [InlineData(2, "extra", "calendar", "due", "2020Q3", "extra")]
    [InlineData(1, "2020Q3", "calendar", "due", "2020Q9")]
    [InlineData(1, "missing.txt", "import", "missing.txt")]
    [InlineData(1, "missing.csv", "calendar", "import", "missing.csv")]
    [InlineData(1, "2020-04-07T09:00+08:00", "remind", "--dry-run", "--at", "yesterday")]
    [InlineData(2, "--dry-run", "remind")]
    public async Task A_wrong_command_gets_one_line_and_its_exit_code(int exitCode, string hint, params string[] arguments)
    {
        var (code, output, error) = await RunningProgram.RunAsync(folder.Path, arguments);

        Assert.Equal(exitCode, code);
        Assert.Empty(output);
        AssertOneLine(hint, error);
    }

    [Theory]
    [InlineData("empty.txt", "")]
    [InlineData("letter.txt", "你好，周五下午三点开会。\n请准时参加。\n")]
    public async Task A_file_that_is_no_notice_is_refused_and_nothing_is_stored(string name, string content)
    {
        await File.WriteAllTextAsync(folder.File(name), content);

        var (code, output, error) = await RunningProgram.RunAsync(folder.Path, ["import", name]);

        Assert.Equal(1, code);
        Assert.Empty(output);
        AssertOneLine(name, error);
        Assert.False(Directory.Exists(folder.File("var")));
    }

    [Theory]
    [InlineData("Clock:Now", "Clock__Now", "tomorrow")]
    [InlineData("Database:Provider", "Database__Provider", "oracle")]
    [InlineData("Reminders", "Reminders__WorkingHoursFrom", "nine")]
    [InlineData("Demo:Notice", "Demo__Notice", "no-such-notice.txt")]
    [InlineData("Demo:Enabled", "Demo__Enabled", "perhaps")]
    [InlineData("Channels:Browser:Secret", "Channels__Browser__Secret", "too short")]
    [InlineData("Channels:Browser:PublicUrl", "Channels__Browser__PublicUrl", "nonsense")]
    [InlineData("Channels:Browser:MessageBurst", "Channels__Browser__MessageBurst", "many")]
    [InlineData("Reminders:Sending:Batch", "Reminders__Sending__Batch", "0")]
    [InlineData("Reminders:Sending:Lease", "Reminders__Sending__Lease", "00:01:59")] // less than twice the time for one message
    [InlineData("loud", "Logging__LogLevel__Default", "loud")]
    [InlineData("Kestrel:Endpoints", "Kestrel__Endpoints__Office__Url", "nonsense")]
    public async Task A_broken_setting_stops_the_start_and_is_named(string key, string variable, string value)
    {
        var (code, output, error) = await RunningProgram.RunAsync(folder.Path, [], (variable, value));

        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        AssertOneLine(key, error);
    }

    [Fact]
    public async Task Several_broken_settings_are_named_together_and_nothing_is_made()
    {
        var (code, _, error) = await RunningProgram.RunAsync(folder.Path, [], ("Reminders__Sending__Batch", "0"), ("Channels__Browser__Secret", "too short"));

        Assert.Equal(1, code);
        AssertOneLine("Reminders:Sending:Batch", error);
        AssertOneLine("Channels:Browser:Secret", error);
        Assert.False(Directory.Exists(folder.File("var")));
    }

    [Fact]
    public async Task The_clock_is_not_set_outside_demo_mode()
    {
        var (code, _, error) = await RunningProgram.RunAsync(
            folder.Path, [], ("ASPNETCORE_ENVIRONMENT", "Production"), ("Clock__Now", "2020-03-31T08:55:00+08:00"));

        Assert.Equal(1, code);
        AssertOneLine("Clock:Now", error);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_with_a_remedy()
    {
        Directory.CreateDirectory(folder.File("var"));
        await File.WriteAllTextAsync(folder.File("var/planbot.db"), new string('x', 5000));

        var (code, _, error) = await RunningProgram.RunAsync(folder.Path, []);

        Assert.Equal(1, code);
        AssertOneLine("planbot.db", error);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_waited_for_and_then_named()
    {
        Directory.CreateDirectory(folder.File("var"));
        await using var holder = new SqliteConnection($"Data Source={folder.File("var/planbot.db")};Pooling=False");
        await holder.OpenAsync();
        await using var hold = holder.CreateCommand();
        hold.CommandText = "CREATE TABLE held (id integer); BEGIN EXCLUSIVE; INSERT INTO held VALUES (1);";
        await hold.ExecuteNonQueryAsync();

        var (code, _, error) = await RunningProgram.RunAsync(folder.Path, []);

        Assert.Equal(1, code);
        AssertOneLine("planbot.db", error);
    }

    [Fact]
    public async Task An_address_that_cannot_be_listened_on_is_named()
    {
        var (code, _, error) = await RunningProgram.RunAsync(folder.Path, [], ("Urls", "nonsense://"));

        Assert.Equal(1, code);
        AssertOneLine("Urls", error);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_a_remedy()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();

        var (code, output, error) = await RunningProgram.RunAsync(folder.Path, [], ("Urls", $"http://{other.LocalEndpoint}"));

        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        AssertOneLine("Urls", error);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("export", "2020Q1", "-o", "summary.csv")]
    public async Task A_command_that_only_reads_makes_no_database(params string[] command)
    {
        var (code, _, error) = await RunningProgram.RunAsync(folder.Path, command, ("ConnectionStrings__PlanBot", "Data Source=elsewhere.db"));

        Assert.Equal(1, code);
        AssertOneLine("elsewhere.db", error);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Another_programs_database_is_left_as_it_is()
    {
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File("other.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE theirs (id integer)";
            await command.ExecuteNonQueryAsync();
        }
        var before = await File.ReadAllBytesAsync(folder.File("other.db"));

        var (code, _, error) = await RunningProgram.RunAsync(folder.Path, ["check"], ("ConnectionStrings__PlanBot", "Data Source=other.db"));

        Assert.Equal(1, code);
        AssertOneLine("other.db", error);
        Assert.Contains("not a PlanBot database", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File("other.db")));
    }

    private static void AssertOneLine(string hint, string error)
    {
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Contains(hint, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
