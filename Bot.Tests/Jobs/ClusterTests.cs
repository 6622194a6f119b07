using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Sql;
using PlanBot.Jobs;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using Quartz;

namespace PlanBot.Tests.Jobs;

/// <summary>Schedulers of several nodes on one PostgreSQL database.</summary>
public sealed class ClusterTests
{
    private const int Nodes = 3;

    [PostgresFact]
    public async Task Nodes_share_a_step_and_every_message_leaves_once()
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
        var nodes = await Task.WhenAll(channels.Select(channel => BuildAsync(database, channel, troubles)));
        await SixteenUnits.Create().StoreAsync(nodes[0].Services.GetRequiredService<IDatabase>());

        await Task.WhenAll(nodes.Select(node => node.StartAsync()));
        await ReminderHost.UntilAsync(() => channels.Sum(channel => channel.Sent.Count) >= SixteenUnits.Units);
        await Task.WhenAll(nodes.Select(node => node.StopAsync()));

        var sent = channels.SelectMany(channel => channel.Sent).Select(message => message.Content.MessageId).ToList();
        Assert.Equal(SixteenUnits.Units, sent.Count);
        Assert.Equal(SixteenUnits.Units, sent.Distinct().Count());
        Assert.Empty(troubles.Lines);
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
        Assert.Empty(troubles.Lines);
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    private static Task<ReminderHost> BuildAsync(string database, FakeChannel channel, Troubles troubles) => ReminderHost.BuildAsync(
        Ledgers.At("2020-03-31 09:00"), channel, troubles,
        ("Database:Provider", "postgres"), ("ConnectionStrings:PlanBot", database), ("Reminders:Sending:Batch", "1"));
}
