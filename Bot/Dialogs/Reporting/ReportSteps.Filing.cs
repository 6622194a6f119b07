using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Domain;
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
        var told = ReportTexts.Filed(
            form.UnitName, key, [.. tasks.OrderBy(task => task.Ordinal)], view.Now, [.. rows.Where(row => row.IsOpen).Select(row => (row.UnitTaskOrdinal, TaskNames.Beginning(row.TaskTitle, row.TaskText)))], view.Zone, turn.Language);
        var isLate = tasks.Exists(task => task is { Version: 1, IsLate: true });
        return new(isLate && rows.All(row => !row.IsOpen) && await NextDueAsync(view, key, turn.Language, cancellationToken) is var (next, due) ? told with { Text = $"{told.Text}\n{ReportTexts.NextDue(next, due, turn.Language)}" } : told, null);
    }

    /// <summary>The day on which the tasks that are being written were due; null where it is still to come.</summary>
    private async Task<DateOnly?> OverdueAsync(Turn turn, ReportForm form, CancellationToken cancellationToken)
    {
        if (turn.Plans.FirstOrDefault(plan => plan.Plan.Id == form.PlanId) is not { } view || view.Find(form.Key) is not { } period)
            return null;
        var written = form.Parts.SelectMany(part => part.Ordinals).ToHashSet();
        var late = (await ledger.OfPeriodAsync(period.Id, form.UnitId, cancellationToken)).Where(row => row.IsOpen && row.DueAt <= view.Now && written.Contains(row.UnitTaskOrdinal)).ToList();
        return late.Count == 0 ? null : late.Min(row => row.DueOn);
    }

    /// <summary>Whoever was late is told when the next one is due; null when there is none.</summary>
    private async Task<(ReportingPeriod Period, string Due)?> NextDueAsync(PlanView view, ReportingPeriod key, Language language, CancellationToken cancellationToken)
    {
        var next = key.Next();
        if (view.Plan.Reporting.LastPeriod is { } last && next > last || view.Plan.Reporting.Frequency == Frequency.Once)
            return null;
        if (view.Find(next) is { } open)
            return (next, Days.Due(open.DueOn, open.DueAt, open.IsProvisional, view.Zone, language));
        return DueDatePolicy.For(next, view.Plan.Reporting.DueRule, await currentCalendar.ReadAsync(cancellationToken)) is { } due ? (next, Days.Full(due.Day, language)) : null;
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
