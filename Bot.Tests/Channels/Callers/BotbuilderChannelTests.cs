using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Channels.Teams;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Channels.Browser;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.Callers;

/// <summary>Microsoft's own connector receives what PlanBot sends, and checks the token that comes with it.</summary>
public sealed class BotbuilderChannelTests
{
    private const string Audience = "https://api.botframework.com";

    [NodeFact]
    public async Task Whatever_a_bot_says_changes_and_takes_back_arrives_under_its_ids_and_token()
    {
        await using var host = await BotbuilderHost.StartAsync(new Revising());
        var message = host.Message("改口");
        (message["id"], message["conversation"]!["id"]) = ("f:1/2?x=y&z#% é中", "19:会议/a+b@thread.tacv2;messageid=1");

        var (status, _) = await host.PostAsync(message);

        var (place, id) = ((string)message["conversation"]!["id"]!, (string)message["id"]!);
        var calls = await host.Channel.CallsAsync();
        Assert.Equal(200, status);
        Assert.Equal(
            [$"reply {place} {id} | typing ", $"reply {place} {id} | message 第一稿", $"update {place} sent-2 | message 第二稿", $"delete {place} sent-2 |  ", $"send {place} | message 另说一句"],
            calls.Select(call => $"{call.Operation} {string.Join(' ', call.Ids)} | {(string?)call.Body?["type"]} {call.Text}"));
        Assert.All(calls, call => Assert.Equal((FakeTeams.AppId, Audience), (call.App, call.Audience)));
        Assert.Single(host.Host.Login.Requests); // one token for all of them
    }

    [NodeFact]
    public async Task The_people_of_a_conversation_are_read_page_by_page()
    {
        var bot = new Asking();
        await using var host = await BotbuilderHost.StartAsync(bot);
        await host.Channel.HaveMembersAsync(
            [.. Enumerable.Range(1, 5).Select(number => new JsonObject { ["id"] = $"29:{number}/é", ["name"] = $"第{number}人", ["userPrincipalName"] = $"{number}@example.gov.cn", ["objectId"] = $"object-{number}" })]);

        await host.PostAsync(host.Message("都有谁"));

        Assert.Equal(["29:1/é", "29:2/é", "29:3/é", "29:4/é", "29:5/é"], bot.Members.Select(member => member.Id));
        Assert.Equal(("5@example.gov.cn", "object-5"), (bot.Fifth!.UserPrincipalName, bot.Fifth.AadObjectId));
        Assert.Equal(
            ["""{"size":3}""", """{"size":3,"token":"2"}""", """{"size":3,"token":"4"}"""],
            (await host.Channel.CallsAsync()).Where(call => call.Operation == "page").Select(call => call.Body.Json()));
    }

    [NodeFact]
    public async Task A_reminder_arrives_with_its_notification_and_card_and_one_token_serves_all()
    {
        await using var host = await BotbuilderHost.StartAsync();
        await host.PostAsync(host.Message("你好"));
        await host.Channel.CallsAsync();

        var delivery = await RemindAsync(host.Host);

        Assert.IsType<Delivery.Sent>(delivery);
        var reminder = Assert.Single(await host.Channel.CallsAsync());
        Assert.Equal(("a:with-zhang", FakeTeams.AppId, Audience), (reminder.Ids[0], reminder.App, reminder.Audience));
        Assert.True((bool)reminder.Body!["channelData"]!["notification"]!["alert"]!);
        Assert.NotEmpty((string)reminder.Body["summary"]!);
        Assert.Equal(("29:zhang", FakeTeams.Bot), ((string?)reminder.Body["recipient"]!["id"], (string?)reminder.Body["from"]!["id"]));
        Assert.Contains("第1项任务", reminder.Body["attachments"]!.Json(), StringComparison.Ordinal);
        Assert.Single(host.Host.Login.Requests);
    }

    [NodeTheory]
    [InlineData(403, "unreachable: 403")] // in plain text, which says nothing of why
    [InlineData(404, "unreachable: conversation gone")]
    [InlineData(500, "later: 500")]
    [InlineData(501, "later: 501")]
    public async Task A_refusal_in_plain_text_has_its_consequence_too(int status, string outcome)
    {
        await using var host = await BotbuilderHost.StartAsync();
        await host.PostAsync(host.Message("你好"));
        await host.Channel.RefuseAsync(status, "ChannelServiceHandler: no");

        var delivery = await RemindAsync(host.Host);

        Assert.Equal(outcome, delivery switch { Delivery.Unreachable unreachable => "unreachable: " + unreachable.Reason, Delivery.TryLater later => "later: " + later.Reason, _ => "sent" });
        Assert.Single(await host.Channel.CallsAsync());
    }

    [NodeFact]
    public async Task A_token_that_their_check_refuses_is_renewed_once_and_nothing_arrives()
    {
        await using var host = await BotbuilderHost.StartAsync(new EchoBot());
        host.Host.Login.Key = new TokenKey("of-nobody");

        var (status, _) = await host.PostAsync(host.Message("早"));

        Assert.Equal(200, status); // the channel did its part
        Assert.Empty(await host.Channel.CallsAsync());
        Assert.Equal(2, host.Host.Login.Requests.Count);
        Assert.Contains("was not taken", host.Host.Log.Text, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_conversation_that_the_bot_opens_is_spoken_in_at_once()
    {
        await using var host = await BotbuilderHost.StartAsync(new EchoBot());
        var parameters = new ConversationParameters
        {
            IsGroup = false, Bot = new ChannelAccount(FakeTeams.Bot), Members = [new ChannelAccount("29:li")], TenantId = FakeTeams.Tenant,
            ChannelData = new TeamsChannelData { Tenant = new TenantInfo(FakeTeams.Tenant) },
        };

        await host.Host.Services.GetRequiredService<TeamsAdapter>().CreateConversationAsync(
            FakeTeams.AppId, "msteams", host.Channel.ServiceUrl, Audience, parameters, (turn, token) => turn.SendActivityAsync("初次见面", cancellationToken: token), CancellationToken.None);

        var calls = await host.Channel.CallsAsync();
        Assert.Equal(["create", "reply a:created first"], calls.Select(call => string.Join(' ', [call.Operation, .. call.Ids])));
        Assert.Equal(
            $$$"""{"isGroup":false,"bot":{"id":"{{{FakeTeams.Bot}}}"},"members":[{"id":"29:li"}],"channelData":{"tenant":{"id":"{{{FakeTeams.Tenant}}}"}},"tenantId":"{{{FakeTeams.Tenant}}}"}""",
            calls[0].Body.Json());
        Assert.Equal("初次见面", calls[1].Text);
    }

    [NodeFact]
    public async Task In_a_group_what_strangers_read_along_is_not_shown()
    {
        await using var host = await BotbuilderHost.StartAsync();
        var asked = host.Message("<at>PlanBot</at> 谁还没报");
        (asked["conversation"]!["conversationType"], asked["entities"]) = ("groupChat", new JsonArray(new JsonObject
        {
            ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = FakeTeams.Bot, ["name"] = "PlanBot" }, ["text"] = "<at>PlanBot</at>",
        }));
        await host.Channel.HaveMembersAsync(new JsonObject { ["id"] = "29:zhang", ["name"] = "张敏" }, new JsonObject { ["id"] = "29:nobody", ["name"] = "路人" });

        await host.PostAsync(asked);

        var answer = Assert.Single(await host.Channel.CallsAsync(), call => call.Operation is "reply" or "send");
        Assert.Contains("单聊", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("市教委", answer.Body!.Json(), StringComparison.Ordinal);
    }

    private static async Task<Delivery> RemindAsync(TeamsHost host)
    {
        var (ledgers, owed, person) = (host.Ledgers, host.Ledgers.OwedBy(1)[0], host.Ledgers.ContactOf(1));
        var identity = (await host.Services.GetRequiredService<IPersonRepository>().IdentitiesAsync(person.Id, CancellationToken.None)).Single(identity => identity.Channel == "msteams");
        var item = new ReminderItem("市教委", 1, null, "第1项任务", "任务", owed.State, owed.DueOn, IsOverdue: false);
        var part = new PlanReminder(ledgers.Plan, ledgers.Period.Period, ledgers.Period.DueOn, ledgers.Period.DueAt, IsProvisional: false, [item], 1, 1);
        return await host.Services.GetServices<IOutbound>().Single(channel => channel.Channel == "msteams")
            .SendAsync(identity, new ReminderContent(Guid.CreateVersion7(), person, ReminderKind.Step, "due", "zh", Ledgers.At("2020-03-31 09:00"), [part]), CancellationToken.None);
    }

    /// <summary>Types, speaks, puts it otherwise, takes it back, and says something that answers nothing.</summary>
    private sealed class Revising : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellationToken);
            var said = await turnContext.SendActivityAsync("第一稿", cancellationToken: cancellationToken);
            var better = MessageFactory.Text("第二稿");
            better.Id = said.Id;
            await turnContext.UpdateActivityAsync(better, cancellationToken);
            await turnContext.DeleteActivityAsync(said.Id, cancellationToken);
            var (reference, aside) = (turnContext.Activity.GetConversationReference(), MessageFactory.Text("另说一句"));
            reference.ActivityId = null;
            aside.ApplyConversationReference(reference);
            await turnContext.Adapter.SendActivitiesAsync(turnContext, [aside], cancellationToken);
        }
    }

    private sealed class Asking : IBot
    {
        public List<TeamsChannelAccount> Members { get; } = [];

        public TeamsChannelAccount? Fifth { get; private set; }

        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            string? next = null;
            do
            {
                var page = await TeamsInfo.GetPagedMembersAsync(turnContext, 3, next, cancellationToken);
                Members.AddRange(page.Members);
                next = page.ContinuationToken;
            }
            while (next is not null);
            Fifth = await TeamsInfo.GetMemberAsync(turnContext, Members[^1].Id, cancellationToken);
        }
    }
}
