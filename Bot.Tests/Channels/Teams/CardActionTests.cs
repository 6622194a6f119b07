using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Channels.Callers;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>Buttons of cards in Teams: they are answered at the card, and the card is put into its final state.</summary>
public sealed class CardActionTests : IAsyncLifetime
{
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private TeamsChat chat = null!;

    public async Task InitializeAsync() => chat = await TeamsChat.StartAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task A_button_asks_for_an_answer_and_older_clients_find_the_plain_one_in_it()
    {
        var summary = Assert.Single(await chat.SayAsync(TeamsChat.Report));

        Assert.All(summary.Card!["actions"]!.AsArray(), action =>
        {
            Assert.Equal(("Action.Execute", "say"), ((string?)action!["type"], (string?)action["verb"]));
            var fallback = action["fallback"]!;
            Assert.Equal("Action.Submit", (string?)fallback["type"]);
            Assert.Equal((action["data"].Json(), (string?)action["title"]), (fallback["data"].Json(), (string?)fallback["title"]));
        });
    }

    [Fact]
    public async Task Confirming_files_the_report_and_the_card_becomes_its_final_state()
    {
        var summary = (await chat.SayAsync(TeamsChat.Report))[^1];
        var before = chat.Teams.Calls.Count;

        var answer = await chat.PressAsync(summary, "确认");

        Assert.Contains("已报送：市教委", chat.Since(before)[0].Text, StringComparison.Ordinal);
        var (id, card) = Assert.Single(chat.Changed());
        Assert.Equal(summary.Id, id);
        Assert.Contains("已报送：市教委", card, StringComparison.Ordinal);
        Assert.Contains("已完成选址", card, StringComparison.Ordinal); // what was reported can still be read there
        Assert.DoesNotContain("无误请回复", card, StringComparison.Ordinal);
        Assert.DoesNotContain("actions", card, StringComparison.Ordinal);
        Assert.Equal((200, CardType, card), ((int)answer!["statusCode"]!, (string?)answer["type"], answer["value"].Json()));
        Assert.Equal(1, (await EntriesAsync()).Version);
    }

    [Fact]
    public async Task Pressed_twice_it_has_one_effect_and_says_that_it_is_out_of_date()
    {
        var summary = (await chat.SayAsync(TeamsChat.Report))[^1];
        await chat.PressAsync(summary, "确认");
        var before = chat.Teams.Calls.Count;

        var again = await chat.PressAsync(summary, "确认");

        Assert.Equal((200, MessageType), ((int)again!["statusCode"]!, (string?)again["type"]));
        Assert.StartsWith("这个按钮已经过期，我没有做任何改动", (string?)again["value"], StringComparison.Ordinal);
        Assert.Empty(chat.Since(before));
        Assert.Equal(1, (await EntriesAsync()).Version);
    }

    [Fact]
    public async Task Confirming_in_words_puts_the_card_into_its_final_state_too_and_so_does_keeping_a_draft()
    {
        var summary = (await chat.SayAsync(TeamsChat.Report))[^1];
        await chat.SayAsync("存草稿");
        var kept = Assert.Single(chat.Changed());
        var again = (await chat.SayAsync("接着写"))[^1];
        await chat.SayAsync("确认");

        Assert.Equal(summary.Id, kept.Id);
        Assert.Contains("草稿", kept.Card, StringComparison.Ordinal);
        Assert.Equal(again.Id, chat.Changed()[^1].Id);
        Assert.Contains("已报送", chat.Changed()[^1].Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reminder_is_settled_once_all_that_it_asked_for_is_reported()
    {
        await chat.SayAsync("你好");
        var before = chat.Teams.Calls.Count;
        await chat.RemindAsync();
        var reminder = Assert.Single(chat.Since(before));

        var begun = await chat.PressAsync(reminder, "立即填报");
        await ReportAllAsync();

        Assert.Equal(MessageType, (string?)begun!["type"]);
        var card = chat.Changed().Single(changed => changed.Id == reminder.Id).Card;
        Assert.Contains("您名下没有待报的事项", card, StringComparison.Ordinal);
        Assert.DoesNotContain("待报1项", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_sent_in_at_the_card_and_settled_when_its_task_is_reported()
    {
        var form = (await chat.SayAsync("第一项填报表单"))[^1];
        var before = chat.Teams.Calls.Count;
        var inputs = new JsonObject { ["s1"] = "已完成选址", ["s2"] = "无", ["s3"] = "开班三期", ["s4"] = "验收" };

        var taken = await chat.PressAsync(form.Button("提交核对"), form.Id, inputs: inputs);
        var summary = chat.Since(before)[^1];
        var unsettled = chat.Changed().Count;
        await chat.PressAsync(summary, "确认");

        Assert.Equal(("report", "已收到，请看下面的回复。", 0), ((string?)form.Button("提交核对")["verb"], (string?)taken!["value"], unsettled));
        Assert.Contains("已完成选址", summary.Card.Json(), StringComparison.Ordinal);
        var settled = chat.Changed().Single(changed => changed.Id == form.Id).Card;
        Assert.Contains("这一项已经报送", settled, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Text", settled, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("确认", "2020-04-10")]
    [InlineData("取消", "没有做任何改动")]
    public async Task What_a_coordinator_wants_done_is_settled_at_its_card_whether_it_is_done_or_not(string title, string outcome)
    {
        await using var office = await TeamsChat.StartAsync(coordinator: true);
        var preview = (await office.SayAsync("给市教委延期到2020年4月10日，因为人员调整"))[^1];
        var before = office.Teams.Calls.Count;

        var answer = await office.PressAsync(preview, title);
        var said = office.Since(before)[0].Text;
        var again = await office.PressAsync(preview, title);

        var (id, card) = Assert.Single(office.Changed());
        Assert.Equal((preview.Id, CardType, card), (id, (string?)answer!["type"], answer["value"].Json()));
        Assert.Contains(said.Split('\n')[0], card, StringComparison.Ordinal);
        Assert.Contains(outcome, said, StringComparison.Ordinal);
        Assert.StartsWith("这个按钮已经过期", (string?)again!["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_channel_takes_no_answer_the_button_is_still_answered()
    {
        var summary = (await chat.SayAsync(TeamsChat.Report))[^1];
        chat.Teams.Answer = call => call.Method == "POST" ? Results.StatusCode(500) : null;

        var answer = await chat.PressAsync(summary, "修改");

        Assert.Equal((500, "application/vnd.microsoft.error"), ((int)answer!["statusCode"]!, (string?)answer["type"]));
    }

    [Theory]
    [InlineData(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""")]
    [InlineData(403, """{"error":{"code":"NotEnoughPermissions"}}""")]
    [InlineData(429, "")]
    [InlineData(500, "oops")]
    public async Task A_card_that_cannot_be_changed_does_no_harm(int status, string body)
    {
        var summary = (await chat.SayAsync(TeamsChat.Report))[^1];
        chat.Teams.Answer = call => call.Method == "PUT" ? Results.Text(body, statusCode: status) : null;
        var before = chat.Teams.Calls.Count;

        var answer = await chat.PressAsync(summary, "确认");

        Assert.Equal(CardType, (string?)answer!["type"]);
        Assert.Contains("已报送", chat.Since(before)[0].Text, StringComparison.Ordinal);
        Assert.Equal(1, (await EntriesAsync()).Version);
        Assert.Contains("stays as it was", chat.Host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stranger_presses_has_no_effect_and_tells_nothing()
    {
        var summary = (await chat.SayAsync(TeamsChat.Report))[^1];
        var before = chat.Teams.Calls.Count;
        var claim = JsonNode.Parse("""{"type":"Action.Execute","verb":"say","data":{"action":"say","version":1,"about":"Question","id":"","say":"我是市教委的张敏"}}""")!;

        var answers = new[] { await chat.PressAsync(summary, "确认", "29:nobody"), await chat.PressAsync(claim, null, "29:nobody") };

        Assert.All(answers, answer => Assert.Equal(MessageType, (string?)answer!["type"]));
        Assert.All(answers, answer => Assert.StartsWith("您的账号还没有绑定", (string?)answer!["value"], StringComparison.Ordinal));
        Assert.Empty(chat.Since(before));
        Assert.Empty(await chat.Host.Services.GetRequiredService<IRequestRepository>().OpenAsync(CancellationToken.None));
        Assert.Null(await FiledAsync());
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"action":"say","version":0,"about":"Question","id":"","say":"谁逾期了"}""")]
    [InlineData("""{"action":"say","version":1,"about":"Form","id":"","say":"确认"}""")]
    [InlineData("""{"action":"report","obligationId":"x","version":0}""")]
    [InlineData("\"确认\"")]
    [InlineData("null")]
    public async Task A_button_that_is_none_of_ours_does_nothing(string data)
    {
        await chat.SayAsync("你好");
        var before = chat.Teams.Calls.Count;

        var answer = await chat.InvokeAsync("adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "say", ["data"] = JsonNode.Parse(data) } });

        Assert.Equal(MessageType, (string?)answer!["type"]);
        Assert.StartsWith("这个按钮已经过期", (string?)answer["value"], StringComparison.Ordinal);
        Assert.Empty(chat.Since(before));
    }

    private async Task ReportAllAsync()
    {
        foreach (var task in chat.Host.Ledgers.OwedBy(1).Select((_, index) => index + 1))
        {
            await chat.SayAsync($"第{task}项：进展：已完成 问题：无 成效：好 下一步：验收");
            await chat.SayAsync("确认");
        }
    }

    private async Task<ProgressEntry> EntriesAsync() => Assert.IsType<ProgressEntry>(await FiledAsync());

    private async Task<ProgressEntry?> FiledAsync() =>
        (await chat.Host.Services.GetRequiredService<IProgressRepository>().LatestAsync([chat.Host.Ledgers.OwedBy(1)[0].Id], CancellationToken.None)).SingleOrDefault();
}
