using Quartz;

namespace PlanBot.Jobs;

/// <summary>Runs the scheduler while the program serves.</summary>
/// <remarks>Quartz's own hosted service builds the scheduler before the first request can be answered; nobody's first answer depends on it, so here it comes right after.</remarks>
public sealed class SchedulerService(
    [FromKeyedServices(JobGroups.Scheduler)] ISchedulerFactory schedulers, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(serving.SetResult);
        await serving.Task.WaitAsync(stoppingToken);

        var scheduler = await schedulers.GetScheduler(stoppingToken);
        try
        {
            await scheduler.Start(stoppingToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
        }
        finally
        {
            // Running jobs are asked to stop (QuartzSchedulerOptions.ShutdownJobInterruption) and waited for: a message being sent is recorded before the program ends.
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }
    }
}
