using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PlanBot.Bench.Importing;

/// <summary>One task table of any length, as the files that offices send.</summary>
internal static class NoticeFiles
{
    private const string Letter = "云河县人民政府办公室关于印发2021年重点工作的通知\n各有关单位：\n请各责任单位于每季度末月20日前将进展情况报县政府督查室。\n云河县人民政府办公室\n2021年3月8日";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Cells = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    private static readonly string[] Leads = ["县财政局", "县水务局", "县住建局"];
    private static readonly string[] Others = ["县教育局、交通局", "县卫健局、各乡镇"];

    public static string Write(string folder, string format, int tasks)
    {
        var path = Path.Combine(folder, $"{tasks}.{format}");
        IEnumerable<string[]> rows = Enumerable.Range(1, tasks).Select(i => new[]
        {
            i.ToString(CultureInfo.InvariantCulture), $"推进第{i}项重点工作，完善设施、健全制度，受益群众{(i % 97) + 3}万人，年内投入使用并向社会公布进展。", Leads[i % 3], Others[i % 2], "2021年6月底",
        });
        rows = rows.Prepend(["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]);
        File.WriteAllBytes(path, format switch
        {
            "docx" => Docx(rows),
            "xlsx" => Xlsx(rows),
            "html" => Encoding.UTF8.GetBytes($"<html><body><div>{string.Concat(Letter.Split('\n').Select(line => $"<p>{line}</p>"))}<table>{string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>\n"))}</table></div></body></html>"),
            _ => Encoding.UTF8.GetBytes($"{Letter}\n{string.Concat(rows.Select(row => string.Join(" | ", row) + " |\n"))}"),
        });
        return path;
    }

    private static byte[] Docx(IEnumerable<string[]> rows) => Zip(
        ("[Content_Types].xml", $"<Types xmlns=\"{Types}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", $"<Relationships xmlns=\"{Links}\"><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{string.Concat(Letter.Split('\n').Select(Paragraph))}<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>"))}</w:tbl></w:body></w:document>"));

    private static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static byte[] Xlsx(IEnumerable<string[]> rows) => Zip(
        ("[Content_Types].xml", $"<Types xmlns=\"{Types}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
        ("_rels/.rels", $"<Relationships xmlns=\"{Links}\"><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Cells}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"任务\" sheetId=\"1\" r:id=\"r\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Links}\"><Relationship Id=\"r\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Cells}\"><sheetData>{string.Concat(Letter.Split('\n').Select(line => new[] { line }).Concat(rows).Select(row => $"<row>{string.Concat(row.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>"))}</sheetData></worksheet>"));

    private static byte[] Zip(params (string Name, string Text)[] parts)
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
}
