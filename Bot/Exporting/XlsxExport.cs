using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanBot.Data.Queries;
using PlanBot.Texts;

namespace PlanBot.Exporting;

/// <summary>Three sheets: the table to filter, the notice's own table with what was reported, ready for print, and what the reporting has cost. Every cell is text, so that nothing anybody
/// wrote is run as a formula.</summary>
internal static class XlsxExport
{
    /// <summary>The title's letters beside those of the table.</summary>
    private const double TitleSize = 1.5;

    /// <summary>How often the rows are read: for each of the two sheets that hold them.</summary>
    public const int Readings = 2;

    private const uint Plain = 1, Heading = 2, Ruled = 3, RuledHeading = 4, Title = 5;

    public static async Task WriteAsync(PeriodExport export, Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles();
        var sheet = workbook.AddNewPart<WorksheetPart>("rIdSheet");
        using (var writer = OpenXmlWriter.Create(sheet))
            await WriteSheetAsync(export, writer);
        var notice = workbook.AddNewPart<WorksheetPart>("rIdNotice");
        uint last;
        using (var writer = OpenXmlWriter.Create(notice))
            last = await WriteNoticeAsync(export, writer);
        var burden = workbook.AddNewPart<WorksheetPart>("rIdBurden");
        using (var writer = OpenXmlWriter.Create(burden))
            WriteBurden(export, writer);
        var (name, width) = (ExportTexts.NoticeSheet(export.Language), Letters(NoticeColumns(export).Count));
        workbook.Workbook = new Workbook(
            new Sheets(
                new Sheet { Name = export.Period.Period.ToString(), SheetId = 1, Id = "rIdSheet" }, new Sheet { Name = name, SheetId = 2, Id = "rIdNotice" },
                new Sheet { Name = BurdenTexts.Sheet(export.Language), SheetId = 3, Id = "rIdBurden" }),
            new DefinedNames(
                new DefinedName($"'{export.Period.Period}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 },
                new DefinedName($"'{name}'!$A$1:${width}${last.ToString(CultureInfo.InvariantCulture)}") { Name = "_xlnm.Print_Area", LocalSheetId = 1 },
                new DefinedName($"'{name}'!$2:$2") { Name = "_xlnm.Print_Titles", LocalSheetId = 1 }));
    }

    private static async Task WriteSheetAsync(PeriodExport export, OpenXmlWriter writer)
    {
        var columns = ExportTable.Columns(export);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        // The heading stays in sight.
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        var widths = columns.Select((_, index) => WidthOf(index, columns.Count)).ToList();
        WriteColumns(writer, widths);
        writer.WriteStartElement(new SheetData());
        var number = 1u;
        WriteRow(writer, number++, columns, Heading, widths);
        await foreach (var row in export.Rows)
            WriteRow(writer, number++, ExportTable.Cells(export, row), Plain, widths);
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{Letters(columns.Count)}{(number - 1).ToString(CultureInfo.InvariantCulture)}" });
        WritePage(writer);
        writer.WriteEndElement();
    }

    private static List<string> NoticeColumns(PeriodExport export) =>
        [.. ExportTexts.NoticeColumns(export.Language), .. export.Plan.Reporting.Sections.OrderBy(section => section.Ordinal).Select(section => section.Name), ExportTexts.StateColumn(export.Language)];

    /// <summary>As the notice has it: a unit stands once beside all its tasks. A4 across, as wide as the page, its head on every page.</summary>
    /// <returns>The last row.</returns>
    private static async Task<uint> WriteNoticeAsync(PeriodExport export, OpenXmlWriter writer)
    {
        var columns = NoticeColumns(export);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 2, TopLeftCell = "A3", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        var widths = columns.Select((_, index) => index == 0 ? 18.0 : index == 1 ? 6 : index == columns.Count - 1 ? 14 : 34).ToList();
        WriteColumns(writer, widths);
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, [ExportTexts.Title(export.Plan.Title, export.Period.Period, export.Language)], Title, [widths.Sum() / TitleSize], XlsxRows.Line * TitleSize);
        WriteRow(writer, 2, columns, RuledHeading, widths);
        var (number, began, unit, merged) = (3u, 3u, Guid.Empty, new List<string> { $"A1:{Letters(columns.Count)}1" });
        await foreach (var row in export.Rows)
        {
            if (row.Owed.UnitId != unit)
            {
                Merge();
                (unit, began) = (row.Owed.UnitId, number);
            }
            WriteRow(writer, number++, NoticeCells(export, row, isFirst: began == number - 1), Ruled, widths);
        }
        Merge();
        writer.WriteEndElement();
        writer.WriteElement(new MergeCells(merged.Select(range => new MergeCell { Reference = range })));
        WritePage(writer);
        writer.WriteEndElement();
        return number - 1;

        void Merge()
        {
            if (number - began > 1)
                merged.Add(string.Create(CultureInfo.InvariantCulture, $"A{began}:A{number - 1}"));
        }
    }

    /// <summary>A4 across, as wide as the page, numbered.</summary>
    private static void WritePage(OpenXmlWriter writer)
    {
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C— &P —")));
    }

    private static List<string> NoticeCells(PeriodExport export, ExportRow row, bool isFirst) =>
    [
        isFirst ? row.Owed.UnitName : "", row.Owed.UnitTaskOrdinal.ToString(CultureInfo.InvariantCulture), row.Owed.TaskText,
        .. export.Plan.Reporting.Sections.OrderBy(section => section.Ordinal).Select(section => row.Sections.GetValueOrDefault(section.Ordinal, "")),
        ExportTexts.State(row.Owed.State, export.Language) + (ExportTexts.Lateness(row.Owed, export.Now, export.Language) is { Length: > 0 } lateness ? $"\n{lateness}" : ""),
    ];

    /// <summary>What the reporting has cost each unit.</summary>
    private static void WriteBurden(PeriodExport export, OpenXmlWriter writer)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var columns = BurdenTexts.Columns(export.Language);
        var widths = columns.Select((_, index) => index == 0 ? 24.0 : 12).ToList();
        WriteColumns(writer, widths);
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, columns, Heading, widths);
        foreach (var (index, unit) in export.Burden.Index())
            WriteRow(writer, (uint)index + 2, BurdenTexts.Cells(unit), Plain, widths);
        writer.WriteEndElement();
        WritePage(writer);
        writer.WriteEndElement();
    }

    private static void WriteColumns(OpenXmlWriter writer, IReadOnlyList<double> widths) =>
        writer.WriteElement(new Columns(widths.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })));

    private static void WriteRow(OpenXmlWriter writer, uint number, IReadOnlyList<string> cells, uint style, IReadOnlyList<double> widths, double line = XlsxRows.Line)
    {
        writer.WriteStartElement(new Row { RowIndex = number, Height = XlsxRows.HeightOf(cells, widths, line), CustomHeight = true });
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
        new Fonts(new Font(), new Font(new Bold()), new Font(new Bold(), new FontSize { Val = 16 })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(), new Border(
            new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = 0, ApplyAlignment = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center }) { FontId = 1, ApplyFont = true, ApplyAlignment = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center }) { FontId = 0, BorderId = 1, ApplyBorder = true, ApplyAlignment = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center, Horizontal = HorizontalAlignmentValues.Center }) { FontId = 1, BorderId = 1, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center, Horizontal = HorizontalAlignmentValues.Center }) { FontId = 2, ApplyFont = true, ApplyAlignment = true }));
}
