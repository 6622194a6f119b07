using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Lists whose items open with the unit that does them: 1.镇财政办：做好资金保障。 Only where most items of a list do: a single one may name what it is about.</summary>
internal sealed partial class UnitsInFront
{
    private const int LongestFront = 60;
    private const int ShortestDuty = 4;

    private readonly HashSet<int> lines = [];

    public UnitsInFront(IReadOnlyList<Passage> passages)
    {
        foreach (var list in Lists(passages))
            if (list.FindAll(item => Cut(item.Words) is not null) is { Count: > 1 } cut && cut.Count * 2 > list.Count)
                lines.UnionWith(list.Select(item => item.Line));
    }

    /// <param name="line">On which the item begins.</param>
    /// <returns>The units, and what they are to do; null where none stand in front or the list is not of this kind.</returns>
    public (Passage Units, Passage Duty)? Find(Passage text, int line) => lines.Contains(line) ? Cut(text) : null;

    /// <summary>Whether the text opens so, whatever its list does.</summary>
    public static bool Opens(Passage text) => Cut(text) is not null;

    private static (Passage Units, Passage Duty)? Cut(Passage text)
    {
        if (text.Text.IndexOf('：', StringComparison.Ordinal) is not (> 1 and <= LongestFront and var colon) || text.From(colon + 1).Trim() is not { Length: >= ShortestDuty } duty || NoDuty().IsMatch(duty.Text))
            return null;
        var units = text.Slice(0, colon).Trim();
        var names = UnitLists.Split(units).Units.Select(unit => unit.Written.Compact().Text).ToList();
        return names.Exists(UnitNames.IsKnownOrgan) && names.TrueForAll(name => UnitNames.IsKnownOrgan(name) || UnitNames.IsGroup(name)) ? (units, duty) : null;
    }

    /// <summary>Items of one level that follow each other below one heading.</summary>
    private static List<List<(int Line, Passage Words)>> Lists(IReadOnlyList<Passage> passages)
    {
        var lists = new List<List<(int, Passage)>>();
        var open = new Dictionary<int, (List<(int, Passage)> Items, ItemLabel Last)>();
        foreach (var passage in passages)
        {
            if (ItemLabels.Read(passage) is not { } label)
                continue;
            foreach (var deeper in open.Keys.Where(depth => depth > label.Depth).ToList())
                open.Remove(deeper);
            if (!open.TryGetValue(label.Depth, out var list) || list.Last.Value != label.Value - 1)
                lists.Add((list = ([], label)).Items);
            list.Items.Add((passage.Line, label.Rest));
            open[label.Depth] = (list.Items, label);
        }
        return lists;
    }

    /// <summary>A sum, a number of telephone, what has been done already, or a colon that opens another list.</summary>
    [GeneratedRegex(@"^\s*(?:\d|已)|\d{7}|\d{3,4}-\d{4}|：\s*$")]
    private static partial Regex NoDuty();
}
