using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>One unit of a list as written. <paramref name="OpensList"/>: what stands before it shares no level with it.</summary>
internal sealed record ListedUnit(Passage Written, bool OpensList);

/// <summary>Cuts a list of units: 、 ， ； and 及 separate; 和 and 与 never do (工业和信息化局); brackets belong to the name (区商务局(区药发中心)).</summary>
internal static partial class UnitLists
{
    private const int LongestName = 40;

    /// <returns>The units as written and in order, and whether the list is open (ends in 等).</returns>
    public static (IReadOnlyList<ListedUnit> Units, bool IsOpen) Split(Passage list)
    {
        var whole = list.Trim().TrimEnd('。', '.', ' ');
        var closed = OpenEnd().Match(whole.Text) is { Success: true } end ? whole.Slice(0, end.Index) : whole;
        var units = new List<ListedUnit>();
        foreach (var part in closed.TrimEnd(' ', '、').Split("，；"))
        {
            var opens = true;
            foreach (var (piece, afterWord) in part.Split("、").SelectMany(piece => SplitAtWords(piece).Select((cut, index) => (cut, index > 0))))
            {
                if (IsNone(piece))
                    continue;
                // 各区、县级市 is one addressee: 各 holds for both.
                if (!opens && !afterWord && units is [.., { Written: var group }] && group.Text.StartsWith('各') && GroupMember().IsMatch(piece.Compact().Text))
                    units[^1] = units[^1] with { Written = SpanOf(part, group, piece) };
                else
                    units.Add(new(piece, opens));
                opens = false;
            }
        }
        return (units, closed.Length < whole.Length);
    }

    private static bool IsNone(Passage piece) => piece.Compact().Text is "" or "无" or "-" or "--" or "/" or "\\" or "等";

    /// <summary>及 where an organ ends before it, and a space before a name with a level of its own (the line breaks of a cell).</summary>
    private static IEnumerable<Passage> SplitAtWords(Passage piece)
    {
        if (piece.Length > LongestName * 2)
            return [piece];
        foreach (Match word in Word().Matches(piece.Text))
            if (UnitNames.IsOrgan(piece.Slice(0, word.Index).Compact().Text) && (word.Value.Trim().Length > 0 || UnitNames.LevelOf(piece.From(word.Index + word.Length).Compact().Text) is not null))
                return [piece.Slice(0, word.Index).Trim(), .. SplitAtWords(piece.From(word.Index + word.Length).Trim())];
        return [piece];
    }

    private static Passage SpanOf(Passage part, Passage first, Passage last)
    {
        var start = part.Text.IndexOf(first.Text, StringComparison.Ordinal);
        return part.Slice(start, part.Text.IndexOf(last.Text, start + first.Length, StringComparison.Ordinal) + last.Length);
    }

    /// <summary>等, 等部门, 等区政府有关部门; a stray 、 may stand before it.</summary>
    [GeneratedRegex(@"(?<![高中初优])等(?:[^、，；（）等]{0,10}(?:单位|部门|方面))?$")]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"以及|及|\s+")]
    private static partial Regex Word();

    [GeneratedRegex("^(县级市|[市县区旗州街镇乡委办局]|街道|乡镇|镇街|镇乡|街镇|区县|县市|县区|功能区|园区|开发区|街道办|直属单位|直属机构|部门|管委会)(人民政府|政府|办事处|管委会)?$")]
    private static partial Regex GroupMember();
}
