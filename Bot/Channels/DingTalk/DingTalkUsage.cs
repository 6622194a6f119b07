using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Channels.DingTalk;

/// <summary>Counts what is used of the monthly quota, on all nodes together, and tells the log and the coordinators when it is nearly used up.</summary>
public sealed partial class DingTalkUsage(
    IChannelRepository store, DingTalkQuota quota, WarnOfQuota warn, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall, ILogger<DingTalkUsage> logger) : BackgroundService
{
    /// <summary>Part of the quota after which it is said; and said again.</summary>
    internal static readonly IReadOnlyList<double> Alarms = [0.8, 0.95];

    /// <summary>Nobody's user id.</summary>
    private const string Quota = "(quota)";

    private static readonly TimeSpan BetweenWrites = TimeSpan.FromSeconds(10);
    private readonly Dictionary<UsageKind, long> more = [];
    private readonly Dictionary<(DateOnly Month, UsageKind Kind), double> said = [];

    public void Count(UsageKind kind)
    {
        lock (more)
            more[kind] = more.GetValueOrDefault(kind) + 1;
    }

    /// <summary>The month that DingTalk counts by.</summary>
    internal static DateOnly MonthOf(DateTimeOffset now) => CivilTime.Of(Plan.DefaultTimeZone).DayOf(now) is var day ? new(day.Year, day.Month, 1) : default;

    /// <summary>Writes down what was counted since the last time.</summary>
    internal async Task WriteAsync(CancellationToken cancellationToken)
    {
        List<KeyValuePair<UsageKind, long>> counted;
        lock (more)
        {
            counted = [.. more];
            more.Clear();
        }
        var month = MonthOf(wall.GetUtcNow());
        for (var at = 0; at < counted.Count; at++)
        {
            try
            {
                await store.CountAsync(DingTalkOptions.Channel, month, counted[at].Key, counted[at].Value, cancellationToken);
                await WatchAsync(month, counted[at].Key, cancellationToken);
            }
            catch (DatabaseUnavailableException)
            {
                lock (more)
                    more[counted[at].Key] = more.GetValueOrDefault(counted[at].Key) + counted[at].Value;
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(BetweenWrites, wall, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WriteAsync(CancellationToken.None);
        }
    }

    private async Task WatchAsync(DateOnly month, UsageKind kind, CancellationToken cancellationToken)
    {
        var limit = kind == UsageKind.Calls ? options.Value.CallsPerMonth : options.Value.MessagesPerMonth;
        var used = await store.UsedAsync(DingTalkOptions.Channel, month, kind, cancellationToken);
        var reached = Alarms.LastOrDefault(part => used >= part * limit);
        if (reached <= said.GetValueOrDefault((month, kind)))
            return;
        said[(month, kind)] = reached;
        LogNearlyUsedUp(used, limit, kind);
        // Once a month for each, whichever node finds it and however often it starts.
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind} {reached}");
        if (await store.TimesSaidAsync(DingTalkOptions.Channel, Quota, month, name, cancellationToken) > 0)
            return;
        await store.SayAsync(DingTalkOptions.Channel, Quota, month, name, cancellationToken);
        await warn.RunAsync(await quota.NowAsync(cancellationToken), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Used} of {Limit} {Kind} of DingTalk's quota are used this month (docs/dingtalk.md)")]
    private partial void LogNearlyUsedUp(long used, long limit, UsageKind kind);
}
