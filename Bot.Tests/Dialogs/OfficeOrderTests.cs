namespace PlanBot.Tests.Dialogs;

/// <summary>A coordinator's whole orders in one sentence, and changes of what is shown.</summary>
public sealed class OfficeOrderTests
{
    [Theory]
    [InlineData("Let the finance bureau, the PBoC branch and the securities bureau know: the joint meeting has moved to Monday 2 pm.", "the joint meeting has moved to Monday 2 pm.")]
    [InlineData("tell the finance bureau, the securities bureau and the PBoC: bring two copies", "bring two copies")]
    [InlineData("给金融局、证监局还有人行说一声：联席会改到周一下午", "联席会改到周一下午")]
    [InlineData("通知人行、金融局和证监局，联席会改到周一下午", "联席会改到周一下午")]
    [InlineData("跟金融局、人行还有证监局打个招呼：材料格式换了", "材料格式换了")]
    public async Task A_message_goes_to_all_that_are_named_before_it_and_one_can_be_left_out(string said, string text)
    {
        await using var talk = await Talk.StartAsync("2020-04-08 09:30");
        var isEnglish = said.Contains("the ", StringComparison.Ordinal);

        await talk.PlayAsync(
            "coordinator: " + said, $"————\n{text}\n————|市金融局联络员|人民银行天津分行联络员|天津证监局联络员|!市教委",
            isEnglish ? "coordinator: actually leave out the PBoC" : "coordinator: 别发给人行了", $"————\n{text}\n————|市金融局联络员|天津证监局联络员|!人民银行");
    }

    [Theory]
    [InlineData("时间改成10点", "4月9日上午10点在三楼会议室开会，带2份材料")]
    [InlineData("改到下午3点吧", "4月9日下午3点在三楼会议室开会，带2份材料")]
    [InlineData("把三楼改成四楼", "4月9日上午9点半在四楼会议室开会，带2份材料")]
    [InlineData("日期改成4月10日", "4月10日上午9点半在三楼会议室开会，带2份材料")]
    [InlineData("不对，改成3份", "4月9日上午9点半在三楼会议室开会，带3份材料")]
    [InlineData("不是三楼，是五楼", "4月9日上午9点半在五楼会议室开会，带2份材料")]
    public async Task The_one_place_that_can_be_meant_is_changed(string said, string text)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 14:00");

        await talk.PlayAsync(
            "coordinator: 给各单位群发一下：4月9日上午9点半在三楼会议室开会，带2份材料", "16人",
            "coordinator: " + said, $"————\n{text}\n————|16人|确认");
    }

    [Fact]
    public async Task A_time_is_changed_in_English_and_what_fits_no_one_place_is_asked_for_as_a_whole()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 14:00");

        await talk.PlayAsync(
            "coordinator: tell everyone: the meeting is on Monday at 2 pm, room 402", "the meeting is on Monday at 2 pm, room 402",
            "coordinator: make it 3 pm", "the meeting is on Monday at 3 pm, room 402",
            "coordinator: move it to Tuesday", "the meeting is on Tuesday at 3 pm, room 402",
            "coordinator: cancel", "nothing was changed",
            "coordinator: 给各单位群发一下：周五9点到11点开会", "16人",
            "coordinator: 时间改成10点", "全文",
            "coordinator: 周五10点到11点开会", "————\n周五10点到11点开会\n————|确认");
    }

    [Theory]
    [InlineData("政务服务办报的不行，办件量一个没写，退给他们，8号之前补上来")]
    [InlineData("政务服务办写得太笼统，办件量也没写，退回去，4月8日前重报")]
    [InlineData("政务服务办交得太简单，缺了办件量，退回给他们，8号前补报")]
    public async Task A_return_may_tell_its_reason_first(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.SayAllAsync("unit-14", "进展：推进 问题：无 成效：好 下一步：扩大", "确认");
        await talk.MoveToAsync("2020-04-02 10:00");

        await talk.PlayAsync("coordinator: " + said, "市政务服务办|办件量|2020-04-08|退回|确认|!请问是哪个单位");
    }

    [Theory]
    [InlineData("批下来没")]
    [InlineData("有答复了吗")]
    [InlineData("did you hear anything about it?")]
    [InlineData("any news on my request?")]
    public async Task A_contact_who_asks_after_a_request_reads_its_state(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "unit-10: 防控任务太重，一季度的想延期到4月10日", "",
            "unit-10: 确认", "",
            "unit-10: " + said, "2020-04-10|!哪一项|!which task");
    }

    [Theory]
    [InlineData("no, it stays with them, tell them so")]
    [InlineData("还是归他们，分工不变")]
    [InlineData("the task remains with them")]
    [InlineData("维持原分工")]
    public async Task An_objection_is_declined_in_the_words_of_its_matter(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync(
            "unit-12: 第二项不归我们管，应该是发改委的", "",
            "unit-12: 确认", "",
            "coordinator: 有哪些申请要我处理", "市金融局",
            "coordinator: " + said, "1|市金融局|!Sorry|!抱歉");
    }

    [Theory]
    [InlineData("以后各单位交的材料，先由他们自己领导签过再算数")]
    [InlineData("以后报告要本单位领导签字才算")]
    [InlineData("报上来之前要负责人签过字才能算")]
    public async Task A_sign_off_is_asked_for_in_other_words(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync("coordinator: " + said, "签|确认|!发通知");
    }

    [Fact]
    public async Task A_second_contact_is_added_by_name()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:30");

        await talk.PlayAsync("coordinator: Add Chen Wei, chenwei@example.invalid, as a backup contact for the education commission", "Chen Wei|backup|市教委|confirm");
    }
}
