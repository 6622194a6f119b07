using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PlanBot.Tests.Channels.Callers;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>What Teams answers with 413 is said in a smaller form.</summary>
public sealed class TooBigTests : IAsyncLifetime
{
    private readonly List<JsonNode> taken = [];
    private TeamsChat chat = null!;
    private int refusals;

    public async Task InitializeAsync()
    {
        chat = await TeamsChat.StartAsync();
        await chat.SayAsync("你好");
    }

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task A_reminder_whose_card_is_too_big_goes_out_as_text_with_its_buttons()
    {
        Refuse(body => body.Length > 3000);
        var whole = ReminderTexts.Write(chat.Reminder(20)).Text;

        var delivery = await chat.RemindAsync(20);

        Assert.IsType<Delivery.Sent>(delivery);
        Assert.Equal(2, taken.Count); // more buttons than Teams suggests stand on a card of their own
        var message = taken[0];
        Assert.Equal(whole, (string?)message["text"]);
        Assert.True((bool)message["channelData"]!["notification"]!["alert"]!);
        Assert.NotEmpty((string)message["summary"]!);
        Assert.Equal(["立即填报", "我的任务", "填报表单", "收到"], taken[1]["attachments"]![0]!["content"]!["buttons"]!.AsArray().Select(button => (string?)button!["title"]));
        Assert.Equal(1, refusals);
    }

    [Fact]
    public async Task A_reminder_whose_text_is_too_big_as_well_goes_out_in_parts_that_end_with_their_lines()
    {
        Refuse(body => body.Length > 3000);
        var whole = ReminderTexts.Write(chat.Reminder(500)).Text;

        var delivery = await chat.RemindAsync(500);

        Assert.IsType<Delivery.Sent>(delivery);
        var parts = taken.Select(body => (string?)body["text"]).OfType<string>().Where(part => part.Length > 0).ToList();
        Assert.True(parts.Count >= 3);
        Assert.Equal(whole.Replace("\n", "", StringComparison.Ordinal), string.Concat(parts).Replace("\n", "", StringComparison.Ordinal));
        Assert.All(parts.SkipLast(1), part => Assert.Contains(part + "\n", whole, StringComparison.Ordinal));
        Assert.Equal([0], Enumerable.Range(0, taken.Count).Where(at => taken[at]["channelData"]?["notification"] is not null)); // one banner
        Assert.Equal([taken.Count - 1], Enumerable.Range(0, taken.Count).Where(at => taken[at]["attachments"]?[0]?["content"]?["buttons"] is not null));
        Assert.Contains("was too big for Teams", chat.Host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_too_big_leaves_the_words_beside_it_and_says_how_to_do_without()
    {
        Refuse(body => body.Contains("Input.Text", StringComparison.Ordinal));

        await chat.SayAsync("填报表单");

        Assert.Contains("Word表", (string?)taken[^1]["text"], StringComparison.Ordinal);
        Assert.Equal(1, refusals);
    }

    [Theory]
    [InlineData(5000)]
    [InlineData(40_000)] // cut before it was sent, and still refused
    public async Task An_answer_that_is_too_big_is_given_in_parts(int length)
    {
        await using var host = await TeamsHost.StartAsync();
        var said = new List<string>();
        host.Teams.Answer = call =>
        {
            if (call.Body.Json().Length > 3000)
                return TooBig();
            said.Add((string)call.Body!["text"]!);
            return null;
        };
        var text = string.Concat(Enumerable.Repeat("𠮷野家", length / 4));

        await host.PostAsync(host.Teams.Message(text));

        Assert.Equal("回声：" + text, string.Concat(said));
        Assert.All(said, part => Assert.False(char.IsLowSurrogate(part[0])));
    }

    private void Refuse(Func<string, bool> isTooBig) => chat.Teams.Answer = call =>
    {
        if (call.Method != "POST")
            return null;
        if (isTooBig(call.Body.Json()))
        {
            refusals++;
            return TooBig();
        }
        taken.Add(call.Body!);
        return null;
    };

    private static IResult TooBig() => Results.Json(new { error = new { code = "MessageSizeTooBig", message = "x" } }, statusCode: StatusCodes.Status413RequestEntityTooLarge);
}
