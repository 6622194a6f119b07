using PlanBot.Importing.Tables;
using PlanBot.Texts;

namespace PlanBot.Importing.Sources;

/// <summary>Collects the lines and tables of a document in its order. A line is a paragraph, a line break's part of one, or a row of a table; they are counted from 1.</summary>
internal sealed class SourceLines
{
    private readonly List<Passage> lines = [];
    private readonly List<SourceTable> tables = [];
    private int count;
    private int rows;

    /// <summary>Characters of a name in the second row of a header that does not stand alone: 牵头, 配合.</summary>
    private const int LongestPart = 6;

    public NoticeSource Source => new(lines, tables);

    public bool IsEmpty => lines.Count == 0 && tables.Count == 0;

    /// <summary>A paragraph; its line breaks begin lines of their own.</summary>
    public void Add(string paragraph)
    {
        foreach (var text in Paragraphs.Split(paragraph))
            if (Passage.Of(text, ++count) is { IsBlank: false } line)
                lines.Add(line);
    }

    /// <param name="cells">One text for each column, "" for an empty cell.</param>
    /// <param name="merged">Columns whose cell is merged with the one above.</param>
    public TableRow Row(IReadOnlyList<string> cells, IReadOnlyList<int> merged)
    {
        if (++rows > ImportLimits.MostRows)
            throw new UnreadableSourceException(new(NoticeIssue.TooManyRows, Subject: $"{ImportLimits.MostRows}行 rows"));
        var line = ++count;
        return new(line, [.. cells.Take(ImportLimits.MostColumns).Select(cell => CellOf(cell, line))]) { IsExact = true, Merged = merged };
    }

    /// <summary>Rows of one table or sheet. From a row that names task and unit columns on they are a table; other rows are lines, as a page's frame or a letterhead made of a table is.</summary>
    /// <param name="headerWithin">Rows among which the first header is looked for.</param>
    public void Add(IReadOnlyList<TableRow> sheet, int headerWithin)
    {
        TableRow? header = null;
        var body = new List<TableRow>();
        for (var i = 0; i < sheet.Count; i++)
        {
            var row = sheet[i];
            if ((header is not null || i < headerWithin) && !IsOneCell(row) && TaskColumns.IsHeader(row.Cells))
            {
                var names = i + 1 < sheet.Count ? SecondLine(row, sheet[i + 1]) : null;
                if (header is null || !IsSame(names ?? row, header))
                {
                    Close(header, body);
                    header = names ?? row;
                    body = [];
                }
                i += names is null ? 0 : 1;
            }
            else if (header is null || (IsOneCell(row) && row.Cells.Count > 1))
                AddAsLine(row);
            else
                body.Add(row);
        }
        Close(header, body);
    }

    public static Passage CellOf(string text, int line) =>
        text.AsSpan().ContainsAny('\n', '\r')
            ? Passage.Join([.. Paragraphs.Split(text).Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => Passage.Of(part, line)).DefaultIfEmpty(Passage.Of("", line))], "\n")
            : Passage.Of(text, line).Trim();

    private void Close(TableRow? header, List<TableRow> body)
    {
        if (header is not null)
            tables.Add(new(header, body, new HashSet<int>()));
    }

    /// <summary>A chapter, a title or a note that is merged over the whole width.</summary>
    private static bool IsOneCell(TableRow row) => row.Cells.Select(cell => cell.Text).Distinct().Count() == 1;

    private void AddAsLine(TableRow row)
    {
        var cells = row.Cells.Where(cell => !cell.IsBlank).DistinctBy(cell => cell.Text).ToList();
        if (cells.Count > 0)
            lines.Add(Passage.Join(cells, " "));
    }

    /// <summary>A header of two rows: 责任单位 over 牵头单位 and 配合单位, or over 牵头 and 配合 alone; the other names are merged over both.</summary>
    private static TableRow? SecondLine(TableRow first, TableRow second)
    {
        if (second.Merged.Count == 0 || first.Cells.Count != second.Cells.Count || second.Cells.All(cell => cell.IsBlank))
            return null;
        var names = first.Cells.Zip(second.Cells, Name).ToList();
        return names.Contains(null) ? null : first with { Cells = [.. names.OfType<Passage>()] };
    }

    /// <summary>The lower name, or both where the lower one tells nothing alone; null when it is no name.</summary>
    private static Passage? Name(Passage above, Passage below) =>
        below.IsBlank || below.Text == above.Text ? above
        : TaskColumns.IsKnown(below) || UnitColumns.IsUnit(below) ? below
        : below.Length <= LongestPart && Passage.Join([above, below]) is var both && TaskColumns.IsKnown(above) && TaskColumns.IsKnown(both) ? both
        : null;

    private static bool IsSame(TableRow one, TableRow other) => one.Cells.Select(cell => cell.Compact().Text).SequenceEqual(other.Cells.Select(cell => cell.Compact().Text));
}
