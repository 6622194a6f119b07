using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PlanBot.Importing;
using PlanBot.Tests.Fixtures;
using PlanBot.Tests.Importing.Sources;

namespace PlanBot.Tests.Importing;

/// <summary>Files of old office programs, made and read by the real LibreOffice: what stands in them is what the docx or xlsx says.</summary>
public sealed class OldFormatTests
{
    private const string Head = "云河县人民政府办公室关于印发2021年重点工作的通知\n各有关单位：\n请各牵头单位于每季度末月20日前将进展情况报县政府办公室。\n2021年3月8日\n";
    private const string Rows = "序号|工作任务|牵头单位|配合单位\n1|改造管网。|县水务局|县住建局、财政局\n^|更换水表。|县水务局|无\n2|新建学校。|县教育局|各乡镇";

    [LibreOfficeTheory]
    [InlineData("doc")]
    [InlineData("rtf")]
    public async Task A_document_is_read_as_its_docx_is(string format)
    {
        var docx = Packages.Docx(Packages.Paragraphs(Head) + Packages.Table(Rows) + Packages.Paragraphs("一、保障措施\n加强领导。"));

        await AssertSameAsync(docx, "a.docx", format);
    }

    [LibreOfficeFact]
    public async Task An_open_document_is_read_too() => await AssertSameAsync(Packages.Docx(Packages.Paragraphs(Head) + Packages.Table(Rows.Replace("^", "3", StringComparison.Ordinal))), "a.docx", "odt");

    [LibreOfficeFact]
    public async Task A_workbook_is_read_as_its_xlsx_is() => await AssertSameAsync(Packages.Xlsx("2021年重点任务分解表|||\n" + Rows.Replace("^", "", StringComparison.Ordinal)), "a.xlsx", "xls");

    private static async Task AssertSameAsync(byte[] content, string name, string format)
    {
        var expected = NoticeReader.Read(content, name).Notice!;
        var old = await OfficeProgram.ConvertAsync(content, name, format);
        using var reader = new ReadNotice(Options.Create(new ImportOptions()), NullLogger<ReadNotice>.Instance);

        var reading = await reader.RunAsync(old, "通知." + format, CancellationToken.None);
        Assert.Null(reading.Refusal?.Message());
        var read = reading.Notice!;

        Assert.Equal(3, read.Tasks.Count);
        Assert.Equal(Told(expected), Told(read));
        Assert.Equal(expected.Plan.Reporting?.DueRule, read.Plan.Reporting?.DueRule);
    }

    private static List<string> Told(Notice notice) => [notice.Plan.Title!, .. notice.Tasks.Select(task => $"{task.Number} {task.Text} {Reading.Units(task)}")];
}
