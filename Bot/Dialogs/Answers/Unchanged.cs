using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;

namespace PlanBot.Dialogs.Answers;

/// <summary>Reports whose text is that of the period before, word for word: flagged to whoever reviews them, never refused.</summary>
public sealed class Unchanged(ILedgerQuery ledger, IProgressRepository progress)
{
    /// <param name="entries">What counts of one unit in <paramref name="key"/>.</param>
    /// <returns>The obligations whose report says nothing new, and the period that it repeats; empty when none does.</returns>
    public async Task<IReadOnlySet<Guid>> OfAsync(PlanView view, ReportingPeriod key, IReadOnlyList<(LedgerRow Row, ProgressEntry? Entry, string Author)> entries, CancellationToken cancellationToken)
    {
        if (view.Find(key.Previous()) is not { } period || entries.Count == 0)
            return new HashSet<Guid>();
        var rows = (await ledger.OfPeriodAsync(period.Id, entries[0].Row.UnitId, cancellationToken)).Where(row => row.Version > 0).ToDictionary(row => row.ObligationId, row => row.TaskId);
        var before = (await progress.LatestAsync(rows.Keys, cancellationToken)).ToDictionary(entry => rows[entry.ObligationId], entry => entry.Sections);
        return entries.Where(one => one.Entry is { } entry && before.TryGetValue(one.Row.TaskId, out var old) && IsSame(entry.Sections, old)).Select(one => one.Row.ObligationId).ToHashSet();
    }

    /// <summary>Section by section; spaces at the ends do not count.</summary>
    private static bool IsSame(IReadOnlyDictionary<int, string> now, IReadOnlyDictionary<int, string> before) =>
        now.Keys.Union(before.Keys).All(section => now.GetValueOrDefault(section, "").Trim() == before.GetValueOrDefault(section, "").Trim());
}
