using PlanBot.Data.Queries;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>教委收到提醒没, did commerce get it: whether the last message to a unit's contacts arrived.</summary>
public sealed class DeliveryAnswers(DeliveryQuery query)
{
    /// <summary>谁没收到: everybody whose last message is not there.</summary>
    public async Task<Reply> WhoNotAsync(Question question, CancellationToken cancellationToken)
    {
        var view = question.Plans[0];
        var rows = await query.RunAsync([.. question.Plans.SelectMany(plan => plan.Units).Select(unit => unit.Id).Distinct()], Days.DayOf(view.Now, view.Zone), cancellationToken);
        return new(DeliveryTexts.WhoNot(rows, question.Language)) { Buttons = [Buttons.Unreachable(question.Language)] };
    }

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
