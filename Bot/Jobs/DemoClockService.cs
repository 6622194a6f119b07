using PlanBot.UseCases;

namespace PlanBot.Jobs;

/// <summary>Keeps the demo clock's instant with the database, well within every minute.</summary>
public sealed partial class DemoClockService(
    IClockKeeper keeper, [FromKeyedServices("wall")] TimeProvider wall, ILogger<DemoClockService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, wall);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await keeper.KeepAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // A busy or full disk now must not end the keeping for good.
                LogNotKept(exception.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo clock could not be kept: {Reason}")]
    private partial void LogNotKept(string reason);
}
