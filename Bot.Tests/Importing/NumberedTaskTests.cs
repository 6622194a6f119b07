using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Numbered paragraphs that name their units.</summary>
public sealed class NumberedTaskTests
{
    [Fact]
    public void A_number_without_units_is_a_heading_for_the_numbers_below_it()
    {
        var notice = Reading.WithBody("""
            二、主要任务
            （一）夯实基础。建设机房。（责任单位：县大数据局）
            （二）拓展应用。
            1．智慧停车。接入全部公共泊位。（责任单位：县城管局、公安局）
            　2. 智慧水务。更换智能水表。（责任单位：县水务局）
            （三）保障安全。开展演练。（责任单位：县委网信办）
            三、保障措施
            （一）加强领导。成立专班。
            （二）加强宣传。办好展览。
            """);

        Assert.Equal(["（一）", "（二）1", "（二）2", "（三）"], notice.Tasks.Select(task => task.Number));
        Assert.Equal(["夯实基础", "智慧停车", "智慧水务", "保障安全"], notice.Tasks.Select(task => task.Title));
        Assert.Equal("智慧停车。接入全部公共泊位。", notice.Tasks[1].Text);
        Assert.Equal("县城管局/Responsible 县公安局/Responsible", Reading.Units(notice.Tasks[1]));
        Assert.Equal([5, 7, 8, 9], notice.Tasks.Select(task => task.Line));
        Assert.Empty(notice.Warnings);
    }

    [Theory]
    [InlineData("1.改造管网。更换阀门。此项工作由县水务局牵头，县财政局、住建局配合。", "县水务局/Lead 县财政局/Support 县住建局/Support")]
    [InlineData("1.改造管网。由县水务局会同县财政局、住建局组织实施。", "县水务局/Lead 县财政局/Support 县住建局/Support")]
    [InlineData("1.改造管网。由县水务局、住建局负责。", "县水务局/Responsible 县住建局/Responsible")]
    public void The_last_sentence_may_say_who_does_it(string paragraph, string units)
    {
        var task = Assert.Single(Reading.WithBody(paragraph).Tasks);

        Assert.Equal(units, Reading.Units(task));
        Assert.EndsWith("。", task.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("县水务局", task.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1、", "1")]
    [InlineData("1.", "1")]
    [InlineData("12．", "12")]
    [InlineData("（3）", "（3）")]
    [InlineData("④", "④")]
    [InlineData("(五)", "(五)")]
    [InlineData("六、", "六")]
    public void Numbers_stay_as_printed_without_the_stop_behind_them(string label, string expected) =>
        Assert.Equal(expected, Assert.Single(Reading.WithBody($"{label}改造管网。（责任单位：县水务局）").Tasks).Number);

    [Fact]
    public void An_item_among_tasks_that_lost_its_units_is_remarked()
    {
        var notice = Reading.WithBody("一、任务\n1．改造管网。（责任单位：县水务局）\n2．新建泵站。\n3．清淤河道。（责任单位：县水务局）");

        Assert.Equal(["1", "3"], notice.Tasks.Select(task => task.Number));
        Assert.Equal([(6, NoticeIssue.NoUnit, "2")], notice.Warnings.Select(warning => (warning.Line, warning.Issue, warning.Subject)));
    }

    [Fact]
    public void Numbers_below_a_task_that_have_no_units_are_remarked_and_not_given_its_own()
    {
        var notice = Reading.WithBody("（一）改善供水。（牵头单位：县水务局）\n1．改造管网。\n2．新建泵站。（责任单位：县住建局）");

        Assert.Equal(["（一）: 县水务局/Lead", "（一）2: 县住建局/Responsible"], notice.Tasks.Select(task => $"{task.Number}: {Reading.Units(task)}"));
        Assert.Equal([(5, NoticeIssue.NoUnit)], Reading.Remarks(notice));
    }

    [Fact]
    public void Paragraphs_without_numbers_may_be_tasks()
    {
        var notice = Reading.WithBody("改造管网。（责任单位：县水务局）\n各单位要抓好落实。\n1．其他事项。");

        Assert.Equal((null, "改造管网。", 4), (Assert.Single(notice.Tasks).Number, notice.Tasks[0].Text, notice.Tasks[0].Line));
    }

    [Fact]
    public void Text_between_two_tasks_is_remarked()
    {
        var notice = Reading.WithBody("一、任务\n1．改造管网。（责任单位：县水务局）\n上述工作另行考核。\n2．清淤河道。（责任单位：县水务局）");

        Assert.Equal(2, notice.Tasks.Count);
        Assert.Equal([(6, NoticeIssue.NotPlaced)], Reading.Remarks(notice));
    }

    [Fact]
    public void A_heading_and_the_paragraphs_below_it_are_one_task()
    {
        var task = Assert.Single(Reading.WithBody("（一）改善出行\n新增公交线路两条。\n改造候车亭。（责任单位：县交通局）").Tasks);

        Assert.Equal(("改善出行", "改善出行\n新增公交线路两条。\n改造候车亭。", 4), (task.Title, task.Text, task.Line));
    }

    [Fact]
    public void A_paragraph_broken_by_hard_line_ends_is_one_task()
    {
        var task = Assert.Single(Reading.WithBody("（一）改善出行。在城东片区新增公交线路两条，并对沿线的候车\n亭进行改造。（责任单位：县交通局、\n公安局）").Tasks);

        Assert.Equal("改善出行。在城东片区新增公交线路两条，并对沿线的候车亭进行改造。", task.Text);
        Assert.Equal("县交通局/Responsible 县公安局/Responsible", Reading.Units(task));
    }

    [Fact]
    public void Units_may_stand_on_lines_of_their_own()
    {
        var notice = Reading.WithBody("""
            1．改造管网。
            牵头单位：县水务局
            配合单位：县住建局、财政局
            完成时限：2021年11月底
            2．清淤河道。
            责任单位：县水务局
            """);

        Assert.Equal(["县水务局/Lead 县住建局/Support 县财政局/Support", "县水务局/Responsible"], notice.Tasks.Select(Reading.Units));
        Assert.Equal(["2021-11-30", null], notice.Tasks.Select(task => task.Deadline?.Date));
        Assert.Equal(["改造管网。", "清淤河道。"], notice.Tasks.Select(task => task.Text));
    }

    [Fact]
    public void Units_may_stand_below_their_markers_one_a_line()
    {
        var notice = Reading.WithBody("""
            1．改造管网。
            牵头单位：
            县水务局
            配合单位：
            县住建局、财政局
            各镇
            完成时限：
            2021年11月底
            2．清淤河道。
            责任单位：
            县水务局
            汛期前完成主河道。
            """);

        Assert.Equal(["县水务局/Lead 县住建局/Support 县财政局/Support 各镇*/Support", "县水务局/Responsible"], notice.Tasks.Select(Reading.Units));
        Assert.Equal(["2021-11-30", null], notice.Tasks.Select(task => task.Deadline?.Date));
        Assert.Equal(["改造管网。", "清淤河道。"], notice.Tasks.Select(task => task.Text)); // a sentence is no unit
    }

    [Fact]
    public void A_page_number_between_two_lines_of_an_assignment_is_no_part_of_it()
    {
        var task = Assert.Single(Reading.WithBody("（一）改善出行。在城东片区新增公交线路两条，改造候车亭。（责任单位：县交通局、\n      — 12 —\n县公安局，各镇）").Tasks);

        Assert.Equal("县交通局/Responsible 县公安局/Responsible 各镇*/Responsible", Reading.Units(task));
    }

    [Fact]
    public void A_line_broken_behind_the_second_of_two_lists_goes_on()
    {
        var task = Assert.Single(Reading.WithBody("（2）落实“财政+土地+信用”组合式激励。（牵头单位：县发改委；责任单位：县财政局、\n税务局、城管局）").Tasks);

        Assert.Equal("县发改委/Lead 县财政局/Support 县税务局/Support 县城管局/Support", Reading.Units(task));
        Assert.Equal("落实“财政+土地+信用”组合式激励。", task.Text);
    }

    [Fact]
    public void A_line_broken_behind_a_marker_goes_on()
    {
        var task = Assert.Single(Reading.WithBody("（一）改善出行。在城东片区新增公交线路两条。（牵头单位：县交通局；责任单位：\n县公安局、城管局；完成\n时限：2021年6月）").Tasks);

        Assert.Equal("县交通局/Lead 县公安局/Support 县城管局/Support", Reading.Units(task));
        Assert.Equal("2021-06", task.Deadline?.Date);
    }

    [Fact]
    public void Units_may_stand_in_a_closing_sentence()
    {
        var task = Assert.Single(Reading.WithBody("1．改造管网。更换老旧阀门。责任单位：县水务局、住建局。").Tasks);

        Assert.Equal(("改造管网。更换老旧阀门。", "县水务局/Responsible 县住建局/Responsible"), (task.Text, Reading.Units(task)));
    }

    [Fact]
    public void A_space_before_the_last_stop_and_a_decimal_are_text()
    {
        var task = Assert.Single(Reading.WithBody("1.投资1.5亿元，建成厂房 。（责任单位：县工信局）").Tasks);

        Assert.Equal("投资1.5亿元，建成厂房 。", task.Text);
    }

    [Fact]
    public void Sentences_with_units_of_their_own_are_items_of_one_number()
    {
        var notice = Reading.WithBody("1.制定准入清单。明确目录（试行）。（县环保局牵头，县发改局、财政局参与）按要求新建锅炉。（县环保局、县住建局牵头，县财政局配合）开展整治；（责任单位：各镇）。\n2.改进服务。（县教育局负责）");

        Assert.Equal(["1", "1", "1", "2"], notice.Tasks.Select(task => task.Number));
        Assert.Equal(["制定准入清单。明确目录（试行）。", "按要求新建锅炉。", "开展整治；", "改进服务。"], notice.Tasks.Select(task => task.Text));
        Assert.Equal(["县环保局/Lead 县发改局/Support 县财政局/Support", "县环保局/Lead 县住建局/Lead 县财政局/Support", "各镇*/Responsible", "县教育局/Responsible"], notice.Tasks.Select(Reading.Units));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void Duties_with_units_in_brackets_may_follow_each_other_with_semicolons()
    {
        var notice = Reading.WithBody("（一）稳定就业。返还保费（责任单位：县人社局、财政局）；举办招聘会（责任单位：县人社局、各镇）；建成零工市场（责任单位：县人社局）。");

        Assert.Equal(["县人社局/Responsible 县财政局/Responsible", "县人社局/Responsible 各镇*/Responsible", "县人社局/Responsible"], notice.Tasks.Select(Reading.Units));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void What_goes_on_behind_the_units_of_a_line_is_remarked()
    {
        var notice = Reading.WithBody("1.制定准入清单。（县环保局负责）另行通知。");

        Assert.Equal("县环保局/Responsible", Reading.Units(Assert.Single(notice.Tasks)));
        Assert.Equal([(4, NoticeIssue.NotPlaced)], Reading.Remarks(notice));
    }

    [Fact]
    public void A_note_for_all_tasks_in_the_tail_of_one_is_remarked()
    {
        var notice = Reading.WithBody("1.制定准入清单。〔县环保局牵头，县发改局、财政局参与，各镇人民政府（管委会）负责落实。以下各项工作均需各镇人民政府落实，不再列出。〕");

        Assert.Equal("县环保局/Lead 县发改局/Support 县财政局/Support 各镇人民政府（管委会）*/Support", Reading.Units(Assert.Single(notice.Tasks)));
        Assert.Equal([(4, NoticeIssue.UnknownMarker)], Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("1. 培育企业100家，投资2亿元。责任单位：县工信局、科技局。2. 举办活动20场。责任单位：县商务局。", "1: 县工信局 县科技局|2: 县商务局")]
    [InlineData("一、稳增长。1. 培育企业。责任单位：县工信局。2. 稳定外贸。责任单位：县商务局。", "1: 县工信局|2: 县商务局")]
    [InlineData("（一）改造管网。（责任单位：县水务局）（二）新建泵站。（责任单位：县住建局）", "（一）: 县水务局|（二）: 县住建局")]
    [InlineData("1. 做好两件事：（1）改造管网；（2）新建泵站。（责任单位：县水务局）", "1: 县水务局")] // an enumeration of one item
    [InlineData("1. 增长1.5亿元。2.3万人受益。责任单位：县水务局。", "1: 县水务局")]
    public void Items_that_share_a_line_are_told_apart(string line, string expected) => Assert.Equal(
        expected.Split('|'), Reading.WithBody(line).Tasks.Select(task => $"{task.Number}: {string.Join(' ', task.Units.Select(unit => unit.Name))}"));

    [Fact]
    public void Units_in_the_middle_of_a_text_are_remarked()
    {
        var notice = Reading.WithBody("1. 改造管网。责任单位：县水务局。新建泵站。（责任单位：县住建局）");

        Assert.Equal([(4, NoticeIssue.NotPlaced, "责任单位：县水务局")], notice.Warnings.Select(warning => (warning.Line, warning.Issue, warning.Subject)));
    }

    [Fact]
    public void A_unit_named_as_responsible_and_as_lead_leads()
    {
        var notice = Reading.WithBody("1. 改造管网。（责任单位：县水务局、财政局，牵头单位：县财政局）");

        Assert.Equal("县水务局/Support 县财政局/Lead", Reading.Units(Assert.Single(notice.Tasks)));
    }

    [Fact]
    public void Paragraphs_without_numbers_are_tasks_where_units_stand_below_them()
    {
        var notice = Reading.WithBody(
            "今年办好下列实事。\n关键词 教育\n新增学位2000个。\n主管领导：赵某\n责任单位：县教育局\n主要责任人：钱某\n进度安排：年内建成。\n改造老旧小区三十个，更新管网一百公里，加装电梯\n五十部。\n责任单位：县住建局");

        Assert.Equal(["新增学位2000个。", "改造老旧小区三十个，更新管网一百公里，加装电梯五十部。"], notice.Tasks.Select(task => task.Text));
        Assert.Equal(["县教育局/Responsible", "县住建局/Responsible"], notice.Tasks.Select(Reading.Units));
        Assert.Equal([(7, NoticeIssue.PersonLeftOut), (10, NoticeIssue.NotPlaced)], Reading.Remarks(notice));
    }

    [Fact]
    public void Labels_of_a_page_without_units_below_words_are_no_tasks()
    {
        var notice = Reading.Notice("发布单位：云河县人民政府办公室\n责任领导：孙某\n云河县人民政府办公室关于印发2021年重点工作的通知\n2021年3月8日\n1.办好实事。（责任单位：县教育局）");

        Assert.Equal("办好实事。", Assert.Single(notice.Tasks).Text);
        Assert.Empty(notice.Warnings);
    }

    [Theory]
    [InlineData("（牵头单位：县工信局，配合单位：县农业农村局、各乡镇）")]
    [InlineData("（县工信局牵头，县农业农村局、各乡镇配合）")]
    public void Units_in_brackets_on_a_line_of_their_own_are_the_tasks_above(string tail)
    {
        var notice = Reading.WithBody($"1.通网络。2023年延伸到全部行政村。\n  {tail}\n2.建平台。（责任单位：县大数据局）");

        Assert.Equal(["通网络。2023年延伸到全部行政村。", "建平台。"], notice.Tasks.Select(task => task.Text));
        Assert.Equal("县工信局/Lead 县农业农村局/Support 各乡镇*/Support", Reading.Units(notice.Tasks[0]));
        Assert.Empty(notice.Warnings);
    }
}
