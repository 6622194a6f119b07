using Xunit;

namespace PlanBot.Tests.Dialogs;

/// <summary>Reports told in one breath, in parts and with second thoughts.</summary>
public sealed class ContactNinthTryTests
{
    private const string Before = "2020-04-02 10:00";
    private const string LastDay = "2020-04-03 09:40";

    [Theory]
    [InlineData("呃我们三条啊第一条大数据平台那个已经汇了61个部门的数据资源目录第二条产业那块鲲鹏联盟新拉了8家企业进来第三条应用场景嘛上了三个社区治理的应用", "61个部门", "8家企业", "三个社区")]
    [InlineData("三项一块报哈：1.试验区出台政策5条 2.重大专项立项31个 3.天河三号原型机验收", "政策5条", "立项31个", "原型机验收")]
    public Task Tasks_told_in_one_breath_are_told_apart(string said, string first, string second, string third) => Talk.PlayedAsync(
        LastDay, $"unit-5: {said}", "第一、二、三项", "unit-5: 都没问题", "取得成效", "unit-5: 成效都写初步见效 下一步都是按计划推进", $"请核对|{first}|{second}|{third}|初步见效|按计划推进|!都写|!都是");

    [Fact]
    public Task What_each_task_tells_stays_its_own_when_another_section_is_nothing() => Talk.PlayedAsync(
        LastDay, "unit-6: 第一项土方完了，第二项平台招标了", "存在问题", "unit-6: 成效暂时没有", "!请核对", "unit-6: 问题无 下一步 开标", "请核对|土方完了|平台招标");

    [Fact]
    public Task Some_of_the_tasks_are_filed_and_the_rest_is_kept() => Talk.PlayedAsync(
        LastDay, "unit-6: 第一项：进展：土方完了 问题：无 成效：里程8.6万公里 下一步：夜间场景 第二项：进展：平台招标 问题：无 成效：无 下一步：开标", "请核对",
        "unit-6: 先交第一项", "已报送|第一项，共1项|第二项已写的内容存为草稿", "unit-6: 继续填报", "第二项|平台招标");

    [Theory]
    [InlineData("第二项先不交 数字我要核一下", "确认")]
    [InlineData("算了第二条先别报", "报吧")]
    public Task One_task_is_left_for_later_as_a_draft(string said, string yes) => Talk.PlayedAsync(
        LastDay, "unit-6: 第一项：进展：土方完了 问题：无 成效：里程8.6万公里 下一步：夜间场景 第二项：进展：平台招标 问题：无 成效：无 下一步：开标", "请核对",
        $"unit-6: {said}", "第二项已写的内容存为草稿|土方完了", $"unit-6: {yes}", "第一项，共1项", "unit-6: 继续填报", "平台招标");

    [Theory]
    [InlineData("just file task 1 for now", "Filed|task 1; 1 task")]
    [InlineData("submit the first one only", "Filed|task 1; 1 task")]
    [InlineData("hold task 2 back for now", "kept as a draft")]
    public Task Some_of_the_tasks_in_English(string said, string answer) => Talk.PlayedAsync(
        LastDay, "unit-6: Task 1: progress: earthworks done; problems: none; results: 86,000 km; next: night tests. Task 2: progress: tender out; problems: none; results: none; next: bids", "check", $"unit-6: {said}", answer);

    [Fact]
    public Task A_section_named_in_a_sentence_beside_another_name() => Talk.PlayedAsync(
        Before, "unit-8: 第二项：进展：共同配送平台接进来9家企业", "存在问题", "unit-8: 问题是企业系统接口不统一 成效 配送车次降了11%", "下一步工作", "unit-8: 刚才那个11%改12%", "改为", "unit-8: 六月底打通", "请核对|存在问题：企业系统接口不统一\n|配送车次降了12%");

    [Theory]
    [InlineData("下一步...等下我接个电话")]
    [InlineData("稍等，我接个电话")]
    public Task Whoever_is_called_away_finds_the_draft_again(string said) => Talk.PlayedAsync(
        Before, "unit-8: 第二项：进展：接进来9家企业 问题：无 成效：车次降了12%", "下一步", $"unit-8: {said}", "草稿|截止日期是2020-04-03", "unit-8: 好了 下一步六月底前平台跟冷链打通", "请核对|下一步工作：六月底前平台跟冷链打通");

    [Fact]
    public Task A_figure_put_right_keeps_what_it_counts() => Talk.PlayedAsync(
        Before, "unit-16: Progress: 14 brokers piloting; Problems: none; Results: wait cut to 35s; Next: inspection", "14 brokers", "unit-16: park it", "draft|due 2020-04-03",
        "unit-16: boss ok'd it but says 14 brokers should be 15", "15 brokers piloting|confirm", "unit-16: go", "Filed");

    [Fact]
    public Task An_answer_and_a_figure_put_right_in_one_message() => Talk.PlayedAsync(
        Before, "unit-15: Progress: retrofit: 62 pct of terminals done", "Problems", "unit-15: chip shortage. and actually it's 64 not 62", "64|Results", "unit-15: results: fraud alerts down 18%. next: the rest by September", "64 pct|Problems: chip shortage|!actually");

    [Fact]
    public Task A_part_that_is_cancelled_leaves_the_report() => Talk.PlayedAsync(
        Before, "unit-15: Progress: 62 pct done. Problems: none. Results: alerts down. Next: the rest by September", "confirm", "unit-15: cancel the last bit, say \"by Aug\"", "!Cancelled; nothing", "unit-15: show it again", "62 pct done|alerts down");

    [Theory]
    [InlineData("附件发你了 查收", "没有收到文件")]
    [InlineData("i've sent you the file", "No file has arrived")]
    public Task A_file_that_did_not_come_is_told(string said, string answer) => Talk.PlayedAsync(Before, $"unit-14: {said}", answer);

    [Theory]
    [InlineData("那现在里面是哪一版 发我瞅瞅")]
    [InlineData("能导出一份我这个盖章存档不")]
    [InlineData("which version is in there now?")]
    public Task One_s_own_report_as_it_stands(string said) => Talk.PlayedAsync(
        Before, "unit-14: 进展：无人审批超市新增4个 问题：无 成效：压减四成 下一步：五月底前完成培训", "请核对", "unit-14: 好滴 提交", "已报送", $"unit-14: {said}", "无人审批超市新增4个");

    [Fact]
    public Task A_part_alone_puts_right_what_was_returned() => Talk.PlayedAsync(
        Before, "unit-10: 第二项：进展：接入43家医院 问题：无 成效：数据21亿条 下一步：开放3个应用", "请核对", "unit-10: 报吧", "已报送", "coordinator: 卫健委第二项退回，成效要写用起来的效果", "退回", "coordinator: 确认", "已退回",
        "unit-10: 成效：12个科室每天在用。其他不变", "请核对|第二项：|成效：12个科室每天在用|接入43家医院|!其他不变");

    [Fact]
    public Task Drafts_of_several_tasks_get_what_is_numbered_each_its_own() => Talk.PlayedAsync(
        Before, "unit-3: 三项一块报哈：1.试验区出台政策5条 2.重大专项立项31个 3.天河三号原型机验收", "存在问题", "unit-3: 都没有", "取得成效", "unit-3: 先存草稿", "草稿",
        "unit-3: 接着上次的 成效：1.带动投资9亿 2.专利126件 3.算力提升10倍 下一步：按年度计划走", "请核对|带动投资9亿|专利126件|算力提升10倍|按年度计划走");

    [Fact]
    public Task A_subject_that_no_task_has_is_asked_about() => Talk.PlayedAsync(
        Before, "unit-7: 跟去年四季度报的一样 你直接拉过来", "没有可以沿用的", "unit-7: 哦。那峰会那条：方案报秘书处了，问题是大会时间没定，下一步看大会通知", "哪一项", "unit-7: 第二项", "第二项|!第一、二项");

    [Fact]
    public Task How_late_one_is_in_days() => Talk.PlayedAsync("2020-04-07 10:20", "unit-6: how many days late am I officially", "4 calendar days overdue");
}
