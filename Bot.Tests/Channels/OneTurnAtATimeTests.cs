using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using PlanBot.Channels;
using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Channels;

public sealed class OneTurnAtATimeTests
{
    private readonly OneTurnAtATime middleware = new(new NoSharedLocks());

    [Fact]
    public async Task A_turn_waits_for_the_one_before_it_in_the_same_conversation()
    {
        var first = new TaskCompletionSource();
        var order = new List<string>();

        var turns = Task.WhenAll(
            RunAsync("a", async () =>
            {
                order.Add("first begins");
                await first.Task;
                order.Add("first ends");
            }),
            RunAsync("a", () => Add(order, "second")),
            RunAsync("a", () => Add(order, "third")));
        first.SetResult();
        await turns;

        Assert.Equal(["first begins", "first ends", "second", "third"], order);
    }

    [Fact]
    public async Task Other_conversations_do_not_wait()
    {
        var first = new TaskCompletionSource();
        var waiting = RunAsync("a", () => first.Task);

        await RunAsync("b", () => Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.False(waiting.IsCompleted);
        first.SetResult();
        await waiting;
    }

    [Fact]
    public async Task A_turn_that_fails_lets_the_next_one_go_on()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("a", () => throw new InvalidOperationException()));

        await RunAsync("a", () => Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Task RunAsync(string conversation, Func<Task> work)
    {
        var activity = new Activity { Type = ActivityTypes.Message, ChannelId = "test", Conversation = new ConversationAccount(id: conversation) };
        return middleware.OnTurnAsync(new TurnContext(new TestAdapter(), activity), _ => work());
    }

    private static Task Add(List<string> order, string what)
    {
        order.Add(what);
        return Task.CompletedTask;
    }
}
