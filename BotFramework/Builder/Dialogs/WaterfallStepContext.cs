namespace Microsoft.Bot.Builder.Dialogs;

public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private bool _hasMovedOn;

    internal WaterfallStepContext(
        WaterfallDialog waterfall, DialogContext dc, object options, IDictionary<string, object> values, int index, DialogReason reason, object result)
        : base(dc.Dialogs, dc.Context, new DialogState(dc.Stack))
    {
        _waterfall = waterfall;
        Parent = dc.Parent;
        (Options, Values, Index, Reason, Result) = (options, values, index, reason, result);
    }

    public int Index { get; }

    /// <summary>What the waterfall was begun with. After a storage that keeps no type names this is JSON (<c>JObject</c>, long).</summary>
    public object Options { get; }

    public DialogReason Reason { get; }

    /// <summary>What the step before ended with: the value of its prompt, the result of its dialog, or the text of the message.</summary>
    public object Result { get; }

    /// <summary>What the steps keep for each other.</summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>Goes on to the next step in this turn.</summary>
    /// <exception cref="InvalidOperationException">This step has called it before.</exception>
    public Task<DialogTurnResult> NextAsync(object result = null, CancellationToken cancellationToken = default)
    {
        RefuseToken(result, nameof(result));
        if (_hasMovedOn)
            throw new InvalidOperationException($"Step {Index} of '{_waterfall.Id}' has moved on already.");
        _hasMovedOn = true;
        return _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}
