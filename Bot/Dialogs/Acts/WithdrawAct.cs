using System.Text.Json;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>撤回第二项: a contact takes a report back before it is due.</summary>
public sealed class WithdrawAct(ObligationChoice choice, WithdrawReport withdraw, ILedgerQuery ledger) : IAct
{
    private static readonly JsonSerializerOptions Json = new();

    public string Name => "withdraw-report";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.Withdraw && Permissions.ReportsFor(asker.Person).Any();

    public bool IsAgreed(Understood said) => !said.EndsAsQuestion && said.Intent != Intent.Cancel && Agreed.IsMatch(said.Plain);

    private static Regex Agreed => field ??= new("^(?:嗯+|好的?|对的?|是的?|行|可以|那就|就|确认|请|先|都|[,])*(?:撤(?:了|回来?|掉|下来?)*|收回来?)(?:吧|了|吧好|就行|好了)*$|^(?:(?:yes|ok|okay|please|go ahead|do|and|[,]) ?)*(?:withdraw|take|pull)(?: (?:it|them|that))?(?: back)?(?: please)?$");

    public Wish Read(Turn turn, Wish wish)
    {
        var own = Permissions.ReportsFor(turn.Asker.Person).ToHashSet();
        var read = ObligationChoice.Read(turn, wish);
        return read with { UnitId = read.UnitId is { } named && own.Contains(named) ? named : wish.UnitId ?? (own.Count == 1 ? own.First() : null) };
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said) =>
        ObligationChoice.Answer(turn, wish, part, said) is { UnitId: { } unit } answered && Permissions.ReportsFor(turn.Asker.Person).Contains(unit) ? answered : null;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (chosen, instead) = await ChosenAsync(turn, wish, asksWhich: true, cancellationToken);
        if (chosen is null)
            return instead!;
        var preview = await withdraw.PreviewAsync(chosen.Rows, cancellationToken);
        var able = preview.Where(task => task.Why is null).Select(task => task.Row).ToList();
        return able.Count == 0
            ? new ActStep.Refused(WithdrawalTexts.Refused([.. preview.Select(task => (task.Row.UnitTaskOrdinal, task.Why!.Value))], turn.Language))
            : new ActStep.Ready(WithdrawalTexts.Preview(
                chosen.Unit.Name, chosen.Period.Period, [.. able.Select(row => (row.UnitTaskOrdinal, TaskNames.Beginning(row.TaskTitle, row.TaskText), row.Version))], able.Min(row => row.DueOn), turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (chosen, _) = await ChosenAsync(turn, wish, asksWhich: false, cancellationToken);
        if (chosen is null)
            return new(ActTexts.Overtaken(turn.Language));
        var able = (await withdraw.PreviewAsync(chosen.Rows, cancellationToken)).Where(task => task.Why is null).Select(task => task.Row).ToList();
        if (able.Count == 0 || await withdraw.RunAsync(chosen.Period, able, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is not { } done)
            return new(ActTexts.Overtaken(turn.Language));
        return new(WithdrawalTexts.Done(chosen.Unit.Name, chosen.Period.Period, [.. able.Select(row => row.UnitTaskOrdinal)], turn.Language), JsonSerializer.Serialize(done, Json));
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken)
    {
        var done = JsonSerializer.Deserialize<Withdrawn>(undo, Json)!;
        var ids = done.Changes.Select(change => change.Before.Id).ToHashSet();
        var rows = await ledger.OfPeriodAsync(done.Changes[0].Before.PeriodId, done.Changes[0].Before.UnitId, cancellationToken);
        return await withdraw.UndoAsync(done, [.. rows.Where(row => ids.Contains(row.ObligationId))], turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
            ? ActTexts.Undone(WithdrawalTexts.What(turn.Language), turn.Language)
            : ActTexts.CannotUndo(turn.Language);
    }

    private Task<(ChosenReports? Chosen, ActStep? Instead)> ChosenAsync(Turn turn, Wish wish, bool asksWhich, CancellationToken cancellationToken) => choice.FindAsync(
        turn, wish, row => row.State is ObligationState.Submitted or ObligationState.AwaitingSignOff, asksWhich, (unit, period) => WithdrawalTexts.Nothing(unit, period, turn.Language), cancellationToken);
}
