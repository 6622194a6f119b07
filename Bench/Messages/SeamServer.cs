using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PlanBot.Bench.Messages;

/// <summary>An echo bot as the SDK means it: its adapter, its authentication, its connector client.</summary>
internal static class SeamServer
{
    public static async Task<int> RunAsync(Uri channel)
    {
        var adapter = new CloudAdapter(Authentication(channel));
        var bot = new Echo();
        await RunAsync(app => app.MapPost("/api/messages", (HttpContext http) => adapter.ProcessAsync(http.Request, http.Response, bot)));
        return 0;
    }

    /// <summary>Of a bot of one tenant, in a cloud of its own: the channel on loopback.</summary>
    public static ConfigurationBotFrameworkAuthentication Authentication(Uri channel)
    {
        var settings = new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppId"] = Channel.AppId,
            ["MicrosoftAppPassword"] = "secret",
            ["MicrosoftAppTenantId"] = "tenant",
            ["ValidateAuthority"] = "false",
            ["ToChannelFromBotLoginUrl"] = "https://login.microsoftonline.com/tenant",
            ["ToChannelFromBotOAuthScope"] = "https://api.botframework.com",
            ["ToBotFromChannelTokenIssuer"] = Channel.Issuer,
            ["ToBotFromChannelOpenIdMetadataUrl"] = new Uri(channel, "metadata").ToString(),
        };
        return new(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), httpClientFactory: new Clients());
    }

    /// <summary>Serves until its input ends, which is when whoever started it does.</summary>
    public static async Task RunAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        map(app);
        app.MapGet("/usage", () => Results.Json(new Usage(GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime)));
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await Console.In.ReadToEndAsync();
    }

    private sealed class Echo : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            await turnContext.SendActivityAsync(MessageFactory.Text(turnContext.Activity.Text), cancellationToken);
    }

    private sealed class Clients : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new Login { InnerHandler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false } });
    }

    /// <summary>Entra ID speaks https only, so its answer does not travel; the token holds for an hour.</summary>
    private sealed class Login : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => request.RequestUri!.IsLoopback
            ? base.SendAsync(request, cancellationToken)
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{BareServer.Token}}"}""", Encoding.UTF8, "application/json"),
            });
    }
}
