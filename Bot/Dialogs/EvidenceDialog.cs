using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>Asks which task files go with.</summary>
public sealed class EvidenceDialog : ComponentDialog
{
    private const string Remembered = "evidence";
    private readonly EvidenceDesk desk;
    private readonly Memory memory;

    public EvidenceDialog(EvidenceDesk desk, Memory memory)
        : base(nameof(EvidenceDialog))
    {
        (this.desk, this.memory) = (desk, memory);
        AddDialog(new WaterfallDialog("question", [AskAsync, TakeAsync]));
        AddDialog(new WordsPrompt("words", OpenQuestionAsync));
    }

    public Task PrepareAsync(ITurnContext context, WaitingFiles waiting, CancellationToken cancellationToken) => memory.KeepAsync(context, Remembered, waiting, cancellationToken);

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.PromptAsync("words", new PromptOptions(), cancellationToken);

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(step.Context);
        if (await memory.ReadAsync<WaitingFiles>(step.Context, Remembered, cancellationToken) is not { } waiting)
            return await step.EndDialogAsync(null, cancellationToken);
        var ordinals = TaskChoice.Read((string)step.Result, waiting.Tasks);
        var isOff = turn.Said.Intent == Intent.Cancel && turn.Said.IsSure(0.7);
        if (ordinals.Count == 0 && !isOff)
        {
            await Turn.SendAsync(step.Context, ReportTexts.NotAnAnswer(turn.Language), cancellationToken);
            return await step.ReplaceDialogAsync("question", null, cancellationToken);
        }
        if (isOff)
            await desk.ForgetAsync(waiting, cancellationToken);
        await Turn.SendAsync(step.Context, isOff ? EvidenceTexts.Cancelled(turn.Language) : await desk.PlaceAsync(turn, waiting, ordinals, cancellationToken), cancellationToken);
        await memory.ForgetAsync(step.Context, Remembered, cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<Reply?> OpenQuestionAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await memory.ReadAsync<WaitingFiles>(context, Remembered, cancellationToken) is { } waiting
            ? EvidenceTexts.WhichTask([.. waiting.Files.Select(file => file.Name)], waiting.UnitName, [.. waiting.Tasks.Select(task => (task.Ordinal, task.Name))], Turn.Of(context).Language)
            : null;
}
