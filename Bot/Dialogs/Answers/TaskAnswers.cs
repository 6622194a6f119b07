using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>Answers about a task of the plan, whoever answers for it: 第三项是谁负责, 学科建设那项报了吗. For those who see all units.</summary>
public sealed class TaskAnswers(IPlanRepository plans, ILedgerQuery ledger, MentionQuery mentions)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        foreach (var view in question.Plans)
        {
            foreach (var task in Meant(await plans.TasksAsync(view.Plan.Id, cancellationToken), question))
                parts.Add(await OfTaskAsync(question, view, task, cancellationToken));
        }
        if (parts.Count == 0 && question.Focus is { TaskSubject: { } words, Task: null } && await InReportsAsync(question, words, cancellationToken) is { } told)
            return told;
        return parts.Count switch
        {
            0 => new(TaskTexts.NoSuchTask(question.Focus.TaskSubject, question.Focus.Task, question.Language)),
            > 5 => new(TaskTexts.TooMany(parts.Count, question.Language)),
            _ => new(string.Join("\n\n", parts)) { Buttons = CommonTexts.HomeButtons(question.Asker.Person, question.Language) },
        };
    }

    /// <summary>曙光那边到哪一步了, where no task is called so: what the reports tell of it.</summary>
    private async Task<Reply?> InReportsAsync(Question question, string words, CancellationToken cancellationToken)
    {
        foreach (var view in question.Plans)
        {
            foreach (var key in view.KeysOf(question.Focus.Periods))
            {
                if (view.Find(key) is { } period && await mentions.RunAsync(period.Id, words, [.. view.Plan.Reporting.Sections.Select(section => section.Ordinal)], null, 0, MentionTexts.PageSize, cancellationToken) is { Count: > 0 } rows)
                    return new(MentionTexts.List(key, words, rows, false, view.Plan.Reporting.Sections, question.Language)) { UnitId = rows.Select(row => row.UnitId).Distinct().ToList() is [var one] ? one : null };
            }
        }
        return null;
    }

    /// <summary>By its place in the plan, or by words of its subject.</summary>
    private static IReadOnlyList<PlanTask> Meant(IReadOnlyList<PlanTask> tasks, Question question) => question.Focus switch
    {
        { Task: -1 } when tasks.Count > 0 => [tasks[^1]],
        { Task: { } ordinal } => [.. tasks.Where(task => task.Ordinal == ordinal)],
        { TaskSubject: { } words } => TaskSubjects.Match(words, tasks.Select(task => (task, $"{task.Title}{task.Text}"))),
        _ => [],
    };

    private async Task<string> OfTaskAsync(Question question, PlanView view, PlanTask task, CancellationToken cancellationToken)
    {
        var name = TaskNames.Full(task.Ordinal, task.Title, task.Text, question.Language);
        if (question.Intent == Intent.WhoIsContact)
        {
            var units = (await plans.AssignmentsAsync(view.Plan.Id, cancellationToken)).Where(assignment => assignment.TaskId == task.Id).OrderBy(assignment => assignment.Ordinal)
                .Select(assignment => (view.Units.FirstOrDefault(unit => unit.Id == assignment.UnitId)?.Name ?? assignment.Raw, assignment.Role)).ToList();
            return TaskTexts.Responsible(name, units, onlyLead: Lead.IsMatch(question.Focus.Words), question.Language);
        }
        IReadOnlyList<LedgerRow> rows = view.Find(view.KeyOf(question.Focus.Period)) is { } period ? await ledger.OfPeriodAsync(period.Id, null, cancellationToken) : [];
        return TaskTexts.Status(name, [.. rows.Where(row => row.TaskId == task.Id)], view.Now, view.Zone, question.Language);
    }

    private static Regex Lead => field ??= new("牵头|(?<![a-z])lead");
}
