using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace PlanBot.Tests.BotFramework;

public sealed class TurnTests
{
    private readonly TestAdapter _adapter = new();

    [Fact]
    public async Task What_is_sent_is_addressed_to_the_user_and_gets_its_id()
    {
        await RunAsync(async turn =>
        {
            Assert.False(turn.Responded);
            var message = MessageFactory.Text("你好");

            var response = await turn.SendActivityAsync(message);

            Assert.Equal(response.Id, message.Id);
            Assert.Equal(("user1", turn.Activity.Id), (message.Recipient.Id, message.ReplyToId));
            Assert.True(turn.Responded);
        });

        Assert.Equal("你好", _adapter.GetNextReply().AsMessageActivity().Text);
    }

    [Fact]
    public Task A_trace_is_no_response() => RunAsync(async turn =>
    {
        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace });

        Assert.False(turn.Responded);
        Assert.Empty(_adapter.ActiveQueue);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public Task Blank_text_is_refused(string? text) =>
        RunAsync(turn => Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(text)));

    [Fact]
    public Task Nothing_to_send_is_refused() => RunAsync(turn => Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([])));

    [Fact]
    public async Task A_turn_that_is_over_sends_nothing()
    {
        var turn = new TurnContext(_adapter, _adapter.MakeActivity("早"));
        turn.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync("晚了"));
        Assert.Throws<ObjectDisposedException>(() => turn.OnSendActivities((_, _, next) => next()));
        Assert.Throws<ObjectDisposedException>(() => turn.TurnState.Get<string>("x"));
    }

    [Fact]
    public async Task Send_handlers_wrap_each_other_in_the_order_they_were_added()
    {
        var seen = new List<string>();
        await RunAsync(async turn =>
        {
            turn.OnSendActivities((_, _, next) => Around("outer", next));
            turn.OnSendActivities((_, activities, next) =>
            {
                activities[0].Text += "！";
                return Around("inner", next);
            });

            await turn.SendActivityAsync("好");
        });

        Assert.Equal(["outer before", "inner before", "inner after", "outer after"], seen);
        Assert.Equal("好！", _adapter.GetNextReply().AsMessageActivity().Text);

        async Task<ResourceResponse[]> Around(string name, Func<Task<ResourceResponse[]>> next)
        {
            seen.Add(name + " before");
            var responses = await next();
            seen.Add(name + " after");
            return responses;
        }
    }

    [Fact]
    public Task A_send_handler_can_hold_everything_back() => RunAsync(async turn =>
    {
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>([]));

        var response = await turn.SendActivityAsync("不发");

        Assert.Null(response.Id);
        Assert.False(turn.Responded);
        Assert.Empty(_adapter.ActiveQueue);
    });

    [Fact]
    public async Task Replies_that_are_expected_go_back_with_the_response()
    {
        var message = _adapter.MakeActivity("几条？");
        message.DeliveryMode = DeliveryModes.ExpectReplies;
        TurnContext? turn = null;

        await _adapter.ProcessActivityAsync(message, (context, cancellationToken) =>
        {
            turn = (TurnContext)context;
            return context.SendActivitiesAsync([MessageFactory.Text("一"), new Activity { Type = ActivityTypesEx.InvokeResponse }], cancellationToken);
        });

        Assert.Equal(2, turn!.BufferedReplyActivities.Count);
        Assert.NotNull(turn.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey));
        Assert.Empty(_adapter.ActiveQueue);
    }

    [Fact]
    public async Task A_message_can_be_changed_and_taken_back()
    {
        await RunAsync(async turn =>
        {
            var first = MessageFactory.Text("草稿");
            var second = await turn.SendActivitiesAsync([first, MessageFactory.Text("多余")]);
            first.Text = "定稿";
            await turn.UpdateActivityAsync(first);
            await turn.DeleteActivityAsync(second[1].Id);
        });

        Assert.Equal("定稿", Assert.Single(_adapter.ActiveQueue).Text);
    }

    [Fact]
    public async Task Middleware_runs_around_the_bot_in_order_and_can_stop_the_turn()
    {
        var seen = new List<string>();
        _adapter.Use(new Named("first", seen)).Use(new Named("second", seen));

        await RunAsync(_ => Say("bot"));
        Assert.Equal(["first in", "second in", "bot", "second out", "first out"], seen);

        seen.Clear();
        _adapter.Use(new Named("closed", seen, isOpen: false));
        await RunAsync(_ => Say("bot"));
        Assert.Equal(["first in", "second in", "closed in", "closed out", "second out", "first out"], seen);

        Task Say(string what)
        {
            seen.Add(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task What_a_turn_throws_goes_to_OnTurnError_or_else_to_the_caller()
    {
        await Assert.ThrowsAsync<FormatException>(() => RunAsync(_ => throw new FormatException()));

        Exception? caught = null;
        _adapter.OnTurnError = (_, exception) =>
        {
            caught = exception;
            return Task.CompletedTask;
        };
        await RunAsync(_ => throw new FormatException());
        Assert.IsType<FormatException>(caught);
    }

    [Fact]
    public async Task The_turn_runs_in_the_culture_of_the_message_and_leaves_the_callers_alone()
    {
        var before = CultureInfo.CurrentCulture;
        _adapter.Locale = before.Name == "zh-CN" ? "de-DE" : "zh-CN";

        await RunAsync(turn =>
        {
            Assert.Equal(_adapter.Locale, CultureInfo.CurrentCulture.Name);
            Assert.Equal(_adapter.Locale, ((TurnContext)turn).Locale);
            return Task.CompletedTask;
        });

        Assert.Equal(before, CultureInfo.CurrentCulture);
    }

    [Fact]
    public async Task A_conversation_can_be_continued_from_its_reference()
    {
        Activity? seen = null;

        await _adapter.ContinueConversationAsync(
            "bot",
            _adapter.Conversation,
            (turn, cancellationToken) =>
            {
                seen = turn.Activity;
                return turn.SendActivityAsync(MessageFactory.Text("提醒"), cancellationToken);
            },
            default);

        Assert.Equal(ActivityEventNames.ContinueConversation, seen!.Name);
        Assert.Equal("user1", _adapter.GetNextReply().Recipient.Id);
    }

    [Fact]
    public void Turn_state_is_found_under_the_full_name_of_its_type_in_any_case()
    {
        var state = new TurnContextStateCollection();
        state.Add("value");

        Assert.Equal("value", state.Get<string>());
        Assert.Equal("value", state.Get<string>("SYSTEM.STRING"));
        Assert.Null(state.Get<Activity>("System.String")); // another type
        Assert.Throws<ArgumentException>(() => state.Add("again"));
    }

    private Task RunAsync(Func<ITurnContext, Task> bot) => _adapter.SendTextToBotAsync("喂", (turn, _) => bot(turn), default);

    private sealed class Named(string name, List<string> seen, bool isOpen = true) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            seen.Add(name + " in");
            if (isOpen)
                await next(cancellationToken);
            seen.Add(name + " out");
        }
    }
}
