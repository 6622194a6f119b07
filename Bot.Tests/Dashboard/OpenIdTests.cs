using Microsoft.Extensions.Configuration;
using PlanBot.Composition;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Dashboard;

/// <summary>Signing in to the dashboard by an organisation's own accounts.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private const string Upn = "chenjing@example.gov.cn";

    private FakeOpenIdProvider provider = null!;
    private DeskHost host = null!;

    public async Task InitializeAsync()
    {
        provider = await FakeOpenIdProvider.StartAsync();
        host = await DeskHost.StartAsync(settings: provider.Settings);
        host.Wall.Now = new MachineClock().GetUtcNow(); // the test's browser lets cookies expire by the machine's clock
        await host.Get<IContactListRepository>().ListAsync(new("msteams", Upn, host.Ledgers.Coordinator.Id), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Whom_the_list_knows_by_the_account_comes_in()
    {
        using var browser = host.Browser();
        provider.Account["preferred_username"] = "ChenJing@example.gov.cn";

        var (closed, door) = await browser.GetAsync("/dashboard");
        var to = await SignInAsync(browser);

        Assert.Equal((401, "/dashboard"), (closed, to));
        Assert.Contains("href=\"/dashboard/openid\"", door, StringComparison.Ordinal);
        Assert.Contains("陈静", (await browser.GetAsync("/dashboard")).Page, StringComparison.Ordinal);
        Assert.NotEmpty(browser.Cookies.GetCookies(new Uri(host.Address, "/dashboard"))["planbot.desk"]!.Value);
    }

    [Theory]
    [InlineData("preferred_username", "somebody@example.gov.cn")]
    [InlineData("email", Upn)] // people may enter that themselves
    [InlineData("sub", Upn)]
    [InlineData("preferred_username", "")]
    public async Task Whom_the_list_does_not_know_stays_outside_and_is_told_what_helps(string claim, string value)
    {
        using var browser = host.Browser();
        provider.Account[claim] = value;

        var to = await SignInAsync(browser);

        Assert.Equal("/dashboard/openid/refused", to);
        var (status, page) = await browser.GetAsync(to);
        Assert.Equal(403, status);
        Assert.Contains("联络员名单", page, StringComparison.Ordinal);
        Assert.Equal(401, (await browser.GetAsync("/dashboard")).Status);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("signature")]
    [InlineData("nonce")]
    [InlineData("error")]
    public async Task What_the_provider_does_not_stand_for_lets_nobody_in(string wrong)
    {
        using var browser = host.Browser();
        provider.Account["preferred_username"] = Upn;
        (provider.Issuer, provider.Nonce, provider.Error) = (wrong == "issuer" ? "https://elsewhere.example" : null, wrong == "nonce" ? "old" : null, wrong == "error" ? "access_denied" : null);
        provider.IsSignedByAnother = wrong == "signature";
        provider.Audience = wrong == "audience" ? "another" : provider.Audience;

        Assert.Equal("/dashboard/openid/refused", await SignInAsync(browser));
        Assert.Equal(401, (await browser.GetAsync("/dashboard")).Status);
    }

    [Fact]
    public async Task An_answer_belongs_to_the_browser_that_asked_and_counts_once()
    {
        using var victim = host.Browser();
        using var browser = host.Browser();
        provider.Account["preferred_username"] = Upn;
        var back = await AskAsync(browser);

        await victim.GetAsync(back);
        var stolen = victim.Last!.Headers.Location!.ToString();
        await browser.GetAsync(back);
        var own = browser.Last!.Headers.Location!.ToString();
        await browser.GetAsync(back);

        Assert.Equal(("/dashboard/openid/refused", "/dashboard", "/dashboard/openid/refused"), (stolen, own, browser.Last!.Headers.Location!.ToString()));
        Assert.Equal(401, (await victim.GetAsync("/dashboard")).Status);
    }

    [Fact]
    public async Task Where_it_is_not_configured_there_is_no_such_page_and_no_button()
    {
        await using var plain = await DeskHost.StartAsync();
        using var browser = plain.Browser();

        Assert.DoesNotContain("/dashboard/openid", (await browser.GetAsync("/dashboard")).Page, StringComparison.Ordinal);
        Assert.Equal(404, (await browser.GetAsync("/dashboard/openid")).Status);
    }

    [Theory]
    [InlineData("Authority", "Authority=http://id.example", "ClientId=a", "ClientSecret=b")]
    [InlineData("Authority", "Authority=https://login.microsoftonline.com/common/v2.0", "ClientId=a", "ClientSecret=b")]
    [InlineData("Authority", "ClientId=a", "ClientSecret=b")]
    [InlineData("ClientId", "Authority=https://id.example", "ClientSecret=b")]
    [InlineData("ClientSecret", "Authority=https://id.example", "ClientId=a")]
    [InlineData("Claims", "Authority=https://id.example", "ClientId=a", "ClientSecret=b", "Claims= ")]
    [InlineData(null, "Authority=https://id.example/one", "ClientId=a", "ClientSecret=b")]
    [InlineData(null)]
    public void Half_configured_it_refuses_to_start_and_names_the_key(string? key, params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => "Dashboard:OpenId:" + pair[0], pair => (string?)pair[1])).Build();

        var refused = Record.Exception(() => OpenIdComposition.CheckOpenId(configuration));

        Assert.Equal(key is null, refused is null);
        Assert.StartsWith($"Dashboard:OpenId:{key}", refused?.Message ?? "Dashboard:OpenId:", StringComparison.Ordinal);
    }

    private sealed class MachineClock : TimeProvider;

    /// <summary>Goes to the provider and comes back.</summary>
    /// <returns>Where the browser is sent then.</returns>
    private static async Task<string> SignInAsync(DeskBrowser browser)
    {
        await browser.GetAsync(await AskAsync(browser));
        return browser.Last!.Headers.Location!.ToString();
    }

    /// <returns>Path and query of the way back.</returns>
    private static async Task<string> AskAsync(DeskBrowser browser)
    {
        Assert.Equal(302, (await browser.GetAsync("/dashboard/openid")).Status);
        using var elsewhere = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var answer = await elsewhere.GetAsync(browser.Last!.Headers.Location);
        return answer.Headers.Location!.PathAndQuery;
    }
}
