using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>PlanBot in a team's channel and in a chat of several: it answers when it is mentioned or its button is pressed, and shows what all who read along may see.</summary>
public sealed class GroupTests : IAsyncLifetime
{
    private TeamsChat chat = null!;

    /// <summary>29:zhang is the coordinator; 29:li is the contact of the second unit.</summary>
    public async Task InitializeAsync()
    {
        chat = await TeamsChat.StartAsync(coordinator: true);
        await chat.ListAsync("object-of-li", 2);
        await chat.SayAsync("你好");
        await chat.SayAsync("你好", "29:li");
    }

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Theory]
    [InlineData("channel", "<at>PlanBot</at> 还有谁没报", FakeTeams.Bot, true)]
    [InlineData("groupChat", "还有谁没报 <at>PlanBot</at>", FakeTeams.Bot, true)]
    [InlineData("channel", "<at>行动计划</at> 还有谁没报", FakeTeams.Bot, true)] // by whatever name the app has there
    [InlineData("channel", "<at>李强</at> 还有谁没报", "29:li", false)]
    [InlineData("channel", "<at>PlanBot</at> 还有谁没报", "29:li", false)] // the entity counts, not the text
    [InlineData("channel", "还有谁没报", null, false)] // heard only where the app may hear everything
    public async Task It_answers_when_it_is_mentioned(string place, string text, string? mentioned, bool answers)
    {
        Members("29:zhang");

        var said = await SayAsync(place, text, mentioned);

        Assert.Equal(answers, said.Count > 0);
        Assert.All(said, one => Assert.Contains("市教委", one.Text + PlanBot.Tests.Channels.Callers.Readable.Json(one.Card), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_who_reads_along_may_not_see_is_for_the_private_chat()
    {
        Members("29:zhang", "29:li");

        var said = await SayAsync("channel", "<at>PlanBot</at> 还有谁没报", FakeTeams.Bot);

        Assert.Equal("这里有其他人在看，请在单聊里和我说。", Assert.Single(said).Text);
    }

    [Fact]
    public async Task A_button_of_its_card_needs_no_mention_and_what_is_no_answer_for_all_is_told_at_the_card()
    {
        Members("29:zhang");
        var card = (await SayAsync("channel", "<at>PlanBot</at> 还有谁没报", FakeTeams.Bot)).Single(one => one.Card is not null);
        var buttons = card.Card!["actions"]!.AsArray().ToDictionary(button => (string)button!["data"]!["say"]!, button => button!);
        var before = chat.Teams.Calls.Count;

        var asked = await PressAsync(buttons["报送率"], card.Id);
        var answered = chat.Since(before).Count;
        var urged = await PressAsync(buttons.First(button => button.Key.Contains('催')).Value, card.Id);

        Assert.Equal(("已收到，请看下面的回复。", 1), ((string?)asked!["value"], answered));
        Assert.Equal("这里有其他人在看，请在单聊里和我说。", (string?)urged!["value"]);
        Assert.Equal(answered, chat.Since(before).Count);
    }

    [Fact]
    public async Task A_button_that_somebody_else_presses_counts_as_theirs()
    {
        Members("29:zhang");
        var card = (await SayAsync("channel", "<at>PlanBot</at> 还有谁没报", FakeTeams.Bot)).Single(one => one.Card is not null);
        Members("29:zhang", "29:li", "29:nobody");
        var button = card.Card!["actions"]!.AsArray()[0]!;
        var before = chat.Teams.Calls.Count;

        var contact = await PressAsync(button, card.Id, "29:li");
        var stranger = await PressAsync(button, card.Id, "29:nobody");

        Assert.Equal("这里有其他人在看，请在单聊里和我说。", (string?)contact!["value"]);
        Assert.StartsWith("您的账号还没有绑定", (string?)stranger!["value"], StringComparison.Ordinal);
        Assert.Empty(chat.Since(before));
    }

    private async Task<IReadOnlyList<Sent>> SayAsync(string place, string text, string? mentioned)
    {
        var message = InGroup(chat.Teams.Message(text), place);
        if (mentioned is not null)
            message["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = mentioned, ["name"] = "x" }, ["text"] = text[text.IndexOf('<', StringComparison.Ordinal)..(text.LastIndexOf('>') + 1)],
            });
        var from = chat.Teams.Calls.Count;
        Assert.Equal(200, (await chat.Host.PostAsync(message)).Status);
        return chat.Since(from);
    }

    private Task<JsonNode?> PressAsync(JsonNode button, string cardId, string user = "29:zhang") => chat.InvokeAsync(
        "adaptiveCard/action", new JsonObject { ["action"] = button.DeepClone() }, cardId, user, invoke => InGroup(invoke, "channel"));

    private static JsonObject InGroup(JsonObject activity, string place)
    {
        (activity["conversation"]!["id"], activity["conversation"]!["conversationType"], activity["conversation"]!["isGroup"]) = ("19:all@thread.tacv2", place, true);
        return activity;
    }

    private void Members(params string[] users) => chat.Teams.Answer = call => call.Method == "GET" && call.Path.Contains("/pagedmembers", StringComparison.Ordinal)
        ? Results.Json(new { members = users.Append(FakeTeams.Bot).Select(user => new { id = user }) })
        : null;
}
