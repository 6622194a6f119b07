using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Jobs;

/// <summary>Fires the sending job now; while it runs already, Quartz fires it once more afterwards.</summary>
public sealed partial class QuartzReminderSignal(
    [FromKeyedServices(JobGroups.Scheduler)] ISchedulerFactory schedulers, ILogger<QuartzReminderSignal> logger) : IReminderSignal
{
    public async Task SendSoonAsync(CancellationToken cancellationToken)
    {
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            await scheduler.TriggerJob(SendRemindersJob.Key, cancellationToken: cancellationToken);
        }
        catch (SchedulerException exception)
        {
            // The messages are in the outbox and leave at the next regular look.
            LogNotSignalled(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sending job could not be fired at once")]
    private partial void LogNotSignalled(Exception exception);
}
