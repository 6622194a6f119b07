using System.Collections.Concurrent;
using Quartz;

namespace PlanBot.Jobs;

/// <summary>Which jobs fail again and again on this node. Once is no trouble: every job looks again by itself and makes up for what it missed.</summary>
public sealed class JobTroubles : IJobListener
{
    /// <summary>Failures in a row from which on it is told.</summary>
    internal const int Told = 2;

    private readonly ConcurrentDictionary<string, int> failures = new();

    public string Name => "troubles";

    /// <summary>Names of the failing jobs, rising; empty when all is well.</summary>
    public IReadOnlyList<string> Failing => failures.Where(job => job.Value >= Told).Select(job => job.Key).Order(StringComparer.Ordinal).ToList();

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        // A stop breaks jobs off; that says nothing about them.
        if (!cancellationToken.IsCancellationRequested)
            Note(context.JobDetail.Key.Name, jobException is not null);
        return ValueTask.CompletedTask;
    }

    internal void Note(string job, bool failed) => failures.AddOrUpdate(job, failed ? 1 : 0, (_, before) => failed ? before + 1 : 0);
}
