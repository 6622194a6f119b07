namespace PlanBot.Tests.Dialogs;

/// <summary>What coordinators say at a preview changes what is shown before it is done, and nothing else.</summary>
public sealed class OfficePreviewTests
{
    [Fact]
    public async Task What_is_shown_is_corrected_and_not_dropped()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync(
            "coordinator: 催一下教委、科技局还有网信办", "3人",
            "coordinator: 科技局先别催了，他们昨天打过电话", "2人|市教委联络员|市委网信办联络员|!科技局",
            "coordinator: 把金融局也加上", "3人|市金融局联络员",
            "coordinator: 发给谁", "3人|市金融局联络员|!抱歉",
            "coordinator: 行", "已催办3人",
            "coordinator: 催一下农业农村委", "1人",
            "coordinator: 农业农村委先别催了", "已取消",
            "coordinator: urge transport and commerce", "2 people",
            "coordinator: leave out transport", "1 person|市商务局",
            "coordinator: hold on, who gets it?", "1 person|!Sorry",
            "coordinator: go", "1 person urged");
    }

    [Fact]
    public async Task Another_reason_takes_the_place_of_the_one_that_is_shown()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "unit-11: 进展：兑现标准化资助 问题：无 成效：企业反映好 下一步：继续", "请核对",
            "unit-11: 确认", "已报送",
            "coordinator: 市场监管委的退回去，太虚了", "太虚了",
            "coordinator: 原因就写：没有具体数据，请补资助了几项标准", "没有具体数据，请补资助了几项标准|!太虚了",
            "coordinator: 好 定了", "已退回");
    }

    [Fact]
    public async Task The_words_of_a_notice_and_who_gets_it_are_changed_before_it_goes_out()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "coordinator: 跟各单位说一声：明天上午九点系统升级，十点恢复", "16人|明天上午九点系统升级，十点恢复",
            "coordinator: 把九点改成八点半", "明天上午八点半系统升级，十点恢复",
            "coordinator: 改成十点升级十一点恢复", "十点升级十一点恢复|!八点半",
            "coordinator: 加一句：请提前保存", "十点升级十一点恢复。请提前保存",
            "coordinator: 金融局就不用通知了", "15人|!市金融局",
            "coordinator: 发", "已发给15人",
            "coordinator: 给教委和卫健委带个话，下周二下午两点到我局306开会", "联络员2人|\n下周二下午两点到我局306开会\n|市教委|市卫生健康委",
            "coordinator: 把金融局也加上", "联络员3人|市金融局",
            "coordinator: 成", "已发给3人",
            "coordinator: tell all units: the portal will be down friday 3-5pm", "16 contacts|the portal will be down friday 3-5pm",
            "coordinator: hold on, who gets it?", "16 contacts|!Sorry",
            "coordinator: change 3-5pm to 4-6pm", "the portal will be down friday 4-6pm",
            "coordinator: ok send", "on its way to 16");
    }

    [Fact]
    public async Task Instead_of_what_is_shown_something_else_is_done_for_the_same_report()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        foreach (var user in new[] { "unit-3", "unit-10" })
            await talk.SayAllAsync(user, "第一项：进展：甲 问题：乙 成效：丙 下一步：丁", "确认");

        await talk.PlayAsync(
            "coordinator: show me what science and technology sent in", "市科技局",
            "coordinator: send it back, the results are too thin", "the results are too thin",
            "coordinator: actually never mind, accept it", "市科技局|accept",
            "coordinator: yes", "acceptance|!return",
            "coordinator: 卫健委第一项退回，太笼统", "退回|市卫生健康委",
            "coordinator: 不退了，还是通过吧", "市卫生健康委|审核通过",
            "coordinator: 收吧", "已审核通过",
            "coordinator: 卫健委第一项退回，太笼统", "退回",
            "coordinator: 就这么退吧", "已退回");
    }

    [Fact]
    public async Task A_change_of_mind_and_one_left_out_are_taken_as_said()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        await talk.SayAllAsync("unit-16", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");
        await talk.SayAllAsync("unit-8", "第一项：进展：甲 问题：乙 成效：丙 下一步：丁", "确认");

        await talk.PlayAsync(
            "coordinator: 证监局的退了吧，成效太虚", "退回修改|成效太虚",
            "coordinator: 算了还是别退了，通过", "已取消|天津证监局|审核通过",
            "coordinator: 行吧", "已审核通过",
            "coordinator: 商务局第一项看一下，没问题的话就收了", "存在问题：乙|市商务局2020年第一季度的以下1项审核通过|!第二项：",
            "coordinator: 收", "已审核通过",
            "coordinator: 另外把没报的都催了，科技局别催", "14人|!市科技局联络员",
            "coordinator: 都有谁", "14人|!抱歉",
            "coordinator: 先不发了吧", "已取消",
            "coordinator: 应该是工信局，延到8号", "市工业和信息化局|2020-04-08|!理由",
            "coordinator: 他们一共几项", "市工业和信息化局2020年第一季度已报0项（共5项）|还有一件事待您确认：将对市工业和信息化局",
            "coordinator: 撤了吧，搞错了", "已取消");
    }

    [Fact]
    public async Task What_is_shown_is_narrowed_and_widened_in_few_words()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "coordinator: 没报的都催一下", "16人",
            "coordinator: 等等，人行和证监局先放一放", "14人",
            "coordinator: 还有文旅", "13人|!市文化和旅游局联络员",
            "coordinator: 去吧", "已催办13人",
            "coordinator: 催一下文旅", "1人",
            "coordinator: 还有人行", "2人|人民银行",
            "coordinator: 算了", "已取消",
            "coordinator: what's the status of agriculture", "市农业农村委",
            "coordinator: give them two more days", "2020-04-08",
            "coordinator: make it three", "2020-04-09",
            "coordinator: great", "extension",
            "coordinator: and commerce the same", "市商务局|2020-04-09",
            "coordinator: do it", "extension",
            "coordinator: 农业和商务、教委分别到几号", "市农业农村委2020年第一季度的截止日期：2020-04-09|市商务局2020年第一季度的截止日期：2020-04-09|市教委2020年第一季度的截止日期：2020-04-03",
            "coordinator: 帮我通知一下发改委和工信局，明天十点开碰头会，带上进展表", "联络员2人|\n明天十点开碰头会，带上进展表\n",
            "coordinator: 十点改成九点半", "明天九点半开碰头会",
            "coordinator: 要不发给所有单位吧", "联络员16人|明天九点半开碰头会",
            "coordinator: 嗯就这么发", "已发给16人",
            "coordinator: who's in charge at the finance bureau", "市金融局",
            "coordinator: what's her number", "市金融局联络员",
            "coordinator: send her an invite", "市金融局联络员");
    }
}
