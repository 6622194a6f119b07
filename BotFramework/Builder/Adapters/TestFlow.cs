using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>
/// A conversation written down as a test: what is said, and what must be answered. Each call returns a longer flow; the last one's
/// <see cref="StartTestAsync"/> plays it, and fails with <see cref="InvalidOperationException"/> at the first answer that differs.
/// </summary>
public class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly Func<Task> _play;

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        (_adapter, _callback, _play) = (adapter, callback, () => Task.CompletedTask);
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    private TestFlow(Func<Task> play, TestFlow flow) => (_play, _adapter, _callback) = (play, flow._adapter, flow._callback);

    public Task StartTestAsync() => _play();

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback, default));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback));
    }

    /// <summary>Somebody opens the conversation: the user joins.</summary>
    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded.Add(_adapter.Conversation.User);
        return _adapter.ProcessActivityAsync(update, _callback);
    });

    /// <param name="timeout">Milliseconds to wait for the answer.</param>
    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                if (Text(reply)?.Trim() != expected?.Trim())
                    throw Differs(description, expected, reply);
            },
            description ?? expected,
            timeout);

    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                if (expected.Type != reply.Type || Text(expected)?.Trim() != Text(reply)?.Trim())
                    throw Differs(description, $"{expected.Type} {Text(expected)}", reply);
            },
            description,
            timeout);

    /// <param name="validateActivity">Throws when the reply is not the right one.</param>
    public TestFlow AssertReply(Action<IActivity> validateActivity, [CallerMemberName] string description = null, uint timeout = 3000) =>
        Then(async () => validateActivity(await NextReplyAsync(timeout)));

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                if (Text(reply)?.Contains(expected, StringComparison.Ordinal) != true)
                    throw Differs(description, expected, reply);
            },
            description ?? expected,
            timeout);

    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                if (!candidates.Contains(Text(reply)))
                    throw Differs(description, string.Join(" | ", candidates), reply);
            },
            description ?? string.Join(" | ", candidates),
            timeout);

    /// <summary>Passes only after the whole time has gone by without a reply.</summary>
    public TestFlow AssertNoReply([CallerMemberName] string description = null, uint timeout = 3000) =>
        Then(async () =>
        {
            IActivity reply;
            try
            {
                reply = await NextReplyAsync(timeout);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            throw Differs(description, "no reply", reply);
        });

    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Activity expected, string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(validateActivity, description, timeout);

    private TestFlow Then(Func<Task> step) => new(
        async () =>
        {
            await _play();
            await step();
        },
        this);

    /// <exception cref="OperationCanceledException">None came in time.</exception>
    private async Task<IActivity> NextReplyAsync(uint timeout)
    {
        if (_adapter.GetNextReply() is { } reply)
            return reply;
        using var patience = new CancellationTokenSource((int)timeout);
        return await _adapter.GetNextReplyAsync(patience.Token);
    }

    private static string Text(IActivity activity) => activity.AsMessageActivity()?.Text;

    private static InvalidOperationException Differs(string description, string expected, IActivity received) =>
        new($"{description}\nExpected: {expected}\nReceived: {received.Type} {Text(received)}");
}
