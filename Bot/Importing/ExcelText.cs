using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace PlanBot.Importing;

/// <summary>The words of an xlsx: every sheet that can be seen, row by row.</summary>
internal static class ExcelText
{
    private const int MostColumns = 64;
    private const int MostRows = 5_000;

    public static string Read(XDocument workbook, Func<string, XDocument?> part)
    {
        var strings = part("xl/sharedStrings.xml")?.Root?.Elements().Where(element => element.Name.LocalName == "si").Select(TextOf).ToList() ?? [];
        var targets = part("xl/_rels/workbook.xml.rels")?.Root?.Elements().ToDictionary(relation => Attribute(relation, "Id") ?? "", relation => Attribute(relation, "Target") ?? "") ?? [];
        var text = new StringBuilder();
        foreach (var sheet in workbook.Descendants().Where(element => element.Name.LocalName == "sheet" && Attribute(element, "state") is null or "visible"))
        {
            var target = targets.GetValueOrDefault(sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id")?.Value ?? "", "").TrimStart('/');
            if (part(target.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) ? target : $"xl/{target}") is { } rows)
                AppendSheet(text, rows, strings);
        }
        return text.ToString();
    }

    private static void AppendSheet(StringBuilder text, XDocument sheet, List<string> strings)
    {
        foreach (var row in sheet.Descendants().Where(element => element.Name.LocalName == "row").Take(MostRows))
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements().Where(element => element.Name.LocalName == "c"))
            {
                var column = ColumnOf(Attribute(cell, "r")) ?? cells.Count;
                if (column >= MostColumns)
                    continue;
                while (cells.Count <= column)
                    cells.Add("");
                cells[column] = ValueOf(cell, strings);
            }
            CellLines.Append(text, cells);
            if (text.Length > DocumentReader.LongestText)
                return;
        }
        text.Append('\n');
    }

    private static string ValueOf(XElement cell, List<string> strings)
    {
        var value = cell.Elements().FirstOrDefault(element => element.Name.LocalName == "v")?.Value ?? "";
        return Attribute(cell, "t") switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : "",
            "inlineStr" => TextOf(cell),
            "b" => value == "1" ? "是" : "否",
            "e" => "",
            _ => value,
        };
    }

    /// <summary>Without the reading aid of East Asian texts.</summary>
    private static string TextOf(XElement element) =>
        string.Concat(element.Descendants().Where(child => child.Name.LocalName == "t" && child.Parent?.Name.LocalName != "rPh").Select(child => child.Value)).ReplaceLineEndings("\n");

    /// <summary>0 for A of A5; null when the cell does not say where it stands.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3))
            column = column * 26 + letter - 'A' + 1;
        return column == 0 ? null : column - 1;
    }

    private static string? Attribute(XElement element, string name) => element.Attribute(name)?.Value;
}
