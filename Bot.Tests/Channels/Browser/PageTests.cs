using System.Net;
using System.Net.Http.Headers;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>The page and its files over HTTP.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private BrowserHost host = null!;

    public async Task InitializeAsync() => host = await BrowserHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_root_leads_to_the_chat()
    {
        using var response = await host.Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal((HttpStatusCode.Found, "/chat"), (response.StatusCode, response.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("/chat", "text/html")]
    [InlineData("/signin?token=x", "text/html")]
    [InlineData("/chat/chat.js", "text/javascript")]
    [InlineData("/chat/chat.css", "text/css")]
    [InlineData("/chat/index.html", "text/html")]
    [InlineData("/about/privacy.html", "text/html")]
    [InlineData("/about/terms.html", "text/html")]
    public async Task Every_page_and_file_forbids_what_comes_from_elsewhere(string path, string contentType)
    {
        using var response = await host.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, contentType), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        // No script but those of the page's own files: neither inline nor eval.
        Assert.Equal(
            $"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' blob: ws://{host.Address.Authority} wss://{host.Address.Authority}; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [NodeFact]
    public async Task Web_Chat_comes_from_here_compressed_and_with_its_licences()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/lib/webchat.js");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var script = await host.Http.SendAsync(request);
        using var licences = await host.Http.GetAsync(new Uri("/lib/webchat.js.LICENSE.txt", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        Assert.Equal("gzip", Assert.Single(script.Content.Headers.ContentEncoding));
        Assert.InRange((await script.Content.ReadAsByteArrayAsync()).Length, 500_000, 2_000_000);
        Assert.Equal(HttpStatusCode.OK, licences.StatusCode);
    }

    [Fact]
    public async Task The_demo_lists_its_identities()
    {
        var (status, body) = await host.SendAsync(HttpMethod.Get, "/demo/identities", null, (HttpContent?)null);

        Assert.Equal(200, status);
        Assert.Equal(
            [
                """{"id":"unit-1","name":"张敏","role":"contact","unit":"市教委"}""",
                """{"id":"unit-2","name":"李强","role":"contact","unit":"市卫生健康委"}""",
                """{"id":"unit-3","name":"王芳","role":"contact","unit":"市商务局"}""",
                """{"id":"coordinator","name":"陈静","role":"coordinator","unit":null}""",
                """{"id":"leader","name":"周涛","role":"leader","unit":null}""",
            ],
            body!.AsArray().Select(identity => System.Text.RegularExpressions.Regex.Unescape(identity!.ToJsonString())));
    }

    [Fact]
    public async Task Outside_the_demo_there_are_no_identities_to_pick()
    {
        await using var serious = await BrowserHost.StartAsync(("Demo:Enabled", "false"));

        using var response = await serious.Http.GetAsync(new Uri("/demo/identities", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
