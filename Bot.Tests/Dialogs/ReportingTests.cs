using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Dialogs;

/// <summary>Reports in the shapes people send them, and what becomes of texts on their way into one.</summary>
public sealed class ReportingTests
{
    private const string Labelled = "进展：甲 问题：乙 成效：丙 下一步：丁";

    [Fact]
    public async Task A_pasted_table_is_a_report_on_its_tasks()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 任务\t进展\t问题\t成效\t下一步\\n学科\t甲\t无\t丙\t丁\\n课程和教学方法\t戊\t己\t庚\t辛", "第一项：|第三项：|工作进展情况：甲|存在问题：己|!第二项",
            "unit-2: 确认", "共2项|还有1项未报|第二项：");
        Assert.Equal(["甲", "戊"], (await talk.EntriesOfAsync("unit-2")).Select(entry => entry.Sections[1]));
    }

    [Fact]
    public async Task A_subject_that_fits_no_task_is_asked_about_and_the_others_are_not()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 学科建设：进展：甲 问题：无 成效：丙 下一步：丁\\n人才引育：进展：戊 问题：己 成效：庚 下一步：辛", "“人才引育”这部分是报哪一项的",
            "unit-2: 第二项", "第一项：|第二项：|工作进展情况：甲|工作进展情况：戊|请核对",
            "unit-2: 确认", "共2项");
    }

    [Fact]
    public async Task Prose_with_plain_cue_words_is_split_as_a_proposal()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 完成了两期培训，困难是场地不足，下一步再办两期。", "请填写|取得成效",
            "unit-9: 参训150人", "工作进展情况：完成了两期培训|存在问题：场地不足|下一步工作：再办两期|拆分|全部作为进展",
            "unit-9: 全部作为进展", "存在问题",
            "unit-9: 无", "下一步工作",
            "unit-9: 推广", "工作进展情况：完成了两期培训，困难是场地不足，下一步再办两期。|存在问题：无|取得成效：参训150人|!拆分",
            "unit-9: 确认", "已报送");
    }

    [Fact]
    public async Task A_task_told_of_in_one_breath_is_split_where_its_words_say_so()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 第二项已经做完了，接下来收尾", "第二项|存在问题",
            "unit-2: 没有", "取得成效",
            "unit-2: 效果不错", "第二项：|!第一项|工作进展情况：已经做完了|下一步工作：收尾",
            "unit-2: 全部作为进展", "下一步工作");
    }

    [Fact]
    public async Task Last_periods_text_is_carried_over_to_be_confirmed()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:30");
        await talk.SayAllAsync("unit-9", Labelled, "确认");
        await talk.MoveToAsync("2020-06-30 09:30");

        await talk.PlayAsync(
            "unit-9: 照搬上一季", "2020年第一季度的内容|工作进展情况：甲|下一步工作：丁|确认",
            "unit-9: 问题改成资金不足", "存在问题：资金不足|工作进展情况：甲",
            "unit-9: 确认", "已报送");
        Assert.Equal("甲", (await talk.Get<IProgressRepository>().LatestAsync([(await talk.RowsOfAsync("unit-9", "2020Q2"))[0].ObligationId], CancellationToken.None))[0].Sections[1]);
    }

    [Theory]
    [InlineData("跟上季度一样，只是问题改成资金不足", "工作进展情况：甲|存在问题：资金不足|取得成效：丙")]
    [InlineData("进展：戊 问题：同上季度 成效：庚 下一步：沿用上季度", "工作进展情况：戊|存在问题：乙|取得成效：庚|下一步工作：丁")]
    [InlineData("same as last quarter", "Progress: 甲|Next steps: 丁")]
    public async Task Parts_of_it_can_be_changed(string said, string summary)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:30");
        await talk.SayAllAsync("unit-9", Labelled, "确认");
        await talk.MoveToAsync("2020-06-30 09:30");

        await talk.PlayAsync($"unit-9: {said}", summary, "unit-9: 确认", "已报送");
    }

    [Fact]
    public async Task Where_nothing_was_reported_nothing_is_carried_over()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 沿用上季度", "没有可以沿用的|工作进展情况",
            "unit-9: 完成两期", "存在问题",
            "unit-9: 同上季度", "没有可以沿用的|存在问题");
    }

    [Fact]
    public async Task As_above_means_the_task_before()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 第一项：进展：甲 问题：资金不足 成效：丙 下一步：丁 第二项：进展：戊 问题：同上 成效：庚 下一步：同上", "工作进展情况：戊\n存在问题：资金不足\n取得成效：庚\n下一步工作：丁");
    }

    [Fact]
    public async Task What_waits_for_its_task_outlives_the_conversation()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.PlayAsync(
            "unit-2: " + Labelled, "报哪一项的",
            "unit-2: 填报表单", "请在表单中填写"); // another subject takes over

        talk.Restart();

        await talk.PlayAsync(
            "unit-2: 接着写", "甲|报哪一项的",
            "unit-2: 第三项", "第三项|工作进展情况：甲",
            "unit-2: 确认", "已报送",
            "unit-2: 接着写", "!报哪一项的"); // and is forgotten once it has found its place
    }

    [Fact]
    public async Task A_cancelled_text_does_not_come_up_again()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: " + Labelled, "报哪一项的",
            "unit-2: 取消", "已取消",
            "unit-2: 接着写", "!甲");
    }

    [Fact]
    public async Task Drafts_of_several_tasks_are_gone_on_with()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-2", "第一项：完成选址。第三项：完成招标。", "存草稿");

        talk.Restart();

        await talk.PlayAsync("unit-2: 接着写", "第一、三项|存在问题", "unit-2: 无", "取得成效", "unit-2: 无", "下一步工作", "unit-2: 无", "完成选址|完成招标|请核对");
    }

    [Fact]
    public async Task A_colleagues_draft_is_shown_before_it_is_written_over_and_put_aside()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.AddColleagueAsync("unit-9", "colleague", "李同事");
        await talk.SayAllAsync("colleague", "进展：同事写的进展 问题：同事写的问题", "存草稿");

        await talk.PlayAsync(
            "unit-9: 进展：我写的进展", "李同事|存过草稿|同事写的进展|取得成效",
            "unit-9: 无", "下一步工作",
            "unit-9: 无", "工作进展情况：我写的进展|存在问题：同事写的问题",
            "unit-9: 取消", "已取消");
        var draft = Assert.Single(await talk.Get<IProgressRepository>().DraftsAsync([(await talk.RowsOfAsync("unit-9"))[0].ObligationId], CancellationToken.None));
        Assert.Equal("同事写的进展", draft.Sections[1]);

        await talk.PlayAsync(
            "unit-9: 进展：我写的进展 成效：无 下一步：无", "李同事|请核对",
            "unit-9: 确认", "已报送",
            "colleague: 接着写", "同事写的进展（原为：我写的进展）");
    }

    [Fact]
    public async Task Of_a_message_with_one_text_too_long_the_rest_is_kept()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 进展：" + new string('进', 20_001) + " 问题：场地不足 成效：无 下一步：无", "20001字|工作进展情况",
            "unit-9: 完成两期", "工作进展情况：完成两期|存在问题：场地不足");
    }

    [Fact]
    public async Task Tables_and_pictures_are_filed_as_they_were_typed()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        const string table = "指标 | 数值\n学生 | 120\n教师 | 30 👍🏽";

        await talk.SayAllAsync("unit-9", $"进展：\n{table}\n问题：无\n成效：🎉\n下一步：无", "确认");

        Assert.Equal((table, "🎉"), ((await talk.EntriesOfAsync("unit-9"))[0].Sections[1], (await talk.EntriesOfAsync("unit-9"))[0].Sections[3]));
    }
}
