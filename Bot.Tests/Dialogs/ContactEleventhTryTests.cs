using Xunit;

namespace PlanBot.Tests.Dialogs;

/// <summary>Corrections by what a figure counts, additions to a section, and the question whether a message corrects or comes early.</summary>
public sealed class ContactEleventhTryTests
{
    private const string At = "2020-04-07 09:00";
    private const string InTime = "2020-04-01 10:00";

    /// <summary>Three tasks of unit-5, each filed with its own figures; then the lines.</summary>
    private static Task AfterThreeAsync(params string[] lines) => Talk.PlayedAsync(At, [.. Filed("unit-5", 3), .. lines]);

    private static Task AfterTwoAsync(string who, params string[] lines) => Talk.PlayedAsync(At, [.. Filed(who, 2), .. lines]);

    private static IEnumerable<string> Filed(string who, int tasks) => Enumerable.Range(1, tasks).SelectMany(task => new[]
    {
        $"{who}: {(tasks > 1 ? $"第{task}项：" : "")}进展：已印发实施方案，组织培训{task + 1}期。问题：资金到位较慢。成效：服务企业{20 + task}家。下一步：加快资金拨付，扩大试点。", "请核对", $"{who}: 确认提交", "已报送",
    });

    [Theory]
    [InlineData("开工日期写错，是3月28")]
    [InlineData("开工日期写错了，应该是3月28日")]
    [InlineData("开工时间不对，是3月28号")]
    public Task A_day_that_was_written_wrong(string said) => Talk.PlayedAsync(
        At, "unit-1: 第一项：进展：创新中心3月18日开工，完成桩基40%。问题：无。成效：到位资金1.1亿元。下一步：6月底前完成主体三层。", "请核对", $"unit-1: {said}", "请核对|3月28日开工|6月底前|!3月18", "unit-1: 没问题了交", "已报送");

    [Theory]
    [InlineData("actually two firms, not three", "two securities firms")]
    [InlineData("sorry, it was two firms, not three", "two securities firms")]
    [InlineData("make it two instead of three", "two securities firms")]
    public Task A_number_in_words(string said, string shown) => Talk.PlayedAsync(
        At, "unit-16: Progress: three securities firms started pilots. Problems: rules are unclear. Results: 12,000 clients served. Next: survey the futures firms by June.", "three securities", $"unit-16: {said}", $"{shown}|12,000|!three");

    [Theory]
    [InlineData("企业数换45，培训期数6")]
    [InlineData("企业数改成45，培训期数改成6")]
    [InlineData("企业数应该是45，培训期数是6")]
    public Task Several_figures_by_what_they_count(string said) => Talk.PlayedAsync(
        At, "unit-11: 进展：组织培训2期。问题：资金慢。成效：服务企业21家。下一步：扩大试点。", "请核对", $"unit-11: {said}", "培训6期|企业45家|!21|!2期");

    [Fact]
    public Task A_figure_of_something_that_stands_nowhere_changes_nothing() => Talk.PlayedAsync(
        At, "unit-11: 进展：组织培训2期。问题：资金慢。成效：服务企业21家。下一步：扩大试点。", "请核对", "unit-11: 校区数改成45", "培训2期|企业21家|没有");

    [Theory]
    [InlineData("刚报的第二项企业数少写了10家，应该32家")]
    [InlineData("第二项企业数应该是32家")]
    [InlineData("第二项企业数报错了，是32")]
    public Task A_figure_of_a_task_that_is_filed_and_the_same_of_another(string said) => AfterThreeAsync(
        $"unit-5: {said}", "请核对|第二项|企业32家|!提前报", "unit-5: 是的", "已报送", "unit-5: 第三项也是，33", "第三项|企业33家", "unit-5: 嗯", "已报送");

    [Fact]
    public Task Two_corrections_in_English_one_after_the_other() => AfterTwoAsync(
        "unit-10", "unit-10: Oops, task 1 says two training sessions. it was 4", "培训4期|!Early", "unit-10: yes and next steps of task 2 should read: publish the data standard in May", "Filed|Task 2|publish the data standard in May", "unit-10: confirm", "Filed");

    [Fact]
    public Task Which_figure_is_asked_where_several_can_be_meant() => AfterTwoAsync(
        "unit-8", "unit-8: we got the number of training sessions wrong, one short", "Which task|2期|3期|!Early", "unit-8: the first, should be 3", "Task 1|培训3期", "unit-8: no wait, it's the second one, 4 instead of 3. leave the first alone", "Task 2|培训4期|!Task 1",
        "unit-8: now it's right", "Filed");

    [Theory]
    [InlineData("hmm, just saw it should be 31 companies, not 21")]
    [InlineData("it should be 31 companies, not 21")]
    public Task A_slip_in_what_is_accepted_is_for_the_office(string said) => Talk.PlayedAsync(
        At, [.. Filed("unit-11", 1), "coordinator: accept the report of 市市场监管委", "confirm", "coordinator: yes", "Done", $"unit-11: {said}", "coordinating office|return|!Early"]);

    [Theory]
    [InlineData("第一行问题后面加一句：部分业主不配合", "电力容量不够\n部分业主不配合")]
    [InlineData("第一项问题再补个：部分业主不配合", "电力容量不够\n部分业主不配合")]
    [InlineData("补上：第一项的问题里加一句，部分业主不配合", "电力容量不够\n部分业主不配合")]
    public Task A_sentence_more(string said, string shown) => Talk.PlayedAsync(
        At, "unit-8: 第一项：进展：32家完成改造；问题：电力容量不够；成效：客单价提高6%；下一步：再改20家。第二项：进展：平台试运行；问题：标签贵；成效：3家同步；下一步：接入便利店", "请核对", $"unit-8: {said}", shown);

    [Theory]
    [InlineData("成效那条再补个：盘活资金3000万元")]
    [InlineData("成效再加一条：盘活资金3000万元")]
    public Task A_result_more_and_the_other_task_later(string said) => Talk.PlayedAsync(
        At, "unit-1: 第二项 进展：开展自评。问题：投资慢。成效：清退子基金1支。下一步：修订办法。", "请核对", $"unit-1: {said}", "清退子基金1支。\n盘活资金3000万元", "unit-1: 提交吧，第一项过两天", "已报送|第二项|还有1项未报");

    [Theory]
    [InlineData("put \"schools closed because of the epidemic\" under problems for all three")]
    [InlineData("add \"schools closed because of the epidemic\" to problems for all of them")]
    [InlineData("put schools closed because of the epidemic under problems")]
    public Task A_reason_under_problems(string said) => Talk.PlayedAsync(
        At, "unit-2: Schools were shut all quarter, so nothing to report on any of ours", "check your report", "unit-2: can i give that reason somewhere?", "change the problems|check your report", $"unit-2: {said}", "Problems: schools closed because of the epidemic|Task 3", "unit-2: confirm", "Filed|3 tasks");

    [Fact]
    public Task A_correction_or_early_is_no_trap() => AfterThreeAsync(
        "unit-5: 本季度新建了一个平台，覆盖8个区", "提前报", "unit-5: 呃呃", "没有看懂", "unit-5: 呃呃呃", "取消", "unit-5: 呃呃呃呃", "没有改动|!提前报2020年第二季度\n", "unit-5: 我报了什么", "企业22家");

    [Theory]
    [InlineData("发错了，别记")]
    [InlineData("发错了发错了，这是后勤的，别记")]
    [InlineData("sorry, wrong chat")]
    public Task Sent_by_mistake(string said) => Talk.PlayedAsync(
        At, "unit-2: 进展：食堂燃气改造完成\n问题：无\n成效：消除隐患3处", "哪一项", $"unit-2: {said}", "!哪一项", "unit-2: 我的任务", "待报3项|!草稿");

    [Theory]
    [InlineData("pls take back task 1, my director wants a word changed", "yes take it back")]
    [InlineData("can you withdraw task 1", "yes")]
    public Task Taking_back_in_time(string said, string yes) => Talk.PlayedAsync(
        InTime, [.. Filed("unit-7", 2), $"unit-7: {said}", "ask 1|!Early", $"unit-7: {yes}", "ask 1", "unit-7: new progress: institute plan issued. rest stays", "Progress: institute plan issued|资金到位较慢", "unit-7: ok submit", "Filed"]);

    [Fact]
    public Task Whether_it_can_be_changed_and_then_it_is() => AfterTwoAsync(
        "unit-8", "unit-8: 第二条报错了能撤不", "可以改", "unit-8: 那改。问题那栏改成没有", "第二项|存在问题：|!哪一项|!资金到位较慢。\n取得", "unit-8: 好", "已报送|第二项");

    [Fact]
    public Task Questions_about_what_is_filed() => AfterThreeAsync(
        "unit-5: 我们这边报成功没有？系统没给回执", "报了|!提前报", "unit-5: 第三条当时怎么写的", "培训4期|!提前报", "unit-5: 还来得及改吗", "可以改|!提前报");

    [Theory]
    [InlineData("我把28写成26了")]
    [InlineData("28误写成26了")]
    public Task A_slip_told_as_it_happened(string said) => Talk.PlayedAsync(
        At, "unit-9: 进展：办班2期；问题：无；成效：培训26人；下一步：再办一期", "26人", $"unit-9: {said}", "成效：培训28人|!26人");

    [Theory]
    [InlineData("I typed 26 for 28")]
    [InlineData("sorry, I wrote 26 instead of 28")]
    public Task A_slip_told_as_it_happened_in_English(string said) => Talk.PlayedAsync(
        At, "unit-9: Progress: 2 courses held; Problems: none; Results: 26 people trained; Next: a third course", "26 people", $"unit-9: {said}", "28 people trained|!26 people");
}
