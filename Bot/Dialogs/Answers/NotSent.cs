using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>今早那条发出去没有, when none went out: whether one was held back, the reminders rested, or none was planned.</summary>
public sealed class NotSent(OrderStep order, PauseReminders pauses)
{
    /// <param name="isMorning">Only the steps before noon are meant.</param>
    /// <returns>Null where the day is still to come.</returns>
    public async Task<string?> WhyAsync(PlanView view, DateOnly day, bool isMorning, Language language, CancellationToken cancellationToken)
    {
        if (day > Days.DayOf(view.Now, view.Zone))
            return null;
        var steps = (await order.StepsAsync(view.Plan, cancellationToken)).Where(step => Days.DayOf(step.Step.At, view.Zone) == day && (!isMorning || TimeZoneInfo.ConvertTime(step.Step.At, view.Zone).Hour < 12)).ToList();
        if (steps.Count == 0)
            return SentTexts.NonePlanned(day, language);
        var lines = new List<string>();
        foreach (var step in steps)
        {
            var moment = Days.Moment(step.Step.At, view.Zone);
            var pause = (await pauses.AtAsync(view.Plan.Id, step.Step.At, cancellationToken)).FirstOrDefault(pause => pause.UnitId is null);
            lines.Add(step.State == StepState.Held ? SentTexts.Held(moment, language)
                : step.State == StepState.LeftOut ? SentTexts.LeftOut(moment, language)
                : step.Step.At > view.Now ? SentTexts.StillToCome(moment, isPaused: pause is not null, language)
                : pause is not null ? SentTexts.WasPaused(moment, language) : SentTexts.NothingOpen(moment, language));
        }
        return string.Join('\n', lines);
    }
}
