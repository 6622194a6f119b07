using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Jobs;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Tests.Jobs;

/// <summary>The real scheduler on a real database, as the program sets it up.</summary>
public abstract class SchedulerTests
{
    [DatabaseFact]
    public async Task Reminders_leave_by_themselves_while_the_program_writes_and_nothing_is_ever_locked()
    {
        var channel = new FakeChannel();
        var troubles = new Troubles();
        await using var app = await BuildAsync(Ledgers.At("2020-03-31 09:00"), channel, troubles);
        var ledgers = await SixteenUnits.Create().StoreAsync(app.Services.GetRequiredService<IDatabase>());
        using var stop = new CancellationTokenSource();
        var writes = new int[6];
        var writing = Task.WhenAll(Enumerable.Range(0, writes.Length).Select(
            writer => WriteAsync(app.Services.GetRequiredService<IDemoClockRepository>(), app.Services.GetRequiredService<IDatabase>(), () => writes[writer]++, stop.Token)));

        await app.StartAsync();
        var scheduler = await app.Services.GetRequiredKeyedService<ISchedulerFactory>("PlanBot").GetScheduler();
        for (var round = 1; round <= 10; round++)
        {
            await scheduler.TriggerJob(OpenPeriodsJob.Key);
            await scheduler.TriggerJob(QueueRemindersJob.Key);
        }
        await ReminderHost.UntilAsync(() => channel.Sent.Count == 16);
        await app.Services.GetRequiredService<UrgeUnits>().RunAsync(
            new(ledgers.Plan.Id, ledgers.Period.Period, IncludeNotYetDue: true), ledgers.Coordinator.Id, "directline", CancellationToken.None);
        await ReminderHost.UntilAsync(() => channel.Sent.Count == 32 && writes.All(each => each > 5));
        await app.StopAsync();
        await stop.CancelAsync();
        await writing;

        Assert.True(troubles.Lines.Count == 0, string.Join("\n", troubles.Lines));
    }

    [DatabaseFact]
    public async Task A_restart_finds_its_jobs_again_and_sends_nothing_twice()
    {
        var channel = new FakeChannel();
        var troubles = new Troubles();
        for (var run = 1; run <= 2; run++)
        {
            await using var app = await BuildAsync(Ledgers.At("2020-03-31 09:00"), channel, troubles);
            if (run == 1)
                await SixteenUnits.Create().StoreAsync(app.Services.GetRequiredService<IDatabase>());
            await app.StartAsync();
            await ReminderHost.UntilAsync(() => channel.Sent.Count >= 16);
            var scheduler = await app.Services.GetRequiredKeyedService<ISchedulerFactory>("PlanBot").GetScheduler();
            Assert.Equal(3, (await scheduler.GetJobDetails([OpenPeriodsJob.Key, QueueRemindersJob.Key, SendRemindersJob.Key])).Count);
            await app.StopAsync();
        }

        Assert.Equal(16, channel.Sent.Count);
        Assert.True(troubles.Lines.Count == 0, string.Join("\n", troubles.Lines));
    }

    [DatabaseFact]
    public async Task While_the_gate_is_closed_the_jobs_wait()
    {
        var channel = new FakeChannel();
        await using var app = await BuildAsync(Ledgers.At("2020-03-31 09:00"), channel, new Troubles());
        await SixteenUnits.Create().StoreAsync(app.Services.GetRequiredService<IDatabase>());
        var closed = await app.Services.GetRequiredService<JobGate>().CloseAsync(CancellationToken.None);
        IJob[] jobs = [Create<OpenPeriodsJob>(app), Create<QueueRemindersJob>(app), Create<SendRemindersJob>(app)];

        var running = jobs.Select(job => job.Execute(null!, CancellationToken.None).AsTask()).ToList();

        Assert.All(running, job => Assert.False(job.IsCompleted));
        closed.Dispose();
        await Task.WhenAll(running).WaitAsync(ReminderHost.Patience);
    }

    /// <summary>The same database each time, empty at first.</summary>
    protected abstract Task<(string Key, string Value)[]> SettingsAsync();

    private async Task<ReminderHost> BuildAsync(DateTimeOffset now, FakeChannel channel, Troubles troubles) =>
        await ReminderHost.BuildAsync(now, channel, troubles, await SettingsAsync());

    /// <summary>One writing transaction after another, as a busy hour would bring them.</summary>
    private static async Task WriteAsync(IDemoClockRepository clock, IDatabase database, Action count, CancellationToken stop)
    {
        for (var instant = Ledgers.At("2020-01-01 00:00"); !stop.IsCancellationRequested; count(), instant = instant.AddSeconds(1))
        {
            await database.InTransactionAsync(
                async token =>
                {
                    await clock.KeepAsync(instant, token);
                    await Task.Delay(10, CancellationToken.None);
                },
                CancellationToken.None);
        }
    }

    private static T Create<T>(ReminderHost app) => ActivatorUtilities.CreateInstance<T>(app.Services);
}

public sealed class SchedulerOnSqlite : SchedulerTests, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<(string Key, string Value)[]> SettingsAsync() =>
        Task.FromResult<(string, string)[]>([("ConnectionStrings:PlanBot", $"Data Source={folder.File("planbot.db")}")]);
}

public sealed class SchedulerOnPostgres : SchedulerTests
{
    private readonly Lazy<Task<string>> database = new(() => PostgresServer.CreateDatabaseAsync());

    protected override async Task<(string Key, string Value)[]> SettingsAsync() => [("Database:Provider", "postgres"), ("ConnectionStrings:PlanBot", await database.Value)];
}
