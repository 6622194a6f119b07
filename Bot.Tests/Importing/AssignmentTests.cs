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
    [InlineData("（责任单位：县财政局，年内持续推进）", "年内持续推进", null, null)]
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

    [Fact]
    public void A_lost_closing_bracket_is_read_to_the_end_and_remarked()
    {
        var notice = Reading.WithBody("（一）改进服务。开通预约窗口。（责任单位：县财政局、教育局");

        Assert.Equal("县财政局/Responsible 县教育局/Responsible", Reading.Units(Assert.Single(notice.Tasks)));
        Assert.Equal([(4, NoticeIssue.BracketMissing)], Reading.Remarks(notice));
    }

    [Fact]
    public void Leaders_in_a_tail_are_not_units()
    {
        var task = Assert.Single(Reading.WithBody("（一）改进服务。（责任领导：某某；责任单位：县财政局；责任人：某某）").Tasks);

        Assert.Equal("县财政局/Responsible", Reading.Units(task));
    }
}
