using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Jobs;

/// <summary>Sends what waits in the outbox: at once when told to, and every half minute for what had to be put off. Runs once on a node at a time, and on several nodes together.</summary>
public sealed partial class SendRemindersJob(SendReminders sendReminders, JobGate gate, ILogger<SendRemindersJob> logger) : IJob
{
    public static readonly JobKey Key = new("send-reminders", JobGroups.Reminders);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Safe to fire twice or late: a message is leased before it is sent.
        using var passed = await gate.PassAsync(cancellationToken);
        var outcome = await sendReminders.RunAsync(cancellationToken);
        if (outcome != SendOutcome.Nothing)
            LogSent(outcome.Sent, outcome.Skipped, outcome.PutOff, outcome.Failed);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Reminders: {Sent} sent, {Skipped} skipped, {PutOff} put off, {Failed} failed")]
    private partial void LogSent(int sent, int skipped, int putOff, int failed);
}
