namespace PlanBot.Tests.Dialogs;

/// <summary>Contacts who wish for something in passing: more time, a successor, another look, and what they say beside a yes.</summary>
public sealed class ContactEighthAsidesTests
{
    private const string Before = "2020-04-02 10:00";

    private const string Full = "unit-16: 进展:智能客服上线5家;问题:无;成效:投诉降15%;下一步:推广投顾试点";

    [Theory]
    [InlineData("那交")]
    [InlineData("那就交")]
    [InlineData("就按这个口径报上去吧")]
    [InlineData("是第一项，交")]
    [InlineData("这条先走")]
    public Task What_is_shown_is_filed_in_other_words(string said) => Talk.PlayedAsync(Before, Full, "请核对", $"unit-16: {said}", "已报送");

    [Theory]
    [InlineData("这两条先走")]
    [InlineData("两条一块儿交了")]
    public Task Several_are_filed_by_their_number(string said) => Talk.PlayedAsync(
        Before, "unit-8: 第一项：进展：推动23家商超上线 问题：缺人 成效：占比17% 下一步：试点\n第二项：进展：立体仓库开工2座 问题：无 成效：提速 下一步：试运行", "请核对", $"unit-8: {said}", "已报送|共2项");

    [Theory]
    [InlineData("展会签约跟进那个,各区商务局在弄,挂我们名下不合适")]
    [InlineData("展会签约那块实际是各区在办，列在我们名下不妥")]
    public Task An_objection_begins_no_report(string said) => Talk.PlayedAsync(Before, $"unit-13: {said}", "分工异议|第三项|!工作进展情况");

    [Fact]
    public Task Beside_the_yes_another_task_is_told() => Talk.PlayedAsync(
        "2020-04-07 14:18", "unit-13: 展会签约跟进那个,各区商务局在弄,挂我们名下不合适", "分工异议",
        "unit-13: 是的,你跟工信局说一声。然后北京招商中心那条我报:一季度线上推介3场,对接企业57家", "哪一项|!记下了", "unit-13: 第一项", "存在问题|!记下了，存在问题",
        "unit-13: 57家要附名单吗", "!记下了，存在问题|存在问题", "unit-13: 那没问题了", "存在问题：无|取得成效");

    [Fact]
    public Task A_successor_is_named_and_a_yes_is_nobodys_name() => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-1: 你好我明天去高新处报到了,这摊事以后归韩雪", "韩雪|手机号", "unit-1: 她手机13900001111", "韩雪|13900001111|请回复“确认”",
        "unit-1: 嗯对。她需要报几条,啥时候交,我转给她", "2020-04-03|!嗯对的");

    [Theory]
    [InlineData("嗯对")]
    [InlineData("好的")]
    public Task A_yes_is_no_name(string said) => Talk.PlayedAsync("2020-03-31 09:30", "unit-1: 我要调走了，这摊事换人", "", $"unit-1: {said}", $"!{said}的手机号");

    [Theory]
    [InlineData("科创板那条能不能缓缓呀", "第三项|!第一项：")]
    [InlineData("第三项能不能往后放放", "第三项|!第一项：")]
    public Task An_extension_is_asked_for_softly(string said, string shown) => Talk.PlayedAsync(
        "2020-04-02 09:40", $"unit-12: {said}", "延到", "unit-12: 等交易所数据,大概下周四", $"2020-04-09|等交易所数据|{shown}", "unit-12: 对", "已提交|!说明：对");

    [Fact]
    public Task A_yes_is_no_reason() => Talk.PlayedAsync("2020-04-02 09:40", "unit-12: 第三项延到下周四", "理由", "unit-12: 对", "理由|!说明：对");

    [Theory]
    [InlineData("现在补还算数不")]
    [InlineData("昨天催我了?放假没看手机 现在补还算数不")]
    [InlineData("假期没看消息，现在补交还认吗")]
    public Task Late_is_still_in_time_to_be_filed(string said) => Talk.PlayedAsync("2020-04-08 08:52", $"unit-12: {said}", "可以|!是工作日");

    [Theory]
    [InlineData("yep. and for the roads one pls give me til the 10th, leave cover isnt sorted")]
    [InlineData("好的提交，另外第一项能不能延到10号，人手没定")]
    public Task Beside_the_yes_more_time_is_asked_for(string said) => Talk.PlayedAsync(
        Before, "unit-6: Task 2: Progress: data interface spec agreed. Problems: none. Results: 2 TB shared. Next: go live in June", "Task 2", $"unit-6: {said}", "2020-04-10");

    [Fact]
    public Task The_same_is_told_of_another_task_beside_the_yes() => Talk.PlayedAsync(
        "2020-04-03 10:05", "unit-2: 第一项\n进展:增设专业方向2个\n问题:师资缺口约60人\n成效:在校生增长18%\n下一步:专业论证", "请核对",
        "unit-2: 可以。第三项内容一样,照第一项的抄过去就行", "已报送|第三项|师资缺口约60人|请核对", "unit-2: 慢着 第三项成效换成\"教改立项9个\" 别的不动", "请核对|教改立项9个\n|师资缺口约60人", "unit-2: 行", "第三项，共1项");
}
