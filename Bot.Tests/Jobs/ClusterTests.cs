using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Jobs;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Tests.Jobs;

/// <summary>Schedulers of several nodes on one PostgreSQL database.</summary>
public sealed class ClusterTests
{
    private const int Nodes = 3;

    [PostgresTheory]
    [InlineData(1, "1")]
    [InlineData(5, "16")]
    [InlineData(6, null)] // as it comes
    public async Task Nodes_share_the_sending_and_every_message_leaves_once(int messagesEach, string? batch)
    {
        var troubles = new Troubles();
        var sending = new ConcurrentDictionary<int, bool>();
        using var severalSend = new ManualResetEventSlim();
        var channels = Enumerable.Range(0, Nodes).Select(node => new FakeChannel
        {
            // The first to send holds its message until another node has joined in.
            Fail = _ =>
            {
                sending[node] = true;
                if (sending.Count > 1)
                    severalSend.Set();
                Assert.True(severalSend.Wait(ReminderHost.Patience), "No other node took part.");
                return null;
            },
        }).ToList();
        var database = await PostgresServer.CreateDatabaseAsync();
        (string, string)[] settings = [("Reminders:Sending:DailyCeiling", "100"), .. batch is null ? [] : new[] { ("Reminders:Sending:Batch", batch) }];
        var nodes = await Task.WhenAll(channels.Select(channel => BuildAsync(database, channel, troubles, settings)));
        var ledgers = await SixteenUnits.Create().StoreAsync(nodes[0].Services.GetRequiredService<IDatabase>());
        await nodes[0].Services.GetRequiredService<IReminderRepository>().QueueAsync([.. Enumerable.Range(1, messagesEach - 1).SelectMany(number => Urgings(ledgers, number))], CancellationToken.None);
        var messages = SixteenUnits.Units * messagesEach;

        await Task.WhenAll(nodes.Select(node => node.StartAsync()));
        await nodes[0].Services.GetRequiredService<IReminderSignal>().SendSoonAsync(CancellationToken.None);
        await ReminderHost.UntilAsync(() => channels.Sum(channel => channel.Sent.Count) >= messages);
        await Task.WhenAll(nodes.Select(node => node.StopAsync()));

        var sent = channels.SelectMany(channel => channel.Sent).Select(message => message.Content.MessageId).ToList();
        Assert.Equal(messages, sent.Count);
        Assert.Equal(messages, sent.Distinct().Count());
        AssertNoTrouble(troubles);
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    [PostgresFact]
    public async Task Nodes_that_start_together_have_one_set_of_jobs_and_know_each_other()
    {
        var troubles = new Troubles();
        var database = await PostgresServer.CreateDatabaseAsync();
        var nodes = await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => BuildAsync(database, new FakeChannel(), troubles)));

        await Task.WhenAll(nodes.Select(node => node.StartAsync()));
        var known = 0;
        var scheduler = await nodes[0].Services.GetRequiredKeyedService<ISchedulerFactory>(JobGroups.Scheduler).GetScheduler();
        for (var patience = System.Diagnostics.Stopwatch.StartNew(); known < Nodes && patience.Elapsed < ReminderHost.Patience; await Task.Delay(50))
            known = (await scheduler.QueryClusterNodes()).Count(node => node.State == ClusterNodeState.Alive);
        var jobs = await scheduler.GetJobDetails([OpenPeriodsJob.Key, QueueRemindersJob.Key, SendRemindersJob.Key]);
        await Task.WhenAll(nodes.Select(node => node.StopAsync()));

        Assert.Equal(Nodes, known);
        Assert.Equal(3, jobs.Count);
        AssertNoTrouble(troubles);
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    /// <summary>One more message to everybody.</summary>
    private static IEnumerable<Reminder> Urgings(Ledgers ledgers, int number) => Enumerable.Range(1, SixteenUnits.Units).Select(unit => new Reminder
    {
        Id = Guid.CreateVersion7(), MessageId = Guid.CreateVersion7(), PersonId = ledgers.ContactOf(unit).Id, PlanId = ledgers.Plan.Id, Period = ledgers.Period.Period,
        Step = $"urge:{number}", Round = 0, Kind = ReminderKind.Urging, DueAt = Ledgers.At("2020-03-31 09:00"), State = ReminderState.Queued, Attempts = 0, NextAttemptAt = Ledgers.At("2020-03-31 09:00"),
    });

    /// <summary>Where two nodes are in each other's way PostgreSQL ends one's transaction, and the scheduler begins it again by itself.</summary>
    private static void AssertNoTrouble(Troubles troubles)
    {
        var lines = troubles.Lines.Where(line => !line.StartsWith("Transient exception on attempt 1 of ", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count == 0, string.Join("\n", lines));
    }

    private static Task<ReminderHost> BuildAsync(string database, FakeChannel channel, Troubles troubles, params (string, string)[] settings) => ReminderHost.BuildAsync(
        Ledgers.At("2020-03-31 09:00"), channel, troubles, [("Database:Provider", "postgres"), ("ConnectionStrings:PlanBot", database), .. settings]);
}
