namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A stack of dialogs in one turn. The active dialog is the first of the stack; what it ends with goes to the one below.</summary>
public class DialogContext
{
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        (Dialogs, Context, Stack) = (dialogs, turnContext, state.DialogStack);
    }

    /// <summary>The stack inside of a container.</summary>
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, (parentDialogContext ?? throw new ArgumentNullException(nameof(parentDialogContext))).Context, state) =>
        Parent = parentDialogContext;

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    public List<DialogInstance> Stack { get; }

    /// <summary>Null at the outermost stack.</summary>
    public DialogContext Parent { get; set; }

    /// <summary>The stack inside of the active dialog; null when that is no container.</summary>
    public DialogContext Child => ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container ? container.CreateChildContext(this) : null;

    /// <summary>Null when the stack is empty.</summary>
    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <exception cref="ArgumentException">No set from here upwards holds that dialog.</exception>
    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(dialogId);
        RefuseToken(options, nameof(options));
        var dialog = FindDialog(dialogId)
            ?? throw new ArgumentException($"There is no dialog '{dialogId}' in this dialog set or in those around it.", nameof(dialogId));

        Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <returns>Status <see cref="DialogTurnStatus.Empty"/> when no dialog is active.</returns>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is null ? new DialogTurnResult(DialogTurnStatus.Empty) : await FindActive().ContinueDialogAsync(this, cancellationToken);

    /// <summary>Ends the active dialog and hands <paramref name="result"/> to the one below it, if any.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        RefuseToken(result, nameof(result));
        await EndActiveAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is null
            ? new DialogTurnResult(DialogTurnStatus.Complete, result)
            : await FindActive().ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken);
    }

    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(false, null, null, cancellationToken);

    /// <summary>Cancels the stack, and with <paramref name="cancelParents"/> those around it. Every dialog but the active one can stop this by
    /// handling the event.</summary>
    /// <param name="eventName">null means <see cref="DialogEvents.CancelDialog"/>.</param>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default)
    {
        RefuseToken(eventValue, nameof(eventValue));
        if (Stack.Count == 0 && Parent is null)
            return new DialogTurnResult(DialogTurnStatus.Empty);

        var isFirst = true;
        for (var level = this; level is not null; isFirst = false)
        {
            if (level.Stack.Count == 0)
            {
                level = cancelParents ? level.Parent : null;
                continue;
            }

            if (!isFirst && await level.EmitEventAsync(eventName ?? DialogEvents.CancelDialog, eventValue, false, false, cancellationToken))
                break;
            await level.EndActiveAsync(DialogReason.CancelCalled, cancellationToken);
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Ends the active dialog without telling the one below, and begins another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        RefuseToken(options, nameof(options));
        await EndActiveAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Asks again what the active dialog had asked, e.g. after an interruption.</summary>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        if (await EmitEventAsync(DialogEvents.RepromptDialog, null, false, false, cancellationToken) || ActiveDialog is null)
            return;
        await FindActive().RepromptDialogAsync(Context, ActiveDialog, cancellationToken);
    }

    /// <returns>The dialog from this set or from those around it; null when there is none.</returns>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <param name="fromLeaf">Starts at the innermost active dialog instead of at this stack's.</param>
    /// <returns>True when a dialog handled the event.</returns>
    public async Task<bool> EmitEventAsync(
        string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        var level = this;
        while (fromLeaf && level.Child is { } child)
            level = child;

        return level.ActiveDialog is { } active
            && level.FindDialog(active.Id) is { } dialog
            && await dialog.OnDialogEventAsync(level, new DialogEvent { Name = name, Value = value, Bubble = bubble }, cancellationToken);
    }

    // An overload with one argument less would take the token for it, silently.
    private protected static void RefuseToken(object argument, string name)
    {
        if (argument is CancellationToken)
            throw new ArgumentException("A cancellation token stands where a value was expected.", name);
    }

    private Dialog FindActive() => FindDialog(ActiveDialog.Id)
        ?? throw new InvalidOperationException($"The dialog '{ActiveDialog.Id}' is under way, but it is not in the dialog set.");

    private async Task EndActiveAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active)
            return;
        if (Dialogs.Find(active.Id) is { } dialog)
            await dialog.EndDialogAsync(Context, active, reason, cancellationToken);
        Stack.RemoveAt(0);
    }
}
