using System.Net.Http.Headers;
using System.Text;

namespace PlanBot.Tests.Channels.Browser;

public sealed class UploadTests : IAsyncLifetime
{
    private BrowserHost host = null!;
    private Visit visit = null!;

    public async Task InitializeAsync()
    {
        host = await BrowserHost.StartAsync(("Channels:Browser:UploadLimit", "100000"));
        visit = await host.VisitAsync("coordinator");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_bot_gets_the_words_and_the_files_and_the_log_keeps_their_names()
    {
        using var form = new MultipartFormDataContent { { Activity("""{"type":"message","text":"新的通知","channelData":{"clientActivityID":"c9"}}"""), "activity", "blob" } };
        form.Add(File("第一条 任务。", "text/plain"), "file", "通知.txt");

        var (status, answer) = await host.SendAsync(HttpMethod.Post, visit.Path + "/upload?userId=boss", visit.Token, form);

        Assert.Equal(200, status);
        var heard = host.Bot.Heard[^1];
        Assert.Equal(((string)answer!["id"]!, "新的通知", "coordinator"), (heard.Id, heard.Text, heard.From.Id));
        var file = Assert.Single(heard.Attachments);
        Assert.Equal(("通知.txt", "text/plain"), (file.Name, file.ContentType));
        Assert.Equal("第一条 任务。", Encoding.UTF8.GetString(Convert.FromBase64String(file.ContentUrl.Split(',')[1])));
        var echo = (await visit.ReadAsync()).Activities[^2];
        Assert.Equal("通知.txt", (string)echo["attachments"]![0]!["name"]!);
        Assert.Null(echo["attachments"]![0]!["contentUrl"]);
        Assert.Equal("c9", (string)echo["channelData"]!["clientActivityID"]!);
    }

    [Fact]
    public async Task Files_need_no_words()
    {
        using var form = new MultipartFormDataContent { { File("a", "text/plain"), "file", "../../etc/a.txt" } };

        var (status, _) = await host.SendAsync(HttpMethod.Post, visit.Path + "/upload", visit.Token, form);

        Assert.Equal(200, status);
        Assert.Equal("a.txt", Assert.Single(host.Bot.Heard[^1].Attachments).Name);
    }

    [Fact]
    public async Task Files_above_the_limit_are_refused()
    {
        using var one = new MultipartFormDataContent { { File(new string('a', 100_001), "text/plain"), "file", "a.txt" } };
        using var two = new MultipartFormDataContent { { File(new string('a', 60_000), "text/plain"), "file", "a.txt" }, { File(new string('a', 60_000), "text/plain"), "file", "b.txt" } };
        using var huge = new MultipartFormDataContent { { File(new string('a', 2_000_000), "text/plain"), "file", "a.txt" } };

        foreach (var form in new[] { one, two, huge })
            await AssertRefusedAsync(413, form);
    }

    [Fact]
    public async Task What_is_no_upload_is_refused()
    {
        using var empty = new MultipartFormDataContent { { Activity("""{"type":"message"}"""), "activity", "blob" } };
        using var noActivity = new MultipartFormDataContent { { Activity("{"), "activity", "blob" }, { File("a", "text/plain"), "file", "a.txt" } };
        using var wrongType = new MultipartFormDataContent { { Activity("""{"type":"invoke"}"""), "activity", "blob" }, { File("a", "text/plain"), "file", "a.txt" } };
        using var broken = new StringContent("--x\r\nnonsense");
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");

        await AssertRefusedAsync(400, empty);
        await AssertRefusedAsync(400, noActivity);
        await AssertRefusedAsync(400, wrongType);
        await AssertRefusedAsync(400, broken);
        await AssertRefusedAsync(415, json);
    }

    private async Task AssertRefusedAsync(int expected, HttpContent content)
    {
        var (status, answer) = await host.SendAsync(HttpMethod.Post, visit.Path + "/upload", visit.Token, content);

        Assert.Equal(expected, status);
        Assert.NotEmpty((string)answer!["error"]!["message"]!);
        Assert.DoesNotContain(host.Bot.Heard, heard => heard.Type == "message");
    }

    private static StringContent Activity(string json) => new(json, Encoding.UTF8, "application/vnd.microsoft.activity");

    private static StringContent File(string text, string type) => new(text, Encoding.UTF8, type);
}
