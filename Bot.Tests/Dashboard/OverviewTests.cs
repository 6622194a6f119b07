using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Texts;

namespace PlanBot.Tests.Dashboard;

/// <summary>A period at a glance, before and after it is due, and the news that keep it up to date.</summary>
public sealed class OverviewTests : IAsyncLifetime
{
    private DeskHost host = null!;

    public async Task InitializeAsync() => host = await DeskHost.StartAsync("2020-03-31 10:00");

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Figures_are_those_of_the_ledger()
    {
        await host.FileAsync(1);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        var (_, before) = await coordinator.GetAsync("/dashboard");
        host.Clock.Now = Ledgers.At("2020-04-07 09:00");
        await host.FileAsync(3);

        var (_, after) = await coordinator.GetAsync("/dashboard");

        Assert.Equal([("done", 1), ("late", 0), ("overdue", 0), ("open", 4)], Parts(before));
        Assert.Equal([("done", 1), ("late", 1), ("overdue", 3), ("open", 0)], Parts(after));
        Assert.Contains("距截止还有3天（含今天在内4个工作日）", before, StringComparison.Ordinal);
        Assert.Contains("已过截止4天（1个工作日）", after, StringComparison.Ordinal);
        Assert.Contains("第三个工作日为4月3日", before, StringComparison.Ordinal);
        Assert.Contains("还没有到期，没有逾期的单位", before, StringComparison.Ordinal);
        Assert.Contains("逾期 2 / 应报 2", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_that_say_nothing_are_left_out()
    {
        await host.FileAsync(1, text: "资金尚未到位");
        await host.FileAsync(2, text: "无");
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        var (_, page) = await leader.GetAsync("/dashboard");

        var problems = page[page.IndexOf("id=\"live-problems\"", StringComparison.Ordinal)..page.IndexOf("id=\"live-latest\"", StringComparison.Ordinal)];
        Assert.Contains("资金尚未到位", problems, StringComparison.Ordinal);
        Assert.DoesNotContain("市卫生健康委", problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provisional_due_date_is_said_to_be_one()
    {
        await host.Get<IDatabase>().WriteAsync("UPDATE reporting_period SET is_provisional = @yes", new { yes = true }, CancellationToken.None);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator, "en");

        var (_, page) = await coordinator.GetAsync("/dashboard");

        Assert.Contains("The due date is provisional", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_filed_is_news_to_every_open_page_and_to_nobody_else()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        using var leader = await host.SignInAsync(host.Ledgers.Leader);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var pages = new[] { await ListenAsync(coordinator, patience.Token), await ListenAsync(leader, patience.Token) };
        foreach (var page in pages)
            Assert.Equal("event: still", await page.ReadLineAsync(patience.Token));
        await Task.Delay(TimeSpan.FromSeconds(1.5), patience.Token); // the first look, against which the next is compared

        await host.FileAsync(1);

        foreach (var page in pages)
        {
            var heard = await NextEventAsync(page, patience.Token);
            Assert.Equal("event: changed", heard);
            page.Dispose();
        }
    }

    [Fact]
    public async Task A_page_whose_session_has_ended_is_told_to_go()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var page = await ListenAsync(coordinator, patience.Token);
        await page.ReadLineAsync(patience.Token);
        await Task.Delay(TimeSpan.FromSeconds(1.5), patience.Token);

        host.Wall.Now += TimeSpan.FromHours(11);
        await host.FileAsync(1);

        Assert.Equal("event: ended", await NextEventAsync(page, patience.Token));
        while (await page.ReadLineAsync(patience.Token) is { } line) // and the line is closed
            Assert.Equal("", line.Replace("data:", "", StringComparison.Ordinal).Trim());
    }

    [Fact]
    public void No_state_is_told_by_its_colour_alone()
    {
        Assert.Equal("!", DeskTexts.Looks(Language.English).Single(look => look.Key == "overdue").Sign);
        Assert.Equal(9, DeskTexts.Looks(Language.Chinese).Select(look => look.Sign).Distinct().Count()); // no two states share a sign
    }

    private static async Task<StreamReader> ListenAsync(DeskBrowser browser, CancellationToken cancellationToken) =>
        new(await (await browser.Http.GetAsync(new Uri("/dashboard/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken)).Content.ReadAsStreamAsync(cancellationToken));

    private static async Task<string?> NextEventAsync(StreamReader page, CancellationToken cancellationToken)
    {
        while (await page.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal) && line != "event: still")
                return line;
        }
        return null;
    }

    private static (string, int)[] Parts(string page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page, "<tr data-key=\"(\\w+)\">.*?data-value=\"(\\d+)\"", System.Text.RegularExpressions.RegexOptions.Singleline)
            .Select(match => (match.Groups[1].Value, int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)))];
}
