using System.Globalization;
using System.Text;

namespace PlanBot.Tests.Builders;

/// <summary>A small PDF with a text layer, each character under its own code, so that nothing but the file itself is needed to read it.</summary>
internal static class Pdf
{
    public static byte[] Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var shown = string.Concat(lines.Select((line, index) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 12 Tf 1 0 0 1 40 {800 - (index * 18)} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj ET\n")));
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1200 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            Stream(shown),
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 >>",
            "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
            Stream(ToUnicode(text)),
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (index, content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")))}");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static string ToUnicode(string text)
    {
        var ranges = text.Where(c => c >= ' ').Select(c => c >> 8).Distinct().Order().Select(high => string.Create(CultureInfo.InvariantCulture, $"<{high:X2}00> <{high:X2}FF> <{high:X2}00>\n")).ToList();
        return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            + string.Concat(ranges.Chunk(100).Select(some => string.Create(CultureInfo.InvariantCulture, $"{some.Length} beginbfrange\n{string.Concat(some)}endbfrange\n")))
            + "endcmap CMapName currentdict /CMap defineresource pop end end";
    }
}
