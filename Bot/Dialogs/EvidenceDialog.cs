using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>Asks which task files go with.</summary>
public sealed class EvidenceDialog(EvidenceDesk desk, Memory memory) : QuestionDialog<WaitingFiles>(nameof(EvidenceDialog), "evidence", memory)
{
    public Task PrepareAsync(ITurnContext context, WaitingFiles waiting, CancellationToken cancellationToken) => KeepAsync(context, waiting, cancellationToken);

    protected override async Task<Answered<WaitingFiles>> AnswerAsync(ITurnContext context, WaitingFiles open, string said, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        var ordinals = TaskChoice.Read(said, open.Tasks);
        var isOff = turn.Said.Intent == Intent.Cancel && turn.Said.IsSure(0.7);
        if (ordinals.Count == 0 && !isOff)
            return new(open, IsUnderstood: false);
        if (isOff)
            await desk.ForgetAsync(open, cancellationToken);
        await Turn.SendAsync(context, isOff ? EvidenceTexts.Cancelled(turn.Language) : await desk.PlaceAsync(turn, open, ordinals, cancellationToken), cancellationToken);
        return new(null);
    }

    protected override Task<Reply?> AskAsync(ITurnContext context, WaitingFiles open, CancellationToken cancellationToken) => Task.FromResult<Reply?>(
        EvidenceTexts.WhichTask([.. open.Files.Select(file => file.Name)], open.UnitName, [.. open.Tasks.Select(task => (task.Ordinal, task.Name))], Turn.Of(context).Language));
}
