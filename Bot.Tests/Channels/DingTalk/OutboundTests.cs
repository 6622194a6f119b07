using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Channels.DingTalk;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Tests.Fakes.DingTalk;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>How reminders and answers reach people, and what each refusal of DingTalk means.</summary>
public sealed class OutboundTests : IAsyncLifetime
{
    private DingTalkHost host = null!;

    private FakeDingTalk DingTalk => host.DingTalk;

    public async Task InitializeAsync()
    {
        host = await DingTalkHost.StartAsync();
        await BindAsync(host);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_reminder_reaches_somebody_who_has_never_written_as_a_card_with_buttons()
    {
        var delivery = await host.RemindAsync();

        Assert.IsType<Delivery.Sent>(delivery);
        var shown = Assert.Single(DingTalk.Said);
        Assert.Equal(("staff-1", "api"), (shown.UserId, shown.Way));
        Assert.StartsWith("sampleActionCard", shown.Kind, StringComparison.Ordinal);
        Assert.Contains("第1项任务", shown.Text, StringComparison.Ordinal);
        Assert.All(shown.Buttons, button => Assert.StartsWith("dtmd://dingtalkclient/sendMessage?content=", button.Url, StringComparison.Ordinal));
        Assert.Contains(DingTalk.Calls, call => call.Path.EndsWith("readStatus", StringComparison.Ordinal)); // accepted is not delivered
    }

    [Fact]
    public async Task The_same_text_to_the_same_person_on_one_day_arrives_each_time()
    {
        for (var time = 0; time < 3; time++)
            Assert.IsType<Delivery.Sent>(await host.RemindAsync());

        Assert.Equal(3, DingTalk.Said.Count);
        Assert.Contains("今天第二次发送", DingTalk.Said[1].Text, StringComparison.Ordinal);
        Assert.Contains("今天第三次发送", DingTalk.Said[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_says_the_same_to_many_leaves_in_calls_of_twenty_and_each_persons_fate_is_their_own()
    {
        for (var number = 1; number <= 45; number++)
            DingTalk.Api.Add($"many-{number}", "同事");
        DingTalk.Api.People.TryRemove("many-7", out _);
        DingTalk.Api.Held["many-9"] = true;
        var sends = host.Services.GetRequiredService<RobotSends>();

        var fates = await Task.WhenAll(Enumerable.Range(1, 45).Select(number => sends.SendAsync($"many-{number}", new RobotReply.Words("明天放假"), CancellationToken.None)));

        var calls = DingTalk.Calls.Where(call => call.Path.EndsWith("batchSend", StringComparison.Ordinal)).ToList();
        Assert.InRange(calls.Count, 3, 6);
        Assert.All(calls, call => Assert.InRange(call.Body!["userIds"]!.AsArray().Count, 1, 20));
        Assert.Equal((SendFate.NoSuchPerson, SendFate.Held, 43), (fates[6].Fate, fates[8].Fate, fates.Count(fate => fate.Fate == SendFate.Accepted)));
        Assert.Equal(43, DingTalk.Said.Count);
    }

    [Fact]
    public async Task Somebody_who_has_left_is_noticed_and_not_tried_again()
    {
        DingTalk.Api.People.TryRemove("staff-1", out _);

        var first = await host.RemindAsync();
        DingTalk.Forget();
        var second = await host.RemindAsync();

        Assert.Equal(new Delivery.Unreachable("left the organisation"), first);
        Assert.Equal(first, second);
        Assert.Empty(DingTalk.Calls);
    }

    [Fact]
    public async Task Somebody_who_has_had_too_much_gets_it_later()
    {
        DingTalk.Api.Held["staff-1"] = true;

        Assert.Equal(new Delivery.TryLater("flow control", TimeSpan.FromMinutes(1)), await host.RemindAsync());
    }

    [Fact]
    public async Task What_was_accepted_and_not_delivered_does_not_count_as_sent()
    {
        DingTalk.Api.SendStatus = "FAILED";

        Assert.Equal(new Delivery.TryLater("accepted and not delivered", null), await host.RemindAsync());
    }

    public static TheoryData<string, int, string, int, string> Refusals => new()
    {
        // path, status, body, calls of it, what it means
        { "batchSend", 403, """{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","accessdenieddetail":{"requiredScopes":["qyapi_robot_sendmsg"]}}""", 1, "unreachable: 403 Forbidden.AccessDenied.AccessTokenPermissionDenied, alarm" },
        { "batchSend", 403, """{"code":"Forbidden.AccessDenied.IpNotInWhiteList"}""", 1, "unreachable: 403 Forbidden.AccessDenied.IpNotInWhiteList, alarm" },
        { "batchSend", 403, """{"code":"Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"}""", 4, "later: 403 Forbidden.AccessDenied.QpsLimitForAppkeyAndApi after 1" },
        { "batchSend", 429, "{}", 4, "later: 429 after 1" },
        { "batchSend", 403, """{"code":"Forbidden.AccessDenied.ApiCountLimitForOrg"}""", 1, "unreachable: 403 Forbidden.AccessDenied.ApiCountLimitForOrg, alarm" },
        { "batchSend", 400, """{"code":"staffId.notExisted"}""", 1, "unreachable: left the organisation" },
        { "batchSend", 400, """{"code":"chatbotId.notAllow.sendOTO"}""", 1, "unreachable: 400 chatbotId.notAllow.sendOTO, alarm" },
        { "batchSend", 400, """{"code":"contain.notAllowed.word"}""", 1, "unreachable: 400 contain.notAllowed.word, alarm" },
        { "batchSend", 400, """{"code":"InvalidAuthentication"}""", 2, "later: 400 InvalidAuthentication, all, alarm" }, // the second time with a new token
        { "batchSend", 500, """{"code":"ServiceUnavailable"}""", 1, "later: 500 ServiceUnavailable, all" },
        { "batchSend", 504, "", 1, "later: 504, all" },
        { "batchSend", 200, "<html>blocked</html>", 1, "later: 200 html after 300, all" },
        { "batchSend", 200, """{"status":1111,"punish":"deny","msg":"x"}""", 1, "later: 200 punish after 300, all" },
        { "accessToken", 400, """{"code":"invalidClientIdOrSecret"}""", 1, "later: 400 invalidClientIdOrSecret, all, alarm" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_has_its_consequence(string path, int status, string body, int tries, string outcome)
    {
        DingTalk.Answer = call => call.Path.EndsWith(path, StringComparison.Ordinal) ? Results.Text(body, body.StartsWith('<') ? "text/html" : "application/json", statusCode: status) : null;

        var delivery = await host.RemindAsync();

        Assert.Equal(outcome, delivery switch
        {
            Delivery.Unreachable unreachable => "unreachable: " + unreachable.Reason,
            Delivery.TryLater later => $"later: {later.Reason}{(later.After is { } after ? $" after {after.TotalSeconds}" : "")}{(later.IsOfChannel ? ", all" : "")}",
            _ => "sent",
        } + (host.Log.Text.Contains("DingTalk refuses the robot's messages", StringComparison.Ordinal) ? ", alarm" : ""));
        Assert.Equal(tries, DingTalk.Calls.Count(call => call.Path.EndsWith(path, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_token_that_has_ended_is_fetched_again_once_for_all()
    {
        await host.RemindAsync();
        var before = Tokens();
        DingTalk.Api.EndTokens();

        var deliveries = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.RemindAsync()));

        Assert.All(deliveries, delivery => Assert.IsType<Delivery.Sent>(delivery));
        Assert.Equal(before + 1, Tokens());
    }

    [Fact]
    public async Task Nodes_share_one_token_and_the_database_holds_it_sealed()
    {
        await using var first = await DingTalkHost.StartAsync("Http", null, speed: 1, []);
        await using var second = await DingTalkHost.StartAsync("Http", first, speed: 1, []);
        await BindAsync(first);

        await Task.WhenAll(first.RemindAsync(), second.RemindAsync());

        Assert.Equal(1, first.DingTalk.Calls.Count(call => call.Path == "/v1.0/oauth2/accessToken"));
        var stored = await first.Services.GetRequiredService<IChannelRepository>().TokenAsync("dingtalk", FakeDingTalk.AppKey, CancellationToken.None);
        Assert.DoesNotContain("token", stored!.Token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends()
    {
        await host.RemindAsync();
        host.Wall.Pass(TimeSpan.FromMinutes(114));

        await host.RemindAsync();

        Assert.Equal(2, Tokens());
        Assert.DoesNotContain(DingTalk.Calls, call => call.Token == "none");
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("unknown")]
    [InlineData("tooFast")]
    [InlineData("broken")]
    [InlineData("html")]
    public async Task An_answer_whose_session_fails_goes_out_by_the_robot(string how)
    {
        var message = DingTalk.Sessions.Text("我的任务");
        if (how == "ended")
            message["sessionWebhookExpiredTime"] = DingTalk.Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeMilliseconds();
        if (how == "unknown")
            DingTalk.Sessions.End();
        DingTalk.Answer = call => call.Path != "/robot/sendBySession" ? null : how switch
        {
            "tooFast" => Results.Json(new { errcode = 130101, errmsg = "send too fast" }),
            "broken" => Results.StatusCode(502),
            "html" => Results.Text("<html></html>", "text/html"),
            _ => null,
        };

        await host.PostAsync(message);

        var answer = Assert.Single(DingTalk.Said);
        Assert.Equal(("api", "staff-1"), (answer.Way, answer.UserId));
    }

    [Fact]
    public async Task An_answer_outlives_some_failures_of_the_robot_too()
    {
        DingTalk.Sessions.End();
        var message = DingTalk.Sessions.Text("我的任务");
        message["sessionWebhookExpiredTime"] = 1;
        var failures = 0;
        DingTalk.Answer = call => call.Path.EndsWith("batchSend", StringComparison.Ordinal) && failures++ < 2 ? Results.StatusCode(503) : null;

        await host.PostAsync(message);

        Assert.Single(DingTalk.Said);
    }

    [Fact]
    public async Task The_limit_of_a_conversation_is_kept_and_what_is_beyond_goes_by_the_robot()
    {
        await using var slow = await DingTalkHost.StartAsync("Http", null, speed: 1, [("Channels:DingTalk:RepliesPerMinute", "3")]);

        for (var at = 0; at < 6; at++)
            await slow.SayAsync("我的任务");

        Assert.Equal(6, slow.DingTalk.Said.Count);
        Assert.Equal(3, slow.DingTalk.Said.Count(said => said.Way == "webhook"));
    }

    [Fact]
    public async Task The_limit_of_an_api_is_kept()
    {
        await using var slow = await DingTalkHost.StartAsync("Http", null, speed: 1, []);
        slow.DingTalk.Api.CallsPerSecond = 25; // by whole seconds, and what lies between sending and arriving is not ours
        var sends = slow.Services.GetRequiredService<RobotSends>();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(at => sends.SendAsync("staff-1", new RobotReply.Words($"第{at}条"), CancellationToken.None)));

        var times = slow.DingTalk.Calls.Where(call => call.Path.EndsWith("batchSend", StringComparison.Ordinal)).Select(call => call.At).Order().ToList();
        Assert.Equal(60, slow.DingTalk.Said.Count);
        Assert.True(times[^1] - times[0] >= TimeSpan.FromSeconds(1.9), $"{times.Count} calls in {times[^1] - times[0]}");
    }

    [Fact]
    public async Task In_a_group_the_robot_answers_by_the_group()
    {
        var message = DingTalk.Sessions.InGroup(DingTalk.Sessions.Text("谢谢"));
        message["sessionWebhookExpiredTime"] = 1;

        await host.PostAsync(message);

        Assert.Equal(("group", "cid-group=="), (Assert.Single(DingTalk.Said).Way, DingTalk.Said[0].ConversationId));
    }

    [Fact]
    public async Task What_is_used_of_the_quota_is_counted_and_an_alarm_says_when_it_is_nearly_used_up()
    {
        await using var small = await DingTalkHost.StartAsync("Http", ("Channels:DingTalk:MessagesPerMonth", "10"));
        for (var at = 0; at < 4; at++)
            await small.SayAsync("我的任务"); // one in, one out

        await small.Services.GetRequiredService<DingTalkUsage>().WriteAsync(CancellationToken.None);

        var month = DingTalkUsage.MonthOf(small.Wall.GetUtcNow());
        Assert.Equal(8, await small.Services.GetRequiredService<IChannelRepository>().UsedAsync("dingtalk", month, UsageKind.Messages, CancellationToken.None));
        Assert.Contains("8 of 10 Messages", small.Log.Text, StringComparison.Ordinal);
        var letters = await small.Services.GetRequiredService<IDatabase>().QueryAsync<string>("SELECT body FROM letter", null, CancellationToken.None);
        Assert.Contains("\"kind\":\"quota\"", Assert.Single(letters), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_the_list_can_be_written_to_before_they_write_by_staff_id_and_by_mobile_number()
    {
        var people = host.Services.GetRequiredService<IPersonRepository>();
        await host.Services.GetRequiredService<IContactListRepository>().SaveAsync(host.Ledgers.People[3] with { Mobile = "13900000009" }, CancellationToken.None);
        DingTalk.Api.Add("staff-8", "赵磊", "13900000009");
        var directory = host.Services.GetRequiredService<DingTalkDirectory>();

        await directory.LookAsync(CancellationToken.None);
        DingTalk.Forget();
        var again = await directory.LookAsync(CancellationToken.None);

        Assert.Equal(["staff-1", "staff-2", "staff-3", "staff-4", "staff-8"], (await people.IdentitiesOnAsync("dingtalk", CancellationToken.None)).Select(identity => identity.UserId).Order());
        Assert.Equal((0, 0), (again, DingTalk.Calls.Count(call => call.Path.Contains("mobile", StringComparison.Ordinal))));
        Assert.IsType<Delivery.Sent>(await host.RemindAsync(2));
    }

    private int Tokens() => DingTalk.Calls.Count(call => call.Path == "/v1.0/oauth2/accessToken");

    private static Task BindAsync(DingTalkHost at) => at.Services.GetRequiredService<IPersonRepository>()
        .BindAsync(new ChannelIdentity { Channel = "dingtalk", UserId = "staff-1", PersonId = at.Ledgers.ContactOf(1).Id }, CancellationToken.None);
}
