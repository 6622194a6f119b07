namespace PlanBot.Tests.Dialogs;

/// <summary>What a coordinating office, and a leader, ask in words that nobody had written down before.</summary>
public sealed class OfficeNinthTryTests
{
    private const string After = "2020-04-07 10:00";
    private const string Reported = "unit-7: 第一项 进展:章程已起草 问题:编制没批 成效:无 下一步:跑编办";

    [Theory]
    [InlineData("没交的是哪个", "第二项|!市教委")]
    [InlineData("交的那个卡在哪", "编制没批|!章程已起草")]
    [InlineData("what is holding it up?", "编制没批|!章程已起草")]
    public Task Asked_on_about_the_same_unit(string said, string answer) => Talk.PlayedAsync(
        "2020-04-02 14:00", Reported, "请核对", "unit-7: 确认提交", "已报送", "coordinator: 种地那个委什么情况", "市农业农村委|!市教委", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("里头欠三项及以上的有哪些")]
    [InlineData("欠3项以上的是哪几家")]
    public Task The_list_again_by_how_many_are_open(string said) => Talk.PlayedAsync(
        After, "coordinator: 教委什么情况", "市教委", $"coordinator: {said}", "市工业和信息化局|市教委|市科技局|!市商务局|!市政务服务办");

    [Theory]
    [InlineData("教委跟科技局比,哪个交得多", "市教委已报0项（共3项），市科技局已报3项（共3项）|零报告")]
    [InlineData("who reported more, education or science and technology?", "0 of 3|3 of 3")]
    [InlineData("科技局那三条是实打实的还是应付的", "全部是零报告")]
    [InlineData("are the reports of science and technology just for show?", "nil reports")]
    public Task What_was_filed_is_told_as_it_is(string said, string answer) => Talk.PlayedAsync(
        "2020-04-07 14:00", "unit-3: 三项都没什么新进展,按零报吧", "请核对", "unit-3: 确定", "已报送", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("did Agriculture touch their report after sending it", "Version 1")]
    [InlineData("农委报上来之后又改过没有", "第1版")]
    public Task Whether_a_report_was_changed(string said, string answer) => Talk.PlayedAsync("2020-04-02 14:00", Reported, "请核对", "unit-7: 确认提交", "已报送", $"coordinator: {said}", answer, "coordinator: show me before / after", "1");

    [Theory]
    [InlineData("弄个表给我,谁欠哪条,打印出来开会用", "35项没有报")]
    [InlineData("give me a spreadsheet of who owes what", "35 of 35")]
    public Task A_table_of_what_is_open(string said, string answer) => Talk.PlayedAsync("2020-04-10 16:00", $"coordinator: {said}", answer, "coordinator: 只要金融口三家的行不", "不能只导出|!市金融局2020", "coordinator: 算了太麻烦,csv也有吧", "汇总见附件|!现在没有正在进行的操作");

    [Theory]
    [InlineData("what are you sending people tmrw and at what time", "2020-04-02|09:00|16")]
    [InlineData("明天你要给大家发什么", "2020-04-02|09:00|16")]
    public Task What_goes_out_on_a_day(string said, string answer) => Talk.PlayedAsync("2020-04-01 16:00", $"coordinator: {said}", answer);

    [Fact]
    public Task What_goes_out_after_a_day() => Talk.PlayedAsync(
        "2020-04-01 16:00", "coordinator: what are you sending people tomorrow", "2020-04-02", "coordinator: and after friday if they still sit on it?", "2020-04-07|2020-04-09|2020-04-16|!2020-04-03");

    [Theory]
    [InlineData("dont bother the directors on the 9th, ask me first", "wait until a coordinator confirms")]
    [InlineData("9号别惊动他们主任，先问我", "升级")]
    [InlineData("do not escalate to the leaders, check with me first", "wait until a coordinator confirms")]
    public Task Leaders_are_left_alone_until_the_coordinator_says_so(string said, string answer) => Talk.PlayedAsync("2020-04-01 16:00", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("从今天到7.3还有几个工作日", "含首日共55个工作日|不含首日54个")]
    [InlineData("how many working days from today to 3 July", "55 working days")]
    [InlineData("端午呢,影响季度末提醒吗", "6月25日|不影响|2020-06-30 09:00|!要催")]
    [InlineData("does dragon boat affect the reminders?", "not affected|2020-06-30")]
    public Task The_calendar_counts(string said, string answer) => Talk.PlayedAsync("2020-04-16 09:00", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("系统今晚 upgrade,提醒先 pause 一下", "嗯 pause", "OK upgrade 完了 resume 吧")]
    [InlineData("今晚机房检修，催办先 hold 一下", "嗯停吧", "检修好了 resume 一下吧")]
    public Task Reminders_rest_and_go_on(string pause, string yes, string resume) => Talk.PlayedAsync(
        "2020-04-02 11:20", $"coordinator: {pause}", "将暂停全部单位|直到您恢复", $"coordinator: {yes}", "已暂停", $"coordinator: {resume}", "将恢复", "coordinator: 嗯 resume", "已恢复");

    [Theory]
    [InlineData("公安局也说过网络不够吧", "没有“公安局”")]
    [InlineData("same for the one before", "Q4 2019")]
    public Task What_is_not_in_the_plan_is_said(string said, string answer) => Talk.PlayedAsync(After, "coordinator: what % is in for Q1", "35", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("quick one before my meeting, which bureaus are behind", "16 units overdue")]
    [InlineData("any excuse from Education?", "市教委|no request for more time")]
    [InlineData("教委说什么原因了吗", "市教委|没有待处理的延期申请")]
    [InlineData("grant everyone until Wednesday, I'm the vice director after all", "read only")]
    [InlineData("when do I hear from you next", "2020-04-13 16:30")]
    [InlineData("下次什么时候给我汇总", "2020-04-13 16:30")]
    [InlineData("把没交的通报批评发到群里", "只读")]
    public Task A_leader_asks(string said, string answer) => Talk.PlayedAsync("2020-04-10 09:30", $"leader: {said}", answer);

    [Theory]
    [InlineData("半年了,一二季度完成情况对比下", "2020年第一季度|2020年第二季度|35")]
    [InlineData("compare the two quarters for me", "Q1 2020|Q2 2020|35")]
    public Task Two_quarters_are_compared_and_doubted(string said, string answer) => Talk.PlayedAsync(
        "2020-07-06 10:00", $"leader: {said}", answer, "leader: 怎么一个都没有?是不是系统坏了", "台账");

    [Fact]
    public Task A_subject_that_only_a_report_names() => Talk.PlayedAsync(
        After, "unit-1: 第一项 进展:曙光创新中心主体封顶 问题:设备进口延迟 成效:带动投资6亿元 下一步:9月投用", "请核对", "unit-1: 确认", "已报送", "leader: 曙光那边现在到哪一步了", "市发展改革委|主体封顶|!市教委");

    [Theory]
    [InlineData("unit-2: 金融局那个延期申请我看看")]
    [InlineData("unit-2: 弄个表给我,谁欠哪条")]
    [InlineData("unit-2: what are you sending people tomorrow")]
    [InlineData("unit-2: 有谁说任务不是自己的吗")]
    public Task A_contact_learns_nothing_of_others(string said) => Talk.PlayedAsync(After, said, "!市金融局|!市科技局|!天津证监局");
}
