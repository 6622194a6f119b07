using System.Text;
using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing.Sources;

/// <summary>Text as pdftotext lays a printed page out.</summary>
public sealed class PrintedTextTests
{
    private const string Letter = """
                  云河县关于印发 2021 年要点的通知

        各乡镇人民政府：

        """;

    [Fact]
    public void A_table_with_a_line_for_every_row_is_read()
    {
        var notice = Read("""
            序号    工作任务                    牵头单位      配合单位          完成时限

            一、惠民生

            1     建成公园 3 处，补齐设施。          县园林中心     县财政局、住建局      2021 年 6 月底
            2     新建卫生室 12 个。              县卫健局      各乡镇           2021 年 9 月

                                                     — 2 —

            3     改造广场。                   县园林中心     无             长期坚持

            （联系人：某甲，电话：0000000）
            """).Notice!;

        Assert.Equal(["县园林中心/Lead 县财政局/Support 县住建局/Support", "县卫健局/Lead 各乡镇*/Support", "县园林中心/Lead"], notice.Tasks.Select(Reading.Units));
        Assert.Equal(["建成公园3处，补齐设施。", "新建卫生室12个。", "改造广场。"], notice.Tasks.Select(task => task.Text));
        Assert.Equal(["2021-06-30", "2021-09", null], notice.Tasks.Select(task => task.Deadline?.Date));
        Assert.Equal("0000000", notice.Plan.Contact?.Phone);
    }

    [Theory]
    [InlineData("1     建成公园三处，补齐设施，并对      县园林中心     县财政局\n      周边道路进行改造。")] // the last row
    [InlineData("      建成公园三处，补齐设施，并对              县财政局、\n1                      县园林中心\n      周边道路进行改造。                 住建局\n2     改造广场。               县园林中心     县财政局")] // numbers in the middle
    [InlineData("1     建成公园。               县园林中心\n2     改造广场。               县园林中心     县财政局")] // a cell is missing
    [InlineData("1     建成公园。               县园林中心 县财政局\n2     改造广场。               县园林中心     县财政局")] // no gap between two
    public void A_table_whose_cells_cannot_be_told_apart_is_refused(string rows)
    {
        var reading = Read($"序号    工作任务               牵头单位      配合单位\n{rows}\n");

        Assert.Equal(NoticeIssue.PrintedTable, reading.Refusal?.Issue);
        Assert.InRange(reading.Refusal!.Line!.Value, 5, 8);
    }

    [Fact]
    public void Names_of_columns_without_gaps_are_refused() => Assert.Equal(NoticeIssue.PrintedTable, Read("序号 工作任务 牵头单位 配合单位\n1 建成公园 县园林中心 县财政局\n").Refusal?.Issue);

    [Fact]
    public void Paragraphs_go_on_over_their_lines()
    {
        var task = Assert.Single(Read("    （一）改善出行。在城东片区新增公交线路 2 条，并对沿线的候车\n亭进行改造。（责任单位：县交通局、\n                — 1 —\n县公安局）\n").Notice!.Tasks);

        Assert.Equal(("改善出行。在城东片区新增公交线路2条，并对沿线的候车亭进行改造。", "县交通局/Responsible 县公安局/Responsible"), (task.Text, Reading.Units(task)));
    }

    private static NoticeReading Read(string body) => NoticeReader.ReadPrinted(Encoding.UTF8.GetBytes(Letter + body));
}
