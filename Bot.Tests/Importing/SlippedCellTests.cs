using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Rows whose cells, lists and marks do not stand where they seem to.</summary>
public sealed class SlippedCellTests
{
    [Fact]
    public void A_row_that_lost_its_merged_cells_but_for_an_empty_one_finds_its_columns()
    {
        var notice = Reading.WithBody("""
            序号 | 存在问题 | 整改措施 | 牵头单位 | 配合单位 | 完成时限 |
            1 | 河道管护不力。 | 清理河道垃圾。 | 县水利局 | 县财政局 | 2021年6月底 |
            | | 补种护岸林三十亩。 | 县林业局 | 县财政局、县水利局 | 2021年9月底 |
            """);

        Assert.Equal(["清理河道垃圾。 县水利局/Lead 县财政局/Support", "补种护岸林三十亩。 县林业局/Lead 县财政局/Support 县水利局/Support"], notice.Tasks.Select(task => $"{task.Text} {Reading.Units(task)}"));
    }

    [Fact]
    public void A_sentence_that_slipped_belongs_under_the_task_and_not_under_a_column_that_nobody_reads()
    {
        var notice = Reading.WithBody("""
            序号 | 类别 | 工作任务 | 牵头单位 | 完成时限 |
            1 | 安全 | 排查老旧楼房。 | 县住建局 | 2021年6月底 |
            对危房逐户登记造册。 | | | |
            """);

        Assert.Equal(["排查老旧楼房。 县住建局/Lead", "对危房逐户登记造册。 县住建局/Lead"], notice.Tasks.Select(task => $"{task.Text} {Reading.Units(task)}"));
    }

    [Fact]
    public void A_stage_between_the_rows_is_a_chapter()
    {
        var notice = Reading.WithBody("序号\n|\n工作任务\n|\n牵头单位\n|\n配合单位\n|\n完成时限\n|\n第一阶段：部署\n|\n1\n|\n制定方案。\n|\n县应急局\n|\n县公安局\n|\n6月底前\n|\n第二阶段：检查\n|\n2\n|\n检查工厂；\n检查仓库。\n|\n县工信局\n|\n县公安局\n|\n9月底前\n|");

        Assert.Equal(["1 县应急局/Lead 县公安局/Support", "2 县工信局/Lead 县公安局/Support"], notice.Tasks.Select(task => $"{task.Number} {Reading.Units(task)}"));
    }

    [Fact]
    public void A_subtotal_merged_over_task_and_units_is_no_task()
    {
        var reading = PlanBot.Importing.NoticeReader.Read(System.Text.Encoding.UTF8.GetBytes("""
            <html><body><p>云河县人民政府办公室关于印发2021年整改任务表的通知</p><table>
            <tr><td>序号</td><td>工作任务</td><td>牵头单位</td><td>配合单位</td></tr>
            <tr><td>一</td><td colspan="3">大气方面</td></tr>
            <tr><td>1</td><td>改造锅炉十台。</td><td>县生态环境局</td><td>县住建局</td></tr>
            <tr><td>小计</td><td colspan="3">大气方面1项</td></tr>
            </table></body></html>
            """), "n.html");

        Assert.Equal("县生态环境局/Lead 县住建局/Support", Reading.Units(Assert.Single(reading.Notice!.Tasks)));
    }

    [Fact]
    public void The_row_above_is_meant_by_the_words_and_marks_for_it()
    {
        var notice = Reading.WithBody("""
            序号 | 工作任务 | 牵头单位 | 配合单位 |
            1 | 建成公园。 | 县住建局 | 县财政局、教育局 |
            2 | 扩建广场。 | 同上 | 县公安局 |
            3 | 改造小区。 | ″ | 同前 |
            """);

        Assert.Equal(["县住建局/Lead 县财政局/Support 县教育局/Support", "县住建局/Lead 县公安局/Support", "县住建局/Lead 县公安局/Support"], notice.Tasks.Select(Reading.Units));
        Assert.Equal([(6, NoticeIssue.DittoTaken), (7, NoticeIssue.DittoTaken), (7, NoticeIssue.DittoTaken)], Reading.Remarks(notice));
    }

    [Fact]
    public void A_tail_may_mean_the_task_before_and_where_there_is_none_names_nobody()
    {
        var notice = Reading.WithBody("一、任务\n1.建成公园。（责任单位：同上、县住建局）\n2.扩建广场。（责任单位：同上）");

        Assert.Equal(["县住建局/Responsible", "县住建局/Responsible"], notice.Tasks.Select(Reading.Units));
        Assert.Equal([(5, NoticeIssue.DittoUnread), (6, NoticeIssue.DittoTaken)], Reading.Remarks(notice));
    }

    [Fact]
    public void A_list_that_breaks_off_at_its_comma_goes_on_in_the_next_line()
    {
        var notice = Reading.WithBody("一、任务\n1.修复堤防。\n牵头单位：县水利局\n配合单位：县财政局、\n发改委、农机中心\n2.清淤。\n牵头单位：县水利局");

        Assert.Equal(["县水利局/Lead 县财政局/Support 县发改委/Support 县农机中心/Support", "县水利局/Lead"], notice.Tasks.Select(Reading.Units));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void Units_set_in_below_a_list_belong_to_it_and_a_signature_does_not()
    {
        var notice = Reading.WithBody("一、任务\n1.修复堤防。\n牵头单位：县水利局\n配合单位：县财政局\n          县发改委\n          县农机中心\n完成时限：持续推进\n2.清淤。\n牵头单位：县水利局\n          云河县水利局\n          2021年3月8日");

        Assert.Equal(["县水利局/Lead 县财政局/Support 县发改委/Support 县农机中心/Support", "县水利局/Lead"], notice.Tasks.Select(Reading.Units));
    }

    [Fact]
    public void A_list_that_breaks_off_in_a_bracket_ends_with_the_bracket()
    {
        var notice = Reading.WithBody("一、任务\n1.修复堤防，加固水库大坝，清理河道淤积物。（责任单位：县水利局、\n县财政局）\n2.弘扬传统文化，建设非物质文化遗产传习所。（牵头单位：县文化广电\n旅游局；责任单位：县教育局）");

        Assert.Equal(["县水利局/Responsible 县财政局/Responsible", "县文化广电旅游局/Lead 县教育局/Support"], notice.Tasks.Select(Reading.Units));
    }

    [Fact]
    public void A_semicolon_typed_for_the_colon_of_a_marker_is_one()
    {
        var notice = Reading.WithBody("一、任务\n1.招引企业。（牵头单位；县商务局，配合单位；县财政局、教育局）");

        Assert.Equal("县商务局/Lead 县财政局/Support 县教育局/Support", Reading.Units(Assert.Single(notice.Tasks)));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void Who_leads_and_who_helps_is_read_although_one_name_is_not_known()
    {
        var notice = Reading.WithBody("一、任务\n1.推广贷款。（县金融办牵头，县财政局、农信联合体配合）");

        Assert.Equal("县金融办/Lead 县财政局/Support 县农信联合体/Support", Reading.Units(Assert.Single(notice.Tasks)));
        Assert.Equal([(5, NoticeIssue.DoubtfulUnit)], Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("县公安、民政、财政局", "县公安局/Responsible 县民政局/Responsible 县财政局/Responsible")]
    [InlineData("各州、市党委和政府", "各州、市党委和政府*/Responsible")]
    [InlineData("各设区市、县（市、区）人民政府", "各设区市、县（市、区）人民政府*/Responsible")]
    [InlineData("各子公司、分公司", "各子公司、分公司*/Responsible")]
    [InlineData("县商务局、消费者协会、供销社", "县商务局/Responsible 县消费者协会/Responsible 县供销社/Responsible")]
    [InlineData("县商务局、雪都市人民政府", "县商务局/Responsible 雪都市人民政府/Responsible")]
    [InlineData("县卫健委、人民医院、云河协和医院", "县卫健委/Responsible 县人民医院/Responsible 云河协和医院/Responsible")]
    [InlineData("幸福云河建设委员会办公室", "幸福云河建设委员会办公室/Responsible")]
    public void Names_are_completed_as_their_list_says(string list, string expected) =>
        Assert.Equal(expected, Reading.Units(Assert.Single(Reading.WithBody($"一、任务\n1.建成公园。（责任单位：{list}）").Tasks)));

    [Fact]
    public void Sections_of_a_hospital_have_no_level_of_government() =>
        Assert.Equal("基建办/Responsible 采购办/Responsible", Reading.Units(Assert.Single(Reading.WithBody("一、任务\n1.改造门诊。（责任单位：基建办、采购办）", "云河市第一人民医院").Tasks)));

    [Fact]
    public void Where_lead_units_report_a_task_without_one_is_doubted()
    {
        var notice = Reading.WithBody("一、任务\n1.建成公园。（牵头单位：县住建局）\n2.扩建广场。（责任单位：县财政局、县教育局）\n3.清淤。（配合单位：县水利局）\n请各牵头单位于每季度末月25日前将工作进展情况报送县政府办公室。");

        Assert.True(notice.Plan.Reporting!.LeadOnly);
        Assert.Equal([(6, NoticeIssue.NoLeadNamed), (7, NoticeIssue.NobodyReports)], Reading.Remarks(notice).Where(remark => remark.Issue is NoticeIssue.NoLeadNamed or NoticeIssue.NobodyReports));
        Assert.Equal(AssignmentRole.Responsible, notice.Tasks[1].Units[0].Role);
    }
}
