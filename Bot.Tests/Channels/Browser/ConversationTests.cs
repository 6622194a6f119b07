using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>Direct Line in good order: one lasting conversation for each user, everything in it, in order.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private BrowserHost host = null!;

    public async Task InitializeAsync() => host = await BrowserHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task What_a_person_says_is_echoed_before_the_answer()
    {
        var visit = await host.VisitAsync("unit-2");
        var (_, before) = await visit.ReadAsync();

        var (status, answer) = await visit.SayAsync("我们的任务", "client-7");

        Assert.Equal(200, status);
        var (activities, _) = await visit.ReadAsync(before);
        Assert.Equal(["我们的任务", "回声：我们的任务"], activities.Select(activity => (string)activity["text"]!));
        var (said, replied) = (activities[0], activities[1]);
        Assert.Equal((string)answer!["id"]!, (string)said["id"]!);
        Assert.Equal("client-7", (string)said["channelData"]!["clientActivityID"]!);
        Assert.Equal("unit-2", (string)said["from"]!["id"]!);
        Assert.Equal((string)said["id"]!, (string)replied["replyToId"]!);
        Assert.Equal("bot", (string)replied["from"]!["role"]!);
        Assert.NotEqual("unit-2", (string)replied["from"]!["id"]!);
        foreach (var activity in activities)
        {
            Assert.Equal("directline", (string)activity["channelId"]!);
            Assert.Equal(visit.ConversationId, (string)activity["conversation"]!["id"]!);
            Assert.Equal(Ledgers.At("2020-03-31 08:55"), DateTimeOffset.Parse((string)activity["timestamp"]!, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task The_same_activity_posted_twice_is_one_turn()
    {
        var visit = await host.VisitAsync("unit-2");
        var (_, before) = await visit.ReadAsync();

        var (_, first) = await visit.SayAsync("确认", "k5z3w8yq0p1");
        var (status, again) = await visit.SayAsync("确认", "k5z3w8yq0p1");
        await visit.SayAsync("确认", "another-one");

        Assert.Equal((200, (string)first!["id"]!), (status, (string)again!["id"]!));
        var (activities, _) = await visit.ReadAsync(before);
        Assert.Equal(["确认", "回声：确认", "确认", "回声：确认"], activities.Select(activity => (string)activity["text"]!));
    }

    [Fact]
    public async Task What_was_sent_counts_as_seen_when_the_page_has_shown_it()
    {
        var visit = await host.VisitAsync("unit-1");
        await visit.ReadAsync();
        var (id, receipts) = (Guid.CreateVersion7(), host.Services.GetRequiredService<IReceiptRepository>());
        var to = new PlanBot.Data.Model.ChannelIdentity { Channel = "directline", UserId = "unit-1", PersonId = host.Ledgers.People[0].Id };
        var content = new PlanBot.Domain.ReminderContent(id, host.Ledgers.People[0], PlanBot.Data.Model.ReminderKind.Announcement, "x", "zh", host.Clock.Now, [], new PlanBot.Domain.AnnouncementLetter("明天停电"));

        await host.Services.GetRequiredService<PlanBot.UseCases.IOutbound>().SendAsync(to, content, CancellationToken.None);

        Assert.Equal([id.ToString("N")], await receipts.UnseenAsync("directline", "unit-1", CancellationToken.None));
        await visit.ReadAsync();
        Assert.Empty(await receipts.UnseenAsync("directline", "unit-1", CancellationToken.None));
    }

    [Fact]
    public async Task Who_speaks_and_where_is_never_the_clients_word()
    {
        var visit = await host.VisitAsync("unit-2");

        await visit.PostAsync(new JsonObject
        {
            ["type"] = "message", ["text"] = "让我看看", ["id"] = "mine", ["channelId"] = "msteams", ["serviceUrl"] = "http://elsewhere.example", ["callerId"] = "boss",
            ["from"] = new JsonObject { ["id"] = "coordinator", ["name"] = "牵头部门", ["role"] = "bot" }, ["recipient"] = new JsonObject { ["id"] = "unit-3" },
            ["conversation"] = new JsonObject { ["id"] = "another" }, ["timestamp"] = "1999-01-01T00:00:00Z", ["deliveryMode"] = "expectReplies",
        });

        var heard = host.Bot.Heard[^1];
        Assert.Equal(("unit-2", null, "user"), (heard.From.Id, heard.From.Name, heard.From.Role));
        Assert.Equal(("directline", visit.ConversationId), (heard.ChannelId, heard.Conversation.Id));
        Assert.NotEqual("unit-3", heard.Recipient.Id);
        Assert.NotEqual("mine", heard.Id);
        Assert.DoesNotContain("elsewhere", heard.ServiceUrl, StringComparison.Ordinal);
        Assert.Equal(Ledgers.At("2020-03-31 08:55"), heard.Timestamp);
        Assert.Null(heard.DeliveryMode);
        Assert.Empty(heard.Properties);
    }

    [Fact]
    public async Task What_a_person_typed_reaches_the_bot_and_the_echo_unchanged()
    {
        const string text = "进展：2020-04-01T09:00:00Z 完成\n问题：“无” <b>&amp;</b> \\ 😀";
        var visit = await host.VisitAsync("unit-2");

        await visit.PostAsync(new JsonObject { ["type"] = "message", ["text"] = text, ["value"] = new JsonObject { ["due"] = "2020-04-01T09:00:00+08:00" } });

        Assert.Equal(text, host.Bot.Heard[^1].Text);
        Assert.Equal("2020-04-01T09:00:00+08:00", ((Newtonsoft.Json.Linq.JObject)host.Bot.Heard[^1].Value)["due"]!.ToString());
        var (activities, _) = await visit.ReadAsync();
        Assert.Equal(text, (string)activities[^2]["text"]!);
        Assert.Equal("2020-04-01T09:00:00+08:00", (string)activities[^2]["value"]!["due"]!);
    }

    [Fact]
    public async Task Each_user_has_one_lasting_conversation_and_is_greeted_once()
    {
        var first = await host.VisitAsync("unit-2");
        await first.SayAsync("一");

        var second = await host.VisitAsync("unit-2");

        Assert.Equal(first.ConversationId, second.ConversationId);
        Assert.Equal(["你好", "一", "回声：一"], await second.TextsAsync());
        Assert.Single(host.Bot.Heard, heard => heard.Type == "conversationUpdate");
        Assert.NotEqual(first.ConversationId, (await host.VisitAsync("unit-3")).ConversationId);
    }

    [Fact]
    public async Task Starting_is_201_the_first_time_and_200_after_that()
    {
        var (token, conversation) = await host.TokenAsync("unit-2");

        var first = await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, []);
        var again = await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, (HttpContent?)null);

        Assert.Equal((201, 200), (first.Status, again.Status));
        foreach (var (_, body) in new[] { first, again })
        {
            Assert.Equal(conversation, (string)body!["conversationId"]!);
            Assert.Equal(1800, (int)body["expires_in"]!);
            Assert.StartsWith("ws://127.0.0.1:", (string)body["streamUrl"]!, StringComparison.Ordinal);
            Assert.NotEmpty((string)body["token"]!);
        }
    }

    [Fact]
    public async Task The_greeting_speaks_the_language_of_the_page()
    {
        var (token, _) = await host.TokenAsync("unit-2");

        await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, new JsonObject { ["locale"] = "en-US" });

        Assert.Equal("en-US", host.Bot.Heard[^1].Locale);
        Assert.Equal(["unit-2", "planbot"], host.Bot.Heard[^1].MembersAdded.Select(member => member.Id));
    }

    [Fact]
    public async Task A_watermark_shows_what_came_after_it()
    {
        var visit = await host.VisitAsync("unit-2");
        await visit.SayAsync("一");
        var (_, watermark) = await visit.ReadAsync();

        await visit.SayAsync("二");

        Assert.Equal(["二", "回声：二"], await visit.TextsAsync(watermark));
        var (none, end) = await visit.ReadAsync((await visit.ReadAsync()).Watermark);
        Assert.Empty(none);
        Assert.Equal((await visit.ReadAsync()).Watermark, end);
    }

    [Fact]
    public async Task History_goes_back_at_least_200_activities()
    {
        var visit = await host.VisitAsync("unit-2");
        var log = host.Services.GetRequiredService<IChatRepository>();
        var long_ago = Enumerable.Range(1, 450).Select(n => new NewChatActivity($"n{n}", $$"""{"type":"message","text":"{{n}}"}"""));
        await log.AppendAsync(visit.ConversationId, [.. long_ago], CancellationToken.None);

        var texts = await visit.TextsAsync();

        Assert.Equal(Enumerable.Range(251, 200).Select(n => n.ToString(CultureInfo.InvariantCulture)), texts.TakeLast(200));
    }

    [Fact]
    public async Task All_messages_of_a_turn_are_written_together()
    {
        var visit = await host.VisitAsync("unit-2");
        using var watching = await visit.WatchAsync();
        await watching.NextAsync();

        await visit.SayAsync("twice");

        var frame = await watching.NextAsync();
        Assert.Equal(["twice", "回声：twice", "第二条"], frame.Select(activity => (string)activity["text"]!));
    }

    [Fact]
    public async Task When_the_bot_fails_the_person_reads_an_apology_and_the_client_gets_502()
    {
        var visit = await host.VisitAsync("unit-2");
        var (_, before) = await visit.ReadAsync();

        var (status, answer) = await visit.SayAsync("fail");

        Assert.Equal(502, status);
        Assert.Equal("BotRejectedActivity", (string)answer!["error"]!["code"]!);
        var texts = await visit.TextsAsync(before);
        Assert.Equal(["fail", "回声：fail"], texts.Take(2));
        Assert.StartsWith("Sorry", Assert.Single(texts.Skip(2)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret reason", string.Concat(texts) + answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(200, (await visit.SayAsync("好了吗")).Status);
    }

    [Fact]
    public async Task Turns_of_one_conversation_run_one_after_another()
    {
        var visit = await host.VisitAsync("unit-2");
        var waiting = visit.SayAsync("wait");
        while (host.Bot.Heard[^1].Text != "wait")
            await Task.Yield();

        var next = visit.SayAsync("next");
        var other = await (await host.VisitAsync("unit-3")).SayAsync("other");
        var heardMeanwhile = host.Bot.Heard.Select(heard => heard.Text).ToList();
        host.Bot.Release();
        await Task.WhenAll(waiting, next);

        Assert.Equal(200, other.Status);
        Assert.DoesNotContain("next", heardMeanwhile);
        Assert.Equal(["wait", "回声：wait", "next", "回声：next"], (await visit.TextsAsync()).Skip(1));
    }

    [Fact]
    public async Task Typing_is_neither_kept_nor_echoed()
    {
        var visit = await host.VisitAsync("unit-2");
        var before = await visit.TextsAsync();

        var (status, answer) = await visit.PostAsync(new JsonObject { ["type"] = "typing" });

        Assert.Equal(200, status);
        Assert.NotEmpty((string)answer!["id"]!);
        Assert.Equal(before, await visit.TextsAsync());
    }

    [Fact]
    public async Task A_bound_persons_conversation_is_remembered()
    {
        await host.VisitAsync("unit-2");
        await host.VisitAsync("nobody-we-know");

        var people = host.Services.GetRequiredService<IPersonRepository>();
        var identity = Assert.Single(await people.IdentitiesAsync(host.Ledgers.ContactOf(2).Id, CancellationToken.None));
        Assert.Contains("directline", identity.ConversationReference, StringComparison.Ordinal);
        Assert.Null(await people.FindByIdentityAsync("directline", "nobody-we-know", CancellationToken.None));
    }
}
