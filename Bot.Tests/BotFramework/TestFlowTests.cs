using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace PlanBot.Tests.BotFramework;

public sealed class TestFlowTests
{
    [Fact]
    public async Task A_flow_that_fits_passes()
    {
        await Echo()
            .Test("甲", "甲")
            .Send("乙").AssertReplyContains("乙")
            .Send("丙").AssertReplyOneOf(["甲", "丙"])
            .Send("丁").AssertReply(MessageFactory.Text("丁"))
            .Test("戊", reply => Assert.Equal("戊", reply.AsMessageActivity().Text))
            .Send(new Activity { Type = ActivityTypes.Typing })
            .AssertNoReply(timeout: 1)
            .SendConversationUpdate().AssertReply("欢迎")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_flow_that_does_not_fit_fails()
    {
        await FailsAsync(Echo().Test("甲", "乙"));
        await FailsAsync(Echo().Send("甲").AssertReplyContains("乙"));
        await FailsAsync(Echo().Send("甲").AssertReplyOneOf(["乙"]));
        await FailsAsync(Echo().Send("甲").AssertReply(new Activity { Type = ActivityTypes.Event }));
        await FailsAsync(Echo().Send("甲").AssertNoReply(timeout: 1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(Echo().AssertReply("甲", timeout: 1).StartTestAsync);

        static Task FailsAsync(TestFlow flow) => Assert.ThrowsAsync<InvalidOperationException>(flow.StartTestAsync);
    }

    [Fact]
    public async Task A_reply_that_comes_later_is_waited_for()
    {
        var adapter = new TestAdapter();
        var waiting = adapter.GetNextReplyAsync();

        await adapter.SendTextToBotAsync("甲", EchoAsync, default);

        Assert.Equal("甲", (await waiting).AsMessageActivity().Text);
        Assert.Null(adapter.GetNextReply());
    }

    private static TestFlow Echo() => new(new TestAdapter(), EchoAsync);

    private static Task EchoAsync(ITurnContext turn, CancellationToken cancellationToken) => turn.Activity.Type switch
    {
        ActivityTypes.Message => turn.SendActivityAsync(turn.Activity.Text, cancellationToken: cancellationToken),
        ActivityTypes.ConversationUpdate => turn.SendActivityAsync("欢迎", cancellationToken: cancellationToken),
        _ => Task.CompletedTask,
    };
}
