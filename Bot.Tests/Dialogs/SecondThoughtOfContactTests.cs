using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Dialogs;

/// <summary>Contacts change their minds: corrections of several figures, of a section, of a period that has closed; and what is asked or told is never filed.</summary>
public sealed class SecondThoughtOfContactTests
{
    private const string Labelled = "进展：检查企业40家。问题：无。成效：整改12处。下一步：回头看";

    [Theory]
    [InlineData("上回报的检查企业数不对，应该是44家", "2020年第一季度已经关闭")]
    [InlineData("上季度报的40家写错了，要改成44家", "2020年第一季度已经关闭")]
    [InlineData("上次填的那份有误，检查的是44家", "2020年第一季度已经关闭")]
    [InlineData("the figure we gave last quarter was wrong: 44, not 40", "Q1 2020 has closed")]
    [InlineData("our last report was wrong, it should be 44", "Q1 2020 has closed")]
    public async Task What_was_filed_for_a_closed_period_stays(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-9", Labelled, "确认");
        await talk.MoveToAsync("2020-07-01 10:00");

        await talk.PlayAsync($"unit-9: {said}", answer, "unit-9: 那当时报的是啥，给我看看", "2020年第一季度|检查企业40家");

        Assert.Empty(await talk.Get<IProgressRepository>().DraftsAsync([.. (await talk.RowsOfAsync("unit-9", "2020Q2")).Select(row => row.ObligationId)], CancellationToken.None));
    }

    [Theory]
    [InlineData("fine, just show me what we sent then")]
    [InlineData("can you show me that report")]
    public async Task What_was_filed_then_is_shown(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-9", Labelled, "确认");
        await talk.MoveToAsync("2020-07-01 10:00");

        await talk.PlayAsync("unit-9: the figure we gave last quarter was wrong: 44, not 40", "Q1 2020 has closed", $"unit-9: {said}", "Q1 2020|检查企业40家|!Q2");
    }

    [Theory]
    [InlineData("照着上次的报，把40家改成44家", "检查企业44家|整改12处")]
    [InlineData("按上季度的来，就是40家改成44家", "检查企业44家|整改12处")]
    public async Task Last_times_text_with_another_figure(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-9", Labelled, "确认");
        await talk.MoveToAsync("2020-07-01 10:00");

        await talk.PlayAsync($"unit-9: {said}", $"2020年第二季度|{answer}");
    }

    [Theory]
    [InlineData("刚才40家写错了，是45家，整改也改成15处", "检查企业45家|整改15处")]
    [InlineData("40家改成45家；另外成效再加一句：约谈3家", "检查企业45家|约谈3家")]
    [InlineData("change 40 to 45 and add \"3 warned\" to results", "检查企业45家|3 warned")]
    public Task Several_changes_after_filing_are_shown_together(string said, string answer) => Talk.PlayedAsync(
        "2020-04-01 10:00", $"unit-9: {Labelled}", "请核对", "unit-9: 确认", "已报送", $"unit-9: {said}", answer, "unit-9: 嗯，改吧", "第2版");

    [Theory]
    [InlineData("对，就这么改")]
    [InlineData("嗯，改吧")]
    [InlineData("对，改成这个")]
    public Task A_correction_is_agreed_to(string said) => Talk.PlayedAsync(
        "2020-04-01 10:00", $"unit-9: {Labelled}", "请核对", "unit-9: 确认", "已报送", "unit-9: 把40家改成41家", "41家", $"unit-9: {said}", "第2版");

    [Theory]
    [InlineData("别人都报了吧")]
    [InlineData("他们都交了吧")]
    [InlineData("其他单位都报了吧")]
    public async Task Of_others_is_no_yes(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync($"unit-9: {Labelled}", "请核对", $"unit-9: {said}", "!已报送");

        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
    }

    [Theory]
    [InlineData("没有进展也得报一下？")]
    [InlineData("这项这季度没什么动静，该怎么报")]
    [InlineData("要是没进展要不要报")]
    public Task How_nothing_is_reported_is_told_and_reports_nothing(string said) => Talk.PlayedAsync(
        "2020-04-01 10:00", $"unit-9: {said}", "无新进展|!请核对");

    [Theory]
    [InlineData("引导基金那条这季度没什么动静，该怎么报", "那这条就报没有新进展吧")]
    [InlineData("第二项这个季度不报了行吗", "那就零报告吧")]
    public Task A_nil_report_is_of_the_task_that_was_spoken_of(string asked, string said) => Talk.PlayedAsync(
        "2020-04-02 11:20", $"unit-1: {asked}", "第二项本季无新进展", $"unit-1: {said}", "请核对|第二项|!第一项", "unit-1: 确认", "还有1项未报");

    [Theory]
    [InlineData("坏了报串了，把刚才那个收回来")]
    [InlineData("发早了，先收回来")]
    [InlineData("撤销刚才的")]
    public Task What_was_just_sent_can_be_taken_back(string said) => Talk.PlayedAsync(
        "2020-04-01 10:00", $"unit-9: {Labelled}", "请核对", "unit-9: 确认", "已报送", $"unit-9: {said}", "将撤回", "unit-9: 确认", "已撤回");

    [Fact]
    public Task What_is_added_to_an_earlier_section_is_no_answer() => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-16: 4家公司试点智能风控", "存在问题", "unit-16: 不对，是5家", "5家公司", "unit-16: 人才短缺", "取得成效",
        "unit-16: 刚才进展里再加上“其中2家已上线”", "工作进展情况：5家公司试点智能风控 “其中2家已上线”|取得成效", "unit-16: 风险识别时间缩短三成", "下一步");

    [Theory]
    [InlineData("成效那段没分出来，“支付成功率提升至99.3%”是成效")]
    [InlineData("“支付成功率提升至99.3%”这句是成效")]
    public Task Quoted_words_go_to_the_section_that_is_named(string said) => Talk.PlayedAsync(
        "2020-04-01 10:00", "unit-9: 改造终端460台。主要问题是商户有顾虑。支付成功率提升至99.3%。下一步将扩大范围。", "取得成效", $"unit-9: {said}", "存在问题：商户有顾虑|取得成效：支付成功率提升至99.3%\n|!没分出来|!顾虑。支付");

    [Fact]
    public Task The_last_answer_can_be_put_into_another_section() => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-9: 完成了两期培训", "存在问题", "unit-9: 明天上午开会定方案", "取得成效", "unit-9: 我说的是下一步", "下一步工作：明天上午开会定方案|存在问题",
        "unit-9: 我写到哪了", "工作进展情况：完成了两期培训|下一步工作：明天上午开会定方案|请填写", "unit-9: 问题无，成效无", "存在问题：无\n取得成效：无\n下一步工作：明天上午开会定方案");

    [Theory]
    [InlineData("hold on, need to check with legal", "ok legal says fine. problems: data rules unclear", "Problems: data rules unclear\nResults: None|!legal says")]
    [InlineData("等等，我得先问问法规处", "想好了，问题写：样本偏少", "存在问题：样本偏少\n取得成效：无|!想好了")]
    [InlineData("先这样，开会去了", "处长说没意见。问题：样本偏少", "存在问题：样本偏少\n取得成效：无|!处长")]
    public async Task Who_has_to_ask_first_loses_nothing(string said, string then, string answer)
    {
        var isEnglish = said.All(char.IsAscii);
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 完成了两期培训", "存在问题", $"unit-9: {said}", isEnglish ? "draft" : "草稿", $"unit-9: {then}", isEnglish ? "Results" : "取得成效",
            isEnglish ? "unit-9: results: none, next: go on" : "unit-9: 成效：无 下一步：继续", answer);
    }

    [Fact]
    public Task Somebody_else_is_not_reached_by_the_number_of_the_one_before() => Talk.PlayedAsync(
        "2020-04-01 09:00", "unit-9: 我下周休产假，让小李顶一下，李晓彤，13600000005", "李晓彤|13600000005", "unit-9: 等等，领导说换成王蕾，号码我回头发你", "王蕾|!13600000005",
        "unit-9: 13600000006", "王蕾|13600000006|!李晓彤");

    [Theory]
    [InlineData("金额不对，是302万", "金额302万元|18家")]
    [InlineData("家数也错了，17", "企业17家|320万元")]
    public Task A_figure_is_known_by_what_it_is_called(string said, string answer) => Talk.PlayedAsync(
        "2020-04-01 10:00", "unit-9: 进展：资助企业18家，金额320万元。问题：无。成效：新增标准6项。下一步：二批申报。", "请核对", $"unit-9: {said}", answer);

    [Fact]
    public Task An_earlier_period_is_named_before_the_task() => Talk.PlayedAsync(
        "2020-07-01 09:00", "unit-5: 那补报一季度第一项：进展：平台立项 问题：无 成效：无 下一步：招标", "2020年第一季度|第一项|平台立项|!第二季度", "unit-5: 确认", "已报送|第一季度");

    [Theory]
    [InlineData("两项都写：进展顺利，继续推进")]
    [InlineData("各项均为：进展顺利，继续推进")]
    public Task One_text_is_told_of_all(string said) => Talk.PlayedAsync(
        "2020-04-08 10:00", $"unit-1: {said}", "第一、二项|存在问题|!哪一项");

    [Fact]
    public Task A_task_named_behind_its_text_takes_no_other_text() => Talk.PlayedAsync(
        "2020-04-01 10:00", "unit-10: Our commission made the plan draft (task one), the platform connects 9 hospitals (task two).", "Which task is this about");

    [Fact]
    public Task A_bare_number_is_no_text() => Talk.PlayedAsync(
        "2020-04-01 10:00", "unit-7: 第一项：选址论证会开了2次", "存在问题", "unit-7: 2", "没有看懂|存在问题");
}
