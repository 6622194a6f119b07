using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace PlanBot.Tests.BotFramework;

public sealed class ActivityHandlerTests
{
    private readonly TestAdapter _adapter = new();
    private readonly Recording _bot = new();

    [Theory]
    [InlineData("message", "message")]
    [InlineData("messageUpdate", "messageUpdate")]
    [InlineData("messageDelete", "messageDelete")]
    [InlineData("event", "event")]
    [InlineData("typing", "typing")]
    [InlineData("endOfConversation", "endOfConversation")]
    [InlineData("somethingNew", "unrecognized")]
    public async Task Each_type_has_its_method(string type, string expected)
    {
        await RunAsync(new Activity { Type = type });

        Assert.Equal([expected], _bot.Seen);
    }

    [Theory]
    [InlineData("bot,u1", null, "added bot,u1")]
    [InlineData("bot", null, "")] // the bot itself is no news
    [InlineData(null, "u1", "removed u1")]
    [InlineData(null, "bot", "")]
    [InlineData("u1", "u2", "added u1")]
    [InlineData("", "u1", "")] // an empty list of new members hides those who left
    [InlineData(null, null, "")]
    public async Task Members_are_reported_when_one_of_them_is_not_the_bot(string? added, string? removed, string expected)
    {
        await RunAsync(new Activity { Type = "conversationUpdate", MembersAdded = Members(added), MembersRemoved = Members(removed) });

        Assert.Equal(expected, string.Join(';', _bot.Seen));

        static List<ChannelAccount>? Members(string? ids) =>
            ids?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new ChannelAccount(id)).ToList();
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "uninstalled")]
    [InlineData("remove-upgrade", "uninstalled")]
    [InlineData("other", "")]
    [InlineData(null, "")]
    public async Task Installation_updates_by_their_action(string? action, string expected)
    {
        await RunAsync(new Activity { Type = "installationUpdate", Action = action });

        Assert.Equal(expected, string.Join(';', _bot.Seen));
    }

    [Fact]
    public async Task Reactions_come_apart()
    {
        await RunAsync(new Activity { Type = "messageReaction", ReactionsAdded = [new MessageReaction("like")], ReactionsRemoved = [new MessageReaction("heart")] });

        Assert.Equal(["+like", "-heart"], _bot.Seen);
    }

    [Fact]
    public async Task An_activity_without_type_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _bot.OnTurnAsync(new TurnContext(_adapter, new Activity())));

    [Theory]
    [InlineData("unknown/invoke", null, 501, null)]
    [InlineData(null, null, 501, null)]
    [InlineData("adaptiveCard/action", null, 400, "BadRequest")]
    [InlineData("adaptiveCard/action", "\"text\"", 400, "BadRequest")]
    [InlineData("adaptiveCard/action", """{"action":"text"}""", 400, "BadRequest")]
    [InlineData("adaptiveCard/action", """{}""", 400, "BadRequest")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Submit"}}""", 400, "NotSupported")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"refuse"}}""", 403, null)]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"submit","data":{"text":"好"}}}""", 200, null)]
    public async Task An_invoke_is_answered_with_a_status(string? name, string? value, int status, string? errorCode)
    {
        await RunAsync(new Activity { Type = "invoke", Name = name, Value = value is null ? null : JToken.Parse(value) });

        var answer = Assert.Single(_adapter.ActiveQueue);
        var response = Assert.IsType<InvokeResponse>(answer.Value);
        Assert.Equal((ActivityTypesEx.InvokeResponse, status), (answer.Type, response.Status));
        var card = response.Body as AdaptiveCardInvokeResponse;
        if (errorCode is not null)
            Assert.Equal((400, "application/vnd.microsoft.error", errorCode), (card!.StatusCode, card.Type, ((Error)card.Value).Code));
        if (status == 200)
            Assert.Equal("submit 好", card!.Value);
    }

    [Fact]
    public async Task An_invoke_that_was_answered_is_not_answered_again()
    {
        var turn = new TurnContext(_adapter, new Activity { Type = "invoke", Name = "x" });
        turn.TurnState.Add(BotAdapter.InvokeResponseKey, new Activity());

        await _bot.OnTurnAsync(turn);

        Assert.Empty(_adapter.ActiveQueue);
    }

    private Task RunAsync(Activity activity) => _adapter.ProcessActivityAsync(activity, _bot.OnTurnAsync);

    private sealed class Recording : ActivityHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => See("message");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            See("messageUpdate");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
            See("messageDelete");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => See("event");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => See("typing");

        protected override Task OnEndOfConversationActivityAsync(
            ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => See("endOfConversation");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => See("unrecognized");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            See("added " + string.Join(',', membersAdded.Select(member => member.Id)));

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            See("removed " + string.Join(',', membersRemoved.Select(member => member.Id)));

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
            See("+" + messageReactions[0].Type);

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
            See("-" + messageReactions[0].Type);

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => See("installed");

        protected override Task OnInstallationUpdateRemoveAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => See("uninstalled");

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            invokeValue.Action.Verb == "refuse"
                ? throw new InvokeResponseException(HttpStatusCode.Forbidden)
                : Task.FromResult(new AdaptiveCardInvokeResponse
                {
                    StatusCode = 200,
                    Type = "application/vnd.microsoft.activity.message",
                    Value = $"{invokeValue.Action.Verb} {((JObject)invokeValue.Action.Data)["text"]}",
                });

        private Task See(string what)
        {
            Seen.Add(what);
            return Task.CompletedTask;
        }
    }
}
