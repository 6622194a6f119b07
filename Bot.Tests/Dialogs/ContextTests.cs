namespace PlanBot.Tests.Dialogs;

/// <summary>What later words take over from earlier ones.</summary>
public sealed class ContextTests
{
    [Fact]
    public async Task A_correction_puts_the_last_question_again_with_that_part_replaced()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 一季度还有谁没报", "2020年第一季度|16个单位",
            "coordinator: 不对，是二季度", "2020年第二季度|!没有看懂",
            "coordinator: 商务局报了吗", "市商务局",
            "coordinator: 我是说农业委", "市农业农村委2020年第一季度", // a complete question does not inherit the second quarter
            "coordinator: no, Q2", "市农业农村委|Q2 2020");
    }

    [Fact]
    public async Task Pronouns_stand_for_the_unit_or_the_list_that_was_spoken_of()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-8", "进展：甲 问题：缺经费 成效：丙 下一步：丁", "全部", "确认");
        await talk.MoveToAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 商务局报了吗", "报了。市商务局",
            "coordinator: 它的问题呢", "缺经费|!进展情况：甲",
            "coordinator: 那第二项呢", "第二项|缺经费|!第一项",
            "coordinator: 谁逾期了", "15个单位",
            "coordinator: 上面那几家催一下", "15人|!市商务局联络员",
            "coordinator: 取消", "已取消",
            "coordinator: 科技局报了吗", "还没有。市科技局",
            "coordinator: 催他们一下", "市科技局联络员|1人");
    }

    [Fact]
    public async Task After_half_an_hour_nothing_is_taken_over()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync("coordinator: 二季度商务局报了吗", "市商务局2020年第二季度");
        await talk.MoveToAsync("2020-04-07 09:45");

        await talk.PlayAsync("coordinator: 那农业呢", "市农业农村委2020年第一季度");
    }

    [Fact]
    public async Task Several_periods_are_answered_one_after_the_other()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 上半年报送率", "2020年第一季度|2020年第二季度",
            "coordinator: 前三季度几号截止", "2020-04-03|2020-07-03|2020-10-12");
    }

    [Fact]
    public async Task A_task_is_found_by_its_number_in_the_plan_or_by_its_subject()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 第三项是谁负责", "责任单位：",
            "coordinator: 刷脸支付那项报了吗", "刷脸支付|人民银行天津分行：未报，已逾期",
            "coordinator: who is responsible for task 3", "Responsible: ",
            "coordinator: 养猪那项报了吗", "没有找到");
    }

    [Fact]
    public async Task What_is_not_certain_is_asked_back_and_may_be_chosen_by_number()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 上面那些人的事儿", "请问您是想|1. ",
            "coordinator: 1", "!请问您是想|!没有看懂",
            "coordinator: 上面那些人的事儿", "请问您是想",
            "coordinator: 谁逾期了", "16个单位"); // whatever else is said is just that
    }

    [Fact]
    public async Task A_coordinator_is_told_how_a_message_was_understood()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 为什么这样理解", "还没有说过",
            "coordinator: 谁预期了", "16个单位",
            "coordinator: 为什么这样理解", "“谁预期了”理解为：谁逾期了|“谁”|“逾期”",
            "coordinator: why?", "was understood as: Who is overdue",
            "unit-2: 为什么这样理解", "!理解为");
    }

    [Fact]
    public async Task Half_characters_controls_and_markup_do_no_harm()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 谁\ud83d逾期\u0000了", "16个单位",
            "unit-2: 进展：\ud83d完成\u0000 问题：无 成效：<b>好</b> 下一步：'; DROP TABLE unit;--", "哪",
            "unit-2: 全部", "完成|<b>好</b>|DROP TABLE",
            "unit-2: 确认", "已");
    }
}
