using System.Text.RegularExpressions;
using PlanBot.Importing.Tables;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Recognises task tables that cannot be read from the text, so that they are named and never guessed at.</summary>
internal static partial class UnreadLayouts
{
    private const int MostColumns = 14, LongestName = 12;

    /// <summary>Of a source in which no task was found: its table has lost its borders, or its contents.</summary>
    /// <returns>Null when it has no such table.</returns>
    public static NoticeRefusal? Refusal(IReadOnlyList<Passage> lines, IReadOnlyList<SourceTable> tables) =>
        GluedTable(lines) is { } glued ? new(NoticeIssue.GluedTable, glued.Line, glued.Raw)
        : tables.FirstOrDefault(IsEmptied) is { } emptied ? new(NoticeIssue.EmptiedTable, emptied.Header.Line)
        : null;

    /// <summary>A header whose cells ran together (序号项目名称牵头单位…): nothing tells its rows' cells apart.</summary>
    public static Passage? GluedTable(IEnumerable<Passage> lines) => lines.FirstOrDefault(line => GluedHeader().IsMatch(line.Text));

    /// <summary>A header with one cell a line, or with cells split by spaces alone, whose rows are not to be told apart.</summary>
    public static Passage? OtherTable(IReadOnlyList<Passage> lines)
    {
        IReadOnlyList<Passage> names = [.. lines.Select(line => line.TrimEnd('|', ' '))];
        for (var i = 0; i < lines.Count; i++)
            if (SpacedHeader().IsMatch(lines[i].Text) || (IsName(names[i]) && names.Skip(i).TakeWhile(IsName).Take(MostColumns).ToList() is { Count: >= 3 } header && TaskColumns.IsHeader(header)))
                return lines[i];
        return null;
    }

    private static bool IsName(Passage line) => line.Length <= LongestName && TaskColumns.IsKnown(line);

    /// <summary>Names units in its header and holds nothing but chapters and numbers; a form for progress is no task table.</summary>
    private static bool IsEmptied(SourceTable table) =>
        table.Header.Cells.Count >= 3 && !TaskColumns.IsForm(table.Header) && TaskColumns.NamesUnits(table.Header)
        && table.Rows.All(row => row.Cells.Count(cell => !cell.IsBlank && CellKinds.NumberOf(cell) is null) <= 1);

    [GeneratedRegex("序号[^|\\s，。：；、]{0,24}(?:任务|事项|内容|项目|举措)[^|\\s，。：；、]{0,24}(?:单位|部门)[^|\\s，。：；、]{0,24}?(?:[1一]|$)")]
    private static partial Regex GluedHeader();

    [GeneratedRegex(@"^\s*序\s*号\s+[^|。：]*(?:任务|事项|内容|项目|举措)[^|。：]*(?:单位|部门)")]
    private static partial Regex SpacedHeader();
}
