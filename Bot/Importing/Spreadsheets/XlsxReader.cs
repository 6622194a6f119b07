using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanBot.Importing.Spreadsheets;

/// <summary>Reads the visible sheets of a workbook, row by row; every cell of a merged range says what the range says.</summary>
internal static class XlsxReader
{
    /// <summary>Characters of one part of the package when it is unpacked: a small file can hold a great deal of nothing.</summary>
    private const long LargestPart = 50_000_000;

    public static IReadOnlyList<Sheet> Read(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var document = SpreadsheetDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = LargestPart });
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("no workbook");
        var shared = SharedStrings(workbook.SharedStringTablePart);
        var sheets = new List<Sheet>();
        foreach (var entry in workbook.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Where(entry => entry.State is null || entry.State == SheetStateValues.Visible))
        {
            // A chart sheet has no cells.
            if (entry.Id?.Value is { } id && workbook.GetPartById(id) is WorksheetPart part)
                sheets.Add(new(entry.Name?.Value, Rows(part, shared, SpreadsheetReader.MostRows - sheets.Sum(sheet => sheet.Rows.Count)), MergesKnown: true));
        }
        return sheets;
    }

    private static List<string> SharedStrings(SharedStringTablePart? part)
    {
        var strings = new List<string>();
        if (part is null)
            return strings;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem))
                strings.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
        }
        return strings;
    }

    private static List<SheetRow> Rows(WorksheetPart part, IReadOnlyList<string> shared, int most)
    {
        var rows = new SortedDictionary<int, string[]>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row))
            {
                var row = (Row)reader.LoadCurrentElement()!;
                // Rows and cells may leave their reference out: then they follow the one before.
                var number = row.RowIndex?.Value is { } index ? (int)index : rows.Keys.LastOrDefault() + 1;
                var cells = Cells(row, shared);
                if (cells.All(cell => cell.Length == 0))
                    continue;
                if (rows.Count >= most)
                    throw new SpreadsheetReader.TooManyRowsException();
                rows[number] = cells;
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } range })
                Spread(range, rows);
        }
        return [.. rows.Select(row => new SheetRow(row.Key, row.Value))];
    }

    private static string[] Cells(Row row, IReadOnlyList<string> shared)
    {
        var cells = Array.Empty<string>();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference && CellName.Read(reference) is { } place ? place.Column : next;
            next = column + 1;
            if (column >= SpreadsheetReader.MostColumns)
                break;
            Put(ref cells, column, ValueOf(cell, shared));
        }
        return cells;
    }

    private static string ValueOf(Cell cell, IReadOnlyList<string> shared)
    {
        var raw = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString)
            return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "";
        if (cell.DataType?.Value == CellValues.InlineString)
            return cell.InlineString is { } inline ? TextOf(inline) : "";
        if (cell.DataType?.Value == CellValues.Error)
            return "";
        // Telephone numbers are stored as numbers, long ones with an exponent.
        return cell.DataType is null && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
            : raw.Trim();
    }

    /// <summary>Without the phonetic hints that East Asian editions keep beside a text.</summary>
    private static string TextOf(RstType item) =>
        string.Concat(item.Elements<Text>().Select(text => text.Text).Concat(item.Elements<Run>().Select(run => run.Text?.Text))).Trim();

    private static void Spread(string range, SortedDictionary<int, string[]> rows)
    {
        if (range.Split(':') is not [var first, var last] || CellName.Read(first) is not var (left, top) || CellName.Read(last) is not var (right, bottom)
            || !rows.TryGetValue(top, out var source) || left >= source.Length || source[left].Length == 0)
            return;
        // Only rows that say something themselves: a merged range does not make a blank row a row.
        foreach (var row in rows.Keys.Where(row => row >= top && row <= bottom).ToList())
        {
            var cells = rows[row];
            for (var column = left; column <= Math.Min(right, SpreadsheetReader.MostColumns - 1); column++)
                Put(ref cells, column, source[left]);
            rows[row] = cells;
        }
    }

    private static void Put(ref string[] cells, int column, string value)
    {
        if (cells.Length <= column)
        {
            var before = cells.Length;
            Array.Resize(ref cells, column + 1);
            Array.Fill(cells, "", before, column - before + 1);
        }
        cells[column] = value;
    }
}
