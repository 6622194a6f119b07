using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing;

/// <summary>Headings that assign the items below them up to the next heading of their level: 一、牵头单位：市发改委, 二、市住建局牵头（4项）, or a unit's name alone.</summary>
/// <remarks>A name alone assigns only where the notice has another such heading of the same level: one alone may be about the unit.</remarks>
internal sealed partial class AssigningHeadings
{
    private readonly HashSet<int> levelsOfNames;
    private readonly Dictionary<ItemLabel, Heading> headings = [];
    private readonly HashSet<ItemLabel> closed = [];
    private readonly HashSet<ItemLabel> unclear = [];
    private readonly ItemOrder order = new();

    /// <param name="ByName">A unit's name and no word about its part.</param>
    private sealed record Heading(IReadOnlyList<AssignmentPart> Parts, bool ByName);

    /// <param name="lines">All that will be read, so that names are counted before the first is met.</param>
    public AssigningHeadings(IReadOnlyList<Passage> lines)
    {
        var labels = lines.Select(ItemLabels.Read).ToList();
        levelsOfNames = [.. labels.Zip(labels.Skip(1))
            .Where(pair => pair is ({ } label, { } below) && below.Depth > label.Depth && NameIn(label.Rest) is not null)
            .CountBy(pair => pair.First!.Depth).Where(level => level.Value > 1).Select(level => level.Key)];
    }

    /// <summary>Keeps count of the items below each heading.</summary>
    public void Follow(IReadOnlyList<ItemLabel> path) => order.Follow(path);

    /// <summary>A line without a number that is no sentence may be a heading too: the items behind it are not those of the heading before it.</summary>
    public void Interrupt(IReadOnlyList<ItemLabel> path) => order.Interrupt(path);

    /// <summary>The numbers below a task are parts of it and not given the heading's units.</summary>
    public void CloseAt(ItemLabel task) => closed.Add(task);

    /// <param name="text">The heading's, without what it names in brackets or on lines below it.</param>
    /// <returns>Whether it assigns; from then on it does.</returns>
    public bool Open(ItemLabel label, Passage text, IReadOnlyList<AssignmentPart> named)
    {
        if (text.IsBlank || Assigned(text) is not null)
        {
            IReadOnlyList<AssignmentPart> parts = [.. text.IsBlank ? [] : Assigned(text)!, .. named];
            if (parts.Any(part => part.Says is PartRole.Lead or PartRole.Responsible))
                headings[label] = new(parts, ByName: false);
            return headings.ContainsKey(label);
        }
        if (named.Count > 0 || !levelsOfNames.Contains(label.Depth))
            return false;
        if (NameIn(text) is { } name)
            headings[label] = new([new(name, PartRole.Lead)], ByName: true);
        else if (UnitLists.Split(WithoutCount(text)).Units.All(unit => UnitNames.IsKnownOrgan(unit.Written.Compact().Text)))
            unclear.Add(label);
        return headings.ContainsKey(label);
    }

    /// <summary>Several names among headings of one each do not say who leads.</summary>
    public bool IsUnclear(ItemLabel heading) => unclear.Contains(heading);

    /// <param name="own">The units that the item names itself.</param>
    /// <returns>These, with what the headings above it add.</returns>
    public IReadOnlyList<AssignmentPart> Below(IReadOnlyList<ItemLabel> path, IReadOnlyList<AssignmentPart> own)
    {
        var parts = own;
        for (var i = path.Count - 2; i >= 0 && !closed.Contains(path[i]) && !order.IsAstray(path[i + 1]); i--)
            if (headings.TryGetValue(path[i], out var heading))
                parts = With(parts, heading);
        return parts;
    }

    /// <summary>An item that names who leads needs no other; one that names only who helps does; 责任单位 beside the heading's lead helps too.</summary>
    private static IReadOnlyList<AssignmentPart> With(IReadOnlyList<AssignmentPart> own, Heading heading) =>
        own.Count == 0 ? heading.Parts
        : own.All(part => part.Says == PartRole.Support) ? [.. heading.Parts.Where(part => part.Says != PartRole.Support), .. own]
        : !heading.ByName && own.All(part => part is { Says: PartRole.Responsible or PartRole.Support, ByVerb: false }) ? [.. heading.Parts.Where(part => part.Says == PartRole.Lead), .. own]
        : own;

    /// <summary>牵头单位：A, A、B牵头, 由A负责的任务, a count behind it set aside.</summary>
    private static IReadOnlyList<AssignmentPart>? Assigned(Passage text)
    {
        var words = WithoutCount(text);
        if (AssignmentMarkers.Read(words.Text) is { Kind: MarkerKind.Units })
            return AssignmentGrammar.NamesOrgansOnly(words) ? AssignmentGrammar.Read(words).Parts : null;
        return Doing().Match(words.Text) is { Success: true, Groups: var groups } && words.Slice(groups["who"]) is var doing && AssignmentGrammar.EndsInVerb(doing) && AssignmentGrammar.Read(doing).Parts is var parts
            && parts.SelectMany(part => UnitLists.Split(part.List).Units).All(unit => UnitNames.IsKnownOrgan(unit.Written.Compact().Text) || UnitNames.IsGroup(unit.Written.Compact().Text)) ? parts : null;
    }

    /// <summary>市教育局, 县财政局（5项）.</summary>
    private static Passage? NameIn(Passage text) => WithoutCount(text) is var name && UnitNames.IsKnownOrgan(name.Compact().Text) && !Building().IsMatch(name.Text) ? name : null;

    private static Passage WithoutCount(Passage text) => text.Slice(0, Count().Match(text.Text).Index).Trim();

    /// <summary>县体育中心 may be a unit or what is built.</summary>
    [GeneratedRegex("(?:中心|站|院|所)$")]
    private static partial Regex Building();

    [GeneratedRegex(@"\s*(?:：?\s*（(?:共|合计|共计)?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[项条件个][^（）]{0,10}）)?\s*：?\s*$")]
    private static partial Regex Count();

    [GeneratedRegex(@"^(?<who>.{2,80}(?:牵头|负责|主办|承办|主抓|配合|协办|协同|参与))(?:完成|实施|办理|落实)?的?(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})[项条件])?(?:重点|主要|具体|目标|年度|各项|专项)*(?:任务|工作|事项|项目|实事|举措|措施)*$")]
    private static partial Regex Doing();
}
