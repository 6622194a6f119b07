using System.Net;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dashboard;

/// <summary>The way in to the dashboard, the way out, and what is told to whoever has not come in.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private DeskHost host = null!;

    public static TheoryData<string> Pages =>
    [
        "/dashboard", "/dashboard?plan=00000000-0000-0000-0000-000000000001", "/dashboard/live", "/dashboard/urge", "/dashboard/units/00000000-0000-0000-0000-000000000001",
        "/dashboard/tasks/00000000-0000-0000-0000-000000000001", "/dashboard/reports/00000000-0000-0000-0000-000000000001", "/dashboard/nowhere",
    ];

    public async Task InitializeAsync() => host = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_link_lets_its_person_in_once()
    {
        var link = await host.LinkForAsync(host.Ledgers.Coordinator);
        using var browser = host.Browser();
        using var other = host.Browser();

        var (shown, page) = await browser.GetAsync(link);
        var (pressed, _) = await browser.PostAsync(link);
        var (inside, overview) = await browser.GetAsync("/dashboard");
        await other.GetAsync(link);
        var (again, used) = await other.PostAsync(link);

        Assert.Equal((200, 302, 200, 410), (shown, pressed, inside, again));
        Assert.Contains("只能使用一次", page, StringComparison.Ordinal);
        Assert.Contains("陈静", overview, StringComparison.Ordinal);
        Assert.Contains("这个链接已经失效", used, StringComparison.Ordinal);
        Assert.Equal(401, (await other.GetAsync("/dashboard")).Status);
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        var link = await host.LinkForAsync(host.Ledgers.Coordinator);
        using var program = host.Browser();
        using var browser = host.Browser();

        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await program.GetAsync(link)).Status);
        await browser.GetAsync(link);

        Assert.Equal(302, (await browser.PostAsync(link)).Status);
    }

    [Fact]
    public async Task A_link_is_good_for_a_quarter_of_an_hour_by_the_clock_that_people_see()
    {
        var (late, inTime) = (await host.LinkForAsync(host.Ledgers.Coordinator), await host.LinkForAsync(host.Ledgers.Coordinator));
        using var browser = host.Browser();
        await browser.GetAsync(late);

        host.Wall.Now += TimeSpan.FromDays(1);
        Assert.Equal(302, (await browser.PostAsync(inTime)).Status);
        host.Clock.Now += DeskAccess.LinkLifetime;
        using var other = host.Browser();
        await other.GetAsync(late);
        Assert.Equal(410, (await other.PostAsync(late)).Status);
    }

    [Fact]
    public async Task The_links_of_chat_and_dashboard_open_no_other_door()
    {
        var chat = await host.Get<InviteToBrowser>().RunAsync(host.Ledgers.Coordinator.Id, TimeSpan.FromDays(1), CancellationToken.None);
        var desk = (await host.LinkForAsync(host.Ledgers.Coordinator)).Split("token=")[1];
        using var browser = host.Browser();

        await browser.GetAsync($"/dashboard/signin?token={chat}");
        Assert.Equal(410, (await browser.PostAsync($"/dashboard/signin?token={chat}")).Status);
        Assert.Equal(410, (await browser.PostAsync($"/signin?token={desk}")).Status);
        Assert.Equal(302, (await browser.PostAsync($"/dashboard/signin?token={desk}")).Status);
        Assert.Equal(302, (await browser.PostAsync($"/signin?token={chat}")).Status);
    }

    [Theory]
    [InlineData("/dashboard/import", "/dashboard/import")]
    [InlineData("https://elsewhere.test/", "/dashboard")]
    [InlineData("//elsewhere.test/dashboard", "/dashboard")]
    public async Task A_link_may_lead_to_a_page_of_the_dashboard_and_nowhere_else(string to, string page)
    {
        var desk = (await host.LinkForAsync(host.Ledgers.Coordinator)).Split("token=")[1];
        using var browser = host.Browser();

        await browser.GetAsync($"/dashboard/signin?token={desk}&to={Uri.EscapeDataString(to)}");
        var answer = await browser.PostAsync($"/dashboard/signin?token={desk}&to={Uri.EscapeDataString(to)}");

        Assert.Equal((302, page), (answer.Status, browser.Last!.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var link = await host.LinkForAsync(host.Ledgers.Coordinator);
        using var browser = host.Browser();
        await browser.GetAsync(link);

        await browser.PostAsync(link);

        var cookie = Assert.Single(browser.Last!.Headers.GetValues("Set-Cookie"), value => value.StartsWith("planbot.desk=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/dashboard", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(host.Ledgers.Coordinator.Id.ToString(), cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_session_ends_by_itself_and_tells_how_to_come_back()
    {
        using var browser = await host.SignInAsync(host.Ledgers.Coordinator);
        host.Wall.Now += TimeSpan.FromHours(9.9);
        var (before, _) = await browser.GetAsync("/dashboard");
        host.Wall.Now += TimeSpan.FromHours(0.2);

        var (after, page) = await browser.GetAsync("/dashboard");

        Assert.Equal((200, 401), (before, after));
        Assert.Contains("登录已经到期", page, StringComparison.Ordinal);
        Assert.Contains("看板", page, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Ledgers.Plan.Title, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_out_is_out_even_with_a_cookie_that_was_kept()
    {
        using var browser = await host.SignInAsync(host.Ledgers.Coordinator);
        await browser.GetAsync("/dashboard");
        var kept = browser.Cookies.GetCookies(new Uri(host.Address, "/dashboard"))["planbot.desk"]!.Value;

        var (left, _) = await browser.PostAsync("/dashboard/signout");
        using var thief = host.Browser();
        thief.Cookies.Add(host.Address, new Cookie("planbot.desk", kept, "/dashboard"));

        Assert.Equal(302, left);
        Assert.Equal(401, (await browser.GetAsync("/dashboard")).Status);
        Assert.Equal(401, (await thief.GetAsync("/dashboard")).Status);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Whoever_is_not_signed_in_learns_nothing(string path)
    {
        await host.FileAsync(1);
        using var browser = host.Browser();

        var (status, page) = await browser.GetAsync(path);

        Assert.Equal(401, status);
        Assert.Contains("请先登录", page, StringComparison.Ordinal);
        foreach (var word in new[] { host.Ledgers.Plan.Title, "市教委", "张敏", "2020" })
            Assert.DoesNotContain(word, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dashboard/signin")]
    [InlineData("/dashboard/signin?token=made-up")]
    public async Task An_unknown_link_and_none_are_told_alike(string path)
    {
        using var browser = host.Browser("en");
        await browser.GetAsync(path);

        var (status, page) = await browser.PostAsync(path);

        Assert.Equal(410, status);
        Assert.Contains("This link no longer works", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_forbids_what_comes_from_elsewhere_and_holds_no_script_or_style_of_its_own()
    {
        using var browser = await host.SignInAsync(host.Ledgers.Coordinator);

        var (_, page) = await browser.GetAsync("/dashboard");

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Assert.Single(browser.Last!.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(browser.Last.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(browser.Last.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]* src=)", page);
        Assert.DoesNotMatch("(?:src|href)=\"(?:https?:)?//", page);
    }

    [NodeFact]
    public async Task The_charts_library_comes_from_here_with_its_licences()
    {
        using var browser = host.Browser();

        foreach (var file in new[] { "/lib/echarts.js", "/lib/echarts.js.LICENSE.txt", "/lib/echarts.js.NOTICE.txt", "/desk/desk.js", "/desk/live.js", "/desk/charts.js", "/desk/desk.css" })
            Assert.Equal((file, 200), (file, (await browser.GetAsync(file)).Status));
    }

    [Fact]
    public async Task A_change_without_its_forms_token_or_with_another_persons_is_refused()
    {
        var report = await host.FileAsync(1);
        using var browser = await host.SignInAsync(host.Ledgers.Coordinator);
        using var other = await host.SignInAsync(host.Ledgers.Leader);
        await browser.GetAsync($"/dashboard/reports/{report}");
        await other.GetAsync("/dashboard");
        var own = browser.Token;

        var (without, page) = await browser.PostAsync($"/dashboard/reports/{report}/accept", withToken: false, ("seen", "4.1.0"));
        browser.Token = other.Token;
        var (foreign, _) = await browser.PostAsync($"/dashboard/reports/{report}/accept", ("seen", "4.1.0"));

        Assert.Equal((400, 400), (without, foreign));
        Assert.Contains("没有保存", page, StringComparison.Ordinal);
        Assert.Equal(ObligationState.Submitted, (await host.Get<IObligationRepository>().FindAsync(report, CancellationToken.None))!.State);
        browser.Token = own;
        Assert.Equal(302, (await browser.PostAsync($"/dashboard/reports/{report}/accept", ("seen", "4.1.0"))).Status);
    }

    [Fact]
    public async Task The_language_is_the_one_chosen_and_the_way_back_never_leads_elsewhere()
    {
        using var browser = await host.SignInAsync(host.Ledgers.Coordinator);
        var (_, chinese) = await browser.GetAsync("/dashboard");

        await browser.PostAsync("/dashboard/language", ("language", "en"), ("back", "//elsewhere.example/dashboard"));

        Assert.Equal("/dashboard", browser.Last!.Headers.Location!.ToString());
        var (_, english) = await browser.GetAsync("/dashboard");
        Assert.Contains("<html lang=\"zh-CN\">", chinese, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("Overdue units", english, StringComparison.Ordinal);
    }
}
