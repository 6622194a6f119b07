using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Dialogs.Reporting;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>Takes in a report: asks the open question, takes the answer, and begins anew until nothing is open. What to ask is <see cref="ReportSteps"/>' business.</summary>
public sealed class ReportDialog : ComponentDialog
{
    private const string Remembered = "report";
    private readonly ReportSteps steps;
    private readonly Memory memory;

    public ReportDialog(ReportSteps steps, Memory memory)
        : base(nameof(ReportDialog))
    {
        (this.steps, this.memory) = (steps, memory);
        AddDialog(new WaterfallDialog("question", [AskAsync, TakeAsync]));
        AddDialog(new WordsPrompt("words", OpenQuestionAsync));
    }

    /// <summary>Takes the first step; the dialog is to be begun when it leaves something open.</summary>
    public async Task<bool> PrepareAsync(ITurnContext context, Func<ReportSteps, Task<ReportStep>> first, CancellationToken cancellationToken) =>
        await KeepAsync(context, await first(steps), cancellationToken);

    /// <summary>The report that is being written; null when none is.</summary>
    public async Task<ReportForm?> FormAsync(ITurnContext context, CancellationToken cancellationToken) =>
        (await memory.ReadAsync<ReportTalk>(context, Remembered, cancellationToken))?.Form;

    /// <summary>What the buttons that are shown now are about; null when no report waits for its confirmation.</summary>
    public async Task<CardSubject?> OpenSubjectAsync(ITurnContext context, CancellationToken cancellationToken) =>
        (await OpenQuestionAsync(context, cancellationToken))?.Card?.About;

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.PromptAsync("words", new PromptOptions(), cancellationToken);

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (await memory.ReadAsync<ReportTalk>(step.Context, Remembered, cancellationToken) is not { } talk)
            return await step.EndDialogAsync(null, cancellationToken);
        var isOpen = await KeepAsync(step.Context, await steps.ContinueAsync(Turn.Of(step.Context), talk, (string)step.Result, cancellationToken), cancellationToken);
        return isOpen ? await step.ReplaceDialogAsync("question", null, cancellationToken) : await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<bool> KeepAsync(ITurnContext context, ReportStep step, CancellationToken cancellationToken)
    {
        if (step.Say is { } reply)
            await Turn.SendAsync(context, reply, cancellationToken);
        if (step.Talk is { } talk)
            await memory.KeepAsync(context, Remembered, talk, cancellationToken);
        else
            await memory.ForgetAsync(context, Remembered, cancellationToken);
        return step.Talk is not null;
    }

    private async Task<Reply?> OpenQuestionAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await memory.ReadAsync<ReportTalk>(context, Remembered, cancellationToken) is { } talk ? await steps.AskAsync(talk, Turn.Of(context).Language, cancellationToken) : null;
}
