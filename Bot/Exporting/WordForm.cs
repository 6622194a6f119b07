using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanBot.Domain;

namespace PlanBot.Exporting;

/// <summary>A form as a Word document (docx): a heading, a hint, and one table with a row for each task.</summary>
public static class WordForm
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Widths in twentieths of a point, of a page of A4 on its side with margins of 2 cm.</summary>
    private const int PageWidth = 14_570;
    private const int TaskWidth = 3_200;

    public static byte[] Write(FormSheet sheet)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var body = new Body(Line(sheet.Title, size: 32, isBold: true), Line(sheet.Hint, size: 18), TableOf(sheet), Line("", size: 18), Page());
            document.AddMainDocumentPart().Document = new Document(body);
        }
        return file.ToArray();
    }

    private static Table TableOf(FormSheet sheet)
    {
        var sections = sheet.Columns.Count - 1;
        var width = (PageWidth - TaskWidth) / sections;
        var table = new Table(
            new TableProperties(Borders(), new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(Enumerable.Range(0, sections + 1).Select(i => new GridColumn { Width = (i == 0 ? TaskWidth : width).ToString(System.Globalization.CultureInfo.InvariantCulture) })));
        table.Append(new TableRow(
            [new TableRowProperties(new TableHeader()), .. sheet.Columns.Select((column, i) => CellOf(i == 0 ? TaskWidth : width, Line(column, size: 21, isBold: true)))]));
        foreach (var row in sheet.Rows)
        {
            // The code stands with its task: it goes along when the row is copied elsewhere.
            var task = CellOf(TaskWidth, Line(row.Task, size: 21), Line(row.Code.ToString(), size: 8, colour: "A6A6A6"));
            table.Append(new TableRow([task, .. row.Texts.Select(text => CellOf(width, Line(text, size: 21)))]));
        }
        return table;
    }

    private static TableCell CellOf(int width, params Paragraph[] lines) =>
        new([new TableCellProperties(new TableCellWidth { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }), .. lines]);

    private static Paragraph Line(string text, int size, bool isBold = false, string? colour = null)
    {
        var look = new RunProperties();
        if (isBold)
            look.Append(new Bold());
        if (colour is not null)
            look.Append(new Color { Val = colour });
        look.Append(new FontSize { Val = size.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        var run = new Run(look);
        foreach (var (line, i) in XmlText.Clean(text).ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line, i)))
        {
            if (i > 0)
                run.Append(new Break());
            foreach (var (part, j) in line.Split('\t').Select((part, j) => (part, j)))
            {
                if (j > 0)
                    run.Append(new TabChar());
                run.Append(new Text(part) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
        return new Paragraph(run);
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static SectionProperties Page() => new(
        new PageSize { Width = 16_838, Height = 11_906, Orient = PageOrientationValues.Landscape },
        new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 708, Footer = 708, Gutter = 0 });
}
