using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using PlanBot.Tests.Channels.Browser;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Channels.Callers;

/// <summary>Microsoft's own client calls /api/messages.</summary>
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
    public async Task A_stranger_learns_nothing()
    {
        await using var host = await BotbuilderHost.StartAsync();
        var message = host.Message("谁还没报");
        message["from"] = new JsonObject { ["id"] = "29:nobody" };

        var (status, _) = await host.PostAsync(message);

        Assert.Equal(200, status);
        Assert.DoesNotContain("市教委", string.Concat((await host.Channel.CallsAsync()).Select(call => call.Text)), StringComparison.Ordinal);
    }

    [NodeTheory]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"show","data":{"a":1}},"trigger":"manual"}""", 200,
        """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"show {\"a\":1}"}""")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Submit"}}""", 400, null)]
    [InlineData("adaptiveCard/action", "7", 400, null)]
    [InlineData("task/fetch", """{"data":{"a":1},"context":{"theme":"dark"}}""", 200,
        """{"task":{"value":{"title":"填报","height":"large","width":480,"card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"a":1}}},"type":"continue"}}""")]
    [InlineData("task/submit", """{"data":{"a":2}}""", 200, """{"task":{"value":"收到","type":"message"}}""")]
    [InlineData("fileConsent/invoke", """{"type":"fileUpload","action":"accept","context":{"n":1},"uploadInfo":{"name":"n"}}""", 200, "\"\"")]
    [InlineData("fileConsent/invoke", """{"type":"fileUpload","action":"other"}""", 400, null)]
    [InlineData("composeExtension/query", "{}", 501, "\"\"")]
    public async Task Each_invoke_gets_its_answer(string name, string value, int expected, string? body)
    {
        await using var host = await BotbuilderHost.StartAsync(new Invoked());
        var invoke = host.Message("", type: "invoke");
        (invoke["name"], invoke["value"]) = (name, JsonNode.Parse(value));

        var (status, answer) = await host.PostAsync(invoke);

        Assert.Equal(expected, status);
        if (body is not null)
            Assert.Equal(body, answer.Json());
    }

    [NodeTheory]
    [InlineData("no token", "none")]
    [InlineData("a token for another bot", "aud")]
    [InlineData("a token of another issuer", "iss")]
    [InlineData("a token of another place", "serviceurl")]
    [InlineData("an expired token", "exp")]
    [InlineData("a token that the bot itself might show", "login")]
    public async Task What_comes_with_the_wrong_token_is_turned_away(string what, string part)
    {
        var bot = new EchoBot();
        await using var host = await BotbuilderHost.StartAsync(bot);
        var payload = host.Payload();
        if (part is not ("none" or "login"))
            payload[part] = part == "exp" ? new RealClock().GetUtcNow().ToUnixTimeSeconds() - 3600 : "https://evil.example.com/";
        var token = part == "none" ? null : host.Host.Teams.Token(payload, part == "login" ? host.Host.Login.Key : null);

        var (refused, _) = await host.Caller.PostAsync(host.Message("早"), token);

        Assert.True(refused == 401, what);
        Assert.Empty(bot.Heard);
        Assert.Empty(await host.Channel.CallsAsync());
    }

    private static async Task<(int Status, string Said)> AskAsync(BotbuilderHost host, string text)
    {
        var message = host.Message(text);
        message["deliveryMode"] = "expectReplies";
        var (status, body) = await host.PostAsync(message);
        return (status, body["activities"]!.Json());
    }

    private sealed class Invoked : TeamsActivityHandler
    {
        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new AdaptiveCardInvokeResponse
            {
                StatusCode = 200,
                Type = "application/vnd.microsoft.activity.message",
                Value = $"{invokeValue.Action.Verb} {Newtonsoft.Json.JsonConvert.SerializeObject(invokeValue.Action.Data)}",
            });

        protected override Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
            Task.FromResult(new TaskModuleResponse(new TaskModuleContinueResponse(new TaskModuleTaskInfo
            {
                Title = "填报", Height = "large", Width = 480, Card = new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = taskModuleRequest.Data },
            })));

        protected override Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
            Task.FromResult(new TaskModuleResponse(new TaskModuleMessageResponse("收到")));

        protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
            Task.CompletedTask;
    }
}
