using System.Globalization;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fixtures;
using Xunit.Abstractions;

namespace PlanBot.Tests.Story;

/// <summary>The real program opposite a channel that answers 429, 500 and 502, hangs, resets and lies; killed (SIGKILL) while it queues and sends, its clock jumping, over a turn of the year.</summary>
/// <remarks>PLANBOT_FAULT_ROUNDS sets how many lives of the program (4), PLANBOT_FAULT_SEED repeats a run: the choices are the seed's, the instants also the machine's.</remarks>
public abstract class FaultyChannelTests(ITestOutputHelper output)
{
    /// <summary>Lives in one office; then another one begins.</summary>
    private const int RoundsOfOffice = 20;
    private const int Short = 4;

    [DatabaseFact]
    public async Task Whatever_the_channel_does_and_whenever_the_program_dies_everything_owed_is_sent_or_recorded_as_why_not()
    {
        var seed = Setting("PLANBOT_FAULT_SEED") ?? Random.Shared.Next();
        for (var left = Setting("PLANBOT_FAULT_ROUNDS") ?? Short; left > 0; left -= RoundsOfOffice, seed++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
            using var folder = new TemporaryFolder();
            await using var connector = await FaultyConnector.StartAsync(seed);
            var office = await OfficeAsync(seed, folder.Path, connector);

            var broken = await office.RunAsync(Math.Min(left, RoundsOfOffice));

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{office.Kills} kills; {connector.Fates}"));
            Assert.True(broken.Count == 0, string.Join('\n', broken));
            Assert.Contains(connector.Taken, taken => taken.Conversation == "unit-1");
        }
    }

    private protected abstract Task<FaultyOffice> OfficeAsync(int seed, string folder, FaultyConnector connector);

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}

public sealed class FaultyChannelOnSqlite(ITestOutputHelper output) : FaultyChannelTests(output)
{
    private protected override Task<FaultyOffice> OfficeAsync(int seed, string folder, FaultyConnector connector) => Task.FromResult(
        new FaultyOffice(seed, folder, connector, () => new SqliteDatabase($"Data Source={Path.Combine(folder, "var", "planbot.db")}")));
}

public sealed class FaultyChannelOnPostgres(ITestOutputHelper output) : FaultyChannelTests(output)
{
    private protected override async Task<FaultyOffice> OfficeAsync(int seed, string folder, FaultyConnector connector)
    {
        var settings = await PostgresServer.SettingsOfNewDatabaseAsync();
        return new FaultyOffice(seed, folder, connector, () => new PostgresDatabase(settings.Single(setting => setting.Name == "ConnectionStrings__PlanBot").Value), settings);
    }
}
