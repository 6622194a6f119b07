using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Importing.Tables;

/// <summary>Tables with one row a line whose cells are split by spaces alone.</summary>
internal static partial class SpacedTable
{
    private const int MostColumns = 14;

    public static IEnumerable<SourceTable> Find(IReadOnlyList<Passage> lines, Remarks remarks)
    {
        for (var i = 0; i < lines.Count; i++)
            if (HeaderOf(lines[i]) is { } header)
            {
                var until = i + 1;
                while (until < lines.Count && (HeaderOf(lines[until]) is not { } next || IsSame(next, header)))
                    until++;
                var columns = TaskColumns.Read(header, remarks);
                IReadOnlyList<Passage> rows = [.. lines.Skip(i + 1).Take(until - i - 1)];
                if (Read(header, columns, rows, remarks) is { } table)
                    yield return table with { Lines = table.Lines.Append(lines[i].Line).ToHashSet() };
                else
                    remarks.Add(header.Line, NoticeIssue.LayoutNotRead);
                i = until - 1;
            }
    }

    /// <returns>Without rows where the table has been emptied; null when what follows the header is no row of it.</returns>
    private static SourceTable? Read(TableRow header, IReadOnlyList<ColumnMeaning> columns, IReadOnlyList<Passage> lines, Remarks remarks)
    {
        if (columns.All(column => column.Column != TaskColumn.Number))
            return Unnumbered(header, columns, lines, remarks);
        var rows = new NumberedRows(header, columns, remarks);
        return rows.Read([.. lines.SelectMany(Cells)]) ?? (rows.IsEmpty ? new(header, [], new HashSet<int>()) : null);
    }

    /// <summary>Without numbers each line is a row as long as its cells fit; the first that does not ends the table.</summary>
    private static SourceTable? Unnumbered(TableRow header, IReadOnlyList<ColumnMeaning> columns, IReadOnlyList<Passage> lines, Remarks remarks)
    {
        var (rows, taken) = (new List<TableRow>(), new HashSet<int>());
        var placement = new CellPlacement(columns);
        foreach (var line in lines)
        {
            IReadOnlyList<Passage> cells = [.. Cells(line).Select(cell => cell.Text)];
            var isChapter = NumberedRows.IsChapter(line);
            if (!isChapter && (cells.Count < 2 || placement.Place(cells, isLast: false) is not { Rows: [var placed] } found || columns.Zip(placed).All(pair => pair.First.Column != TaskColumn.Unit || pair.Second is null)))
                break;
            else if (!isChapter && placement.Place(cells, isLast: false) is { Rows: [var row], IsCertain: var isCertain })
            {
                if (!isCertain)
                    remarks.Add(line.Line, NoticeIssue.CellsUnclear, cells[0].Raw);
                rows.Add(new(line.Line, [.. row.Select(cell => cell ?? Passage.Of("", line.Line))]) { IsExact = true });
            }
            taken.Add(line.Line);
        }
        return rows.Count == 0 ? null : new(header, rows, taken);
    }

    private static TableRow? HeaderOf(Passage line)
    {
        var trimmed = line.Trim();
        if (trimmed.Length > 120 || !trimmed.Text.Contains(' ') || trimmed.Text.IndexOfAny(['|', '。', '：', '，']) >= 0)
            return null;
        var names = WithoutSpacing(Pieces(trimmed)).ToList();
        return names.Count is >= 2 and <= MostColumns && names.All(TaskColumns.IsKnown) && TaskColumns.IsHeader(names) ? new(line.Line, names) { IsExact = true } : null;
    }

    /// <summary>Single characters in a row are one name printed spaced out: 工 作 任 务.</summary>
    private static IEnumerable<Passage> WithoutSpacing(IEnumerable<Passage> pieces)
    {
        var open = new List<Passage>();
        foreach (var piece in pieces)
        {
            if (piece.Length == 1)
            {
                open.Add(piece);
                continue;
            }
            if (open.Count > 0)
                yield return Passage.Join(open);
            open.Clear();
            yield return piece;
        }
        if (open.Count > 0)
            yield return Passage.Join(open);
    }

    /// <summary>The cells of a row; a number glued to its text by a stop (1、) is a cell too.</summary>
    private static IEnumerable<TextCell> Cells(Passage line)
    {
        var opens = true;
        var trimmed = line.Trim();
        if (NumberedRows.IsChapter(trimmed))
            return [new(trimmed, [line.Line], OpensLine: true)];
        var cells = new List<TextCell>();
        foreach (var piece in Pieces(trimmed))
        {
            if (opens && ItemLabels.Read(piece) is { Depth: 3, Rest.IsBlank: false } label)
            {
                cells.Add(new(piece.Slice(0, label.Printed.Length), [line.Line], OpensLine: true));
                cells.Add(new(label.Rest, [line.Line], OpensLine: false));
            }
            else
                cells.Add(new(piece, [line.Line], opens));
            opens = false;
        }
        return cells;
    }

    private static IEnumerable<Passage> Pieces(Passage line) => Piece().Matches(line.Text).Select(match => line.Slice(match.Index, match.Index + match.Length));

    private static bool IsSame(TableRow one, TableRow other) => one.Cells.Select(cell => cell.Compact().Text).SequenceEqual(other.Cells.Select(cell => cell.Compact().Text));

    [GeneratedRegex(@"\S+")]
    private static partial Regex Piece();
}
