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

/// <summary>The adapter of the SDK over HTTP, against a connector on loopback.</summary>
public abstract class SeamHost : IAsyncLifetime
{
    private protected FakeTeams Teams { get; private set; } = null!;

    protected CloudAdapter Adapter { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Teams = await FakeTeams.StartAsync();
        Adapter = new CloudAdapter(Authentication());
    }

    public async Task DisposeAsync() => await Teams.DisposeAsync();

    protected static ConfigurationBotFrameworkAuthentication Authentication(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build());

    protected Task<(int Status, string Body)> PostAsync(JsonObject activity, BotCallbackHandler bot) => SendAsync(Adapter, "POST", activity.ToJsonString(), bot);

    protected static async Task<(int Status, string Body)> SendAsync(CloudAdapter adapter, string method, string body, BotCallbackHandler bot)
    {
        var http = Request(method, body);
        await adapter.ProcessAsync(http.Request, http.Response, new Calling(bot));
        http.Response.Body.Position = 0;
        return (http.Response.StatusCode, await new StreamReader(http.Response.Body).ReadToEndAsync());
    }

    protected static DefaultHttpContext Request(string method, string body)
    {
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.Body, http.Response.Body) = (method, new MemoryStream(Encoding.UTF8.GetBytes(body)), new MemoryStream());
        return http;
    }

    private sealed class Calling(BotCallbackHandler bot) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => bot(turnContext, cancellationToken);
    }
}
