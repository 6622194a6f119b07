using System.Net.Http;
using System.Text.RegularExpressions;
using PlanBot.Dashboard;
using PlanBot.Data.Queries;
using PlanBot.Data.Sql;
using PlanBot.Texts;

namespace PlanBot.Tests.Dashboard;

/// <summary>Addresses and forms that ask for more than there is, or for what no database keeps.</summary>
public sealed partial class BoundedPagesTests : IAsyncLifetime
{
    private DeskHost host = null!;

    public async Task InitializeAsync() => host = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("/dashboard/audit?until=9999-12-31")]
    [InlineData("/dashboard/audit?from=0001-01-01")]
    [InlineData("/dashboard/audit?page=2147483647")]
    [InlineData("/dashboard/audit?page=42949674")]
    [InlineData("/dashboard/units?page=2147483647")]
    [InlineData("/dashboard/tasks?page=-1")]
    [InlineData("/dashboard/deliveries?page=2147483647")]
    [InlineData("/dashboard?page=2147483647")]
    public async Task A_day_or_a_page_that_there_is_not_shows_what_there_is(string path)
    {
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        Assert.Equal(200, (await leader.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Words_that_are_cut_hold_no_half_of_a_character()
    {
        var typed = new string('a', 99) + "👍";
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        Assert.Equal(200, (await leader.GetAsync("/dashboard/search?q=" + Uri.EscapeDataString(typed))).Status);
        Assert.Equal(new string('a', 99), DeskSearch.Words(typed));
    }

    [Fact]
    public async Task However_a_page_of_the_map_is_asked_for_it_is_read_once()
    {
        var (reader, desk) = (host.Get<OverviewReader>(), new Desk(host.Ledgers.Leader, Language.Chinese, "/dashboard", ""));
        var scope = (await host.Get<DeskScopes>().FindAsync(desk, null, null, CancellationToken.None))!;

        var first = await reader.RunAsync(desk, scope, 1, CancellationToken.None);

        foreach (var page in new[] { 2, 1000, int.MaxValue, -3 })
        {
            var other = await reader.RunAsync(desk, scope, page, CancellationToken.None);
            Assert.Same(first.Heat, other.Heat);
            Assert.Same(first.Units, other.Units);
        }
    }

    [Fact]
    public async Task A_task_of_many_units_is_read_a_page_at_a_time()
    {
        var (query, period) = (host.Get<DeskQuery>(), host.Ledgers.Period.Id);
        var task = host.Ledgers.Obligations.GroupBy(owed => owed.TaskId).OrderByDescending(owed => owed.Count()).First();

        var (cells, count) = await query.OfTaskAsync(period, task.Key, null, 0, 1, CancellationToken.None);

        Assert.Equal((1, task.Count()), (cells.Count, count));
        Assert.Empty((await query.OfTaskAsync(period, task.Key, null, count, 40, CancellationToken.None)).Cells);
    }

    [Fact]
    public async Task Controls_in_the_form_of_a_draft_are_not_kept()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        await coordinator.GetAsync("/dashboard/import");
        await coordinator.UploadAsync("/dashboard/import", "notice.txt", System.Text.Encoding.UTF8.GetBytes("云河市关于印发2020年任务分工的通知\n\n1. 建成平台。（责任单位：市公安局）\n\n2020年3月2日\n"));
        var draft = coordinator.Last!.Headers.Location!.ToString().Split('?', '#')[0];
        var (_, page) = await coordinator.GetAsync(draft);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(coordinator.Token), "__RequestVerificationToken" }, { new StringContent(Version().Match(page).Groups[1].Value), "version" }, { new StringContent("新的\0标题\u0007"), "Title" },
        };

        using var saved = await coordinator.Http.PostAsync(new Uri(draft + "/head", UriKind.Relative), form);

        Assert.True((int)saved.StatusCode < 400, $"{saved.StatusCode}");
        var document = Assert.Single(await host.Get<IDatabase>().QueryAsync<string>("SELECT document FROM notice_draft", null, CancellationToken.None));
        Assert.Contains("新的标题", Regex.Unescape(document), StringComparison.Ordinal);
        Assert.DoesNotContain("\\u0000", document, StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"version\" value=\"([0-9]+)\"")]
    private static partial Regex Version();
}
