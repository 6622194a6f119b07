using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Tests.Channels.Teams;

namespace PlanBot.Tests.BotFramework;

/// <summary>What a source-compatible SDK must keep of handlers, state, dialogs and registration (rules 7 to 10).</summary>
public sealed class SeamHandlerRulesTests : SeamHost
{
    [Theory]
    [InlineData(true, "bot||", "29:zhang|Zhang@example.gov.cn|9")]
    [InlineData(false, "bot||", "29:zhang||")]
    public async Task Rule_7_members_who_join_in_Teams_are_completed_by_what_it_knows_of_them(bool isFound, params string[] expected)
    {
        Teams.Answer = call => isFound && call.Path.EndsWith("/members/29%3Azhang", StringComparison.Ordinal)
            ? Results.Json(new { id = "29:zhang", userPrincipalName = "Zhang@example.gov.cn", objectId = "9" })
            : null;
        var joined = Teams.Message("", type: "conversationUpdate");
        joined["recipient"]!["id"] = "bot";
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "bot" }, new JsonObject { ["id"] = "29:zhang" });
        var bot = new Recording();

        await PostAsync(joined, bot.OnTurnAsync);

        Assert.Equal(expected, bot.Seen);
    }

    [Theory]
    [InlineData("task/fetch", """{"data":{"a":1}}""", 200, """{"task":{"value":"text","type":"message"}}""")]
    [InlineData("task/submit", """{"data":{}}""", 200, "")]
    [InlineData("task/fetch", "7", 400, null)]
    [InlineData("fileConsent/invoke", """{"action":"accept","uploadInfo":{"name":"n"}}""", 200, "")]
    [InlineData("fileConsent/invoke", """{"action":"decline"}""", 501, "")]
    [InlineData("fileConsent/invoke", """{"action":"other"}""", 400, null)]
    [InlineData("composeExtension/query", "{}", 501, "")]
    [InlineData(null, "{}", 501, "")]
    public async Task Rule_7_each_invoke_has_its_method_and_its_answer(string? name, string value, int status, string? body)
    {
        var invoke = Teams.Message("", type: "invoke");
        (invoke["name"], invoke["value"]) = (name, JsonNode.Parse(value));

        var answer = await PostAsync(invoke, new Recording().OnTurnAsync);

        Assert.Equal(status, answer.Status);
        if (body is { Length: > 0 })
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(answer.Body)), answer.Body);
        else if (body is not null) // what is wrong with it is said in words of the SDK's own
            Assert.Equal("", answer.Body);
    }

    [Fact]
    public async Task Rule_8_state_is_kept_by_channel_and_conversation_and_the_last_writer_wins()
    {
        var storage = new MemoryStorage();
        await PostAsync(Teams.Message("早"), async (turn, cancellation) =>
        {
            var (one, other) = (new ConversationState(storage), new ConversationState(storage));
            await one.CreateProperty<string>("x").SetAsync(turn, "1", cancellation);
            await one.SaveChangesAsync(turn, false, cancellation);
            await other.CreateProperty<string>("x").SetAsync(turn, "2", cancellation);
            await other.SaveChangesAsync(turn, true, cancellation);
        });

        Assert.Single(await storage.ReadAsync(["msteams/conversations/a:with-zhang"], CancellationToken.None));
    }

    [Fact]
    public async Task Rule_9_a_dialog_begins_when_none_runs_and_goes_on_in_the_next_turn()
    {
        var conversation = new ConversationState(new MemoryStorage());
        var dialog = new WaterfallDialog("w",
        [
            async (step, cancellation) =>
            {
                await step.Context.SendActivityAsync("一", cancellationToken: cancellation);
                return Dialog.EndOfTurn;
            },
            async (step, cancellation) =>
            {
                await step.Context.SendActivityAsync("二", cancellationToken: cancellation);
                return await step.EndDialogAsync(null, cancellation);
            },
        ]);

        for (var i = 0; i < 2; i++)
            await PostAsync(Teams.Message("早"), async (turn, cancellation) =>
            {
                await dialog.RunAsync(turn, conversation.CreateProperty<DialogState>("d"), cancellation);
                await conversation.SaveChangesAsync(turn, false, cancellation);
            });

        Assert.Equal(["一", "二"], Teams.Calls.Select(call => (string?)call.Body!["text"]));
    }

    [Fact]
    public async Task Rule_10_the_usual_registrations_make_a_bot()
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton<IBotFrameworkHttpAdapter>(provider => new CloudAdapter(provider.GetRequiredService<BotFrameworkAuthentication>()))
            .AddSingleton<IStorage, MemoryStorage>().AddSingleton<ConversationState>().AddSingleton<UserState>()
            .AddTransient<IBot, Recording>()
            .BuildServiceProvider();
        var http = Request("POST", Teams.Message("早").ToJsonString());

        await services.GetRequiredService<IBotFrameworkHttpAdapter>().ProcessAsync(http.Request, http.Response, services.GetRequiredService<IBot>());

        Assert.Equal((int)HttpStatusCode.OK, http.Response.StatusCode);
        Assert.Equal("回声：早", (string?)Assert.Single(Teams.Calls).Body!["text"]);
    }

    private sealed class Recording : TeamsActivityHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync($"回声：{turnContext.Activity.Text}", cancellationToken: cancellationToken);

        protected override Task OnTeamsMembersAddedAsync(
            IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Seen.AddRange(teamsMembersAdded.Select(member => $"{member.Id}|{member.UserPrincipalName}|{member.AadObjectId}"));
            return Task.CompletedTask;
        }

        protected override Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(
            ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
            Task.FromResult(new TaskModuleResponse(new TaskModuleMessageResponse("text")));

        protected override Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(
            ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) => Task.FromResult<TaskModuleResponse>(null!);

        protected override Task OnTeamsFileConsentAcceptAsync(
            ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
