using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>联系不上: where a report is still open and nothing comes through, or nobody has looked.</summary>
public sealed class OutOfReach(ReachQuery query, IReminderQuery reminders, IEnumerable<IOutbound> channels)
{
    /// <returns>Units and contacts of units with something open in the period, in the notice's order, each with the unit's open reports.</returns>
    public async Task<IReadOnlyList<(ReachRow Row, int Open)>> OfPeriodAsync(Plan plan, PlanPeriod period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await query.RunAsync(plan.Id, [.. channels.Select(channel => channel.Channel)], CivilTime.Of(plan.TimeZone).DayOf(now), cancellationToken, now);
        if (rows.Count == 0)
            return [];
        var open = (await reminders.OpenUnitsAsync(period.Id, now, cancellationToken)).ToDictionary(unit => unit.UnitId, unit => unit.Open);
        return [.. rows.Where(row => open.ContainsKey(row.UnitId)).Select(row => (row, open[row.UnitId]))];
    }
}
