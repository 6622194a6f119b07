using PlanBot.Data.Queries;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>打扰了大家多少: the load that reminders and reports have caused.</summary>
public sealed class BurdenAnswers(BurdenQuery query)
{
    public async Task<Reply> AnswerAsync(Question question, IReadOnlyList<Guid>? units, CancellationToken cancellationToken)
    {
        var (language, view) = (question.Language, question.Plans.FirstOrDefault(plan => units is null || plan.Units.Any(unit => units.Contains(unit.Id))) ?? question.Plans[0]);
        var key = view.KeyOf(question.Focus.Period);
        var rows = (await query.RunAsync(view.Plan.Id, key, cancellationToken)).Where(row => units?.Contains(row.UnitId) != false).ToList();
        return new(BurdenTexts.Of(key, rows, question.Focus.Page, language))
        {
            Buttons = rows.Count > (question.Focus.Page + 1) * BurdenTexts.PageSize ? [Buttons.More(language), Buttons.NextReminders(language)] : [Buttons.NextReminders(language)],
        };
    }
}
