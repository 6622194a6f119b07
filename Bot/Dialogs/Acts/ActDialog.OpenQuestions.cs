using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>What becomes of a question or a preview when something else is said: it is given up, or waits in one line.</summary>
public sealed partial class ActDialog
{
    protected override Reply Again(Reply question, Language language) => ActTexts.StillWaits(question, language);

    /// <summary>Whether a question that only a unit, a task or a day answers is better given up: words that are something else altogether, or the second ones that are no answer.</summary>
    public async Task<bool> GivesUpAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = await DatedAsync(context, cancellationToken, isOpen: true);
        if (await OpenAsync(context, cancellationToken) is not { Asking: { } part } open || Claims.IsFree(open) || acts.FirstOrDefault(one => one.Name == open.Act) is not { } act
            || turn.Said.Intent is Intent.Confirm or Intent.No or Intent.Cancel or Intent.Undo or Intent.Help or Intent.KeepDraft or Intent.Thanks or Intent.Greeting)
            return false;
        if ((act.Answer(turn, open, part, turn.Said.Raw) is not null && !Routing.IsInterruption(turn.Said)) || SaidAgain(turn, act, open) is not null || (Meant(turn) == act && act.Read(turn, open) != open))
            return false;
        var isSomethingElse = turn.Said.IsByExample && turn.Said.IsSure(SureEnoughInstead) && turn.Said.Intent != Intent.Fragment;
        var misses = await MissesAsync(context, cancellationToken);
        return isSomethingElse || misses > 1 || (misses > 0 && turn.Said.Intent != Intent.Fragment && turn.Said.IsSure(Faint));
    }

    /// <summary>顺手把商务局也催下, said at the preview of something else: that has its turn first, and what is shown has it again afterwards.</summary>
    /// <returns>False when it is not wished for beside it, or its words are no longer known.</returns>
    public async Task<bool> PutOffAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await OpenAsync(context, cancellationToken) is not { Asking: null, Words: { Length: > 0 and <= Understand.LongestCommand } words } open || !(Beside().IsMatch(Turn.Of(context).Said.Plain) || (Routing.IsLabelledReport(Turn.Of(context)) && acts.Any(one => one.Name == open.Act && one.IsRequest))) || Turn.Of(context).Said.Evidence.Any(evidence => evidence.Idea == "Instead"))
            return false;
        await agenda.AddAsync(context, [new(words) { UnitId = open.MoreUnits.Count == 0 ? open.UnitId : null, Tasks = open.Tasks }], cancellationToken);
        return true;
    }

    [System.Text.RegularExpressions.GeneratedRegex("顺手|顺便|顺带|另外|同时|^(?:再|还有)|(?<![a-z])(?:also|as well|while you're at it|by the way|at the same time|besides)(?![a-z])")]
    private static partial System.Text.RegularExpressions.Regex Beside();

    /// <summary>Something else was asked instead of answering.</summary>
    public async Task PassedOverAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await OpenAsync(context, cancellationToken) is not { } open)
            return;
        if (open.Asking is not null)
            await CountMissAsync(context, cancellationToken);
        // 教委那边主任来过电话, told something about the unit and asked nothing: whoever would be written to is shown once more before it goes out.
        else if (open.Act is "urge" or "broadcast" && Turn.Of(context).Said is { EndsAsQuestion: false, IsQuestion: false } said && NamesSomething(said))
            await KeepAsync(context, open with { HasUnread = true }, cancellationToken);
    }

    /// <summary>Whether it is asked which unit is meant.</summary>
    public async Task<bool> AsksForUnitAsync(ITurnContext context, CancellationToken cancellationToken) => await OpenAsync(context, cancellationToken) is { Asking: "unit" };

    /// <summary>第三项啥情况, asked at a preview: about that task of the unit that is shown; it changes nothing.</summary>
    public async Task<Turn> AsksAboutTaskAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Said is not { Tasks.Count: > 0, When: null, Days: null, Units.Count: 0, Text: null } || !AtPreview.AsksHowFar(turn.Said) || await OpenAsync(context, cancellationToken) is not { Asking: null, UnitId: { } id, MoreUnits.Count: 0 }
            || turn.Plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == id) is not { } its)
            return turn;
        turn = turn with { Said = turn.Said with { Intent = Intent.UnitStatus, Confidence = 1, IsByExample = false, EndsAsQuestion = true, Units = [new([its], its.Name)] } };
        context.TurnState.Set(turn);
        return turn;
    }
}
