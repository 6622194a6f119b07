using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>The real program moves a running office from SQLite to PostgreSQL, and the office goes on there.</summary>
public sealed class MoveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CookieContainer browser = new();

    public void Dispose() => folder.Dispose();

    [PostgresFact]
    public async Task The_moved_office_plays_on()
    {
        var target = await PostgresServer.CreateDatabaseAsync();
        await GoodOffice.PlayAsync(folder.Path);
        IReadOnlyList<string> said;
        string unusedLink;
        await using (var program = await RunningProgram.StartAsync(folder.Path))
        {
            await SignInAsync(program, await LinkAsync(), HttpStatusCode.Found);
            unusedLink = await LinkAsync();
            var contact = await DirectLineClient.OpenAsync(program.Http, "unit-11");
            Assert.Contains("两项标准", await contact.AskAsync("进展：发布两项标准。\n问题：无\n成效：见进展\n下一步：继续"), StringComparison.Ordinal);
            said = await HistoryAsync(program);
            await program.StopAsync();
        }

        var (code, output, error) = await MoveAsync(target);
        var (checkCode, _, checkError) = await RunningProgram.RunAsync(folder.Path, ["check"], Settings(target));

        Assert.Equal((0, 0, ""), (code, checkCode, checkError));
        Assert.Contains("核对 checking obligation", error, StringComparison.Ordinal);
        Assert.Contains("Database__Provider=postgres", output, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__PlanBot='Host=127.0.0.1;", output, StringComparison.Ordinal);
        AssertNoPassword(target, output + error);
        await using var moved = await RunningProgram.StartAsync(folder.Path, Settings(target));
        Assert.Equal(said, await HistoryAsync(moved));
        await AReportGoesOnAsync(moved);
        await PeopleStaySignedInAsync(moved, unusedLink);
        using var clock = await moved.Http.PostAsJsonAsync("/demo/clock", new { now = "2020-04-07T09:30:00+08:00" });
        Assert.Equal(0, (int)JsonNode.Parse(await clock.Content.ReadAsStringAsync())!["remindersSent"]!); // who was reminded is not reminded again
        Assert.True(File.Exists(folder.File("var/planbot.db")));
    }

    [PostgresFact]
    public async Task The_same_command_again_says_that_all_is_moved_and_after_a_change_that_it_is_not()
    {
        var target = await PostgresServer.CreateDatabaseAsync();
        await using (var program = await RunningProgram.StartAsync(folder.Path))
            await program.StopAsync();

        var first = await MoveAsync(target);
        var second = await MoveAsync(target);
        await RunningProgram.RunAsync(folder.Path, ["coordinator", "add", "王芳"]);
        var third = await MoveAsync(target);

        Assert.Equal((0, 0, "", 1, ""), (first.Code, second.Code, second.Error, third.Code, third.Output));
        Assert.Contains("moved to", Assert.Single(second.Output.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("begin again with an empty database", Assert.Single(third.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_source_that_is_served_is_refused_in_one_line()
    {
        var target = await PostgresServer.CreateDatabaseAsync();
        await using var program = await RunningProgram.StartAsync(folder.Path);

        var (code, output, error) = await MoveAsync(target);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("stop that program first", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [PostgresTheory]
    [InlineData("Password", "a wrong one", "refuses the sign-in; check user, password and database name in --to")]
    [InlineData("Database", "nowhere", "createdb")]
    [InlineData("Port", "1", "does not answer; check that it runs and that --to names it")]
    public async Task A_target_that_cannot_be_used_says_why(string setting, string value, string expected)
    {
        var target = new Npgsql.NpgsqlConnectionStringBuilder(await PostgresServer.CreateDatabaseAsync()) { [setting] = value };
        await using (var program = await RunningProgram.StartAsync(folder.Path))
            await program.StopAsync();

        var (code, output, error) = await MoveAsync(target.ConnectionString);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(expected, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        AssertNoPassword(target.ConnectionString, error);
    }

    private Task<(int Code, string Output, string Error)> MoveAsync(string target) =>
        RunningProgram.RunAsync(folder.Path, ["migrate-database", "--from", "var/planbot.db", "--to", target]);

    private static (string Name, string Value)[] Settings(string target) => [("Database__Provider", "postgres"), ("ConnectionStrings__PlanBot", target)];

    private static void AssertNoPassword(string target, string printed) =>
        Assert.DoesNotContain(new Npgsql.NpgsqlConnectionStringBuilder(target).Password!, printed, StringComparison.Ordinal);

    private static async Task AReportGoesOnAsync(RunningProgram program)
    {
        var contact = await DirectLineClient.OpenAsync(program.Http, "unit-11");
        Assert.Contains("已报送", await contact.AskAsync("确认"), StringComparison.Ordinal);
        var coordinator = await DirectLineClient.OpenAsync(program.Http, "coordinator");
        Assert.Contains("两项标准", await coordinator.AskAsync("看看市市场监管委的报告"), StringComparison.Ordinal);
        Assert.Contains("编制仍不足", await coordinator.AskAsync("看看市教委的报告"), StringComparison.Ordinal);
    }

    private async Task PeopleStaySignedInAsync(RunningProgram program, string unusedLink)
    {
        using var handler = new HttpClientHandler { CookieContainer = browser };
        using var http = new HttpClient(handler) { BaseAddress = program.Http.BaseAddress };
        using var token = await http.PostAsync(new Uri("/chat/token", UriKind.Relative), null);
        Assert.Equal("王芳", (string)JsonNode.Parse(await token.Content.ReadAsStringAsync())!["name"]!);
        await SignInAsync(program, unusedLink, HttpStatusCode.Found);
        await SignInAsync(program, unusedLink, HttpStatusCode.Gone);
    }

    private async Task<string> LinkAsync()
    {
        var (_, output, _) = await RunningProgram.RunAsync(folder.Path, ["coordinator", "add", "王芳"]);
        return new Uri(output.TrimEnd().Split('\n')[^1]).PathAndQuery;
    }

    private async Task SignInAsync(RunningProgram program, string link, HttpStatusCode expected)
    {
        using var handler = new HttpClientHandler { CookieContainer = browser, AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = program.Http.BaseAddress };
        using var pressed = await http.PostAsync(new Uri(link, UriKind.Relative), null);
        Assert.Equal(expected, pressed.StatusCode);
    }

    private static async Task<IReadOnlyList<string>> HistoryAsync(RunningProgram program)
    {
        var all = new List<string>();
        foreach (var user in new[] { "unit-2", "unit-9", "unit-11", "coordinator" })
            all.AddRange(await (await DirectLineClient.OpenAsync(program.Http, user)).HistoryAsync());
        Assert.True(all.Count > 10);
        return all;
    }
}
