using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;

namespace PlanBot.Dialogs;

/// <summary>What earlier turns say of the words.</summary>
public sealed partial class MainDialog
{
    /// <summary>The turn with everything that earlier turns say of it: the option it chooses, what its pronouns stand for, which plan is meant.</summary>
    private async Task<Turn> CompleteAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = await InFullAsync(context, Turn.Of(context), isFree: true, cancellationToken);
        if (await memory.ReadAsync<Choices>(context, ChoicesName, cancellationToken) is { } offered)
        {
            await memory.ForgetAsync(context, ChoicesName, cancellationToken);
            if (offered.Chosen(turn.Said) is { } chosen)
                turn = turn with { Said = Understand.Utterance(chosen.Message, [.. turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)], PlanChoice.Names(turn.Plans), turn.Asker.Speaker) };
        }
        turn = wishes.WithoutOpening(turn);
        var before = await focus.ReadAsync(context, cancellationToken) ?? await OlderAsync(context, turn.Said, cancellationToken);
        turn = TaskShown.Complete(turn, before);
        var said = Context.Complete(await those.ResolveAsync(turn.Said, before, turn.Asker, turn.Plans, cancellationToken), before, turn.Plans);
        said = await tasks.ResolveAsync(said, before, turn.Asker, turn.Plans, cancellationToken);
        if (await tasks.NumberedAsync(said, before, turn.Asker, turn.Plans, cancellationToken) is { } numbered)
            said = Context.Complete(Understand.Utterance(numbered, turn.Plans[0].Units, PlanChoice.Names(turn.AllPlans), turn.Asker.Speaker), before, turn.Plans) with { IsWhole = false, IsCorrection = false };
        said = await narrowing.ResolveAsync(said, before, turn.Asker, turn.Plans, cancellationToken);
        turn = turn with { Said = said, Plans = PlanChoice.Meant(turn.Plans, turn.Asker, said, before?.PlanId) };
        context.TurnState.Set(turn);
        if (turn.Asker.Sees(Ability.RunPlan) && turn.Said is { Intent: not Intent.Explain, Plain.Length: > 0 })
            await memory.KeepAsync(context, LastName, turn.Said.Raw, cancellationToken);
        return turn;
    }

    /// <summary>anything back from them yet?, asked the day after: a question may go back further than a wish.</summary>
    private async Task<Focus?> OlderAsync(ITurnContext context, Understood said, CancellationToken cancellationToken) =>
        said.Units.Count == 0 && AfterAnswer.AsksForBothVersions(said) && await focus.ReadOlderAsync(context, cancellationToken) is { UnitId: not null, Intent: Intent.Differences or Intent.ReadReport or Intent.UnitStatus } shown ? shown :
        said is { Units.Count: 0, Refers: not Reference.None, Intent: Intent.UnitStatus or Intent.ReadReport or Intent.Differences or Intent.WhoReported or Intent.DueDate or Intent.WhoIsContact } && await focus.ReadOlderAsync(context, cancellationToken) is { UnitId: not null } older ? older : null;

    /// <summary>前面那家, asked which unit; 第三项啥情况, asked at a preview.</summary>
    private async Task<Turn> PointedAtAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (await acts.AsksForUnitAsync(context, cancellationToken) && await those.ResolveAsync(turn.Said, await focus.ReadAsync(context, cancellationToken), turn.Asker, turn.Plans, cancellationToken) is { Unit.One: not null } pointed)
            context.TurnState.Set(turn = turn with { Said = pointed });
        return await acts.AsksAboutTaskAsync(context, turn, cancellationToken);
    }
}
