using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Dialogs;

/// <summary>What contacts ask and take back beside reporting, and how their own drafts and words are treated.</summary>
public sealed class OwnAffairsTests
{
    [Theory]
    [InlineData("unit-2", "第三项4月15日前给你行吗", "2020-04-15")]
    [InlineData("unit-9", "月底前交可以吗", "没有超过截止日期2020-04-03")]
    [InlineData("unit-8", "报了吗我", "市商务局")]
    [InlineData("unit-8", "审核通过了吗", "市商务局|!牵头部门管理员办理")]
    [InlineData("unit-9", "要领导签字吗", "不需要在这里签批")]
    [InlineData("unit-9", "确认之后还能改吗", "可以改|新版本")]
    [InlineData("unit-9", "报错了怎么办", "可以改|新版本")]
    [InlineData("unit-9", "can I still change it after I confirm?", "new version")]
    [InlineData("unit-9", "does our leader have to sign?", "as soon as you confirm")]
    [InlineData("unit-9", "我不延期了", "没有等待答复的申请")]
    public async Task Asked_and_answered(string user, string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"{user}: {said}", answer);

        Assert.Empty(await talk.Get<IProgressRepository>().DraftsAsync([.. (await talk.RowsOfAsync(user)).Select(row => row.ObligationId)], CancellationToken.None));
    }

    [Theory]
    [InlineData("我不延期了")]
    [InlineData("撤回申请")]
    [InlineData("那个延期不要了")]
    [InlineData("cancel my extension request")]
    public async Task An_own_request_is_taken_back(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-9", "想延期到4月15号，数据没出来", "确认");

        await talk.PlayAsync($"unit-9: {said}", "");
        await talk.SayAsync("unit-9", "确认");

        Assert.Equal(RequestState.Withdrawn, (await talk.Get<IRequestRepository>().FindAsync(1, CancellationToken.None))!.State);
        await talk.PlayAsync("coordinator: 待处理的申请", "没有待处理的申请", "unit-9: 延期批了吗", "已撤回");
    }

    [Theory]
    [InlineData("追加", "完成两期培训\n今天又办了一期讲座，反响很好")]
    [InlineData("替换吧", "今天又办了一期讲座，反响很好")]
    [InlineData("用原来的", "完成两期培训")]
    public async Task New_prose_never_replaces_an_own_draft_unasked(string said, string progress)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 完成两期培训", "存在问题",
            "unit-9: 存草稿", "",
            "unit-9: 今天又办了一期讲座，反响很好", "追加|替换|完成两期培训|!请填写",
            $"unit-9: {said}", "存在问题");
        await talk.SayAllAsync("unit-9", "无", "无", "无", "确认");

        Assert.Equal(progress, Assert.Single(await talk.EntriesOfAsync("unit-9")).Sections[1]);
    }

    [Fact]
    public async Task A_number_the_unit_does_not_have_is_said_and_the_text_kept()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 第七项：进展：甲 问题：无 成效：丙 下一步：丁", "没有第七项|共3项|是报哪一项的",
            "unit-2: 第二项", "请核对|第二项：|工作进展情况：甲",
            "unit-2: 取消", "",
            "unit-2: 第九项", "没有第九项|第一项");
    }

    [Theory]
    [InlineData("把26改成28", "工作进展情况：培训了28家企业")]
    [InlineData("26家应该是28家", "工作进展情况：培训了28家企业")]
    [InlineData("change 26 to 28", "Progress: 培训了28家企业")]
    [InlineData("把36改成38", "没有找到“36”|工作进展情况：培训了26家企业")]
    [InlineData("培训的是28家不是26家", "工作进展情况：培训了28家企业")]
    [InlineData("困难没有", "存在问题：无")]
    public async Task Words_inside_a_text_are_replaced_as_a_proposal(string said, string summary)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAsync("unit-9", "进展：培训了26家企业 问题：乙 成效：丙 下一步：丁");

        await talk.PlayAsync($"unit-9: {said}", summary);

        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
    }

    [Fact]
    public async Task Words_of_a_filed_report_are_replaced_in_a_new_version()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-9", "进展：培训了26家企业 问题：26人没到 成效：丙 下一步：丁", "确认");

        await talk.PlayAsync(
            "unit-9: 把26改成28", "第一项的工作进展情况、第一项的存在问题里都有",
            "unit-9: 把26家改成28家", "请核对修改内容|培训了28家企业（原为：培训了26家企业）",
            "unit-9: 确认", "第2版");
    }

    [Theory]
    [InlineData("进展：培训26家 问题：无 成效：同上 下一步：继续", "写的是“同上”|取得成效：无")]
    [InlineData("进展：培训26家 成效：见上 问题：无 下一步：继续", "写的是“同上”|请核对")]
    [InlineData("Progress: 26 firms. Problems: none. Results: see above. Next steps: go on", "as above|Please check")]
    public async Task As_above_repeats_the_section_above(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"unit-9: {said}", answer);
    }

    [Fact]
    public async Task English_stays_English()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: so far we have held two courses, the problem is that teachers are missing, next we will hire five", "Results|!is that",
            "unit-9: change it", "Which part|!Results: change",
            "unit-9: good", "Progress: so far we have held two courses|Problems: teachers are missing|Results: good|Next steps: we will hire five",
            "unit-9: confirm", "Filed",
            "unit-9: what did I report", "Progress: so far|Next steps: we|!工作进展情况");
    }

    [Fact]
    public async Task A_code_sent_again_is_no_report()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync("unit-9: 绑定 ABCD-1234", "已经绑定|!草稿");
    }
}
