using Microsoft.Bot.Schema;

namespace PlanBot.Tests.Dialogs;

/// <summary>What somebody who has never used it says, and how nothing of it is lost or turned into something else.</summary>
public sealed class NewcomerTests
{
    [Theory]
    [InlineData("第二项做完了", "做完了")]
    [InlineData("第二项的培训已经办完", "第二项的培训已经办完")]
    public async Task A_task_told_of_without_a_colon_is_a_report_on_it(string said, string progress)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            $"unit-2: {said}", "第二项|存在问题",
            "unit-2: 没有", "取得成效",
            "unit-2: 效果不错", "下一步工作",
            "unit-2: 收尾", $"请核对|第二项：|!第一项|工作进展情况：{progress}\n",
            "unit-2: 确认", "还有2项未报");
    }

    [Fact]
    public async Task Its_problems_and_results_may_be_told_in_the_same_breath()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 第二项已经做完了，问题没有，效果不错", "第二项|下一步工作",
            "unit-2: 收尾", "请核对|第二项：|!第一项|工作进展情况：已经做完了\n|存在问题：无\n|取得成效：效果不错\n");
    }

    [Theory]
    [InlineData("第一项推进中，第二项还没开始", new[] { "推进中", "还没开始" })]
    [InlineData("第一项完成规划编制；第二项引进企业5家；第三项没有", new[] { "完成规划编制", "引进企业5家", "没有" })]
    public async Task Several_tasks_told_of_in_one_breath(string said, string[] progress)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"unit-2: {said}", "存在问题");
        await talk.SayAllAsync("unit-2", "无", "无", "按计划推进", "确认");

        Assert.Equal(progress, (await talk.EntriesOfAsync("unit-2")).Select(entry => entry.Sections[1]));
    }

    [Fact]
    public async Task A_change_to_another_task_is_no_answer_to_the_open_question()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 第一项：进展：甲", "存在问题",
            "unit-2: 把第三项下一步改为：6月验收", "!存在问题：把|第三",
            "unit-2: 第二项的进展改一下：已完成招标", "第三项|工作进展情况");
        await talk.SayAllAsync("unit-2", "已编教材", "无", "无", "第一项：继续 第二项：收尾", "确认");
        var entries = await talk.EntriesOfAsync("unit-2");
        Assert.Equal(["甲", "已完成招标", "已编教材"], entries.Select(entry => entry.Sections[1]));
        Assert.Equal("6月验收", entries[2].Sections[4]);
    }

    [Fact]
    public async Task At_the_summary_a_change_is_taken_and_waiting_keeps_the_draft()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 全部三项：进展：甲 问题：乙 成效：暂无 下一步：丁", "请核对|第一项：|第三项：|取得成效：暂无",
            "unit-2: 第二项的进展改一下：已完成招标", "请核对|工作进展情况：已完成招标|工作进展情况：甲",
            "unit-2: 先不确认", "已存为草稿",
            "unit-2: 我的任务", "有草稿未报");
        Assert.Empty(await talk.EntriesOfAsync("unit-2"));
    }

    [Theory]
    [InlineData("y")]
    [InlineData("yes")]
    [InlineData("好")]
    [InlineData("ok")]
    public async Task A_short_yes_confirms_the_summary_and_nothing_else(string yes)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 进展：甲 问题：乙 成效：丙", "下一步|!请核对",
            $"unit-9: {yes}", yes is "yes" ? "Next steps" : "下一步工作",
            "unit-9: 推广", "推广",
            "unit-9: 再等等", "草稿");
        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
        await talk.SayAllAsync("unit-9", "继续填报", yes);
        Assert.Equal("推广", Assert.Single(await talk.EntriesOfAsync("unit-9")).Sections[4]);
    }

    [Fact]
    public async Task Prose_with_a_commands_word_in_it_is_a_report()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 我们帮助企业申报了3个项目", "存在问题|!作为联络员",
            "unit-9: 无", "取得成效",
            "unit-9: 暂无", "下一步工作",
            "unit-9: 什么时候验收还没定", "请核对|工作进展情况：我们帮助企业申报了3个项目|取得成效：暂无|下一步工作：什么时候验收还没定");
    }

    [Fact]
    public async Task Every_task_has_its_button()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        var asked = Assert.Single(await talk.SendAsync("unit-4", new Activity { Type = ActivityTypes.Message, Text = "立即填报" }));

        Assert.Contains("第五项", asked.SuggestedActions.Actions.Select(action => action.Title));
    }

    [Fact]
    public async Task Cancelling_an_edit_says_that_the_report_stays()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 进展：甲 问题：乙 成效：丙 下一步：丁", "请核对",
            "unit-9: 确认", "已报送",
            "unit-9: 问题改成资金不足", "请核对",
            "unit-9: 取消", "原报告不变|!没有报送任何内容");
        Assert.Equal("乙", Assert.Single(await talk.EntriesOfAsync("unit-9")).Sections[2]);
    }

    [Fact]
    public async Task The_urging_button_means_the_units_just_listed()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        foreach (var question in new[] { "还有谁没报", "谁逾期了" })
        {
            var listed = Assert.Single(await talk.SendAsync("coordinator", new Activity { Type = ActivityTypes.Message, Text = question }));
            var button = listed.SuggestedActions.Actions.Single(action => action.Title == "催办");
            await talk.PlayAsync($"coordinator: {button.Value}", "确认|!没有逾期", "coordinator: 取消", "");
        }
    }

    [Fact]
    public async Task What_the_bot_tells_people_to_say_works()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync(
            "unit-9: Progress: two courses were held in March for all guides.", "Problems",
            "unit-9: keep as draft", "draft",
            "unit-9: continue", "Problems|!did not understand",
            "unit-9: cancel", "Cancelled",
            "coordinator: recent changes", "!did not understand");
    }

    [Fact]
    public async Task What_a_coordinator_asks_beside_the_usual()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "coordinator: 商务局和教委都报了吗", "市商务局|市教委",
            "coordinator: 暂停提醒", "将暂停全部单位的自动提醒|确认",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 今天天气怎么样", "答不上来",
            "coordinator: 今天几号", "答不上来",
            "coordinator: 我们什么时候开会", "答不上来|!2020",
            "unit-2: 今天天气怎么样", "答不上来",
            "unit-2: 我们什么时候开会", "答不上来|!2020");
    }

    [Fact]
    public async Task Who_was_in_time_leaves_out_who_was_late()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-9", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");
        await talk.MoveToAsync("2020-04-07 09:30");
        await talk.SayAllAsync("unit-16", "全部：进展：甲 问题：乙 成效：丙 下一步：丁", "全部", "确认", "确认");

        await talk.PlayAsync(
            "coordinator: 谁报了", "市文化和旅游局|天津证监局",
            "coordinator: 谁按时报了", "市文化和旅游局|!天津证监局");
    }
}
