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

/// <summary>What a source-compatible SDK must keep, rule by rule, over HTTP against a connector on loopback. Turns, state, handlers and dialogs have tables of their own beside this one.</summary>
public sealed class SeamRulesTests : IAsyncLifetime
{
    private FakeTeams teams = null!;
    private CloudAdapter adapter = null!;

    public async Task InitializeAsync()
    {
        teams = await FakeTeams.StartAsync();
        adapter = new CloudAdapter(Authentication());
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task Rule_1_the_turn_holds_its_tools_and_runs_in_the_activitys_culture_through_the_middleware_in_order()
    {
        var trace = new List<string>();
        adapter.Use(new Noting("first", trace)).Use(new Noting("second", trace));
        adapter.OnTurnError = (_, exception) =>
        {
            trace.Add("error " + exception.Message);
            return Task.CompletedTask;
        };
        var activity = teams.Message("早");
        activity["locale"] = "de-DE";

        await PostAsync(activity, (turn, _) =>
        {
            Assert.Equal(("de-DE", "de-DE"), (CultureInfo.CurrentCulture.Name, ((TurnContext)turn).Locale));
            Assert.NotNull(turn.TurnState.Get<IConnectorClient>(typeof(IConnectorClient).FullName!));
            Assert.NotNull(turn.TurnState.Get<UserTokenClient>(typeof(UserTokenClient).FullName!));
            Assert.NotNull(turn.TurnState.Get<BotCallbackHandler>(typeof(BotCallbackHandler).FullName!));
            Assert.NotNull(turn.TurnState.Get<ConnectorFactory>(typeof(ConnectorFactory).FullName!));
            Assert.IsAssignableFrom<ClaimsIdentity>(turn.TurnState[BotAdapter.BotIdentityKey]);
            Assert.Equal("https://api.botframework.com", turn.TurnState[BotAdapter.OAuthScopeKey]);
            throw new InvalidOperationException("broken");
        });

        Assert.Equal(["first", "second", "error broken"], trace);
    }

    [Theory]
    [InlineData("GET", "", 405)]
    [InlineData("PUT", "{}", 405)]
    [InlineData("POST", "", 400)]
    [InlineData("POST", "{", 400)]
    [InlineData("POST", "{}", 400)]
    [InlineData("POST", """{"type":""}""", 400)]
    [InlineData("POST", """{"type":"event"}""", 200)]
    public async Task Rule_2_a_request_that_is_no_activity_gets_its_status(string method, string body, int status)
    {
        var response = await SendAsync(adapter, method, body, (_, _) => Task.CompletedTask);

        Assert.Equal((status, ""), response);
    }

    [Fact]
    public async Task Rule_2_whom_the_authentication_refuses_gets_401_and_what_the_turn_throws_is_not_caught()
    {
        var closed = new CloudAdapter(Authentication(("MicrosoftAppId", "app"), ("MicrosoftAppPassword", "secret")));

        Assert.Equal(401, (await SendAsync(closed, "POST", teams.Message("早").ToJsonString(), (_, _) => throw new InvalidOperationException())).Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => PostAsync(teams.Message("早"), (_, _) => throw new InvalidOperationException()));
    }

    [Fact]
    public async Task Rule_3_the_result_of_a_turn_is_its_buffered_replies_or_the_response_of_an_invoke_or_nothing()
    {
        var expecting = teams.Message("早");
        expecting["deliveryMode"] = "expectReplies";
        var invoke = teams.Message("", type: "invoke");

        var replies = await PostAsync(expecting, (turn, cancellation) => turn.SendActivityAsync("回声", cancellationToken: cancellation));
        var answered = await PostAsync(invoke, (turn, cancellation) => turn.SendActivityAsync(
            new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = 202, Body = new { a = 1 } } }, cancellation));
        var unanswered = await PostAsync(invoke, (_, _) => Task.CompletedTask);
        var plain = await PostAsync(teams.Message("早"), (_, _) => Task.CompletedTask);

        Assert.Equal("回声", (string?)JsonNode.Parse(replies.Body)!["activities"]![0]!["text"]);
        Assert.Equal((202, """{"a":1}"""), answered);
        Assert.Equal((501, ""), unanswered);
        Assert.Equal((200, ""), plain);
        Assert.Empty(teams.Calls);
    }

    [Fact]
    public async Task Rule_4_what_is_sent_is_addressed_as_an_answer_passes_the_hooks_and_gets_the_channels_id()
    {
        var hooks = new List<string>();
        await PostAsync(teams.Message("早", id: "in"), async (turn, cancellation) =>
        {
            turn.OnSendActivities((_, activities, next) =>
            {
                hooks.Add(activities[0].ReplyToId);
                return next();
            });
            var sent = MessageFactory.Text("回声");
            await turn.SendActivityAsync(sent, cancellation);
            Assert.Equal("m1", sent.Id);
            Assert.True(turn.Responded);
        });

        Assert.Equal(["in"], hooks);
        var body = Assert.Single(teams.Calls).Body!;
        Assert.Equal((FakeTeams.Bot, "29:zhang", "in"), ((string?)body["from"]!["id"], (string?)body["recipient"]!["id"], (string?)body["replyToId"]));
    }

    [Fact]
    public async Task Rule_5_traces_stay_here_delays_are_waited_for_and_an_answer_without_an_id_has_an_empty_one()
    {
        teams.Answer = _ => Results.StatusCode(202);
        await PostAsync(teams.Message("早"), async (turn, cancellation) =>
        {
            var responses = await turn.SendActivitiesAsync(
                [new Activity { Type = ActivityTypes.Trace }, new Activity { Type = ActivityTypesEx.Delay, Value = 1 }, MessageFactory.Text("回声")], cancellation);
            Assert.Equal(["", "", ""], responses.Select(response => response.Id));
        });
        var emulated = teams.Message("早");
        emulated["channelId"] = "emulator";
        await PostAsync(emulated, (turn, cancellation) => turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace }, cancellation));
        var first = teams.Message("早");
        first.Remove("id");
        await PostAsync(first, (turn, cancellation) => turn.SendActivityAsync("回声", cancellationToken: cancellation));

        Assert.Equal(["message", "trace", "message"], teams.Calls.Select(call => (string?)call.Body!["type"]));
        Assert.EndsWith("/activities", teams.Calls[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_5_updates_and_deletions_go_to_the_activity_itself()
    {
        await PostAsync(teams.Message("早"), async (turn, cancellation) =>
        {
            var changed = MessageFactory.Text("新");
            changed.Id = "m/1";
            await turn.UpdateActivityAsync(changed, cancellation);
            await turn.DeleteActivityAsync("m/1", cancellation);
        });

        Assert.Equal(
            ["PUT /emea/v3/conversations/a%3Awith-zhang/activities/m%2F1", "DELETE /emea/v3/conversations/a%3Awith-zhang/activities/m%2F1"],
            teams.Calls.Select(call => $"{call.Method} {call.Path}"));
    }

    [Fact]
    public async Task Rule_6_a_continued_conversation_is_an_event_of_a_new_id_with_the_reference_in_it()
    {
        var reference = new ConversationReference
        {
            ActivityId = "old", ChannelId = "msteams", ServiceUrl = teams.ServiceUrl, User = new ChannelAccount("29:zhang"), Bot = new ChannelAccount(FakeTeams.Bot),
            Conversation = new ConversationAccount(id: "a:1"),
        };
        Activity? seen = null;

        await adapter.ContinueConversationAsync("app", reference, async (turn, cancellation) =>
        {
            seen = turn.Activity;
            await turn.SendActivityAsync("提醒", cancellationToken: cancellation);
        }, CancellationToken.None);

        Assert.Equal(("event", "ContinueConversation", FakeTeams.Bot, "29:zhang"), (seen!.Type, seen.Name, seen.Recipient.Id, seen.From.Id));
        Assert.True(Guid.TryParse(seen.Id, out _));
        Assert.Same(reference, seen.RelatesTo);
        Assert.Equal($"/emea/v3/conversations/a%3A1/activities/{seen.Id}", Assert.Single(teams.Calls).Path);
    }

    [Fact]
    public async Task Rule_6_a_new_conversation_is_posted_and_its_turn_has_the_ids_that_came_back()
    {
        teams.Answer = call => call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal) ? Results.Json(new { id = "a:new", activityId = "first" }, statusCode: 201) : null;
        Activity? seen = null;
        var parameters = new ConversationParameters { IsGroup = false, Bot = new ChannelAccount(FakeTeams.Bot), Members = [new ChannelAccount("29:zhang")], TenantId = FakeTeams.Tenant };

        await adapter.CreateConversationAsync("app", "msteams", teams.ServiceUrl, null, parameters, (turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        }, CancellationToken.None);

        Assert.Equal(("event", "CreateConversation", "a:new", "first"), (seen!.Type, seen.Name, seen.Conversation.Id, seen.Id));
        Assert.Equal("29:zhang", (string?)Assert.Single(teams.Calls).Body!["members"]![0]!["id"]);
    }

    [Theory]
    [InlineData(true, "bot||", "29:zhang|Zhang@example.gov.cn|9")]
    [InlineData(false, "bot||", "29:zhang||")]
    public async Task Rule_7_members_who_join_in_Teams_are_completed_by_what_it_knows_of_them(bool isFound, params string[] expected)
    {
        teams.Answer = call => isFound && call.Path.EndsWith("/members/29%3Azhang", StringComparison.Ordinal)
            ? Results.Json(new { id = "29:zhang", userPrincipalName = "Zhang@example.gov.cn", objectId = "9" })
            : null;
        var joined = teams.Message("", type: "conversationUpdate");
        joined["recipient"]!["id"] = "bot";
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "bot" }, new JsonObject { ["id"] = "29:zhang" });
        var bot = new Recording();

        await PostAsync(joined, bot.OnTurnAsync);

        Assert.Equal(expected, bot.Seen);
    }

    [Theory]
    [InlineData("task/fetch", """{"data":{"a":1}}""", 200, """{"task":{"value":"text","type":"message"}}""")]
    [InlineData("task/submit", """{"data":{}}""", 200, "")]
    [InlineData("task/fetch", "7", 400, "")]
    [InlineData("fileConsent/invoke", """{"action":"accept","uploadInfo":{"name":"n"}}""", 200, "")]
    [InlineData("fileConsent/invoke", """{"action":"decline"}""", 501, "")]
    [InlineData("fileConsent/invoke", """{"action":"other"}""", 400, "\"The action is neither accept nor decline.\"")]
    [InlineData("composeExtension/query", "{}", 501, "")]
    [InlineData(null, "{}", 501, "")]
    public async Task Rule_7_each_invoke_has_its_method_and_its_answer(string? name, string value, int status, string body)
    {
        var invoke = teams.Message("", type: "invoke");
        (invoke["name"], invoke["value"]) = (name, JsonNode.Parse(value));

        Assert.Equal((status, body), await PostAsync(invoke, new Recording().OnTurnAsync));
    }

    [Fact]
    public async Task Rule_8_state_is_kept_by_channel_and_conversation_and_the_last_writer_wins()
    {
        var storage = new MemoryStorage();
        await PostAsync(teams.Message("早"), async (turn, cancellation) =>
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
            await PostAsync(teams.Message("早"), async (turn, cancellation) =>
            {
                await dialog.RunAsync(turn, conversation.CreateProperty<DialogState>("d"), cancellation);
                await conversation.SaveChangesAsync(turn, false, cancellation);
            });

        Assert.Equal(["一", "二"], teams.Calls.Select(call => (string?)call.Body!["text"]));
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
        var http = Request("POST", teams.Message("早").ToJsonString());

        await services.GetRequiredService<IBotFrameworkHttpAdapter>().ProcessAsync(http.Request, http.Response, services.GetRequiredService<IBot>());

        Assert.Equal((int)HttpStatusCode.OK, http.Response.StatusCode);
        Assert.Equal("回声：早", (string?)Assert.Single(teams.Calls).Body!["text"]);
    }

    private static ConfigurationBotFrameworkAuthentication Authentication(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build());

    private Task<(int Status, string Body)> PostAsync(JsonObject activity, BotCallbackHandler bot) => SendAsync(adapter, "POST", activity.ToJsonString(), bot);

    private static async Task<(int Status, string Body)> SendAsync(CloudAdapter adapter, string method, string body, BotCallbackHandler bot)
    {
        var http = Request(method, body);
        await adapter.ProcessAsync(http.Request, http.Response, new Calling(bot));
        http.Response.Body.Position = 0;
        return (http.Response.StatusCode, await new StreamReader(http.Response.Body).ReadToEndAsync());
    }

    private static DefaultHttpContext Request(string method, string body)
    {
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.Body, http.Response.Body) = (method, new MemoryStream(Encoding.UTF8.GetBytes(body)), new MemoryStream());
        return http;
    }

    private sealed class Calling(BotCallbackHandler bot) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => bot(turnContext, cancellationToken);
    }

    private sealed class Noting(string name, List<string> trace) : Microsoft.Bot.Builder.IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            trace.Add(name);
            return next(cancellationToken);
        }
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
