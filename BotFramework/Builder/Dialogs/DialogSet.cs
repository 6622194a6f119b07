namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs by id.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = [];
    private readonly IStatePropertyAccessor<DialogState> _dialogState;

    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        _dialogState = dialogState;
    }

    /// <summary>A set inside a container, which keeps the state itself.</summary>
    public DialogSet()
    {
    }

    /// <summary>Adds a dialog; one whose id is taken gets a number behind it.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (_dialogs.TryGetValue(dialog.Id, out var known) && ReferenceEquals(known, dialog))
            return this;

        var id = dialog.Id;
        for (var number = 2; _dialogs.ContainsKey(dialog.Id); number++)
            dialog.Id = id + number;
        _dialogs.Add(dialog.Id, dialog);
        return this;
    }

    /// <returns>Null when there is none of that id.</returns>
    public Dialog Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
            throw new ArgumentNullException(nameof(dialogId));
        return _dialogs.GetValueOrDefault(dialogId);
    }

    /// <returns>In the order they were added.</returns>
    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    /// <exception cref="InvalidOperationException">The set was made without an accessor to the state.</exception>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_dialogState is null)
            throw new InvalidOperationException("This dialog set keeps no state of its own.");
        return new DialogContext(this, turnContext, await _dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken));
    }
}
