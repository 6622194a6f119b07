using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace PlanBot.Importing;

/// <summary>The words of a docx, from its main part. Element names only: Word, WPS and the strict form of the standard differ in their namespaces.</summary>
internal static class WordText
{
    /// <summary>Columns that a table may have; what claims more is no form.</summary>
    private const int MostColumns = 64;

    public static string Read(XDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in Blocks(document.Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "body")))
        {
            if (text.Length > DocumentReader.LongestText)
                break;
            if (block.Name.LocalName == "tbl")
                AppendTable(text, block);
            else
                text.Append(TextOf(block)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Paragraphs and tables, also those inside content controls.</summary>
    private static IEnumerable<XElement> Blocks(XElement? parent) => parent is null ? [] : parent.Descendants()
        .Where(element => element.Name.LocalName is "p" or "tbl" && !element.Ancestors().TakeWhile(above => above != parent).Any(above => above.Name.LocalName is "tbl" or "p"));

    private static void AppendTable(StringBuilder text, XElement table)
    {
        foreach (var row in Own(table, "tr", "tbl"))
        {
            var cells = new List<string>();
            foreach (var cell in Own(row, "tc", "tr"))
            {
                var properties = cell.Elements().FirstOrDefault(element => element.Name.LocalName == "tcPr");
                var isContinued = Value(properties, "vMerge") is { } merge && merge != "restart";
                cells.Add(isContinued ? "" : string.Join('\n', cell.Descendants().Where(element => element.Name.LocalName == "p").Select(TextOf)).Trim());
                var span = int.TryParse(Value(properties, "gridSpan"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? Math.Clamp(columns, 1, MostColumns) : 1;
                cells.AddRange(Enumerable.Repeat("", span - 1));
                if (cells.Count > MostColumns)
                    break;
            }
            CellLines.Append(text, cells);
        }
        text.Append('\n');
    }

    /// <summary>Rows of this table and cells of this row, not those of a table within.</summary>
    private static IEnumerable<XElement> Own(XElement parent, string name, string kind) =>
        parent.Descendants().Where(element => element.Name.LocalName == name && element.Ancestors().First(above => above.Name.LocalName == kind) == parent);

    /// <returns>Null when there is no such property; blank when it has no value.</returns>
    private static string? Value(XElement? properties, string name) =>
        properties?.Elements().FirstOrDefault(element => element.Name.LocalName == name) is { } property
            ? property.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "val")?.Value ?? "" : null;

    private static string TextOf(XElement paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            // The older form of a drawing repeats the text of the newer.
            if (element.Name.LocalName is "t" or "tab" or "br" or "cr" && element.Ancestors().Any(above => above.Name.LocalName is "Fallback"))
                continue;
            text.Append(element.Name.LocalName switch
            {
                "t" => element.Value,
                "tab" when element.Parent?.Name.LocalName == "r" => " ",
                "br" or "cr" => "\n",
                "noBreakHyphen" => "-",
                _ => "",
            });
        }
        return text.ToString();
    }
}
