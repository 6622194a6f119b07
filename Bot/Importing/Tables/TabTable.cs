using System.Text;
using PlanBot.Importing.Sources;

namespace PlanBot.Importing.Tables;

/// <summary>Tables with a tab between cells, as pasted from Excel and Word. A cell with line breaks stands in quotation marks; the quotation marks within it are doubled.</summary>
internal static class TabTable
{
    /// <summary>A cell whose quotation mark is never closed is not followed further than this. Lines.</summary>
    private const int LongestCell = 200;

    /// <summary>Lines between two rows of one table.</summary>
    private const int WidestGap = 12;

    /// <param name="text">Whole, because its lines have lost their tabs once they are <see cref="Passage"/>s.</param>
    public static IReadOnlyList<SourceTable> Find(string text)
    {
        if (!text.Contains('\t'))
            return [];
        var lines = Paragraphs.Split(text);
        var tables = new List<SourceTable>();
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Contains('\t') && Row(lines, i) is var (header, end) && TaskColumns.IsHeader(header.Cells))
            {
                var table = Read(lines, header, i, end);
                tables.Add(table);
                i = table.Lines.Max() - 1;
            }
        return tables;
    }

    private static SourceTable Read(IReadOnlyList<string> lines, TableRow header, int start, int end)
    {
        var rows = new List<TableRow>();
        HashSet<int> taken = [.. Enumerable.Range(start + 1, end - start)];
        for (var i = end; i < lines.Count;)
        {
            if (!lines[i].Contains('\t') && !lines[i].StartsWith('"'))
            {
                if (BehindGap(lines, i) is not { } goesOn)
                    break;
                taken.UnionWith(Enumerable.Range(i + 1, goesOn - i));
                i = goesOn;
                continue;
            }
            var (row, next) = Row(lines, i);
            if (row.Cells.Count < 2 || TaskColumns.IsHeader(row.Cells) && !row.Cells.Select(Name).SequenceEqual(header.Cells.Select(Name)))
                break;
            rows.Add(row);
            taken.UnionWith(Enumerable.Range(i + 1, next - i));
            i = next;
        }
        return new(header, rows, taken);
    }

    /// <summary>Chapters, blank lines and the numbers of pages may stand between two rows.</summary>
    /// <returns>Index of the next row; null when the table ends here.</returns>
    private static int? BehindGap(IReadOnlyList<string> lines, int start)
    {
        for (var i = start; i < lines.Count && i < start + WidestGap; i++)
            if (lines[i].Contains('\t'))
                return i;
            else if (Passage.Of(lines[i], i + 1) is { IsBlank: false } line && !NumberedRows.IsChapter(line) && !PageFrame.IsPageNumber(line))
                return null;
        return null;
    }

    private static string Name(Passage cell) => cell.Compact().Text;

    /// <returns>The row that begins on a line, and the index of the line behind it.</returns>
    private static (TableRow Row, int End) Row(IReadOnlyList<string> lines, int first)
    {
        var cells = new List<Passage>();
        var (line, at) = (first, 0);
        while (true)
        {
            if (at < lines[line].Length && lines[line][at] == '"' && Quoted(lines, line, at + 1) is { } quoted)
            {
                cells.Add(SourceLines.CellOf(quoted.Text, line + 1));
                (line, at) = (quoted.Line, quoted.End);
            }
            else
            {
                var end = lines[line].IndexOf('\t', at) is >= 0 and var tab ? tab : lines[line].Length;
                cells.Add(Passage.Of(lines[line][at..end], line + 1).Trim());
                at = end;
            }
            if (at >= lines[line].Length)
                return (new(first + 1, cells) { IsExact = true }, line + 1);
            at++;
        }
    }

    /// <returns>Null when the quotation mark is not closed before a tab or the end of a line: then it is a character like others.</returns>
    private static (string Text, int Line, int End)? Quoted(IReadOnlyList<string> lines, int line, int at)
    {
        var text = new StringBuilder();
        for (var last = line + LongestCell; line < lines.Count && line < last; line++, at = 0, text.Append('\n'))
            for (; at < lines[line].Length; at++)
            {
                if (lines[line][at] != '"')
                    text.Append(lines[line][at]);
                else if (at + 1 < lines[line].Length && lines[line][at + 1] == '"')
                    text.Append(lines[line][at++]);
                else
                    return at + 1 == lines[line].Length || lines[line][at + 1] == '\t' ? (text.ToString(), line, at + 1) : null;
            }
        return null;
    }
}
