using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Turns a written list of units into units with full names: "区网信办、工信委" is 区网信办 and 区工信委.</summary>
internal sealed class UnitReader(string? issuer, Remarks remarks)
{
    private readonly string? level = IssuerLevels.LevelOf(issuer);
    private readonly IReadOnlyList<string> places = IssuerLevels.PlacesOf(issuer);

    public IReadOnlyList<NoticeUnit> Read(Passage list, AssignmentRole role)
    {
        var (written, isOpen) = UnitLists.Split(list);
        if (isOpen)
            remarks.Add(list.Line, NoticeIssue.OpenList, list.Raw);
        var units = new List<NoticeUnit>();
        string? shared = null;
        var isCentral = written is [{ Written: var first }, ..] && UnitNames.IsCentral(first.Compact().Text);
        foreach (var (passage, opensList) in written)
        {
            var name = passage.Compact().Text;
            var own = StartsWithPlace(name) ? null : UnitNames.LevelOf(name);
            // What opens a list without a level has none to share; a level met later in it holds for the names after it.
            shared = opensList ? own : own ?? shared;
            units.Add(Read(passage, own is null && !isCentral ? shared : null, isCentral || own is not null, role));
        }
        return units;
    }

    private NoticeUnit Read(Passage passage, string? shared, bool isFull, AssignmentRole role)
    {
        var (name, written) = (passage.Compact().Text, passage.Solid);
        if (UnitNames.IsGroup(name))
            return new(written, passage.Raw, role, UnitKind.Group);
        if (!UnitNames.IsOrgan(name) || LooksLikeTwo(name))
            remarks.Add(passage.Line, NoticeIssue.DoubtfulUnit, passage.Raw);
        if (isFull || IsComplete(name))
            return new(written, passage.Raw, role, UnitKind.Unit);
        if (shared is not null)
            return new(shared + written, passage.Raw, role, UnitKind.Unit);
        if (level is null || !UnitNames.LacksLevel(name))
            return new(written, passage.Raw, role, UnitKind.Unit);
        remarks.Add(passage.Line, NoticeIssue.LevelAdded, passage.Raw, level + written);
        return new(level + written, passage.Raw, role, UnitKind.Unit);
    }

    private bool IsComplete(string name) => UnitNames.IsComplete(name) || StartsWithPlace(name);

    private bool StartsWithPlace(string name) => places.Any(place => name.StartsWith(place, StringComparison.Ordinal));

    /// <summary>市教委和市科委: never cut, because 和 stands in so many names, but worth a look.</summary>
    private static bool LooksLikeTwo(string name) =>
        name.IndexOfAny(['和', '与']) is > 1 and var at && UnitNames.IsOrgan(name[..at]) && UnitNames.LevelOf(name[(at + 1)..]) is not null;
}
