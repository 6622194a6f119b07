using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Turns a written list of units into units with full names: "区网信办、工信委" is 区网信办 and 区工信委.</summary>
internal sealed partial class UnitReader(string? issuer, Remarks remarks)
{
    private readonly string? level = IssuerLevels.LevelOf(issuer);
    private readonly IReadOnlyList<string> places = IssuerLevels.PlacesOf(issuer);

    private bool hasRemarkedPersons;

    /// <summary>Says what of an assignment names no unit: unknown markers each, persons once for the whole notice.</summary>
    public AssignmentWords Remarked(AssignmentWords words)
    {
        foreach (var (left, issue) in words.LeftOut)
        {
            if (issue != NoticeIssue.PersonLeftOut || !hasRemarkedPersons)
                remarks.Add(left.Line, issue, left.Raw);
            hasRemarkedPersons |= issue == NoticeIssue.PersonLeftOut;
        }
        return words;
    }

    public IReadOnlyList<NoticeUnit> Read(Passage list, AssignmentRole role)
    {
        var (written, isOpen) = UnitLists.Split(list);
        if (isOpen)
            remarks.Add(list.Line, NoticeIssue.OpenList, list.Raw);
        var units = new List<NoticeUnit>();
        var levelled = new List<string>();
        string? shared = null;
        var isCentral = written is [{ Written: var first }, ..] && UnitNames.IsCentral(first.Compact().Text);
        foreach (var listed in written)
        {
            var (opensList, passage) = (listed.OpensList, WithoutNote(listed.Written));
            var name = passage.Compact().Text;
            if (Ditto.Is(name))
            {
                remarks.Add(passage.Line, NoticeIssue.DittoUnread, passage.Raw);
                continue;
            }
            var own = StartsWithPlace(name) ? null : UnitNames.LevelOf(name);
            // What opens a list without a level has none to share; a level met later in it holds for the names after it.
            var asWritten = own is null ? null : passage.Solid[..own.Length];
            shared = opensList ? asWritten : asWritten ?? shared;
            var added = own is not null || isCentral || UnitNames.IsGroup(name) || (IsComplete(name) && !(shared is not null && UnitNames.IsSocialBody(name) && !StartsWithPlace(name))) ? null : shared ?? (UnitNames.LacksLevel(name) ? level : null);
            // 县委办、组织部: the departments of the Party's committee take its name with them.
            if (added is not null && UnitNames.IsPartyDepartment(name))
                added += "委";
            if (added is not null && shared is null)
                levelled.Add(added + passage.Solid);
            // 县公安、司法、民政局: the last of them says for all what they are.
            var ending = UnitNames.IsOrgan(name) ? "" : SharedEnding.Of(name, [.. written.Select(other => other.Written.Compact().Text)]);
            units.Add(new(added + passage.Solid + ending, passage.Raw, role, UnitNames.IsGroup(name) ? UnitKind.Group : UnitKind.Unit));
            if (!UnitNames.IsOrgan(name) || UnitNames.HoldsMore(name) || (listed.FollowsAnd && !UnitNames.IsGroup(name)))
                remarks.Add(passage.Line, NoticeIssue.DoubtfulUnit, passage.Raw);
        }
        if (levelled.Count > 0)
            remarks.Add(list.Line, NoticeIssue.LevelAdded, list.Raw, string.Join('、', levelled));
        return units;
    }

    private bool IsComplete(string name) => UnitNames.IsComplete(name) || places.Any(place => name.Contains(place, StringComparison.Ordinal));

    private bool StartsWithPlace(string name) => places.Any(place => name.StartsWith(place, StringComparison.Ordinal));

    private Passage WithoutNote(Passage written)
    {
        if (Note().Match(written.Text) is not { Success: true, Index: > 0 and var at })
            return written;
        if (!StatedRoles.IsRule(written.Text[(at + 1)..]))
            remarks.Add(written.Line, NoticeIssue.UnknownMarker, written.From(at).Raw);
        return written.Slice(0, at).Trim();
    }

    /// <summary>An aside about the word or the list and no part of the name: （含开发区，下同）, （列第一位的为牵头单位）.</summary>
    [GeneratedRegex("[（〈][^（）〈〉]*(?:下同|下称|以下简称|为牵头|[第首][一位][^（）〈〉]*牵头)[^（）〈〉]*[）〉]$")]
    private static partial Regex Note();
}
