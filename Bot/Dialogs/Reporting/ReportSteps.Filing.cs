using PlanBot.Data.Model;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Reporting;

/// <summary>The yes to a summary: the report is filed, or it is said why not.</summary>
public sealed partial class ReportSteps
{
    private async Task<ReportStep> FileAsync(Turn turn, ReportForm form, CancellationToken cancellationToken)
    {
        var result = await filing.FileAsync(form, turn.Asker, cancellationToken);
        if (result is not SubmitResult.Filed filed)
            return new(new(ReportTexts.Refused(Why(result), turn.Language)), null);
        var key = form.Key;
        var view = turn.Plans.First(plan => plan.Plan.Id == form.PlanId);
        var rows = await ledger.OfPeriodAsync(view.Find(key)!.Id, form.UnitId, cancellationToken);
        var tasks = filed.Reports.Select(report => (form.Tasks.First(task => task.ObligationId == report.ObligationId).Ordinal, report.Version, report.IsLate)).ToList();
        return new(
            ReportTexts.Filed(
                form.UnitName, key, [.. tasks.OrderBy(task => task.Ordinal)], view.Now, [.. rows.Where(row => row.IsOpen).Select(row => (row.UnitTaskOrdinal, TaskNames.Beginning(row.TaskTitle, row.TaskText)))], view.Zone, turn.Language),
            null);
    }

    private static ReportRefusal Why(SubmitResult result) => result is SubmitResult.Refused refused
        ? refused.Reason switch
        {
            SubmitRefusal.NotYours => ReportRefusal.NotYours,
            SubmitRefusal.PeriodClosed => ReportRefusal.PeriodClosed,
            SubmitRefusal.Settled => ReportRefusal.Settled,
            SubmitRefusal.ChangedMeanwhile => ReportRefusal.ChangedMeanwhile,
            _ => ReportRefusal.Incomplete,
        }
        : ReportRefusal.Incomplete;
}
