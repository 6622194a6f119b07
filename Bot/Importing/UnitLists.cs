using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>One unit of a list as written. <paramref name="OpensList"/>: what stands before it shares no level with it.</summary>
internal sealed record ListedUnit(Passage Written, bool OpensList)
{
    /// <summary>和 was read as the end of the unit before it, which a person should look at.</summary>
    public bool FollowsAnd { get; init; }
}

/// <summary>Cuts a list of units: 、 ， ； and 及 separate; 和 and 与 seldom do (工业和信息化局); brackets belong to the name (区商务局(区药发中心)).</summary>
internal static partial class UnitLists
{
    private const int LongestName = 40;

    /// <returns>The units as written and in order, and whether the list is open (ends in 等).</returns>
    public static (IReadOnlyList<ListedUnit> Units, bool IsOpen) Split(Passage list)
    {
        var units = new List<ListedUnit>();
        var isOpen = false;
        foreach (var part in list.Trim().TrimEnd('。', '.', ' ').Split("，；"))
        {
            var opens = true;
            foreach (var (written, followsAnd, afterWord) in part.Split("、").SelectMany(piece => SplitAtWords(piece).Select((cut, index) => (cut.Written, cut.FollowsAnd, index > 0))))
            {
                var piece = OpenEnd().Match(written.Text) is { Success: true } end ? written.Slice(0, end.Index).Trim() : written;
                isOpen |= piece.Length < written.Length;
                if (IsNone(piece))
                    continue;
                if (!opens && !afterWord && units is [.., { Written: var before }] && IsOneWith(before.Compact().Text, piece.Compact().Text))
                    units[^1] = units[^1] with { Written = SpanOf(part, before, piece) };
                else
                    units.Add(new(piece, opens) { FollowsAnd = followsAnd });
                opens = false;
            }
        }
        return (units, isOpen);
    }

    /// <summary>各区、县级市 is one addressee, for 各 holds for both; so is 市、县有关部门, where the first is a level and no unit.</summary>
    private static bool IsOneWith(string before, string piece) =>
        (before.StartsWith('各') && GroupMember().IsMatch(piece)) || LevelsOnly().IsMatch(before);

    private static bool IsNone(Passage piece) => piece.Compact().Text is "" or "无" or "-" or "--" or "/" or "\\" or "等";

    /// <summary>及 where an organ ends before it, and a space before a name with a level of its own (the line breaks of a cell).</summary>
    private static IEnumerable<(Passage Written, bool FollowsAnd)> SplitAtWords(Passage piece, bool followsAnd = false)
    {
        if (piece.Length <= LongestName * 2)
            foreach (Match word in Word().Matches(piece.Text))
                if (Separates(piece.Slice(0, word.Index).Compact().Text, word.Value.Trim(), piece.From(word.Index + word.Length).Compact().Text))
                    return [(piece.Slice(0, word.Index).Trim(), followsAnd), .. SplitAtWords(piece.From(word.Index + word.Length).Trim(), word.Value is "和" or "与")];
        return [(piece, followsAnd)];
    }

    /// <summary>和 separates only where no single name can go on: before 各, and before an organ that names its level or its place (县环保局和云州供电公司).</summary>
    private static bool Separates(string before, string word, string after) => UnitNames.IsOrgan(before) && word switch
    {
        "" => UnitNames.LevelOf(after) is not null,
        "和" or "与" => after is ['各', not '自', ..] || (!UnitNames.IsGroup(before) && UnitNames.IsOrgan(after) && (UnitNames.LevelOf(after) is not null || UnitNames.NamesItsPlace(after))),
        _ => true,
    };

    private static Passage SpanOf(Passage part, Passage first, Passage last)
    {
        var start = part.Text.IndexOf(first.Text, StringComparison.Ordinal);
        return part.Slice(start, part.Text.IndexOf(last.Text, start + first.Length, StringComparison.Ordinal) + last.Length);
    }

    /// <summary>等, 等部门, 等区政府有关部门; a stray 、 may stand before it, and other units behind it.</summary>
    [GeneratedRegex(@"(?<![高中初优平同对均上])等(?!级)(?:[^、，；（）等]{0,10}(?:单位|部门|方面|科室|处室|企业|机构|委办局|地区|区县|县区|街道|乡镇|镇街))?$")]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"以及|及|/|和|与|\s+")]
    private static partial Regex Word();

    [GeneratedRegex("^(?:自治区|[省市州盟区县旗镇乡])(?:、[省市州盟区县旗镇乡])*$")]
    private static partial Regex LevelsOnly();

    /// <summary>What 各 before the first of them holds for too: 各州、市党委和政府; 各设区市、县（市、区）人民政府; 各子公司、分公司.</summary>
    [GeneratedRegex("^(党委|党工委|党（工）委|政府|人民政府|办事处|管委会|县级市|(?:[市县区旗州镇乡]|乡镇|镇街|街道)(?:（[^（）]*）)?(?:党委|党工委|党（工）委)(?:和|、)(?:人民)?政府|[市县区旗]（[^（）]*）|分公司|子公司|分支机构|分局|分院|分校|[市县区旗州街镇乡委办局]|街道|乡镇|镇街|镇乡|街镇|区县|县市|县区|功能区|园区|开发区|街道办|社区|村|直属单位|直属机构|部门|管委会)(人民政府|政府|办事处|管委会)?(（[^（）]*）)?$")]
    private static partial Regex GroupMember();
}
