using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>The way in outside demo mode: a personal link, once.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private BrowserHost host = null!;

    public async Task InitializeAsync() => host = await BrowserHost.StartAsync(("Demo:Enabled", "false"));

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_link_lets_its_person_in_once()
    {
        var link = await LinkForAsync(host.Ledgers.Coordinator.Id);
        var browser = new CookieContainer();

        using var page = await SendAsync(HttpMethod.Get, link, browser);
        using var pressed = await SendAsync(HttpMethod.Post, link, browser);
        using var again = await SendAsync(HttpMethod.Post, link, new CookieContainer());
        using var token = await SendAsync(HttpMethod.Post, "/chat/token", browser);

        Assert.Contains("<form method=\"post\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, pressed.StatusCode);
        Assert.StartsWith("/chat", pressed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        var grant = System.Text.Json.Nodes.JsonNode.Parse(await token.Content.ReadAsStringAsync())!;
        Assert.Equal("陈静", (string)grant["name"]!);
        var (status, _) = await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", (string)grant["token"]!, []);
        Assert.Equal(201, status);
        Assert.Equal((string)grant["userId"]!, host.Bot.Heard[^1].From.Id);
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        var link = await LinkForAsync(host.Ledgers.Coordinator.Id);

        for (var i = 0; i < 3; i++)
        {
            using var preview = await SendAsync(HttpMethod.Get, link, new CookieContainer());
            Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
            Assert.False(preview.Headers.Contains("Set-Cookie"));
        }

        using var pressed = await SendAsync(HttpMethod.Post, link, new CookieContainer());
        Assert.Equal(HttpStatusCode.Found, pressed.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var pressed = await SendAsync(HttpMethod.Post, await LinkForAsync(host.Ledgers.Coordinator.Id), new CookieContainer());

        var cookie = Assert.Single(pressed.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(host.Ledgers.Coordinator.Id.ToString(), cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_comes_again_by_another_link_goes_on_with_the_same_conversation()
    {
        var contact = host.Ledgers.ContactOf(2).Id; // known in the browser already
        var (desk, phone) = (new CookieContainer(), new CookieContainer());

        using var first = await SendAsync(HttpMethod.Post, await LinkForAsync(contact), desk);
        using var second = await SendAsync(HttpMethod.Post, await LinkForAsync(contact), phone);

        Assert.EndsWith("#unit-2", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task An_expired_an_unknown_and_no_link_are_told_apart_from_nothing_and_from_each_other()
    {
        var link = await LinkForAsync(host.Ledgers.Coordinator.Id);
        host.Clock.Now += Day;

        foreach (var path in new[] { link, "/signin?token=made-up", "/signin" })
        {
            using var answer = await SendAsync(HttpMethod.Post, path, new CookieContainer());
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("新的登录链接", page, StringComparison.Ordinal);
            Assert.Contains("Ask the coordinating office for a new one", page, StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    /// <summary>The day on which a link is said to expire is the day on which it does, whatever real time passes.</summary>
    [Fact]
    public async Task A_link_lasts_by_the_clock_that_people_see()
    {
        var link = await LinkForAsync(host.Ledgers.Coordinator.Id);
        host.Wall.Now += Day;

        using var answer = await SendAsync(HttpMethod.Post, link, new CookieContainer());

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task A_button_on_somebody_elses_page_signs_nobody_in()
    {
        var link = await LinkForAsync(host.Ledgers.Coordinator.Id);
        using var request = new HttpRequestMessage(HttpMethod.Post, link);
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var answer = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        using var own = await SendAsync(HttpMethod.Post, link, new CookieContainer());
        Assert.Equal(HttpStatusCode.Found, own.StatusCode);
    }

    [Fact]
    public async Task Without_a_cookie_or_with_an_old_one_the_page_tells_how_to_get_in()
    {
        var browser = new CookieContainer();
        using var pressed = await SendAsync(HttpMethod.Post, await LinkForAsync(host.Ledgers.Coordinator.Id), browser);
        using var signedIn = await SendAsync(HttpMethod.Get, "/chat", browser);
        using var stranger = await SendAsync(HttpMethod.Get, "/chat", new CookieContainer());
        using var strangersToken = await SendAsync(HttpMethod.Post, "/chat/token", new CookieContainer());
        host.Wall.Now += TimeSpan.FromDays(90);
        using var later = await SendAsync(HttpMethod.Get, "/chat", browser);

        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
        Assert.Contains("登录链接", await stranger.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, strangersToken.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, later.StatusCode);
    }

    [Fact]
    public async Task A_browser_whose_identity_has_gone_to_somebody_else_is_signed_out()
    {
        var browser = new CookieContainer();
        using var pressed = await SendAsync(HttpMethod.Post, await LinkForAsync(host.Ledgers.ContactOf(2).Id), browser);
        var people = host.Services.GetRequiredService<IPersonRepository>();

        await people.BindAsync(new() { Channel = "directline", UserId = "unit-2", PersonId = host.Ledgers.ContactOf(3).Id }, CancellationToken.None);

        using var token = await SendAsync(HttpMethod.Post, "/chat/token", browser);
        Assert.Equal(HttpStatusCode.Unauthorized, token.StatusCode);
    }

    private async Task<string> LinkForAsync(Guid personId)
    {
        var token = await host.Services.GetRequiredService<InviteToBrowser>().RunAsync(personId, Day, CancellationToken.None);
        return host.Services.GetRequiredService<PublicAddress>().SignInLink(token)["http://127.0.0.1:0".Length..];
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, CookieContainer cookies)
    {
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(method, path);
        var response = await browser.SendAsync(request);
        await response.Content.LoadIntoBufferAsync();
        return response;
    }
}
