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
        await host.PostAsync(host.Message("第一项：进展：已完成选址 问题：无 成效：开班三期 下一步：验收"));
        var card = (await host.Channel.CallsAsync())[^1].Body!["attachments"]![0]!["content"]!;
        var button = card["actions"]!.AsArray().Single(action => (string?)action!["data"]!["say"] == "确认")!;
        var press = host.Message("");
        press.Remove("text"); // as Teams sends it
        (press["value"], press["replyToId"]) = (button["data"]!.DeepClone(), "sent-1");

        var statuses = new[] { (await host.PostAsync(press)).Status, (await host.PostAsync(press)).Status };

        Assert.Equal([200, 200], statuses);
        Assert.Contains("已报送", Assert.Single(await host.Channel.CallsAsync()).Body.Json(), StringComparison.Ordinal);
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

    private static async Task<(int Status, string Said)> AskAsync(BotbuilderHost host, string text)
    {
        var message = host.Message(text);
        message["deliveryMode"] = "expectReplies";
        var (status, body) = await host.PostAsync(message);
        return (status, body["activities"]!.Json());
    }
}
