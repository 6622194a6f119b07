namespace PlanBot.Tests.Dialogs;

/// <summary>While a section is asked for, whatever is no text of it is done, answered or asked about, and never written down unasked.</summary>
public sealed class ContactEighthTryTests
{
    private const string Before = "2020-04-02 10:00";

    private const string Begun = "unit-9: 进展：组织线上培训4场，参训612人次";

    private const string BegunInEnglish = "unit-9: Progress: 4 trainings held, 612 people took part";

    [Theory]
    [InlineData("57家要附名单吗")]
    [InlineData("要不要附企业名单")]
    [InlineData("截止是哪天来着")]
    [InlineData("谁能看到我写的这些")]
    public Task A_question_is_no_text(string said) => Talk.PlayedAsync(Before, Begun, "存在问题", $"unit-9: {said}", "!记下了|存在问题", "unit-9: 无", "记下了，存在问题：无|取得成效");

    [Theory]
    [InlineData("do we need to attach a list")]
    [InlineData("when is it due again?")]
    public Task A_question_is_no_text_in_English(string said) => Talk.PlayedAsync(Before, BegunInEnglish, "Problems", $"unit-9: {said}", "!Noted. Problems|\"Problems\"", "unit-9: none", "Results");

    [Theory]
    [InlineData("这条不归我们，是区里在办", "分工异议")]
    [InlineData("挂我们名下不合适,各区商务局在弄", "分工异议")]
    [InlineData("能不能延到下周五，领导出差", "延期")]
    [InlineData("宽两天行不", "申请延到|理由")]
    [InlineData("明天上午10点再提醒我", "再提醒您")]
    [InlineData("我下周调走，以后找李明", "李明")]
    public async Task A_wish_is_no_text(string said, string answers)
    {
        await using var talk = await Talk.StartAsync(Before);
        await talk.PlayAsync(Begun, "存在问题");
        var answer = await talk.SayAsync("unit-9", said);
        Assert.DoesNotContain("记下了", answer, StringComparison.Ordinal);
        Assert.Contains(answers.Split('|'), one => answer.Contains(one, StringComparison.Ordinal));
        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
    }

    [Fact]
    public Task An_objection_in_English_is_no_text() => Talk.PlayedAsync(Before, BegunInEnglish, "Problems", "unit-9: this one isn't ours, the districts do it", "!Noted.|!记下了");

    [Theory]
    [InlineData("嗯嗯这个那个")]
    [InlineData("好的走了")]
    public Task Nothing_is_filed_by_a_word_in_parting(string said) => Talk.PlayedAsync(Before, Begun, "存在问题", "unit-9: 问题：无 成效：无 下一步：继续", "请核对", $"unit-9: {said}", "!已报送");

    [Theory]
    [InlineData("你跟工信局说一声")]
    [InlineData("帮我跟处长打个招呼")]
    [InlineData("李明 13812345678")]
    [InlineData("上面那个数不对")]
    public Task What_may_be_meant_for_somebody_is_asked_about(string said) => Talk.PlayedAsync(Before, Begun, "存在问题", $"unit-9: {said}", "!记下了", "unit-9: 无", "取得成效|!取得成效：");

    [Fact]
    public Task What_was_asked_about_is_written_when_it_is_meant() => Talk.PlayedAsync(
        Before, Begun, "存在问题", "unit-9: 你跟工信局说一声", "还没有记入“存在问题”：“你跟工信局说一声”", "unit-9: 就是要填的内容", "存在问题：你跟工信局说一声|取得成效",
        "unit-9: 无 下一步继续培训", "请核对|存在问题：你跟工信局说一声");

    [Fact]
    public Task What_was_asked_about_is_left_out_when_it_is_not() => Talk.PlayedAsync(
        Before, Begun, "存在问题", "unit-9: 你跟工信局说一声", "还没有记入", "unit-9: 不是，另有事", "没有记入|存在问题", "unit-9: 讲师紧缺", "存在问题：讲师紧缺|取得成效", "unit-9: 无 下一步继续培训", "请核对|!工信局");

    [Theory]
    [InlineData("经费还没批下来")]
    [InlineData("人手不够，进度慢")]
    [InlineData("希望牵头部门帮忙协调区里")]
    [InlineData("审批慢，能不能请牵头部门协调")]
    [InlineData("项目延期到6月，设备没到")]
    [InlineData("各区商务局不配合")]
    [InlineData("领导还没拍板")]
    [InlineData("等市里的文件")]
    public Task An_ordinary_answer_is_written_down(string said) => Talk.PlayedAsync(Before, Begun, "存在问题", $"unit-9: {said}", $"记下了，存在问题：{said}|取得成效");

    [Theory]
    [InlineData("no budget yet")]
    [InlineData("servers not delivered")]
    [InlineData("can't travel")]
    [InlineData("staff shortage")]
    public Task An_ordinary_answer_is_written_down_in_English(string said) => Talk.PlayedAsync(Before, BegunInEnglish, "Problems", $"unit-9: {said}", $"Noted. Problems: {said}|Results");

    [Theory]
    [InlineData("早,三个事:一是我们那条进展是“一网通”新增事项82个、无人审批超市开到9家;二是二季度截止哪天;三是这条要领导签字吗", "2020-07-03|存在问题|!82个、无人审批超市开到9家;二")]
    [InlineData("“一网通”新增事项82个、无人审批超市开到9家。另外二季度截止是哪天？", "2020-07-03|存在问题")]
    public Task What_is_asked_beside_a_report_is_answered(string said, string answer) => Talk.PlayedAsync(
        Before, $"unit-14: {said}", answer, "unit-14: 问题暂时没有", "存在问题：无|取得成效", "unit-14: 群众少跑3万趟吧大概", "下一步工作", "unit-14: 二季度推全程网办到街镇", "请核对|82个|!截止|!签字", "unit-14: 妥", "已报送");

    [Theory]
    [InlineData("那180万还是别写了吧")]
    [InlineData("180万就不写了")]
    [InlineData("合计180万这个别提了")]
    [InlineData("let's leave the 180万 out after all")]
    [InlineData("better not mention 180万")]
    public Task A_figure_alone_is_left_out(string said) => Talk.PlayedAsync(
        Before, "unit-11: 资助标准项目6个,合计180万,新立智能制造地标4项", "存在问题", $"unit-11: {said}", "!已取消|!180万", "unit-11: 问题无 成效无 下一步宣贯", "请核对|资助标准项目6个,新立智能制造地标4项|!180");

    [Theory]
    [InlineData("Nil for #2 and #4 this time. The rest is coming from my colleague")]
    [InlineData("nil for #2, #4")]
    public Task Only_the_tasks_named_have_nothing_new(string said) => Talk.PlayedAsync(
        Before, $"unit-4: {said}", "Task 2|Task 4|!Task 1:|!Task 3:|!my colleague", "unit-4: Actually scratch 4, they did set up the open source thing", "Task 2|!Task 4:", "unit-4: ok file that one", "Filed|task 2; 1 task");

    [Theory]
    [InlineData("第四项去掉")]
    [InlineData("等等，第四项先不报")]
    public Task One_task_leaves_a_nil_report(string said) => Talk.PlayedAsync(Before, "unit-4: 第二项、第四项本季度无新进展", "第四项：", $"unit-4: {said}", "第二项：|!第四项：", "unit-4: 报吧", "第二项，共1项");

    [Theory]
    [InlineData("另外两项没动静")]
    [InlineData("剩下的两项都没有进展，学校没开学")]
    [InlineData("and the other two, zero activity because schools closed")]
    public Task The_others_have_nothing_new_beside_what_is_written(string others) => Talk.PlayedAsync(
        Before, "unit-2: 第二项：进展：引进青年学者14人", "存在问题", $"unit-2: {others}", "!记下了，存在问题", "unit-2: 问题：无 成效：留任率96% 下一步：六月开会", "请核对|第一项：|第三项：|引进青年学者14人|留任率96%", "unit-2: 都对，报吧", "已报送|共3项");
}
