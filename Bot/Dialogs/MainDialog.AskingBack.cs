using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>What is said where the words alone do not decide: which plan, which meaning, why they were understood so, and who could do it.</summary>
public sealed partial class MainDialog
{
    /// <returns>False when it is certain, or does not matter, which plan is meant.</returns>
    private async Task<bool> AskWhichPlanAsync(ITurnContext context, Turn turn, Route route, CancellationToken cancellationToken)
    {
        if (turn.Plans.Count < 2)
            return false;
        var before = await focus.ReadAsync(context, cancellationToken) ?? new Focus();
        var intent = route is Route.Urge ? Intent.Urge : Question.Of(turn.Asker, turn.Said, before, turn.Plans).Intent;
        if (route is Route.NotUnderstood || !PlanChoice.NeedsOne(intent, turn.Said, turn.Asker))
            return false;
        var choices = PlanChoice.Ask(turn.Plans, turn.Said.Raw);
        await memory.KeepAsync(context, ChoicesName, choices, cancellationToken);
        await Turn.SendAsync(context, new(UnderstandingTexts.WhichPlan([.. turn.Plans.Select(view => view.Plan.Title)], turn.Language)) { Buttons = choices.Buttons }, cancellationToken);
        return true;
    }

    /// <summary>城市更新那个计划谁没报, and it has not begun: said so, with when it will, and never answered of another plan.</summary>
    private async Task<bool> OfPlanToComeAsync(ITurnContext context, Turn turn, Route route, CancellationToken cancellationToken)
    {
        if (turn.NotBegun.Count == 0 || route is Route.NotUnderstood || turn.Said.Plans.Count == 0 || turn.Plans.Any(view => turn.Said.Plans.Contains(view.Plan.Id)) || turn.Said.Intent is Intent.WhichPlans or Intent.Help or Intent.ImportNotice
            || turn.NotBegun.FirstOrDefault(view => turn.Said.Plans.Contains(view.Plan.Id) && (turn.Asker.Sees(Ability.SeeOverview) || view.Units.Any(unit => turn.Asker.Sees(Ability.SeeUnit, unit.Id)))) is not { } meant)
            return false;
        var reply = turn.Said.Intent == Intent.PlanTasks && turn.Asker.Sees(Ability.SeeOverview)
            ? await answerer.AnswerAsync(Question.Of(turn.Asker, turn.Said, new Focus(), [meant]), cancellationToken) : null;
        await Turn.SendAsync(context, reply ?? await answerer.NotBegunAsync(meant, turn.Language, cancellationToken), cancellationToken);
        return true;
    }

    private async Task AskBackAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if ((AskBack.OfNumber(turn) ?? AskBack.OfNothing(turn) ?? AskBack.Meanings(turn)) is not { } choices)
        {
            await Turn.SendAsync(context, CommonTexts.NotUnderstood(turn.Asker.Person, turn.Language), cancellationToken);
            return;
        }
        await memory.KeepAsync(context, ChoicesName, choices, cancellationToken);
        await Turn.SendAsync(context, new(UnderstandingTexts.DidYouMean([.. choices.Options.Select(option => option.Title)], turn.Language)) { Buttons = choices.Buttons }, cancellationToken);
    }

    private async Task<DialogTurnResult> ExplainAsync(WaterfallStepContext step, Turn turn, CancellationToken cancellationToken)
    {
        var last = await memory.ReadAsync<string>(step.Context, LastName, cancellationToken);
        var units = turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).ToList();
        await Turn.SendAsync(
            step.Context,
            new(last is null ? UnderstandingTexts.NothingToExplain(turn.Language) : AskBack.Explain(turn, Understand.Utterance(last, units, PlanChoice.Names(turn.Plans), turn.Asker.Speaker))), cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<Reply> ForCoordinatorsAsync(Turn turn, CancellationToken cancellationToken)
    {
        var coordinators = (await people.InRoleAsync(Data.Model.PersonRole.Coordinator, cancellationToken)).Select(person => person.Name).ToList();
        return CommonTexts.CoordinatorsOnly(coordinators, turn.Asker.Person.IsLeader, turn.Language);
    }
}
