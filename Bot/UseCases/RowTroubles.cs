using System.Collections.Concurrent;
using PlanBot.Data.Model;

namespace PlanBot.UseCases;

/// <summary>What the jobs had to leave out when they last looked: logged when it first comes and when it has gone, and told to whoever asks whether this program does its work.</summary>
public sealed partial class RowTroubles(ILogger<RowTroubles> logger)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<LeftOut>> lastLooks = new();

    /// <summary>Rows that were left out, each once.</summary>
    public IReadOnlyList<LeftOut> Now => lastLooks.Values.SelectMany(rows => rows).DistinctBy(row => row.Key).ToList();

    /// <param name="look">Who has looked, e.g. the name of a use case; it replaces what the same one said before.</param>
    public void Tell(string look, IReadOnlyList<LeftOut> broken)
    {
        var before = lastLooks.GetValueOrDefault(look, []);
        lastLooks[look] = broken;
        foreach (var row in broken.ExceptBy(before.Select(known => known.Key), row => row.Key))
            LogLeftOut(look, row.PlanId, row.Period, row.Round, row.Why);
        foreach (var row in before.ExceptBy(broken.Select(known => known.Key), row => row.Key))
            LogMended(look, row.PlanId, row.Period, row.Round);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Look}: plan {Plan}, period {Period}, round {Round} cannot be reckoned and is left out, all others go on; the due day or the plan's rule must be put right")]
    private partial void LogLeftOut(string look, Guid plan, ReportingPeriod? period, int? round, Exception why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Look}: plan {Plan}, period {Period}, round {Round} is reckoned with again")]
    private partial void LogMended(string look, Guid plan, ReportingPeriod? period, int? round);
}
