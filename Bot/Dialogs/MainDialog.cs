using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>The root of every conversation: answers what can be answered at once, begins what takes several turns, and lets people ask something else half-way.</summary>
public sealed class MainDialog : ComponentDialog
{
    private const string FocusName = "focus";
    private readonly ReportDialog report;
    private readonly ActDialog acts;
    private readonly EvidenceDialog evidence;
    private readonly EvidenceDesk evidenceDesk;
    private readonly SentFiles sentFiles;
    private readonly Answerer answerer;
    private readonly Memory memory;
    private readonly IPersonRepository people;

    public MainDialog(ReportDialog report, ActDialog acts, EvidenceDialog evidence, EvidenceDesk evidenceDesk, SentFiles sentFiles, Answerer answerer, Memory memory, IPersonRepository people)
        : base(nameof(MainDialog))
    {
        (this.report, this.acts, this.answerer, this.memory, this.people) = (report, acts, answerer, memory, people);
        AddDialog(new WaterfallDialog("route", [RouteAsync]));
        AddDialog(report);
        AddDialog(acts);
        AddDialog(evidence);
        (this.evidence, this.evidenceDesk, this.sentFiles) = (evidence, evidenceDesk, sentFiles);
    }

    /// <summary>Something is open. A question is answered and then the open one is asked again; a form that was sent in, or another command, takes over.</summary>
    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        var turn = Turn.Of(innerDc.Context);
        if (HasFiles(turn))
        {
            var sent = await sentFiles.ReadAsync(turn, cancellationToken);
            if (sent.Report is null && await TakeBesideAsync(innerDc, turn, sent, cancellationToken))
            {
                await innerDc.RepromptDialogAsync(cancellationToken);
                return EndOfTurn;
            }
            await innerDc.CancelAllDialogsAsync(cancellationToken);
            return await innerDc.BeginDialogAsync("route", null, cancellationToken);
        }
        if (CardReport.Read(innerDc.Context.Activity.Value) is not null || await TakesOverAsync(innerDc, turn, cancellationToken))
        {
            await innerDc.CancelAllDialogsAsync(cancellationToken);
            return await innerDc.BeginDialogAsync("route", null, cancellationToken);
        }
        if (innerDc.ActiveDialog is not null && Routing.IsInterruption(turn.Said) && await AnswerAsync(innerDc, turn, cancellationToken))
        {
            await innerDc.RepromptDialogAsync(cancellationToken);
            return EndOfTurn;
        }
        return await base.OnContinueDialogAsync(innerDc, cancellationToken);
    }

    private async Task<DialogTurnResult> RouteAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(step.Context);
        if (CardReport.Read(step.Context.Activity.Value) is { } card)
            return await BeginReportAsync(step, steps => steps.BeginAsync(turn, card, cancellationToken), cancellationToken);
        if (HasFiles(turn))
            return await TakeFilesAsync(step, turn, cancellationToken);
        if (EvidenceDesk.IsAsked(turn.Said))
        {
            await Turn.SendAsync(step.Context, await evidenceDesk.AnswerAsync(turn, cancellationToken), cancellationToken);
            return await step.EndDialogAsync(null, cancellationToken);
        }
        switch (Routing.Of(turn))
        {
            case Route.Report route:
                return await BeginReportAsync(step, steps => steps.BeginAsync(turn, new ReportRequest(route.Kind, turn.Said.Raw), cancellationToken), cancellationToken);
            case Route.Urge or Route.Answer when acts.Meant(turn) is { } act:
                return await acts.PrepareAsync(step.Context, act, cancellationToken) ? await step.BeginDialogAsync(acts.Id, null, cancellationToken) : await step.EndDialogAsync(null, cancellationToken);
            case Route.Urge:
                await Turn.SendAsync(step.Context, await ForCoordinatorsAsync(turn, cancellationToken), cancellationToken);
                break;
            case Route.Answer when turn.Said.Intent == Intent.Undo:
                await acts.UndoAsync(step.Context, cancellationToken);
                break;
            case Route.WhatToChange when turn.Plans.Count > 0 && Permissions.ReportsFor(turn.Asker.Person).Any():
                await Turn.SendAsync(step.Context, ReportTexts.WhichSection(turn.Plans[0].Plan.Reporting.Sections, turn.Language), cancellationToken);
                break;
            case Route.Answer when await AnswerAsync(step, turn, cancellationToken):
                break;
            default:
                await Turn.SendAsync(step.Context, CommonTexts.NotUnderstood(turn.Asker.Person, turn.Language), cancellationToken);
                break;
        }
        return await step.EndDialogAsync(null, cancellationToken);
    }

    /// <summary>Files of somebody who reports; a coordinator's are notices.</summary>
    private static bool HasFiles(Turn turn) => turn.Files.Count > 0 && Permissions.ReportsFor(turn.Asker.Person).Any();

    /// <summary>Files that came while a report is being written go with it.</summary>
    /// <returns>False when they are something to be begun anew.</returns>
    private async Task<bool> TakeBesideAsync(DialogContext dc, Turn turn, SentFile sent, CancellationToken cancellationToken)
    {
        if (dc.ActiveDialog?.Id != nameof(ReportDialog) || await report.FormAsync(dc.Context, cancellationToken) is not { Parts.Count: > 0 } form)
            return false;
        foreach (var problem in sent.Problems)
            await Turn.SendAsync(dc.Context, problem, cancellationToken);
        if (sent.Evidence.Count > 0 && (await evidenceDesk.TakeAsync(turn, sent.Evidence, form, cancellationToken)).Say is { } said)
            await Turn.SendAsync(dc.Context, said, cancellationToken);
        return true;
    }

    private async Task<DialogTurnResult> TakeFilesAsync(WaterfallStepContext step, Turn turn, CancellationToken cancellationToken)
    {
        var sent = await sentFiles.ReadAsync(turn, cancellationToken);
        foreach (var problem in sent.Problems)
            await Turn.SendAsync(step.Context, problem, cancellationToken);
        var begun = sent.Report is { } request ? await BeginReportAsync(step, steps => steps.BeginAsync(turn, request, cancellationToken), cancellationToken) : null;
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

    private async Task<DialogTurnResult> BeginReportAsync(WaterfallStepContext step, Func<ReportSteps, Task<ReportStep>> first, CancellationToken cancellationToken) =>
        await report.PrepareAsync(step.Context, first, cancellationToken)
            ? await step.BeginDialogAsync(report.Id, null, cancellationToken)
            : await step.EndDialogAsync(null, cancellationToken);

    /// <returns>False when it was nothing that is answered in one turn; then nothing was said.</returns>
    private async Task<bool> AnswerAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var before = await memory.ReadAsync<Focus>(dc.Context, FocusName, cancellationToken) ?? new Focus();
        var question = Question.Of(turn.Asker, turn.Said, before, turn.Plans);
        if (await answerer.AnswerAsync(question, cancellationToken) is not { } reply)
            return false;
        await Turn.SendAsync(dc.Context, reply, cancellationToken);
        if (Answerer.IsQuestion(question.Intent) && question.Intent != Intent.Help)
            await memory.KeepAsync(dc.Context, FocusName, question.Focus, cancellationToken);
        return true;
    }

    /// <summary>Commands that mean something of their own while something else is open. What was open is left as it is, and that is said: a report stays a draft, an act was not done.</summary>
    private async Task<bool> TakesOverAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.Said.IsSure(0.9))
            return false;
        switch (dc.ActiveDialog?.Id)
        {
            case nameof(ReportDialog) when turn.Said.Intent is Intent.Form:
                return true;
            case nameof(ReportDialog) when acts.Meant(turn) is not null:
                await Turn.SendAsync(dc.Context, ActTexts.ReportLeft(turn.Language), cancellationToken);
                return true;
            case nameof(ActDialog) when await acts.IsLeftAsync(dc.Context, turn, cancellationToken):
                await Turn.SendAsync(dc.Context, ActTexts.Left(turn.Language), cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private async Task<Reply> ForCoordinatorsAsync(Turn turn, CancellationToken cancellationToken)
    {
        var coordinators = (await people.InRoleAsync(Data.Model.PersonRole.Coordinator, cancellationToken)).Select(person => person.Name).ToList();
        return CommonTexts.CoordinatorsOnly(coordinators, turn.Asker.Person.IsLeader, turn.Language);
    }
}
