using System.Diagnostics;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>The disk under the database runs full while reminders are sent, and is cleared up: nothing owed is lost, and the program has gone on all the while.</summary>
public sealed class FullDiskTests
{
    [SmallDiskFact]
    public async Task On_SQLite()
    {
        using var disk = SmallDisk.Mount(megabytes: 24);
        await using var connector = await FaultyConnector.StartAsync(seed: 1);
        var office = new FaultyOffice(1, disk.Path, connector, () => new SqliteDatabase($"Data Source={Path.Combine(disk.Path, "var", "planbot.db")}"));

        var (failed, broken) = await office.FillDiskAsync(disk.Fill, disk.Free);

        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.True(failed > 0, "The disk was not full enough to matter.");
    }

    [SmallDiskFact(needsPostgres: true)]
    public async Task On_PostgreSQL()
    {
        using var folder = new TemporaryFolder();
        using var disk = SmallDisk.Mount(megabytes: 64);
        await using var server = await PostgresServer.StartOwnAsync();
        var space = Directory.CreateDirectory(Path.Combine(disk.Path, "space")).FullName;
        using (var own = Process.Start("chown", ["postgres", disk.Path, space]))
            await own.WaitForExitAsync();
        await server.ExecuteAsync($"CREATE TABLESPACE small LOCATION '{space}'");
        await server.ExecuteAsync("CREATE DATABASE office TABLESPACE small TEMPLATE template0");
        await using var connector = await FaultyConnector.StartAsync(seed: 1);
        var office = new FaultyOffice(
            1, folder.Path, connector, () => new PostgresDatabase(server.ConnectionString("office")), ("Database__Provider", "postgres"), ("ConnectionStrings__PlanBot", server.ConnectionString("office")));

        var (failed, broken) = await office.FillDiskAsync(disk.Fill, disk.Free);

        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.True(failed > 0, "The disk was not full enough to matter.");
    }
}
