using System.Text.RegularExpressions;
using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;

namespace PlanBot.Dialogs;

/// <summary>A yes or a cancellation, when nothing is open that it could be about.</summary>
internal sealed class YesToNothing(ReportDialog report)
{
    private static Regex NotReporting => field ??= new("不(?:用|想|必)?(?:报|填|交)|skip|not (?:report|file|send)|leave (?:it |this |that )?out");

    private static Regex Dropped => field ??= new("^(?:那?算了|不弄了|不用了|取消|never mind|forget it)[^。.!！?？,，;；]{0,8}[。.!！,，;；]\\s*(?<rest>\\S.{3,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>looks fine, accept it: with nothing to confirm, the ruling that it names is meant.</summary>
    private static Turn OfOffice(ITurnContext context, Turn turn)
    {
        if (turn.Said is not { Intent: Intent.Confirm, Others: [{ Intent: Intent.Accept or Intent.Return or Intent.Grant or Intent.Decline or Intent.PauseReminders or Intent.ResumeReminders, Confidence: >= 0.85 } ruling, ..] })
            return turn;
        turn = turn with { Said = turn.Said with { Intent = ruling.Intent, Confidence = ruling.Confidence } };
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>A contact's yes, when nothing waits for one: it is about the draft, or only opens what is said besides (行吧，那看看我们自己的).</summary>
    public async Task<Turn> MeantAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (!Permissions.ReportsFor(turn.Asker.Person).Any())
            return OfOffice(context, turn);
        // boss said OK, whatever it would mean otherwise: the draft waited for that.
        if (Routing.TellsOfConsent(turn.Said) && await report.HasDraftAsync(turn, cancellationToken))
        {
            turn = turn with { Said = turn.Said with { Intent = Intent.ResumeDraft, Confidence = 1, IsByExample = false, LikeReport = 0 } };
            context.TurnState.Set(turn);
            return turn;
        }
        if (turn.Said.Intent is not (Intent.Confirm or Intent.Cancel))
            return turn;
        // 第三项这个季度不报了行吗: asked before anything is begun, and about not reporting at all.
        if (turn.Said is { Intent: Intent.Cancel, EndsAsQuestion: true } && NotReporting.IsMatch(turn.Said.Plain))
            turn = turn with { Said = turn.Said with { Intent = Intent.Nil, Confidence = 1 } };
        // 那我先把第二项报了吧: with nothing to confirm, it begins that task.
        else if (turn.Said is { Intent: Intent.Confirm, Tasks.Count: > 0, EndsAsQuestion: false })
            turn = turn with { Said = turn.Said with { Intent = Intent.StartReport, Confidence = 1 } };
        else
        // 算了还是撤回来吧: with nothing open to give up, what is said besides is the wish.
        // 算了还是打字。三项都没有变化: there is nothing to cancel, so that the rest is what is meant.
        if (turn.Said.Intent == Intent.Cancel && Dropped.Match(turn.Said.Raw) is { Success: true } dropped && Understand.Utterance(dropped.Groups["rest"].Value, [.. turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)], speaker: turn.Asker.Speaker) is { Intent: not (Intent.None or Intent.Cancel or Intent.Confirm) } rest)
            turn = turn with { Said = rest };
        else if (turn.Said is { Intent: Intent.Cancel, Others: [{ Intent: Intent.Withdraw, Confidence: >= 0.85 } withdraw, ..] })
            turn = turn with { Said = turn.Said with { Intent = withdraw.Intent, Confidence = withdraw.Confidence } };
        else if (turn.Said.Intent == Intent.Cancel)
            return turn;
        else if (Routing.MeansToFile(turn.Said) && await report.HasDraftAsync(turn, cancellationToken))
            turn = turn with { Said = turn.Said with { Intent = Intent.ResumeDraft, Confidence = 1 } };
        // 那另外两项还是3号交吧: when, is what is asked for.
        else if (turn.Said is { When: not null, Leftover.Length: <= 6 } && turn.Said.Others.FirstOrDefault(one => one.Intent == Intent.DueDate) is { Confidence: >= 0.5 } due)
            turn = turn with { Said = turn.Said with { Intent = Intent.DueDate, Confidence = Math.Max(due.Confidence, 0.9), When = null } };
        else if (turn.Said.Others is [{ Confidence: >= 0.85 } other, ..] && (Answerer.IsQuestion(other.Intent) || other.Intent is Intent.Thanks or Intent.Snooze or Intent.Extend or Intent.Handover or Intent.Form or Intent.StartReport or Intent.CarryOver or Intent.Withdraw or Intent.Absence))
            turn = turn with { Said = turn.Said with { Intent = other.Intent, Confidence = other.Confidence } };
        context.TurnState.Set(turn);
        return turn;
    }
}
