using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanBot.Domain;

namespace PlanBot.Exporting;

/// <summary>A form as an Excel workbook (xlsx): title and hint, a heading row, then one row for each task with its code in the last column.</summary>
public static class ExcelForm
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint Plain = 0;
    private const uint Wrapped = 1;
    private const uint Heading = 2;
    private const uint Faint = 3;

    public static byte[] Write(FormSheet sheet)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(Widths(sheet.Columns.Count), new SheetData(RowsOf(sheet)));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "填报" }));
        }
        return file.ToArray();
    }

    private static IEnumerable<Row> RowsOf(FormSheet sheet)
    {
        yield return RowOf(1, [(sheet.Title, Heading)]);
        yield return RowOf(2, [(sheet.Hint, Plain)]);
        yield return RowOf(3, [.. sheet.Columns.Select(column => (column, Heading)), ("识别码 ID", Faint)]);
        for (var i = 0; i < sheet.Rows.Count; i++)
            yield return RowOf(
                (uint)i + 4, [(sheet.Rows[i].Task, Wrapped), .. sheet.Rows[i].Texts.Select(text => (text, Wrapped)), (sheet.Rows[i].Code.ToString(), Faint)]);
    }

    private static Row RowOf(uint number, (string Text, uint Style)[] cells) => new(cells.Select((cell, i) => new Cell
    {
        CellReference = $"{(char)('A' + i)}{number}", DataType = CellValues.InlineString, StyleIndex = cell.Style,
        InlineString = new InlineString(new Text(XmlText.Clean(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }),
    }))
    {
        RowIndex = number,
    };

    private static Columns Widths(int columns) => new(
        Enumerable.Range(1, columns + 1).Select(i => new Column { Min = (uint)i, Max = (uint)i, Width = i == columns + 1 ? 12 : 36, CustomWidth = true }));

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold()), new Font(new FontSize { Val = 8 }, new Color { Rgb = "FFA6A6A6" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true },
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { FontId = 2, ApplyFont = true }));
}
