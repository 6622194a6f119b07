using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanBot.Tests.Builders;

/// <summary>An .xlsx file as a spreadsheet program would save it.</summary>
internal sealed class Workbook
{
    private readonly List<(string Name, SheetStateValues State, string[] Rows, string[] Merges)> sheets = [];

    /// <param name="rows">Cells split by |; a number such as #13600000001 is stored as one. An empty text is a row that is not there.</param>
    public Workbook Sheet(string name, string[] rows, params string[] merges) => Add(name, SheetStateValues.Visible, rows, merges);

    public Workbook HiddenSheet(string name, params string[] rows) => Add(name, SheetStateValues.Hidden, rows, []);

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var strings = workbook.AddNewPart<SharedStringTablePart>();
            strings.SharedStringTable = new SharedStringTable();
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(sheets.Select((sheet, index) =>
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(sheet.Rows.Select((row, number) => RowOf(row, (uint)number + 1, strings.SharedStringTable)).OfType<Row>()));
                if (sheet.Merges.Length > 0)
                    part.Worksheet.Append(new MergeCells(sheet.Merges.Select(range => new MergeCell { Reference = range })));
                return new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)index + 1, Name = sheet.Name, State = sheet.State };
            })));
        }
        return stream.ToArray();
    }

    private Workbook Add(string name, SheetStateValues state, string[] rows, string[] merges)
    {
        sheets.Add((name, state, rows, merges));
        return this;
    }

    private static Row? RowOf(string row, uint number, SharedStringTable strings) => row.Length == 0 ? null : new Row(row.Split('|')
        .Select((text, column) => (text, place: $"{(char)('A' + column)}{number}")).Where(cell => cell.text.Length > 0).Select(cell => CellOf(cell.text, cell.place, strings)))
    {
        RowIndex = number,
    };

    private static Cell CellOf(string text, string place, SharedStringTable strings)
    {
        if (text[0] == '#')
            return new Cell(new CellValue(text[1..])) { CellReference = place };
        // With a phonetic hint, as Japanese editions add it: it is no part of the text.
        strings.Append(new SharedStringItem(new Run(new Text(text[..1])), new Run(new Text(text[1..])), new PhoneticRun(new Text("yi")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 }));
        return new Cell(new CellValue((strings.ChildElements.Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture))) { DataType = CellValues.SharedString, CellReference = place };
    }
}
