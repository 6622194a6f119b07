namespace PlanBot.Importing;

/// <summary>Whether items stand below their heading one after the other (3, 4, 5) and of one level. One that does not belongs to some other heading, which was not numbered or not seen.</summary>
internal sealed class ItemOrder
{
    /// <summary>The last item below each heading; null once the order is broken.</summary>
    private readonly Dictionary<ItemLabel, ItemLabel?> last = [];
    private readonly HashSet<ItemLabel> astray = [];

    public bool IsAstray(ItemLabel label) => astray.Contains(label);

    /// <param name="path">Of an item that opens, itself the last.</param>
    public void Follow(IReadOnlyList<ItemLabel> path)
    {
        if (path is not [.., var heading, var label])
            return;
        var isFirst = !last.TryGetValue(heading, out var before);
        var follows = isFirst || (before is not null && before.Depth == label.Depth && label.Value is { } value && before.Value == value - 1);
        last[heading] = follows ? label : null;
        if (!follows)
            astray.Add(label);
    }

    public void Interrupt(IReadOnlyList<ItemLabel> path)
    {
        foreach (var heading in path)
            last[heading] = null;
    }
}
