namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// One piece of conversation. The object holds no state of a conversation: it is shared by all of them, and what it must remember lies in
/// its <see cref="DialogInstance"/>.
/// </summary>
public abstract class Dialog(string dialogId = null)
{
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string _id = dialogId;

    public string Id
    {
        get => _id ??= OnComputeId();
        set => _id = value;
    }

    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes the next activity while this dialog is the active one; by default the dialog ends.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(null, cancellationToken);

    /// <summary>Takes the result of the dialog that this one had begun; by default this one ends with the same result.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(result, cancellationToken);

    public virtual Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    /// <summary>Told before the instance leaves the stack, for whatever reason.</summary>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Offers the event to this dialog, then to its parents if it bubbles, then to this dialog once more.</summary>
    /// <returns>True when somebody handled it.</returns>
    public virtual async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
        await OnPreBubbleEventAsync(dc, e, cancellationToken)
        || (e.Bubble && dc.Parent is { } parent && await parent.EmitEventAsync(e.Name, e.Value, true, false, cancellationToken))
        || await OnPostBubbleEventAsync(dc, e, cancellationToken);

    protected virtual Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) => Task.FromResult(false);

    protected virtual Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>The id of a dialog that was given none.</summary>
    protected virtual string OnComputeId() => GetType().Name;
}

/// <summary>A dialog with a stack of its own dialogs inside.</summary>
public abstract class DialogContainer(string dialogId = null) : Dialog(dialogId)
{
    public DialogSet Dialogs { get; set; } = new();

    /// <returns>The context of the inner stack, as it stands in <paramref name="dc"/>'s active instance.</returns>
    public abstract DialogContext CreateChildContext(DialogContext dc);
}

public class DialogEvent
{
    public bool Bubble { get; set; }

    public string Name { get; set; }

    public object Value { get; set; }
}

public class DialogEvents
{
    public const string CancelDialog = "cancelDialog";
    public const string RepromptDialog = "repromptDialog";
}
