using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Dashboard;
using PlanBot.Data.Model;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dashboard;

/// <summary>What no browser sends, what breaks behind the door, and what a proxy takes away before it.</summary>
public sealed class RoughRequestTests : IAsyncLifetime
{
    private DeskHost host = null!;

    public async Task InitializeAsync() => host = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_page_that_breaks_while_it_is_drawn_is_told_in_a_sentence()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = new MemoryStream() }, Request = { Method = "GET", Scheme = "http", Host = new HostString("localhost"), Path = "/dashboard/signin" } };

        await host.Get<DeskDoor>().EnterAsync(http, given => new RazorComponentResult<Breaking>().ExecuteAsync(given));

        var page = WebUtility.HtmlDecode(Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
        Assert.Equal(500, http.Response.StatusCode);
        Assert.Contains("页面出错了", page, StringComparison.Ordinal);
        Assert.NotEmpty(http.Response.Headers.ContentSecurityPolicy.ToString());
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "a=%00&__RequestVerificationToken=x")]
    [InlineData("application/x-www-form-urlencoded", "many")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ended")]
    public async Task A_form_that_cannot_be_read_is_an_expired_one(string type, string body)
    {
        using var browser = host.Browser();
        await browser.GetAsync("/dashboard/signin");
        using var content = new StringContent(body == "many" ? string.Join('&', Enumerable.Range(0, 1100).Select(at => $"f{at}=1")) : body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await browser.Http.PostAsync(new Uri("/dashboard/signin", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("页面已过期", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_too_large_that_does_not_say_so_is_told_that_it_is()
    {
        using var browser = host.Browser();
        using var content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes("a=" + new string('x', 3 * 1024 * 1024))));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/dashboard/signin", UriKind.Relative)) { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await browser.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("/dashboard\r\nX: y")]
    [InlineData("/dashboard/看板")]
    [InlineData("/dashboard\u0001")]
    public async Task The_way_back_is_an_address_or_the_overview(string back)
    {
        using var browser = await host.SignInAsync(host.Ledgers.Coordinator);
        await browser.GetAsync("/dashboard");

        var (status, _) = await browser.PostAsync("/dashboard/language", ("language", "en"), ("back", back));

        Assert.Equal((302, "/dashboard"), (status, browser.Last!.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Switching_the_language_on_the_answer_to_a_form_leads_to_the_page_that_the_form_stands_on()
    {
        var report = await host.FileAsync(1);
        using var browser = await host.SignInAsync(host.Ledgers.Coordinator);
        await browser.GetAsync($"/dashboard/reports/{report}");

        var (_, refused) = await browser.PostAsync($"/dashboard/reports/{report}/return", ("seen", ""), ("reason", ""));
        var (_, invited) = await browser.PostAsync("/dashboard/contacts/invite", ("person", host.Ledgers.ContactOf(1).Id.ToString()));

        Assert.Contains($"name=\"back\" value=\"/dashboard/reports/{report}\"", refused, StringComparison.Ordinal);
        Assert.Contains("name=\"back\" value=\"/dashboard/contacts\"", invited, StringComparison.Ordinal);
        var (wrong, page) = await browser.GetAsync("/dashboard/contacts/invite");
        Assert.Equal(404, wrong);
        Assert.Contains("没有这一页", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_invited_who_decides_or_is_no_contact()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        await coordinator.GetAsync("/dashboard/contacts");
        var (_, token) = await host.Get<ApiTokens>().AddAsync(new("督查系统", new(ApiScopes.Read, [], []), null), null, "command", CancellationToken.None);
        var (_, system) = await host.Get<ApiTokens>().FindAsync(token, CancellationToken.None);

        var (leader, page) = await coordinator.PostAsync("/dashboard/contacts/invite", ("person", host.Ledgers.Leader.Id.ToString()));
        var (colleague, _) = await coordinator.PostAsync("/dashboard/contacts/invite", ("person", host.Ledgers.Coordinator.Id.ToString()));
        var (machine, _) = await coordinator.PostAsync("/dashboard/contacts/invite", ("person", system!.Id.ToString()));

        Assert.Equal((403, 403, 404), (leader, colleague, machine));
        Assert.Contains("没有生成邀请", page, StringComparison.Ordinal);
        Assert.DoesNotContain("signin?token=", page, StringComparison.Ordinal);
        Assert.Null(await host.Get<InvitePerson>().RunAsync(host.Ledgers.Leader.Id, host.Ledgers.Coordinator.Id, "directline", CancellationToken.None));
    }

    [Fact]
    public async Task Cookies_are_secure_where_a_proxy_takes_the_TLS_off()
    {
        await using var behind = await DeskHost.StartAsync(settings: ("Channels:Browser:PublicUrl", "https://planbot.test"));
        var link = await behind.LinkForAsync(behind.Ledgers.Coordinator);
        using var browser = behind.Browser();
        await browser.GetAsync(link);
        var forms = Assert.Single(browser.Last!.Headers.GetValues("Set-Cookie"), value => value.StartsWith("planbot.desk.forms=", StringComparison.Ordinal));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", browser.Token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(link, UriKind.Relative)) { Content = form };
        request.Headers.Add("Cookie", forms.Split(';')[0]); // a browser that came by https sends it

        using var entered = await browser.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        foreach (var cookie in new[] { forms, Assert.Single(entered.Headers.GetValues("Set-Cookie"), value => value.StartsWith("planbot.desk=", StringComparison.Ordinal)) })
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    private sealed class Breaking : IComponent
    {
        public void Attach(RenderHandle renderHandle)
        {
        }

        public Task SetParametersAsync(ParameterView parameters) => throw new InvalidOperationException("broken");
    }
}
