using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Headings that name who does the items below them, and items that open with their unit.</summary>
public sealed class AssigningHeadingTests
{
    [Theory]
    [InlineData("一、牵头单位：县水务局", "县水务局/Lead")]
    [InlineData("一、牵头单位：县水务局、住建局（3项）", "县水务局/Lead 县住建局/Lead")]
    [InlineData("（一）责任单位：县水务局、县住建局", "县水务局/Responsible 县住建局/Responsible")]
    [InlineData("（一）牵头单位：县水务局；配合单位：县财政局", "县水务局/Lead 县财政局/Support")]
    [InlineData("一、县水务局牵头（2项）", "县水务局/Lead")]
    [InlineData("一、县水务局牵头的2项重点任务", "县水务局/Lead")]
    [InlineData("一、由县水务局负责的任务", "县水务局/Responsible")]
    [InlineData("一、县水务局牵头，县财政局配合", "县水务局/Lead 县财政局/Support")]
    [InlineData("一、（牵头单位：县水务局）", "县水务局/Lead")]
    public void A_heading_that_assigns_holds_for_the_items_below_it(string heading, string units)
    {
        var notice = Reading.WithBody($"{heading}\n1.改造供水管网。\n2.新建排涝泵站，\n汛期前完成。");

        Assert.Equal(["改造供水管网。", "新建排涝泵站，\n汛期前完成。"], notice.Tasks.Select(task => task.Text));
        Assert.All(notice.Tasks, task => Assert.Equal(units, Reading.Units(task)));
        Assert.Empty(notice.Warnings);
    }

    [Fact]
    public void A_heading_holds_until_the_next_of_its_level()
    {
        var notice = Reading.WithBody("""
            一、牵头单位：县水务局
            （一）城市供水
            1.改造供水管网。
            2.更换智能水表。
            （二）防汛排涝
            1.新建排涝泵站。
            二、牵头单位：县教育局
            1.新增小学学位。
            三、保障措施
            1.加强组织领导。
            """);

        Assert.Equal(
            ["（一）1: 县水务局/Lead", "（一）2: 县水务局/Lead", "（二）1: 县水务局/Lead", "1: 县教育局/Lead"],
            notice.Tasks.Select(task => $"{task.Number}: {Reading.Units(task)}"));
    }

    [Theory]
    [InlineData("（牵头单位：县住建局；配合单位：县财政局）", "县住建局/Lead 县财政局/Support")] // its own lead
    [InlineData("（县住建局负责）", "县住建局/Responsible")]
    [InlineData("（配合单位：县财政局、住建局）", "县水务局/Lead 县财政局/Support 县住建局/Support")]
    [InlineData("（责任单位：县财政局）", "县水务局/Lead 县财政局/Support")] // 责任单位 beside a lead
    public void What_an_item_names_itself_is_kept(string tail, string units) =>
        Assert.Equal(units, Reading.Units(Reading.WithBody($"一、牵头单位：县水务局\n1.改造供水管网。{tail}\n2.新建排涝泵站。").Tasks[0]));

    [Fact]
    public void Lines_behind_the_last_item_are_not_its_own()
    {
        var notice = Reading.WithBody("""
            一、牵头单位：县水务局
            1.改造供水管网。
            2.新建排涝泵站。
            各单位每月25日前将进展情况报县政府办公室。
            云河县人民政府办公室
            1.联系方式另行通知。
            """);

        Assert.Equal(["改造供水管网。", "新建排涝泵站。"], notice.Tasks.Select(task => task.Text));
        Assert.NotNull(notice.Plan.Reporting);
    }

    [Theory]
    [InlineData("附件\n1.填写说明见附表。")] // another list
    [InlineData("有关要求\n3.按时完成任务。")] // a heading without a number may have come between
    [InlineData("（一）加强组织领导。")]
    [InlineData("4.按时完成任务。")]
    public void An_item_that_need_not_belong_to_the_heading_gets_no_unit_from_it(string others)
    {
        var notice = Reading.WithBody($"一、牵头单位：县水务局\n1.改造供水管网。\n2.新建排涝泵站。\n{others}");

        Assert.Equal(["改造供水管网。", "新建排涝泵站。"], notice.Tasks.Select(task => task.Text));
    }

    [Fact]
    public void Numbers_below_an_item_are_parts_of_it()
    {
        var notice = Reading.WithBody("一、牵头单位：县水务局\n1.改造供水管网。分两步实施：\n（1）调查现有管网。\n（2）更换老旧阀门。\n2.新建排涝泵站。");

        Assert.Equal(["1", "2"], notice.Tasks.Select(task => task.Number));
        Assert.Equal([(6, NoticeIssue.NoUnit), (7, NoticeIssue.NoUnit)], Reading.Remarks(notice));
    }

    [Fact]
    public void Names_of_units_assign_where_several_are_headings()
    {
        var notice = Reading.WithBody("""
            一、县教育局
            1.新增小学学位。
            2.新建公办幼儿园。（配合单位：县财政局）
            二、县财政局（1项）
            1.兑现惠企资金。
            """);

        Assert.Equal(["县教育局/Lead", "县教育局/Lead 县财政局/Support", "县财政局/Lead"], notice.Tasks.Select(Reading.Units));
        Assert.Empty(notice.Warnings);
    }

    [Theory]
    [InlineData("一、县教育局\n1.新增小学学位。\n2.新建公办幼儿园。")] // one alone
    [InlineData("一、优化产业布局\n1.新建产业园区。\n二、建设科创中心\n1.引进研发机构。")] // no units
    [InlineData("一、县体育中心\n1.新建运动场馆。\n二、县文化中心\n1.改造演艺大厅。")] // what is built
    [InlineData("一、县教育局\n1.张某某 副局长\n二、县财政局\n1.李某某 0500-5550170")] // lists of people
    public void Other_headings_assign_nothing(string body) => Assert.Empty(Reading.WithBody(body).Tasks);

    [Fact]
    public void Several_names_among_headings_of_one_each_are_remarked()
    {
        var notice = Reading.WithBody("一、县教育局\n1.新增小学学位。\n二、县财政局\n1.兑现惠企资金。\n三、县水务局、县住建局\n1.改造供水管网。");

        Assert.Equal(2, notice.Tasks.Count);
        Assert.Equal([(9, NoticeIssue.NoUnit)], Reading.Remarks(notice));
    }

    [Fact]
    public void A_unit_in_front_of_an_item_does_it_where_most_items_of_the_list_are_written_so()
    {
        var notice = Reading.WithBody("""
            一、推进机制
            1.镇财政办：做好资金保障。
            2.镇宣传办、镇派出所：做好宣传引导。（配合单位：镇妇联）
            3.定期开展检查。
            """, "云河县临水镇人民政府");

        Assert.Equal(["做好资金保障。", "做好宣传引导。"], notice.Tasks.Select(task => task.Text));
        Assert.Equal(["镇财政办/Responsible", "镇宣传办/Responsible 镇派出所/Responsible 镇妇联/Support"], notice.Tasks.Select(Reading.Units));
        Assert.Equal([(7, NoticeIssue.NoUnit)], Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("1.县财政局：做好资金保障。\n2.加强宣传引导。\n3.开展日常保洁。")] // most are not
    [InlineData("1.县财政局：500万元，用于补助。\n2.县教育局：300万元，用于建校。")]
    [InlineData("1.组织保障：成立工作专班。\n2.资金保障：落实专项资金。")]
    [InlineData("1.县财政局：张某某，电话5550170。\n2.县教育局：李某某，电话5550171。")]
    public void Words_before_a_colon_need_not_be_who_does_it(string body) => Assert.Empty(Reading.WithBody($"一、有关事项\n{body}").Tasks);
}
