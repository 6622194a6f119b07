namespace PlanBot.Tests.Dialogs;

/// <summary>Lists and comparisons that a coordinating office asks for in its own words.</summary>
public sealed class OfficeSeventhTryTests
{
    private const string After = "2020-04-07 10:00";

    [Theory]
    [InlineData("退回吧，成效没写", "市文化和旅游局|理由：成效没写")]
    [InlineData("send it back, results are missing", "市文化和旅游局|results are missing")]
    public Task What_was_read_is_returned(string said, string answer) => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-9: 进展：新增自助点三处 问题：无 成效：一般 下一步：继续", "请核对", "unit-9: 确认", "已报送", "coordinator: 文旅局写了什么", "新增自助点三处", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("有几家审过了", "还没有审核通过")]
    [InlineData("which ones are accepted?", "Nothing has been accepted")]
    [InlineData("谁交了还没审", "市政务服务办|!市教委")]
    [InlineData("还有几家交了没审", "市政务服务办|!市教委")]
    [InlineData("which reports are waiting for me?", "市政务服务办|!市教委")]
    [InlineData("who is not reviewed yet", "市政务服务办|!市教委")]
    public Task Asked_by_what_is_reviewed(string said, string answer) => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-14: 进展：新增自助点三处 问题：无 成效：一般 下一步：继续", "请核对", "unit-14: 确认", "已报送", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("有几家审过了", "市政务服务办|!市教委")]
    [InlineData("which ones have I accepted so far", "市政务服务办|!市教委")]
    [InlineData("谁交了还没审", "没有等待审核")]
    public Task Asked_by_what_is_accepted(string said, string answer) => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-14: 进展：新增自助点三处 问题：无 成效：一般 下一步：继续", "请核对", "unit-14: 确认", "已报送", "coordinator: 政务办这份可以了", "审核通过", "coordinator: 是", "已审核通过", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("教委和科技局谁报得多")]
    [InlineData("教委跟科技局哪家报得少")]
    [InlineData("who reported more, education or science and technology?")]
    public Task Two_units_are_put_side_by_side(string said) => Talk.PlayedAsync(After, $"coordinator: {said}", "市教委|市科技局|3");

    [Theory]
    [InlineData("把所有单位列出来", "16个单位|市教委|天津证监局|!联络员")]
    [InlineData("单位名单", "16个单位|市教委|天津证监局")]
    [InlineData("list all units", "16 units|市教委|天津证监局")]
    [InlineData("所有联系人的电话发我一份", "市教委联络员|天津证监局联络员")]
    [InlineData("联络员通讯录发我一份", "市教委联络员|天津证监局联络员")]
    [InlineData("all contacts with phone numbers", "市教委联络员|天津证监局联络员")]
    public Task Everything_that_there_is_is_listed(string said, string answer) => Talk.PlayedAsync(After, $"coordinator: {said}", answer);

    [Theory]
    [InlineData("unit-2: 所有联系人的电话发我一份")]
    [InlineData("unit-2: list all units")]
    [InlineData("unit-2: 谁交了还没审")]
    public Task A_contact_gets_none_of_these_lists(string said) => Talk.PlayedAsync(After, said, "!天津证监局|!市科技局");

    [Theory]
    [InlineData("导出问题清单", "没有单独的文件")]
    [InlineData("just the problems as a file", "no file of the problems alone")]
    public Task Only_the_problems_are_no_file(string said, string answer) => Talk.PlayedAsync(After, $"coordinator: {said}", answer);

    [Theory]
    [InlineData("恢复吧", "市教委|!全部单位")]
    [InlineData("turn them back on", "市教委|!all units")]
    public Task Only_what_rests_is_turned_on_again(string said, string answer) => Talk.PlayedAsync(
        After, "coordinator: 暂停教委的提醒", "市教委", "coordinator: 确认", "市教委", "coordinator: 谁逾期了", "", $"coordinator: {said}", answer, "coordinator: 确认", "市教委");

    [Theory]
    [InlineData("只看任务多于两项的", "市工业和信息化局|市教委|!市商务局|!市政务服务办")]
    [InlineData("任务三项以上的有哪些", "市工业和信息化局|市教委|!市商务局|!市政务服务办")]
    [InlineData("just the ones with more than 2 tasks", "市工业和信息化局|市教委|!市商务局|!市政务服务办")]
    [InlineData("only those with at least three tasks", "市工业和信息化局|市教委|!市商务局|!市政务服务办")]
    public Task A_list_is_narrowed_by_how_much_there_is(string said, string answer) => Talk.PlayedAsync(After, "coordinator: 谁逾期了", "市政务服务办", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("谁没收到")]
    [InlineData("有哪些单位没收到通知")]
    public Task Whom_a_notice_has_not_reached(string said) => Talk.PlayedAsync(
        After, "coordinator: 给各单位发个通知：周五下午系统维护", "周五下午系统维护", "coordinator: 确认", "16人", $"coordinator: {said}", "16人|!没有报|!35项");

    [Fact]
    public Task Whom_a_notice_has_not_reached_in_English() => Talk.PlayedAsync(
        After, "coordinator: Please tell everyone: the portal is down.", "the portal is down", "coordinator: confirm", "16", "coordinator: who didn't get it", "last message|!have not reported|!Do you mean");

    [Theory]
    [InlineData("交通委提了什么异议", "归科技局")]
    [InlineData("what did transport object", "归科技局")]
    public Task An_objection_is_asked_of_its_unit(string said, string answer) => Talk.PlayedAsync(
        After, "unit-6: 第二项不归我们，应该归科技局", "异议", "unit-6: 是", "编号1", $"coordinator: {said}", answer);
}
