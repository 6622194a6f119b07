using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>Files that the bot hands out in Teams: put into the person's own store when they agree, else an address.</summary>
public sealed class FileConsentTests : IAsyncLifetime
{
    private TeamsChat chat = null!;

    public async Task InitializeAsync() => chat = await TeamsChat.StartAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task A_form_is_put_where_Teams_says_once_the_person_agrees()
    {
        var (consent, words) = await AskAsync();
        var before = chat.Teams.Calls.Count;

        var body = await AnswerAsync(consent, "accept");

        Assert.Contains("填报表", words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/v3/directline/files/", words.Text, StringComparison.Ordinal);
        var size = (long)Card(consent)["content"]!["sizeInBytes"]!;
        var put = chat.Teams.Calls.Single(call => call.Path == "/upload/1");
        Assert.Equal(("PUT", $"bytes 0-{size - 1}/{size}", null), (put.Method, put.Range, put.Token)); // the bot's token stays at home
        var shown = Card(Assert.Single(chat.Since(before)));
        Assert.Equal(("application/vnd.microsoft.teams.card.file.info", $"{chat.Teams.Address}files/1", "unique", "docx"),
            ((string?)shown["contentType"], (string?)shown["contentUrl"], (string?)shown["content"]!["uniqueId"], (string?)shown["content"]!["fileType"]));
        Assert.EndsWith("/activities/" + consent.Id, chat.Teams.Calls.Single(call => call.Method == "DELETE").Path, StringComparison.Ordinal);
        Assert.Null(body);
    }

    [Fact]
    public async Task Whoever_declines_is_told_so_and_nothing_is_put_anywhere()
    {
        var (consent, _) = await AskAsync();
        var before = chat.Teams.Calls.Count;

        await AnswerAsync(consent, "decline");

        Assert.StartsWith("好的，没有保存", Assert.Single(chat.Since(before)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Teams.Calls, call => call.Path.StartsWith("/upload", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://evil.example.com/upload", null)]
    [InlineData("http://169.254.169.254/latest", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("upload", null)]
    [InlineData(null, null)]
    [InlineData(null, "https://evil.example.com/shown")]
    public async Task No_other_host_gets_it_and_an_address_takes_its_place(string? upload, string? shown)
    {
        var (consent, _) = await AskAsync();
        var before = chat.Teams.Calls.Count;

        await AnswerAsync(consent, "accept", info => (info["uploadUrl"], info["contentUrl"]) = (shown is null ? upload : info["uploadUrl"]!.DeepClone(), shown ?? info["contentUrl"]!.DeepClone()));

        Assert.Contains("/v3/directline/files/", Assert.Single(chat.Since(before)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Teams.Calls, call => call.Path.StartsWith("/upload", StringComparison.Ordinal));
        Assert.DoesNotContain(chat.Host.Login.Requests, request => request.Address.Contains("evil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(302)] // no redirection is followed
    [InlineData(403)]
    [InlineData(507)]
    public async Task What_the_store_refuses_can_be_fetched_by_an_address(int status)
    {
        var (consent, _) = await AskAsync();
        chat.Teams.Answer = call => call.Path.StartsWith("/upload", StringComparison.Ordinal) ? Results.StatusCode(status) : null;
        var before = chat.Teams.Calls.Count;

        await AnswerAsync(consent, "accept");

        Assert.Contains("/v3/directline/files/", Assert.Single(chat.Since(before)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_stranger_nor_a_colleague_gets_a_file_that_is_not_theirs()
    {
        var (consent, _) = await AskAsync();
        await chat.ListAsync("object-of-li", 2);
        var before = chat.Teams.Calls.Count;

        await AnswerAsync(consent, "accept", user: "29:nobody");
        var nothing = chat.Since(before).Count;
        await AnswerAsync(consent, "accept", user: "29:li");

        Assert.Equal(0, nothing);
        Assert.StartsWith("这个文件已经过期", Assert.Single(chat.Since(before)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Teams.Calls, call => call.Path.StartsWith("/upload", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_cannot_be_taken_away_does_no_harm()
    {
        var (consent, _) = await AskAsync();
        chat.Teams.Answer = call => call.Method == "DELETE" ? Results.StatusCode(404) : null;
        var before = chat.Teams.Calls.Count;

        await AnswerAsync(consent, "accept");

        Assert.Single(chat.Since(before));
        Assert.Contains("stays", chat.Host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_cloud_has_no_such_thing_the_message_holds_an_address()
    {
        await using var other = await TeamsChat.StartAsync(settings: ("Channels:Teams:FilesByConsent", "false"));

        var said = await other.SayAsync("发我一份Word表");

        Assert.Contains("/v3/directline/files/", Assert.Single(said).Text, StringComparison.Ordinal);
    }

    /// <summary>Asks for the form as a file: the question, and the words that go with it.</summary>
    private async Task<(Sent Consent, Sent Words)> AskAsync()
    {
        var said = await chat.SayAsync("发我一份Word表");
        Assert.Equal(2, said.Count);
        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", (string?)Card(said[0])["contentType"]);
        Assert.EndsWith(".docx", (string?)Card(said[0])["name"], StringComparison.Ordinal);
        return (said[0], said[1]);
    }

    private Task<JsonNode?> AnswerAsync(Sent consent, string action, Action<JsonObject>? change = null, string user = "29:zhang")
    {
        var info = new JsonObject
        {
            ["name"] = "填报表.docx", ["uploadUrl"] = $"{chat.Teams.Address}upload/1", ["contentUrl"] = $"{chat.Teams.Address}files/1", ["uniqueId"] = "unique", ["fileType"] = "docx",
        };
        change?.Invoke(info);
        var value = new JsonObject { ["type"] = "fileUpload", ["action"] = action, ["context"] = Card(consent)["content"]![action + "Context"]!.DeepClone(), ["uploadInfo"] = action == "accept" ? info : null };
        return chat.InvokeAsync("fileConsent/invoke", value, consent.Id, user);
    }

    private static JsonNode Card(Sent sent) => sent.Body["attachments"]![0]!;
}
