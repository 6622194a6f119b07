using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>一季度关账, close the books on Q1: says what is still open and what closing means, and closes when that is confirmed.</summary>
public sealed class ClosePeriodAct(ClosePeriod close, ILedgerQuery ledger) : IAct
{
    public string Name => "close-period";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.ClosePeriod && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish)
    {
        wish = PlanQuestion.Read(turn, wish);
        var view = turn.Plans.FirstOrDefault(plan => plan.Plan.Id == wish.PlanId) ?? (turn.Plans.Count > 0 ? turn.Plans[0] : null);
        return view is null || (turn.Said.Period is null && wish.Period is not null) ? wish : wish with { Period = view.KeyOf(turn.Said.Period).ToString() };
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => part == PlanQuestion.Part ? PlanQuestion.Answer(turn, wish, said) : null;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (turn.Plans.Count == 0)
            return new ActStep.Refused(CommonTexts.NoPlanYet(turn.Language));
        if (PlanQuestion.Left(turn, wish) is not [var view])
            return PlanQuestion.Ask(turn.Plans, turn.Language);
        var key = wish.PeriodKey ?? view.KeyOf(null);
        if (view.Find(key) is not { } period)
            return new ActStep.Refused(new(PeriodTexts.NotOpen(key, due: null, turn.Language)));
        if (period.ClosedAt is { } at)
            return new ActStep.Refused(ClosingTexts.ClosedAlready(key, at, view.Zone, turn.Language));
        var open = (await ledger.TallyAsync(period.Id, view.Now, cancellationToken)).Where(unit => unit.Open > 0).ToList();
        return new ActStep.Ready(ClosingTexts.Preview(key, open.Count, open.Sum(unit => unit.Open), view.Now < period.DueAt ? period.DueOn : null, turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (PlanQuestion.Left(turn, wish) is not [var view] || view.Find(wish.PeriodKey ?? view.KeyOf(null)) is not { } period
            || !await close.RunAsync(period.Id, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken))
            return new(ActTexts.Overtaken(turn.Language));
        return new(ClosingTexts.Closed(period.Period, turn.Language));
    }

    public Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) => Task.FromResult(ActTexts.CannotUndo(turn.Language));
}
