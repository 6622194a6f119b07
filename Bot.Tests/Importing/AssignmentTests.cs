using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>The tail of a numbered paragraph: who does it, in which role, and by when.</summary>
public sealed class AssignmentTests
{
    [Theory]
    [InlineData("（责任单位：县财政局、教育局）", "县财政局/Responsible 县教育局/Responsible")]
    [InlineData("(责任单位:县财政局、教育局)", "县财政局/Responsible 县教育局/Responsible")] // half-width throughout
    [InlineData("（责任单位：县财政局）。", "县财政局/Responsible")]
    [InlineData("（牵头单位：县财政局，配合单位：县教育局、民政局）", "县财政局/Lead 县教育局/Support 县民政局/Support")]
    [InlineData("（牵头单位：县财政局；责任单位：县教育局）", "县财政局/Lead 县教育局/Support")] // 责任 beside 牵头 supports
    [InlineData("（牵头部门：县财政局；参与单位：各镇、街道）", "县财政局/Lead 各镇、街道*/Support")]
    [InlineData("（主要责任单位：县财政局；协同配合单位：县教育局）", "县财政局/Lead 县教育局/Support")]
    [InlineData("（责任单位：县财政局、教育局，各镇）", "县财政局/Responsible 县教育局/Responsible 各镇*/Responsible")]
    [InlineData("（责任单位：县财政局（县国资办）、县教育局）", "县财政局（县国资办）/Responsible 县教育局/Responsible")]
    [InlineData("（责任单位：县财政局（牵头）、县教育局、民政局）", "县财政局/Lead 县教育局/Support 县民政局/Support")]
    [InlineData("（牵頭單位：县财政局，責任單位：县教育局）", "县财政局/Lead 县教育局/Support")] // a traditional mirror
    [InlineData("（县财政局牵头，县教育局、民政局配合）", "县财政局/Lead 县教育局/Support 县民政局/Support")]
    [InlineData("（县财政局负责）", "县财政局/Responsible")]
    [InlineData("（县财政局牵头，县教育局、民政局按职责分工负责）", "县财政局/Lead 县教育局/Support 县民政局/Support")]
    [InlineData("（县委网信办，县政务和数据局按职责分工负责）", "县委网信办/Responsible 县政务和数据局/Responsible")]
    [InlineData("（县财政局牵头，县教育局配合，年内持续推进）", "县财政局/Lead 县教育局/Support")]
    [InlineData("（由县财政局牵头落实）", "县财政局/Lead")]
    [InlineData("（县财政局会同县教育局负责）", "县财政局/Lead 县教育局/Support")]
    [InlineData("（各镇政府结合实际落实）", "各镇政府*/Responsible")]
    [InlineData("（县发改局牵头，县财政局、县水务局等部门，县城投公司、各镇配合）", "县发改局/Lead 县财政局/Support 县水务局/Support 县城投公司/Support 各镇*/Support")] // the verb behind holds, not the one before
    [InlineData("（县发改局牵头，县财政局、水务局）", "县发改局/Lead 县财政局/Support 县水务局/Support")] // behind the last verb
    [InlineData("（县发改局，县财政局，县水务局负责，各镇配合）", "县发改局/Responsible 县财政局/Responsible 县水务局/Responsible 各镇*/Support")]
    [InlineData("（县发改局、县财政局；配合单位：各镇）", "县发改局/Responsible 县财政局/Responsible 各镇*/Support")] // a marker holds for what follows it only
    [InlineData("（县发改局牵头、县财政局配合）", "县发改局/Lead 县财政局/Support")]
    [InlineData("（县发改局牵头督导，县财政局、水务局参与）", "县发改局/Lead 县财政局/Support 县水务局/Support")]
    [InlineData("（县发改局牵头负责，县财政局、县审计局按职能配合落实）", "县发改局/Lead 县财政局/Support 县审计局/Support")]
    [InlineData("（由县发改局牵头，会同县财政局、县教育局落实）", "县发改局/Lead 县财政局/Support 县教育局/Support")]
    [InlineData("（县财政局、县教育局共同牵头，各镇参与）", "县财政局/Lead 县教育局/Lead 各镇*/Support")]
    [InlineData("（责任单位：县发改局 县财政局/县教育局）", "县发改局/Responsible 县财政局/Responsible 县教育局/Responsible")]
    [InlineData("（责任单位：各镇党委、政府）", "各镇党委、政府*/Responsible")]
    [InlineData("（县住建局、自然资源局，县城投公司；责任人：某某）", "县住建局/Responsible 县自然资源局/Responsible 县城投公司/Responsible")]
    [InlineData("（县直有关部门、各镇政府负责，县督查室督办）", "县直有关部门*/Responsible 各镇政府*/Responsible")]
    [InlineData("（县发改局为主，县财政局协助）", "县发改局/Lead 县财政局/Support")]
    [InlineData("（县市場監管局牽頭，縣級各有關部門及各鎮政府按職責分工負責）", "县市場監管局/Lead 縣級各有關部門*/Support 各鎮政府*/Support")]
    [InlineData("（县教育局、民政局依据各自职责抓好落实）", "县教育局/Responsible 县民政局/Responsible")]
    [InlineData("（牵头单位：县财政局 配合单位：县教育局、民政局）", "县财政局/Lead 县教育局/Support 县民政局/Support")] // a space for a comma
    [InlineData("（牵头单位：县财政局。责任单位：县教育局。）", "县财政局/Lead 县教育局/Support")]
    [InlineData("（牵头单位县财政局，配合单位县教育局）", "县财政局/Lead 县教育局/Support")] // no colon
    [InlineData("（牵头单位：县财政局）（配合单位：县教育局）", "县财政局/Lead 县教育局/Support")]
    [InlineData("【责任单位：县财政局、教育局】", "县财政局/Responsible 县教育局/Responsible")]
    [InlineData("[牵头单位：县财政局；配合单位：县教育局]", "县财政局/Lead 县教育局/Support")]
    [InlineData("【责任单位】县财政局、教育局", "县财政局/Responsible 县教育局/Responsible")]
    [InlineData("（责任单位：县农业局牵头，县民政局、县教育局等有关部门参加，各镇落实）", "县农业局/Lead 县民政局/Support 县教育局/Support 各镇*/Support")] // the verb is more particular than the marker
    [InlineData("（牵头单位：县审批局；责任单位：县司法局、县委编办及县直相关单位，各镇人民政府，6月底完成）", "县审批局/Lead 县司法局/Support 县委编办/Support 县直相关单位*/Support 各镇人民政府*/Support")]
    [InlineData("（县级牵头单位：县财政局，其他责任单位：县教育局）", "县财政局/Lead 县教育局/Support")]
    [InlineData("（县财政局、教育局）", "县财政局/Responsible 县教育局/Responsible")] // behind the last full stop a bare list can be nothing else
    [InlineData("（县财政局负责，各镇协同）", "县财政局/Responsible 各镇*/Support")]
    [InlineData("（县财政局主办，县教育局、民政局会办）", "县财政局/Lead 县教育局/Support 县民政局/Support")]
    [InlineData("（主要责任单位：县财政局；次要责任单位：县教育局）", "县财政局/Lead 县教育局/Support")]
    [InlineData("（责任单位：各镇人民政府〈含开发区、农场，下同〉，县教育局（以下简称教育局））", "各镇人民政府*/Responsible 县教育局/Responsible")] // what a word stands for is no part of the name
    [InlineData("牵头单位：县财政局。配合单位：县教育局、民政局。", "县财政局/Lead 县教育局/Support 县民政局/Support")]
    public void A_tail_gives_units_and_roles_in_the_written_order(string tail, string expected)
    {
        var task = Assert.Single(Reading.WithBody($"（一）改进服务。开通预约窗口（试行）。{tail}").Tasks);

        Assert.Equal(expected, Reading.Units(task));
        Assert.Equal("改进服务。开通预约窗口（试行）。", task.Text); // a parenthesis inside the text assigns nothing
    }

    [Theory]
    [InlineData("（责任单位：县财政局，2021年9月底前完成）", "2021年9月底前完成", "2021-09-30", "day")]
    [InlineData("（责任单位：县财政局；完成时限：2021年12月）", "2021年12月", "2021-12", "month")]
    [InlineData("（责任单位：县财政局）（2021年10月20日前完成）", "2021年10月20日前完成", "2021-10-20", "day")]
    [InlineData("（责任单位：县财政局；完成时间：2021年6月30日前，长期坚持）", "2021年6月30日前", "2021-06-30", "day")]
    [InlineData("（县财政局负责。2021年12月底前完成）", "2021年12月底前完成", "2021-12-31", "day")]
    [InlineData("（责任单位：县财政局，年内持续推进）", "年内持续推进", null, null)]
    [InlineData("（责任单位：县财政局；每季度末通报）", "每季度末通报", null, null)]
    public void A_tail_may_end_in_a_deadline(string tail, string raw, string? date, string? precision)
    {
        var task = Assert.Single(Reading.WithBody($"1．改进服务。开通预约窗口。{tail}").Tasks);

        Assert.Equal((raw, date, precision), (task.Deadline?.Raw, task.Deadline?.Date, task.Deadline?.Precision));
        Assert.Equal("县财政局/Responsible", Reading.Units(task));
        Assert.Equal("改进服务。开通预约窗口。", task.Text);
    }

    [Theory]
    [InlineData("改进服务，（以下统称窗口）。")]
    [InlineData("改进服务（含周末）。")]
    [InlineData("支持县财政局，协助县教育局改进服务。")]
    [InlineData("改进服务（详见县财政局文件）")]
    [InlineData("建成服务大厅（县政务服务中心）")] // part of the sentence
    [InlineData("改进服务。（以企业自主申报为主）")]
    [InlineData("改进服务，责任单位各司其职，配合单位积极支持。")]
    public void Other_parentheses_and_organs_in_prose_assign_nothing(string text) =>
        Assert.DoesNotContain(Reading.WithBody($"（一）{text}\n（二）另一项。（责任单位：县财政局）").Tasks, task => task.Number == "（一）");

    [Theory]
    [InlineData("列第一位的责任单位为牵头单位。", "县财政局/Lead 县教育局/Support")]
    [InlineData("无牵头单位的,责任单位即为牵头单位。", "县财政局/Lead 县教育局/Lead")]
    [InlineData("各单位要抓好落实。", "县财政局/Responsible 县教育局/Responsible")]
    public void The_letter_may_say_who_leads(string letter, string expected)
    {
        var notice = Reading.WithBody($"{letter}\n一、任务\n1．改进服务。（责任单位：县财政局、教育局）\n2．压减开支。（牵头单位：县审计局，配合单位：县财政局）");

        Assert.Equal([expected, "县审计局/Lead 县财政局/Support"], notice.Tasks.Select(Reading.Units));
    }

    [Theory]
    [InlineData("排在首位的为牵头单位，下同")]
    [InlineData("排名第一的单位为牵头单位，以下各项同")]
    [InlineData("第一个责任单位为牵头单位")]
    [InlineData("列第一位者为工作牵头单位，下同")]
    public void The_tail_of_the_first_task_may_say_who_leads(string rule)
    {
        var notice = Reading.WithBody($"1．改进服务。（责任单位：县财政局、教育局，{rule}）\n2．压减开支。（责任单位：县审计局、财政局）");

        Assert.Equal(["县财政局/Lead 县教育局/Support", "县审计局/Lead 县财政局/Support"], notice.Tasks.Select(Reading.Units));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void A_lost_closing_bracket_is_read_to_the_end_and_remarked()
    {
        var notice = Reading.WithBody("（一）改进服务。开通预约窗口。（责任单位：县财政局、教育局");

        Assert.Equal("县财政局/Responsible 县教育局/Responsible", Reading.Units(Assert.Single(notice.Tasks)));
        Assert.Equal([(4, NoticeIssue.BracketMissing)], Reading.Remarks(notice));
    }

    [Fact]
    public void Leaders_in_a_tail_are_not_units_and_are_remarked_once()
    {
        var notice = Reading.WithBody("（一）改进服务。（责任领导：某某；责任单位：县财政局；责任人：某某）\n（二）压减开支。（责任领导：某甲；责任单位：县教育局）");

        Assert.Equal(["县财政局/Responsible", "县教育局/Responsible"], notice.Tasks.Select(Reading.Units));
        Assert.Equal([(4, NoticeIssue.PersonLeftOut)], Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("牵头领导：某某")]
    [InlineData("牵头负责领导:某某。")]
    [InlineData("县级包联领导：某甲、某乙")]
    [InlineData("分管县长：某某")]
    [InlineData("责任人：某某")]
    public void A_line_of_persons_is_no_part_of_the_text(string line)
    {
        var notice = Reading.WithBody($"1.建成便民大厅。\n{line}\n牵头责任单位：县财政局。\n协同责任单位：县教育局、民政局。");

        var task = Assert.Single(notice.Tasks);
        Assert.Equal(("建成便民大厅。", "县财政局/Lead 县教育局/Support 县民政局/Support"), (task.Text, Reading.Units(task)));
        Assert.Equal([(5, NoticeIssue.PersonLeftOut)], Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("（牵头单位：县发改局，数据提供单位：县统计局）", "数据提供单位：县统计局")]
    [InlineData("（牵头单位:县发改局;督办单位:县政府办、县统计局)", "督办单位:县政府办、县统计局")]
    [InlineData("（指导单位：市发改委，牵头单位：县发改局）", "指导单位：市发改委")]
    [InlineData("（牵头单位：县发改局；年度目标：增长8%）", "年度目标：增长8%")]
    public void What_stands_behind_an_unknown_marker_is_remarked_and_not_assigned(string tail, string left)
    {
        var notice = Reading.WithBody($"（一）稳定增长。全年增长8%。{tail}");

        Assert.Equal("县发改局/Lead", Reading.Units(Assert.Single(notice.Tasks)));
        Assert.Equal([(NoticeIssue.UnknownMarker, left)], notice.Warnings.Select(warning => (warning.Issue, warning.Subject)));
    }

    [Fact]
    public void Marker_lines_may_be_spaced_out_or_share_a_line()
    {
        var notice = Reading.WithBody("1.建成便民大厅。\n牵 头 单 位：县财政局    配 合 单 位：县教育局、民政局\n2.压减开支。\n【责任单位】县教育局\n3.清理账户。\n★责任单位——县审计局");

        Assert.Equal(["县财政局/Lead 县教育局/Support 县民政局/Support", "县教育局/Responsible", "县审计局/Responsible"], notice.Tasks.Select(Reading.Units));
    }
}
