using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Dialogs.Reporting;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>Turns that bring files: filled-in forms, and evidence for reports.</summary>
internal sealed class FileTurns(ReportDialog report, EvidenceDialog evidence, EvidenceDesk evidenceDesk, SentFiles sentFiles)
{
    /// <summary>Files of somebody who reports; a coordinator's are notices.</summary>
    public static bool Came(Turn turn) => turn.Files.Count > 0 && Permissions.ReportsFor(turn.Asker.Person).Any();

    /// <summary>Files that came while a report is being written go with it.</summary>
    /// <returns>False when they are something to be begun anew.</returns>
    public async Task<bool> TakeBesideAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var sent = await sentFiles.ReadAsync(turn, cancellationToken);
        if (sent.Report is not null)
            return false;
        if (dc.ActiveDialog?.Id == nameof(EvidenceDialog) && sent.Evidence.Count > 0)
        {
            await TakeMoreAsync(dc, turn, sent, cancellationToken);
            return true;
        }
        if (dc.ActiveDialog?.Id != nameof(ReportDialog) || await report.FormAsync(dc.Context, cancellationToken) is not { Parts.Count: > 0 } form)
            return false;
        foreach (var problem in sent.Problems)
            await Turn.SendAsync(dc.Context, problem, cancellationToken);
        if (sent.Evidence.Count > 0 && (await evidenceDesk.TakeAsync(turn, sent.Evidence, form, cancellationToken)).Say is { } said)
            await Turn.SendAsync(dc.Context, said, cancellationToken);
        return true;
    }

    /// <summary>Nothing is open: a form begins its report, and evidence is asked about.</summary>
    public async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, Turn turn, CancellationToken cancellationToken)
    {
        var sent = await sentFiles.ReadAsync(turn, cancellationToken);
        foreach (var problem in sent.Problems)
            await Turn.SendAsync(step.Context, problem, cancellationToken);
        var begun = sent.Report is { } request ? await report.BeginAsync(step, steps => steps.BeginAsync(turn, request, cancellationToken), cancellationToken) : null;
        var form = begun is null ? null : await report.FormAsync(step.Context, cancellationToken);
        var (said, waiting) = sent.Evidence.Count > 0 ? await evidenceDesk.TakeAsync(turn, sent.Evidence, form, cancellationToken) : (null, null);
        if (said is not null)
            await Turn.SendAsync(step.Context, said, cancellationToken);
        if (begun is not null)
        {
            // One question at a time: the report's comes first.
            if (waiting is not null)
            {
                await evidenceDesk.ForgetAsync(waiting, cancellationToken);
                await Turn.SendAsync(step.Context, EvidenceTexts.SendAgain([.. waiting.Files.Select(file => file.Name)], turn.Language), cancellationToken);
            }
            return begun;
        }
        if (waiting is null)
            return await step.EndDialogAsync(null, cancellationToken);
        await evidence.PrepareAsync(step.Context, waiting, cancellationToken);
        return await step.BeginDialogAsync(evidence.Id, null, cancellationToken);
    }

    /// <summary>A second file, while it is asked what the first goes with: both wait.</summary>
    private async Task TakeMoreAsync(DialogContext dc, Turn turn, SentFile sent, CancellationToken cancellationToken)
    {
        foreach (var problem in sent.Problems)
            await Turn.SendAsync(dc.Context, problem, cancellationToken);
        var (said, more) = await evidenceDesk.TakeAsync(turn, sent.Evidence, null, cancellationToken);
        if (said is not null)
            await Turn.SendAsync(dc.Context, said, cancellationToken);
        if (more is not null && await evidence.OpenAsync(dc.Context, cancellationToken) is { } waiting)
            await evidence.PrepareAsync(dc.Context, waiting with { Files = [.. waiting.Files, .. more.Files.Where(file => waiting.Files.All(other => other.Sha256 != file.Sha256))] }, cancellationToken);
    }
}
