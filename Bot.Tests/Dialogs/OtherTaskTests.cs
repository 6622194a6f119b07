using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Dialogs;

/// <summary>不对，这是第三条的: what was written under one task belongs to another, and is never taken for an objection.</summary>
public sealed class OtherTaskTests
{
    private const string First = "第一条:上门对接企业11家,问题是疫情期间不便走访,成效是签约意向2个,下一步恢复线下拜访";

    [Theory]
    [InlineData("不对,搞错了,这是第三条的")]
    [InlineData("哎呀写错了，这些应该是第三项的")]
    [InlineData("这个放到第三项里")]
    [InlineData("不好意思，刚才写的其实是报第三项的")]
    [InlineData("不是第一项，是第三项的")]
    [InlineData("移到任务3")]
    [InlineData("sorry, this is for task 3")]
    [InlineData("oops, wrong task, that belongs to task three")]
    [InlineData("no wait, I meant task 3")]
    [InlineData("can you move it to task 3")]
    [InlineData("this should be under task 3, not task 1")]
    public async Task At_the_summary_it_moves_and_is_shown_again(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.PlayAsync(
            $"unit-13: {First}", "第一项：",
            $"unit-13: {said}", "上门对接企业11家|签约意向2个|!异议|!objection",
            "unit-13: 确认", "第三项，共1项");

        var rows = await talk.RowsOfAsync("unit-13");
        Assert.Equal([true, true, false], rows.Select(row => row.IsOpen));
        Assert.Empty(await talk.Get<IProgressRepository>().DraftsAsync([rows[0].ObligationId], CancellationToken.None));
    }

    [Theory]
    [InlineData("不对，这是第二项的")]
    [InlineData("等等，这个是第二项的内容")]
    [InlineData("sorry, this is for task 2")]
    [InlineData("wait, that was task 2")]
    [InlineData("搞错了，第二项")]
    public async Task While_a_section_is_asked_for(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.PlayAsync(
            "unit-7: 第一项：论坛方案已报市政府", "请填写第一项|存在问题",
            $"unit-7: {said}", "!第一项的“存在问题”|!异议|!objection",
            "unit-7: 会期可能推迟", "",
            "unit-7: 无", "",
            "unit-7: 等大会通知", "第二项：|论坛方案已报市政府|会期可能推迟|!第一项：");
    }

    [Fact]
    public async Task Of_several_it_is_asked_which()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.PlayAsync(
            "unit-13: 第一项：进展：甲 问题：乙 成效：丙 下一步：丁 第二项：进展：戊 问题：己 成效：庚 下一步：辛", "请核对",
            "unit-13: 不对，这是第三项的", "哪一项的内容移到第三项|请核对",
            "unit-13: 第二项的内容移到第三项", "已把第二项的内容移到第三项|第一项：|第三项：|!第二项：");
    }

    [Fact]
    public async Task What_stands_under_the_other_task_stays()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.PlayAsync(
            "unit-13: 第一项：进展：甲 问题：无 成效：丙 下一步：丁 第三项：进展：戊 问题：无 成效：庚 下一步：辛", "请核对",
            "unit-13: 第一项的其实是第三项的", "第三项：|戊\n甲|庚\n丙|!第一项：");
    }

    [Fact]
    public async Task A_number_that_the_unit_does_not_have()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.PlayAsync($"unit-13: {First}", "第一项：", "unit-13: 不对，这是第七项的", "没有第七项|第一项：");
    }

    [Theory]
    [InlineData("第三项不归我们管", "异议")]
    [InlineData("task 3 is not ours", "objection")]
    public async Task An_objection_is_still_one(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.PlayAsync($"unit-13: {First}", "第一项：", $"unit-13: {said}", answer);
    }
}
