using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>下级进展: how far the plans below are with the tasks that carry out those of this plan.</summary>
public sealed class CascadeAnswers(PlanViews views, IPlanRepository plans, ITaskLinkRepository links, ILedgerQuery ledger)
{
    /// <summary>Every coordinator and leader sees all plans; contacts ask about their own tasks only.</summary>
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var all = await views.ReadAsync(cancellationToken);
        var texts = new List<string>();
        foreach (var parent in question.Plans)
        {
            var tasks = await plans.TasksAsync(parent.Plan.Id, cancellationToken);
            var below = new List<(Guid Parent, string Plan, ChildTaskProgress Task)>();
            foreach (var child in all.Where(view => view.Plan.ParentId == parent.Plan.Id))
                below.AddRange(await OfChildAsync(child, cancellationToken));
            var linked = tasks.Where(task => below.Any(entry => entry.Parent == task.Id)).Select(task => new ParentTaskProgress(
                TaskNames.Beginning(task.Title, task.Text), task.Number,
                [.. below.Where(entry => entry.Parent == task.Id).GroupBy(entry => entry.Plan).Select(plan => (plan.Key, (IReadOnlyList<ChildTaskProgress>)[.. plan.Select(entry => entry.Task)]))])).ToList();
            if (linked.Count > 0)
                texts.Add(CascadeTexts.Progress(parent.Plan.Title, linked, question.Language));
        }
        return new(texts.Count > 0 ? string.Join("\n\n", texts) : CascadeTexts.NothingBelow(question.Language)) { Buttons = [Buttons.WhoHasNotReported(question.Language)] };
    }

    /// <summary>In the child's own period in question: it may be reported on by the month where the plan above is by the quarter.</summary>
    private async Task<IReadOnlyList<(Guid Parent, string Plan, ChildTaskProgress Task)>> OfChildAsync(PlanView child, CancellationToken cancellationToken)
    {
        var confirmed = await links.OfChildAsync(child.Plan.Id, cancellationToken);
        if (confirmed.Count == 0)
            return [];
        var tasks = (await plans.TasksAsync(child.Plan.Id, cancellationToken)).ToDictionary(task => task.Id);
        var rows = child.InQuestion is { } period ? (await ledger.OfPeriodAsync(period.Id, null, cancellationToken)).ToLookup(row => row.TaskId) : Enumerable.Empty<LedgerRow>().ToLookup(row => row.TaskId);
        return [.. confirmed.Select(link => (link.ParentTaskId, child.Plan.Title, ProgressOf(tasks[link.ChildTaskId], rows[link.ChildTaskId].ToList(), child.Now)))];
    }

    private static ChildTaskProgress ProgressOf(PlanTask task, IReadOnlyList<LedgerRow> rows, DateTimeOffset now) => new(
        TaskNames.Beginning(task.Title, task.Text), task.Number, [.. rows.Select(row => row.UnitName)], rows.Count(row => row.State != ObligationState.Waived),
        rows.Count(row => !row.IsOpen && row.State != ObligationState.Waived), rows.Count(row => row.IsOverdue(now)));
}
