using Xunit;

namespace PlanBot.Tests.Dialogs;

/// <summary>Handovers, reminders put off once more, questions about one's own tasks, and what strangers ask.</summary>
public sealed class ContactEleventhAsidesTests
{
    private const string At = "2020-04-07 09:00";

    [Theory]
    [InlineData("I retire at the end of April. Chen Hao takes this over from 1 May, 13811112222")]
    [InlineData("I'm leaving. Chen Hao will take over from 1 May, 13811112222")]
    public Task A_handover_in_one_message(string said) => Talk.PlayedAsync(
        At, $"unit-10: {said}", "Chen Hao|13811112222|2020-05-01", "unit-10: the number ends in 2223, sorry", "13811112223", "unit-10: right", "coordinating office|number 1");

    [Theory]
    [InlineData("我要调走了，后面是孙立群接，电话13900001111，15号开始")]
    [InlineData("我要调走了，接我的是孙立群，电话13900001111，15号开始")]
    public Task A_handover_in_one_message_in_Chinese(string said) => Talk.PlayedAsync(At, $"unit-13: {said}", "孙立群|13900001111|4月15日", "unit-13: 对的", "已转告", "unit-13: 那今天要交的谁交", "您");

    [Theory]
    [InlineData("你跟牵头部门反映一下吧")]
    [InlineData("那你跟他们说一声")]
    public Task Passed_on_by_a_yes_of_its_own(string yes) => Talk.PlayedAsync(
        At, "unit-6: 第二条监管平台是工信那边建，我们光提供数据，怎么也让我们报", "分工异议", $"unit-6: {yes}", "已转告", "unit-6: 那反映期间先不用报了吧", "照旧|!没有看懂");

    [Theory]
    [InlineData("you tell them")]
    [InlineData("yes, you tell them please")]
    public Task Passed_on_by_a_yes_of_its_own_in_English(string yes) => Talk.PlayedAsync(At, "unit-7: the forum isn't ours anymore, the conference office runs it", "objection", $"unit-7: {yes}", "told the coordinating office");

    [Theory]
    [InlineData("还没散，再晚一个钟头", "2020-04-07 10:00")]
    [InlineData("再推半个小时", "2020-04-07 09:30")]
    [InlineData("still in the meeting, another hour please", "2020-04-07 10:00")]
    public Task A_reminder_put_off_once_more(string said, string at) => Talk.PlayedAsync(At, $"unit-2: {said}", $"{at}|!哪一项");

    [Theory]
    [InlineData("are we late", "Yes. ", "and the one after this?", "2020-07-03|!No.")]
    [InlineData("is ours overdue?", "Yes. ", "and the one after that?", "2020-07-03|!No.")]
    [InlineData("我们逾期了吗", "是，已经逾期", "那下一期呢", "2020-07-03|!还没有")]
    public Task Whether_it_is_late_and_when_the_next_is(string said, string answer, string then, string due) => Talk.PlayedAsync(
        At, $"unit-3: {said}", answer, $"unit-3: {then}", due, "unit-3: does each task need its own write-up or can i do one for all", "entry of its own");

    [Theory]
    [InlineData("第四条全文发我，我要转给处里")]
    [InlineData("第四项的全文给我，要转给领导看")]
    public Task A_task_in_full(string said) => Talk.PlayedAsync(At, $"unit-4: {said}", "筹建基础软件创新中心|!新联络员是谁");

    [Fact]
    public async Task Last_quarter_s_text_with_one_section_changed()
    {
        await using var talk = await Talk.StartAsync(At);
        await talk.PlayAsync(
            "unit-12: 第二项：进展：已印发方案。问题：资金慢。成效：服务企业22家。下一步：扩大试点。", "请核对", "unit-12: 确认", "已报送", "@2020-07-02 14:00", "unit-12: take the Q1 text for task 2 but next steps: close two fund deals in August",
            "Q2 2020|Task 2|服务企业22家|Next steps: close two fund deals in August|!final", "unit-12: looks fine", "Filed", "unit-12: no movement on the other two", "Task 1|Task 3|!Which task", "unit-12: confirm", "Filed");
    }

    [Fact]
    public async Task What_we_wrote_last_time_is_carried_over()
    {
        await using var talk = await Talk.StartAsync(At);
        await talk.PlayAsync(
            "unit-14: 进展：已印发方案。问题：资金慢。成效：服务企业22家。下一步：扩大试点。", "请核对", "unit-14: 确认", "已报送", "@2020-07-02 14:00", "unit-14: Progress: 6 more service points\nProblems: as last quarter\nResults: 91% online\nNext: again what we wrote last time", "Problems: 资金慢|Next steps: 扩大试点");
    }

    [Theory]
    [InlineData("那进展就写大会改期，论坛筹备方案已完成，其余都写无")]
    [InlineData("进展写大会改期，论坛筹备方案已完成，其他都填无")]
    public Task The_task_that_was_asked_about(string said) => Talk.PlayedAsync(
        At, "unit-7: 智能大会改期，论坛跟着往后挪，这种情况第二项怎么写", "!哪一项", $"unit-7: {said}", "请核对|第二项|进展情况：大会改期，论坛筹备方案已完成\n|问题：无|下一步工作：无|!哪一项", "unit-7: 交", "已报送");

    [Theory]
    [InlineData("你好，请问这是干啥用的，同事把链接发我的", "报送助手")]
    [InlineData("what is this?", "reporting assistant")]
    [InlineData("那帮我看下几号交", "不能提供任何日期")]
    [InlineData("大概多久能批", "说不准")]
    [InlineData("how long does it take?", "cannot say how long")]
    [InlineData("i typed it exactly as in the mail", "new one")]
    [InlineData("whatever, who's in charge there?", "in charge")]
    [InlineData("我先把材料给你，进展：信贷新增38亿。问题：无。成效：增14%。下一步：继续", "没有接收")]
    [InlineData("不是，我以前一直在钉钉里报的，怎么换这就不认了", "各自绑定")]
    [InlineData("Can I submit for them while she is ill?", "your own account")]
    [InlineData("a total would do", "figure")]
    public Task Strangers_are_answered_without_being_told_anything(string said, string answer) => Talk.PlayedAsync(At, "stranger: 在吗", "绑定", $"stranger: {said}", $"{answer}|!联络员：|!2020");
}
