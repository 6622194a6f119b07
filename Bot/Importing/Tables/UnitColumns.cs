using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Importing.Tables;

/// <summary>Tables with a column for each unit and a mark where a task is that unit's (★ 牵头, ○ 配合). Each row becomes one that lists its units, which is the shape of every other table.</summary>
internal sealed partial class UnitColumns(IReadOnlyList<Passage> lines, Remarks remarks)
{
    private const int LeastUnits = 2;

    /// <summary>协办 is no unit.</summary>
    private const int ShortestBareName = 3;
    private const string Marks = "[√✓✔■●★☆○〇◎▲△◆◇※]";

    private static readonly PartRole[] Roles = [PartRole.Lead, PartRole.Responsible, PartRole.Support];

    /// <summary>The name of an organ and of nothing else that a column may hold.</summary>
    public static bool IsUnit(Passage name) =>
        name.Compact().Text is var words && UnitNames.IsOrgan(words) && (UnitNames.LevelOf(words) is not null || (words.Length >= ShortestBareName && !TaskColumns.IsKnown(name)));

    /// <returns>The table itself when it is of another kind.</returns>
    public SourceTable Unfolded(SourceTable table)
    {
        var own = table.Header.Cells.Index().Where(cell => IsUnit(cell.Item)).Select(cell => cell.Index).ToList();
        var others = Enumerable.Range(0, table.Header.Cells.Count).Except(own).ToList();
        if (own.Count < LeastUnits || others.Any(i => TaskColumns.NamesUnits(table.Header with { Cells = [table.Header.Cells[i]] })))
            return table;
        table = table with { Rows = [.. table.Rows.Where(row => !row.Cells.Select(cell => cell.Text).SequenceEqual(table.Header.Cells.Select(cell => cell.Text)))] };
        var said = table.Rows.SelectMany(row => own.Where(i => i < row.Cells.Count && !IsOneCell(row)).Select(i => row.Cells[i].Compact())).Where(mark => mark.Length > 0).DistinctBy(mark => mark.Text).ToList();
        if (said.Count == 0 || !said.TrueForAll(mark => Mark().IsMatch(mark.Text)))
            return table;
        var legend = LegendIn([.. lines, .. table.Rows.SelectMany(row => row.Cells)]);
        if (said.Count > 1 && said.Find(mark => RoleOf(mark.Text, legend) is null) is { } unclear)
            remarks.Add(unclear.Line, NoticeIssue.MarksUnclear, unclear.Raw);
        var header = table.Header with { Cells = [.. others.Select(i => table.Header.Cells[i]), .. Roles.Select(role => Passage.Of(NameOf(role), table.Header.Line))] };
        return table with { Header = header, Rows = [.. Rows(table, own, others, legend)] };
    }

    private static IEnumerable<TableRow> Rows(SourceTable table, List<int> own, List<int> others, IReadOnlyDictionary<string, PartRole> legend)
    {
        var above = new Dictionary<int, PartRole?>();
        foreach (var row in table.Rows.Where(row => !(IsOneCell(row) && row.Cells.Any(cell => IsLegend(cell.Compact().Text)))))
        {
            var blank = Passage.Of("", row.Line);
            // A chapter or a note over the whole width stays what it is.
            var marked = IsOneCell(row) ? [] : own.ToDictionary(i => i, i => RoleAt(row, i, legend) ?? (row.Merged.Contains(i) ? above.GetValueOrDefault(i) : null));
            above = marked;
            var units = Roles.Select(role => own.Where(i => marked.GetValueOrDefault(i) == role).Select(i => table.Header.Cells[i]).ToList()).Select(names => names.Count == 0 ? blank : Passage.Join(names, "\n"));
            yield return row with
            {
                Cells = [.. others.Select(i => i < row.Cells.Count ? row.Cells[i] : blank), .. units],
                Merged = [.. row.Merged.Where(others.Contains).Select(i => others.IndexOf(i))],
                IsExact = true,
            };
        }
    }

    private static PartRole? RoleAt(TableRow row, int column, IReadOnlyDictionary<string, PartRole> legend) =>
        column < row.Cells.Count && row.Cells[column].Compact().Text is { Length: > 0 } mark ? RoleOf(mark, legend) ?? PartRole.Responsible : null;

    /// <summary>Null for a sign that nothing explains.</summary>
    private static PartRole? RoleOf(string mark, IReadOnlyDictionary<string, PartRole> legend) =>
        legend.TryGetValue(mark, out var role) ? role : Sign().IsMatch(mark) ? null : AssignmentMarkers.RoleOf(mark);

    /// <summary>★为牵头单位，○为配合单位; 牵头单位用★标注.</summary>
    private static Dictionary<string, PartRole> LegendIn(IReadOnlyList<Passage> lines)
    {
        var found = new Dictionary<string, PartRole>();
        foreach (var words in lines.Select(line => line.Compact().Text).Where(words => words.Length > 1 && Sign().IsMatch(words)))
            foreach (Match match in (IEnumerable<Match>)(SignFirst().Matches(words) is { Count: > 0 } forward ? forward : RoleFirst().Matches(words)))
                found.TryAdd(match.Groups["mark"].Value, AssignmentMarkers.RoleOf(match.Groups["role"].Value));
        return found;
    }

    private static bool IsLegend(string words) => words.Length > 1 && (SignFirst().IsMatch(words) || RoleFirst().IsMatch(words));

    private static bool IsOneCell(TableRow row) => row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text).Distinct().Count() <= 1;

    private static string NameOf(PartRole role) => role switch { PartRole.Lead => "牵头单位", PartRole.Support => "配合单位", _ => "负责单位" };

    [GeneratedRegex("^(?:" + Marks + "|[Vv]|(?:牵头|主责|主办|责任|配合|协办|参与|协同|负责)(?:单位)?)$")]
    private static partial Regex Mark();

    [GeneratedRegex(Marks + "|^[Vv]$")]
    private static partial Regex Sign();

    [GeneratedRegex("(?<mark>" + Marks + ")[”」』》]?(?:的|表示|代表|标注|标记|指|为|是|：|-|—|=)*(?:该项|本项|任务|工作)*的?(?<role>牵头|主责|主要|主办|责任|负责|配合|协办|协同|参与|参加)")]
    private static partial Regex SignFirst();

    [GeneratedRegex("(?<role>牵头|主责|主要|主办|责任|负责|配合|协办|协同|参与|参加)(?:责任)?(?:单位|部门)?(?:用|以|标注?为|：|为)?[“「『《（]?(?<mark>" + Marks + ")")]
    private static partial Regex RoleFirst();
}
