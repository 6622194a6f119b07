using System.Text;
using PlanBot.Exporting;
using PlanBot.Tests.Fixtures;
using PlanBot.Texts;

namespace PlanBot.Tests.Exporting;

/// <summary>Exports as the real LibreOffice opens them.</summary>
public sealed class OpenedElsewhereTests
{
    [LibreOfficeTheory]
    [InlineData(ExportOrder.Unit)]
    [InlineData(ExportOrder.Task)]
    public async Task A_summary_in_Word_prints_every_unit_and_every_word(ExportOrder order)
    {
        var pdf = await OfficeProgram.ConvertAsync(await ExportTests.WriteAsync(ExportFormat.Docx, Language.Chinese, order), "a.docx", "pdf");

        var text = string.Concat((await OfficeProgram.TextOfPdfAsync(pdf)).Where(c => !char.IsWhiteSpace(c) || c == '\f'));

        Assert.InRange(text.Count(c => c == '\f'), 3, 30); // pages
        Assert.Contains("2020年第一季度进展情况汇总", text, StringComparison.Ordinal);
        Assert.All(
            ["市发展改革委", "市教委", "人民银行天津分行", "天津证监局", "工作进展情况：=1+1", "文字，\"引号\"", "下一步工作：@cmd", "逾期未报送", "2020年4月7日"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Error", text, StringComparison.Ordinal);
    }

    [LibreOfficeFact]
    public async Task A_workbook_says_in_every_cell_what_the_list_of_values_says()
    {
        // All sheets would be files of their own; the first is the list. 44,34,76: comma, quotation mark, UTF-8; every cell as text.
        var opened = await OfficeProgram.ConvertAsync(await ExportTests.WriteAsync(ExportFormat.Xlsx, Language.Chinese), "a.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true");
        var rows = ExportTests.Csv(Encoding.UTF8.GetString(opened).TrimStart('\ufeff').ReplaceLineEndings("\n").Replace("\n", "\r\n", StringComparison.Ordinal));
        var listed = ExportTests.Csv(Encoding.UTF8.GetString((await ExportTests.WriteAsync(ExportFormat.Csv, Language.Chinese))[3..]));

        Assert.Equal(listed.Count, rows.Count);
        Assert.All(listed.Zip(rows), pair => Assert.Equal(pair.First.Select(Plain), pair.Second.Select(Plain)));

        // A list of values keeps what a spreadsheet would run behind an apostrophe; a workbook's cell is text anyway.
        static string Plain(string cell) => cell.TrimStart('\'').ReplaceLineEndings("\n");
    }
}
