namespace PlanBot.Tests.Dialogs;

/// <summary>What a contact says beside a text or after it, and that belongs to another section, another task, or the program.</summary>
public sealed class ContactTwelfthTryTests
{
    private const string At = "2020-04-07 09:00";
    private const string Trade = "进展：共同配送平台一期上线。问题：企业接口标准不统一。成效：配送时效平均缩短1.5小时。下一步：6月底前接入20家。";

    [Theory]
    [InlineData("第三项，下一步打算走访10家拟上市企业，目前进展是建了42家的后备库、办了两期线上路演，困难没有，效果嘛有1家科创板过会了")]
    [InlineData("第三项：接下来准备走访10家拟上市企业。目前进展是建了42家的后备库、办了两期线上路演。问题：没有。成效：有1家科创板过会了")]
    public Task Sections_in_another_order(string said) => Talk.PlayedAsync(
        At, $"unit-12: {said}", "请核对|进展情况：建了42家|问题：无|有1家科创板过会了|下一步工作：|走访10家拟上市企业", "unit-12: 路演是三期", "三期线上路演|走访10家|!两期", "unit-12: ok", "已报送|还有2项未报");

    [Theory]
    [InlineData("第1项处里还在会签")]
    [InlineData("第一项还在走流程")]
    [InlineData("第一项领导在看")]
    [InlineData("第一项明儿给")]
    public Task A_remark_at_the_end_of_a_report(string remark) => Talk.PlayedAsync(
        At, $"unit-8: 先把第2项给你 {Trade}{remark}", $"请核对|第二项|接入20家|!{remark}|第一项我先不动", "unit-8: 确认", "已报送|还有1项未报");

    [Theory]
    [InlineData("确认，第1项明儿给")]
    [InlineData("可以，第一项处里还在会签")]
    [InlineData("确认，第1项周四给你")]
    public Task A_yes_and_a_remark_about_another_task(string said) => Talk.PlayedAsync(At, $"unit-8: 第二项 {Trade}", "请核对", $"unit-8: {said}", "已报送|还有1项未报");

    [Theory]
    [InlineData("成效没统计呢，写个预约率达到85%吧，下一步五一前再上6家景区")]
    [InlineData("成效还没算出来，就写预约率达到85%吧，下一步五一前再上6家景区")]
    public Task Dictated_though_nothing_was_counted(string said) => Talk.PlayedAsync(
        At, "unit-9: 进展：线上培训4期，参训620人次。问题：小景区没钱上系统", "取得成效", $"unit-9: {said}", "请核对|成效：预约率达到85%|下一步工作：五一前再上6家景区|!没统计|!没算");

    [Theory]
    [InlineData("不好意思刚发现立项申请是21项，倒过来了", "21项")]
    [InlineData("写反了，立项申请是21项", "21项")]
    [InlineData("立项申请是21项，数字搞反了", "21项")]
    public Task Digits_the_wrong_way_round(string said, string shown) => Talk.PlayedAsync(
        "2020-04-02 10:30", "unit-11: 进展：受理智能制造地方标准立项申请12项，拟资助7项。问题：无。成效：发布地标2项。下一步：5月组织专家评审。", "请核对", "unit-11: 确认", "已报送", $"unit-11: {said}", $"申请{shown}|原为", "unit-11: 确认", "第2版|!提前报");

    [Theory]
    [InlineData("我们处长出差周四才回来，没人签字，周四下班前报行吗", "2020-04-09|没人签字|确认")]
    [InlineData("数据还没汇总上来，周五报可以吗", "2020-04-10|数据还没汇总上来|确认")]
    [InlineData("人手不够，9号前交行不行", "2020-04-09|人手不够|确认")]
    public Task A_day_is_asked_for(string said, string shown) => Talk.PlayedAsync(At, $"unit-16: {said}", shown, "unit-16: 嗯 麻烦了", "已", "unit-16: 批了没", "!没有提交过");

    [Theory]
    [InlineData("just tasks 2 and 3, the first one is nearly ready")]
    [InlineData("only for tasks 2 and 3. task 1 comes today")]
    public Task More_time_for_some(string said) => Talk.PlayedAsync(
        At, "unit-13: Our colleague who writes these is on sick leave. Could we have till Friday?", "Task 1|Task 3|2020-04-10", $"unit-13: {said}", "Task 2|Task 3|2020-04-10|!Task 1:");

    [Theory]
    [InlineData("actually make it half past 3", "15:30")]
    [InlineData("make that quarter past 4", "16:15")]
    [InlineData("half past 4 rather", "16:30")]
    public Task Another_time_of_day(string said, string shown) => Talk.PlayedAsync("2020-04-07 11:35", "unit-12: in a meeting, ping me again at 2 pls", "14:00", $"unit-12: {said}", shown);

    [Theory]
    [InlineData("is it too late to send it today? still waiting for the numbers")]
    [InlineData("今天交还来得及吗？还在等数据")]
    public Task Why_it_is_late_is_no_text(string said) => Talk.PlayedAsync("2020-04-03 16:48", $"unit-14: {said}", "2020-04-03|!a draft|!草稿|!Please write|!请填写");

    [Theory]
    [InlineData("妥否，请指示。")]
    [InlineData("当否，请批示。")]
    [InlineData("以上情况，请查收")]
    public Task Courtesies_at_the_end_of_a_letter(string end) => Talk.PlayedAsync(
        At, $"unit-15: 王处好，我行一季度情况报告如下：\n1、进展：3家网点试点刷脸支付\n2、问题：暂无\n3、成效：拦截可疑交易57笔\n4、下步：6月底前扩到8家网点\n{end}", $"请核对|扩到8家网点|!{end[..3]}");

    [Theory]
    [InlineData("none really")]
    [InlineData("not really")]
    [InlineData("none that I know of")]
    public Task None_in_other_words(string said) => Talk.PlayedAsync(At, "unit-16: Held two workshops for brokers on robo-advisory compliance", "Problems", $"unit-16: {said}", "Results|!Put it in");

    [Theory]
    [InlineData("哦不对，成效是9800余件", "累计办件9800余件")]
    [InlineData("成效数字错了，应该是9800多件", "累计办件9800多件")]
    public Task A_rough_figure_stays_rough(string said, string shown) => Talk.PlayedAsync(
        At, "unit-14: 进展：新增无人审批自助机6台 问题：没有 成效：累计办件9400余件 下一步：公积金事项上自助机", "请核对", $"unit-14: {said}", $"请核对|{shown}", "unit-14: 这回对了", "已报送");

    [Theory]
    [InlineData("早上交的那个，下步计划换一下：先在五大道试点，下半年再铺开", "先在五大道试点，下半年再铺开")]
    [InlineData("早上交的那个，下一步换一下：先在五大道试点", "先在五大道试点")]
    [InlineData("昨天报的，下步计划改一下：先在五大道试点", "先在五大道试点")]
    [InlineData("昨天报的，下一步改一下：先在五大道试点", "先在五大道试点")]
    [InlineData("下一步：先在五大道试点。其他不变", "先在五大道试点")]
    [InlineData("Next steps: first along the Five Avenues. The rest stays as it was", "first along the Five Avenues")]
    public Task A_section_of_what_was_filed(string said, string shown) => Talk.PlayedAsync(
        At, "unit-9: 进展：办了两期培训 问题：无 成效：导览上线 下一步：扩面", "请核对", "unit-9: 确认", "已报送", $"unit-9: {said}", $"{shown}|扩面|!其他不变|!The rest", "unit-9: 确认", "已报送");

    [Theory]
    [InlineData("对了这个今天非得交吗")]
    [InlineData("今天必须交吗")]
    [InlineData("does it have to be in by today?")]
    public Task Whether_it_must_be_today(string said) => Talk.PlayedAsync(
        "2020-04-02 10:30", "unit-12: 填第一项。一季度开银企对接会5场，给智能科技企业新增授信23亿元", "存在问题", $"unit-12: {said}", "2020-04-03|!还没有记入", "unit-12: 哦那还行。问题就是小企业缺抵押物", "取得成效|!哦那还行");

    [Fact]
    public Task One_of_several_is_put_off() => Talk.PlayedAsync(
        At, "unit-12: Task 1: progress: four matching events with banks; problems: small firms lack collateral; results: 36 firms funded; next: second round in May. Task 2 no change. Task 3 I'll send tomorrow",
        "Please check|Task 1|Task 2|!send tomorrow|I leave task 3", "unit-12: confirm", "Filed|task 1, task 2|1 task still open");

    [Theory]
    [InlineData("这是第2项的")]
    [InlineData("以上是第二项的情况")]
    public Task Which_task_is_said_last(string end) => Talk.PlayedAsync(
        At, $"unit-1: 截至3月底，引导基金已投骨干企业4家、到位资金1.2亿元。困难是子基金募资偏慢。下一步二季度再推2只子基金。{end}", $"第二项|取得成效|!哪一项|!{end}", "unit-1: 带动社会资本3.6亿", "请核对|第二项|成效：带动社会资本3.6亿|问题：子基金募资偏慢");

    [Theory]
    [InlineData("第二项服务企业数写错了，不是22家，是29家")]
    [InlineData("第二项企业数报错了，不是22家是29家")]
    public Task A_figure_that_was_wrong(string said) => Talk.PlayedAsync(
        At, "unit-8: 第一项：进展：甲 问题：无 成效：乙 下一步：丙\n第二项：进展：推广试点 问题：无 成效：服务企业22家 下一步：扩面", "请核对", "unit-8: 确认", "已报送", $"unit-8: {said}", "服务企业29家", "unit-8: 嗯改吧", "已报送|!哪一部分");

    [Theory]
    [InlineData("task 3... sorry, 1", "Task 1:", "Task 3:")]
    [InlineData("第三项，不对，第一项", "第一项：", "第三项：")]
    [InlineData("2 no wait, 1", "Task 1:", "Task 2:")]
    public Task A_second_thought_about_which_task(string said, string task, string other) => Talk.PlayedAsync(
        At, "unit-5: progress: the shared data platform now takes feeds from 31 departments. problems: formats differ. results: 420 million records pooled. next: connect the districts", "Which task", $"unit-5: {said}", $"{task}|420 million|!{other}");

    [Theory]
    [InlineData("I need to take task 2 back, the figures are wrong")]
    [InlineData("please pull task 2 back")]
    public Task A_report_is_taken_back(string said) => Talk.PlayedAsync(
        "2020-04-02 09:30", "unit-1: 第一项：进展：甲 问题：无 成效：乙 下一步：丙\n第二项：进展：推广试点 问题：无 成效：服务企业22家 下一步：扩面", "请核对", "unit-1: 确认", "已报送", $"unit-1: {said}", "Task 2|confirm|!Task 1:");

    [Theory]
    [InlineData("is there a form I can fill in and send back?")]
    [InlineData("有没有表格，填好再发给你们")]
    public Task A_form_to_send_back(string said) => Talk.PlayedAsync(At, $"unit-10: {said}", ".docx");

    [Theory]
    [InlineData("第三项我们还报不报啊")]
    [InlineData("第三项还要报吗")]
    public Task Whether_a_task_is_still_to_be_reported(string said) => Talk.PlayedAsync(
        At, "unit-3: 第三项超算样机那个应该归发改委吧", "分工异议", "unit-3: 嗯，转给他们", "已转告", $"unit-3: {said}", "!记为|!请填写|报");

    [Theory]
    [InlineData("等下，下一步是5月中旬报会，不是4月底", "5月中旬报委主任办公会")]
    [InlineData("不对，是5月底，不是4月底", "5月底报委主任办公会")]
    public Task A_day_for_a_day(string said, string shown) => Talk.PlayedAsync(
        At, "unit-10: 第一项，进展：数字化规划征求了各区意见。问题：牵头处室人手紧。成效：形成送审稿。下一步：4月底报委主任办公会", "请核对", $"unit-10: {said}", $"请核对|{shown}|!4月底", "unit-10: 可以了", "已报送");

    [Theory]
    [InlineData("上市那项是资本市场处管，他们还没给我，我先填信贷这项行不")]
    [InlineData("另外两项处室还没给我，先报信贷那项可以吗")]
    public Task One_of_several_first(string said) => Talk.PlayedAsync(At, $"unit-12: {said}", "第一项|工作进展情况|!不便提供", "unit-12: 引导14家银行给智能科技企业新增贷款38亿元", "存在问题");

    [Theory]
    [InlineData("in meetings all morning, ping me at half past two", "2020-04-07 14:30")]
    [InlineData("ping me at quarter past three", "2020-04-07 15:15")]
    public Task A_time_in_words(string said, string shown) => Talk.PlayedAsync("2020-04-07 10:08", $"unit-9: {said}", shown);

    [Fact]
    public Task One_leaves_the_nil_report_in_English() => Talk.PlayedAsync(
        At, "unit-12: nothing new from us this quarter", "Task 1|Task 2|Task 3", "unit-12: hold on, fund one did close a deal. just the other two then", "task 2|!Which task");

    [Theory]
    [InlineData("对，第一项")]
    [InlineData("是的，就第一项")]
    [InlineData("yes, task 1")]
    public Task A_yes_to_one_of_those_shown(string said) => Talk.PlayedAsync(
        "2020-04-02 16:00", "unit-7: 院士团队协议没签完，想晚点交，8号行吗", "第一项|第二项|2020-04-08", $"unit-7: {said}", "2020-04-08|院士团队协议没签完|!论坛");
}
