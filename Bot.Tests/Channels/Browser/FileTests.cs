using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>Files that the bot hands out over Direct Line.</summary>
public sealed class FileTests : IAsyncLifetime
{
    private BrowserHost host = null!;
    private Visit visit = null!;

    public async Task InitializeAsync()
    {
        host = await BrowserHost.StartAsync();
        visit = await host.VisitAsync("coordinator");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_file_has_an_address_in_the_log_and_is_fetched_there()
    {
        var (path, name) = await OfferedAsync();

        using var answer = await host.Http.GetAsync(path);

        Assert.Equal("填报表 1.txt", name);
        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("填报表 1.txt", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Matches("^/v3/directline/files/[0-9a-f]{64}$", path); // the file's name would tell something to whoever finds the address later
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Its_reader_may_say_who_is_asking_and_nobody_else_gets_it()
    {
        var (path, _) = await OfferedAsync();
        var other = await host.VisitAsync("stranger");

        Assert.Equal(200, await StatusAsync(path, visit.Token));
        Assert.Equal(404, await StatusAsync(path, other.Token));
        Assert.Equal(404, await StatusAsync(path[..^1] + "x", visit.Token));
    }

    [Fact]
    public async Task The_address_expires()
    {
        var (path, _) = await OfferedAsync();

        host.Wall.Now += TimeSpan.FromMinutes(61);

        Assert.Equal(404, await StatusAsync(path, token: null));
    }

    private async Task<(string Path, string Name)> OfferedAsync()
    {
        await visit.SayAsync("file");
        JsonNode attachment = (await visit.ReadAsync()).Activities[^1]["attachments"]![0]!;
        return (new Uri((string)attachment["contentUrl"]!).AbsolutePath, (string)attachment["name"]!);
    }

    private async Task<int> StatusAsync(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await host.Http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
