using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>How people of Teams become known, and what becomes of their place when it changes.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private TeamsChat chat = null!;

    public async Task InitializeAsync() => chat = await TeamsChat.StartAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Theory]
    [InlineData("object-of-li", null)] // the object id of Entra
    [InlineData("li@example.gov.cn", "Li@Example.gov.cn")] // the user name, as Teams says it
    public async Task Whoever_is_on_the_list_is_known_at_the_first_word(string listed, string? userName)
    {
        await chat.ListAsync(listed, 2);
        Tell("29:li", userName, FakeTeams.Tenant);

        var told = await chat.SayAsync("我的任务", "29:li");

        Assert.Contains(chat.Host.Ledgers.Units[1].Name, told[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another@example.gov.cn", FakeTeams.Tenant)]
    [InlineData("li@example.gov.cn", "99999999-0000-0000-0000-000000000000")] // a namesake in another tenant
    [InlineData(null, FakeTeams.Tenant)]
    public async Task Nobody_else_is(string? userName, string tenant)
    {
        await chat.ListAsync("li@example.gov.cn", 2);
        Tell("29:li", userName, tenant);

        var told = await chat.SayAsync("我的任务", "29:li");

        Assert.StartsWith("您的账号还没有绑定", told[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_message_itself_gives_lets_nobody_in()
    {
        await chat.ListAsync("li@example.gov.cn", 2);
        var message = chat.Teams.Message("我的任务", "29:li");
        (message["from"]!["name"], message["from"]!["userPrincipalName"]) = ("li@example.gov.cn", "li@example.gov.cn");

        await chat.Host.PostAsync(message);

        Assert.StartsWith("您的账号还没有绑定", chat.Host.Said()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_binds_once_and_the_person_can_be_reminded()
    {
        var person = chat.Host.Ledgers.ContactOf(2);
        var invitation = await chat.Host.Services.GetRequiredService<InvitePerson>().RunAsync(person.Id, chat.Host.Ledgers.Coordinator.Id, "msteams", CancellationToken.None);

        var greeting = await chat.SayAsync($"绑定 {invitation!.Code}", "29:li");
        var tasks = await chat.SayAsync("我的任务", "29:li");
        var again = await chat.SayAsync($"绑定 {invitation.Code}", "29:wang");

        Assert.Contains(person.Name, greeting[0].Text, StringComparison.Ordinal);
        Assert.Contains(chat.Host.Ledgers.Units[1].Name, tasks[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("这个绑定码不能用", again[0].Text, StringComparison.Ordinal);
        var identity = Assert.Single(await chat.Host.Services.GetRequiredService<IPersonRepository>().IdentitiesAsync(person.Id, CancellationToken.None), one => one.Channel == "msteams");
        Assert.Equal("29:li", identity.UserId);
        Assert.Contains("a:with-li", identity.ConversationReference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_in_the_data_of_a_button_binds_nobody()
    {
        var invitation = await chat.Host.Services.GetRequiredService<InvitePerson>()
            .RunAsync(chat.Host.Ledgers.ContactOf(2).Id, chat.Host.Ledgers.Coordinator.Id, "msteams", CancellationToken.None);
        var button = JsonNode.Parse($$"""{"type":"Action.Execute","verb":"say","data":{"action":"say","version":1,"about":"Question","id":"","say":"绑定 {{invitation!.Code}}"} }""")!;

        await chat.PressAsync(button, null, "29:li");

        Assert.StartsWith("您的账号还没有绑定", (await chat.SayAsync("我的任务", "29:li"))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_moved_is_written_to_at_the_new_address()
    {
        await chat.SayAsync("你好");
        var moved = chat.Teams.Message("你好");
        var payload = chat.Teams.Payload();
        (moved["serviceUrl"], payload["serviceurl"]) = ($"{chat.Teams.Address}amer/", $"{chat.Teams.Address}amer/");
        await chat.Host.PostAsync(moved, chat.Teams.Token(payload));
        chat.Teams.Forget();

        var delivery = await chat.RemindAsync();

        Assert.IsType<Delivery.Sent>(delivery);
        Assert.All(chat.Teams.Calls, call => Assert.StartsWith("/amer/v3/conversations/a%3Awith-zhang/", call.Path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(403, "ConversationBlockedByUser", "在Teams里屏蔽了机器人")]
    [InlineData(403, "BotNotInConversationRoster", "在Teams里卸载了应用")]
    [InlineData(404, "ConversationNotFound", "Teams里的会话已经不在")]
    public async Task Who_cannot_be_written_to_any_more_is_shown_as_out_of_reach_and_why(int status, string code, string shown)
    {
        await chat.SayAsync("你好");
        await chat.ListAsync("object-of-office", chat.Host.Ledgers.Coordinator.Id);
        chat.Teams.Answer = call => call.Path.Contains("with-zhang", StringComparison.Ordinal) ? Results.Json(new { error = new { code } }, statusCode: status) : null;
        await FailAsync(await chat.RemindAsync());

        var told = await chat.SayAsync("谁联系不上", "29:office");

        Assert.Contains($"张敏", told[0].Text, StringComparison.Ordinal);
        Assert.Contains(shown, told[0].Text, StringComparison.Ordinal);
    }

    /// <summary>What the outbox writes down of a message that no channel takes.</summary>
    private async Task FailAsync(Delivery delivery)
    {
        var outbox = chat.Host.Services.GetRequiredService<IReminderRepository>();
        var (ledgers, id) = (chat.Host.Ledgers, Guid.CreateVersion7());
        var reminder = new Reminder
        {
            Id = id, MessageId = id, PersonId = ledgers.ContactOf(1).Id, PlanId = ledgers.Plan.Id, Period = ledgers.Period.Period, Step = "due", Round = 0, Kind = ReminderKind.Step,
            DueAt = Ledgers.At("2020-03-31 08:50"), State = ReminderState.Queued, Attempts = 0, NextAttemptAt = Ledgers.At("2020-03-31 08:50"),
        };
        await outbox.QueueAsync([reminder], CancellationToken.None);
        var taken = Assert.Single(await outbox.LeaseDueAsync(Ledgers.At("2020-03-31 08:51"), TimeSpan.FromMinutes(5), 9, CancellationToken.None));
        await outbox.MarkFailedAsync(id, taken.LeaseId!.Value, 1, ReminderOutcome.Unreachable($"msteams: {Assert.IsType<Delivery.Unreachable>(delivery).Reason}"), CancellationToken.None);
    }

    /// <summary>Lets Teams tell who a user is.</summary>
    private void Tell(string user, string? userName, string tenant) => chat.Teams.Answer = call =>
        call.Method == "GET" && call.Path.EndsWith("/members/" + Uri.EscapeDataString(user), StringComparison.Ordinal) && userName is not null
            ? Results.Json(new { id = user, userPrincipalName = userName, tenantId = tenant })
            : null;
}
