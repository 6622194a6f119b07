using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace PlanBot.Tests.BotFramework;

/// <summary>Begins its help on 帮助 and ends all on 取消.</summary>
internal sealed class Interruptible : ComponentDialog
{
    private readonly Dialog _help;

    public Interruptible(Dialog help)
        : base("root") => (_help, InitialDialogId) = (Added(help), "steps");

    protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        innerDc.Context.Activity.Text switch
        {
            "帮助" => innerDc.BeginDialogAsync(_help.Id, null, cancellationToken),
            "取消" => innerDc.CancelAllDialogsAsync(cancellationToken),
            _ => base.OnContinueDialogAsync(innerDc, cancellationToken),
        };

    private Dialog Added(Dialog dialog)
    {
        AddDialog(dialog);
        return dialog;
    }
}

/// <summary>Waits, and notes why it ended.</summary>
internal sealed class Noted(string? id, List<string> seen) : Dialog(id)
{
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(EndOfTurn);

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        seen.Add(reason.ToString());
        return Task.CompletedTask;
    }
}

/// <summary>Cancels everything above it as soon as it begins.</summary>
internal sealed class CancelsAll(List<string> seen) : Dialog("inner")
{
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        dc.CancelAllDialogsAsync(true, cancellationToken: cancellationToken);

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        seen.Add($"inner:{reason}");
        return Task.CompletedTask;
    }
}

/// <summary>May stop a cancelling that comes from inside.</summary>
internal sealed class Guarded(bool handles, List<string> seen) : ComponentDialog("root")
{
    public override Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
        Task.FromResult(handles && e.Name == DialogEvents.CancelDialog);

    protected override Task OnEndDialogAsync(
        ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
            seen.Add(reason.ToString());
        return Task.CompletedTask;
    }
}
