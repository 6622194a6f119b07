using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace PlanBot.Importing.Sources;

/// <summary>A table of a page as rows; cells may span columns and rows.</summary>
internal static class HtmlTable
{
    /// <summary>Rows among which a header is looked for.</summary>
    private const int HeaderWithin = 6;

    /// <summary>A table whose first rows name task and unit columns.</summary>
    public static bool IsData(IElement table) =>
        RowsOf(table).Take(HeaderWithin).Any(row => TaskColumns.IsHeader([.. CellsOf(row).Take(ImportLimits.MostColumns).Select(cell => Passage.Of(TextOf(cell), 1))]));

    public static IReadOnlyList<TableRow> Rows(IElement table, SourceLines lines)
    {
        var rows = new List<TableRow>();
        var spans = new int[ImportLimits.MostColumns];
        foreach (var row in RowsOf(table))
        {
            var (cells, merged) = (new List<string>(), new List<int>());
            foreach (var cell in CellsOf(row))
            {
                Continue(cells, merged, spans);
                var text = TextOf(cell);
                var (width, height) = (Span(cell, "colspan"), Span(cell, "rowspan"));
                for (var i = 0; i < width && cells.Count < ImportLimits.MostColumns; i++)
                {
                    spans[cells.Count] = height - 1;
                    cells.Add(text);
                }
            }
            Continue(cells, merged, spans);
            rows.Add(lines.Row(cells, merged));
        }
        return rows;
    }

    /// <summary>Columns that a cell of a row above still takes up.</summary>
    private static void Continue(List<string> cells, List<int> merged, int[] spans)
    {
        while (cells.Count < ImportLimits.MostColumns && spans[cells.Count] > 0)
        {
            spans[cells.Count]--;
            merged.Add(cells.Count);
            cells.Add("");
        }
    }

    private static IEnumerable<IElement> RowsOf(IElement table) =>
        table.Children.SelectMany(child => child.LocalName is "tbody" or "thead" or "tfoot" ? child.Children.Where(row => row.LocalName == "tr") : child.LocalName == "tr" ? [child] : []);

    private static IEnumerable<IElement> CellsOf(IElement row) => row.Children.Where(cell => cell.LocalName is "td" or "th");

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, name == "colspan" ? ImportLimits.MostColumns : 65_534) : 1;

    /// <summary>Line breaks and blocks within a cell begin lines; white space of the source is none.</summary>
    private static string TextOf(IElement cell)
    {
        var text = new StringBuilder();
        foreach (var node in cell.Descendants())
            if (node is IText words && node.Parent is not IElement { LocalName: "script" or "style" })
                text.Append(string.Join(' ', words.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            else if (node is IElement { LocalName: "br" or "p" or "div" or "li" })
                text.Append('\n');
        return text.ToString().Trim();
    }
}
