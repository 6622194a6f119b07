namespace PlanBot.Tests.Dialogs;

public sealed class CoordinatorTests
{
    [Fact]
    public async Task Questions_about_the_period()
    {
        await using var talk = await Talk.AfterAsync(WithThreeAsync);

        await talk.PlayAsync(
            "coordinator: 一季度交齐了吗", "还没有交齐|13个单位|市发展改革委（2项）",
            "coordinator: 目前没动的单位", "13个单位",
            "coordinator: who are we still waiting for?", "13 units have not reported|市发展改革委 (2 tasks)",
            "coordinator: 谁预期了", "13个单位|!市文化和旅游局",
            "coordinator: who is overdue for Q1?", "13 units overdue",
            "coordinator: 名单里缺哪几个，二季度的", "2020-07-03|没有到期",
            "coordinator: 上季度报送率", "应报35项，已报5项|16个单位中，已报齐3个",
            "coordinator: 谁报了", "3个单位",
            "coordinator: third-quarter cut-off?", "2020-10-12|Sat. 10 Oct. worked|!..",
            "coordinator: 最后一次几号交", "2021-01-06",
            "coordinator: 三季度谁没报", "还没有开始|2020-10-12",
            "coordinator: 2019年四季度谁没报", "不在本计划的报告期内");
    }

    [Fact]
    public async Task Questions_about_a_unit_and_what_follows_from_them()
    {
        await using var talk = await Talk.AfterAsync(WithThreeAsync);

        await talk.PlayAsync(
            "coordinator: 商务那边交了几条", "市商务局|已报2项（共2项）",
            "coordinator: 那农业呢", "市农业农村委|已报0项（共2项）|已逾期",
            "coordinator: 二季度呢", "市农业农村委2020年第二季度|尚未到期",
            "coordinator: has education reported?", "No. 市教委",
            "coordinator: what about commerce?", "Yes. 市商务局 has reported 2 of 2 for Q1 2020, on 2020-04-01 10:00, in time",
            "coordinator: 民航局报了吗", "没有“民航局”这个单位",
            "coordinator: 委里报了没", "可能指以下单位|市教委|市发展改革委|!市商务局",
            "coordinator: 市教委", "还没有。市教委",
            "coordinator: 文旅局的下一步", "下一步工作：丁|!工作进展情况",
            "coordinator: 看看商务局第二项的报告", "第二项：|第1版|!第一项：",
            "coordinator: 看看商务局第三项的报告", "没有第三项",
            "coordinator: 看看市教委的报告", "尚未报送");
    }

    [Fact]
    public async Task A_long_report_is_shown_task_by_task()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        var text = string.Concat(Enumerable.Repeat("推进建设。", 200));
        await talk.SayAllAsync("unit-2", $"进展：{text} 问题：{text} 成效：{text} 下一步：{text}", "全部", "确认");

        await talk.PlayAsync(
            "coordinator: 看看市教委的报告", "请选择要看的任务|第三项：|!" + text,
            "coordinator: 看看市教委第二项的报告", "第二项：|" + text);
    }

    [Fact]
    public async Task Earlier_periods_are_counted_but_not_named()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.MoveToAsync("2020-07-06 09:00");

        await talk.PlayAsync(
            "coordinator: 谁逾期了", "2020年第二季度|以前各期还有16个单位的35项没有报",
            "coordinator: 一季度谁逾期了", "2020年第一季度|!以前各期");
    }

    [Fact]
    public async Task Urging_names_who_will_be_written_to_and_waits_for_confirmation()
    {
        await using var talk = await Talk.AfterAsync(WithThreeAsync);

        await talk.PlayAsync(
            "coordinator: 催办逾期单位", "13人|市教委联络员（市教委3项）|!市文化和旅游局联络员|确认发送吗",
            "coordinator: 谁逾期了", "13个单位|还有一件事待您确认|13人", // a question half-way, then the open one again, in one line
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 交通口的催一下", "市交通运输委联络员|1人|!市教委",
            "coordinator: 确认", "已催办1人：市交通运输委联络员",
            "coordinator: 交通口的催一下", "刚催办过|可再次催办",
            "coordinator: urge the overdue units", "12 people|was urged recently",
            "coordinator: confirm", "12 people urged",
            "coordinator: 催一下文旅局", "没有未报事项",
            "coordinator: 催一下民航局", "没有“民航局”");
    }

    [Theory]
    [InlineData("催办逾期单位", "除了教委", "12人")]
    [InlineData("催办，教委除外", "催办，教委除外", "12人")]
    [InlineData("urge the overdue units", "except education", "12 people")]
    public async Task Whoever_is_excepted_is_left_alone_and_the_others_are_urged(string first, string then, string expected)
    {
        await using var talk = await Talk.AfterAsync(WithThreeAsync);
        await talk.SayAsync("coordinator", first);

        var answer = first == then ? await talk.SayAllAsync("coordinator", "取消", first) : await talk.SayAsync("coordinator", then);

        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("市教委联络员", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_urged_before_anything_is_overdue_unless_asked()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "coordinator: 催办逾期单位", "没有逾期的单位",
            "coordinator: 提醒一下没报的单位", "16人",
            "coordinator: 取消", "没有做任何改动");
    }

    [Fact]
    public async Task What_is_not_understood_is_said()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 风吹过山那边的云", "没有看懂",
            "coordinator: 帮助", "管理员",
            "coordinator: 取消", "没有正在进行的操作");
    }

    /// <summary>7 April; 市商务局, 市文化和旅游局 and 市卫生健康委 have reported.</summary>
    private static async Task<Talk> WithThreeAsync()
    {
        var talk = await Talk.StartAsync("2020-04-01 10:00");
        foreach (var user in new[] { "unit-8", "unit-10" })
            await talk.SayAllAsync(user, "进展：甲 问题：乙 成效：丙 下一步：丁", "全部", "确认");
        await talk.SayAllAsync("unit-9", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");
        await talk.MoveToAsync("2020-04-07 09:00");
        return talk;
    }
}
