using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanBot.Texts;

namespace PlanBot.Exporting;

/// <summary>The table as an Excel sheet. Every cell is text, so that nothing anybody wrote is run as a formula.</summary>
internal static class XlsxExport
{
    private const uint Plain = 1, Heading = 2;

    public static async Task WriteAsync(PeriodExport export, Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles();
        var sheet = workbook.AddNewPart<WorksheetPart>("rIdSheet");
        using (var writer = OpenXmlWriter.Create(sheet))
            await WriteSheetAsync(export, writer);
        var burden = workbook.AddNewPart<WorksheetPart>("rIdBurden");
        using (var writer = OpenXmlWriter.Create(burden))
            WriteBurden(export, writer);
        workbook.Workbook = new Workbook(new Sheets(
            new Sheet { Name = export.Period.Period.ToString(), SheetId = 1, Id = "rIdSheet" }, new Sheet { Name = BurdenTexts.Sheet(export.Language), SheetId = 2, Id = "rIdBurden" }));
    }

    private static async Task WriteSheetAsync(PeriodExport export, OpenXmlWriter writer)
    {
        var columns = ExportTable.Columns(export);
        writer.WriteStartElement(new Worksheet());
        // The heading stays in sight.
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(columns.Select((_, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = WidthOf(index, columns.Count), CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        var number = 1u;
        WriteRow(writer, number++, columns, Heading);
        await foreach (var row in export.Rows)
            WriteRow(writer, number++, ExportTable.Cells(export, row), Plain);
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{Letters(columns.Count)}{(number - 1).ToString(CultureInfo.InvariantCulture)}" });
        writer.WriteEndElement();
    }

    /// <summary>What the reporting has cost each unit.</summary>
    private static void WriteBurden(PeriodExport export, OpenXmlWriter writer)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, BurdenTexts.Columns(export.Language), Heading);
        foreach (var (index, unit) in export.Burden.Index())
            WriteRow(writer, (uint)index + 2, BurdenTexts.Cells(unit), Plain);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, uint number, IReadOnlyList<string> cells, uint style)
    {
        writer.WriteStartElement(new Row { RowIndex = number });
        foreach (var cell in cells)
        {
            var text = new Text(ExportTable.ForXml(cell)) { Space = SpaceProcessingModeValues.Preserve };
            writer.WriteElement(new Cell(new InlineString(text)) { DataType = CellValues.InlineString, StyleIndex = style });
        }
        writer.WriteEndElement();
    }

    /// <summary>The task's text and the sections, which stand between eight columns and the last three, are wide.</summary>
    private static double WidthOf(int index, int count) => index == 4 || (index >= 8 && index < count - 3) ? 48 : index is 0 or 3 ? 20 : 12;

    private static string Letters(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + (char)('A' + (column - 1) % 26);

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = 0, ApplyAlignment = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center }) { FontId = 1, ApplyFont = true, ApplyAlignment = true }));
}
