using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fakes.DingTalk;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>What comes to the door and is not let in: it has no effect, and the log holds no secret of it.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private DingTalkHost host = null!;

    private FakeDingTalk DingTalk => host.DingTalk;

    public async Task InitializeAsync() => host = await DingTalkHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("another secret", null, null)]
    [InlineData(FakeDingTalk.AppSecret, null, "AAAA")]
    [InlineData(FakeDingTalk.AppSecret, null, "")]
    [InlineData(FakeDingTalk.AppSecret, "1577262236757", null)] // years ago
    [InlineData(FakeDingTalk.AppSecret, "99577262236757", null)]
    [InlineData(FakeDingTalk.AppSecret, "", null)]
    public async Task A_wrong_missing_or_old_signature_is_refused(string secret, string? timestamp, string? sign)
    {
        var (status, _) = await DingTalk.Sessions.PostAsync(host.Address, DingTalk.Sessions.Text("我的任务"), secret, timestamp, sign);

        await AssertNoEffectAsync(403, status);
    }

    [Fact]
    public async Task A_captured_signature_is_good_for_no_other_message()
    {
        var timestamp = DingTalk.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await DingTalk.Sessions.PostAsync(host.Address, DingTalk.Sessions.Text("我的任务"), timestamp: timestamp);
        await host.QuietAsync();
        DingTalk.Forget();

        var (other, _) = await DingTalk.Sessions.PostAsync(host.Address, DingTalk.Sessions.Text("谁还没报", "staff-4"), timestamp: timestamp);

        await AssertNoEffectAsync(403, other);
    }

    [Theory]
    [InlineData("https://evil.example.com/robot/sendBySession?session=1")]
    [InlineData("https://oapi.dingtalk.com.evil.example.com/robot/sendBySession?session=1")]
    [InlineData("https://oapi.dingtalk.com@evil.example.com/robot/sendBySession?session=1")]
    [InlineData("http://oapi.dingtalk.com/robot/sendBySession?session=1")]
    [InlineData("https://oapi.dingtalk.com:8443/robot/sendBySession?session=1")]
    [InlineData("https://oapi.dingtalk.com/robot/other?session=1")]
    [InlineData("http://169.254.169.254/robot/sendBySession?session=1")]
    [InlineData("ftp://oapi.dingtalk.com/robot/sendBySession")]
    [InlineData("/robot/sendBySession")]
    public async Task A_webhook_to_another_host_is_refused(string webhook)
    {
        var message = DingTalk.Sessions.Text("我的任务");
        message["sessionWebhook"] = webhook;

        var (status, _) = await DingTalk.Sessions.PostAsync(host.Address, message);

        await AssertNoEffectAsync(403, status);
        Assert.DoesNotContain("session=1", host.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("senderCorpId", "another-corp")]
    [InlineData("chatbotCorpId", "another-corp")]
    [InlineData("robotCode", "another-robot")]
    public async Task A_body_that_lies_about_where_it_is_from_is_refused(string field, string value)
    {
        var message = DingTalk.Sessions.Text("我的任务");
        message[field] = value;

        var (status, _) = await DingTalk.Sessions.PostAsync(host.Address, message);

        await AssertNoEffectAsync(403, status);
    }

    [Theory]
    [InlineData("msgId", null)]
    [InlineData("msgId", "7")]
    [InlineData("conversationId", """{"a":1}""")]
    [InlineData("conversationType", "\"3\"")]
    [InlineData("createAt", "\"yesterday\"")]
    [InlineData("createAt", "-1")]
    [InlineData("senderId", "[]")]
    [InlineData("msgtype", null)]
    [InlineData("msgtype", "\"planbotPress\"")] // what only a button of ours makes
    public async Task A_malformed_message_is_refused(string field, string? value)
    {
        var message = DingTalk.Sessions.Text("我的任务");
        message[field] = value is null ? null : JsonNode.Parse(value);

        var (status, _) = await DingTalk.Sessions.PostAsync(host.Address, message);

        await AssertNoEffectAsync(400, status);
    }

    [Theory]
    [InlineData("[]", 400)]
    [InlineData("7", 400)]
    [InlineData("\"text\"", 400)]
    public async Task What_is_no_object_is_refused(string json, int expected)
    {
        var (status, _) = await DingTalk.Sessions.PostAsync(host.Address, JsonNode.Parse(json)!);

        await AssertNoEffectAsync(expected, status);
    }

    [Fact]
    public async Task What_is_too_big_is_refused()
    {
        var (status, _) = await DingTalk.Sessions.PostAsync(host.Address, DingTalk.Sessions.Text(new string('长', 200_000)));

        await AssertNoEffectAsync(413, status);
    }

    [Fact]
    public async Task A_nick_name_and_a_claim_to_be_an_administrator_change_nothing()
    {
        var message = DingTalk.Sessions.Text("谁还没报", "staff-9");
        (message["senderNick"], message["isAdmin"]) = ("陈静", true);

        var said = await host.PostAsync(message);

        Assert.DoesNotContain("市教委", string.Concat(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_and_the_database_hold_neither_secrets_nor_sessions()
    {
        await host.SayAsync("第一项：进展：已完成选址 问题：无 成效：开班三期 下一步：验收");

        Assert.DoesNotContain(FakeDingTalk.AppSecret, host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sendBySession", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已完成选址", host.Log.Text, StringComparison.Ordinal);
        var kept = await host.Services.GetRequiredService<IDatabase>().QueryAsync<string>("SELECT message_id || coalesce(body, '') FROM inbox UNION ALL SELECT document FROM bot_state", null, CancellationToken.None);
        Assert.NotEmpty(kept);
        Assert.All(kept, row => Assert.DoesNotContain("sendBySession", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_end_of_the_quota_is_an_alarm_and_no_message()
    {
        var (status, _) = await DingTalk.Sessions.PostAsync(host.Address, new JsonObject { ["errorCode"] = "20001", ["errorMessage"] = "x" });

        Assert.Equal(200, status);
        Assert.Contains("the quota is used up", host.Log.Text, StringComparison.Ordinal);
        Assert.Empty(DingTalk.Said);
    }

    private async Task AssertNoEffectAsync(int expected, int status)
    {
        await host.QuietAsync();
        Assert.Equal(expected, status);
        Assert.Empty(DingTalk.Said);
        Assert.DoesNotContain(DingTalk.Calls, call => call.Path != "/v1.0/oauth2/accessToken");
        Assert.Equal(0, await host.Services.GetRequiredService<IDatabase>().FindAsync<long>("SELECT count(*) FROM inbox WHERE body IS NOT NULL", null, CancellationToken.None));
    }
}
