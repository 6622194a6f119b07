using Quartz;

namespace PlanBot.Jobs;

/// <summary>Runs the scheduler while the program serves, and keeps its calendar like the holiday lists.</summary>
/// <remarks>Quartz's own hosted service builds the scheduler before the first request can be answered; nobody's first answer depends on it, so here it comes right after.</remarks>
public sealed partial class SchedulerService(
    [FromKeyedServices(JobGroups.Scheduler)] ISchedulerFactory schedulers, KeepOfficeHours officeHours, IHostApplicationLifetime lifetime, ILogger<SchedulerService> logger) : BackgroundService
{
    /// <summary>A holiday list can also come from the command line or from another node.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(serving.SetResult);
        await serving.Task.WaitAsync(stoppingToken);

        var scheduler = await schedulers.GetScheduler(stoppingToken);
        try
        {
            await KeepHoursAsync(stoppingToken);
            await scheduler.Start(stoppingToken);
            while (true)
            {
                await Task.Delay(BetweenLooks, stoppingToken);
                await KeepHoursAsync(stoppingToken);
            }
        }
        finally
        {
            // Running jobs are asked to stop (QuartzSchedulerOptions.ShutdownJobInterruption) and waited for: a message being sent is recorded before the program ends.
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }
    }

    private async Task KeepHoursAsync(CancellationToken stoppingToken)
    {
        try
        {
            await officeHours.RunAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A stop breaks the read off too. Otherwise the calendar is an older one, or lets everything through, until the next look: reminders know their hours by themselves.
            stoppingToken.ThrowIfCancellationRequested();
            LogNotKept(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler's working hours could not be compared with the holiday lists; once more in five minutes")]
    private partial void LogNotKept(Exception exception);
}
