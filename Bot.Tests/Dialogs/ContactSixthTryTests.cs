namespace PlanBot.Tests.Dialogs;

/// <summary>Contacts who take back what they wrote, repeat it for other tasks, or turn a nil report into one.</summary>
public sealed class ContactSixthTryTests
{
    private const string Before = "2020-04-02 10:00";

    [Theory]
    [InlineData("刚才那个问题不能写无，处长让写“缺编制”", "存在问题：缺编制（原为：无）")]
    [InlineData("刚才报的问题不能填无，领导要求写成经费没到位", "存在问题：经费没到位（原为：无）")]
    [InlineData("the boss says problems can't be none, put \"short of staff\"", "Problems: short of staff (was: 无)")]
    [InlineData("problems cannot be none, put short of staff", "Problems: short of staff (was: 无)")]
    public Task Nothing_is_put_right_after_it_was_filed(string said, string answer) => Talk.PlayedAsync(
        Before, "unit-9: 进展：新增自助点三处 问题：无 成效：一般 下一步：继续", "请核对", "unit-9: 确认", "已报送", $"unit-9: {said}", answer, "unit-9: 是", "已");

    [Theory]
    [InlineData("nothing this quarter", "actually we paid out 3.2m", "we paid out 3.2m|!No new progress")]
    [InlineData("nothing this quarter", "wait, we did train 40 guides in March", "train 40 guides in March|!No new progress")]
    [InlineData("本季度无进展", "不对，其实兑现了资助320万", "兑现了资助320万|!本季度无进展")]
    [InlineData("本季度无进展", "等等，刚想起来办了两期培训", "办了两期培训|!本季度无进展")]
    public Task A_nil_report_becomes_a_report(string nil, string said, string answer) => Talk.PlayedAsync(Before, $"unit-9: {nil}", "", $"unit-9: {said}", answer);

    [Theory]
    [InlineData("本季度无进展", "等等，其实第二项兑现了资助320万", "兑现了资助320万")]
    [InlineData("nothing this quarter", "actually task 2 paid out 3.2m", "paid out 3.2m")]
    public Task One_of_the_tasks_leaves_a_nil_report(string nil, string said, string answer) => Talk.PlayedAsync(Before, $"unit-2: {nil}", "", $"unit-2: {said}", answer);

    [Theory]
    [InlineData("等等，其实没有什么")]
    [InlineData("actually nothing at all")]
    public Task Still_nothing_stays_nothing(string said) => Talk.PlayedAsync(Before, "unit-9: 本季度无进展", "请核对", $"unit-9: {said}", "!工作进展情况：其实|!Progress: actually");

    [Theory]
    [InlineData("第二项第三项同上")]
    [InlineData("第二、三项同上")]
    [InlineData("第二项和第三项都一样")]
    [InlineData("另外两项也一样")]
    public Task Other_tasks_get_the_same(string said) => Talk.PlayedAsync(
        Before, "unit-3: 第一项：进展：样机完成联调 问题：无 成效：好 下一步：继续", "请核对", $"unit-3: {said}", "第一项|第二项|第三项|样机完成联调|!同上|!同第", "unit-3: 确认", "第三项|共3项");

    [Theory]
    [InlineData("tasks 2 and 3 same as above")]
    [InlineData("the other two are the same")]
    public Task Other_tasks_get_the_same_in_English(string said) => Talk.PlayedAsync(
        Before, "unit-3: Task 1: Progress: prototype tested. Problems: none. Results: good. Next: go on", "Task 1", $"unit-3: {said}", "Task 1|Task 2|Task 3|prototype tested|!same", "unit-3: yes", "task 3|3 tasks");

    [Fact]
    public Task What_was_filed_for_one_is_repeated_for_others() => Talk.PlayedAsync(
        Before, "unit-3: 第一项：进展：样机完成联调 问题：无 成效：好 下一步：继续", "请核对", "unit-3: 确认", "已报送", "unit-3: 第二项第三项同上", "第二项|第三项|样机完成联调|!同上|!同第");

    [Theory]
    [InlineData("进展：样机完成联调 问题：无 成效：好 下一步：继续 三项都写这个", "第一项|第三项|样机完成联调|下一步工作：继续\n|!哪一项|!都写这个")]
    [InlineData("进展：样机完成联调；问题：无；成效：好；下一步：继续。三项都一样", "第一项|第三项|样机完成联调|!哪一项|!都一样")]
    [InlineData("Progress: prototype tested. Problems: none. Results: good. Next: go on. Same for all three", "Task 1|Task 3|prototype tested|!Which task|!Same for")]
    [InlineData("Progress: prototype tested. Problems: none. Results: good. Next: go on. Put this for all tasks please", "Task 1|Task 3|prototype tested|!Which task|!Put this")]
    public Task A_text_is_said_to_be_of_all(string said, string answer) => Talk.PlayedAsync(Before, $"unit-3: {said}", answer);

    [Theory]
    [InlineData("学科这块新增博士点两个，没什么问题；青年学者这块引进15人，住房有点紧张", "!新增博士点两个，没什么问题；青年学者")]
    public Task Each_task_is_told_of_by_its_subject(string said, string answer) => Talk.PlayedAsync(Before, $"unit-2: {said}", answer);

    [Theory]
    [InlineData("我们单位联系人是谁", "电话改成13912345678", "13912345678|!没有找到")]
    [InlineData("who is our contact", "change my phone to 13912345678", "13912345678|!not found")]
    public Task An_own_number_is_no_figure_of_a_report(string asked, string said, string answer) => Talk.PlayedAsync(Before, $"unit-2: {asked}", "", $"unit-2: {said}", answer);

    [Fact]
    public Task An_objection_is_asked_about_by_its_unit() => Talk.PlayedAsync(
        "2020-04-07 10:00", "unit-6: 第二项不归我们，应该归科技局", "异议", "unit-6: 是", "编号1", "unit-6: 我们第二项的异议有结果了吗", "归科技局|!还没有报送");
}
