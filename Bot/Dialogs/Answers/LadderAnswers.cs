using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>提醒节点有哪些: the steps of a plan, numbered, with the days on which they come in the period that is spoken of.</summary>
public sealed class LadderAnswers(PlanLadders planLadders, CurrentCalendar currentCalendar)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (view, ladders) = (question.Plans[0], await planLadders.ReadAsync(cancellationToken));
        var (ladder, key) = (ladders.Of(view.Plan.Id), view.KeyOf(question.Focus.Period));
        return LadderTexts.List(
            view.Plan.Title, key, await LinesAsync(view, key, cancellationToken), ladders.IsOwn(view.Plan.Id) && !ladder.Steps.SequenceEqual(planLadders.Defaults.Steps), ladder.ConfirmsEscalation, question.Asker.Sees(Ability.RunPlan), view.Zone, question.Language);
    }

    /// <summary>The plan's steps in the order of the ladder, each with its day in the period.</summary>
    public async Task<IReadOnlyList<LadderLine>> LinesAsync(PlanView view, ReportingPeriod key, CancellationToken cancellationToken)
    {
        var (ladders, calendar) = (await planLadders.ReadAsync(cancellationToken), await currentCalendar.ReadAsync(cancellationToken));
        var (ladder, orders) = (ladders.Of(view.Plan.Id), ladders.OrdersOf(view.Plan.Id));
        var schedule = new PlanSchedule(view.Plan, calendar, ladder);
        var dueOn = view.Find(key)?.DueOn ?? schedule.DatesOf(key)?.Due.Day;
        var rungs = new ReminderLadder(ladder, calendar, CivilTime.Of(view.Plan.TimeZone));
        var inPeriod = schedule.StepsOf(key, dueOn).ToDictionary(step => step.Key);
        return [.. ladder.Steps.Select(step =>
        {
            var moments = dueOn is { } due ? rungs.MomentsOf(step, key, due).Select(moment => moment.At).ToList() : [];
            var state = inPeriod.TryGetValue(step.Key, out var own) ? orders.StateOf(key, own, own.Key) : (StepState?)null;
            return new LadderLine(step, moments.Count > 0 ? moments[0] : null, moments.Count > 0 && moments[^1] <= view.Now, state);
        })];
    }
}
