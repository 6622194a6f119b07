using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Dialogs;

/// <summary>Coordinators decide about reports; units ask them to.</summary>
public sealed class RulingTests
{
    [Fact]
    public async Task A_report_is_returned_with_a_reason_and_comes_back()
    {
        await using var talk = await Talk.AfterAsync(WithReportsAsync);

        await talk.PlayAsync(
            "coordinator: 教委第三项打回去，缺数字", "退回修改|市教委2020年第一季度|第三项|理由：缺数字|2020-04-10|确认",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 教委第三项打回去", "请说明理由",
            "coordinator: 缺数字", "理由：缺数字",
            "coordinator: 确认", "市教委2020年第一季度第三项已退回|已通知联络员",
            "unit-2: 我的任务", "第三项|退回");
        Assert.Equal(ObligationState.Returned, (await talk.RowsOfAsync("unit-2"))[2].State);
        await talk.PlayAsync(
            "unit-2: 第三项：进展：十二所学校 问题：无 成效：丙 下一步：丁", "核对|确认",
            "unit-2: 确认", "已报送",
            "coordinator: 教委第三项通过", "审核通过|确认",
            "coordinator: 确认", "已审核通过");
        Assert.Equal(ObligationState.Accepted, (await talk.RowsOfAsync("unit-2"))[2].State);
    }

    [Fact]
    public async Task A_confirmation_is_no_reason_and_a_correction_none_either()
    {
        await using var talk = await Talk.AfterAsync(WithReportsAsync);

        await talk.PlayAsync(
            "coordinator: 教委第三项打回去", "请说明理由",
            "coordinator: 确认", "请说明理由",
            "coordinator: 等一下，是第二项", "请说明理由|!理由：等一下",
            "coordinator: 缺数字", "理由：缺数字|!等一下",
            "coordinator: 取消", "没有做任何改动");
    }

    [Theory]
    [InlineData("市金融局第一项延三天吧，哦不对，五天", "2020-04-13|!理由")] // 7, 8, 9, 10 and 13 April
    [InlineData("金融局第一项延两天，不，三天", "2020-04-09|!理由")]
    [InlineData("extend task 1 of finance by 3 days, no, 5 days", "2020-04-13|!Reason")]
    [InlineData("教委第三项打回去，缺数字", "第三项|理由：缺数字")]
    [InlineData("给教委第三项退回，数字不对，请核实", "第三项|数字不对")]
    public async Task A_change_of_mind_within_a_sentence_counts_and_is_no_reason(string said, string expected)
    {
        await using var talk = await Talk.AfterAsync(WithReportsAsync);

        await talk.PlayAsync($"coordinator: {said}", expected);
    }

    [Fact]
    public async Task Undoing_means_what_was_done_last()
    {
        await using var talk = await Talk.AfterAsync(WithReportsAsync);

        await talk.PlayAsync(
            "coordinator: 市金融局多给两天", "确认",
            "coordinator: 确认", "已延期",
            "coordinator: 交通口的催一下", "1人",
            "coordinator: 确认", "已催办1人",
            "coordinator: 撤销", "催办已经发出，收不回来"); // an urging cannot be taken back, and the extension before it is not meant
    }

    [Fact]
    public async Task A_return_without_a_number_asks_which_report()
    {
        await using var talk = await Talk.AfterAsync(WithReportsAsync);

        await talk.PlayAsync(
            "coordinator: 退回市教委的报告", "哪一项|第一项|第二项|第三项",
            "coordinator: 第二项", "请说明理由",
            "coordinator: 写得太笼统", "第二项|写得太笼统|确认",
            "coordinator: 改到4月15日", "2020-04-15",
            "coordinator: 确认", "2020-04-15|!第一项");
    }

    [Fact]
    public async Task More_time_is_counted_in_working_days_and_shown_before_it_is_granted()
    {
        await using var talk = await Talk.AfterAsync(WithReportsAsync);

        await talk.PlayAsync(
            "coordinator: 市金融局多给两天", "2020-04-03|2020-04-08|延期|确认", // 3 April, then Qingming on the 6th: two working days are the 7th and the 8th
            "coordinator: 确认", "已延期|2020-04-08",
            "coordinator: 谁逾期了", "!市金融局",
            "coordinator: 撤销", "已撤销：延期",
            "coordinator: 谁逾期了", "市金融局",
            "coordinator: 撤销", "没有可以撤销",
            "coordinator: 市金融局延期", "延到哪一天",
            "coordinator: 4月1日", "市金融局第一项不能延期|不比原来晚",
            "coordinator: give 市金融局 two more days", "2020-04-08 (Wednesday 8 April)|confirm",
            "coordinator: confirm", "Done");
        var row = (await talk.RowsOfAsync("unit-12"))[0];
        var extensions = await talk.Get<IObligationRepository>().ExtensionsAsync(row.ObligationId, CancellationToken.None);
        Assert.Equal(new DateOnly(2020, 4, 8), row.DueOn);
        Assert.Equal(2, extensions.Count); // the one that was undone stays on record
    }

    [Fact]
    public async Task A_waiver_needs_a_reason_and_ends_what_is_owed()
    {
        await using var talk = await Talk.AfterAsync(WithReportsAsync);

        await talk.PlayAsync(
            "coordinator: 人行这季度就免了吧", "请说明理由",
            "coordinator: 本季度没有安排任务", "免报|本季度没有安排任务|确认",
            "coordinator: 确认", "已免报",
            "coordinator: 人行报了吗", "免报",
            "coordinator: 免掉人行", "没有未报的事项");
    }

    [Fact]
    public async Task A_contact_asks_for_more_time_and_the_due_date_stays_until_it_is_granted()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "unit-9: 能不能延期到4月10日", "请说明理由",
            "unit-9: 数据还没有汇总", "2020-04-10|数据还没有汇总|确认",
            "unit-9: 确认", "编号1|截止日期仍是2020-04-03",
            "coordinator: 有哪些待处理的申请", "申请1|延期申请|市文化和旅游局|2020-04-10|数据还没有汇总",
            "unit-9: 我的任务", "2020-04-03|!2020-04-10",
            "coordinator: 同意申请1", "将同意|市文化和旅游局|确认",
            "coordinator: 确认", "已同意",
            "unit-9: 我的任务", "2020-04-10",
            "coordinator: 同意申请1", "没有待处理的申请");
    }

    [Fact]
    public async Task A_request_is_declined_and_nothing_changes()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "unit-9: 这个应该归科技局", "分工异议|市文化和旅游局|确认|!市科技局2020",
            "unit-9: 确认", "编号1|没有替您报送任何内容",
            "coordinator: 不同意申请1", "将不同意|确认",
            "coordinator: 确认", "答复不同意",
            "unit-9: 我的任务", "待报1项");
    }

    [Fact]
    public async Task Who_may_not_decide_changes_nothing()
    {
        await using var talk = await Talk.AfterAsync(WithReportsAsync);

        await talk.PlayAsync(
            "leader: 教委第三项打回去，缺数字", "只读",
            "leader: 帮我给他们延到下周", "只读",
            "unit-9: 免掉教委第三项", "!确认发送",
            "somebody: 同意申请1", "还没有绑定");
        Assert.All(await talk.RowsOfAsync("unit-2"), row => Assert.Equal(ObligationState.Submitted, row.State));
    }

    /// <summary>7 April; 市教委 has reported its three tasks, nobody else anything.</summary>
    private static async Task<Talk> WithReportsAsync()
    {
        var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-2", "进展：甲 问题：乙 成效：丙 下一步：丁", "全部", "确认");
        await talk.MoveToAsync("2020-04-07 09:00");
        return talk;
    }
}
