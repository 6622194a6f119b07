using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>A contact asks the coordinators for something about reports: more time, or that a task is another unit's. Nothing changes before it is granted.</summary>
public sealed class AskForRuling(KeepRequest keep)
{
    /// <param name="id">Made once for the wish.</param>
    /// <param name="rows">Of one unit and period.</param>
    /// <returns>Its number; null when the person does not report for the unit.</returns>
    public Task<int?> RunAsync(
        Guid id, RequestKind kind, PlanPeriod period, IReadOnlyList<LedgerRow> rows, DateOnly? until, string? text, Guid personId, string channel, CancellationToken cancellationToken) => keep.RunAsync(
            new(id, kind, Ability.Report, rows[0].UnitId, new ReportsRequest([.. rows.Select(row => row.ObligationId)], until, text).Write(), kind == RequestKind.Extension ? "ask-extension" : "ask-not-ours", personId, channel)
            {
                Period = period,
            },
            (number, by) => new(number, kind, by, rows[0].UnitName, period.Period.ToString(), RequestedReports.ToLetter(rows), text, until), cancellationToken);
}
