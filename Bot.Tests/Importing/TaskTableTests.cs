using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Tables of the form <c>a | b | c |</c>, one row per line.</summary>
public sealed class TaskTableTests
{
    [Fact]
    public void Number_and_unit_carry_down_to_rows_that_lost_their_merged_cells()
    {
        var notice = Reading.WithBody("""
            序号 | 单位名称 | 工 作 任 务 |
            1 | 县财政局 | 编制预算。公开结果。 |
            清理往来款项,盘活存量。 | ||
            2 | 县教育局 | 新建两所幼儿园。 |
            """);

        Assert.Equal(
            ["1 县财政局/Responsible 编制预算。公开结果。 5", "1 县财政局/Responsible 清理往来款项,盘活存量。 6", "2 县教育局/Responsible 新建两所幼儿园。 7"],
            notice.Tasks.Select(task => $"{task.Number} {Reading.Units(task)} {task.Text} {task.Line}"));
        Assert.Equal(["编制预算", null, null], notice.Tasks.Select(task => task.Title)); // short, and more follows
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void Who_leads_carries_down_to_rows_that_lost_their_merged_cells_and_name_who_helps()
    {
        var notice = Reading.WithBody("""
            序号 | 牵头单位 | 工作任务 | 配合单位 |
            1 | 县政务局 | 统一办事指南。 | 县司法局 |
            完善手机应用。 | 县市场监管局 | ||
            建设移动办公平台。 | — | ||
            2 | 县财政局 | 公开预算。 | 县审计局 |
            """);

        Assert.Equal(
            ["1 县政务局/Lead 县司法局/Support", "1 县政务局/Lead 县市场监管局/Support", "1 县政务局/Lead", "2 县财政局/Lead 县审计局/Support"],
            notice.Tasks.Select(task => $"{task.Number} {Reading.Units(task)}"));
    }

    [Fact]
    public void Roles_may_be_told_in_the_cells_of_one_column()
    {
        var notice = Reading.WithBody("""
            序号 | 工作任务 | 责任分工 | 完成时间 |
            1 | 划设航线。 | 牵头单位：县发改局；配合单位：县公安局、气象局 | 2021年9月底 |
            2 | 编制预案。 | 责任单位：县应急局 | 2021年7月底 |
            """);

        Assert.Equal(["县发改局/Lead 县公安局/Support 县气象局/Support", "县应急局/Responsible"], notice.Tasks.Select(task => Reading.Units(task)));
    }

    [Fact]
    public void A_note_below_the_rows_may_be_what_asks_for_reports()
    {
        var notice = Reading.WithBody("""
            序号 | 工作任务 | 责任单位 |
            1 | 修订接待办法。 | 县财政局 |
            说明：各单位于每季度末月28日前报送进展情况表。 | ||
            """);

        Assert.Equal(("说明：各单位于每季度末月28日前报送进展情况表。", 1), (notice.Plan.Reporting!.Evidence, notice.Tasks.Count));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void Lead_support_and_deadline_have_columns_of_their_own()
    {
        var notice = Reading.WithBody("""
            | 序号 | 重点工作任务 | 牵头单位 | 责任单位 | 完成时限 | 备注 |
            | 1 | 修订接待办法,压减开支。 | 县财政局 | 县审计局、各镇 | 2021年6月 | 续建 |
            | 2 | 建成健身步道。 | 县体育局 | 无 | 9月底前 | |
            | 3 | 常态开展巡查。 | 县城管局 | — | 持续推进 | |
            """);

        Assert.Equal(["县财政局/Lead 县审计局/Support 各镇*/Support", "县体育局/Lead", "县城管局/Lead"], notice.Tasks.Select(Reading.Units));
        Assert.Equal(
            [("2021年6月", "2021-06", "month"), ("9月底前", "2021-09-30", "day"), ("持续推进", null, null)],
            notice.Tasks.Select(task => (task.Deadline!.Raw, task.Deadline.Date, task.Deadline.Precision)));
        Assert.Equal([(6, NoticeIssue.YearAdded)], Reading.Remarks(notice)); // the year comes from the notice
    }

    [Fact]
    public void A_continued_row_has_its_own_deadline_or_none()
    {
        var notice = Reading.WithBody("""
            序号 | 责任单位 | 具体要求 | 完成时间 |
            1 | 县水务局 | 疏浚河道三公里。 | 2021年5月 |
            加固堤防两处,补齐警示牌。 | 2021年8月 | ||
            更新泵站设备,并完成调试。 | |||
            """);

        Assert.Equal(["2021-05", "2021-08", null], notice.Tasks.Select(task => task.Deadline?.Date));
        Assert.All(notice.Tasks, task => Assert.Equal("1 县水务局/Responsible", $"{task.Number} {Reading.Units(task)}"));
    }

    [Fact]
    public void A_row_of_units_alone_adds_them_to_the_task_above()
    {
        var notice = Reading.WithBody("""
            序号 | 工作任务 | 责任单位 |
            1 | 整治背街小巷,恢复路面。 | 县住建局 |
            县城管局 | ||
            """);

        Assert.Equal("县住建局/Responsible 县城管局/Responsible", Reading.Units(Assert.Single(notice.Tasks)));
    }

    [Fact]
    public void Chapter_rows_repeated_headers_and_page_numbers_are_no_tasks()
    {
        var notice = Reading.WithBody("""
            序号 | 工作任务 | 责任单位 |
            一、稳增长 | ||
            1 | 走访规上企业。 | 县工信局 |
            — 3 —
            序号 | 工作任务 | 责任单位 |
            （二）惠民生 | （二）惠民生 | （二）惠民生 |
            二、促消费
            2 | 举办年货大集。 | 县商务局 |
            """);

        Assert.Equal(["走访规上企业。", "举办年货大集。"], notice.Tasks.Select(task => task.Text));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void A_row_broken_inside_a_cell_is_put_together()
    {
        var notice = Reading.WithBody("""
            序号 | 工作任务 | 责任单位 |
            1 | 完善公交线网,优化站点布局,
            方便群众换乘。 | 县交通局 |
            2 | 开通夜班公交。 | 县交通局 |
            """);

        Assert.Equal(["完善公交线网,优化站点布局,方便群众换乘。", "开通夜班公交。"], notice.Tasks.Select(task => task.Text));
        Assert.Equal([5, 7], notice.Tasks.Select(task => task.Line));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void A_project_name_beside_its_content_is_the_title()
    {
        var task = Assert.Single(Reading.WithBody("序号 | 项目名称 | 主要内容 | 责任单位 | 责任领导 |\n1 | 云河大桥 | 完成桥面铺装和灯光安装 | 县交通局 | 某某 |").Tasks);

        Assert.Equal(("云河大桥", "完成桥面铺装和灯光安装", "县交通局/Responsible"), (task.Title, task.Text, Reading.Units(task)));
    }

    [Fact]
    public void An_unknown_column_and_a_task_without_unit_are_remarked()
    {
        var notice = Reading.WithBody("""
            序号 | 工作任务 | 责任单位 | 星级 |
            1 | 建成口袋公园。 | 县园林中心 | 甲 |
            2 | 新增停车泊位。 | | 乙 |
            """);

        Assert.Equal("建成口袋公园。", Assert.Single(notice.Tasks).Text);
        Assert.Equal([(4, NoticeIssue.UnknownColumn), (6, NoticeIssue.NoUnit)], Reading.Remarks(notice));
    }

    [Fact]
    public void A_form_without_units_is_no_task_table()
    {
        var notice = Reading.WithBody("序号 | 工作任务 | 一季度进展 | 二季度进展 |\n1 | | | |\n2 | | | |");

        Assert.Empty(notice.Tasks);
        Assert.Contains(NoticeIssue.TasksMissing, notice.Warnings.Select(warning => warning.Issue));
    }

    [Fact]
    public void Fewer_tasks_than_announced_are_remarked()
    {
        var notice = Reading.WithBody("今年共安排12项重点任务。\n序号 | 工作任务 | 责任单位\n1 | 建成口袋公园。 | 县园林中心");

        Assert.Equal([(4, NoticeIssue.CountDiffers, "共安排12项重点任务", "1")], notice.Warnings.Select(warning => (warning.Line, warning.Issue, warning.Subject, warning.Detail)));
    }

    [Theory]
    [InlineData("重点任务 | 工作内容 | 负责科室 |")]
    [InlineData("工作任务 | 具体措施 | 责 任 股 室 |")]
    public void An_organ_that_gives_its_own_sections_work_names_them_in_the_column_of_units(string header)
    {
        var notice = Reading.WithBody($"{header}\n政策解读 | 解读全部新文件。 | 各责任科室 |\n回应关切 | 七日内答复。 | 综合科 |", "云河县教育局");

        Assert.Equal(["政策解读", "回应关切"], notice.Tasks.Select(task => task.Title));
        Assert.Equal(["各责任科室*/Responsible", "综合科/Responsible"], notice.Tasks.Select(Reading.Units));
    }
}
