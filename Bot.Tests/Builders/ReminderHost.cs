using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PlanBot.Composition;
using PlanBot.Data.Migrations;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Builders;

/// <summary>A node without its web side: the real scheduler and jobs on a real database, with a clock that stands still and a channel that delivers into a list.</summary>
internal sealed class ReminderHost : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IHost host;

    private ReminderHost(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    /// <param name="settings">Over those of appsettings.json, e.g. <c>ConnectionStrings:PlanBot</c>.</param>
    public static Task<ReminderHost> BuildAsync(DateTimeOffset now, FakeChannel channel, Troubles troubles, params (string Key, string Value)[] settings) =>
        BuildAsync(now, channel, troubles, followsRealTime: false, settings);

    /// <param name="followsRealTime">Plans go by the clock that the scheduler goes by, as in the service; else by one of their own, as in the demo.</param>
    public static async Task<ReminderHost> BuildAsync(DateTimeOffset now, FakeChannel channel, Troubles troubles, bool followsRealTime, params (string Key, string Value)[] settings)
    {
        var clock = new StoppedClock(now);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Logging.AddProvider(troubles);
        builder.Services.AddSingleton<TimeProvider>(clock).AddKeyedSingleton("wall", (_, _) => followsRealTime ? clock : SystemClock.Instance);
        builder.Services.AddSingleton<IOutbound>(channel).AddData(builder.Configuration).AddReminders(builder.Configuration);
        var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        return new(app);
    }

    public Task StartAsync() => host.StartAsync();

    public Task StopAsync() => host.StopAsync();

    public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();

    public static async Task UntilAsync(Func<bool> isSo)
    {
        for (var patience = Stopwatch.StartNew(); !isSo(); await Task.Delay(20))
            Assert.True(patience.Elapsed < Patience, "It did not happen.");
    }

    private sealed class SystemClock : TimeProvider
    {
        public static readonly TimeProvider Instance = new SystemClock();
    }
}
