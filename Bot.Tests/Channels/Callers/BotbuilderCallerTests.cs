using System.Text.Json.Nodes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Channels.Callers;

/// <summary>Microsoft's own client talks with PlanBot by /api/messages.</summary>
public sealed class BotbuilderCallerTests
{
    [NodeFact]
    public async Task A_report_is_taken_in_answers_that_come_with_the_response()
    {
        await using var host = await BotbuilderHost.StartAsync();

        var (_, summary) = await AskAsync(host, "第一项：进展：已完成选址 问题：无 成效：开班三期 下一步：验收");
        var (_, kept) = await AskAsync(host, "确认");
        var (_, tasks) = await AskAsync(host, "我的任务");

        Assert.Contains("已完成选址", summary, StringComparison.Ordinal);
        Assert.Contains("已报送", kept + tasks, StringComparison.Ordinal);
        Assert.Empty(await host.Channel.CallsAsync()); // neither answers nor questions went the other way
    }

    [NodeFact]
    public async Task A_message_is_answered_at_its_service_url_and_the_app_greets_when_it_is_installed()
    {
        await using var host = await BotbuilderHost.StartAsync();
        var installed = host.Message("", type: "installationUpdate");
        installed["action"] = "add";

        var (status, body) = await host.PostAsync(installed);
        var greeting = Assert.Single(await host.Channel.CallsAsync());
        await host.PostAsync(host.Message("我的任务"));
        var told = Assert.Single(await host.Channel.CallsAsync());

        Assert.Equal((200, ""), (status, (string?)body));
        Assert.Contains("张敏", greeting.Text, StringComparison.Ordinal);
        Assert.Contains("第1项任务", told.Body!.Json(), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task The_button_of_a_card_files_the_report_and_what_comes_twice_has_one_effect()
    {
        await using var host = await BotbuilderHost.StartAsync();
        var (button, cardId) = await SummaryAsync(host);
        var press = host.Message("");
        press.Remove("text"); // as Teams sends it
        (press["value"], press["replyToId"]) = (button["fallback"]!["data"]!.DeepClone(), cardId);

        var statuses = new[] { (await host.PostAsync(press)).Status, (await host.PostAsync(press)).Status };

        Assert.Equal([200, 200], statuses);
        await AssertFiledAsync(host, cardId);
    }

    [NodeFact]
    public async Task The_same_button_is_answered_at_the_card_where_the_client_can_ask()
    {
        await using var host = await BotbuilderHost.StartAsync();
        var (button, cardId) = await SummaryAsync(host);

        var (status, answer) = await InvokeAsync(host, "adaptiveCard/action", new() { ["action"] = button.DeepClone(), ["trigger"] = "manual" }, cardId);
        await AssertFiledAsync(host, cardId);
        var (again, outdated) = await InvokeAsync(host, "adaptiveCard/action", new() { ["action"] = button.DeepClone(), ["trigger"] = "manual" }, cardId);

        Assert.Equal((200, 200, "application/vnd.microsoft.card.adaptive"), (status, (int)answer["statusCode"]!, (string?)answer["type"]));
        Assert.Contains("已报送", answer["value"].Json(), StringComparison.Ordinal);
        Assert.Equal((200, 200, "application/vnd.microsoft.activity.message"), (again, (int)outdated["statusCode"]!, (string?)outdated["type"]));
        Assert.Contains("已经过期", (string?)outdated["value"], StringComparison.Ordinal);
        Assert.Empty(await host.Channel.CallsAsync());
    }

    [NodeFact]
    public async Task The_form_of_a_task_is_filled_in_in_a_window()
    {
        await using var host = await BotbuilderHost.StartAsync();
        await host.PostAsync(host.Message("第一项填报表单"));
        var opener = (await host.Channel.CallsAsync())[^1].Body!["attachments"]![0]!["content"]!["actions"]!.AsArray().Single(action => (string?)action!["data"]!["action"] == "form")!;

        var (_, window) = await InvokeAsync(host, "task/fetch", new() { ["data"] = opener["data"]!.DeepClone() }, null);
        var data = window["task"]!["value"]!["card"]!["content"]!["actions"]![0]!["data"]!.DeepClone();
        (data["s1"], data["s2"], data["s3"], data["s4"]) = ("已完成选址", "无", "开班三期", "验收");
        var (status, answer) = await InvokeAsync(host, "task/submit", new() { ["data"] = data }, null);

        Assert.Equal((200, "\"\""), (status, answer.Json()));
        Assert.Contains("已完成选址", Assert.Single(await host.Channel.CallsAsync()).Body.Json(), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task What_asks_nothing_is_taken_and_not_answered()
    {
        await using var host = await BotbuilderHost.StartAsync();
        foreach (var type in new[] { "messageReaction", "messageUpdate", "messageDelete", "typing", "event", "endOfConversation", "trace", "conversationUpdate", "somethingNew" })
        {
            var activity = host.Message("", type);
            (activity["name"], activity["value"], activity["reactionsAdded"]) =
                ("application/vnd.microsoft.readReceipt", new JsonObject { ["lastReadMessageId"] = "1" }, new JsonArray(new JsonObject { ["type"] = "like" }));

            var (status, body) = await host.PostAsync(activity);

            Assert.Equal((type, 200, ""), (type, status, (string?)body));
        }
        Assert.Empty(await host.Channel.CallsAsync());
    }

    [NodeFact]
    public async Task A_stranger_learns_nothing()
    {
        await using var host = await BotbuilderHost.StartAsync();
        var message = host.Message("谁还没报");
        message["from"] = new JsonObject { ["id"] = "29:nobody" };

        var (status, _) = await host.PostAsync(message);

        Assert.Equal(200, status);
        Assert.DoesNotContain("市教委", string.Concat((await host.Channel.CallsAsync()).Select(call => call.Text)), StringComparison.Ordinal);
    }

    /// <summary>A report up to the card that asks for its confirmation, and that card's button.</summary>
    private static async Task<(JsonNode Button, string CardId)> SummaryAsync(BotbuilderHost host)
    {
        await host.PostAsync(host.Message("第一项：进展：已完成选址 问题：无 成效：开班三期 下一步：验收"));
        var card = (await host.Channel.CallsAsync())[^1].Body!["attachments"]![0]!["content"]!;
        return (card["actions"]!.AsArray().Single(action => (string?)action!["data"]!["say"] == "确认")!, "sent-1");
    }

    private static async Task AssertFiledAsync(BotbuilderHost host, string cardId)
    {
        var calls = await host.Channel.CallsAsync();
        Assert.Equal(["reply", "update"], calls.Select(call => call.Operation));
        Assert.Contains("已报送", calls[0].Text, StringComparison.Ordinal);
        Assert.Equal(cardId, calls[1].Ids[^1]);
        Assert.Contains("已报送", calls[1].Body.Json(), StringComparison.Ordinal);
    }

    private static Task<(int Status, JsonNode Body)> InvokeAsync(BotbuilderHost host, string name, JsonObject value, string? replyTo)
    {
        var invoke = host.Message("", type: "invoke");
        invoke.Remove("text");
        (invoke["name"], invoke["value"], invoke["replyToId"]) = (name, value, replyTo);
        return host.PostAsync(invoke);
    }

    private static async Task<(int Status, string Said)> AskAsync(BotbuilderHost host, string text)
    {
        var message = host.Message(text);
        message["deliveryMode"] = "expectReplies";
        var (status, body) = await host.PostAsync(message);
        return (status, body["activities"]!.Json());
    }
}
