namespace PlanBot.Tests.Dialogs;

/// <summary>Contacts in a hurry, chatty or formal: what is told is filed where it belongs, what is asked is answered, and what is neither stays out of the report.</summary>
public sealed class ContactSecondTryTests
{
    private const string Day = "2020-04-02 10:00";

    private const string Labelled = "进展：完成评审 问题：无 成效：立项3个 下一步：签合同";

    [Theory]
    [InlineData("unit-2", "三项一块儿报了哈\n1、做了什么：新设专业2个 卡在哪：设备推迟 见效：扩招120人 往后：九月开班\n2、做了什么：签约9人 卡在哪：住房 见效：两支团队 往后：再谈5人\n3、做了什么：修订大纲 卡在哪：无 见效：选课3200人次 往后：编教材", "请核对|取得成效：扩招120人|下一步工作：再谈5人|第三项：|!一块儿")]
    [InlineData("unit-2", "第一项完成学科评估，第二项引进了8个人，第三项还没动", "存在问题|!还没有报送")]
    [InlineData("unit-2", "第二项的问题就一个，人招不到", "第二项|工作进展情况")]
    [InlineData("unit-8", "先写第一项：进展：12家百货做了数字化改造", "第一项|存在问题|!请问这些内容")]
    public Task Told_of_each_task_in_turn(string unit, string said, string answer) => Talk.PlayedAsync(Day, $"{unit}: {said}", answer);

    [Theory]
    [InlineData("the young scholars one", "task 2")]
    [InlineData("the courses one please", "task 3")]
    public Task A_task_is_chosen_by_what_it_is_about_in_English(string said, string answer) =>
        Talk.PlayedAsync(Day, "unit-2: I want to report", "choose one", $"unit-2: {said}", $"Progress|{answer}|!Which task");

    [Fact]
    public Task One_of_several_tasks_has_something_after_all() => Talk.PlayedAsync(
        Day, "unit-12: 这个季度没什么进展", "第一项：|第三项：", "unit-12: 不对不对，上市那个有，辅导了3家企业", "第三项|存在问题", "unit-12: 无", "取得成效", "unit-12: 无", "下一步", "unit-12: 继续辅导", "请核对|第一项：|辅导了3家企业");

    [Theory]
    [InlineData("是的，按无进展报", "已报送|第一项、第二项、第三项")]
    [InlineData("对，就按没有进展报吧", "已报送|第一项、第二项、第三项")]
    [InlineData("yes, file it as nil", "Filed|task 1, task 2, task 3")]
    public Task What_is_shown_is_confirmed_by_its_name(string yes, string answer) => Talk.PlayedAsync(Day, "unit-13: 三项都没有新进展", "请核对", $"unit-13: {yes}", answer);

    [Fact]
    public Task A_task_named_by_its_subject_leaves_no_trace_in_a_nil_report() => Talk.PlayedAsync(
        Day, "unit-7: 把上一季的内容调出来，我照着改", "没有报过内容", "unit-7: 哦对，这是头一回。那论坛那项先报个无进展", "请核对|第二项：|本季度无新进展|!第2项|!头一回|!第一项：");

    [Theory]
    [InlineData("2020-07-02 09:40", "一季度第一项：进展：贷款增36亿元 问题：抵押不足 成效：惠及210家 下一步：推质押", "2020年第一季度")]
    [InlineData("2020-07-02 09:40", "第一项：进展：贷款增36亿元 问题：抵押不足 成效：惠及210家 下一步：推质押", "2020年第二季度")]
    public Task The_period_before_the_task_is_the_one_that_is_reported(string at, string said, string period) => Talk.PlayedAsync(at, $"unit-12: {said}", $"请核对|{period}");

    [Theory]
    [InlineData("不对不对，是二季度的")]
    [InlineData("错了，这是二季度的")]
    [InlineData("不是一季度，是二季度")]
    public Task What_is_written_moves_to_another_period_with_all_its_texts(string said) => Talk.PlayedAsync(
        "2020-07-02 09:40", "unit-12: 一季度第一项：进展：贷款增36亿元 问题：抵押不足 成效：惠及210家 下一步：推质押", "2020年第一季度",
        $"unit-12: {said}", "请核对|2020年第二季度|贷款增36亿元|推质押", "unit-12: 这下对了，确认", "已报送|2020年第二季度第一项", "unit-12: 一季度报了没", "还没有");

    [Theory]
    [InlineData("下一步里那个6月底改5月底", "下一步工作：5月底前完成验收")]
    [InlineData("困难那句改婉转点，写成资金拨付进度需进一步加快", "存在问题：资金拨付进度需进一步加快|!婉转")]
    [InlineData("两个地方要改，成效是上线2个，下一步是5月中旬联调", "取得成效：上线2个|下一步工作：5月中旬联调|存在问题：经费迟迟不到位")]
    public Task Changes_in_the_words_of_a_chat(string said, string answer) =>
        Talk.PlayedAsync(Day, "unit-9: 进展：完成方案 问题：经费迟迟不到位 成效：上线1个 下一步：6月底前完成验收", "请核对", $"unit-9: {said}", $"请核对|{answer}");

    [Theory]
    [InlineData("没事 我问别人去", "没有记入")]
    [InlineData("各家统计口径不一样", "记下了")]
    [InlineData("good, submit", "still|!Noted")]
    public Task What_is_no_text_is_not_written_down(string said, string answer) => Talk.PlayedAsync(Day, "unit-16: 进展：辖区6家券商用上了智能投顾", "存在问题", $"unit-16: {said}", answer);

    [Fact]
    public Task What_was_said_before_is_repeated_and_is_not_nothing() => Talk.PlayedAsync(
        Day, "unit-9: 开了两次会，方案已经印发，各区都拿到了", "存在问题", "unit-9: 没有", "取得成效", "unit-9: 效果刚说了", "下一步", "unit-9: 继续推进", "请核对|取得成效：开了两次会");

    [Fact]
    public Task A_question_half_way_drops_nothing_and_chatter_is_left_out() => Talk.PlayedAsync(
        Day, "unit-6: 第一项进展：新增测试道路45公里", "存在问题", "unit-6: 哈哈好吧。问题是夜间测试还没放开", "存在问题：夜间测试还没放开|!哈哈", "unit-6: 第二项原文是什么，我对一下别写串了", "协助有关部门|取得成效|!已取消",
        "unit-6: 嗯没串。成效：接待测试车辆60台次", "取得成效：接待测试车辆60台次");

    [Theory]
    [InlineData("第二项还要不要写", "第二项|还没有报送")]
    [InlineData("你们那边收到了吧？", "还没有")]
    [InlineData("我们算报完了吧", "还没有")]
    [InlineData("我们是不是延期了", "2020-04-03|!哪一天")]
    [InlineData("第一件不是归发改委吗", "分工异议|第一项")]
    [InlineData("城市共同配送那项我们觉得该交通委报，不归我们", "分工异议|第二项|!第一项：")]
    public Task Asked_and_disputed(string said, string answer) => Talk.PlayedAsync(Day, $"unit-8: {said}", answer);

    [Theory]
    [InlineData("招商那项还没定稿，先欠着")]
    [InlineData("Got your message. We'll send all five by tomorrow noon, promise")]
    [InlineData("看到提醒了，下午一定交")]
    public Task A_promise_is_no_report(string said) => Talk.PlayedAsync(Day, $"unit-4: {said}", "2020-04-03|!工作进展情况|!Which task|!Progress");

    [Theory]
    [InlineData("收到，我们去两个人")]
    [InlineData("收到，准时到")]
    public Task An_answer_to_a_notice_is_no_report(string said) => Talk.PlayedAsync(Day, $"unit-5: {said}", "!请问这些内容|!工作进展情况");

    [Theory]
    [InlineData("2020-04-08 09:20", "知道逾期了，局里在迎检，过一个礼拜再来问我行不", "2020-04-09")]
    [InlineData("2020-04-01 09:15", "ok, please remind me again tomorrow at 9:30", "2020-04-02 09:30")]
    [InlineData("2020-04-02 10:00", "fine, ping me at 3 then", "2020-04-02 15:00")]
    public Task Reminded_at_the_time_that_is_named(string at, string said, string answer) => Talk.PlayedAsync(at, $"unit-2: {said}", answer);

    [Fact]
    public Task The_name_of_the_successor_may_come_with_a_number() => Talk.PlayedAsync(
        Day, "unit-5: 我下个月调走", "新联络员是谁", "unit-5: 孟祥宇 电话13600000014", "孟祥宇|!未登记", "unit-5: 今天", "孟祥宇（13600000014）");

    [Fact]
    public Task A_report_typed_at_a_request_comes_first_and_the_request_afterwards() => Talk.PlayedAsync(
        Day, "unit-3: 第一项能缓到15号吗，还在等审计", "延期申请", $"unit-3: 第二项：{Labelled}", "请核对|第二项：", "unit-3: 确认", "已报送|延期申请|2020-04-15|第一项：");

    [Fact]
    public Task Only_one_of_the_tasks_that_are_shown_is_meant_and_which_is_asked() => Talk.PlayedAsync(
        Day, "unit-2: 能宽限到10号吗，数据没出来", "第一项：|第三项：", "unit-2: 就这一项", "哪一项", "unit-2: 第二项", "延期申请|第二项：|!第一项：");

    [Theory]
    [InlineData("2020-09-30 10:15", "10号不是星期六吗，也算工作日？", "2020-10-10|上班")]
    [InlineData("2020-04-02 10:00", "那另外两项还是3号交吧", "2020-04-03")]
    [InlineData("2020-04-02 10:00", "改之前那版还留着吗，给我看一眼", "!撤回")]
    public Task Days_and_versions_asked_about(string at, string said, string answer) => Talk.PlayedAsync(at, $"unit-10: {said}", answer);

    [Fact]
    public Task Last_time_is_what_was_filed_last_and_can_be_used_again() => Talk.PlayedAsync(
        "2020-04-02 09:30", "unit-11: Progress: 14 applications checked. Problems: few. Results: 6 grants. Next steps: a workshop.", "check", "unit-11: confirm", "Filed", "@2020-07-01 14:00",
        "unit-11: what did we write last time?", "14 applications checked|!Nothing has been reported", "unit-11: use that again but progress: 20 applications checked", "Q2 2020|Progress: 20 applications checked|Results: 6 grants", "unit-11: good, submit", "Filed|Q2 2020");

    [Fact]
    public Task Everything_extended_is_due_on_its_own_day() => Talk.PlayedAsync(
        Day, "unit-10: 两项能不能都宽限到4月9日，数字8号才出来", "延期申请", "unit-10: 对，两项都要缓", "已提交|!接下来", "coordinator: 同意卫健委延到4月9号", "将同意", "coordinator: 确认", "已同意", "unit-10: 我们现在最晚哪天交", "2020-04-09|原定");

    [Fact]
    public Task Not_filed_after_all() => Talk.PlayedAsync(
        Day, "unit-14: nothing new from us this quarter", "check", "unit-14: hold on, don't file that, my colleague says there is something", "Cancelled", "unit-14: do we still owe anything?", "0 of 1|!Yes");

    [Theory]
    [InlineData("unit-3", "再来第一项，进展：试验区方案已经印发。问题：无。成效：首批8家入驻。下一步：总结推广。", "第一项：|!请问这些内容|!再来")]
    [InlineData("unit-1", "进展：创新中心完成土地手续。问题：无。成效：骨干企业新增5家。下一步：5月动工。这是第一项的", "第一项：|下一步工作：5月动工|!这是")]
    [InlineData("unit-4", "不好意思报晚了，先给第五项。进展：签约项目落地6个。问题：入境难。成效：到位资金4亿元。下一步：继续跟进。", "第五项：|!不好意思")]
    [InlineData("unit-3", "Sorry for the delay, here comes task 2. Progress: 24 projects. Problems: none. Results: 5 prototypes. Next steps: review in May.", "Task 2:|!Sorry")]
    public Task A_task_is_named_before_the_labels_or_after_them(string unit, string said, string answer) => Talk.PlayedAsync(Day, $"{unit}: {said}", answer);

    [Theory]
    [InlineData("哎写错了，受理的是17个项目，不是19个", "受理了17个项目。|!项目项目")]
    [InlineData("把19个改成17个项目", "受理了17个项目。|!项目项目")]
    public Task A_figure_takes_its_words_along_once(string said, string answer) =>
        Talk.PlayedAsync(Day, "unit-11: 进展：标准化资助受理了19个项目。问题：质量参差。成效：兑现320万元。下一步：评审。", "请核对", $"unit-11: {said}", answer);

    [Fact]
    public Task A_yes_before_the_task_is_known_files_nothing_and_says_what_is_missing() =>
        Talk.PlayedAsync(Day, $"unit-3: {Labelled}", "哪一项", "unit-3: 提交", "还没有报送|哪一项|!没有看懂");

    [Theory]
    [InlineData("申请延到4月10日，项目开工数据要等统计局核", "项目开工数据要等统计局核")]
    [InlineData("我委申请宽限到4月10日，3个项目的验收推迟了", "3个项目的验收推迟了")]
    [InlineData("想延到4月10日，平台验收推迟了", "平台验收推迟了")]
    public Task More_time_is_asked_for_whatever_the_reason_tells(string said, string reason) => Talk.PlayedAsync(Day, $"unit-1: {said}", $"延期申请|2020-04-10|{reason}", "unit-1: 确认", "已提交");
}
