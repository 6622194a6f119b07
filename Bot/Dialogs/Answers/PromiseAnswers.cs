using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>一季度说的下一步兑现了没: a unit's planned next steps beside what it reported a period later, in its own words and without a verdict. For those who see all units.</summary>
public sealed class PromiseAnswers(ILedgerQuery ledger, IProgressRepository progress)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var language = question.Language;
        if (question.Focus.UnitId is not { } unitId || question.Plans.FirstOrDefault(plan => plan.Units.Any(unit => unit.Id == unitId)) is not { } view)
            return UnitTexts.Unknown(question.Said.Unit?.Words ?? "", language);
        var first = question.Focus.Period is { } named ? view.KeyOf(named) : view.KeyOf(null).Previous();
        // 上季度, asked before anything can have come of it: the one before that.
        if (question.Focus.Period?.Reference != PeriodReference.Named && !(view.Find(first.Next())?.CollectionFrom <= view.Now))
            first = first.Previous();
        var (before, after) = (await EntriesAsync(view, first, unitId, cancellationToken), await EntriesAsync(view, first.Next(), unitId, cancellationToken));
        var wanted = before.Where(one => question.Focus.Task is not { } task || one.Row.UnitTaskOrdinal == TaskWords.Counted(task, before.Count)).ToList();
        var unit = view.Units.First(its => its.Id == unitId).Name;
        if (wanted.Count == 0)
            return new(UnitTexts.OwesNothing(unit, first, language));
        var tasks = wanted.Select(one => PromiseTexts.Task(one.Row, one.Entry, after.FirstOrDefault(later => later.Row.TaskId == one.Row.TaskId) is { Row: not null } next ? (next.Row, next.Entry) : null, view.Plan.Reporting.Sections, first, language));
        return new(string.Join("\n\n", tasks.Prepend(PromiseTexts.Heading(unit, first, language)))) { UnitId = unitId, Task = wanted is [var only] ? only.Row.UnitTaskOrdinal : null };
    }

    private async Task<List<(LedgerRow Row, ProgressEntry? Entry)>> EntriesAsync(PlanView view, ReportingPeriod key, Guid unitId, CancellationToken cancellationToken)
    {
        if (view.Find(key) is not { } period)
            return [];
        var rows = await ledger.OfPeriodAsync(period.Id, unitId, cancellationToken);
        var entries = (await progress.LatestAsync([.. rows.Select(row => row.ObligationId)], cancellationToken)).ToDictionary(entry => entry.ObligationId);
        return [.. rows.Select(row => (row, entries.GetValueOrDefault(row.ObligationId)))];
    }
}
