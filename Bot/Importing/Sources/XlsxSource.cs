using System.Globalization;
using System.Text;
using System.Xml;

namespace PlanBot.Importing.Sources;

/// <summary>The visible sheets of a workbook, streamed: cells as they are shown, formulas by the value that was stored with them, merged cells in both directions.</summary>
internal sealed class XlsxSource
{
    private readonly Package package;
    private readonly IReadOnlyList<string> shared;
    private readonly XlsxDates dates;

    private XlsxSource(Package package) => (this.package, shared, dates) = (package, SharedStrings(package), new XlsxDates(package));

    public static SourceLines Read(Package package)
    {
        var (source, lines) = (new XlsxSource(package), new SourceLines());
        foreach (var part in source.Sheets())
            source.AddSheet(part, lines);
        return lines;
    }

    private List<string> Sheets()
    {
        var targets = new Dictionary<string, string>();
        using (var links = package.Open("xl/_rels/workbook.xml.rels"))
            if (links?.MoveToContent() == XmlNodeType.Element)
                foreach (var _ in XmlWalk.Children(links))
                    // A sheet of another file is not followed.
                    if (XmlWalk.Attribute(links, "TargetMode") != "External" && XmlWalk.Attribute(links, "Id") is { } id && XmlWalk.Attribute(links, "Target") is { } target)
                        targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        var parts = new List<string>();
        using var workbook = package.Open("xl/workbook.xml") ?? throw new InvalidDataException("no workbook");
        if (workbook.MoveToContent() == XmlNodeType.Element)
            foreach (var name in XmlWalk.Children(workbook))
                if (name == "sheets")
                    foreach (var _ in XmlWalk.Children(workbook))
                        if (XmlWalk.Attribute(workbook, "state") is null or "visible" && XmlWalk.Attribute(workbook, "id") is { } id && targets.TryGetValue(id, out var part) && part.Contains("worksheets/", StringComparison.OrdinalIgnoreCase))
                            parts.Add(part);
        return parts;
    }

    private void AddSheet(string part, SourceLines lines)
    {
        using var reader = package.Open(part);
        if (reader?.MoveToContent() != XmlNodeType.Element)
            return;
        var rows = new SortedDictionary<int, string[]>();
        var merged = new Dictionary<int, List<int>>();
        foreach (var name in XmlWalk.Children(reader))
            if (name == "sheetData")
                ReadRows(reader, rows);
            else if (name == "mergeCells")
                foreach (var _ in XmlWalk.Children(reader))
                    if (XmlWalk.Attribute(reader, "ref") is { } range)
                        Spread(range, rows, merged);
        var width = rows.Count == 0 ? 0 : rows.Values.Max(cells => cells.Length);
        lines.Add([.. rows.Select(row => lines.Row([.. row.Value, .. Enumerable.Repeat("", width - row.Value.Length)], merged.GetValueOrDefault(row.Key) ?? []))], headerWithin: 30);
    }

    private void ReadRows(XmlReader reader, SortedDictionary<int, string[]> rows)
    {
        var last = 0;
        foreach (var _ in XmlWalk.Children(reader))
        {
            // Rows and cells may leave their reference out: then they follow the one before.
            var number = last = XmlWalk.Number(reader, "r") ?? last + 1;
            var isHidden = XmlWalk.Attribute(reader, "hidden") is "1" or "true";
            var cells = Cells(reader);
            if (!isHidden && cells.Any(cell => cell.Length > 0))
                rows[number] = cells;
            if (rows.Count > ImportLimits.MostRows)
                throw new UnreadableSourceException(new(Texts.NoticeIssue.TooManyRows, Subject: $"{ImportLimits.MostRows}行 rows"));
        }
    }

    private string[] Cells(XmlReader row)
    {
        var cells = new List<string>();
        foreach (var name in XmlWalk.Children(row))
        {
            if (name != "c")
                continue;
            var column = XmlWalk.Attribute(row, "r") is { } reference && Spreadsheets.CellName.Read(reference) is { } place ? place.Column : cells.Count;
            if (column < cells.Count || column >= ImportLimits.MostColumns)
                continue;
            while (cells.Count < column)
                cells.Add("");
            cells.Add(Value(row));
        }
        return [.. cells];
    }

    private string Value(XmlReader cell)
    {
        var (type, style, raw, inline) = (XmlWalk.Attribute(cell, "t"), XmlWalk.Number(cell, "s"), "", "");
        foreach (var name in XmlWalk.Children(cell))
            if (name == "v")
                raw = XmlWalk.Text(cell);
            else if (name == "is")
                inline = RichText(cell);
        return type switch
        {
            "s" => int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "",
            "inlineStr" => inline,
            "e" => "",
            "b" => raw,
            "str" or "d" => raw.Trim(),
            _ when decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => dates.Shown(number, style) ?? number.ToString("0.##########", CultureInfo.InvariantCulture),
            _ => raw.Trim(),
        };
    }

    private static List<string> SharedStrings(Package package)
    {
        var strings = new List<string>();
        using var reader = package.Open("xl/sharedStrings.xml");
        if (reader?.MoveToContent() == XmlNodeType.Element)
            foreach (var _ in XmlWalk.Children(reader))
                strings.Add(RichText(reader));
        return strings;
    }

    /// <summary>Without the phonetic hints that East Asian editions keep beside a text.</summary>
    private static string RichText(XmlReader item)
    {
        var text = new StringBuilder();
        foreach (var name in XmlWalk.Children(item))
            if (name == "t")
                text.Append(XmlWalk.Text(item));
            else if (name == "r")
                foreach (var inner in XmlWalk.Children(item))
                    if (inner == "t")
                        text.Append(XmlWalk.Text(item));
        return text.ToString().Trim();
    }

    /// <summary>A range says in each of its columns what its first cell says, and in the rows below that it goes on.</summary>
    private static void Spread(string range, SortedDictionary<int, string[]> rows, Dictionary<int, List<int>> merged)
    {
        if (range.Split(':') is not [var first, var last] || Spreadsheets.CellName.Read(first) is not var (left, top) || Spreadsheets.CellName.Read(last) is not var (right, bottom)
            || left >= ImportLimits.MostColumns)
            return;
        right = Math.Min(right, ImportLimits.MostColumns - 1);
        var text = rows.TryGetValue(top, out var source) && left < source.Length ? source[left] : "";
        foreach (var row in RowsOf(rows, top, bottom))
        {
            var cells = rows[row];
            if (cells.Length <= right)
                rows[row] = cells = [.. cells, .. Enumerable.Repeat("", right + 1 - cells.Length)];
            for (var column = left; column <= right; column++)
            {
                cells[column] = row == top ? text : "";
                if (row > top)
                    (merged.TryGetValue(row, out var columns) ? columns : merged[row] = []).Add(column);
            }
        }
    }

    private static IReadOnlyList<int> RowsOf(SortedDictionary<int, string[]> rows, int top, int bottom) =>
        bottom - top <= 1000 ? [.. Enumerable.Range(top, Math.Max(0, bottom - top + 1)).Where(rows.ContainsKey)] : [.. rows.Keys.Where(row => row >= top && row <= bottom)];
}
