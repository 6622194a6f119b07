using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PlanBot.Data.Sql;
using PlanBot.Jobs;
using PlanBot.Texts;
using PlanBot.UseCases;
using Quartz;

namespace PlanBot.Composition;

/// <summary>What monitors ask: whether the process lives, and whether it can do its work.</summary>
internal static class HealthComposition
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new DatabaseProbe(
            provider.GetRequiredService<IDatabase>(), provider.GetRequiredKeyedService<TimeProvider>(ClockComposition.Wall)));
        services.AddSingleton<HealthAnswer>();
        services.AddHealthChecks()
            .AddCheck<StartUpCheck>("start-up", tags: [Ready])
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck<SchedulerCheck>("scheduler", tags: [Ready])
            .AddCheck<JobsCheck>("jobs", HealthStatus.Degraded, [Ready]);
        // It would log an error for each poll; HealthAnswer logs one line when something changes.
        return services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
    }

    public static void MapHealth(this WebApplication app)
    {
        var answer = app.Services.GetRequiredService<HealthAnswer>();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = answer.WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = answer.WriteAsync });
    }

    private sealed class StartUpCheck(StartUp startUp) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(startUp.IsDone ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(HealthAnswer.Starting));
    }

    private sealed class DatabaseCheck(DatabaseProbe probe) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await probe.RunAsync(cancellationToken) is { } problem
                ? HealthCheckResult.Unhealthy(DatabaseTexts.InShort(problem.Reason), problem)
                : HealthCheckResult.Healthy();
    }

    private sealed class SchedulerCheck([FromKeyedServices(JobGroups.Scheduler)] ISchedulerFactory schedulers) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            (await schedulers.GetScheduler(cancellationToken)).Status switch
            {
                SchedulerStatus.Running => HealthCheckResult.Healthy(),
                SchedulerStatus.Shutdown => HealthCheckResult.Unhealthy("stopped"),
                _ => HealthCheckResult.Unhealthy(HealthAnswer.Starting), // it starts right after the service listens
            };
    }

    /// <summary>What makes reminders stay away although everything runs. It does not make the node unready: people can still be answered, and another node would meet the same rows.</summary>
    private sealed class JobsCheck(JobTroubles jobs, RowTroubles rows) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            List<string> troubles = [.. jobs.Failing.Select(job => job + " failing")];
            if (rows.Now.Count > 0)
                troubles.Add("left out: " + rows.Now.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return Task.FromResult(troubles.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(", ", troubles)));
        }
    }
}
