using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Channels.Teams;
using PlanBot.Tests.Channels.Browser;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.Callers;

/// <summary>A development run without authentication behind npm offline-directline, which keeps to the protocol loosely: activities for nobody in particular, of the channel "emulator",
/// nobody added at the beginning, answers without a body, no way to change what was said.</summary>
public sealed class OfflineDirectLineTests
{
    private static readonly string[] Keys = ["MicrosoftAppType", "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId"];

    [NodeFact]
    public async Task A_contact_gets_in_by_a_code_and_reports()
    {
        await using var line = await Line.StartAsync(null);
        var invitation = await line.Host.Services.GetRequiredService<InvitePerson>()
            .RunAsync(line.Host.Ledgers.ContactOf(1).Id, line.Host.Ledgers.Coordinator.Id, "browser", CancellationToken.None);

        var stranger = await line.AskAsync("我的任务");
        var bound = await line.AskAsync(invitation!.Code);
        var tasks = await line.AskAsync("我的任务");
        var summary = await line.AskAsync("第一项：进展：已完成选址 问题：无 成效：开班三期 下一步：验收");
        var kept = await line.AskAsync("确认");

        Assert.DoesNotContain("第1项任务", stranger, StringComparison.Ordinal);
        Assert.Contains("张敏", bound, StringComparison.Ordinal);
        Assert.Contains("第1项任务", tasks, StringComparison.Ordinal);
        Assert.Contains("已完成选址", summary, StringComparison.Ordinal);
        Assert.Contains("已报送", kept + await line.AskAsync("我的任务"), StringComparison.Ordinal);
        Assert.Empty(line.Host.Login.Requests); // no tokens without keys
    }

    [NodeFact]
    public async Task What_the_bot_says_arrives_in_its_order_whatever_form_it_has()
    {
        await using var line = await Line.StartAsync(new EchoBot());

        var said = new[] { await line.AskAsync("twice"), await line.AskAsync("buttons"), await line.AskAsync("card"), await line.AskAsync("type") };

        Assert.Equal("回声：twice|第二条", said[0]);
        Assert.StartsWith("回声：buttons|请选择", said[1], StringComparison.Ordinal);
        Assert.Contains("AdaptiveCard", said[2], StringComparison.Ordinal);
        Assert.EndsWith("|回声：type", said[3], StringComparison.Ordinal); // what types has no text
    }

    [NodeFact]
    public async Task What_cannot_be_changed_is_told_to_the_bot_and_ends_no_conversation()
    {
        var bot = new Revising();
        await using var line = await Line.StartAsync(bot);

        var first = await line.AskAsync("改口");
        var second = await line.AskAsync("还在吗");

        Assert.Equal(("第一稿", "第一稿"), (first, second));
        Assert.Equal(["", "", "404", "404"], [.. bot.Ids, .. bot.Refusals]);
    }

    [NodeFact]
    public async Task A_message_of_nobody_is_turned_away()
    {
        await using var line = await Line.StartAsync(new EchoBot());

        var status = await line.SendAsync(new JsonObject { ["type"] = "message", ["text"] = "早" });

        Assert.Equal(400, status);
    }

    /// <summary>The other side of the line, as a client of Direct Line.</summary>
    private sealed class Line : IAsyncDisposable
    {
        private readonly NodeScript script;
        private readonly HttpClient http;
        private readonly string conversation;
        private int read;

        private Line(TeamsHost host, NodeScript script, HttpClient http, string conversation) => (Host, this.script, this.http, this.conversation) = (host, script, http, conversation);

        public TeamsHost Host { get; }

        public static async Task<Line> StartAsync(IBot? bot)
        {
            var host = await TeamsHost.StartAsync(bot, [("Channels:Teams:WithoutAuthentication", "true"), .. Keys.Select(key => ($"Channels:Teams:{key}", (string?)""))]);
            var script = NodeScript.Start("directline.js", host.Address.ToString());
            var http = new HttpClient { BaseAddress = new Uri((string)(await script.HearAsync())["address"]!) };
            using var opened = await http.PostAsync(new Uri("/directline/conversations", UriKind.Relative), null);
            Assert.True(opened.IsSuccessStatusCode, $"The bot answered {(int)opened.StatusCode}\n{host.Log.Text}");
            var line = new Line(host, script, http, (string)JsonNode.Parse(await opened.Content.ReadAsStringAsync())!["conversationId"]!);
            await line.NewsAsync();
            return line;
        }

        /// <returns>The bot's status, which offline-directline passes on.</returns>
        public async Task<int> SendAsync(JsonObject activity)
        {
            using var response = await http.PostAsJsonAsync(new Uri($"/directline/conversations/{conversation}/activities", UriKind.Relative), activity);
            return (int)response.StatusCode;
        }

        /// <returns>What the bot said to that, with | in between; a card as JSON.</returns>
        public async Task<string> AskAsync(string text)
        {
            Assert.Equal(200, await SendAsync(new() { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "someone" }, ["locale"] = "zh-CN" }));
            return string.Join('|', (await NewsAsync()).Where(activity => (string?)activity["from"]!["id"] == "id").Select(activity => (string?)activity["text"] + activity["attachments"].Json()));
        }

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            await script.DisposeAsync();
            await Host.DisposeAsync();
        }

        private async Task<IReadOnlyList<JsonNode>> NewsAsync()
        {
            var news = JsonNode.Parse(await http.GetStringAsync(new Uri($"/directline/conversations/{conversation}/activities?watermark={read}", UriKind.Relative)))!;
            read = (int)news["watermark"]!;
            return [.. news["activities"]!.AsArray().Select(activity => activity!)];
        }
    }

    /// <summary>Would like to put what it said otherwise, or take it back.</summary>
    private sealed class Revising : IBot
    {
        public List<string> Ids { get; } = [];

        public List<string> Refusals { get; } = [];

        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            if (turnContext.Activity.Type != "message")
                return;
            var said = await turnContext.SendActivityAsync("第一稿", cancellationToken: cancellationToken);
            Ids.Add(said.Id);
            var better = MessageFactory.Text("第二稿");
            better.Id = turnContext.Activity.Id;
            try
            {
                await turnContext.UpdateActivityAsync(better, cancellationToken);
            }
            catch (ConnectorException refusal)
            {
                Refusals.Add($"{(int)refusal.Status}");
            }
        }
    }
}
