using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>现在有几个计划: every plan in which the asker sees a unit, also those that have not begun.</summary>
public sealed class PlanAnswers(PlanViews views)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var seen = (await views.AllAsync(cancellationToken)).Where(view => question.Asker.Sees(Ability.SeeOverview) || view.Units.Any(unit => question.Asker.Sees(Ability.SeeUnit, unit.Id)));
        return PlanTexts.List([.. seen.Select(Of)], question.Language);
    }

    private static PlanLine Of(PlanView view) =>
        new(view.Plan.Title, view.Plan.DocumentNumber, view.Units.Count, view.InQuestion?.Period, view.InQuestion is { } period ? (period.DueOn, period.DueAt, period.IsProvisional) : null, view.Zone);
}
