using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;
using PlanBot.Composition;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Dashboard;

/// <summary>The dashboard as a tab in Teams: over https, as a frame of another site's page, signed in by the token that Teams gives.</summary>
public sealed class TeamsTabTests : IAsyncLifetime, IDisposable
{
    private const string ClientId = "5f0c3a52-8d2e-4c57-9b0e-2f6a1d7c4e11";
    private const string Upn = "chenjing@example.gov.cn";
    private const string Resource = "api://planbot.example.gov.cn/" + ClientId;

    /// <summary>The browser would ask a person before a public page frames this machine's own.</summary>
    private const string LoopbackInFrames = "--disable-features=LocalNetworkAccessChecks";

    private readonly LoopbackCertificate certificate = new();
    private FakeOpenIdProvider provider = null!;
    private DeskHost host = null!;

    public async Task InitializeAsync()
    {
        provider = await FakeOpenIdProvider.StartAsync();
        host = await DeskHost.StartAsync(settings:
        [
            .. certificate.Settings, ("Channels:Browser:PublicUrl", "https://planbot.example.gov.cn"), ("Dashboard:TeamsTab:Authority", provider.Address), ("Dashboard:TeamsTab:ClientId", ClientId),
        ]);
        host.Wall.Now = new MachineClock().GetUtcNow();
        await host.Get<IContactListRepository>().ListAsync(new("msteams", Upn, host.Ledgers.Coordinator.Id), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    public void Dispose() => certificate.Dispose();

    [Theory]
    [InlineData(ClientId)]
    [InlineData(Resource)]
    public async Task Whom_the_list_knows_by_the_Teams_account_comes_in(string audience)
    {
        using var browser = host.Browser();

        var status = await EnterAsync(browser, provider.Token(audience, Claims("ChenJing@example.gov.cn")));

        Assert.Equal((302, "/dashboard"), (status, browser.Last!.Headers.Location!.ToString()));
        var kept = Assert.Single(browser.Last.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("planbot.desk=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.All(["samesite=none", "secure", "partitioned", "httponly"], word => Assert.Contains(word, kept.Split(';', StringSplitOptions.TrimEntries)));
        Assert.Contains("陈静", (await browser.GetAsync("/dashboard")).Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another issuer")]
    [InlineData("another audience")]
    [InlineData("another key")]
    [InlineData("no scope")]
    [InlineData("expired")]
    [InlineData("unknown account")]
    [InlineData("no token")]
    [InlineData("not a token")]
    [InlineData("too long")]
    public async Task What_the_organisation_does_not_stand_for_lets_nobody_in(string wrong)
    {
        using var browser = host.Browser();
        (provider.Issuer, provider.IsSignedByAnother) = (wrong == "another issuer" ? "https://elsewhere.example" : null, wrong == "another key");
        var token = wrong switch
        {
            "no token" => "", "not a token" => "a.b.c", "too long" => new string('x', 20_000),
            _ => provider.Token(wrong == "another audience" ? "another" : Resource, Claims(wrong == "unknown account" ? "somebody@example.gov.cn" : Upn, wrong == "no scope" ? "openid" : "access_as_user"), wrong == "expired" ? TimeSpan.FromMinutes(-10) : null),
        };

        Assert.Equal(403, await EnterAsync(browser, token));
        Assert.Equal(401, (await browser.GetAsync("/dashboard")).Status);
    }

    [Fact]
    public async Task A_token_without_the_page_s_own_is_refused()
    {
        using var browser = host.Browser();

        Assert.Equal(400, (await browser.PostAsync("/dashboard/teams", withToken: false, ("token", provider.Token(Resource, Claims(Upn))))).Status);
    }

    [Fact]
    public async Task Only_Teams_may_frame_the_pages_and_whoever_is_out_there_is_asked_for_again()
    {
        using var browser = host.Browser();

        await browser.GetAsync("/dashboard/teams");
        var policy = browser.Last!.Headers.GetValues("Content-Security-Policy").Single();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/dashboard/units") { Headers = { { "Sec-Fetch-Dest", "iframe" } } };
        var framed = await browser.Http.SendAsync(asked);

        Assert.EndsWith("frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft", policy, StringComparison.Ordinal);
        Assert.Equal((302, "/dashboard/teams"), ((int)framed.StatusCode, framed.Headers.Location!.ToString()));
        Assert.Equal(401, (await browser.GetAsync("/dashboard/units")).Status);
    }

    [Fact]
    public async Task Where_it_is_not_configured_there_is_no_such_page_and_no_frame()
    {
        await using var plain = await DeskHost.StartAsync();
        using var browser = plain.Browser();

        Assert.Equal(404, (await browser.GetAsync("/dashboard/teams")).Status);
        Assert.EndsWith("frame-ancestors 'none'", browser.Last!.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task In_the_frame_of_Teams_people_are_signed_in_by_themselves_and_can_work()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await Chromium.LaunchAsync(playwright, LoopbackInFrames);
        var page = await PageAsync(chromium, "https://teams.microsoft.com/**", provider.Token(Resource, Claims(Upn)));
        var frame = page.FrameLocator("iframe");

        await page.GotoAsync("https://teams.microsoft.com/v2/");
        await Assertions.Expect(frame.GetByText("陈静").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await frame.GetByRole(AriaRole.Link, new() { NameRegex = new("^催办") }).First.ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "发出催办", Exact = true }).ClickAsync();
        await Assertions.Expect(frame.GetByText("已催办").First).ToBeVisibleAsync(new() { Timeout = 30_000 });

        var cookies = (await page.Context.CookiesAsync()).Where(cookie => cookie.Name.StartsWith("planbot.desk", StringComparison.Ordinal)).ToList();
        Assert.Equal(["planbot.desk", "planbot.desk.forms"], cookies.Select(cookie => cookie.Name).Order());
        Assert.All(cookies, cookie => Assert.Equal((true, SameSiteAttribute.None), (cookie.Secure, cookie.SameSite)));
    }

    [ChromiumFact]
    public async Task Another_site_s_frame_stays_empty()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await Chromium.LaunchAsync(playwright, LoopbackInFrames);
        var page = await PageAsync(chromium, "https://teams.example.com/**", "none");
        var refused = new TaskCompletionSource<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
                refused.TrySetResult(message.Text);
        };

        await page.GotoAsync("https://teams.example.com/");

        Assert.Contains("https://teams.microsoft.com", await refused.Task.WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authority", "Authority=http://id.example", "ClientId=" + ClientId)]
    [InlineData("Authority", "Authority=https://login.microsoftonline.com/common/v2.0", "ClientId=" + ClientId)]
    [InlineData("Authority", "ClientId=" + ClientId)]
    [InlineData("ClientId", "Authority=https://id.example/one")]
    [InlineData("ClientId", "Authority=https://id.example/one", "ClientId=planbot")]
    [InlineData("Frames", "Authority=https://id.example/one", "ClientId=" + ClientId, "Frames= ")]
    [InlineData("Frames", "Authority=https://id.example/one", "ClientId=" + ClientId, "Frames=*")]
    [InlineData("Frames", "Authority=https://id.example/one", "ClientId=" + ClientId, "Frames=https://*.cn")]
    [InlineData("Frames", "Authority=https://id.example/one", "ClientId=" + ClientId, "Frames=http://teams.example.cn")]
    [InlineData("Frames", "Authority=https://id.example/one", "ClientId=" + ClientId, "Frames=https://a.example.cn;script-src")]
    [InlineData(null, "Authority=https://id.example/one", "ClientId=" + ClientId, "Frames=https://a.example.cn https://*.b.example.cn")]
    [InlineData(null)]
    public void Half_configured_it_refuses_to_start_and_names_the_key(string? key, params string[] settings)
    {
        var refused = Record.Exception(() => TeamsTabComposition.CheckTeamsTab(Configured([.. settings.Select(setting => "Dashboard:TeamsTab:" + setting), "Channels:Browser:PublicUrl=https://planbot.example.gov.cn"])));

        Assert.Equal(key is null, refused is null);
        Assert.StartsWith($"Dashboard:TeamsTab:{key}", refused?.Message ?? "Dashboard:TeamsTab:", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://planbot.example.gov.cn")]
    public void Without_a_public_https_address_it_refuses_to_start(string address)
    {
        var refused = Assert.ThrowsAny<Exception>(() => TeamsTabComposition.CheckTeamsTab(Configured("Dashboard:TeamsTab:Authority=https://id.example/one", "Dashboard:TeamsTab:ClientId=" + ClientId, "Channels:Browser:PublicUrl=" + address)));

        Assert.Contains("Channels:Browser:PublicUrl", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A page of another site with the tab in it.</summary>
    private async Task<IPage> PageAsync(IBrowser chromium, string site, string token)
    {
        var page = await chromium.NewPageAsync(new BrowserNewPageOptions { IgnoreHTTPSErrors = true, Locale = "zh-CN" });
        await page.RouteAsync(site, route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = Teams(new Uri(host.Address, "/dashboard/teams"), token) }));
        return page;
    }

    private static IConfiguration Configured(params string[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1])).Build();

    private static Dictionary<string, object> Claims(string account, string scope = "access_as_user") => new() { ["oid"] = "0a1b2c3d-0000-4000-8000-000000000001", ["preferred_username"] = account, ["scp"] = scope };

    private static async Task<int> EnterAsync(DeskBrowser browser, string token)
    {
        Assert.Equal(200, (await browser.GetAsync("/dashboard/teams")).Status);
        return (await browser.PostAsync("/dashboard/teams", ("token", token))).Status;
    }

    /// <summary>A page as Teams has it around a tab: it answers what Microsoft's library asks of it.</summary>
    private static string Teams(Uri tab, string token) => $$"""
        <!DOCTYPE html><iframe src="{{tab}}" width="1200" height="700"></iframe>
        <script>
          const runtime = JSON.stringify({ apiVersion: 4, isNAAChannelRecommended: false, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} });
          const answers = { initialize: ['content', 'web', runtime, '2.0.0'], 'authentication.getAuthToken': [true, '{{token}}'] };
          addEventListener('message', event => {
            const { id, uuidAsString, func } = event.data;
            if (answers[func])
              event.source.postMessage({ id, uuidAsString, args: answers[func] }, event.origin);
          });
        </script>
        """;

    private sealed class MachineClock : TimeProvider;
}
