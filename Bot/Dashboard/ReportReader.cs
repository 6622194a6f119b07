using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>One report that is owed, with all that was filed and decided.</summary>
/// <param name="Versions">Oldest first.</param>
/// <param name="Authors">Names by person.</param>
/// <param name="Evidence">Files of the version that counts.</param>
/// <param name="IsUnchanged">Word for word the report of the period before.</param>
/// <param name="Trail">Newest first.</param>
public sealed record ReportView(
    LedgerRow Row, Obligation Obligation, IReadOnlyList<ProgressEntry> Versions, IReadOnlyDictionary<Guid, string> Authors, IReadOnlyList<Evidence> Evidence, bool IsUnchanged,
    IReadOnlyList<AuditLine> Trail)
{
    /// <summary>What counts; null while nothing does.</summary>
    public ProgressEntry? Counting => Row.State.Counts() ? Versions[^1] : null;

    public ReportStamp Stamp => ReportStamp.Of(Obligation);

    /// <summary>What can be decided about it as it stands.</summary>
    public IReadOnlyList<RulingKind> Rulings => Row.State switch
    {
        ObligationState.Waived => [],
        ObligationState.Submitted => [RulingKind.Accept, RulingKind.Return],
        ObligationState.AwaitingSignOff or ObligationState.Accepted => [RulingKind.Return],
        _ => [RulingKind.Extend, RulingKind.Waive],
    };
}

/// <summary>Reads what the page of a report shows.</summary>
public sealed class ReportReader(
    IObligationRepository obligations, ILedgerQuery ledger, IProgressRepository progress, IPersonRepository people, IEvidenceRepository evidence, AuditQuery audit, Unchanged unchanged)
{
    private const int MostLines = 50;

    /// <returns>Null when there is no such report, or it is outside what the person may see: nobody learns which.</returns>
    public async Task<(ReportView Report, OwedInPeriod Owed)?> FindAsync(Desk desk, Guid obligationId, CancellationToken cancellationToken)
    {
        if (await obligations.FindWithPeriodAsync(obligationId, cancellationToken) is not { } owed || !desk.Sees(Ability.SeeUnit, owed.Obligation.UnitId))
            return null;
        var row = (await ledger.OfPeriodAsync(owed.Period.Id, owed.Obligation.UnitId, cancellationToken)).First(one => one.ObligationId == obligationId);
        var versions = await progress.VersionsAsync(obligationId, cancellationToken);
        var authors = (await people.FindAsync([.. versions.Select(version => version.AuthorId).Distinct()], cancellationToken)).ToDictionary(person => person.Id, person => person.Name);
        var files = (await evidence.OfAsync([obligationId], cancellationToken)).Where(file => file.Version == row.Version && row.Version > 0).ToList();
        var trail = await audit.RunAsync(new AuditFilter([row.UnitId], ReportsOnly: true, owed.Period.Id, row.UnitTaskOrdinal), 0, MostLines, cancellationToken);
        return (new(row, owed.Obligation, versions, authors, files, IsUnchanged: false, trail), owed);
    }

    /// <summary>Whether its text is that of the period before.</summary>
    public async Task<ReportView> MarkUnchangedAsync(ReportView report, DeskScope scope, CancellationToken cancellationToken) => report with
    {
        IsUnchanged = report.Counting is { } entry
            && (await unchanged.OfAsync(scope.View!, scope.Period!.Period, [(report.Row, entry, "")], cancellationToken)).Contains(report.Row.ObligationId),
    };
}
