namespace PlanBot.Tests.Dialogs;

/// <summary>One decision for all units, or for several: shown together, changed unit by unit, done and taken back at once.</summary>
public sealed class OfficeManyUnitsTests
{
    private static readonly string[] One = ["unit-16: 进展：组织交流会 问题：无 成效：五家参加 下一步：汇编案例", "请核对", "unit-16: 确认", "已报送"];

    [Theory]
    [InlineData("那个 Q1 deadline 全体 extend 到 4/10 吧，疫情原因，大家都 busy")]
    [InlineData("没交的统一延到10号，疫情原因")]
    [InlineData("所有单位延到4月10日，因为疫情")]
    [InlineData("各单位一律延到10号吧")]
    [InlineData("extend everyone's deadline to 10 April")]
    public async Task All_that_is_open_is_extended_after_it_was_shown(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(One);
        await talk.MoveToAsync("2020-04-03 10:00");

        await talk.PlayAsync(
            $"coordinator: {said}", "15|34|市教委|2020-04-10|!天津证监局",
            "coordinator: wait 人行不用，他们答应今天交", "14|33|!人民银行天津分行（1项）|!人民银行天津分行 (1",
            "coordinator: ok 就这样", "14|33|2020-04-10|!人民银行天津分行",
            "coordinator: 人行呢", "人民银行天津分行|2020-04-03",
            "coordinator: 教委呢", "市教委|2020-04-10");
    }

    [Theory]
    [InlineData("除了人行，没交的都延到10号")]
    [InlineData("没交的都延到10号，人行除外")]
    [InlineData("所有单位延到10号，不包括人行")]
    [InlineData("全体延到10号，人行不用")]
    [InlineData("extend all units until 10 April, except the central bank")]
    public async Task Who_is_left_out_at_once_stays_as_it_is(string said) => await Talk.PlayedAsync(
        "2020-04-03 10:00", $"coordinator: {said}", "15|34|2020-04-10|!人民银行天津分行（|!人民银行天津分行 (");

    [Fact]
    public async Task A_reason_that_calls_itself_one_is_kept_whole() => await Talk.PlayedAsync(
        "2020-04-03 10:00", "coordinator: 那个 Q1 deadline 全体 extend 到 4/10 吧，疫情原因，大家都 busy", "16个单位|理由：疫情原因，大家都 busy");

    [Fact]
    public async Task Taken_back_it_says_of_whom_what_and_which_day_counts_again() => await Talk.PlayedAsync(
        "2020-04-08 09:20",
        "coordinator: 市场监管委给延到15号吧，他们标准化处换了人", "市市场监管委|2020-04-15",
        "coordinator: 确认", "已延期",
        "coordinator: 哎 刚才那个延期收回来，处长不同意", "已撤销：延期（市市场监管委2020年第一季度第一项），截止日期恢复为2020-04-03",
        "coordinator: 教委和商务局延到15号", "2个单位|5项",
        "coordinator: 确认", "已延期",
        "coordinator: 撤销", "市教委2020年第一季度第一项、第二项、第三项；市商务局2020年第一季度第一项、第二项|截止日期恢复为2020-04-03",
        "coordinator: 商务局什么时候截止", "2020-04-03");

    [Theory]
    [InlineData("文旅局那份退回去，成效太虚没有数字，7号前补上来")]
    [InlineData("文旅局的退回，没有数字，7号之前重报")]
    [InlineData("退回文旅局的报告，写得太笼统，4月7日前补报")]
    [InlineData("文旅局报的打回去，缺数据，让他们7号前交上来")]
    [InlineData("文旅局那份退回，没写成效，7号以前补齐")]
    public async Task A_day_behind_the_reason_is_the_day(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:10");
        await talk.PlayAsync("unit-9: 进展：举办培训5期 问题：网络差 成效：反映良好 下一步：开发课程", "请核对", "unit-9: 确认", "已报送");
        await talk.MoveToAsync("2020-04-03 10:00");

        await talk.PlayAsync($"coordinator: {said}", "市文化和旅游局|2020-04-07|!2020-04-09");
    }
}
