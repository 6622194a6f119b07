using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Channels.Teams;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>PlanBot itself behind the channel: who becomes known, and how reminders reach them.</summary>
public sealed class OutboundTests : IAsyncLifetime
{
    private TeamsHost host = null!;

    private FakeTeams Teams => host.Teams;

    private IPersonRepository People => host.Services.GetRequiredService<IPersonRepository>();

    private IOutbound Outbound => host.Services.GetServices<IOutbound>().Single(channel => channel.Channel == "msteams");

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(withEcho: false, ("Channels:Teams:FileHosts:0", "127.0.0.1"), ("Channels:Teams:AllowedHosts:1", "smba.infra.gcc.teams.microsoft.com"));

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Whoever_is_listed_by_object_id_is_known_at_the_first_word_and_can_be_reminded()
    {
        await ListAsync("object-of-zhang");

        await host.PostAsync(Teams.Message("我的任务"));
        var told = Assert.Single(host.Said());
        Teams.Forget();
        var delivery = await RemindAsync();

        Assert.Contains("第1项任务", told, StringComparison.Ordinal);
        Assert.IsType<Delivery.Sent>(delivery);
        var reminder = Teams.Calls.First(call => call.Method == "POST").Body!;
        Assert.True((bool)reminder["channelData"]!["notification"]!["alert"]!);
        Assert.NotEmpty((string)reminder["summary"]!);
        Assert.Equal("29:zhang", (string?)reminder["recipient"]!["id"]);
        Assert.Contains("第1项任务", reminder["attachments"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Null((string?)reminder["text"]); // the card shows it all
        Assert.DoesNotContain("planbot", reminder["channelData"]!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_is_listed_by_user_name_is_asked_about_and_known_by_what_Teams_says()
    {
        await ListAsync("zhang@example.gov.cn");
        Teams.Answer = call => call.Method == "GET" && call.Path.EndsWith("/members/29%3Azhang", StringComparison.Ordinal)
            ? Results.Json(new { id = "29:zhang", userPrincipalName = "Zhang@example.gov.cn", tenantId = FakeTeams.Tenant })
            : null;

        await host.PostAsync(Teams.Message("我的任务"));

        Assert.Contains("第1项任务", Assert.Single(host.Said()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_and_Teams_is_not_asked_about_them_at_every_word()
    {
        for (var i = 0; i < 3; i++)
            await host.PostAsync(Teams.Message("谁还没报", user: "29:nobody"));

        Assert.All(host.Said(), text => Assert.DoesNotContain("市教委", text, StringComparison.Ordinal));
        Assert.Single(Teams.Calls, call => call.Method == "GET");
        Assert.Empty(await People.IdentitiesOnAsync("msteams", CancellationToken.None));
    }

    [Fact]
    public async Task Installing_the_app_greets_and_removing_it_closes_the_place_until_it_is_back()
    {
        await ListAsync("object-of-zhang");

        await host.PostAsync(Installation("add"));
        var greeting = Assert.Single(host.Said());
        await host.PostAsync(Installation("remove"));
        var removed = await RemindAsync();
        await host.PostAsync(Installation("add"));
        var back = await RemindAsync();

        Assert.Contains("张敏", greeting, StringComparison.Ordinal);
        Assert.Equal(new Delivery.Unreachable("uninstalled"), removed);
        Assert.IsType<Delivery.Sent>(back);
    }

    [Fact]
    public async Task In_a_group_the_bot_greets_nobody_and_no_reminder_goes_there()
    {
        await ListAsync("object-of-zhang");
        var added = Teams.Message("", type: "conversationUpdate");
        (added["membersAdded"], added["conversation"]!["conversationType"]) = (new JsonArray(new JsonObject { ["id"] = "29:zhang" }), "channel");

        await host.PostAsync(added);

        Assert.Empty(host.Said());
        Assert.Equal(new Delivery.Unreachable("never met"), await RemindAsync());
    }

    [Theory]
    [InlineData("downloads/1", 200, true)]
    [InlineData("downloads/1", 404, false)]
    [InlineData("downloads/1", 302, false)] // no redirection is followed
    [InlineData("https://evil.example.com/1", 200, false)]
    [InlineData("file:///etc/hostname", 200, false)]
    [InlineData("nowhere", 200, false)]
    public async Task A_file_is_fetched_where_Teams_keeps_files_and_nowhere_else(string address, int status, bool isRead)
    {
        Teams.Answer = call => call.Path == "/downloads/1" ? new Refusal(status, "第一项：进展：已完成选址。", null) : null;
        var message = new Microsoft.Bot.Schema.Activity
        {
            Conversation = new Microsoft.Bot.Schema.ConversationAccount(id: "a:1"),
            Attachments = [new() { ContentType = "application/vnd.microsoft.teams.file.download.info", Name = "进展.txt", Content = new Newtonsoft.Json.Linq.JObject { ["downloadUrl"] = address == "downloads/1" ? $"{Teams.Address}{address}" : address } }],
        };

        var files = await host.Services.GetServices<PlanBot.Dialogs.IFiles>().OfType<TeamsFiles>().Single().ReceiveAsync(message, CancellationToken.None);

        Assert.Equal(isRead ? ["进展.txt"] : [], files.Select(file => file.Name));
        Assert.All(Teams.Calls, call => Assert.Null(call.Token));
        Assert.Equal(address == "downloads/1" ? 1 : 0, Teams.Calls.Count);
    }

    public static TheoryData<int, string, string?, int, string> Refusals => new()
    {
        { 401, """{"error":{"code":"BotNotRegistered","message":"x"}}""", null, 2, "later: 401 BotNotRegistered, all" }, // the second time with a new token
        { 401, "Unauthorized", null, 2, "later: 401, all" },
        { 403, """{"error":{"code":"ConversationBlockedByUser","message":"x"}}""", null, 1, "unreachable: blocked" },
        { 403, """{"subCode":"MessageWritesBlocked"}""", null, 1, "unreachable: blocked" },
        { 403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":\"x\"}"}""", null, 1, "unreachable: blocked" },
        { 403, """{"error":{"code":"BotNotInConversationRoster"}}""", null, 1, "unreachable: uninstalled" },
        { 403, """{"error":{"code":"BotDisabledByAdmin"}}""", null, 1, "unreachable: 403 BotDisabledByAdmin" },
        { 403, """{"error":{"code":"NotEnoughPermissions"}}""", null, 1, "unreachable: 403 NotEnoughPermissions" },
        { 404, """{"error":{"code":"ConversationNotFound"}}""", null, 1, "unreachable: conversation gone" },
        { 400, """{"error":{"code":"BadSyntax"}}""", null, 1, "unreachable: 400 BadSyntax" },
        { 413, """{"error":{"code":"MessageSizeTooBig"}}""", null, 2, "unreachable: 413 MessageSizeTooBig" }, // the second time without its card
        { 412, """{"error":{"code":"PreconditionFailed"}}""", null, 4, "later: 412 PreconditionFailed" },
        { 429, """{"error":{"code":"Throttled"}}""", null, 4, "later: 429 Throttled" },
        { 429, """{"error":{"code":"Throttled"}}""", "3", 4, "later: 429 Throttled after 3" },
        { 429, """{"error":{"code":"Throttled"}}""", "120", 1, "later: 429 Throttled after 120" }, // too long for a turn, the outbox waits
        { 500, """{"error":{"code":"ServiceError"}}""", null, 1, "later: 500 ServiceError, all" },
        { 502, "<html>bad gateway</html>", null, 4, "later: 502, all" },
        { 503, "", null, 4, "later: 503, all" },
        { 504, "[]", null, 4, "later: 504, all" },
        { 403, """{"error":"odd"}""", null, 1, "unreachable: 403" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_of_the_connector_has_its_consequence(int status, string body, string? retryAfter, int tries, string outcome)
    {
        await ListAsync("object-of-zhang");
        await host.PostAsync(Teams.Message("你好"));
        Teams.Forget();
        Teams.Answer = _ => new Refusal(status, body, retryAfter);

        var delivery = await RemindAsync();

        Assert.Equal(outcome, delivery switch
        {
            Delivery.Unreachable unreachable => "unreachable: " + unreachable.Reason,
            Delivery.TryLater later => $"later: {later.Reason}{(later.After is { } after ? $" after {after.TotalSeconds}" : "")}{(later.IsOfChannel ? ", all" : "")}",
            _ => "sent",
        });
        Assert.Equal(tries, Teams.Calls.Count);
    }

    [Theory]
    [InlineData(401, "BotNotRegistered", true)]
    [InlineData(403, "BotDisabledByAdmin", true)]
    [InlineData(403, "NotEnoughPermissions", true)]
    [InlineData(400, "BadSyntax", true)]
    [InlineData(413, "MessageSizeTooBig", true)]
    [InlineData(403, "ConversationBlockedByUser", false)]
    [InlineData(404, "ConversationNotFound", false)]
    [InlineData(503, "ServiceUnavailable", false)]
    public async Task What_only_an_administrator_can_mend_is_an_error_in_the_log(int status, string code, bool isAlarm)
    {
        await ListAsync("object-of-zhang");
        await host.PostAsync(Teams.Message("你好"));
        Teams.Answer = _ => new Refusal(status, $$$"""{"error":{"code":"{{{code}}}"}}""", null);

        await RemindAsync();

        Assert.Equal(isAlarm, host.Log.Text.Contains($"Teams refuses the bot's messages: The channel answered {status} {code}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wait_may_be_given_as_a_day_and_hour()
    {
        await ListAsync("object-of-zhang");
        await host.PostAsync(Teams.Message("你好"));
        var (before, refusals) = (host.Wall.Waits.Count, 0);
        Teams.Answer = _ => refusals++ == 0 ? new Refusal(429, "", host.Wall.GetUtcNow().AddSeconds(9).ToString("R")) : null;

        var delivery = await RemindAsync();

        Assert.IsType<Delivery.Sent>(delivery);
        Assert.InRange(Assert.Single(host.Wall.Waits.Skip(before)).TotalSeconds, 7.5, 9.5);
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_is_left_alone_until_they_write()
    {
        await ListAsync("object-of-zhang");
        await host.PostAsync(Teams.Message("你好"));
        Teams.Answer = _ => new Refusal(403, """{"error":{"code":"ConversationBlockedByUser"}}""", null);
        await RemindAsync();
        (Teams.Answer, _) = (_ => null, host);
        Teams.Forget();

        var blocked = await RemindAsync();
        var calls = Teams.Calls.Count;
        await host.PostAsync(Teams.Message("你好"));
        var again = await RemindAsync();

        Assert.Equal((new Delivery.Unreachable("blocked"), 0), (blocked, calls));
        Assert.IsType<Delivery.Sent>(again);
    }

    [Fact]
    public async Task A_conversation_that_moved_to_the_government_community_is_written_to_there()
    {
        await ListAsync("object-of-zhang");
        await host.PostAsync(Teams.Message("你好"));
        Teams.Answer = _ => new Refusal(403, """{"error":{"code":"InvalidBotApiHost"}}""", null);

        var delivery = await RemindAsync();

        Assert.IsType<Delivery.Sent>(delivery);
        var (address, token) = host.Login.Requests.Last();
        Assert.StartsWith("https://smba.infra.gcc.teams.microsoft.com/gcc/v3/conversations/a%3Awith-zhang/activities/", address, StringComparison.Ordinal);
        Assert.Equal("Bearer token-1", token);
    }

    [Fact]
    public async Task Waits_grow_by_twice_a_fifth_more_or_less()
    {
        await ListAsync("object-of-zhang");
        await host.PostAsync(Teams.Message("你好"));
        var before = host.Wall.Waits.Count;
        Teams.Answer = _ => Results.StatusCode(503);

        await RemindAsync();

        var waits = host.Wall.Waits.Skip(before).Select(wait => wait.TotalSeconds).ToList();
        Assert.Equal(3, waits.Count);
        Assert.All(waits.Select((wait, index) => (wait, Usual: Math.Pow(2, index))), pair => Assert.InRange(pair.wait, pair.Usual * 0.8, pair.Usual * 1.2));
    }

    private Task ListAsync(string account) => host.Services.GetRequiredService<IContactListRepository>()
        .ListAsync(new ListedAccount("msteams", account, host.Ledgers.ContactOf(1).Id), CancellationToken.None);

    private JsonObject Installation(string action)
    {
        var activity = Teams.Message("", type: "installationUpdate");
        activity["action"] = action;
        return activity;
    }

    private async Task<Delivery> RemindAsync()
    {
        var person = host.Ledgers.ContactOf(1);
        var identity = (await People.IdentitiesAsync(person.Id, CancellationToken.None)).Single(identity => identity.Channel == "msteams");
        var (ledgers, owed) = (host.Ledgers, host.Ledgers.OwedBy(1)[0]);
        var item = new ReminderItem("市教委", 1, null, "第1项任务", "任务", owed.State, owed.DueOn, IsOverdue: false);
        var part = new PlanReminder(ledgers.Plan, ledgers.Period.Period, ledgers.Period.DueOn, ledgers.Period.DueAt, IsProvisional: false, [item], 1, 1);
        return await Outbound.SendAsync(identity, new ReminderContent(Guid.CreateVersion7(), person, ReminderKind.Step, "due", "zh", Ledgers.At("2020-03-31 09:00"), [part]), CancellationToken.None);
    }

    private sealed class Refusal(int status, string body, string? retryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            if (retryAfter is not null)
                httpContext.Response.Headers.RetryAfter = retryAfter;
            return httpContext.Response.WriteAsync(body);
        }
    }
}
