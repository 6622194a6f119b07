using System.Globalization;
using PlanBot.Data.Moving;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;
using Xunit.Abstractions;

namespace PlanBot.Tests.Story;

/// <summary>The real move, killed (SIGKILL) at random instants and started again until it is done.</summary>
/// <remarks>PLANBOT_CRASH_MOVES sets how many moves (1), PLANBOT_CRASH_SEED repeats a run: the choices are the seed's, the instants also the machine's.</remarks>
public sealed class MoveCrashTests(ITestOutputHelper output)
{
    [PostgresFact]
    public async Task Killed_at_any_instant_it_goes_on_to_a_complete_copy_and_half_of_it_is_never_served()
    {
        var seed = Setting("PLANBOT_CRASH_SEED") ?? Random.Shared.Next();
        for (var left = Setting("PLANBOT_CRASH_MOVES") ?? 1; left > 0; left--, seed++)
        {
            using var office = await MoveOffice.CreateAsync();
            await office.TalkAsync(25_000);

            var kills = await MoveUntilDoneAsync(office, new Random(seed));

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {kills} kills"));
            var tables = await MovedTables.OfAsync(office.Target, CancellationToken.None);
            Assert.Equal(await MoveOffice.EverythingAsync(office.Source, tables), await MoveOffice.EverythingAsync(office.Target, tables));
            var (code, _, error) = await RunningProgram.RunAsync(office.Folder, ["remind", "--dry-run"], Settings(office));
            Assert.Equal((0, ""), (code, error));
        }
    }

    /// <returns>How often it was killed.</returns>
    private static async Task<int> MoveUntilDoneAsync(MoveOffice office, Random random)
    {
        for (var kills = 0; ; kills++)
        {
            // Longer and longer, so that it comes to an end on a slow machine too.
            var limit = TimeSpan.FromMilliseconds(random.Next(300, 1500) + (400 * kills));
            var code = await RunningProgram.RunUntilAsync(office.Folder, ["migrate-database", "--from", office.Source.Place, "--to", office.TargetConnection], limit);
            if (code is not null)
            {
                Assert.Equal(0, code);
                return kills;
            }
            await AssertHalfMovedOrEmptyAsync(office);
        }
    }

    private static async Task AssertHalfMovedOrEmptyAsync(MoveOffice office)
    {
        const string tables = "SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'";
        if (await MoveRecord.FindAsync(office.Target, CancellationToken.None) is not { } begun)
        {
            Assert.Equal(0, await office.Target.FindAsync<long>(tables, null, CancellationToken.None));
            return;
        }
        if (begun.FinishedAt is not null)
            return; // killed when all was done, on its way out
        var (code, _, error) = await RunningProgram.RunAsync(office.Folder, [], Settings(office));
        Assert.Equal(1, code);
        Assert.Contains("planbot migrate-database", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    private static (string Name, string Value)[] Settings(MoveOffice office) => [("Database__Provider", "postgres"), ("ConnectionStrings__PlanBot", office.TargetConnection)];
}
