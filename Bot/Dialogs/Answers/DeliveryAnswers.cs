using PlanBot.Data.Queries;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>教委收到提醒没, did commerce get it: whether the last message to a unit's contacts arrived.</summary>
public sealed class DeliveryAnswers(DeliveryQuery query)
{
    public async Task<Reply> AnswerAsync(Question question, IReadOnlyList<Guid> units, CancellationToken cancellationToken)
    {
        var (language, view) = (question.Language, question.Plans.FirstOrDefault(plan => plan.Units.Any(unit => units.Contains(unit.Id))) ?? question.Plans[0]);
        var rows = await query.RunAsync(units, Days.DayOf(view.Now, view.Zone), cancellationToken);
        var name = string.Join(language.In("、", ", "), view.Units.Where(unit => units.Contains(unit.Id)).Select(unit => unit.Name));
        return new(DeliveryTexts.Of(name, rows, view.Zone, language))
        {
            Buttons = question.Asker.Sees(Ability.Urge) && units is [_] ? [UnitTexts.Urge(name, language), Buttons.Unreachable(language)] : [Buttons.Unreachable(language)],
        };
    }
}
