namespace PlanBot.Tests.Dialogs;

/// <summary>What a coordinating office says at a preview and of single tasks, in words that nobody had written down before.</summary>
public sealed class OfficeEighthTryTests
{
    private const string After = "2020-04-07 10:00";
    private const string Filed = "unit-8: 1.进展:改造门店30家 问题:无 成效:无 下一步:继续推进\\n2.进展:共配平台上线 问题:车辆通行证难办 成效:单均成本降8% 下一步:接入6家企业";

    [Theory]
    [InlineData("教委先别敲,他们主任刚来过电话")]
    [InlineData("教委别惊动了")]
    [InlineData("教委那边先放一放，我来说")]
    [InlineData("教委就别打扰了,人家打过招呼")]
    [InlineData("除了教委")]
    [InlineData("放过教委吧")]
    [InlineData("don't bother education, their director rang me")]
    [InlineData("leave education out")]
    [InlineData("spare education for now")]
    [InlineData("hold off on education, they called")]
    public Task One_is_left_out_of_an_urging_of_all(string said) => Talk.PlayedAsync(
        After, "coordinator: 没动静的全给我敲打一遍", "16人|市教委", $"coordinator: {said}", "15|!市教委（|!市教委联络员", "coordinator: 发", "15|!市教委联络员");

    [Fact]
    public Task What_is_told_of_a_unit_at_a_preview_makes_the_next_yes_ask_again() => Talk.PlayedAsync(
        After, "coordinator: 催一下没报的", "16人", "coordinator: 教委那个材料昨晚在路上堵着呢", "", "coordinator: 确认", "还没有发|市教委联络员", "coordinator: 确认", "已催办16人");

    [Theory]
    [InlineData("那教委呢 现在可以敲了", "市教委联络员|确认|!市科技局")]
    [InlineData("教委可以敲打一下了", "市教委联络员|确认|!市科技局")]
    public Task One_is_urged_afterwards(string said, string answer) => Talk.PlayedAsync(After, "coordinator: 教委什么情况", "市教委", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("9点半改10点", "周四上午10点视频调度会")]
    [InlineData("把9点半换10点", "周四上午10点视频调度会")]
    [InlineData("9点半 -> 10点", "周四上午10点视频调度会")]
    [InlineData("视频调度会改现场会", "周四上午9点半现场会")]
    [InlineData("10点 instead of 9点半", "周四上午10点视频调度会")]
    public Task A_word_of_a_notice_is_changed_in_short(string said, string answer) => Talk.PlayedAsync(
        "2020-04-13 10:00", "coordinator: 跟各家说:周四上午9点半视频调度会,没报的会上说明", "周四上午9点半视频调度会", $"coordinator: {said}", answer, "coordinator: 发吧", "16人");

    [Theory]
    [InlineData("哎会取消了,刚那条能收回吗")]
    [InlineData("刚才发的那条还能撤回吗")]
    [InlineData("can you recall that message")]
    public Task What_was_sent_cannot_be_called_back(string said) => Talk.PlayedAsync(
        "2020-04-13 10:00", "coordinator: 跟各家说:周四上午9点半视频调度会", "确认", "coordinator: 发吧", "16人", $"coordinator: {said}", "16|!已取消，没有做任何改动");

    [Theory]
    [InlineData("商务第二条过了,头一条太水,退给他们,成效不能写无")]
    [InlineData("商务局第一项退回，太水，成效不能写无；第二项通过")]
    [InlineData("商务第二项没问题，第一项打回去重写，成效不能写无")]
    public Task Each_task_has_its_own_ruling(string said) => Talk.PlayedAsync(
        "2020-04-03 10:30", Filed, "请核对", "unit-8: 好的提交", "已报送", $"coordinator: {said}", "确认|!理由：过了", "coordinator: 确认", "", "coordinator: 确认", "", "coordinator: 商务局什么情况", "未报：\n第一项|!\n第二项");

    [Fact]
    public Task Two_rulings_are_confirmed_as_one() => Talk.PlayedAsync(
        "2020-04-03 10:30", Filed, "请核对", "unit-8: 好的提交", "已报送", "coordinator: 商务第二条过了,头一条太水,退给他们,成效不能写无", "审核通过|退回修改|理由：太水，成效不能写无",
        "coordinator: 8号前改完", "2020-04-08|审核通过", "coordinator: 嗯就这么办", "第一项已退回|第二项已审核通过");

    [Theory]
    [InlineData("Agriculture's forum task is moot, the congress is postponed. let them off for this quarter", "Task 2|the congress is postponed|!Task 1|!forum task is moot")]
    [InlineData("waive the forum task of Agriculture, the congress is postponed", "Task 2|!Task 1")]
    [InlineData("农委论坛那项免报，大会推迟了", "第二项|大会推迟了|!第一项")]
    public Task A_task_is_named_by_its_subject(string said, string answer) => Talk.PlayedAsync("2020-04-08 09:30", $"coordinator: {said}", answer);

    [Fact]
    public Task The_other_one_gets_more_time_and_the_first_thing_is_taken_back() => Talk.PlayedAsync(
        "2020-04-08 09:30", "coordinator: waive the forum task of Agriculture, the congress is postponed", "Task 2", "coordinator: ok do it", "Done",
        "coordinator: and the other one gets till the 15th", "Task 1|2020-04-15|!Task 2", "coordinator: yes, staff shortage", "now due 2020-04-15",
        "coordinator: take back the first thing", "Undone|waiver|task 2", "coordinator: the waiver, yes", "done just now|!what is the reason");

    [Theory]
    [InlineData("金融局那个延期申请我看看")]
    [InlineData("看看金融局的延期申请")]
    [InlineData("show me finance's extension request")]
    public Task A_request_is_opened_and_granted_in_part(string said) => Talk.PlayedAsync(
        "2020-04-03 14:30", "unit-12: 第三项申请延到4月10日，数据要等交易所月报", "申请", "unit-12: 是", "编号1", $"coordinator: {said}", "市金融局|2020-04-10|!延到哪一天",
        "coordinator: 给到8号,10号太晚", "第三项|2020-04-08|!第一项|!第二项", "coordinator: 确认", "2020-04-08");

    [Theory]
    [InlineData("有谁说任务不是自己的吗", "文件没改,还是他们报,回一下")]
    [InlineData("哪家说任务不归自己管", "还是由他们报，文件没变")]
    [InlineData("has anyone said a task is not theirs?", "it stays with them, the notice was not changed")]
    public Task Objections_are_listed_and_declined(string asked, string said) => Talk.PlayedAsync(
        After, "unit-6: 第二项不归我们，应该归科技局", "异议", "unit-6: 是", "编号1", $"coordinator: {asked}", "市交通运输委|科技局", $"coordinator: {said}", "市交通运输委|!发通知|!审核通过");

    [Fact]
    public Task An_urging_that_waits_for_the_morning_is_taken_back() => Talk.PlayedAsync(
        "2020-04-08 21:40", "coordinator: give Science and Technology a nudge, they promised me today", "市科技局|2020-04-09 08:30", "coordinator: ok queue it", "Arranged", "coordinator: on second thought drop that, I'll ring them", "will not go out|1 person|!has gone out");
}
