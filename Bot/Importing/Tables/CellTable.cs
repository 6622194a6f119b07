using PlanBot.Texts;

namespace PlanBot.Importing.Tables;

/// <summary>Tables with one cell a line, with nothing between the cells or with a bar behind each, as pages and editors without tables leave them.</summary>
internal static class CellTable
{
    private const int MostColumns = 14;
    private const int LongestName = 24;

    /// <summary>Columns that may stand before the number's (分类).</summary>
    private const int MostLeading = 2;

    /// <param name="lines">The lines that belong to no other table.</param>
    public static IEnumerable<SourceTable> Find(IReadOnlyList<Passage> lines, Remarks remarks)
    {
        var headers = Headers(lines).ToList();
        for (var i = 0; i < headers.Count; i++)
        {
            var (start, end, header, isBarred) = headers[i];
            var until = i + 1 < headers.Count ? headers[i + 1].Start : lines.Count;
            var columns = TaskColumns.Read(header, remarks);
            var cells = CellLines([.. lines.Skip(end).Take(until - end)], isBarred).ToList();
            var rows = new NumberedRows(header, columns, remarks);
            var table = rows.Read(cells);
            HashSet<int> own = [.. lines.Skip(start).Take(end - start).Select(line => line.Line)];
            if (table is not null || rows.IsEmpty)
                yield return table is null ? new(header, [], own) : table with { Lines = own.Union(table.Lines).ToHashSet() };
            else
                remarks.Add(header.Line, NoticeIssue.LayoutNotRead);
        }
    }

    private static IEnumerable<(int Start, int End, TableRow Header, bool IsBarred)> Headers(IReadOnlyList<Passage> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (IsNumberName(lines[i]) && HeaderAt(lines, i) is { } found)
            {
                yield return found;
                i = found.End - 1;
            }
    }

    private static (int Start, int End, TableRow Header, bool IsBarred)? HeaderAt(IReadOnlyList<Passage> lines, int number)
    {
        var isBarred = IsBarred(lines, number);
        var leading = 0;
        var step = isBarred && IsBar(lines[number + 1]) ? 2 : 1;
        while (leading < MostLeading && number - (leading + 1) * step is >= 0 and var above && IsLeading(lines[above]))
            leading++;
        var cells = CellLines([.. lines.Skip(number - leading * step).Take(MostColumns * 2)], isBarred).Take(MostColumns + leading + 1).ToList();
        var count = cells.FindIndex(cell => CellKinds.NumberOf(cell.Text) is not null || NumberedRows.IsChapter(cell.Text) || !IsName(cell.Text));
        if (count < 0)
            count = cells.Count;
        // The first row's leading cells stand between the header and its number.
        if (count < cells.Count && CellKinds.NumberOf(cells[count].Text) is not null)
            count -= leading;
        var names = cells.Take(count).Where(cell => !cell.Text.IsBlank).ToList();
        if (count < 3 || count > MostColumns || !TaskColumns.IsHeader([.. names.Select(cell => cell.Text)]) || names.Count(cell => TaskColumns.IsKnown(cell.Text)) * 5 < names.Count * 3)
            return null;
        var last = cells[count - 1].Lines[^1];
        var end = Enumerable.Range(number, lines.Count - number).First(i => lines[i].Line == last) + 1;
        return (number - leading * step, end, new TableRow(lines[number].Line, [.. cells.Take(count).Select(cell => cell.Text)]) { IsExact = true }, isBarred);
    }

    /// <summary>The cells of lines; a bar closes its cell, so that what was broken inside it is one again.</summary>
    private static IEnumerable<TextCell> CellLines(IReadOnlyList<Passage> lines, bool isBarred)
    {
        var open = new List<Passage>();
        foreach (var line in lines)
        {
            if (!isBarred)
            {
                yield return new(line.Trim(), [line.Line], OpensLine: true);
                continue;
            }
            var isClosed = line.Text.TrimEnd().EndsWith('|');
            if (open.Count == 0 && !isClosed && NumberedRows.IsChapter(line))
            {
                yield return new(line.Trim(), [line.Line], OpensLine: true);
                continue;
            }
            open.Add(WithoutBars(line));
            if (!isClosed)
                continue;
            yield return new(Passage.Join([.. open.Where(part => !part.IsBlank).DefaultIfEmpty(open[0])], "\n"), [.. open.Select(part => part.Line)], OpensLine: true);
            open.Clear();
        }
    }

    private static Passage WithoutBars(Passage line)
    {
        var trimmed = line.Trim();
        var start = trimmed.Text.StartsWith('|') ? 1 : 0;
        var end = trimmed.Length > start && trimmed.Text.EndsWith('|') ? trimmed.Length - 1 : trimmed.Length;
        return trimmed.Slice(start, end).Trim();
    }

    private static bool IsBarred(IReadOnlyList<Passage> lines, int i) => lines[i].Text.TrimEnd().EndsWith('|') || (i + 1 < lines.Count && IsBar(lines[i + 1]));

    private static bool IsBar(Passage line) => line.Text.Trim() == "|";

    private static bool IsNumberName(Passage line) => line.Length <= LongestName && TaskColumns.IsNumber(WithoutBars(line));

    private static bool IsLeading(Passage line) => WithoutBars(line) is { Length: <= 8 } name && TaskColumns.IsUnread(name);

    private static bool IsName(Passage cell) => cell.Length <= LongestName && cell.Text.IndexOfAny(['。', '；', '：']) < 0;
}
