namespace PlanBot.Tests.Dialogs;

/// <summary>What coordinators ask next, after a list, a unit's state, a step of the ladder or a version of a report.</summary>
public sealed class OfficeAgainTests
{
    private const string Report = "进展：走访三个区 问题：用地没落实 成效：19个已开工 下一步：按月调度";

    [Theory]
    [InlineData("那交了一部分的呢", "他们缺的是哪两项")]
    [InlineData("只交了一半的呢？", "他们缺哪几项")]
    [InlineData("有没有交了一半的", "差哪几项")]
    [InlineData("交了但没交全的呢", "还差的是哪几项")]
    [InlineData("and those who reported in part?", "which tasks do they still owe?")]
    public async Task Those_who_reported_in_part_are_told_and_then_what_they_lack(string part, string which)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        await talk.PlayAsync($"unit-13: 第三项：{Report}", "请核对", "unit-13: 确认", "已报送");
        await talk.MoveToAsync("2020-04-08 09:40");

        await talk.PlayAsync(
            "coordinator: 一项都没交的有哪些家", "15个单位|!市合作交流办",
            $"coordinator: {part}", "市合作交流办|!市教委",
            $"coordinator: {which}", "市合作交流办|通过驻京招商机构|绘制人工智能招商图谱|!市教委");
    }

    [Theory]
    [InlineData("监管部门报了没有")]
    [InlineData("监管口的交了吗")]
    [InlineData("催一下监管部门")]
    public async Task A_kind_of_office_that_several_units_are_is_asked_about(string said) => await Talk.PlayedAsync("2020-04-07 10:20", $"coordinator: {said}", "市市场监管委|天津证监局|!市教委");

    [Fact]
    public async Task After_one_request_is_granted_the_other_is_declined() => await Talk.PlayedAsync(
        "2020-04-02 09:30",
        "unit-1: 申请延到4月10日，项目开工数据要等统计局核", "2020-04-10", "unit-1: 确认", "编号1",
        "unit-6: 麻烦宽限到4月8日，测试场在停电检修", "2020-04-08", "unit-6: 确认", "编号2",
        "coordinator: 手头有哪些申请要我批", "申请1|申请2",
        "coordinator: 交通委的准了，发改委的不准", "将同意|申请2",
        "coordinator: 确认", "将不同意|申请1|市发展改革委",
        "coordinator: 确认", "申请1",
        "coordinator: 还有要批的吗", "没有待处理的申请");

    [Theory]
    [InlineData("算了，科技局也崔一下")]
    [InlineData("算了，还是把科技局也催了吧")]
    [InlineData("得了，科技局也催一声")]
    public async Task Who_was_left_out_is_urged_after_all_and_nobody_else(string said) => await Talk.PlayedAsync(
        "2020-04-07 10:30",
        "coordinator: 没报的都催一遍，科技局除外，他们跟我打过招呼了", "以下15人|!市科技局联络员", "coordinator: 嗯，发", "已催办15人",
        $"coordinator: {said}", "以下1人|市科技局联络员|!市教委",
        "coordinator: 确认", "已催办1人");

    [Theory]
    [InlineData("商务局再加个备用联络员，韩雪，13900000008", "韩雪|备用|!换成")]
    [InlineData("商务局多加一个联络员做备份，韩雪 13900000008", "韩雪|备用|!换成")]
    [InlineData("商务局再加一个联络员，韩雪 13900000008", "韩雪|备用|!换成")]
    [InlineData("Add Han Xue 13900000008 as backup contact for 商务局", "Han Xue|backup|!replaces")]
    public async Task A_second_contact_is_added_and_replaces_nobody(string said, string done) => await Talk.PlayedAsync(
        "2020-04-01 09:50", $"coordinator: {said}", "13900000008", "coordinator: ok", done);

    [Theory]
    [InlineData("改一下，改成：4月9日上午10点来局里核对数据，带上台账")]
    [InlineData("等等，改成：4月9日上午10点来局里核对数据，带上台账")]
    [InlineData("重新写，内容换成：4月9日上午10点来局里核对数据，带上台账")]
    [InlineData("语气软一点，改成：4月9日上午10点来局里核对数据，带上台账")]
    [InlineData("换个说法：4月9日上午10点来局里核对数据，带上台账")]
    public async Task The_text_of_a_notice_is_replaced_at_its_preview(string said) => await Talk.PlayedAsync(
        "2020-04-07 15:20",
        "coordinator: 给教委和科技局发个通知：4月9日上午9点半来局里核对数据", "2人|9点半",
        $"coordinator: {said}", "2人|————\n4月9日上午10点来局里核对数据，带上台账\n————|!9点半",
        "coordinator: 行，发出去", "已发给2人");

    [Theory]
    [InlineData("原先那版成效怎么写的", "收到申报88份|!初筛")]
    [InlineData("第一版成效写的啥", "收到申报88份|!初筛")]
    [InlineData("改之前的那版给我看看", "收到申报88份|发布课题指南|!初筛")]
    [InlineData("what did the first version say under results?", "收到申报88份|!初筛")]
    public async Task An_earlier_version_is_shown_as_it_was(string asked, string answer) => await Talk.PlayedAsync(
        "2020-04-01 10:00",
        "unit-3: 第二项：进展：发布课题指南 问题：无 成效：收到申报88份 下一步：组织评审", "请核对", "unit-3: 确认", "已报送",
        "unit-3: 第二项成效改为：收到申报95份，初筛通过60份", "原为", "unit-3: 确认", "第2版",
        "coordinator: 科技局第二项改过没有", "2版",
        $"coordinator: {asked}", answer);

    [Theory]
    [InlineData("一季度不等了，关闭吧")]
    [InlineData("一季度可以关了吧，别等了")]
    [InlineData("一季度就到这儿吧，关了")]
    [InlineData("不等了，把一季度收口吧")]
    [InlineData("no point waiting for Q1 any longer, close it")]
    public async Task A_period_nobody_waits_for_is_closed(string said) => await Talk.PlayedAsync(
        "2020-05-20 10:00", $"coordinator: {said}", "16|35", "coordinator: 确认", "关闭");

    [Theory]
    [InlineData("回到商务，把交了的那项念给我听")]
    [InlineData("说回商务局，交了的那一项写的啥")]
    [InlineData("back to 商务局, read me the one they sent")]
    public async Task Back_at_a_unit_what_it_reported_is_read(string said) => await Talk.PlayedAsync(
        "2020-04-02 13:40",
        "unit-8: 第一项：进展：60家便利店上了智能货柜 问题：补货跟不上 成效：销售额增了一成 下一步：对接配送企业", "请核对", "unit-8: 确认", "已报送",
        "coordinator: 商务报了几项", "1项", "coordinator: 发改呢", "市发展改革委",
        $"coordinator: {said}", "市商务局|60家便利店上了智能货柜|对接配送企业");

    [Theory]
    [InlineData("and 发改委?")]
    [InlineData("and 市教委?")]
    [InlineData("市教委 too?")]
    public async Task The_name_of_a_unit_says_nothing_of_the_language(string said) => await Talk.PlayedAsync(
        "2020-04-07 10:40", "coordinator: did the Commerce Bureau send anything?", "has reported 0", $"coordinator: {said}", "has reported 0|overdue");

    [Theory]
    [InlineData("Send 政务服务办's report back, no figures at all. New deadline April 8.")]
    [InlineData("Send 政务服务办's report back, no figures at all. Due April 8.")]
    [InlineData("政务服务办那份退回去，no figures at all。新的期限4月8日。")]
    public async Task A_report_is_sent_back_with_the_reason_and_the_day_in_one_message(string said) => await Talk.PlayedAsync(
        "2020-04-02 11:30",
        "unit-14: 进展：推进无人审批 问题：无 成效：群众满意 下一步：继续优化", "请核对", "unit-14: 确认", "已报送",
        $"coordinator: {said}", "市政务服务办|no figures at all|2020-04-08|!New deadline",
        "coordinator: yes", "2020-04-08",
        "coordinator: is it back with them now?", "Yes|市政务服务办|2020-04-08|!No. ");

    [Theory]
    [InlineData("ok it's certain now. Tell everyone: the help desk is closed on Friday, April 10, from 2 pm", "the help desk is closed on Friday, April 10, from 2 pm")]
    [InlineData("All right, that is settled. Please tell everyone: the help desk is closed", "the help desk is closed")]
    [InlineData("这回定下来了。发个通知：服务台周五下午不开", "服务台周五下午不开")]
    public async Task What_is_said_before_a_notice_is_no_part_of_it(string said, string text) => await Talk.PlayedAsync(
        "2020-04-08 10:00", $"coordinator: {said}", $"16|————\n{text}\n————", "coordinator: confirm", "16");

    [Theory]
    [InlineData("have we recieved task 1 too?")]
    [InlineData("and did task 1 come in as well?")]
    [InlineData("第一项收到了吗")]
    public async Task A_task_alone_is_one_of_the_unit_that_was_spoken_of(string asked) => await Talk.PlayedAsync(
        "2020-04-02 09:40",
        "unit-10: 第二项：进展：影像云接入9家医院 问题：带宽不够 成效：重复检查少了一成 下一步：七月接到区级医院", "请核对", "unit-10: 确认", "已报送",
        "coordinator: show me everything that was done for 卫健委 today", "市卫生健康委",
        $"coordinator: {asked}", "市卫生健康委|2020-04-03|数字化的建设规划|!Audit|!操作记录");

    [Theory]
    [InlineData("他们都是哪三项")]
    [InlineData("那三项分别是什么")]
    [InlineData("what are the three tasks?")]
    public async Task The_tasks_of_a_unit_are_told_to_a_leader(string asked) => await Talk.PlayedAsync(
        "2020-04-08 10:00", "leader: 教委现在什么进度", "共3项", $"leader: {asked}", "帮助已开设人工智能专业|引进和培养高水平青年学者|指导高校改进");

    [Theory]
    [InlineData("后面几个季度分别是哪天", "2020-07-03|2020-10-12|2021-01-0")]
    [InlineData("后面几期的截止日都是几号", "2020-07-03|2020-10-12|2021-01-0")]
    [InlineData("and the quarters after that?", "2020-07-03|2020-10-12|2021-01-0")]
    public async Task The_days_of_all_coming_periods_are_told(string asked, string answer) => await Talk.PlayedAsync(
        "2020-04-01 15:30", "leader: 本周有什么节点", "2020-04-03", $"leader: {asked}", answer);

    [Theory]
    [InlineData("好，知道了", "!没有需要确认")]
    [InlineData("嗯，了解了", "!没有需要确认")]
    [InlineData("ok, got it", "!nothing to confirm")]
    [InlineData("good, thanks", "!nothing to confirm")]
    [InlineData("ok thanks, that's all", "!nothing to confirm")]
    public async Task A_leader_who_has_heard_enough_gets_a_kind_word(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 15:30");
        await talk.PlayAsync("leader: 本周有什么节点", "2020-04-03");

        var answered = await talk.SayAsync("leader", said);

        Assert.DoesNotContain(answer[1..], answered, StringComparison.Ordinal);
        Assert.InRange(answered.Length, 2, 80);
    }

    [Theory]
    [InlineData("Who do I talk to about that?")]
    [InlineData("who should I ask then?")]
    [InlineData("那我找谁办")]
    public async Task A_leader_who_may_not_do_it_is_told_who_runs_the_plan(string asked) => await Talk.PlayedAsync(
        "2020-04-07 14:30", "leader: Give 卫健委 another week, they have their hands full", "read only", $"leader: {asked}", "牵头部门管理员|!市卫生健康委联络员");

    [Theory]
    [InlineData("这个人我没听说过，先不给开", "将不同意")]
    [InlineData("不认识这个人，别给他开", "将不同意")]
    [InlineData("never heard of him, don't let him in", "decline")]
    public async Task Whoever_nobody_knows_is_not_let_in(string said, string preview) => await Talk.PlayedAsync(
        "2020-04-01 11:00",
        "guest-15: 您好，我是市商务局新来的冯洁，以后我负责报材料，手机13600000015，帮我开通一下", "!第一项",
        "coordinator: 有没有陌生人来要求开通", "冯洁|市商务局",
        $"coordinator: {said}", $"{preview}|冯洁",
        "coordinator: 确认", "申请1",
        "coordinator: 还有申请要我处理吗", "没有待处理的申请");

    [Theory]
    [InlineData("why was it the 3rd?", "working day")]
    [InlineData("为什么是3号截止", "第三个工作日")]
    [InlineData("怎么是4月3号", "第三个工作日")]
    public async Task Why_the_day_of_a_list_is_that_day_is_told(string asked, string answer) => await Talk.PlayedAsync(
        "2020-04-07 10:40", "coordinator: who is overdue?", "2020-04-03", $"coordinator: {asked}", $"{answer}|!understood|!理解");

    [Fact]
    public async Task A_text_unchanged_since_the_quarter_before_is_flagged_to_whoever_reads_it()
    {
        const string text = "进展：风险预警模型接入6家银行。问题：数据口径不同。成效：拦截可疑交易240笔。下一步：推广到全部法人银行。";
        await using var talk = await Talk.StartAsync("2020-04-01 09:30");
        await talk.PlayAsync($"unit-15: {text}", "请核对", "unit-15: 确认", "已报送", "coordinator: 人行的给我看看", "风险预警模型|!相同");
        await talk.MoveToAsync("2020-07-01 09:30");

        await talk.PlayAsync(
            "unit-15: 跟上季度一样，没变化，直接用那份", "风险预警模型", "unit-15: 对", "已报送",
            "coordinator: 人行二季度的给我看看", "风险预警模型|与2020年第一季度相同",
            "coordinator: show me the report of 人民银行 for Q2", "unchanged from Q1 2020",
            "unit-15: 我报了什么", "风险预警模型|!相同");
    }

    [Fact]
    public async Task After_an_earlier_version_the_one_that_counts_is_read() => await Talk.PlayedAsync(
        "2020-04-01 10:00",
        "unit-11: 进展：受理12项 问题：材料慢 成效：通过6项 下一步：简化", "请核对", "unit-11: 确认", "已报送", "unit-11: 进展改成：受理15项", "原为", "unit-11: 确认", "第2版",
        "coordinator: 市监委的报告改过几次", "共2版",
        "coordinator: 第一版进展写的多少", "受理12项|!受理15项",
        "coordinator: 现在这版呢", "受理15项|!受理12项");

    [Fact]
    public async Task Whoever_was_not_let_in_is_when_somebody_has_asked() => await Talk.PlayedAsync(
        "2020-04-01 11:00",
        "guest-3: 我是市科技局的马超，接手科技局材料，电话13600000033", "!第一项",
        "coordinator: 有人要认领单位吗", "马超",
        "coordinator: 马超是谁？先别给他开", "将不同意",
        "coordinator: 取消", "已取消",
        "coordinator: 问过了，是他们新来的，给他开吧", "将同意|马超");

    [Fact]
    public async Task Whether_a_return_was_seen_is_asked_and_nothing_is_returned() => await Talk.PlayedAsync(
        "2020-04-02 10:00",
        "unit-9: 进展：培训一期 问题：无 成效：还行 下一步：继续", "请核对", "unit-9: 确认", "已报送",
        "coordinator: 文旅这份太空了，退回去，成效要有数，7号前重报", "2020-04-07", "coordinator: 好", "已退回",
        "coordinator: 他们看到退回通知了吗", "市文化和旅游局|!将对|!还没有可以退回");

    [Theory]
    [InlineData("二季度到今天什么情况", "2020年第二季度|35")]
    [InlineData("how are we doing in Q2 so far?", "Q2 2020|35")]
    public async Task How_a_period_stands_is_asked_of_all_units(string asked, string answer) => await Talk.PlayedAsync("2020-07-07 10:00", $"leader: {asked}", answer);

    [Theory]
    [InlineData("都看过了，都收了吧")]
    [InlineData("没问题，收下吧")]
    public async Task Those_who_came_in_today_are_accepted_together(string said) => await Talk.PlayedAsync(
        "2020-04-02 10:00",
        "unit-14: 进展：网上大厅改版 问题：无 成效：好评率98% 下一步：接入更多事项", "请核对", "unit-14: 确认", "已报送",
        "unit-9: 进展：培训一期 问题：无 成效：80人 下一步：二期", "请核对", "unit-9: 确认", "已报送",
        "coordinator: 今天新交的有哪些", "市文化和旅游局|市政务服务办",
        $"coordinator: {said}", "市文化和旅游局|市政务服务办|确认|!哪个单位");

    [Theory]
    [InlineData("把接口那条跟到二季度")]
    [InlineData("接口那条转到下季度接着盯")]
    public async Task A_problem_is_taken_into_the_next_quarter(string said) => await Talk.PlayedAsync(
        "2020-04-02 10:00",
        "unit-14: 进展：网上大厅改版 问题：数据接口没打通 成效：好评率98% 下一步：接入更多事项", "请核对", "unit-14: 确认", "已报送",
        "coordinator: 大家都反映了什么问题", "数据接口没打通", $"coordinator: {said}", "市政务服务办|数据接口没打通|确认");

    [Fact]
    public async Task A_leader_who_has_spoken_of_a_unit_is_still_told_who_runs_the_plan() => await Talk.PlayedAsync(
        "2020-04-08 10:00", "leader: 科技局欠的是哪几项", "共3项", "leader: 让他们今天必须交", "只读", "leader: 那找谁", "牵头部门管理员|!市科技局联络员");
}
