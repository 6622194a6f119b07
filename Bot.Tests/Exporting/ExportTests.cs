using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Exporting;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Dialogs;
using PlanBot.Tests.Fixtures;
using PlanBot.Texts;

namespace PlanBot.Tests.Exporting;

/// <summary>A period written out, and opened again by the reader of its format.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task Csv_opens_in_a_spreadsheet_and_runs_nothing()
    {
        var bytes = await WriteAsync(ExportFormat.Csv, Language.Chinese);

        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, bytes[..3]);
        var records = Csv(Encoding.UTF8.GetString(bytes[3..]));
        Assert.Equal(["单位", "序号", "任务编号", "任务名称", "任务内容", "分工", "状态", "是否逾期", "工作进展情况", "存在问题", "取得成效", "下一步工作", "版本", "报送时间", "截止日期"], records[0]);
        Assert.Equal(36, records.Count);
        Assert.All(records, record => Assert.Equal(15, record.Count));
        var filed = records.Single(record => record[0] == "市文化和旅游局" && record[1] == "1");
        Assert.Equal(["已报", "按时", "'=1+1", "两行\n文字，\"引号\"", "丙", "'@cmd", "1", "2020-04-01 10:00", "2020-04-03"], filed[6..]);
        Assert.Equal(["未报", "逾期未报", "", "", "", "", "", "", "2020-04-03"], records[1][6..]);
    }

    [Fact]
    public async Task Json_holds_the_same_as_data()
    {
        using var json = JsonDocument.Parse(await WriteAsync(ExportFormat.Json, Language.English));

        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(("2020Q1", "2020-04-03", 35), (json.RootElement.GetProperty("period").GetString(), json.RootElement.GetProperty("dueOn").GetString(), rows.Count));
        var filed = rows.Single(row => row.GetProperty("state").GetString() == "submitted");
        Assert.Equal("=1+1", filed.GetProperty("sections").GetProperty("工作进展情况").GetString());
        Assert.Equal((false, 1), (filed.GetProperty("late").GetBoolean(), filed.GetProperty("version").GetInt32()));
        Assert.True(rows[0].GetProperty("overdue").GetBoolean());
    }

    [Fact]
    public async Task Excel_holds_text_and_no_formula()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await WriteAsync(ExportFormat.Xlsx, Language.English)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
        var rows = ((WorksheetPart)document.WorkbookPart!.GetPartById("rIdSheet")).Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Equal(36, rows.Count);
        Assert.Equal(["Unit", "No."], rows[0][..2]);
        Assert.Equal("=1+1", rows.Single(row => row[0] == "市文化和旅游局")[8]);
        Assert.Empty(((WorksheetPart)document.WorkbookPart.GetPartById("rIdSheet")).Worksheet.Descendants<CellFormula>());
    }

    [Fact]
    public async Task Word_is_an_official_document_by_unit_and_task()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await WriteAsync(ExportFormat.Docx, Language.Chinese)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
        var lines = document.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        Assert.EndsWith("2020年第一季度进展情况汇总", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("截至2020年4月7日，2020年第一季度应报35项，已报1项（2.9%）", StringComparison.Ordinal));
        Assert.Equal(16, lines.Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, "^[一二三四五六七八九十]+、[^、，。：]+$")));
        var unit = lines.FindIndex(line => line.EndsWith("、市文化和旅游局", StringComparison.Ordinal));
        Assert.StartsWith("（一）", lines[unit + 1], StringComparison.Ordinal);
        Assert.Equal(["工作进展情况：=1+1", "存在问题：两行", "文字，\"引号\"", "取得成效：丙", "下一步工作：@cmd"], lines[(unit + 2)..(unit + 7)]);
        Assert.Contains("逾期未报送。", lines);
        Assert.Equal("2020年4月7日", lines[lines.IndexOf("附件") - 1]);
    }

    [Fact]
    public async Task Word_shows_how_each_unit_stands_and_what_problems_there_are()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await WriteAsync(ExportFormat.Docx, Language.Chinese)), isEditable: false);

        var tables = document.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().Select(table => table.Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>()
            .Select(row => row.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Select(cell => cell.InnerText).ToList()).ToList()).ToList();
        Assert.Equal(2, tables.Count);
        Assert.Equal(["单位", "应报", "已报", "按时", "逾期补报", "未报", "其中逾期"], tables[0][0]);
        Assert.Equal(18, tables[0].Count);
        Assert.Equal(["市文化和旅游局", "1", "1", "1", "0", "0", "0"], tables[0].Single(row => row[0] == "市文化和旅游局"));
        Assert.Equal(["合计", "35", "1", "1", "0", "34", "34"], tables[0][^1]);
        Assert.Equal(2, tables[1].Count);
        Assert.Equal(["1", "市文化和旅游局"], tables[1][1][..2]);
        Assert.Equal("两行文字，\"引号\"", tables[1][1][3]);
        Assert.All(document.MainDocumentPart.Document.Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>(), table => Assert.NotNull(table.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableHeader>().Single()));
        Assert.Equal(2, document.MainDocumentPart.FooterParts.Count());
        Assert.All(document.MainDocumentPart.FooterParts, foot => Assert.Equal("— PAGE 1 —", foot.Footer.InnerText.Replace("  ", " ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Word_by_task_names_the_units_under_each()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await WriteAsync(ExportFormat.Docx, Language.Chinese, ExportOrder.Task)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
        var lines = document.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        var task = lines.FindIndex(line => line.EndsWith("、面向文旅从业人员开展人工智能培训,让智能服务走进景区和场馆。", StringComparison.Ordinal));
        Assert.StartsWith("（一）市文化和旅游局（", lines[task + 1], StringComparison.Ordinal);
        Assert.Equal("工作进展情况：=1+1", lines[task + 2]);
    }

    [Theory]
    [InlineData(ExportOrder.Unit)]
    [InlineData(ExportOrder.Task)]
    public async Task Word_is_gone_through_by_its_headings_and_opens_with_no_count_of_messages(ExportOrder order)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await WriteAsync(ExportFormat.Docx, Language.Chinese, order)), isEditable: false);

        var names = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<DocumentFormat.OpenXml.Wordprocessing.Style>().ToDictionary(style => style.StyleId!.Value!, style => style);
        var lines = document.MainDocumentPart.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Select(paragraph => (Style: names[paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!].StyleName!.Val!.Value!, paragraph.InnerText)).ToList();
        var (first, second) = order == ExportOrder.Unit ? (16, 35) : (35, 35);
        Assert.Equal(first + 1, lines.Count(line => line.Style == "heading 1")); // and the annex
        Assert.Equal(second, lines.Count(line => line.Style == "heading 2"));
        Assert.Equal("Title", lines[0].Style);
        foreach (var (heading, level) in new[] { ("heading 1", 0), ("heading 2", 1) })
        {
            var style = names.Values.Single(style => style.StyleName!.Val == heading);
            Assert.Equal(level, style.StyleParagraphProperties!.OutlineLevel!.Val!.Value);
            Assert.NotNull(style.StyleRunProperties!.Bold);
            Assert.Null(style.CustomStyle);
        }
        var cost = lines.FindIndex(line => line.InnerText.StartsWith("负担：", StringComparison.Ordinal));
        Assert.True(cost > lines.FindLastIndex(line => line.Style == "heading 2"), "What the reporting cost stands behind the reports.");
        Assert.Equal("Plan caption", lines[lines.FindIndex(line => line.InnerText == "各单位报送情况")].Style);
    }

    [Fact]
    public async Task Word_takes_the_form_of_an_offices_own_document()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "own.docx");
        using (var own = WordprocessingDocument.Create(path, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            own.AddMainDocumentPart().Document = new(new DocumentFormat.OpenXml.Wordprocessing.Body(Line("内部资料"), Line(" {{summary}} "), Line("抄送：市政府办公厅")));
            own.MainDocumentPart!.AddNewPart<StyleDefinitionsPart>().Styles = new(
                new DocumentFormat.OpenXml.Wordprocessing.Style(new DocumentFormat.OpenXml.Wordprocessing.StyleName { Val = "own" }) { Type = DocumentFormat.OpenXml.Wordprocessing.StyleValues.Paragraph, StyleId = "PlanText" },
                new DocumentFormat.OpenXml.Wordprocessing.Style(new DocumentFormat.OpenXml.Wordprocessing.StyleName { Val = "heading 1" }) { Type = DocumentFormat.OpenXml.Wordprocessing.StyleValues.Paragraph, StyleId = "1" });
        }

        using var document = WordprocessingDocument.Open(new MemoryStream(await WriteAsync(ExportFormat.Docx, Language.Chinese, template: path)), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
        var lines = document.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        Assert.Equal(["内部资料", "抄送：市政府办公厅"], [lines[0], lines[^1]]);
        Assert.EndsWith("2020年第一季度进展情况汇总", lines[1], StringComparison.Ordinal);
        Assert.Equal("own", document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<DocumentFormat.OpenXml.Wordprocessing.Style>().Single(style => style.StyleId == "PlanText").StyleName!.Val);

        var styles = document.MainDocumentPart.StyleDefinitionsPart.Styles!.Elements<DocumentFormat.OpenXml.Wordprocessing.Style>().ToDictionary(style => style.StyleId!.Value!);
        Assert.Equal(("PlanUnit", true), (styles["PlanUnit"].StyleName!.Val!.Value, styles["PlanUnit"].CustomStyle!.Value)); // the template's heading keeps its name
        Assert.Null(styles["PlanTask"].CustomStyle);
        Assert.Equal(("PlanText", null), (styles["PlanTask"].NextParagraphStyle!.Val!.Value, styles["PlanCell"].NextParagraphStyle?.Val?.Value)); // Enter in a table stays in its cells

        await File.WriteAllTextAsync(path, "no document");
        Assert.Contains("Export:Template", (await Assert.ThrowsAsync<UnusableTemplateException>(() => WriteAsync(ExportFormat.Docx, Language.Chinese, template: path))).Message, StringComparison.Ordinal);

        static DocumentFormat.OpenXml.Wordprocessing.Paragraph Line(string text) =>
            new(new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }));
    }

    [Fact]
    public async Task Excel_has_the_notices_table_ready_for_print()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await WriteAsync(ExportFormat.Xlsx, Language.Chinese)), isEditable: false);

        var sheet = ((WorksheetPart)document.WorkbookPart!.GetPartById("rIdNotice")).Worksheet;
        var rows = sheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Equal(["单位", "序号", "任务", "工作进展情况", "存在问题", "取得成效", "下一步工作", "状态"], rows[1]);
        Assert.Equal(37, rows.Count);
        Assert.Equal(["市发展改革委", ""], [rows[2][0], rows[3][0]]);
        Assert.Contains(sheet.Descendants<MergeCell>(), merged => merged.Reference == "A3:A4");
        Assert.Equal(["'2020Q1'!$1:$1", "'分工与进展'!$A$1:$H$37", "'分工与进展'!$2:$2"], document.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>().Select(name => name.Text));
    }

    [Fact]
    public void What_no_office_program_can_open_is_left_out_of_a_document() => Assert.Equal("a b 😀 c", ExportTable.ForXml("a\u0001b 😀\ud800c"));

    /// <summary>7 April; 市文化和旅游局 has reported what a spreadsheet would run.</summary>
    internal static async Task<byte[]> WriteAsync(ExportFormat format, Language language, ExportOrder order = ExportOrder.Unit, string template = "")
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        var options = talk.Get<IOptions<ExportOptions>>().Value;
        options.Template = template;
        await talk.SayAllAsync("unit-9", "进展：=1+1\n问题：两行\n文字，\"引号\"\n成效：丙\n下一步：@cmd", "确认");
        await talk.MoveToAsync("2020-04-07 09:00");
        var plan = (await talk.Get<IPlanRepository>().AllAsync(CancellationToken.None))[0];
        var period = await talk.Get<IPeriodRepository>().FindAsync(plan.Id, new(2020, 1), CancellationToken.None);
        using var stream = new MemoryStream();
        await talk.Get<ExportPeriod>().WriteAsync(plan, period!, format, language, talk.Clock.Now, stream, CancellationToken.None, order);
        return stream.ToArray();
    }

    /// <summary>As a spreadsheet reads it: quoted cells may hold commas, line ends and doubled quotes.</summary>
    internal static List<List<string>> Csv(string text)
    {
        var (records, cell, isQuoted) = (new List<List<string>> { new() }, new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && (text[i] == ',' || text[i..].StartsWith("\r\n", StringComparison.Ordinal)))
            {
                records[^1].Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\r' && ++i + 1 < text.Length)
                    records.Add([]);
            }
            else
                cell.Append(text[i]);
        }
        return records;
    }
}
