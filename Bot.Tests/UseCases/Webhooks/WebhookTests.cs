using Microsoft.AspNetCore.Http;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Dashboard;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;
using PlanBot.UseCases.Doctor;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.Tests.UseCases.Webhooks;

/// <summary>Another system, on loopback, is told: signed, at least once, with the same id, and not for ever.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private DeskHost host = null!;
    private FakeReceiver receiver = null!;

    /// <summary>What happens at one moment comes in no particular order.</summary>
    private static readonly string[] Order = ["report.submitted", "report.returned", "report.accepted", "period.closed", "obligation.overdue"];

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync()
    {
        receiver = await FakeReceiver.StartAsync();
        host = await DeskHost.StartAsync("2020-04-03 09:00", ("Webhooks:AllowLoopback", "true"), ("Webhooks:HandOver", "00:00:01"), ("Webhooks:FirstWait", "00:00:10"), ("Webhooks:GiveUpAfter", "01:00:00"));
    }

    public async Task DisposeAsync()
    {
        await receiver.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task It_is_told_of_reports_and_of_what_is_overdue_and_can_check_who_says_so()
    {
        var webhook = await AddAsync();
        var id = await host.FileAsync(1, text: "不外传的内容");
        await RuleAsync(RulingKind.Return, id, new DateOnly(2020, 4, 8));
        await host.FileAsync(1, version: 1);
        await RuleAsync(RulingKind.Accept, id);
        await host.Get<ClosePeriod>().RunAsync(host.Ledgers.Period.Id, host.Ledgers.Coordinator.Id, "test", None);
        host.Clock.Now = Ledgers.At("2020-04-04 00:00");
        await host.Get<TellSystems>().OverdueAsync(None);
        await host.Get<TellSystems>().OverdueAsync(None);

        Assert.Equal(new WebhookOutcome(9, 0, 0), await SendAsync());

        Assert.Equal(
            ["report.submitted", "report.submitted", "report.returned", "report.accepted", "period.closed", "obligation.overdue", "obligation.overdue", "obligation.overdue", "obligation.overdue"],
            receiver.Received.Select(message => message.Type).OrderBy(type => Array.IndexOf(Order, type)));
        Assert.All(receiver.Received, message => Assert.True(message.IsSignedWith(webhook.Secret)));
        Assert.All(receiver.Received, message => Assert.Equal(host.Wall.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), message.Timestamp));
        Assert.Equal(9, receiver.Received.Select(message => message.Id).Distinct().Count());
        Assert.All(receiver.Received, message => Assert.DoesNotContain("不外传的内容", message.Body, StringComparison.Ordinal));
        var filed = receiver.Received.First(message => message.Type == "report.submitted" && message.Data.GetProperty("version").GetInt32() == 1).Data;
        Assert.Equal((id, "2020Q1", "市教委", "submitted", 1), (filed.GetProperty("obligationId").GetGuid(), filed.GetProperty("period").GetString(), filed.GetProperty("unit").GetString(), filed.GetProperty("state").GetString(), filed.GetProperty("version").GetInt32()));
        Assert.False((receiver.Received[0] with { Body = receiver.Received[0].Body + " " }).IsSignedWith(webhook.Secret));
        Assert.Equal(default, await SendAsync());
    }

    [Fact]
    public async Task It_is_told_of_new_plans_and_of_periods_that_open_and_close()
    {
        await AddAsync();
        var content = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "Data", "Samples", "sample-notice.txt"));

        var imported = await host.Get<ImportNotice>().RunAsync(new(NoticeReader.Read(content, "sample.txt").Notice!, "sample.txt", new string('a', 64), null, null, "command"), None);
        await host.Get<OpenPeriods>().RunAsync(Ledgers.At("2020-07-01 09:00"), None);
        await host.Get<OpenPeriods>().RunAsync(Ledgers.At("2020-07-01 09:00"), None);
        await SendAsync();

        Assert.Equal(imported.Plan.Id, Assert.Single(receiver.Received, message => message.Type == "plan.imported").Data.GetProperty("planId").GetGuid());
        var own = receiver.Received.Where(message => message.Data.GetProperty("planId").GetGuid() == host.Ledgers.Plan.Id && message.Type != "plan.imported");
        Assert.Equal(["period.closed 2020Q1", "period.opened 2020Q2", "period.opened 2020Q3"], own.Select(message => $"{message.Type} {message.Data.GetProperty("period").GetString()}").Order());
    }

    [Fact]
    public async Task It_is_told_only_of_what_it_wants_and_of_nothing_that_was_not_kept()
    {
        var other = Ledgers.NewPlan();
        await host.Get<IPlanRepository>().AddAsync(other, [], [], None);
        await AddAsync(WebhookEvents.ReportAccepted);
        await AddAsync(WebhookEvents.All, other.Id);
        var removed = await AddAsync();
        await host.FileAsync(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Get<IDatabase>().InTransactionAsync<bool>(
            async token =>
            {
                await host.Get<TellSystems>().PeriodAsync(WebhookEvents.PeriodOpened, host.Ledgers.Period, token);
                throw new InvalidOperationException();
            },
            None));
        Assert.True(await host.Get<KeepWebhooks>().RemoveAsync(removed, None));
        await host.FileAsync(2);

        Assert.Equal(default, await SendAsync());
        Assert.Empty(receiver.Received);
        Assert.Equal(1, (await host.Get<WebhookRepository>().StandingAsync(None)).Single(one => one.WebhookId == removed.Id).GivenUp);
        Assert.False(await host.Get<KeepWebhooks>().RemoveAsync(removed, None));
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_again_with_the_same_id_after_longer_and_longer_waits_and_given_up_in_the_end()
    {
        var webhook = await AddAsync();
        receiver.Answer = http =>
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        await host.FileAsync(1);
        await host.FileAsync(2);

        // The second is held back with the first, for nothing else is to be expected there now.
        Assert.Equal(new WebhookOutcome(0, 2, 0), await SendAsync());
        Assert.Single(receiver.Received);
        Assert.Equal(default, await SendAsync());
        foreach (var seconds in new[] { 12.5, 25, 50 })
        {
            host.Wall.Now += TimeSpan.FromSeconds(seconds * 0.6);
            Assert.Equal(default, await SendAsync());
            host.Wall.Now += TimeSpan.FromSeconds(seconds * 0.4);
            Assert.Equal(2, (await SendAsync()).PutOff);
        }
        Assert.Equal(4, receiver.Received.Count);
        Assert.Single(receiver.Received.Select(message => message.Id).Distinct());
        Assert.Equal("500", (await host.Get<WebhookRepository>().StandingAsync(None)).Single().Trouble);
        var found = Assert.Single(await CheckAsync());
        Assert.Equal((FindingState.Warning, "webhook-failing", webhook.Url), (found.State, found.Reason, found.Details[0]));

        host.Wall.Now += TimeSpan.FromHours(2);
        Assert.Equal(2, (await SendAsync()).GivenUp);
        Assert.Equal(default, await SendAsync());

        receiver.Answer = _ => Task.CompletedTask;
        await host.FileAsync(3);
        Assert.Equal(1, (await SendAsync()).Delivered);
    }

    [Fact]
    public async Task One_that_hangs_or_sends_on_or_answers_without_end_keeps_nobody_waiting()
    {
        await AddAsync();
        await using var elsewhere = await FakeReceiver.StartAsync();
        await host.Get<KeepWebhooks>().AddAsync(elsewhere.Url, WebhookEvents.All, null, None);
        using var hanging = new CancellationTokenSource();
        receiver.Answer = http => Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, hanging.Token).Token).ContinueWith(_ => { }, TaskScheduler.Default);
        await host.FileAsync(1);

        Assert.Equal(new WebhookOutcome(1, 1, 0), await SendAsync());
        Assert.Single(elsewhere.Received);
        Assert.Equal("no answer", await TroubleAsync());

        receiver.Answer = http =>
        {
            http.Response.Redirect(elsewhere.Url, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        host.Wall.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(new WebhookOutcome(0, 1, 0), await SendAsync());
        Assert.Equal("307", await TroubleAsync());
        Assert.Single(elsewhere.Received);

        receiver.Answer = async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.WriteAsync(new string('x', 64 * 1024), http.RequestAborted);
        };
        host.Wall.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(new WebhookOutcome(1, 0, 0), await SendAsync());
    }

    [Fact]
    public async Task One_that_is_dead_with_much_to_take_keeps_nobody_waiting()
    {
        var dead = await AddAsync();
        await using var elsewhere = await FakeReceiver.StartAsync();
        receiver.Answer = http =>
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        var now = host.Wall.GetUtcNow();
        await host.Get<WebhookRepository>().QueueAsync(
            Enumerable.Range(0, 500).Select(_ => new WebhookMessage
            {
                Id = Guid.CreateVersion7(now), WebhookId = dead.Id, Event = WebhookEvents.ObligationOverdue, Body = "{}", MadeAt = now, State = WebhookMessageState.Queued, Tries = 0, NextAttemptAt = now,
            }),
            None);
        await host.Get<KeepWebhooks>().AddAsync(elsewhere.Url, WebhookEvents.All, null, None);
        await host.FileAsync(1);

        Assert.Equal(1, (await SendAsync()).Delivered);

        Assert.Single(elsewhere.Received);
        Assert.Single(receiver.Received); // asked once, not once for every batch
        host.Wall.Now += TimeSpan.FromHours(2);
        Assert.Equal(501, (await SendAsync()).GivenUp);
    }

    [Fact]
    public async Task It_is_told_of_what_is_overdue_from_the_first_and_of_what_is_overdue_again()
    {
        await AddAsync(WebhookEvents.ObligationOverdue);
        host.Clock.Now = Ledgers.At("2020-04-20 09:00");
        await host.Get<TellSystems>().OverdueAsync(None);
        await SendAsync();
        Assert.Equal(5, receiver.Received.Count);

        var late = Ledgers.Small();
        foreach (var unit in late.Units)
            await host.Get<IUnitRepository>().AddAsync(unit with { Name = "新区" + unit.Name, Aliases = [] }, None);
        await host.Get<IPlanRepository>().AddAsync(late.Plan, late.Tasks, late.Assignments, None);
        await host.Get<OpenPeriods>().RunAsync(host.Clock.Now, None);
        host.Clock.Now += TimeSpan.FromHours(1);
        await host.Get<TellSystems>().OverdueAsync(None);
        await SendAsync();

        var ofLate = receiver.Received.Where(message => message.Data.GetProperty("planId").GetGuid() == late.Plan.Id && message.Data.GetProperty("period").GetString() == "2020Q1").ToList();
        Assert.Equal(5, ofLate.Select(message => message.Data.GetProperty("obligationId").GetGuid()).Distinct().Count());
        Assert.Equal(5, ofLate.Count);

        var id = host.Ledgers.OwedBy(1)[0].Id;
        var extended = await host.Get<RuleOnReports>().RunAsync(new(RulingKind.Extend, [id], new DateOnly(2020, 4, 30), "等数据"), host.Ledgers.Coordinator.Id, "test", None);
        Assert.True(await host.Get<RuleOnReports>().UndoAsync(extended!, host.Ledgers.Coordinator.Id, "test", None));
        await SendAsync();
        Assert.Equal(2, receiver.Received.Count(message => message.Data.GetProperty("obligationId").GetGuid() == id));
    }

    [Fact]
    public async Task What_a_node_had_in_hand_when_it_ended_is_sent_by_the_next_with_the_same_id()
    {
        await AddAsync();
        await host.FileAsync(1);
        var leased = Assert.Single(await host.Get<WebhookRepository>().LeaseDueAsync(host.Wall.GetUtcNow(), TimeSpan.FromMinutes(5), 10, None));

        Assert.Equal(default, await SendAsync());
        host.Wall.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(new WebhookOutcome(1, 0, 0), await SendAsync());

        Assert.Equal($"msg_{leased.Id:N}", Assert.Single(receiver.Received).Id);
        // What the dead node would have written no longer counts.
        await host.Get<WebhookRepository>().RetryAsync(leased.Id, leased.LeaseId!.Value, host.Wall.GetUtcNow(), "late", None);
        Assert.Equal(default, await SendAsync());
    }

    [Fact]
    public async Task A_system_inside_is_not_reached_unless_its_network_is_named()
    {
        await using var closed = await DeskHost.StartAsync("2020-04-03 09:00");
        await using var named = await DeskHost.StartAsync("2020-04-03 09:00", ("Webhooks:AllowedNetworks:0", "127.0.0.0/8"));
        foreach (var (office, trouble) in new[] { (closed, "private address"), (named, "certificate") })
        {
            var port = new Uri(receiver.Url).Port;
            await office.Get<KeepWebhooks>().AddAsync($"https://127.0.0.1:{port}/hook", WebhookEvents.All, null, None);
            await office.FileAsync(1);
            Assert.Equal(new WebhookOutcome(0, 1, 0), await office.Get<SendWebhooks>().RunAsync(None));
            Assert.Equal(trouble, (await office.Get<WebhookRepository>().StandingAsync(None)).Single().Trouble);
        }
        Assert.Empty(receiver.Received);
        Assert.Equal("not-https", closed.Get<IWebhookPost>().WhyNot(receiver.Url));
    }

    [Theory]
    [InlineData("Webhooks:AllowedNetworks:0", "everywhere")]
    [InlineData("Webhooks:HandOver", "00:05:00")]
    public async Task A_setting_that_is_none_stops_the_start(string key, string value) =>
        Assert.Contains(key.Split(':')[1], (await Assert.ThrowsAnyAsync<Exception>(() => DeskHost.StartAsync(settings: (key, value)))).Message, StringComparison.Ordinal);

    private Task<Webhook> AddAsync(WebhookEvents events = WebhookEvents.All, Guid? plan = null) => host.Get<KeepWebhooks>().AddAsync(receiver.Url, events, plan, None);

    private Task<WebhookOutcome> SendAsync() => host.Get<SendWebhooks>().RunAsync(None);

    private async Task<string?> TroubleAsync() => (await host.Get<WebhookRepository>().StandingAsync(None)).Select(one => one.Trouble).Single(trouble => trouble is not null);

    private Task<IReadOnlyList<Finding>> CheckAsync() => new WebhookCheckup(new AlwaysThere(), host.Get<WebhookRepository>()).RunAsync(None);

    private async Task RuleAsync(RulingKind kind, Guid id, DateOnly? dueOn = null) =>
        Assert.NotNull(await host.Get<RuleOnReports>().RunAsync(new(kind, [id], dueOn, "理由"), host.Ledgers.Coordinator.Id, "test", None));

    private sealed class AlwaysThere : IDatabaseCheckup
    {
        public Task<bool> CanBeReadAsync(CancellationToken cancellationToken) => Task.FromResult(true);
    }
}
