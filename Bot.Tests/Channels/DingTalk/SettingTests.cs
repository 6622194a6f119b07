using Microsoft.Extensions.Configuration;
using PlanBot.Channels;
using PlanBot.Channels.DingTalk;
using PlanBot.Composition;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>When the channel is on, off, or not to be served; and which hosts it keeps to.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(null, "AppKey=a", "AppSecret=s", "RobotCode=r")]
    [InlineData(null, "AppKey=a", "AppSecret=s", "RobotCode=r", "Mode=http")]
    [InlineData(null, "AppKey=a", "AppSecret=s", "RobotCode=r", "Mode=Stream", "CardTemplateId=t")]
    [InlineData("AppSecret", "AppKey=a")]
    [InlineData("AppKey", "AppSecret=s")]
    [InlineData("AppKey", "Mode=Stream")]
    [InlineData("AppKey", "RobotCode=r")]
    [InlineData("AppSecret", "AppKey=a", "AppSecret=  ", "RobotCode=r")]
    [InlineData("RobotCode", "AppKey=a", "AppSecret=s")]
    [InlineData("Mode", "AppKey=a", "AppSecret=s", "RobotCode=r", "Mode=Webhook")]
    [InlineData("ApiUrl", "AppKey=a", "AppSecret=s", "RobotCode=r", "ApiUrl=http://api.dingtalk.com")] // the secret would go out in the open
    [InlineData("LegacyApiUrl", "AppKey=a", "AppSecret=s", "RobotCode=r", "LegacyApiUrl=nowhere")]
    [InlineData("CardRouteKey", "AppKey=a", "AppSecret=s", "RobotCode=r", "Mode=Http", "CardTemplateId=t")]
    [InlineData("CardSecret", "AppKey=a", "AppSecret=s", "RobotCode=r", "Mode=Http", "CardTemplateId=t", "CardRouteKey=k")]
    [InlineData(null, "AppKey=a", "AppSecret=s", "RobotCode=r", "Mode=Http", "AesKey=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")]
    [InlineData("AesKey", "AppKey=a", "AppSecret=s", "RobotCode=r", "Mode=Http", "AesKey=short")]
    [InlineData("AesKey", "AppKey=a", "AppSecret=s", "RobotCode=r", "Mode=Stream", "AesKey=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")] // nothing is encrypted there
    [InlineData(null, "AppKey=a", "AppSecret=s", "RobotCode=r", "Todo=true", "TodoUrl=https://planbot.example.gov.cn/chat")]
    [InlineData("TodoUrl", "AppKey=a", "AppSecret=s", "RobotCode=r", "Todo=true")]
    [InlineData("TodoUrl", "AppKey=a", "AppSecret=s", "RobotCode=r", "TodoUrl=javascript:alert(1)")]
    [InlineData(null, "AppKey=a", "AppSecret=s", "RobotCode=r", "DingStep=due+3", "DingBy=sms")]
    [InlineData("DingStep", "AppKey=a", "AppSecret=s", "RobotCode=r", "DingStep=digest")] // reminds nobody
    [InlineData("DingStep", "AppKey=a", "AppSecret=s", "RobotCode=r", "DingStep=last")]
    [InlineData("DingBy", "AppKey=a", "AppSecret=s", "RobotCode=r", "DingStep=due+3", "DingBy=letter")]
    [InlineData("WebhookHosts", "AppKey=a", "AppSecret=s", "RobotCode=r", "WebhookHosts:0=https://oapi.dingtalk.com/")]
    public void Serving_refuses_a_channel_that_is_half_configured_and_names_the_key(string? key, params string[] settings)
    {
        var refusal = Record.Exception(() => DingTalkComposition.CheckDingTalk(Configuration(settings)));

        if (key is null)
            Assert.Null(refusal);
        else
            Assert.StartsWith($"Channels:DingTalk:{key} ", Assert.IsType<SettingException>(refusal).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://oapi.dingtalk.com/robot/sendBySession?session=1", true)]
    [InlineData("https://api.dingtalk.com/robot/sendBySession?session=1", true)]
    [InlineData("https://OAPI.dingtalk.com/robot/sendBySession", true)]
    [InlineData("http://127.0.0.1:5000/robot/sendBySession", false)] // not on the list
    public void A_webhook_is_one_of_DingTalks_own_hosts(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, new DingTalkOptions { WebhookHosts = ["oapi.dingtalk.com", "api.dingtalk.com"] }.AllowsWebhook(new Uri(address)));

    [Theory]
    [InlineData("wss://wss-open-connection.dingtalk.com:443/connect", true)]
    [InlineData("ws://wss-open-connection.dingtalk.com/connect", false)]
    [InlineData("wss://evil.example.com/connect", false)]
    public void The_socket_leads_to_DingTalk(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, new DingTalkOptions { StreamHosts = ["*.dingtalk.com"] }.AllowsStream(new Uri(address)));

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("100.100.2.136", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("::1", true)]
    [InlineData("::", true)] // leads to this machine
    [InlineData("fd00::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("203.119.1.1", false)]
    [InlineData("2001:4860::1", false)]
    public void A_name_that_leads_into_a_private_network_is_not_followed(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, PrivateNetworks.Contain(System.Net.IPAddress.Parse(address)));

    private static IConfiguration Configuration(string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => "Channels:DingTalk:" + pair[0], pair => (string?)pair[1]))
        .AddInMemoryCollection([new("Reminders:Steps:0:Key", "due+3"), new("Reminders:Steps:0:Kind", "Escalation"), new("Reminders:Steps:1:Key", "digest"), new("Reminders:Steps:1:Kind", "CoordinatorDigest")]).Build();
}
