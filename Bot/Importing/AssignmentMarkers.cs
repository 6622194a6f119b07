using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>What stands behind a marker: 责任单位： units, 完成时限： a deadline, 责任领导： persons.</summary>
internal enum MarkerKind
{
    Units = 1,
    Deadline = 2,
    People = 3,

    /// <summary>Any other label, such as 数据提供单位：; what it marks is no part of the assignment.</summary>
    Unknown = 4,
}

/// <param name="Role">For units only.</param>
/// <param name="End">Index behind the marker.</param>
internal sealed record AssignmentMarker(MarkerKind Kind, PartRole? Role, int End);

/// <summary>Reads the label that opens a part of an assignment: 牵头单位：, 〔责任部门〕, 完成时限：, or 责任单位 directly before a unit.</summary>
internal static partial class AssignmentMarkers
{
    /// <param name="start">Where the label is looked for, and nowhere else.</param>
    /// <returns>Null when no label stands there.</returns>
    public static AssignmentMarker? Read(string text, int start = 0)
    {
        if (Deadline().Match(text, start) is { Success: true } deadline)
            return new(MarkerKind.Deadline, null, deadline.Index + deadline.Length);
        if (People().Match(text, start) is { Success: true } people)
            return new(MarkerKind.People, null, people.Index + people.Length);
        if (Units().Match(text, start) is { Success: true } units)
            return new(MarkerKind.Units, RoleOf(units.Groups["role"].Value), units.Index + units.Length);
        if (BareUnits().Match(text, start) is { Success: true } bare)
            return new(MarkerKind.Units, RoleOf(bare.Groups["role"].Value), bare.Index + bare.Length);
        return Unknown().Match(text, start) is { Success: true } unknown ? new(MarkerKind.Unknown, null, unknown.Index + unknown.Length) : null;
    }

    /// <summary>Cut at commas, and where a full stop or white space stands before another marker: "牵头单位：A 配合单位：B".</summary>
    public static IEnumerable<Passage> Cut(Passage words)
    {
        foreach (var piece in words.Split("，；"))
        {
            var (start, contentFrom) = (0, Read(piece.Text)?.End ?? 0);
            foreach (Match gap in Gap().Matches(piece.Text))
            {
                var end = gap.Index + gap.Length;
                // A marker printed spaced out (责 任 单 位：) is one.
                if (gap.Index < contentFrom || (Read(piece.Text, end) is null && Unmarked(piece.Text, gap)))
                    continue;
                if (gap.Index > start)
                    yield return piece.Slice(start, gap.Index).Trim();
                (start, contentFrom) = (end, Read(piece.Text, end)?.End ?? end);
            }
            if (!piece.From(start).IsBlank)
                yield return piece.From(start).Trim();
        }
    }

    public static PartRole RoleOf(string words)
    {
        var solid = string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
        return SupportWord().IsMatch(solid) ? PartRole.Support : LeadWord().IsMatch(solid) ? PartRole.Lead : PartRole.Responsible;
    }

    /// <summary>White space alone may stand inside a list; a full stop ends one.</summary>
    private static bool Unmarked(string text, Match gap) => !gap.Value.Contains('。') || gap.Index + gap.Length == text.Length;

    [GeneratedRegex("配合|协同|协作|协办|会办|联办|参与|参加|协助|支持|次要")]
    private static partial Regex SupportWord();

    [GeneratedRegex("牵头|主要|主责|主办|第一责任|为主")]
    private static partial Regex LeadWord();

    [GeneratedRegex(@"\G[\s★☆●○◆◇▲△■□※·•]*〔?(?<role>(?![（）、各])[主次要第一牵头配合协同作办参与加承担落实施负责任管支持建设组织及和其他相有关共联省市区县州旗级直属或/、（）\s]{0,14}(?:单\s*位|部\s*门|科\s*室|处\s*室|主\s*体|机\s*构)|牵头|配合|责任|主责|主办|协办|参与|承办)\s*(?:〕\s*：?|：|--)\s*")]
    private static partial Regex Units();

    /// <summary>牵头单位 or 责任单位为 directly before the level of a unit.</summary>
    [GeneratedRegex(@"\G\s*(?<role>(?:主要|牵头|责任|配合|协同|协办|主办|承办|参与)(?:责任|负责)?(?:单位|部门))(?:为|是)?\s*(?=[省市区县州旗](?![级直属里内]))")]
    private static partial Regex BareUnits();

    [GeneratedRegex(@"\G\s*〔?(?:完\s*成|办结|办理|工作|推进|落实|计划|整改|目标)?(?:时\s*限|期\s*限|时\s*间|日\s*期)(?:节点|要求)?\s*(?:〕\s*：?|：)\s*")]
    private static partial Regex Deadline();

    [GeneratedRegex(@"\G\s*〔?[\p{IsCJKUnifiedIdeographs}、（）]{0,10}(?:领\s*导|责任人|负责人|联系人|联络员|负责同志|[市县区州旗镇乡]长|责任同志)\s*(?:〕\s*：?|：)\s*")]
    private static partial Regex People();

    [GeneratedRegex(@"\G\s*〔?(?=[^：]{2,14}：)(?:[\p{IsCJKUnifiedIdeographs}、]|（[\p{IsCJKUnifiedIdeographs}、]*）)+〕?：\s*")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"[。\s]+")]
    private static partial Regex Gap();
}
