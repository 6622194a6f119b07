using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Channels.Callers;

/// <summary>Microsoft's own client asks a bot that answers within the response, with the right token and with wrong ones.</summary>
public sealed class BotbuilderInvokeTests(BotbuilderInvokeTests.Bots bots) : IClassFixture<BotbuilderInvokeTests.Bots>
{
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
        var host = await bots.HostAsync();
        var invoke = host.Message("", type: "invoke");
        (invoke["name"], invoke["value"]) = (name, JsonNode.Parse(value));

        var (status, answer) = await host.PostAsync(invoke);

        Assert.Equal(expected, status);
        if (body is not null)
            Assert.Equal(body, answer.Json());
    }

    [NodeTheory]
    [InlineData("none", null)]
    [InlineData("aud", "another audience")]
    [InlineData("iss", "another issuer")]
    [InlineData("serviceurl", "the activity's service url is not the token's")]
    [InlineData("exp", "the token does not hold")]
    [InlineData("login", "the signing key is not endorsed")] // the bot's own tokens are none of the channel's
    public async Task What_comes_with_the_wrong_token_is_turned_away(string wrong, string? reason)
    {
        var host = await bots.HostAsync();
        var heard = bots.Invoked.Heard;
        var payload = host.Payload();
        if (wrong is not ("none" or "login"))
            payload[wrong] = wrong == "exp" ? new RealClock().GetUtcNow().ToUnixTimeSeconds() - 3600 : "https://evil.example.com/";
        var token = wrong == "none" ? null : host.Host.Teams.Token(payload, wrong == "login" ? host.Host.Login.Key : null);

        var (refused, _) = await host.Caller.PostAsync(host.Message("早"), token);

        Assert.Equal(401, refused);
        Assert.Contains(reason ?? "", host.Host.Log.Text, StringComparison.Ordinal);
        Assert.Equal(heard, bots.Invoked.Heard);
        Assert.Empty(await host.Channel.CallsAsync());
    }

    /// <summary>One host for all rows, started for the first that is not skipped.</summary>
    public sealed class Bots : IAsyncLifetime
    {
        private BotbuilderHost? host;

        internal Invoked Invoked { get; } = new();

        internal async Task<BotbuilderHost> HostAsync() => host ??= await BotbuilderHost.StartAsync(Invoked);

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            if (host is not null)
                await host.DisposeAsync();
        }
    }

    internal sealed class Invoked : TeamsActivityHandler
    {
        public int Heard { get; private set; }

        public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            Heard++;
            return base.OnTurnAsync(turnContext, cancellationToken);
        }

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
