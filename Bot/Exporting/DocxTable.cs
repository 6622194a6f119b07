using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanBot.Exporting;

/// <summary>A ruled table whose head is repeated on every page and whose rows are not torn apart; written row by row.</summary>
internal static class DocxTable
{
    /// <summary>Width of the type area, in twentieths of a point.</summary>
    private const int Width = 11906 - 1587 - 1474;

    /// <summary>Above and below the words of a cell, in twentieths of a point.</summary>
    private const string Room = "40";

    /// <param name="shares">How the width is shared out among the columns.</param>
    /// <param name="centred">Columns of figures, by index.</param>
    public static void Write(OpenXmlWriter writer, IReadOnlyList<string> heads, IReadOnlyList<int> shares, IReadOnlySet<int> centred, IEnumerable<IReadOnlyList<string>> rows)
    {
        var widths = shares.Select(share => (Width * share / shares.Sum()).ToString(CultureInfo.InvariantCulture)).ToList();
        writer.WriteStartElement(new Table());
        writer.WriteElement(new TableProperties(
            new TableWidth { Width = Width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(new TopMargin { Width = Room, Type = TableWidthUnitValues.Dxa }, new BottomMargin { Width = Room, Type = TableWidthUnitValues.Dxa })));
        writer.WriteElement(new TableGrid(widths.Select(width => new GridColumn { Width = width })));
        writer.WriteElement(Row(heads, widths, _ => true, isHead: true));
        foreach (var row in rows)
            writer.WriteElement(Row(row, widths, centred.Contains, isHead: false));
        writer.WriteEndElement();
    }

    private static TableRow Row(IReadOnlyList<string> cells, List<string> widths, Func<int, bool> isCentred, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        return new(cells.Select((cell, column) => (OpenXmlElement)Cell(cell, widths[column], isCentred(column), isHead)).Prepend(properties));
    }

    private static TableCell Cell(string text, string width, bool isCentred, bool isHead)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }));
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var properties = new ParagraphProperties(new ParagraphStyleId { Val = DocxParts.Cell });
            if (isCentred)
                properties.Justification = new Justification { Val = JustificationValues.Center };
            var run = new Run(new Text(ExportTable.ForXml(line)) { Space = SpaceProcessingModeValues.Preserve });
            if (isHead)
                run.RunProperties = new RunProperties(new Bold());
            cell.Append(new Paragraph(properties, run));
        }
        return cell;
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };
}
