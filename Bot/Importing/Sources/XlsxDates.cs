using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace PlanBot.Importing.Sources;

/// <summary>Which cells of a workbook show their number as a date.</summary>
internal sealed partial class XlsxDates
{
    private readonly List<(bool IsDate, bool HasDay)> styles = [];
    private readonly bool from1904;

    public XlsxDates(Package package)
    {
        using (var workbook = package.Open("xl/workbook.xml"))
            if (workbook?.MoveToContent() == XmlNodeType.Element)
                foreach (var name in XmlWalk.Children(workbook))
                    from1904 |= name == "workbookPr" && XmlWalk.Attribute(workbook, "date1904") is "1" or "true";
        using var reader = package.Open("xl/styles.xml");
        if (reader?.MoveToContent() != XmlNodeType.Element)
            return;
        var codes = new Dictionary<int, string>();
        foreach (var name in XmlWalk.Children(reader))
            if (name == "numFmts")
            {
                foreach (var _ in XmlWalk.Children(reader))
                    if (XmlWalk.Number(reader, "numFmtId") is { } id)
                        codes[id] = XmlWalk.Attribute(reader, "formatCode") ?? "";
            }
            else if (name == "cellXfs")
                foreach (var _ in XmlWalk.Children(reader))
                    styles.Add(Kind(XmlWalk.Number(reader, "numFmtId") ?? 0, codes));
    }

    /// <returns>2021年6月30日, or 2021年6月 where the format shows no day; null when the style shows no date.</returns>
    public string? Shown(decimal number, int? style)
    {
        if (style is not { } at || at >= styles.Count || !styles[at].IsDate || number is < 1 or > 2_958_465)
            return null;
        var day = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddDays((double)decimal.Truncate(number) + (from1904 ? 1462 : 0));
        return day.ToString(styles[at].HasDay ? "yyyy年M月d日" : "yyyy年M月", CultureInfo.InvariantCulture);
    }

    private static (bool IsDate, bool HasDay) Kind(int id, Dictionary<int, string> codes)
    {
        if (codes.TryGetValue(id, out var code))
        {
            var letters = Literal().Replace(code, "").ToUpperInvariant();
            return (letters.Contains('Y', StringComparison.Ordinal) || letters.Contains('E', StringComparison.Ordinal) && letters.Contains('M', StringComparison.Ordinal), letters.Contains('D', StringComparison.Ordinal));
        }
        // Formats that every program knows; 27 to 58 are those of East Asian editions, some of which show year and month only.
        return id switch
        {
            14 or 15 or 22 or 30 or 31 or 50 or 53 or 54 or 58 => (true, true),
            17 or 27 or 28 or 29 or 36 or 51 or 52 or 55 or 57 => (true, id is 28 or 29 or 51),
            _ => (false, false),
        };
    }

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.")]
    private static partial Regex Literal();
}
