using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Reads the words that assign a task: "牵头单位：A，配合单位：B、C", "A牵头，B、C配合", "由A负责".</summary>
internal static partial class AssignmentGrammar
{
    /// <summary>Whether the words open with a marker: 责任单位：, 牵头部门：, 配合：. This is what makes a parenthesis an assignment.</summary>
    public static bool OpensWithMarker(Passage words) => AssignmentMarkers.Read(words.Text) switch
    {
        null => false,
        { Kind: MarkerKind.Units or MarkerKind.Deadline } => true,
        _ => AssignmentMarkers.Cut(words).Any(part => AssignmentMarkers.Read(part.Text) is { Kind: MarkerKind.Units }),
    };

    /// <summary>A line below a task that belongs to its assignment: units, a deadline, persons (牵头领导：), or a label of units that is not known.</summary>
    /// <remarks>One in brackets of its own is the tail of the paragraph above.</remarks>
    public static bool IsAssignmentLine(Passage line) => line.Text is not ['（', .., '）'] && (OpensWithMarker(line) || (AssignmentMarkers.Read(line.Text) is { } marker && line.Text[..marker.End] is var label && marker.Kind switch
    {
        MarkerKind.People => !Contact().IsMatch(label),
        MarkerKind.Unknown => UnitLabel().IsMatch(label) && line.Length > marker.End,
        _ => false,
    }));

    /// <summary>Whether the words, without any marker, end in a verb (负责, 牵头, 按职责分工负责), a deadline behind it set aside, and name organs only.</summary>
    public static bool EndsInVerb(Passage words) =>
        WithoutNote(words).Words.TrimEnd(' ', '。').Split("，；").LastOrDefault(part => !Deadlines.IsDeadline(part.Text)) is { } last && Verb().IsMatch(last.Text) && (NamesOrgansOnly(words) || NamesWhoLeadsAndHelps(words));

    /// <summary>A牵头，B、C配合 can say nothing else, even where one of the names is no organ's that is known; who reads the units doubts that one.</summary>
    private static bool NamesWhoLeadsAndHelps(Passage words)
    {
        var (read, names) = (Read(WithoutNote(words).Words), new List<string>());
        foreach (var part in read.Parts)
            names.AddRange(UnitLists.Split(part.List).Units.Select(unit => unit.Written.Compact().Text));
        return read.LeftOut.Count == 0 && read.Parts is [{ Says: PartRole.Lead, ByVerb: true }, ..] && read.Parts[^1] is { Says: PartRole.Support, ByVerb: true }
            && UnitNames.IsOrgan(names[0]) && names.All(name => !UnitNames.HoldsMore(name)) && names.Count(UnitNames.IsOrgan) * 2 > names.Count;
    }

    /// <summary>Whether every unit that the words name ends as an organ does, and there is one.</summary>
    public static bool NamesOrgansOnly(Passage words) =>
        Read(WithoutNote(words).Words) is { Parts.Count: > 0, LeftOut: var left, Parts: var parts } && left.All(words => words.Issue == NoticeIssue.PersonLeftOut || Watches().IsMatch(words.Words.Text)) && parts.SelectMany(part => UnitLists.Split(part.List).Units).All(unit => UnitNames.IsOrgan(unit.Written.Compact().Text));

    public static PartRole RoleOf(string words) => AssignmentMarkers.RoleOf(words);

    public static AssignmentWords Read(Passage words)
    {
        var parts = new List<AssignmentPart>();
        var leftOut = new List<LeftOutWords>();
        Passage? deadline = null;
        PartRole? marked = null;
        NoticeIssue? isLeft = null;
        var (assigning, note) = WithoutNote(Bare(words));
        if (note is not null)
            leftOut.Add(new(note, NoticeIssue.UnknownMarker));
        foreach (var part in AssignmentMarkers.Cut(assigning))
        {
            var marker = AssignmentMarkers.Read(part.Text);
            var content = marker is null ? part : part.From(marker.End).Trim();
            if (marker is not null)
                (marked, isLeft) = marker.Kind switch
                {
                    MarkerKind.Units => (marker.Role, null),
                    MarkerKind.People => (marked, NoticeIssue.PersonLeftOut),
                    MarkerKind.Unknown => (marked, NoticeIssue.UnknownMarker),
                    _ => (marked, (NoticeIssue?)null),
                };
            if (marker is { Kind: MarkerKind.Deadline } || Deadlines.IsDeadline(content.Text))
                // 6月30日前，长期坚持: of two the one with a date.
                deadline = deadline is not null && ChineseDates.Find(content.Text).Count == 0 ? deadline : content;
            else if (StatedRoles.IsRule(content.Text))
                continue;
            else if (isLeft is { } issue)
                leftOut.Add(new(part, issue));
            else if (marker is null && Watches().IsMatch(content.Text))
                leftOut.Add(new(part, NoticeIssue.UnknownMarker));
            else if (!content.IsBlank)
                parts.AddRange(Pieces(content).SelectMany(piece => WithoutVerb(piece, marked, marker is not null)));
        }
        return new(VerbsHoldBackwards(parts), deadline) { LeftOut = leftOut };
    }

    /// <summary>A sentence about all tasks that stands in the tail of one: 以下各项均需各县落实，不再列出.</summary>
    private static (Passage Words, Passage? Note) WithoutNote(Passage words) =>
        Note().Match(words.Text) is { Success: true, Index: var at } ? (words.Slice(0, at), words.From(at + 1).Trim()) : (words, null);

    /// <summary>Without the brackets around the whole and the stop behind it.</summary>
    private static Passage Bare(Passage words)
    {
        var bare = words.Trim().TrimEnd('。', '.', ' ');
        return bare.Text is ['〔', .., '〕'] && bare.Text.IndexOf('〕', StringComparison.Ordinal) == bare.Length - 1 ? bare.Slice(1, bare.Length - 1) : bare;
    }

    /// <summary>A牵头、B配合: a verb ends its own list.</summary>
    private static IEnumerable<Passage> Pieces(Passage part)
    {
        var start = 0;
        foreach (Match seam in Seam().Matches(part.Text))
        {
            yield return part.Slice(start, seam.Index);
            start = seam.Index + seam.Length;
        }
        yield return part.From(start);
    }

    private static IEnumerable<AssignmentPart> WithoutVerb(Passage part, PartRole? marked, bool hasOwnMarker)
    {
        if (By().Match(part.Text) is { Success: true } by)
            part = part.From(by.Length);
        var (role, verb) = (marked, Verb().Match(part.Text));
        if (verb.Success)
        {
            // 责任单位：A牵头，B参加: the verb is more particular than the marker.
            role = hasOwnMarker && RoleOf(verb.Value) == PartRole.Responsible ? marked : RoleOf(verb.Value);
            part = part.Slice(0, verb.Index).Trim();
        }
        // A会同B负责: the first leads, the others help.
        if (Together().Match(part.Text) is { Success: true } together)
            return [new(part.Slice(0, together.Index), PartRole.Lead), new(part.From(together.Index + together.Length), PartRole.Support)];
        return ByUnit(part, role, verb.Success && !hasOwnMarker);
    }

    /// <summary>A（牵头）、B、C: a role said behind a single name.</summary>
    private static IEnumerable<AssignmentPart> ByUnit(Passage part, PartRole? role, bool byVerb)
    {
        if (!RoleBehindName().IsMatch(part.Text))
            return part.IsBlank ? [] : [new(part, role) { ByVerb = byVerb }];
        return part.Split("、").Select(unit => RoleBehindName().Match(unit.Text) is { Success: true } own
            ? new AssignmentPart(unit.Slice(0, own.Index), RoleOf(own.Value))
            : new AssignmentPart(unit, role ?? PartRole.Responsible));
    }

    /// <summary>A verb holds for the parts before it that have none, "A，B负责"; behind the last verb the list is open to no role but the plain one.</summary>
    private static List<AssignmentPart> VerbsHoldBackwards(List<AssignmentPart> parts)
    {
        for (var i = parts.Count - 2; i >= 0; i--)
            if (parts[i].Says is null && parts[i + 1].ByVerb)
                parts[i] = parts[i] with { Says = parts[i + 1].Says, ByVerb = true };
        for (var i = 1; i < parts.Count; i++)
            if (parts[i].Says is null && parts[i - 1].ByVerb)
                parts[i] = parts[i] with { Says = PartRole.Responsible, ByVerb = true };
        return parts;
    }

    private const string Doing = "(?:负责|牵头|落实|推进|组织|实施|办理|承办|主办|主抓|抓好|做好|抓|协调|完成|指导|督促|督导|督办|统筹|监管|开展|执行)";

    [GeneratedRegex("(?:(?:按|依|根据|依据|结合|立足)(?:照)?(?:各自|自身|任务|工作|部门|的)*(?:职责|职能|分工|权限|实际|职权)(?:和|、|及)?(?:分工|权限|任务|职能|范围)?(?:分别|共同|具体|分头|抓好|配合|参与|协同|协助|" + Doing + ")*"
        + "|(?:分别|共同|联合|具体|直接|统筹|分工|分头|总)*(?:牵头|负责|主办|承办|主抓|负总责|各负其责)" + Doing + "*|为主(?:负责|落实)?"
        + "|(?:积极|协同|协助|共同|密切)?(?:配合|协办|协作|协同|协助|会办|联办|参与|参加|支持)" + Doing + "*|(?:组织|推进|抓好|共同|分别|具体)(?:实施|落实)|落实)$")]
    private static partial Regex Verb();

    [GeneratedRegex("(?<=.{2}(?:牵头|负责|配合|协同|主办|协办|承办|参与|为主))(?:、|(?=[省市区县州旗](?![级直属域内])|各))")]
    private static partial Regex Seam();

    [GeneratedRegex(@"^\s*由\s*")]
    private static partial Regex By();

    [GeneratedRegex("会同|会商")]
    private static partial Regex Together();

    [GeneratedRegex("（(?:主要|第一)?(?:牵头|配合|主责|主办|协办|承办|参与|责任|负责|协同)(?:责任|负责)?(?:单位|部门)?）")]
    private static partial Regex RoleBehindName();

    /// <summary>Who looks after it does no part of it: 县督查室督办.</summary>
    [GeneratedRegex("(?<=.{2})(?:督办|监督|考核|督促检查|跟踪督查|跟踪问效)$")]
    private static partial Regex Watches();

    [GeneratedRegex("[。；，](?=(?:以下|上述|本项|各项)[^。；：]{0,40}(?:不再|均[需由须]|都[需由]))")]
    private static partial Regex Note();

    [GeneratedRegex("联系人|联络员")]
    private static partial Regex Contact();

    [GeneratedRegex(@"^(?!各|抄|主送|附).*(?:单位|部门)〕?：\s*$")]
    private static partial Regex UnitLabel();
}
