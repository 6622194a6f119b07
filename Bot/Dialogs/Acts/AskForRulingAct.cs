using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>宽限到月中行吗, 这个应该归科技局: a contact asks, the coordinators decide. Nothing changes and nothing is filed before.</summary>
public sealed class AskForRulingAct(RequestKind kind, Intent meant, ObligationChoice choice, AskForRuling ask, CurrentCalendar currentCalendar) : IAct
{
    private const string ReasonPart = "reason";
    private const string DayPart = "day";

    public string Name => kind == RequestKind.Extension ? "ask-extension" : "ask-not-ours";

    public bool IsMeant(Intent intent, Asker asker) => intent == meant && !asker.Sees(Ability.RunPlan) && Permissions.ReportsFor(asker.Person).Any();

    public Wish Read(Turn turn, Wish wish)
    {
        var own = Permissions.ReportsFor(turn.Asker.Person).ToHashSet();
        var read = ObligationChoice.Read(turn, wish);
        // Another unit that is named is where the task belongs, not whose it is.
        read = read with { UnitId = read.UnitId is { } named && own.Contains(named) ? named : wish.UnitId ?? (own.Count == 1 ? own.First() : null) };
        if (kind == RequestKind.NotOurs)
            return read with { Text = read.Text ?? turn.Said.Raw.Trim() };
        if (turn.Said.Days is { } days)
            read = read with { Days = days, Day = null };
        else if (turn.NamedDay is { } day)
            read = read with { Day = day, Days = null };
        return turn.Said.Reason is { } reason ? read with { Reason = reason } : read;
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => part switch
    {
        ReasonPart => said.Trim() is { Length: > 0 } reason ? wish with { Reason = reason } : null,
        DayPart => turn.Said.Days is { } days ? wish with { Days = days, Day = null } : turn.NamedDay is { } day ? wish with { Day = day, Days = null } : null,
        _ => ObligationChoice.Answer(turn, wish, part, said) is { UnitId: { } unit } answered && Permissions.ReportsFor(turn.Asker.Person).Contains(unit) ? answered : null,
    };

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (wish.UnitId is null)
            return new ActStep.Ask("unit", RequestTexts.WhichUnit([.. OwnUnits(turn)], turn.Language));
        var (chosen, instead) = await FindAsync(turn, wish, cancellationToken);
        if (chosen is null)
            return instead!;
        if (chosen.Rows.Any(row => !row.IsOpen))
            return new ActStep.Refused(RequestTexts.NotOpen(kind, chosen.Unit.Name, [.. chosen.Rows.Where(row => !row.IsOpen).Select(row => row.UnitTaskOrdinal)], turn.Language));
        if (kind == RequestKind.NotOurs)
            return new ActStep.Ready(RequestTexts.Preview(kind, chosen.Unit.Name, chosen.Period.Period, chosen.Rows, null, wish.Text, turn.Language));
        if (wish is { Day: null, Days: null })
            return new ActStep.Ask(DayPart, RequestTexts.AskDay(chosen.Rows.Max(row => row.DueOn), turn.Language));
        var until = await UntilAsync(wish, chosen, cancellationToken);
        if (until <= chosen.Rows.Min(row => row.DueOn) && until >= Days.DayOf(chosen.View.Now, chosen.View.Zone))
            return new ActStep.Refused(RequestTexts.InTime(until, chosen.Rows.Min(row => row.DueOn), turn.Language));
        if (until <= chosen.Rows.Max(row => row.DueOn) || until < Days.DayOf(chosen.View.Now, chosen.View.Zone))
            return new ActStep.Ask(DayPart, RequestTexts.NotLater(until, chosen.Rows.Max(row => row.DueOn), turn.Language));
        if (wish.Reason is null)
            return new ActStep.Ask(ReasonPart, RequestTexts.AskReason(until, turn.Language));
        return new ActStep.Ready(RequestTexts.Preview(kind, chosen.Unit.Name, chosen.Period.Period, chosen.Rows, until, wish.Reason, turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (chosen, instead) = await FindAsync(turn, wish, cancellationToken);
        if (chosen is null)
            return new(instead is ActStep.Refused refused ? refused.Reason : ActTexts.Overtaken(turn.Language));
        DateOnly? until = kind == RequestKind.Extension ? await UntilAsync(wish, chosen, cancellationToken) : null;
        var text = kind == RequestKind.Extension ? wish.Reason : wish.Text;
        return await ask.RunAsync(wish.Id, kind, chosen.Period, chosen.Rows, until, text, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is { } number
            ? new(RequestTexts.Made(number, kind, chosen.Rows.Max(row => row.DueOn), turn.Language))
            : new(ActTexts.Overtaken(turn.Language));
    }

    public Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) => Task.FromResult(ActTexts.CannotUndo(turn.Language));

    private Task<(ChosenReports? Chosen, ActStep? Instead)> FindAsync(Turn turn, Wish wish, CancellationToken cancellationToken) => choice.FindAsync(
        turn, wish, row => row.IsOpen, asksWhich: kind == RequestKind.NotOurs, (unit, period) => RulingTexts.Nothing(RulingKind.Extend, unit, period, turn.Language), cancellationToken);

    private async Task<DateOnly> UntilAsync(Wish wish, ChosenReports chosen, CancellationToken cancellationToken) =>
        wish.Day ?? (await currentCalendar.ReadAsync(cancellationToken)).Plus(chosen.Rows.Max(row => row.DueOn), wish.Days ?? 0);

    private static IEnumerable<string> OwnUnits(Turn turn)
    {
        var own = Permissions.ReportsFor(turn.Asker.Person).ToHashSet();
        return turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).Where(unit => own.Contains(unit.Id)).Select(unit => unit.Name);
    }
}
