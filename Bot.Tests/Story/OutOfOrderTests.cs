using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>The database goes bad while the real program serves, and is mended: the monitor is told, people are told, nothing is half-kept, and no restart is needed.</summary>
public sealed class OutOfOrderTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningProgram program = null!;
    private DirectLineClient contact = null!;

    private string DatabaseFile => folder.File("var/planbot.db");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await program.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Another_program_holds_the_write_lock()
    {
        await StartAsync();
        await using (var holder = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            await holder.OpenAsync();
            await using var held = await holder.BeginTransactionAsync();

            await AssertOutOfOrderAsync("locked by another program");
        }
        await AssertWorksAgainAsync();
    }

    [Fact]
    public async Task The_file_is_moved_away()
    {
        await StartAsync();
        File.Move(DatabaseFile, DatabaseFile + ".away");

        Assert.Equal("cannot be opened", (string?)(await program.UntilAsync(HttpStatusCode.ServiceUnavailable))["database"]);

        File.Move(DatabaseFile + ".away", DatabaseFile);
        await AssertWorksAgainAsync();
    }

    [Fact]
    public async Task A_row_that_breaks_the_reckoning_is_told_to_the_monitor_and_holds_up_nobody_else()
    {
        await StartAsync();
        await WriteAsync("UPDATE obligation SET due_on = '9999-12-30', round = 1 WHERE rowid = (SELECT min(rowid) FROM obligation)");

        using var moved = await program.Http.PostAsJsonAsync("/demo/clock", new { now = "2020-04-03T09:00:00+08:00" });

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        var (status, answer) = await program.HealthAsync();
        Assert.Equal((HttpStatusCode.OK, "degraded", "left out: 1"), (status, (string?)answer["status"], (string?)answer["jobs"]));
        Assert.Single(Regex.Matches(program.Output, "period 2020Q1, round 1 cannot be reckoned and is left out"));
        Assert.NotEmpty(await RemindedAsync());

        await WriteAsync("UPDATE obligation SET due_on = '2020-04-03', round = 0 WHERE round = 1");
        using var later = await program.Http.PostAsJsonAsync("/demo/clock", new { now = "2020-04-03T16:30:00+08:00" });
        Assert.Equal("ok", (string?)(await program.UntilAsync(HttpStatusCode.OK))["jobs"]);
    }

    private async Task WriteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False;Default Timeout=30");
        await connection.ExecuteAsync(sql);
    }

    /// <summary>People to whom the step of that morning has gone.</summary>
    private async Task<IEnumerable<string>> RemindedAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False;Default Timeout=30");
        return await connection.QueryAsync<string>("SELECT person_id FROM reminder WHERE step = 'due' AND state = 3");
    }

    [MountFact]
    public async Task The_disk_is_full()
    {
        Directory.CreateDirectory(folder.File("var"));
        await MountFactAttribute.RunAsync("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.File("var"));
        try
        {
            await StartAsync();
            Fill(folder.File("var/others"));

            await AssertOutOfOrderAsync("disk full");

            File.Delete(folder.File("var/others"));
            await AssertWorksAgainAsync();
            Assert.Equal(0, await program.StopAsync());
        }
        finally
        {
            await program.DisposeAsync();
            await MountFactAttribute.RunAsync("umount", folder.File("var"));
        }
    }

    private async Task StartAsync()
    {
        program = await RunningProgram.StartAsync(folder.Path);
        contact = await DirectLineClient.OpenAsync(program.Http, "unit-9");
        await contact.AskAsync("完成了两期讲解员培训。");
    }

    private async Task AssertOutOfOrderAsync(string reason)
    {
        var refused = await contact.TryAsync("没啥问题");
        var answer = await program.UntilAsync(HttpStatusCode.ServiceUnavailable);
        for (var looks = 0; looks < 20 && (string?)answer["database"] == "too slow"; looks++)
            answer = await program.UntilAsync(HttpStatusCode.ServiceUnavailable);
        await program.HealthAsync(); // asked again, logged once

        Assert.Equal(503, refused.Status);
        Assert.Contains("没有发出", refused.Refusal, StringComparison.Ordinal);
        Assert.InRange(refused.RetryAfter!.Value, 1, 60);
        Assert.Equal(("unhealthy", reason, "ok"), ((string?)answer["status"], (string?)answer["database"], (string?)answer["scheduler"]));
        Assert.Equal(HttpStatusCode.OK, (await program.Http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
    }

    /// <summary>The dialog stands where it stood, and the same words are understood there.</summary>
    private async Task AssertWorksAgainAsync()
    {
        await program.UntilAsync(HttpStatusCode.OK);

        Assert.Contains("成效", await contact.AskAsync("没啥问题"), StringComparison.Ordinal);
        Assert.Equal(2, (await contact.SpeakersAsync()).Count(speaker => speaker == "user"));
        Assert.Single(Regex.Matches(program.Output, "Not ready, database: (?!.*did not answer in time).*").Select(line => line.Value).Distinct()); // a busy machine may be that as well
        Assert.Single(Regex.Matches(program.Output, "Ready again, database"));
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var size = 65536; ; )
                file.Write(new byte[size]);
        }
        catch (IOException)
        {
            // Full now.
        }
    }
}

/// <summary>A test on a small disk of its own, which only the system's administrator can make.</summary>
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly string? WhyNot = !OperatingSystem.IsLinux() ? "only Linux has tmpfs"
        : !Environment.IsPrivilegedProcess ? "a small disk can be mounted by root only"
        : CanMount() ? null : "this machine does not let root mount a disk (a container without CAP_SYS_ADMIN)";

    // Not a component that somebody could install, so PLANBOT_REQUIRE_ALL does not ask for it.
    public MountFactAttribute() => Skip = WhyNot;

    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program}: {error}");
    }

    private static bool CanMount()
    {
        var folder = Directory.CreateTempSubdirectory("planbot-mount-").FullName;
        try
        {
            RunAsync("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder).GetAwaiter().GetResult();
            RunAsync("umount", folder).GetAwaiter().GetResult();
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
        finally
        {
            Directory.Delete(folder);
        }
    }
}
