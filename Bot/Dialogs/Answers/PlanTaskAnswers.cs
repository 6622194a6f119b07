using PlanBot.Data.Repositories;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>有哪些任务, 任务清单: the tasks of a plan, begun or not, with the units that answer for them.</summary>
public sealed class PlanTaskAnswers(IPlanRepository plans)
{
    public const int PageSize = 20;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (view, language, page) = (question.Plans[0], question.Language, question.Focus.Page);
        var tasks = (await plans.TasksAsync(view.Plan.Id, cancellationToken)).OrderBy(task => task.Ordinal).ToList();
        var assigned = (await plans.AssignmentsAsync(view.Plan.Id, cancellationToken)).ToLookup(one => one.TaskId);
        var names = view.Units.ToDictionary(unit => unit.Id, unit => unit.Name);
        var from = Math.Min(page, Math.Max(0, (tasks.Count - 1) / PageSize)) * PageSize;
        var lines = tasks.Skip(from).Take(PageSize).Select(task => PlanTexts.Task(
            task.Number ?? $"{task.Ordinal}", TaskNames.Beginning(task.Title, task.Text), [.. assigned[task.Id].OrderBy(one => one.Ordinal).Where(one => names.ContainsKey(one.UnitId)).Select(one => (names[one.UnitId], one.Role))], language)).ToList();
        return new(PlanTexts.Tasks(view.Plan.Title, tasks.Count, names.Count, from, lines, language))
        {
            Buttons = tasks.Count > from + PageSize ? [Buttons.More(language), Buttons.WhoHasNotReported(language)] : [Buttons.WhoHasNotReported(language)],
        };
    }
}
