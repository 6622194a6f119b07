using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using PlanBot.Tests.Channels.Teams;

namespace PlanBot.Tests.BotFramework.Inside;

/// <summary>Where the bot gets the tokens that it shows the channel, for each type of app and each cloud.</summary>
public sealed class OutgoingTokenTests : IAsyncLifetime
{
    private readonly Login login = new();
    private FakeTeams teams = null!;

    public async Task InitializeAsync() => teams = await FakeTeams.StartAsync();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory]
    [InlineData("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default", "MicrosoftAppPassword=p")]
    [InlineData("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default", "MicrosoftAppType=MultiTenant", "MicrosoftAppPassword=p", "MicrosoftAppTenantId=t")]
    [InlineData("https://login.microsoftonline.com/t/oauth2/v2.0/token", "https://api.botframework.com/.default", "MicrosoftAppType=SingleTenant", "MicrosoftAppPassword=p", "MicrosoftAppTenantId=t")]
    [InlineData("https://login.microsoftonline.us/microsoftservices.onmicrosoft.us/oauth2/v2.0/token", "https://api.botframework.us/.default", "ChannelService=https://botframework.azure.us", "MicrosoftAppPassword=p")]
    [InlineData("https://login.microsoftonline.us/t/oauth2/v2.0/token", "https://api.botframework.us/.default", "ChannelService=https://botframework.azure.us", "MicrosoftAppType=SingleTenant", "MicrosoftAppPassword=p", "MicrosoftAppTenantId=t")]
    [InlineData("https://login.partner.microsoftonline.cn/t/oauth2/v2.0/token", "https://api.botframework.azure.cn/.default", "MicrosoftAppType=SingleTenant", "MicrosoftAppPassword=p", "MicrosoftAppTenantId=t",
        "ToChannelFromBotLoginUrl=https://login.partner.microsoftonline.cn/t", "ToChannelFromBotOAuthScope=https://api.botframework.azure.cn")]
    public async Task A_secret_is_shown_to_the_login_of_its_cloud_and_tenant_once(string address, string scope, params string[] settings)
    {
        await SendTwiceAsync(settings);

        var (asked, body) = Assert.Single(login.Requests);
        Assert.Equal(address, asked);
        Assert.Contains("scope=" + Uri.EscapeDataString(scope), body, StringComparison.Ordinal);
        Assert.Contains("client_secret=p", body, StringComparison.Ordinal);
        Assert.Equal(["Bearer token-1", "Bearer token-1"], teams.Calls.Select(call => call.Token));
    }

    [Fact]
    public async Task A_managed_identity_is_asked_of_the_machine()
    {
        await SendTwiceAsync(["MicrosoftAppType=UserAssignedMSI", "MicrosoftAppTenantId=t"]);

        var (asked, body) = Assert.Single(login.Requests);
        Assert.StartsWith("http://169.254.169.254/metadata/identity/oauth2/token", asked, StringComparison.Ordinal);
        Assert.Contains("client_id=" + FakeTeams.AppId, asked, StringComparison.Ordinal);
        Assert.Contains("api.botframework.com", Uri.UnescapeDataString(asked), StringComparison.Ordinal);
        Assert.Empty(body);
    }

    [Theory]
    [InlineData("MicrosoftAppId", "MicrosoftAppType=SingleTenant", "MicrosoftAppId=", "MicrosoftAppPassword=p", "MicrosoftAppTenantId=t")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppType=SingleTenant", "MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppType=SingleTenant", "MicrosoftAppTenantId=t")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppType=UserAssignedMSI", "MicrosoftAppTenantId=t", "MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppType", "MicrosoftAppType=Other")]
    [InlineData("ChannelService", "ChannelService=https://botframework.example.com")]
    public void What_is_missing_is_named(string key, params string[] settings) =>
        Assert.Contains(key, Assert.ThrowsAny<ArgumentException>(() => Authentication(settings)).Message, StringComparison.Ordinal);

    private async Task SendTwiceAsync(string[] settings)
    {
        var adapter = new CloudAdapter(Authentication(settings));
        var reference = new ConversationReference
        {
            ChannelId = "msteams", ServiceUrl = teams.ServiceUrl, User = new ChannelAccount("29:zhang"), Bot = new ChannelAccount(FakeTeams.Bot), Conversation = new ConversationAccount(id: "a:1"),
        };
        for (var i = 0; i < 2; i++)
            await adapter.ContinueConversationAsync(FakeTeams.AppId, reference, (turn, cancellation) => turn.SendActivityAsync("提醒", cancellationToken: cancellation), CancellationToken.None);
    }

    private ConfigurationBotFrameworkAuthentication Authentication(string[] settings)
    {
        var pairs = new Dictionary<string, string?> { ["MicrosoftAppId"] = FakeTeams.AppId };
        foreach (var setting in settings.Select(setting => setting.Split('=', 2)))
            pairs[setting[0]] = setting[1];
        return new(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build(), httpClientFactory: new Clients(login));
    }

    private sealed class Clients(Login login) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new LoginOrLoopback(login));
    }
}
