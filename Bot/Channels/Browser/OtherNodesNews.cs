using PlanBot.Data.Repositories;

namespace PlanBot.Channels.Browser;

/// <summary>Shows on this node's open pages at once what another node wrote, e.g. a reminder. Pages look for themselves every few seconds, so a lost connection costs no more than that.</summary>
public sealed partial class OtherNodesNews(
    IChatWatch watch, ChatNews news, [FromKeyedServices("wall")] TimeProvider wall, ILogger<OtherNodesNews> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await watch.WatchAsync(news.TellWritten, stoppingToken) is { } reason)
        {
            LogLost(reason);
            await Task.Delay(Pause, wall, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Other nodes are not heard of at the moment: {Reason}")]
    private partial void LogLost(string reason);
}
