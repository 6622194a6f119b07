using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>Whether words that are said half-way through something begin something else, and what then becomes of what was open.</summary>
internal sealed class TakeOver(ReportDialog report, ActDialog acts, EvidenceDialog evidence, EvidenceDesk evidenceDesk)
{
    private const double LikeText = 0.5;

    /// <summary>Commands that mean something of their own while something else is open. What was open is left as it is, and that is said: a report stays a draft, an act was not done.</summary>
    public async Task<bool> TakesOverAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        // A button begins what it says; it is no answer to a question that it knows nothing of.
        if (dc.ActiveDialog?.Id == nameof(ActDialog) && turn.Press is { About.Kind: CardSubjectKind.Period or CardSubjectKind.Reminder or CardSubjectKind.Request })
        {
            await Turn.SendAsync(dc.Context, ActTexts.Left(turn.Language), cancellationToken);
            return true;
        }
        var takesOver = dc.ActiveDialog?.Id switch
        {
            // A report that is typed out is taken whatever else is open: nothing typed may be lost.
            nameof(ActDialog) => Routing.IsLabelledReport(turn) || await acts.IsLeftAsync(dc.Context, turn, cancellationToken)
                || (Routing.BeginsReport(turn) && !await acts.IsFreeAsync(dc.Context, cancellationToken)),
            nameof(EvidenceDialog) => Routing.BeginsReport(turn) && turn.Said.Tasks.Count == 0 || (acts.Meant(turn) is not null && turn.Said is { IsByExample: false } && turn.Said.IsSure(0.9)),
            // 会期可能推迟 is told, and asks for nothing.
            nameof(ReportDialog) => (!turn.Said.IsByExample && turn.Said.LikeReport < LikeText && turn.Said.IsSure(turn.Said.EndsAsQuestion ? 0.7 : 0.9) && (turn.Said.Intent is Intent.Form || acts.Meant(turn) is not null))
                || (turn.Press is null && ForSection.IsSurelyElse(turn.Said) && acts.Meant(turn) is not null && await report.FormAsync(dc.Context, cancellationToken) is { Missing.Kind: FormQuestionKind.Section }),
            _ => false,
        };
        if (takesOver && turn.Said.Intent is not Intent.Form)
            await LeaveAsync(dc, turn, cancellationToken);
        return takesOver;
    }

    /// <summary>Says what becomes of whatever was open before something else takes its place.</summary>
    public async Task LeaveAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        switch (dc.ActiveDialog?.Id)
        {
            case nameof(ReportDialog) when await report.FormAsync(dc.Context, cancellationToken) is { } form && (form.Parts.Any(part => part.Texts.Count > 0) || form.Unplaced is { Texts.Count: > 0 }):
                await Turn.SendAsync(dc.Context, ActTexts.ReportLeft(turn.Language), cancellationToken);
                break;
            case nameof(ActDialog):
                await Turn.SendAsync(dc.Context, await acts.PutOffAsync(dc.Context, cancellationToken) ? ActTexts.PutOff(turn.Language) : ActTexts.Left(turn.Language), cancellationToken);
                break;
            case nameof(EvidenceDialog) when await evidence.OpenAsync(dc.Context, cancellationToken) is { } waiting:
                await evidenceDesk.ForgetAsync(waiting, cancellationToken);
                await Turn.SendAsync(dc.Context, EvidenceTexts.SendAgain([.. waiting.Files.Select(file => file.Name)], turn.Language), cancellationToken);
                break;
        }
    }
}
