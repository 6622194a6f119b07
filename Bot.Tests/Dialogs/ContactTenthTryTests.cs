using Xunit;

namespace PlanBot.Tests.Dialogs;

/// <summary>Reports with courtesy, remarks about other tasks and changes of mind around them.</summary>
public sealed class ContactTenthTryTests
{
    private const string Before = "2020-04-02 10:00";
    private const string DayBefore = "2020-04-01 10:00";

    [Theory]
    [InlineData("收一下：智慧商圈试点开张", "第一项 进展：智慧商圈开张；问题：无；成效：客流涨10%；下一步：推广", "进展情况：智慧商圈开张\n|成效：客流涨10%|下一步工作：推广")]
    [InlineData("第一向：禁展：商圈规划已发布；闻题：没有；成校：办法印发", "第一项 进展：商圈规划已发布；问题：无；成效：办法印发；下一步：开宣贯会", "进展情况：商圈规划已发布\n|成效：办法印发|下一步工作：开宣贯会")]
    public Task A_full_report_that_names_its_task_answers_which_task(string first, string said, string shown) => Talk.PlayedAsync(
        Before, $"unit-8: {first}", "哪一项", $"unit-8: {said}", $"请核对|第一项|{shown}|!哪一项");

    [Fact]
    public Task Another_text_still_waits_for_its_task() => Talk.PlayedAsync(
        Before, "unit-8: 共同配送平台接入9家企业，车次下降", "哪一项", "unit-8: 第一项 进展：智慧商圈开张；问题：无；成效：客流涨10%；下一步：推广", "哪一项", "unit-8: 第二项", "第二项");

    [Theory]
    [InlineData("sorry, results should be 76 people trained")]
    [InlineData("sorry, the results should be: 76 people trained")]
    [InlineData("oh wait, the results should read 76 people trained")]
    public Task An_apology_before_a_correction(string said) => Talk.PlayedAsync(
        Before, "unit-9: Progress: 2 courses held; Problems: none; Results: 70 people trained; Next: third course in May", "70 people", $"unit-9: {said}", "Results: 76 people trained|Problems: None|!what the work has brought|!sorry");

    [Theory]
    [InlineData("不好意思，成效应该是培训76人")]
    [InlineData("等等，成效应该是培训76人")]
    [InlineData("抱歉，成效改成培训76人")]
    public Task An_apology_before_a_correction_in_Chinese(string said) => Talk.PlayedAsync(
        Before, "unit-9: 进展：办班2期；问题：无；成效：培训70人；下一步：5月再办一期", "70人", $"unit-9: {said}", "成效：培训76人\n|!是指");

    [Theory]
    [InlineData("成效应该写什么")]
    [InlineData("what should the results be?")]
    public Task Asking_what_belongs_there_still_changes_nothing(string said) => Talk.PlayedAsync(
        Before, "unit-9: 进展：办班2期；问题：无；成效：培训70人；下一步：5月再办一期", "70人", $"unit-9: {said}", "70人");

    [Theory]
    [InlineData("下一步删掉，写个待定", "下一步工作：待定")]
    [InlineData("下一步删了，填待定", "下一步工作：待定")]
    [InlineData("问题去掉，写无", "存在问题：无")]
    public Task The_order_to_write_is_no_part_of_the_text(string said, string shown) => Talk.PlayedAsync(
        Before, "unit-14: 进展：上线9项；问题：接口慢；成效：少跑2次；下一步：扩围", "请核对", $"unit-14: {said}", $"{shown}\n");

    [Theory]
    [InlineData("第五项：进展：云签约6个；问题：无；成效：协议12亿；下一步：大会期间集中签约。其他四项没进展")]
    [InlineData("第五项：进展：云签约6个；问题：无；成效：协议12亿；下一步：大会期间集中签约，其他几项没有进展")]
    public Task The_other_tasks_are_nil_beside_one_that_is_told(string said) => Talk.PlayedAsync(
        Before, $"unit-4: {said}", "请核对|第五项|下一步工作：大会期间集中签约|第一项|第四项|!集中签约。其他|!集中签约，其他", "unit-4: 确认", "共5项");

    [Theory]
    [InlineData("unit-6", "两项都无进展，谢谢")]
    [InlineData("unit-6", "两项都没进展，谢谢啦")]
    [InlineData("unit-6", "本季度无新进展，麻烦您了")]
    public Task Courtesy_is_no_part_of_a_nil_report(string who, string said) => Talk.PlayedAsync(Before, $"{who}: {said}", "请核对|进展|!谢谢|!麻烦");

    [Theory]
    [InlineData("Nil return this quarter please.")]
    [InlineData("nil return from us this quarter, thanks")]
    public Task A_nil_return_is_told_in_the_form_s_words(string said) => Talk.PlayedAsync(Before, $"unit-9: {said}", "Progress: No new progress this quarter|!please|!return");

    [Theory]
    [InlineData("We funded 9 standards this quarter")]
    [InlineData("We trained 30 inspectors this quarter")]
    public Task A_figure_tells_of_something_done(string said) => Talk.PlayedAsync(
        Before, $"unit-11: {said}", "Problems|!Results: None", "unit-11: none", "Results", "unit-11: RMB 1.5m paid out", "Next steps", "unit-11: second round in May", $"Progress: {said}|Problems: None|Results: RMB 1.5m paid out|Next steps: second round in May");

    [Theory]
    [InlineData("unit-12", "第一项申请延到4月9日，等人民银行的统计数据", "说明：等人民银行的统计数据")]
    [InlineData("unit-12", "第一项今天来不及了，申请延到4月9日，等证监局的数据", "说明：等证监局的数据")]
    [InlineData("unit-3", "等科技部批复，申请延到4月9日", "说明：等科技部批复")]
    public Task A_unit_that_is_waited_for_stays_in_the_reason(string who, string said, string reason) => Talk.PlayedAsync(Before, $"{who}: {said}", $"延期申请|{reason}");

    [Theory]
    [InlineData("等等，先报第二项，论坛定在5月18号")]
    [InlineData("先报第二项：论坛定在5月18号")]
    public Task A_change_of_task_brings_its_text(string said) => Talk.PlayedAsync(
        Before, "unit-7: 第一项：已形成方案", "存在问题", $"unit-7: {said}", "第一项已写的内容存为草稿|第二项|存在问题", "unit-7: 没有问题", "取得成效", "unit-7: 无", "下一步", "unit-7: 办会", "第二项|进展情况：论坛定在5月18号|!已形成方案");

    [Theory]
    [InlineData("我先报第一项，进展是平台上线", "平台上线")]
    [InlineData("先报第一项：平台上线了", "平台上线了")]
    public Task A_task_that_is_begun_with_its_text(string said, string text) => Talk.PlayedAsync(
        Before, $"unit-5: {said}", "存在问题", "unit-5: 无", "取得成效", "unit-5: 无", "下一步", "unit-5: 推广", $"第一项|进展情况：{text}\n");

    [Fact]
    public Task Turning_to_a_task_without_a_word_of_it() => Talk.PlayedAsync(
        Before, "unit-7: 第一项：已形成方案", "存在问题", "unit-7: 等等，先报第二项", "第二项|工作进展情况");

    [Fact]
    public Task Tasks_by_Chinese_numbers_in_one_line() => Talk.PlayedAsync(
        Before, "unit-2: 一、学科建设：南开扩招120人。二、人才：引进学者9人。三、课程：开出新课12门。", "第一、二、三项|存在问题", "unit-2: 都没有问题", "取得成效", "unit-2: 初步见效", "下一步", "unit-2: 按计划推进",
        "请核对|第一项|南开扩招120人|第二项|引进学者9人|第三项|开出新课12门|问题：无");

    [Fact]
    public Task A_task_with_its_subject_in_brackets_above_dashed_labels() => Talk.PlayedAsync(
        Before, "unit-3: 第一项（试验区）\n最新进展 - 试验区挂牌\n存在不足 - 经费不够\n初步成效 - 落户3家\n下阶段 - 申报", "请核对|第一项|进展情况：试验区挂牌\n|问题：经费不够|成效：落户3家|下一步工作：申报|!哪一项");

    [Theory]
    [InlineData("这个咋填啊，第一次弄")]
    [InlineData("第一次弄，不知道咋填")]
    [InlineData("头一回报，不会填啊")]
    public Task Whoever_is_new_to_it_is_told_how(string said) => Talk.PlayedAsync(Before, $"unit-4: {said}", "直接发送进展");

    [Theory]
    [InlineData("无", "本季无新进展", "是的")]
    [InlineData("没有", "本季无新进展", "1")]
    public Task Nothing_alone_may_be_a_nil_report(string said, string offered, string yes) => Talk.PlayedAsync(Before, $"unit-9: {said}", $"{offered}|!请核对", $"unit-9: {yes}", "请核对|问题：无");

    [Theory]
    [InlineData("谁负责这个事", "他电话呢")]
    [InlineData("你们电话多少", "有电话吗")]
    [InlineData("有问题找谁", "有电话吗")]
    public Task The_office_s_number_after_the_office(string said, string then) => Talk.PlayedAsync(Before, $"unit-14: {said}", "牵头部门", $"unit-14: {then}", "牵头部门|00000000|!未登记");

    [Fact]
    public Task More_time_until_the_next_such_weekday() => Talk.PlayedAsync(
        DayBefore, "unit-9: can I do it by Wednesday instead? waiting on figures from the district offices", "2020-04-08|waiting on figures from the district offices", "unit-9: yes", "passed on");
}
