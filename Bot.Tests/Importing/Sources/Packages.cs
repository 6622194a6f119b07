using System.IO.Compression;
using System.Security;
using System.Text;

namespace PlanBot.Tests.Importing.Sources;

/// <summary>Office files made in memory, part by part, so that a test sees every element it is about.</summary>
internal static class Packages
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Cells = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }

    public static byte[] Docx(string body, string numbering = "", string styles = "") => Zip(
    [
        .. Opened("word/document.xml", "wordprocessingml.document.main"),
        ("word/document.xml", $"<w:document xmlns:w=\"{Word}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}<w:sectPr/></w:body></w:document>"),
        ("word/numbering.xml", $"<w:numbering xmlns:w=\"{Word}\">{numbering}</w:numbering>"),
        ("word/styles.xml", $"<w:styles xmlns:w=\"{Word}\">{styles}</w:styles>"),
    ]);

    /// <summary>What any other program looks for first: where the main part is, and what kind of part each is.</summary>
    private static (string Name, string Text)[] Opened(string main, string kind, params (string Part, string Kind)[] others) =>
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + string.Concat(others.Prepend((main, kind)).Select(part => $"<Override PartName=\"/{part.Item1}\" ContentType=\"application/vnd.openxmlformats-officedocument.{part.Item2}+xml\"/>")) + "</Types>"),
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Links}/officeDocument\" Target=\"{main}\"/></Relationships>"),
    ];

    /// <summary>Paragraphs, one a line of the text.</summary>
    public static string Paragraphs(string text) => string.Concat(text.Split('\n').Select(line => Paragraph(line)));

    public static string Paragraph(string text, string properties = "") =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>";

    /// <summary>Rows of a table by lines, cells by |. ^ continues the cell above; a cell that opens with &gt;2 is two columns wide.</summary>
    /// <remarks>With the widths that every office program writes: without them LibreOffice puts merged cells wrong.</remarks>
    public static string Table(string rows)
    {
        var columns = rows.Split('\n').Max(row => row.Split('|').Sum(cell => cell.StartsWith('>') ? cell[1] - '0' : 1));
        var grid = string.Concat(Enumerable.Repeat($"<w:gridCol w:w=\"{Width}\"/>", columns));
        return $"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{string.Concat(rows.Split('\n').Select(row => $"<w:tr>{string.Concat(row.Split('|').Select(Cell))}</w:tr>"))}</w:tbl>";
    }

    /// <summary>Of a column, in twentieths of a point.</summary>
    private const int Width = 2000;

    private static string Cell(string text)
    {
        var span = text.StartsWith('>') ? $"<w:gridSpan w:val=\"{text[1]}\"/>" : "";
        var width = $"<w:tcW w:w=\"{Width * (text.StartsWith('>') ? text[1] - '0' : 1)}\" w:type=\"dxa\"/>";
        var words = text.StartsWith('>') ? text[2..] : text;
        return words == "^" ? $"<w:tc><w:tcPr>{width}{span}<w:vMerge/></w:tcPr><w:p/></w:tc>"
            : $"<w:tc><w:tcPr>{width}{span}<w:vMerge w:val=\"restart\"/></w:tcPr>{string.Concat(words.Split('/').Select(line => Paragraph(line)))}</w:tc>";
    }

    /// <param name="sheets">For each sheet its name, what stands in sheetData, and what follows it.</param>
    public static byte[] Xlsx(IReadOnlyList<(string Name, string State, string Rows, string After)> sheets, string shared = "", string styles = "") => Zip(
    [
        .. Opened("xl/workbook.xml", "spreadsheetml.sheet.main", [.. sheets.Select((_, i) => ($"xl/worksheets/sheet{i + 1}.xml", "spreadsheetml.worksheet"))]),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Cells}\" xmlns:r=\"{Links}\"><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>"),
        ("xl/sharedStrings.xml", $"<sst xmlns=\"{Cells}\">{shared}</sst>"),
        ("xl/styles.xml", $"<styleSheet xmlns=\"{Cells}\">{styles}</styleSheet>"),
        .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Cells}\"><sheetData>{sheet.Rows}</sheetData>{sheet.After}</worksheet>")),
    ]);

    public static byte[] Xlsx(string rows, string after = "") => Xlsx([("任务", "visible", Rows(rows), after)]);

    /// <summary>Rows by lines, cells by |, as inline strings.</summary>
    public static string Rows(string rows) => string.Concat(rows.Split('\n').Select((row, r) =>
        $"<row r=\"{r + 1}\">{string.Concat(row.Split('|').Select((cell, c) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell.Replace('/', '\n'))}</t></is></c>"))}</row>"));
}
