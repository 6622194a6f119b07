using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Jobs;

/// <summary>Fires the sending job now, once for each node; where it runs already, Quartz fires it once more afterwards.</summary>
public sealed partial class QuartzReminderSignal(
    [FromKeyedServices(JobGroups.Scheduler)] ISchedulerFactory schedulers, ILogger<QuartzReminderSignal> logger) : IReminderSignal
{
    public async Task SendSoonAsync(CancellationToken cancellationToken)
    {
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            var nodes = await scheduler.QueryClusterNodes(cancellationToken);
            for (var node = 0; node < Math.Max(1, nodes.Count(known => known.State == ClusterNodeState.Alive)); node++)
                await scheduler.ScheduleJob(
                    TriggerBuilder.Create().ForJob(SendRemindersJob.Key).WithIdentity(Guid.CreateVersion7().ToString("N"), JobGroups.Reminders)
                        .WithExecutionGroup(JobGroups.Sending).StartNow()
                        .WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build(),
                    cancellationToken: cancellationToken);
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
