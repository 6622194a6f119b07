using System.Globalization;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fixtures;
using Xunit.Abstractions;

namespace PlanBot.Tests.Story;

/// <summary>The real program, killed (SIGKILL) at random instants; its ledger keeps every rule and every promise.</summary>
/// <remarks>PLANBOT_CRASH_ROUNDS sets how many kills (10), PLANBOT_CRASH_SEED repeats a run: the choices are the seed's, the instants also the machine's.</remarks>
public abstract class CrashTests(ITestOutputHelper output)
{
    /// <summary>Kills that one office lives through; then another one begins, with the ladder before it.</summary>
    private const int RoundsOfOffice = 30;

    /// <summary>Kills of an ordinary run.</summary>
    private const int Short = 10;

    [DatabaseFact]
    public async Task Killed_at_any_instant_it_loses_nothing_repeats_nothing_and_leaves_nothing_half_done()
    {
        var seed = Setting("PLANBOT_CRASH_SEED") ?? Random.Shared.Next();
        var promised = 0;
        for (var left = Setting("PLANBOT_CRASH_ROUNDS") ?? Short; left > 0; left -= RoundsOfOffice, seed++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
            using var folder = new TemporaryFolder();
            var office = await OfficeAsync(seed, folder.Path);

            var broken = await office.RunAsync(Math.Min(left, RoundsOfOffice));

            Assert.True(broken.Count == 0, string.Join('\n', broken));
            promised += office.Promised;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{promised} reports were promised, and kept"));
    }

    private protected abstract Task<CrashOffice> OfficeAsync(int seed, string folder);

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}

public sealed class CrashOnSqlite(ITestOutputHelper output) : CrashTests(output)
{
    private protected override Task<CrashOffice> OfficeAsync(int seed, string folder) => Task.FromResult(
        new CrashOffice(seed, folder, () => new SqliteDatabase($"Data Source={Path.Combine(folder, "var", "planbot.db")}")));
}

public sealed class CrashOnPostgres(ITestOutputHelper output) : CrashTests(output)
{
    private protected override async Task<CrashOffice> OfficeAsync(int seed, string folder)
    {
        var settings = await PostgresServer.SettingsOfNewDatabaseAsync();
        return new CrashOffice(seed, folder, () => new PostgresDatabase(settings.Single(setting => setting.Name == "ConnectionStrings__PlanBot").Value), settings);
    }
}
