using PlanBot.Dialogs.Answers;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>Steps that are held back: 接着发吧, when nothing rests as a whole, lets them go.</summary>
public sealed class HeldSteps(OrderStep order)
{
    /// <returns>In the order of time; most often empty.</returns>
    public async Task<IReadOnlyList<PeriodStep>> OfAsync(PlanView view, CancellationToken cancellationToken) => [.. (await order.StepsAsync(view.Plan, cancellationToken)).Where(step => step.State == StepState.Held)];

    /// <returns>Null when none is held.</returns>
    public async Task<Reply?> PreviewAsync(PlanView view, Language language, CancellationToken cancellationToken) =>
        await OfAsync(view, cancellationToken) is { Count: > 0 } held ? StepTexts.Preview(StepCommand.Release, Names(held, view, language), people: null, next: null, view.Zone, language) : null;

    /// <returns>What was done, and the keys of the steps that were let go; null when none is held any more.</returns>
    public async Task<(Reply Told, IReadOnlyList<(string Period, string Step)> Released)?> ReleaseAsync(PlanView view, Guid personId, string channel, Language language, CancellationToken cancellationToken)
    {
        var done = new List<PeriodStep>();
        foreach (var step in await OfAsync(view, cancellationToken))
        {
            if (await order.RunAsync(view.Plan.Id, step.Period.Period, step.Key, StepCommand.Release, personId, channel, cancellationToken) is { Step: var released })
                done.Add(released);
        }
        return done.Count == 0 ? null
            : (StepTexts.Done(StepCommand.Release, Names(done, view, language), recalled: 0, gone: 0, isOver: done.TrueForAll(step => step.IsOver), language), [.. done.Select(step => (step.Period.Period.ToString(), step.Key))]);
    }

    public async Task<bool> HoldAgainAsync(Guid planId, string period, string step, Guid personId, string channel, CancellationToken cancellationToken) =>
        Data.Model.ReportingPeriod.TryParse(period, out var key) && await order.UndoAsync(planId, key, step, StepCommand.Release, personId, channel, cancellationToken);

    private static string Names(IReadOnlyList<PeriodStep> steps, PlanView view, Language language) =>
        string.Join(language.In("、", ", "), steps.Select(step => StepTexts.Step(step.Period.Period, step.Step.Kind, step.Step.At, view.Zone, language)));
}
