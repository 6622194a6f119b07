using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Tables with one cell a line, and with cells split by spaces or tabs.</summary>
public sealed class CellTableTests
{
    private const string Numbered = "序号\n工作任务\n责任单位\n完成时限\n";

    [Theory]
    [InlineData("1\n建成公园。\n县园林中心\n县住建局\n2021年6月底", "1 建成公园。 县园林中心 县住建局 2021-06-30")] // a unit a line
    [InlineData("1\n建成公园。\n县园林中心、\n住建局\n2021年6月底", "1 建成公园。 县园林中心 县住建局 2021-06-30")] // a list that was broken
    [InlineData("1\n建成公园。\n县自然资源和\n规划局\n2021年6月底", "1 建成公园。 县自然资源和规划局 2021-06-30")] // a name that was broken
    [InlineData("1\n迁建县政务服务中心。\n县住建局\n2021年6月底", "1 迁建县政务服务中心。 县住建局 2021-06-30")] // ends like an organ
    [InlineData("1\n建成公园。\n县园林中心\n2021年6月底\n扩建广场。\n2021年9月底", "1 建成公园。 县园林中心 2021-06-30|1 扩建广场。 县园林中心 2021-09-30")] // a row that lost its merged cells
    [InlineData("一、惠民\n3\n建成公园。\n县园林中心\n2021年6月底\n二、安居\n1\n改造小区。\n县住建局\n长期", "3 建成公园。 县园林中心 2021-06-30|1 改造小区。 县住建局 ")]
    [InlineData("1\n建成公园。\n县园林中心\n2021年6月底\n序号\n工作任务\n责任单位\n完成时限\n2\n改造小区。\n县住建局\n长期", "1 建成公园。 县园林中心 2021-06-30|2 改造小区。 县住建局 ")] // the header of the next page
    [InlineData("1\n建成公园。\n县园林中心\n2021年6月底\n分享到：\n联系我们", "1 建成公园。 县园林中心 2021-06-30")] // the page's foot
    [InlineData("1.\n建成公园。\n县园林中心\n长期\n2.\n2020年起改造小区，惠及100户以上的居民。\n县住建局\n长期", "1 建成公园。 县园林中心 |2 2020年起改造小区，惠及100户以上的居民。 县住建局 ")]
    public void Cells_find_their_columns(string rows, string expected)
    {
        var notice = Reading.WithBody(Numbered + rows);

        Assert.Equal(
            expected.Split('|'),
            notice.Tasks.Select(task => $"{task.Number} {task.Text} {string.Join(' ', task.Units.Select(unit => unit.Name))} {task.Deadline?.Date}"));
        Assert.Empty(notice.Warnings);
    }

    [Theory]
    [InlineData("1\n建成公园。\n县园林中心\n县住建局\n县财政局\n2021年6月底")] // whose part is the second's?
    [InlineData("1\n建成公园。\n县园林中心\n2021年6月底")] // lead or support?
    public void A_row_with_more_or_fewer_cells_than_the_header_is_remarked(string row)
    {
        var notice = Reading.WithBody("序号\n工作任务\n牵头单位\n配合单位\n完成时限\n" + row);

        Assert.StartsWith("县园林中心/Lead", Reading.Units(Assert.Single(notice.Tasks)), StringComparison.Ordinal);
        Assert.Equal([(9, NoticeIssue.CellsUnclear)], Reading.Remarks(notice));
    }

    [Fact]
    public void A_column_before_the_number_may_be_merged_over_several_rows()
    {
        var notice = Reading.WithBody("分类\n序号\n事项\n责任单位\n牵头单位\n发展目标\n1\n增收5%。\n县财政局、税务局\n县财政局\n2\n减排3%。\n县生态环境局\n县生态环境局\n市场活力\n14\n减少环节。\n县政务办\n县政务办");

        Assert.Equal(["1", "2", "14"], notice.Tasks.Select(task => task.Number));
        Assert.Equal(["县财政局/Lead 县税务局/Support", "县生态环境局/Lead", "县政务办/Lead"], notice.Tasks.Select(Reading.Units));
        Assert.Empty(notice.Warnings);
    }

    [Theory]
    [InlineData("序号|\n工作任务|\n责任单位|\n1|\n建成公园|\n县园林中心|\n2|\n改造小区|\n县住建局|")]
    [InlineData("| 序号 |\n| 工作任务 |\n| 责任单位 |\n| 1 |\n| 建成公园 |\n| 县园林中心 |\n| 2 |\n| 改造小区 |\n| 县住建局 |")]
    [InlineData("序号\n|\n工作任务\n|\n责任单位\n|\n1\n|\n建成\n公园\n|\n县园林\n中心\n|\n2\n|\n改造小区\n|\n县住建局\n|\n本页为附件")]
    [InlineData("序号 工作任务 责任单位\n1 建成公园 县园林中心\n2 改造小区 县住建局")]
    [InlineData("序号　工 作 任 务　责任单位\n1、建成公园　县园林中心\n一、安居\n2、改造小区\n县住建局")]
    [InlineData("责任单位 工作任务 \n县园林中心 建成公园\n县住建局 改造小区\n")]
    [InlineData("序号\t工作任务\t责任单位\n1\t建成公园\t县园林中心\n2\t改造小区\t县住建局\n")]
    [InlineData("责任单位\t工作任务\t备注\n县园林中心\t建成公园\t\n一、安居\n县住建局\t改造小区\t\n")]
    [InlineData("序号\t工作任务\t责任单位\n1\t建成公园\t\"县园林中心\"\n2\t改造小区\t\"县住建局\n\"\n")]
    public void Other_ways_to_draw_a_table_say_the_same(string table)
    {
        var notice = Reading.WithBody(table);

        Assert.Equal(["建成公园 县园林中心/Responsible", "改造小区 县住建局/Responsible"], notice.Tasks.Select(task => $"{task.Text} {Reading.Units(task)}"));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void A_pasted_cell_with_line_breaks_is_one_cell()
    {
        var notice = Reading.WithBody("序号\t工作任务\t牵头单位\t完成时限\n1\t\"建成公园。\n补齐设施。\"\t\"县园林中心\n县住建局\"\t2021年6月\n\t扩建\"西\"园。\t\t2021年9月");

        Assert.Equal(["建成公园。\n补齐设施。 县园林中心/Lead 县住建局/Lead 2021年6月", "扩建\"西\"园。 县园林中心/Lead 县住建局/Lead 2021年9月"], notice.Tasks.Select(task => $"{task.Text} {Reading.Units(task)} {task.Deadline?.Raw}"));
        Assert.Equal([5, 8], notice.Tasks.Select(task => task.Line));
    }
}
