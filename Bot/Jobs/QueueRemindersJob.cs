using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Jobs;

/// <summary>Every minute: writes the reminder rows that have fallen due. Sending them is <see cref="SendRemindersJob"/>'s work.</summary>
[DisallowConcurrentExecution]
public sealed partial class QueueRemindersJob(
    QueueReminders queueReminders, AskToEscalate askToEscalate, IReminderSignal signal, JobGate gate, TimeProvider clock, ILogger<QueueRemindersJob> logger) : IJob
{
    public static readonly JobKey Key = new("queue-reminders", JobGroups.Reminders);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Safe to fire twice or late: (person, plan, period, step, round) is unique, so a second run adds nothing.
        using var passed = await gate.PassAsync(cancellationToken);
        var queued = await queueReminders.RunAsync(clock.GetUtcNow(), cancellationToken);
        var asked = await askToEscalate.RunAsync(clock.GetUtcNow(), cancellationToken);
        if (queued + asked == 0)
            return;
        LogQueued(queued);
        await signal.SendSoonAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Queued {Count} reminders")]
    private partial void LogQueued(int count);
}
