using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Channels.DingTalk;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Fakes.DingTalk;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>PlanBot where DingTalk calls it: what people say, in every form, and what is no message of theirs.</summary>
public sealed class CallbackTests : IAsyncLifetime
{
    private const string Report = "第一项：进展：已完成选址 问题：无 成效：开班三期 下一步：验收";
    private DingTalkHost host = null!;

    private FakeDingTalk DingTalk => host.DingTalk;

    public async Task InitializeAsync() => host = await DingTalkHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Whoever_is_listed_is_known_at_the_first_word_and_answered_where_the_message_said()
    {
        var said = await host.SayAsync("我的任务");

        Assert.Contains("第1项任务", Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal(("webhook", "staff-1"), (DingTalk.Said[^1].Way, DingTalk.Said[^1].UserId));
        Assert.DoesNotContain(DingTalk.Calls, call => call.Path.Contains("batchSend", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_is_filed_in_chat_with_buttons_that_say_their_words()
    {
        var summary = await host.SayAsync(Report);
        var card = DingTalk.Said[^1];
        var filed = await host.SayAsync(Words(card.Buttons.Single(button => button.Title == "确认").Url));
        var tasks = await host.SayAsync("我的任务");

        Assert.Contains("已完成选址", string.Concat(summary), StringComparison.Ordinal);
        Assert.Equal("actionCard", card.Kind);
        Assert.Contains("已", string.Concat(filed), StringComparison.Ordinal);
        Assert.Contains("已报送", string.Concat(filed) + string.Concat(tasks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_pushed_again_has_one_effect()
    {
        var message = DingTalk.Sessions.Text("我的任务");

        await host.PostAsync(message);
        var again = await host.PostAsync(message);

        Assert.Empty(again);
        Assert.Single(DingTalk.Said);
    }

    [Fact]
    public async Task Messages_that_come_out_of_order_while_one_is_dealt_with_are_dealt_with_as_they_were_said()
    {
        var messages = new[] { Report, "确认", "我的任务" }.Select((text, at) => Later(DingTalk.Sessions.Text(text), at)).ToList();
        var released = new TaskCompletionSource();
        DingTalk.Answer = call => call.Path == "/robot/sendBySession" && !released.Task.IsCompleted ? new HeldAnswer(released.Task) : null;

        await DingTalk.Sessions.PostAsync(host.Address, DingTalk.Sessions.Text("你好"));
        await FakeDingTalk.UntilAsync(() => DingTalk.Calls.Any(call => call.Path == "/robot/sendBySession"));
        foreach (var at in new[] { 2, 0, 1 })
            await DingTalk.Sessions.PostAsync(host.Address, messages[at]);
        released.SetResult();
        await host.QuietAsync();

        Assert.Contains("已完成选址", DingTalk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("已报送", string.Concat(DingTalk.Said.Skip(1).Select(said => said.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_still_waits_when_a_node_stops_is_had_by_the_next_at_once()
    {
        var released = new TaskCompletionSource();
        DingTalk.Answer = call => call.Path == "/robot/sendBySession" && !released.Task.IsCompleted ? new HeldAnswer(released.Task) : null;
        await DingTalk.Sessions.PostAsync(host.Address, DingTalk.Sessions.Text("你好"));
        await FakeDingTalk.UntilAsync(() => DingTalk.Calls.Any(call => call.Path == "/robot/sendBySession"));
        await DingTalk.Sessions.PostAsync(host.Address, Later(DingTalk.Sessions.Text("我的任务"), 1));

        var stopping = host.Services.GetRequiredService<DingTalkTurns>().StopAsync(CancellationToken.None);
        released.SetResult();
        await stopping;
        await using var next = await DingTalkHost.StartAsync("Http", host, DingTalkHost.Fast, []);

        await FakeDingTalk.UntilAsync(() => DingTalk.Said.Any(said => said.Text.Contains("第1项任务", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_cannot_be_looked_up_in_time_is_answered_all_the_same()
    {
        await using var slow = await DingTalkHost.StartAsync(
            "Http", null, DingTalkHost.Fast, [], more: services => services.AddHttpClient(DingTalkApi.Client).AddHttpMessageHandler(() => new TooLate("/topapi/v2/user/get")));

        var said = await slow.SayAsync("我的任务", "staff-9");

        Assert.NotEmpty(said);
        Assert.DoesNotContain("The turn of message", slow.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voice_message_is_heard_by_its_words()
    {
        var said = await host.PostAsync(DingTalk.Sessions.Message("audio", "staff-1", body => body["content"] = new JsonObject { ["duration"] = 4000, ["downloadCode"] = "x", ["recognition"] = "我的任务" }));

        Assert.Contains("第1项任务", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rich_text_is_read_as_one_text()
    {
        var said = await host.PostAsync(DingTalk.Sessions.Message("richText", "staff-1", body => body["content"] = new JsonObject
        {
            ["richText"] = new JsonArray(new JsonObject { ["text"] = "我的" }, new JsonObject { ["type"] = "at", ["atName"] = "x" }, new JsonObject { ["text"] = "任务\n" }),
        }));

        Assert.Contains("第1项任务", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_documented_sample_with_the_text_as_content_is_read_too()
    {
        var said = await host.PostAsync(DingTalk.Sessions.Message("text", "staff-1", body => body["content"] = "我的任务"));

        Assert.Contains("第1项任务", Assert.Single(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("video")]
    [InlineData("unknownMsgType")]
    [InlineData("interactiveCard")]
    [InlineData("chatRecord")]
    [InlineData("somethingNew")]
    public async Task A_kind_that_nobody_could_read_is_answered_politely(string kind)
    {
        var said = await host.PostAsync(DingTalk.Sessions.Message(kind, "staff-1", body => body["content"] = new JsonObject { ["unknownMsgType"] = "x" }));

        Assert.Contains("还看不懂", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_and_an_outsider_cannot_be_bound()
    {
        var stranger = await host.SayAsync("谁还没报", "staff-9");
        var outsider = await host.PostAsync(DingTalk.Sessions.Message("text", "x", body =>
        {
            body.Remove("senderStaffId");
            body["text"] = new JsonObject { ["content"] = "绑定我" };
        }));

        Assert.All(stranger.Concat(outsider), text => Assert.DoesNotContain("市教委", text, StringComparison.Ordinal));
        Assert.Contains("认不出您的账号", Assert.Single(outsider), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_DingTalk_knows_by_the_listed_mobile_number_is_known()
    {
        var people = host.Services.GetRequiredService<IContactListRepository>();
        await people.SaveAsync(host.Ledgers.People[3] with { Mobile = "13900000009" }, CancellationToken.None); // the backup of the second unit
        DingTalk.Api.Add("staff-8", "赵磊", "13900000009");

        var said = await host.SayAsync("我的任务", "staff-8");

        Assert.Contains("第2项任务", string.Concat(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_it_answers_what_is_said_to_it_and_only_what_all_may_see()
    {
        var mine = await host.PostAsync(DingTalk.Sessions.InGroup(DingTalk.Sessions.Text("我的任务")));
        var thanks = await host.PostAsync(DingTalk.Sessions.InGroup(DingTalk.Sessions.Text("谢谢")));

        Assert.DoesNotContain("第1项任务", string.Concat(mine), StringComparison.Ordinal);
        Assert.NotEmpty(thanks);
        Assert.All(DingTalk.Said, said => Assert.Equal(("cid-group==", 0), (said.ConversationId, said.Buttons.Count)));
    }

    [Fact]
    public async Task A_picture_and_a_file_are_fetched_and_kept_with_the_report()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[64]];
        var code = DingTalk.Api.Keep(png);

        var said = await host.PostAsync(DingTalk.Sessions.Message("picture", "staff-1", body => body["content"] = new JsonObject { ["downloadCode"] = code }));

        Assert.Contains("picture.png", string.Concat(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filled_in_form_begins_its_report()
    {
        var code = DingTalk.Api.Keep(System.Text.Encoding.UTF8.GetBytes("第一项：进展：已完成选址。问题：无。成效：开班三期。下一步：验收。"));

        var said = await host.PostAsync(DingTalk.Sessions.Message("file", "staff-1", body => body["content"] = new JsonObject { ["downloadCode"] = code, ["fileName"] = "进展.txt" }));

        Assert.Contains("已完成选址", string.Concat(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example.com/a")]
    [InlineData("http://127.0.0.1.evil.example.com/a")]
    [InlineData("file:///etc/hostname")]
    [InlineData("nowhere")]
    public async Task A_file_elsewhere_is_not_fetched_and_the_person_is_told(string address)
    {
        DingTalk.Answer = call => call.Path.EndsWith("messageFiles/download", StringComparison.Ordinal) ? Results.Json(new { downloadUrl = address }) : null;
        await host.SayAsync("你好");

        var said = await host.PostAsync(DingTalk.Sessions.Message("file", "staff-1", body => body["content"] = new JsonObject { ["downloadCode"] = "c", ["fileName"] = "a.xlsx" }));

        Assert.Contains("文件没有收到", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_big_is_not_fetched_and_the_person_is_told()
    {
        var code = DingTalk.Api.Keep(new byte[11 * 1024 * 1024]);
        await host.SayAsync("你好");

        var said = await host.PostAsync(DingTalk.Sessions.Message("file", "staff-1", body => body["content"] = new JsonObject { ["downloadCode"] = code, ["fileName"] = "a.xlsx" }));

        Assert.Contains("文件没有收到", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_comes_as_a_file_of_DingTalk()
    {
        var said = await host.SayAsync("导出一季度Word汇总", "staff-4");

        var file = DingTalk.Said.Single(message => message.Kind == "sampleFile");
        Assert.NotEmpty(said);
        Assert.Equal("docx", (string?)file.Raw["fileType"]);
        Assert.StartsWith("PK", System.Text.Encoding.ASCII.GetString(DingTalk.Api.Files[(string)file.Raw["mediaId"]!].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinator_asks_whether_the_quota_will_do()
    {
        foreach (var staff in new[] { "staff-1", "staff-2", "staff-3" })
            await host.SayAsync("你好", staff);

        var said = string.Concat(await host.SayAsync("钉钉额度够用吗", "staff-4"));
        var refused = string.Concat(await host.SayAsync("钉钉额度够用吗", "staff-1"));

        Assert.Contains("钉钉上有4人", said, StringComparison.Ordinal);
        Assert.Contains("每月5000次、3000条", said, StringComparison.Ordinal);
        Assert.Contains("够用", said, StringComparison.Ordinal);
        Assert.DoesNotContain("5000", refused, StringComparison.Ordinal);
    }

    private static JsonObject Later(JsonObject message, int seconds)
    {
        message["createAt"] = (long)message["createAt"]! + (seconds * 1000);
        return message;
    }

    /// <summary>As a client behaves whose patience is over.</summary>
    private sealed class TooLate(string path) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath == path ? throw new TaskCanceledException("too late", new TimeoutException()) : base.SendAsync(request, cancellationToken);
    }

    private static string Words(string url) => Uri.UnescapeDataString(url.Split("content=")[1]);
}
