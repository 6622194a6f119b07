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

    /// <summary>先交第一项, 第二条先不交: the others stay as drafts, and what is to be filed is, once it is whole.</summary>
    /// <returns>Null when the words tell none of the tasks apart.</returns>
    private async Task<ReportStep?> SomeOfThemAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        if (talk is not { Unread: null, Form: { Unplaced: null } form })
            return null;
        var shown = form.Tasks.Where(task => form.PartOf(task.Ordinal) is { Texts.Count: > 0, IsNil: false }).ToList();
        if (SomeOfThem.Parse(said, shown) is not { } some)
            return null;
        var left = some.AreFiled ? [.. shown.Select(task => task.Ordinal).Except(some.Tasks)] : some.Tasks;
        if (left.Count == 0)
            return form is { Missing: null, HasChanges: true } ? await FileAsync(turn, form, cancellationToken) : null;
        if (form.Without(left) is not { } rest)
            return null;
        await filing.KeepAsync(form with { Parts = [.. form.Parts.Select(part => part with { Ordinals = [.. part.Ordinals.Intersect(left)] })] }, turn.Asker, cancellationToken);
        Reply kept = new(ReportNotes.KeptForLater(left, turn.Language));
        if (some.AreFiled && rest is { Missing: null, HasChanges: true } && await FileAsync(turn, rest, cancellationToken) is { } filed)
            return filed with { Say = ReportStep.Joined(filed.Say, kept) };
        return new(some.AreFiled ? kept : ReportStep.Joined(new(ReportNotes.LeftOut(left, turn.Language)), kept), talk with { Form = rest });
    }

    /// <summary>The day on which the first of the tasks that are being written is due, and whether that is over; null where all are reported.</summary>
    private async Task<(DateOnly Day, bool IsPast)?> DueAsync(Turn turn, ReportForm form, CancellationToken cancellationToken)
    {
        if (turn.Plans.FirstOrDefault(plan => plan.Plan.Id == form.PlanId) is not { } view || view.Find(form.Key) is not { } period)
            return null;
        var written = form.Parts.SelectMany(part => part.Ordinals).ToHashSet();
        var first = (await ledger.OfPeriodAsync(period.Id, form.UnitId, cancellationToken)).Where(row => row.IsOpen && written.Contains(row.UnitTaskOrdinal)).MinBy(row => row.DueAt);
        return first is null ? null : (first.DueOn, first.DueAt <= view.Now);
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
