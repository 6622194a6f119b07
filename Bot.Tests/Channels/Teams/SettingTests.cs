using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using PlanBot.Channels.Teams;
using PlanBot.Composition;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>When the channel is on, off, or not to be served; and which hosts it keeps to.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(null, "MicrosoftAppId=a", "MicrosoftAppPassword=p")]
    [InlineData(null, "MicrosoftAppType=SingleTenant", "MicrosoftAppId=a", "MicrosoftAppPassword=p", "MicrosoftAppTenantId=t")]
    [InlineData(null, "MicrosoftAppType=UserAssignedMSI", "MicrosoftAppId=a", "MicrosoftAppTenantId=t")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppId=a")]
    [InlineData("MicrosoftAppId", "MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppId", "MicrosoftAppTenantId=t")]
    [InlineData("MicrosoftAppId", "MicrosoftAppType=MultiTenant")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppType=SingleTenant", "MicrosoftAppId=a", "MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppType=SingleTenant", "MicrosoftAppId=a", "MicrosoftAppTenantId=t")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppType=UserAssignedMSI", "MicrosoftAppId=a", "MicrosoftAppTenantId=t", "MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppType=UserAssignedMSI", "MicrosoftAppId=a")]
    [InlineData("MicrosoftAppType", "MicrosoftAppType=Single", "MicrosoftAppId=a", "MicrosoftAppPassword=p")]
    [InlineData("WithoutAuthentication", "WithoutAuthentication=true")]
    [InlineData("ChannelService", "MicrosoftAppId=a", "MicrosoftAppPassword=p", "ChannelService=https://botframework.example.com")]
    [InlineData("ToBotFromChannelTokenIssuer", "MicrosoftAppId=a", "MicrosoftAppPassword=p", "ToChannelFromBotLoginUrl=https://login.example.com/t", "ToChannelFromBotOAuthScope=https://api.example.com")]
    [InlineData(null, "MicrosoftAppId=a", "MicrosoftAppPassword=p", "ChannelService=https://botframework.azure.us")]
    [InlineData("AllowedHosts", "MicrosoftAppId=a", "MicrosoftAppPassword=p", "AllowedHosts:0=https://smba.trafficmanager.net/")]
    public void Serving_refuses_a_channel_that_is_half_configured_and_names_the_key(string? key, params string[] settings)
    {
        var refusal = Record.Exception(() => TeamsComposition.CheckTeams(Configuration(settings), new HostingEnvironment { EnvironmentName = "Production" }));

        if (key is null)
            Assert.Null(refusal);
        else
            Assert.StartsWith($"Channels:Teams:{key} ", Assert.IsType<SettingException>(refusal).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net/", true)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example.com/", false)]
    [InlineData("https://evil.example.com/smba.trafficmanager.net", false)]
    [InlineData("https://x@smba.trafficmanager.net/", false)]
    [InlineData("https://a.connector.example.com/", true)]
    [InlineData("https://connector.example.com/", false)] // the star stands for a name
    [InlineData("http://127.0.0.1:5000/", false)] // not on the list
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    public void Only_listed_hosts_are_called(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, new TeamsOptions { AllowedHosts = ["smba.trafficmanager.net", "*.connector.example.com"] }.AllowsHost(new Uri(address)));

    [Theory]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("http://localhost:5000/", true)]
    [InlineData("http://[::1]:5000/", true)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("https://smba.trafficmanager.net/", false)]
    [InlineData("http://localhost.evil.example.com/", false)]
    public void Without_authentication_only_this_machine_is_called(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, new TeamsOptions { WithoutAuthentication = true, AllowedHosts = ["smba.trafficmanager.net"] }.AllowsHost(new Uri(address)));

    [Fact]
    public async Task Without_keys_there_is_no_such_address()
    {
        await using var host = await TeamsHost.StartAsync(
            settings: [.. new[] { "MicrosoftAppType", "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId" }.Select(key => ($"Channels:Teams:{key}", (string?)""))]);

        Assert.Equal(404, (await host.PostAsync(host.Teams.Message("早"))).Status);
    }

    [Fact]
    public async Task A_development_run_without_authentication_believes_this_machine_and_answers_only_there()
    {
        await using var host = await TeamsHost.StartAsync(
            settings: [("Channels:Teams:WithoutAuthentication", "true"), .. new[] { "MicrosoftAppType", "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId" }.Select(key => ($"Channels:Teams:{key}", (string?)""))]);
        var away = host.Teams.Message("早");
        away["serviceUrl"] = "https://smba.trafficmanager.net/emea/";

        var (status, _) = await host.PostAsync(host.Teams.Message("早").ToJsonString(), authorization: null);
        var (refused, _) = await host.PostAsync(away.ToJsonString(), authorization: null);
        var (unknown, _) = await host.PostAsync(host.Teams.Message("早").ToJsonString(), "Bearer let-me-in");

        Assert.Equal((200, 401, 401), (status, refused, unknown));
        Assert.Equal(["回声：早"], host.Said());
        Assert.All(host.Teams.Calls, call => Assert.Null(call.Token));
        Assert.Empty(host.Login.Requests);
    }

    [Theory]
    [InlineData("10.0.0.7")]
    [InlineData("2001:db8::1")]
    [InlineData("::ffff:10.0.0.7")]
    [InlineData(null)] // whoever cannot be placed is not this machine
    public async Task Without_authentication_other_machines_are_turned_away(string? from)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = from is null ? null : IPAddress.Parse(from);

        await MessageEndpoint.AnswerAsync(http, adapter: null!, bot: null!, Options.Create(new TeamsOptions { WithoutAuthentication = true }));

        Assert.Equal(403, http.Response.StatusCode);
    }

    private static IConfiguration Configuration(string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => "Channels:Teams:" + pair[0], pair => (string?)pair[1])).Build();
}
