using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Channels.DingTalk;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fakes.DingTalk;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>The to-do beside a reminder, and the DING: made once, completed when the report is there, whatever breaks in between.</summary>
public sealed class ErrandTests : IAsyncLifetime
{
    private const string Page = "https://planbot.example.gov.cn/chat";
    private DingTalkHost host = null!;

    private FakeErrands Errands => host.DingTalk.Api.Errands;

    public async Task InitializeAsync() => host = await StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_todo_stands_beside_the_reminder_and_is_done_when_the_report_is_there()
    {
        await host.RemindAsync();
        await LookAsync();
        var open = Assert.Single(Errands.AllTodos);
        await ReportAsync();
        await LookAsync();

        Assert.Equal(("staff-1", Page, false), (open.UserId, open.Page, open.IsDone));
        Assert.Contains("2020年第一季度", open.Subject, StringComparison.Ordinal);
        Assert.Contains("2020-04-03", open.Subject, StringComparison.Ordinal);
        Assert.True(Assert.Single(Errands.AllTodos).IsDone);
    }

    [Fact]
    public async Task Later_reminders_make_no_second_one_and_one_that_is_owed_again_is_opened()
    {
        foreach (var step in new[] { "due-1", "due", "due+1" })
            await host.RemindAsync(step: step);
        await LookAsync();
        await ReportAsync();
        await LookAsync();
        await OweAgainAsync();
        await host.RemindAsync(step: "due+3", kind: ReminderKind.Escalation);
        await LookAsync();

        Assert.False(Assert.Single(Errands.AllTodos).IsDone);
        Assert.Empty(Errands.Dings); // no step of the settings has one
    }

    [Fact]
    public async Task A_node_that_dies_while_it_makes_one_leaves_it_to_another_and_there_is_one()
    {
        await host.RemindAsync();
        host.DingTalk.Answer = call => IsMaking(call) ? new TakenAndNotSaid(() => host.DingTalk.Api.Errands.Answer(call)) : null;
        await LookAsync();
        host.DingTalk.Answer = _ => null;
        Assert.Single(Errands.AllTodos); // made, though nobody heard of it

        await ReportAsync();
        await using var other = await DingTalkHost.StartAsync("Http", host, DingTalkHost.Fast, Settings());
        host.Wall.Pass(TimeSpan.FromMinutes(6));
        await LookAsync(other);
        await LookAsync(other);

        Assert.True(Assert.Single(Errands.AllTodos).IsDone);
    }

    [Fact]
    public async Task A_report_that_comes_first_leaves_nothing_to_do()
    {
        await host.RemindAsync();
        await ReportAsync();

        await LookAsync();

        Assert.Empty(Errands.AllTodos);
        Assert.DoesNotContain(host.DingTalk.Calls, call => call.Path.Contains("/todo/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_permission_it_is_an_alarm_that_names_it_and_the_reminder_arrives_all_the_same()
    {
        host.DingTalk.Api.Missing["Todo.Todo.Write"] = true;

        var delivery = await host.RemindAsync();
        await LookAsync();
        host.DingTalk.Api.Missing.Clear();
        host.Wall.Pass(TimeSpan.FromHours(2));
        await LookAsync();

        Assert.IsType<Delivery.Sent>(delivery);
        Assert.Contains("Todo.Todo.Write", host.Log.Text, StringComparison.Ordinal);
        Assert.Single(Errands.AllTodos); // granted meanwhile
    }

    [Fact]
    public async Task A_coordinators_copy_and_a_digest_make_none()
    {
        var coordinator = host.Ledgers.Coordinator;
        var outbound = host.Services.GetRequiredService<DingTalkOutbound>();
        var identity = new ChannelIdentity { Channel = "dingtalk", UserId = "staff-4", PersonId = coordinator.Id };

        foreach (var kind in new[] { ReminderKind.Escalation, ReminderKind.CoordinatorDigest, ReminderKind.Announcement })
            await outbound.SendAsync(identity, host.Reminder(coordinator) with { Kind = kind, StepKey = "due+3" }, CancellationToken.None);
        await LookAsync();

        Assert.Empty(Errands.AllTodos);
    }

    [Fact]
    public async Task They_are_off_unless_the_settings_say_otherwise()
    {
        await using var plain = await DingTalkHost.StartAsync();
        await BindAsync(plain);

        await plain.RemindAsync(step: "due+3", kind: ReminderKind.Escalation);
        await LookAsync(plain);

        Assert.Empty(plain.DingTalk.Api.Errands.AllTodos);
        Assert.Empty(plain.DingTalk.Api.Errands.Dings);
    }

    [Fact]
    public async Task A_DING_comes_once_at_its_step_in_the_way_that_is_set()
    {
        await using var calling = await StartAsync(("Channels:DingTalk:Todo", "false"), ("Channels:DingTalk:DingStep", "due+3"), ("Channels:DingTalk:DingBy", "Sms"));

        await calling.RemindAsync(step: "due");
        await calling.RemindAsync(step: "due+3", kind: ReminderKind.Escalation);
        await calling.RemindAsync(step: "due+3", kind: ReminderKind.Escalation); // sent again after a crash
        await LookAsync(calling);
        await LookAsync(calling);

        var ding = Assert.Single(calling.DingTalk.Api.Errands.Dings);
        Assert.Equal(("staff-1", 2), (ding.UserId, ding.Way));
        Assert.Contains("还有1项没有报", ding.Content, StringComparison.Ordinal);
        Assert.Empty(calling.DingTalk.Api.Errands.AllTodos);
    }

    [Theory]
    [InlineData("refused", 1)]
    [InlineData("unheard", 1)] // it did go out
    [InlineData("broken", 0)] // whether it did, nobody knows
    public async Task A_DING_is_tried_again_only_where_it_surely_did_not_go_out(string how, int arrived)
    {
        await using var calling = await StartAsync(("Channels:DingTalk:Todo", "false"), ("Channels:DingTalk:DingStep", "due+3"));
        await calling.RemindAsync(step: "due+3", kind: ReminderKind.Escalation);
        calling.DingTalk.Answer = call => !call.Path.EndsWith("/ding/send", StringComparison.Ordinal) ? null : how switch
        {
            "refused" => FakeOpenApi.Refuse(403, "Forbidden.AccessDenied.AccessTokenPermissionDenied"),
            "unheard" => new TakenAndNotSaid(() => calling.DingTalk.Api.Errands.Answer(call)),
            _ => Results.StatusCode(502),
        };
        await LookAsync(calling);
        calling.DingTalk.Answer = _ => null;

        calling.Wall.Pass(TimeSpan.FromMinutes(10));
        await LookAsync(calling);

        Assert.Equal(arrived, calling.DingTalk.Api.Errands.Dings.Count);
    }

    [Fact]
    public async Task Nobody_is_called_who_has_reported_meanwhile()
    {
        await using var calling = await StartAsync(("Channels:DingTalk:Todo", "false"), ("Channels:DingTalk:DingStep", "due+3"));
        await calling.RemindAsync(step: "due+3", kind: ReminderKind.Escalation);
        await SetAsync(calling, ObligationState.Submitted);

        await LookAsync(calling);

        Assert.Empty(calling.DingTalk.Api.Errands.Dings);
    }

    [Fact]
    public async Task The_forecast_counts_them()
    {
        await using var both = await StartAsync(("Channels:DingTalk:DingStep", "due+3"));
        await using var plain = await DingTalkHost.StartAsync("Http", both, DingTalkHost.Fast, []);

        var (with, without) = (Assert.Single(await ForecastAsync(both)), Assert.Single(await ForecastAsync(plain)));

        Assert.Equal(3, with.Calls - without.Calls); // of one contact: a to-do made and completed, and a DING
    }

    private static async Task<IReadOnlyList<QuotaForecast>> ForecastAsync(DingTalkHost at)
    {
        await using var scope = at.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ForecastQuota>().RunAsync(CancellationToken.None);
    }

    private static (string, string?)[] Settings(params (string, string?)[] more) => [.. more.Concat([("Channels:DingTalk:Todo", "true"), ("Channels:DingTalk:TodoUrl", Page)]).DistinctBy(setting => setting.Item1)];

    private static async Task<DingTalkHost> StartAsync(params (string, string?)[] more)
    {
        var started = await DingTalkHost.StartAsync("Http", Settings(more));
        await BindAsync(started);
        return started;
    }

    private static Task BindAsync(DingTalkHost at) => at.Services.GetRequiredService<IPersonRepository>()
        .BindAsync(new ChannelIdentity { Channel = "dingtalk", UserId = "staff-1", PersonId = at.Ledgers.ContactOf(1).Id }, CancellationToken.None);

    private Task LookAsync() => LookAsync(host);

    private static Task LookAsync(DingTalkHost at) => at.Services.GetRequiredService<DingTalkErrandRunner>().LookAsync(CancellationToken.None);

    private Task<int> ReportAsync() => SetAsync(host, ObligationState.Submitted);

    private Task<int> OweAgainAsync() => SetAsync(host, ObligationState.Returned);

    private static Task<int> SetAsync(DingTalkHost at, ObligationState state) => at.Services.GetRequiredService<IDatabase>().WriteAsync(
        "UPDATE obligation SET state = @state, version = 1, submitted_at = @now WHERE unit_id = @unit", new { state = (int)state, now = at.Wall.GetUtcNow(), unit = at.Ledgers.Units[0].Id }, CancellationToken.None);

    private static bool IsMaking(DingTalkCall call) => call.Method == "POST" && call.Path.EndsWith("/tasks", StringComparison.Ordinal);

    /// <summary>DingTalk does it, and the line breaks before it has said so.</summary>
    private sealed class TakenAndNotSaid(Func<IResult?> act) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            act();
            httpContext.Abort();
            return Task.CompletedTask;
        }
    }
}
