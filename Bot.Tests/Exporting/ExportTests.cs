using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Exporting;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Dialogs;
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
        Assert.Equal("2020年4月7日", lines[^1]);
    }

    [Fact]
    public void What_no_office_program_can_open_is_left_out_of_a_document() => Assert.Equal("a b 😀 c", ExportTable.ForXml("a\u0001b 😀\ud800c"));

    /// <summary>7 April; 市文化和旅游局 has reported what a spreadsheet would run.</summary>
    private static async Task<byte[]> WriteAsync(ExportFormat format, Language language)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-9", "进展：=1+1\n问题：两行\n文字，\"引号\"\n成效：丙\n下一步：@cmd", "确认");
        await talk.MoveToAsync("2020-04-07 09:00");
        var plan = (await talk.Get<IPlanRepository>().AllAsync(CancellationToken.None))[0];
        var period = await talk.Get<IPeriodRepository>().FindAsync(plan.Id, new(2020, 1), CancellationToken.None);
        using var stream = new MemoryStream();
        await talk.Get<ExportPeriod>().WriteAsync(plan, period!, format, language, talk.Clock.Now, stream, CancellationToken.None);
        return stream.ToArray();
    }

    /// <summary>As a spreadsheet reads it: quoted cells may hold commas, line ends and doubled quotes.</summary>
    private static List<List<string>> Csv(string text)
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
