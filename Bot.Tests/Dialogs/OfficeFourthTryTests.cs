namespace PlanBot.Tests.Dialogs;

/// <summary>A coordinating office that thinks again at a preview, and asks in words that were not met before.</summary>
public sealed class OfficeFourthTryTests
{
    private const string After = "2020-04-07 10:00";

    [Theory]
    [InlineData("pls nudge the finance bureau", "市金融局", "no wait, the health commission", "市卫生健康委联络员|!市金融局")]
    [InlineData("催下金融局", "市金融局", "慢 换成文旅吧", "市文化和旅游局联络员|!市金融局|!新联络员")]
    [InlineData("崔下市场监管", "市市场监管委", "不对，卫健委", "市卫生健康委联络员|!市市场监管委")]
    public Task Another_unit_takes_the_place_of_the_one_that_is_shown(string said, string shown, string instead, string answer) =>
        Talk.PlayedAsync(After, $"coordinator: {said}", shown, $"coordinator: {instead}", answer);

    [Theory]
    [InlineData("wait, room 420 not 402", "room 420, 14:00|!402")]
    [InlineData("不对，是420不是402", "room 420, 14:00|!402")]
    public Task A_word_of_a_notice_takes_the_place_of_another(string said, string answer) => Talk.PlayedAsync(
        After, "coordinator: Please tell everyone: the Friday briefing moves to room 402, 14:00.", "room 402", $"coordinator: {said}", answer, "coordinator: good, send", "16");

    [Fact]
    public Task A_notice_is_worded_anew_with_the_reason_before_it() => Talk.PlayedAsync(
        After, "coordinator: 群发一下 明天下班前务必报齐", "明天下班前务必报齐", "coordinator: 语气太冲 改成 请于明天下班前报齐，谢谢配合", "\n请于明天下班前报齐，谢谢配合\n|!务必");

    [Fact]
    public Task A_return_has_its_reason_and_its_day_in_one_answer() => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-14: 进展：新增自助点 问题：无 成效：不错 下一步：继续", "请核对", "unit-14: 确认", "已报送", "@2020-04-07 10:00", "coordinator: 退回政务办的", "理由",
        "coordinator: 补具体数字 周四前", "2020-04-09|理由：补具体数字\n");

    [Theory]
    [InlineData("政务办那条太简单了 退回去让他们写具体点", "太简单了，让他们写具体点")]
    [InlineData("Send the gov services one back, \"results: some\" is useless", "\"results: some\" is useless")]
    public Task The_whole_reason_is_kept(string said, string reason) => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-14: 进展：新增自助点 问题：无 成效：一般 下一步：继续", "请核对", "unit-14: 确认", "已报送", $"coordinator: {said}", reason);

    [Fact]
    public Task What_was_given_up_is_still_what_is_spoken_of() => Talk.PlayedAsync(
        After, "coordinator: 合作交流办一季度不用报了", "理由", "coordinator: 算了 还是让他们报吧", "没有做任何改动", "coordinator: 他们现在什么状态", "市合作交流办|0项");

    [Theory]
    [InlineData("今天有换联络员的吗", "没有待处理|!哪个单位")]
    [InlineData("谁反映任务不是自己的", "没有待处理")]
    [InlineData("when's the Q3 deadline and why is it so late", "2020-10-12|National Day")]
    [InlineData("And the last one of the year?", "2021-01-06")]
    [InlineData("did the gov servces office report", "市政务服务办")]
    [InlineData("合作办还有逾期的吗", "市合作交流办|!市发展改革委")]
    [InlineData("总数里还算免报的吗", "免报")]
    public Task Asked_of_the_office(string said, string answer) => Talk.PlayedAsync(After, $"coordinator: {said}", answer);

    [Fact]
    public Task A_request_is_granted_by_its_unit() => Talk.PlayedAsync(
        "2020-04-02 13:30", "unit-13: 图谱那个任务想延到9号 数据还在核", "2020-04-09", "unit-13: 对对对", "编号1", "coordinator: 合作交流办的延期同意", "将同意|2020-04-09");

    [Fact]
    public Task Ms_Sun_is_no_Sunday() => Talk.PlayedAsync(
        After, "coordinator: Replace the contact at the culture bureau with Ms Sun Yu, 13800009999", "Sun Yu|13800009999|!Sunday");

    [Fact]
    public Task An_earlier_text_is_shown_as_it_was() => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-14: 进展：改造20家 问题：无 成效：好 下一步：继续", "请核对", "unit-14: 确认", "已报送", "unit-14: 刚才20家改成25家", "请核对", "unit-14: 确认", "第2版",
        "coordinator: 看看政务办的", "改造25家", "coordinator: 原来写的什么", "改造20家");

    [Fact]
    public Task A_notice_gets_a_sentence_more() => Talk.PlayedAsync(
        After, "coordinator: 跟所有单位说一声：报送模板更新了，请用新模板", "报送模板更新了", "coordinator: 等下 后面加上 旧的不收", "请用新模板。旧的不收\n");

    [Fact]
    public Task A_pause_is_thought_better_of() => Talk.PlayedAsync(
        "2020-04-02 10:00", "coordinator: hold all reminders until after the holiday", "will be paused", "coordinator: hmm actually no, keep them going", "nothing was changed");
}
