using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PlanBot.Composition;
using PlanBot.Data.Migrations;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Jobs;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Tests.Jobs;

/// <summary>The real scheduler on a real SQLite file, as the program sets it up.</summary>
public sealed class SchedulerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string folder = Directory.CreateTempSubdirectory("planbot-").FullName;

    [Fact]
    public async Task Reminders_leave_by_themselves_while_the_program_writes_and_nothing_is_ever_locked()
    {
        var channel = new FakeChannel();
        var troubles = new Troubles();
        await using var app = await BuildAsync(Ledgers.At("2020-03-31 09:00"), channel, troubles);
        var ledgers = await SixteenUnits.Create().StoreAsync(app.Services.GetRequiredService<IDatabase>());
        using var stop = new CancellationTokenSource();
        var writing = WriteAsync(app.Services.GetRequiredService<IDemoClockRepository>(), app.Services.GetRequiredService<IDatabase>(), stop.Token);

        await app.StartAsync();
        await UntilAsync(() => channel.Sent.Count == 16);
        await app.Services.GetRequiredService<UrgeUnits>().RunAsync(
            new(ledgers.Plan.Id, ledgers.Period.Period, IncludeNotYetDue: true), ledgers.Coordinator.Id, "directline", CancellationToken.None);
        await UntilAsync(() => channel.Sent.Count == 32);
        await app.StopAsync();
        await stop.CancelAsync();
        var writes = await writing;

        Assert.Empty(troubles.Lines);
        Assert.True(writes > 10, $"{writes} writes");
    }

    [Fact]
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
            await UntilAsync(() => channel.Sent.Count >= 16);
            var scheduler = await app.Services.GetRequiredKeyedService<ISchedulerFactory>("PlanBot").GetScheduler();
            Assert.Equal(3, (await scheduler.GetJobDetails([OpenPeriodsJob.Key, QueueRemindersJob.Key, SendRemindersJob.Key])).Count);
            await app.StopAsync();
        }

        Assert.Equal(16, channel.Sent.Count);
        Assert.Empty(troubles.Lines);
    }

    [Fact]
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
        await Task.WhenAll(running).WaitAsync(Patience);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<ReminderHost> BuildAsync(DateTimeOffset now, FakeChannel channel, Troubles troubles)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection([new("ConnectionStrings:PlanBot", $"Data Source={Path.Combine(folder, "planbot.db")}")]);
        builder.Logging.AddProvider(troubles);
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(now)).AddKeyedSingleton("wall", (_, _) => SystemClock.Instance);
        builder.Services.AddSingleton<IOutbound>(channel).AddData(builder.Configuration).AddReminders(builder.Configuration);
        var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        return new(app);
    }

    /// <summary>One writing transaction after another, as a busy hour would bring them.</summary>
    private static async Task<int> WriteAsync(IDemoClockRepository clock, IDatabase database, CancellationToken stop)
    {
        var writes = 0;
        for (var instant = Ledgers.At("2020-01-01 00:00"); !stop.IsCancellationRequested; writes++, instant = instant.AddSeconds(1))
        {
            await database.InTransactionAsync(
                async token =>
                {
                    await clock.KeepAsync(instant, token);
                    await Task.Delay(10, CancellationToken.None);
                },
                CancellationToken.None);
        }
        return writes;
    }

    private static T Create<T>(ReminderHost app) => ActivatorUtilities.CreateInstance<T>(app.Services);

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var patience = Stopwatch.StartNew(); !isSo(); await Task.Delay(20))
            Assert.True(patience.Elapsed < Patience, "It did not happen.");
    }

    /// <summary>The program without its web side.</summary>
    private sealed class ReminderHost(IHost host) : IAsyncDisposable
    {
        public IServiceProvider Services => host.Services;

        public Task StartAsync() => host.StartAsync();

        public Task StopAsync() => host.StopAsync();

        public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();
    }

    private sealed class SystemClock : TimeProvider
    {
        public static readonly TimeProvider Instance = new SystemClock();
    }

    /// <summary>Warnings and errors that anything logged.</summary>
    private sealed class Troubles : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyList<string> Lines => [.. lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                lines.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
