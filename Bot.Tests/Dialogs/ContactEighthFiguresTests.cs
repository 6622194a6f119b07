namespace PlanBot.Tests.Dialogs;

/// <summary>Contacts who put right a figure in passing, before filing and after, and ask what became of a text.</summary>
public sealed class ContactEighthFiguresTests
{
    private const string Before = "2020-04-02 10:00";

    [Theory]
    [InlineData("中芯那个不是七成,六成五")]
    [InlineData("进场率那个不是七成，是六成五")]
    public Task An_amount_is_another(string said) => Talk.PlayedAsync(
        Before, "unit-4: 第一项。进展:飞腾芯片完成流片,中芯二期设备进场率七成;问题:进口备件到货慢;成效:每月0.8万片;下一步:5月试产", "七成", $"unit-4: {said}", "请核对|进场率六成五|!七成");

    [Theory]
    [InlineData("第2条到位的是3.4亿别写错了给我")]
    [InlineData("第二条到位的是3.4亿，别弄错了")]
    public Task A_figure_is_told_with_a_warning(string said) => Talk.PlayedAsync(
        Before, "unit-12: 第二项：进展 投决会过会2个 问题 募资难 成效 到位4亿 下一步 拜访LP", "请核对", $"unit-12: {said}", "请核对|到位3.4亿|!别写错|!别弄错");

    [Theory]
    [InlineData("Crap, it was 430 not 340 trained. Can that still be changed?")]
    [InlineData("oops, it was 430, not 340. can that be corrected?")]
    public Task A_figure_is_another_after_filing(string said) => Talk.PlayedAsync(
        "2020-04-03 11:11", "unit-9: Progress: 2 webinars, 340 guides trained. Problems: none. Results: 5 scenic spots. Next steps: museums in Q2.", "Task 1", "unit-9: Submit please", "Filed",
        "@2020-04-07 10:02", $"unit-9: {said}", "430 guides", "unit-9: Please do", "version 2", "unit-9: Does it show as late now?", "in time|No|!Yes");

    [Theory]
    [InlineData("34家。就把若干换成这个")]
    [InlineData("34家，把若干改成这个吧")]
    public Task A_word_of_a_returned_report_is_replaced(string said) => Talk.PlayedAsync(
        Before, "unit-5: 第2项 进展:专家咨询委员会成立,委员19人 问题:无 成效:认定大数据企业若干 下一步:办鲲鹏沙龙", "请核对", "unit-5: 提交", "已报送",
        "coordinator: 网信办第二项退回，若干是几家得写清楚", "退回", "coordinator: 确认", "已退回", $"unit-5: {said}", "认定大数据企业34家|委员19人|请核对", "unit-5: 对,交", "已报送|第2版");

    [Theory]
    [InlineData("上季度那份调出来给我改两个数就成")]
    [InlineData("把上次报的翻出来我改几个数")]
    public Task There_is_no_report_of_last_time(string said) => Talk.PlayedAsync("2020-03-31 15:26", $"unit-16: {said}", "没有可以沿用的|!请问要改哪一部分");

    [Theory]
    [InlineData("刚才写的还在吗")]
    [InlineData("他又说可以了……刚才写的还在吗")]
    public Task What_was_dropped_is_gone_and_that_is_said(string said) => Talk.PlayedAsync(
        Before, "unit-8: 第二项 进展 共配平台立项批了 智能立库在建3座", "存在问题", "unit-8: 算了算了 处长说口径要统一 都不要了", "已取消", $"unit-8: {said}", "没有草稿|再发一遍|!已报送");

    [Fact]
    public Task What_was_kept_comes_up_again() => Talk.PlayedAsync(
        Before, "unit-8: 第二项 进展 共配平台立项批了 智能立库在建3座", "存在问题", "unit-8: 存草稿", "草稿", "unit-8: 刚才写的还在吗", "共配平台立项批了|存在问题|!没有草稿");

    [Fact]
    public Task Headings_that_fit_no_task_have_their_numbers() => Talk.PlayedAsync(
        "2020-04-08 08:52", "unit-12: 三条都一样格式哈\\n①银行监测评价:进展 完成一季度评价 问题 无 成效 科技贷款增11% 下一步 扩大样本\\n②母基金:进展 投决会过会2个 问题 募资难 成效 到位4亿 下一步 拜访上海LP\\n③科创板:进展 辅导备案3家 问题 无 成效 1家过会 下一步 走访企业",
        "请核对|第一项：|第二项：|第三项：|!格式", "unit-12: 好了好了 交掉", "逾期补报|共3项|2020-07-03");

    [Theory]
    [InlineData("2nd one first - data interface spec agreed w/ 3 test sites, no problems, result: 2 TB shared, next: go live in June")]
    [InlineData("Task 2 first: data interface spec agreed w/ 3 test sites, no problems, result: 2 TB shared, next: go live in June")]
    public Task A_task_has_its_turn(string said) => Talk.PlayedAsync("2020-04-02 13:20", $"unit-6: {said}", "Progress: data interface spec agreed|Task 2|!first -|!first:");

    [Fact]
    public Task The_question_at_the_end_is_answered() => Talk.PlayedAsync("2020-04-02 13:20", "unit-6: ugh. then lets do it now. whats mine again", "Task 1|Task 2");

    [Theory]
    [InlineData("以后提醒别早上九点,我在开晨会,十点吧")]
    [InlineData("please always remind me at 10 from now on")]
    public Task A_standing_hour_is_not_a_contacts_to_set(string said) => Talk.PlayedAsync("2020-04-01 09:05", $"unit-14: {said}", said[0] > 'z' ? "牵头部门统一设定" : "coordinating office");

    [Fact]
    public Task A_draft_that_was_due_says_so() => Talk.PlayedAsync("2020-04-07 14:18", "unit-9: 进展：组织培训4场", "存在问题", "unit-9: 先到这,待会儿继续", "已存为草稿|已过|逾期补报");
}
