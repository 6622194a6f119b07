using PlanBot.UseCases.Webhooks;
using Quartz;

namespace PlanBot.Jobs;

/// <summary>Every ten seconds: tells other systems what has become overdue, and sends what waits for them.</summary>
[DisallowConcurrentExecution]
public sealed partial class WebhooksJob(TellSystems systems, SendWebhooks send, ILogger<WebhooksJob> logger) : IJob
{
    public static readonly JobKey Key = new("webhooks", "webhooks");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Safe to fire twice or late: who moves the mark tells, and a message is leased before it is sent.
        await systems.OverdueAsync(cancellationToken);
        var outcome = await send.RunAsync(cancellationToken);
        if (outcome != default)
            LogSent(outcome.Delivered, outcome.PutOff, outcome.GivenUp);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhooks: {Delivered} delivered, {PutOff} put off, {GivenUp} given up")]
    private partial void LogSent(int delivered, int putOff, int givenUp);
}
