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

/// <summary>What a source-compatible SDK must keep of a turn, rule by rule (1 to 6). Turns, state, handlers and dialogs have tables of their own beside this one.</summary>
public sealed class SeamTurnRulesTests : SeamHost
{
    [Fact]
    public async Task Rule_1_the_turn_holds_its_tools_and_runs_in_the_activitys_culture_through_the_middleware_in_order()
    {
        var trace = new List<string>();
        Adapter.Use(new Noting("first", trace)).Use(new Noting("second", trace));
        Adapter.OnTurnError = (_, exception) =>
        {
            trace.Add("error " + exception.Message);
            return Task.CompletedTask;
        };
        var activity = Teams.Message("早");
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
    [InlineData("POST", """{"type":"event","serviceUrl":"https://smba.example.com/"}""", 200)]
    public async Task Rule_2_a_request_that_is_no_activity_gets_its_status(string method, string body, int status)
    {
        var response = await SendAsync(Adapter, method, body, (_, _) => Task.CompletedTask);

        Assert.Equal((status, ""), response);
    }

    [Fact]
    public async Task Rule_2_whom_the_authentication_refuses_gets_401_and_what_the_turn_throws_is_not_caught()
    {
        var closed = new CloudAdapter(Authentication(("MicrosoftAppId", "app"), ("MicrosoftAppPassword", "secret")));

        Assert.Equal(401, (await SendAsync(closed, "POST", Teams.Message("早").ToJsonString(), (_, _) => throw new InvalidOperationException())).Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => PostAsync(Teams.Message("早"), (_, _) => throw new InvalidOperationException()));
    }

    [Fact]
    public async Task Rule_3_the_result_of_a_turn_is_its_buffered_replies_or_the_response_of_an_invoke_or_nothing()
    {
        var expecting = Teams.Message("早");
        expecting["deliveryMode"] = "expectReplies";
        var invoke = Teams.Message("", type: "invoke");

        var replies = await PostAsync(expecting, (turn, cancellation) => turn.SendActivityAsync("回声", cancellationToken: cancellation));
        var answered = await PostAsync(invoke, (turn, cancellation) => turn.SendActivityAsync(
            new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = 202, Body = new ResourceResponse("1") } }, cancellation));
        var unwritten = await PostAsync(invoke, (turn, cancellation) => turn.SendActivityAsync(
            new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = 200, Body = new { a = 1 } } }, cancellation));
        var unanswered = await PostAsync(invoke, (_, _) => Task.CompletedTask);
        var plain = await PostAsync(Teams.Message("早"), (_, _) => Task.CompletedTask);

        Assert.Equal("回声", (string?)JsonNode.Parse(replies.Body)!["activities"]![0]!["text"]);
        Assert.Equal((202, "1"), (answered.Status, (string?)JsonNode.Parse(answered.Body)!["id"]));
        Assert.Equal((200, "{}"), unwritten); // what cannot be set is not written
        Assert.Equal((501, ""), unanswered);
        Assert.Equal((200, ""), plain);
        Assert.Empty(Teams.Calls);
    }

    [Fact]
    public async Task Rule_4_what_is_sent_is_addressed_as_an_answer_passes_the_hooks_and_gets_the_channels_id()
    {
        var hooks = new List<string>();
        await PostAsync(Teams.Message("早", id: "in"), async (turn, cancellation) =>
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
        var body = Assert.Single(Teams.Calls).Body!;
        Assert.Equal((FakeTeams.Bot, "29:zhang", "in"), ((string?)body["from"]!["id"], (string?)body["recipient"]!["id"], (string?)body["replyToId"]));
    }

    [Fact]
    public async Task Rule_5_traces_stay_here_delays_are_waited_for_and_an_answer_without_an_id_has_an_empty_one()
    {
        Teams.Answer = _ => Results.StatusCode(202);
        await PostAsync(Teams.Message("早"), async (turn, cancellation) =>
        {
            var responses = await turn.SendActivitiesAsync(
                [new Activity { Type = ActivityTypes.Trace }, new Activity { Type = ActivityTypesEx.Delay, Value = 1 }, MessageFactory.Text("回声")], cancellation);
            Assert.Equal(["", "", ""], responses.Select(response => response.Id));
        });
        var emulated = Teams.Message("早");
        emulated["channelId"] = "emulator";
        await PostAsync(emulated, (turn, cancellation) => turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace }, cancellation));
        var first = Teams.Message("早");
        first.Remove("id");
        await PostAsync(first, (turn, cancellation) => turn.SendActivityAsync("回声", cancellationToken: cancellation));

        Assert.Equal(["message", "trace", "message"], Teams.Calls.Select(call => (string?)call.Body!["type"]));
        Assert.EndsWith("/activities", Teams.Calls[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_5_updates_and_deletions_go_to_the_activity_itself()
    {
        await PostAsync(Teams.Message("早"), async (turn, cancellation) =>
        {
            var changed = MessageFactory.Text("新");
            changed.Id = "m/1";
            await turn.UpdateActivityAsync(changed, cancellation);
            await turn.DeleteActivityAsync("m/1", cancellation);
        });

        Assert.Equal(
            ["PUT /emea/v3/conversations/a%3Awith-zhang/activities/m%2F1", "DELETE /emea/v3/conversations/a%3Awith-zhang/activities/m%2F1"],
            Teams.Calls.Select(call => $"{call.Method} {call.Path}"));
    }

    [Fact]
    public async Task Rule_6_a_continued_conversation_is_an_event_of_a_new_id_with_the_reference_in_it()
    {
        var reference = new ConversationReference
        {
            ActivityId = "old", ChannelId = "msteams", ServiceUrl = Teams.ServiceUrl, User = new ChannelAccount("29:zhang"), Bot = new ChannelAccount(FakeTeams.Bot),
            Conversation = new ConversationAccount(id: "a:1"),
        };
        Activity? seen = null;

        await Adapter.ContinueConversationAsync("app", reference, async (turn, cancellation) =>
        {
            seen = turn.Activity;
            await turn.SendActivityAsync("提醒", cancellationToken: cancellation);
        }, CancellationToken.None);

        Assert.Equal(("event", "ContinueConversation", FakeTeams.Bot, "29:zhang"), (seen!.Type, seen.Name, seen.Recipient.Id, seen.From.Id));
        Assert.True(Guid.TryParse(seen.Id, out _));
        Assert.Same(reference, seen.RelatesTo);
        Assert.Equal($"/emea/v3/conversations/a%3A1/activities/{seen.Id}", Assert.Single(Teams.Calls).Path);
    }

    [Fact]
    public async Task Rule_6_a_new_conversation_is_posted_and_its_turn_has_the_ids_that_came_back()
    {
        Teams.Answer = call => call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal) ? Results.Json(new { id = "a:new", activityId = "first" }, statusCode: 201) : null;
        Activity? seen = null;
        var parameters = new ConversationParameters { IsGroup = false, Bot = new ChannelAccount(FakeTeams.Bot), Members = [new ChannelAccount("29:zhang")], TenantId = FakeTeams.Tenant };

        await Adapter.CreateConversationAsync("app", "msteams", Teams.ServiceUrl, null, parameters, (turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        }, CancellationToken.None);

        Assert.Equal(("event", "CreateConversation", "a:new", "first"), (seen!.Type, seen.Name, seen.Conversation.Id, seen.Id));
        Assert.Equal("29:zhang", (string?)Assert.Single(Teams.Calls).Body!["members"]![0]!["id"]);
    }

    private sealed class Noting(string name, List<string> trace) : Microsoft.Bot.Builder.IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            trace.Add(name);
            return next(cancellationToken);
        }
    }
}
