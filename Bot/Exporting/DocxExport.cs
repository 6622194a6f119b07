using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Texts;

namespace PlanBot.Exporting;

/// <summary>The summary as an official document: title, issuing organ, where the period stands, then by unit and task the sections of each report.</summary>
/// <remarks>Fonts and sizes follow the usual form of official documents (GB/T 9704): 22 pt title, 16 pt text, headings in bold face and regular script.</remarks>
internal static class DocxExport
{
    private const string TitleFont = "方正小标宋简体", TextFont = "仿宋", HeadingFont = "黑体", TaskFont = "楷体";

    public static async Task WriteAsync(PeriodExport export, Stream stream)
    {
        using var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        using (var writer = OpenXmlWriter.Create(main))
        {
            writer.WriteStartElement(new Document());
            writer.WriteStartElement(new Body());
            WriteHead(export, writer);
            await WriteUnitsAsync(export, writer);
            WriteFoot(export, writer);
            // A4 with the margins of an official document, in twentieths of a point.
            writer.WriteElement(new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 851, Footer = 992, Gutter = 0 }));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        document.PackageProperties.Title = ExportTexts.Title(export.Plan.Title, export.Period.Period, export.Language);
    }

    private static void WriteHead(PeriodExport export, OpenXmlWriter writer)
    {
        var (plan, period, language) = (export.Plan, export.Period, export.Language);
        writer.WriteElement(Paragraph(ExportTexts.Title(plan.Title, period.Period, language), TitleFont, 44, JustificationValues.Center));
        if (plan.Issuer is { } issuer)
            writer.WriteElement(Paragraph(issuer, TaskFont, 32, JustificationValues.Center));
        writer.WriteElement(Paragraph("", TextFont, 32));
        writer.WriteElement(Paragraph(ExportTexts.Standing(export.Units, period, export.Now, export.Zone, language), TextFont, 32, indent: true));
        var missing = export.Units.Where(unit => unit.Open > 0).ToList();
        if (missing.Count > 0)
            writer.WriteElement(Paragraph(ExportTexts.Missing(missing, language), TextFont, 32, indent: true));
        writer.WriteElement(Paragraph(BurdenTexts.Summary(period.Period, BurdenFigures.Of(export.Burden), language), TextFont, 32, indent: true));
    }

    private static async Task WriteUnitsAsync(PeriodExport export, OpenXmlWriter writer)
    {
        var (unit, units, tasks) = (Guid.Empty, 0, 0);
        await foreach (var row in export.Rows)
        {
            if (row.Owed.UnitId != unit)
            {
                (unit, units, tasks) = (row.Owed.UnitId, units + 1, 0);
                writer.WriteElement(Paragraph(ExportTexts.UnitHeading(units, row.Owed.UnitName, export.Language), HeadingFont, 32, indent: true, keepNext: true));
            }
            writer.WriteElement(Paragraph(ExportTexts.TaskHeading(++tasks, row.Owed, export.Language), TaskFont, 32, indent: true, keepNext: true));
            WriteReport(export, row, writer);
        }
    }

    private static void WriteReport(PeriodExport export, ExportRow row, OpenXmlWriter writer)
    {
        if (row.Sections.Count == 0)
        {
            writer.WriteElement(Paragraph(ExportTexts.NotReported(row.Owed, export.Now, export.Language), TextFont, 32, indent: true));
            return;
        }
        foreach (var section in export.Plan.Reporting.Sections.OrderBy(section => section.Ordinal))
        {
            var lines = row.Sections.GetValueOrDefault(section.Ordinal, "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            writer.WriteElement(Paragraph(lines.Length > 0 ? lines[0] : "", TextFont, 32, indent: true, boldBefore: ExportTexts.SectionLabel(section.Name, export.Language)));
            foreach (var line in lines.Skip(1))
                writer.WriteElement(Paragraph(line, TextFont, 32, indent: true));
        }
        if (!row.Owed.IsOpen && row.Owed.State != ObligationState.Waived && row.Owed.IsLate)
            writer.WriteElement(Paragraph(ExportTexts.LateRemark(export.Language), TextFont, 32, indent: true));
    }

    private static void WriteFoot(PeriodExport export, OpenXmlWriter writer)
    {
        writer.WriteElement(Paragraph("", TextFont, 32));
        if (export.Plan.Issuer is { } issuer)
            writer.WriteElement(Paragraph(issuer, TextFont, 32, JustificationValues.Right));
        writer.WriteElement(Paragraph(ExportTexts.Day(Days.DayOf(export.Now, export.Zone), export.Language), TextFont, 32, JustificationValues.Right));
    }

    /// <param name="halfPoints">Size of the type.</param>
    /// <param name="indent">Two characters at the beginning of the first line.</param>
    private static Paragraph Paragraph(
        string text, string font, int halfPoints, JustificationValues justification = JustificationValues.Both, bool indent = false, bool keepNext = false, string boldBefore = "")
    {
        var properties = new ParagraphProperties();
        if (keepNext)
            properties.KeepNext = new KeepNext();
        properties.SpacingBetweenLines = new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact };
        if (indent)
            properties.Indentation = new Indentation { FirstLineChars = 200, FirstLine = "640" };
        properties.Justification = new Justification { Val = justification };
        var paragraph = new Paragraph(properties);
        if (boldBefore.Length > 0)
            paragraph.Append(Run(boldBefore, font, halfPoints, bold: true));
        if (text.Length > 0)
            paragraph.Append(Run(text, font, halfPoints, bold: false));
        return paragraph;
    }

    private static Run Run(string text, string font, int halfPoints, bool bold)
    {
        var size = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var properties = new RunProperties { RunFonts = new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = font } };
        if (bold)
            properties.Bold = new Bold();
        properties.FontSize = new FontSize { Val = size };
        properties.FontSizeComplexScript = new FontSizeComplexScript { Val = size };
        return new Run(properties, new Text(ExportTable.ForXml(text)) { Space = SpaceProcessingModeValues.Preserve });
    }
}
