using System.Net;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>A PostgreSQL that is not as the real program was told, at the start and while it serves.</summary>
public sealed class PostgresOutOfOrderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [PostgresTheory]
    [InlineData("Password", "wrong", "refuses the sign-in")]
    [InlineData("Database", "nowhere", "createdb")]
    [InlineData("Port", "1", "does not answer")]
    public async Task At_the_start_one_line_says_what_is_wrong(string setting, string value, string remedy)
    {
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(await PostgresServer.CreateDatabaseAsync()) { [setting] = value };

        var (code, output, error) = await RunningProgram.RunAsync(
            folder.Path, [], ("Database__Provider", "postgres"), ("ConnectionStrings__PlanBot", connection.ConnectionString));

        Assert.Equal(1, code);
        Assert.Contains(remedy, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain(connection.Password!, error, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_server_that_goes_away_and_comes_back_needs_no_restart_of_ours()
    {
        await using var server = await PostgresServer.StartOwnAsync(durable: true); // it must not forget what was answered
        await using var program = await RunningProgram.StartAsync(
            folder.Path, ("Database__Provider", "postgres"), ("ConnectionStrings__PlanBot", await server.NewDatabaseAsync()));
        var contact = await DirectLineClient.OpenAsync(program.Http, "unit-9");
        await contact.AskAsync("完成了两期讲解员培训。");

        await server.StopAsync();
        var refused = await contact.TryAsync("没啥问题");
        var answer = await program.UntilAsync(HttpStatusCode.ServiceUnavailable);
        await server.StartAsync();
        await program.UntilAsync(HttpStatusCode.OK);

        Assert.Equal(503, refused.Status);
        Assert.Contains("没有发出", refused.Refusal, StringComparison.Ordinal);
        Assert.Equal("server unreachable", (string?)answer["database"]);
        Assert.Contains("成效", await contact.AskAsync("没啥问题"), StringComparison.Ordinal);
        Assert.Equal(2, (await contact.SpeakersAsync()).Count(speaker => speaker == "user"));
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }
}
