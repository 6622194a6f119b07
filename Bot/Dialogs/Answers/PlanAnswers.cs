using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>现在有几个计划: every plan in which the asker sees a unit, also those that have not begun.</summary>
public sealed class PlanAnswers(PlanViews views, IPlanRepository plans)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var seen = (await views.AllAsync(cancellationToken)).Where(view => question.Asker.Sees(Ability.SeeOverview) || view.Units.Any(unit => question.Asker.Sees(Ability.SeeUnit, unit.Id)));
        var units = await plans.CountUnitsAsync(cancellationToken);
        return PlanTexts.List([.. seen.Select(view => Of(view, units.GetValueOrDefault(view.Plan.Id)))], question.Language);
    }

    /// <param name="units">Those that have a task now; the view knows those that a correction has taken out as well.</param>
    private static PlanLine Of(PlanView view, int units) =>
        new(view.Plan.Title, view.Plan.DocumentNumber, units, view.InQuestion?.Period, view.InQuestion is { } period ? (period.DueOn, period.DueAt, period.IsProvisional) : null, view.Zone);
}
