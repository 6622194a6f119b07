using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Jobs;

/// <summary>Every few minutes: writes the obligations of periods whose first day has come, and closes those that are over.</summary>
[DisallowConcurrentExecution]
public sealed class OpenPeriodsJob(OpenPeriods openPeriods, JobGate gate, TimeProvider clock) : IJob
{
    public static readonly JobKey Key = new("open-periods", JobGroups.Reminders);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Safe to fire twice or late: (plan, period) is unique.
        using var passed = await gate.PassAsync(cancellationToken);
        await openPeriods.RunAsync(clock.GetUtcNow(), cancellationToken);
    }
}
