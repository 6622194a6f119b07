using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Reads the words that assign a task: "牵头单位：A，配合单位：B、C", "A牵头，B、C配合", "由A负责".</summary>
internal static partial class AssignmentGrammar
{
    /// <summary>Whether the words open with a marker: 责任单位：, 牵头部门：, 配合：. This is what makes a parenthesis an assignment.</summary>
    public static bool OpensWithMarker(Passage words) =>
        Marker().IsMatch(words.Text) || DeadlineMarker().IsMatch(words.Text)
        || (PeopleMarker().IsMatch(words.Text) && words.Split("，；").Any(part => Marker().IsMatch(part.Text)));

    /// <summary>Whether the words, without any marker, end in a verb (负责, 牵头, 按职责分工负责), a deadline behind it set aside, and name organs only.</summary>
    public static bool EndsInVerb(Passage words) =>
        words.TrimEnd(' ', '。').Split("，；").LastOrDefault(part => !Deadlines.IsDeadline(part.Text)) is { } last && Verb().IsMatch(last.Text)
        && Read(words).Parts is { Count: > 0 } parts && parts.SelectMany(part => UnitLists.Split(part.List).Units).All(unit => UnitNames.IsOrgan(unit.Written.Compact().Text));

    public static AssignmentWords Read(Passage words)
    {
        var parts = new List<AssignmentPart>();
        Passage? deadline = null;
        PartRole? marked = null;
        var aboutPeople = false;
        foreach (var piece in words.TrimEnd('。', '.', ' ').Split("，；"))
        {
            var part = piece;
            if (DeadlineMarker().Match(part.Text) is { Success: true } due)
            {
                deadline = part.From(due.Length).Trim();
                continue;
            }
            if (PeopleMarker().IsMatch(part.Text))
            {
                aboutPeople = true;
                continue;
            }
            var marker = Marker().Match(part.Text);
            if (marker.Success)
            {
                (marked, aboutPeople) = (RoleOf(marker.Groups["role"].Value), false);
                part = part.From(marker.Length).Trim();
            }
            if (aboutPeople || part.IsBlank)
                continue;
            if (Deadlines.IsDeadline(part.Text))
                deadline = part;
            else
                parts.AddRange(WithoutVerb(part, marked, marker.Success));
        }
        return new(GiveVerbsBack(parts), deadline);
    }

    private static IEnumerable<AssignmentPart> WithoutVerb(Passage part, PartRole? marked, bool hasOwnMarker)
    {
        if (By().Match(part.Text) is { Success: true } by)
            part = part.From(by.Length);
        var role = marked;
        if (Verb().Match(part.Text) is { Success: true } verb)
        {
            role = hasOwnMarker ? marked : RoleOf(verb.Value);
            part = part.Slice(0, verb.Index).Trim();
        }
        // A会同B负责: the first leads, the others help.
        if (Together().Match(part.Text) is { Success: true } together)
            return [new(part.Slice(0, together.Index), PartRole.Lead), new(part.From(together.Index + together.Length), PartRole.Support)];
        return ByUnit(part, role);
    }

    /// <summary>A（牵头）、B、C: a role said behind a single name.</summary>
    private static IEnumerable<AssignmentPart> ByUnit(Passage part, PartRole? role)
    {
        if (!RoleBehindName().IsMatch(part.Text))
            return part.IsBlank ? [] : [new(part, role)];
        return part.Split("、").Select(unit => RoleBehindName().Match(unit.Text) is { Success: true } own
            ? new AssignmentPart(unit.Slice(0, own.Index), RoleOf(own.Value))
            : new AssignmentPart(unit, role ?? PartRole.Responsible));
    }

    /// <summary>A verb at the end holds for the parts before it that have none: "省委网信办，省政务和数据局负责".</summary>
    private static List<AssignmentPart> GiveVerbsBack(List<AssignmentPart> parts)
    {
        if (parts.FindIndex(part => part.Says is not null) is var first and > 0)
            for (var i = 0; i < first; i++)
                parts[i] = parts[i] with { Says = parts[first].Says };
        return parts;
    }

    public static PartRole RoleOf(string words) =>
        SupportWord().IsMatch(words) ? PartRole.Support
        : LeadWord().IsMatch(words) ? PartRole.Lead
        : PartRole.Responsible;

    [GeneratedRegex("配合|协同|协作|协办|参与|参加|协助|支持")]
    private static partial Regex SupportWord();

    [GeneratedRegex("牵头|主要|主责|主办|第一责任")]
    private static partial Regex LeadWord();

    [GeneratedRegex(@"^\s*(?<role>(?:[主要第一牵头配合协同作办参与加承落实负责任管支持及和、（）\s]{0,12}(?:单\s*位|部\s*门|科\s*室|处\s*室|主\s*体)|牵头|配合|责任|主责|主办|协办|参与|承办))\s*：\s*")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^\s*(?:完成|办结|办理|工作|推进|落实)?(?:时\s*限|期\s*限|时\s*间|时间节点|时限要求)(?:要求)?\s*：\s*")]
    private static partial Regex DeadlineMarker();

    [GeneratedRegex(@"^\s*\p{IsCJKUnifiedIdeographs}{0,6}(?:领导|责任人|负责人|联系人|联络员|负责同志)\s*：")]
    private static partial Regex PeopleMarker();

    [GeneratedRegex("(?:牵头(?:负责|落实|推进|组织|实施)?|(?:按|依|根据)(?:照|据)?(?:各自)?(?:职责|职能)(?:分工)?(?:负责|落实|做好)?|分别(?:负责|落实)|结合实际(?:抓好)?落实|共同(?:负责|落实)|分工(?:负责|落实)|具体(?:负责|落实|实施)|负责(?:落实|组织|实施)?|配合(?:落实|做好)?|参与|参加|协助|组织实施|推进落实|抓好落实|落实)$")]
    private static partial Regex Verb();

    [GeneratedRegex(@"^\s*由\s*")]
    private static partial Regex By();

    [GeneratedRegex("会同|会商")]
    private static partial Regex Together();

    [GeneratedRegex("（(?:牵头|配合|主责|主办|协办|参与|责任|负责|牵头单位|配合单位|责任单位|牵头部门|配合部门)）")]
    private static partial Regex RoleBehindName();
}
