namespace PlanBot.Tests.Dialogs;

/// <summary>What contacts ask in passing, ask for, and object to, in words that nobody wrote down before.</summary>
public sealed class ContactSeventhAsidesTests
{
    private const string Before = "2020-04-02 10:00";

    [Theory]
    [InlineData("论坛那条大会都推迟了,没东西可写,另外一个有", "第二项：|存在问题：无|!第一项：|!延期")]
    [InlineData("论坛那条没什么可报的，会都没开", "第二项：|存在问题：无|!第一项：")]
    [InlineData("第二项没内容可写", "第二项：|存在问题：无|!第一项：")]
    public Task One_task_has_nothing_to_report(string said, string answer) => Talk.PlayedAsync(Before, $"unit-7: {said}", answer, "unit-7: 对", "已报送");

    [Theory]
    [InlineData("科创板那条数据要等交易所月报,能不能拖到10号,其他两条今天正常交", "第三项|2020-04-10|!第一项|!第二项")]
    [InlineData("第三项能不能延到10号，数据要等交易所月报，其余两项按时报", "第三项|2020-04-10|!第一项|!第二项")]
    [InlineData("can task 3 have until 10 April, the exchange's monthly figures come late; the others will be on time", "2020-04-10|!Task 1|!Task 2")]
    public Task More_time_for_one_task_only(string said, string answer) => Talk.PlayedAsync("2020-04-03 14:30", $"unit-12: {said}", answer);

    [Fact]
    public Task A_report_is_no_reason_for_more_time() => Talk.PlayedAsync(
        Before, "unit-9: 能不能宽限几天", "哪一天", "unit-9: 线上培训办了4场,参训612人次,数字博物馆上线8家,问题是小景区没钱改造,后面争取6月办一期线下的", "!将向牵头部门|取得成效");

    [Theory]
    [InlineData("明天交不了，宽限几天行吗", "哪一天|!没有超过")]
    [InlineData("明天恐怕报不上来，能不能拖到8号", "2020-04-08")]
    [InlineData("we can't get it done by tomorrow, could we have more time", "Until when|!no later than")]
    [InlineData("we can't make it by tomorrow, can we have until 8 April", "2020-04-08")]
    public Task The_day_that_cannot_be_kept_is_not_the_day_that_is_wished_for(string said, string expected) => Talk.PlayedAsync(Before, $"unit-9: {said}", expected);

    [Theory]
    [InlineData("yep all three")]
    [InlineData("yes, for all of them")]
    public Task Yes_for_all_that_is_shown(string said) => Talk.PlayedAsync(
        Before, "unit-5: we wont make it by tmrw, half the team is on epidemic duty. few more days?", "Until when", "unit-5: say wednesday", "2020-04-08", $"unit-5: {said}", "!did not understand|1");

    [Theory]
    [InlineData("展会签约项目跟踪这块年初就划给商务局了,怎么还在我们头上")]
    [InlineData("签约项目那条去年底已经移交给商务局了，怎么还让我们报")]
    public Task An_objection_begins_with_its_subject(string said) => Talk.PlayedAsync(Before, $"unit-13: {said}", "第三项|商务局|!第一项", "unit-13: 对 帮我反映一下", "编号1");

    [Theory]
    [InlineData("do i have to put smth there", "none|Problems|!did not understand")]
    [InlineData("must I write something here?", "none|Problems|!did not understand")]
    [InlineData("by tomorrow, right?", "2020-04-03|Problems|!did not understand")]
    [InlineData("have the other units filed yet?", "own unit|Problems")]
    [InlineData("am I in trouble if it comes monday?", "2020-04-03|late|Problems")]
    public Task Something_is_asked_while_problems_are_asked_for(string said, string answer) => Talk.PlayedAsync(
        Before, "unit-16: Progress: 6 brokerages run it. Results: a third less. Next: survey in May", "Problems", $"unit-16: {said}", answer, "unit-16: none", "Problems: None");

    [Theory]
    [InlineData("诶别的委办局都交了没?", "本单位|存在问题|!还没有")]
    [InlineData("其他单位都报了吗", "本单位|存在问题")]
    [InlineData("明天之内对吧", "2020-04-03|24点|存在问题")]
    [InlineData("就是明天晚上之前交对吧", "2020-04-03|存在问题")]
    public Task Something_is_asked_while_problems_are_asked_for_in_Chinese(string said, string answer) => Talk.PlayedAsync(
        Before, "unit-9: 进展：培训4场 成效：好 下一步：继续", "存在问题", $"unit-9: {said}", answer, "unit-9: 无", "存在问题：无");

    [Theory]
    [InlineData("unit-2: Hello?? who is this and why am I getting these", "bot|contact|2020-04-03")]
    [InlineData("unit-2: can i just send you the word doc i already have", "Yes|Word|confirmed")]
    [InlineData("unit-2: 我们有现成的，能不能直接发Word文档给你", "可以|Word|确认")]
    [InlineData("unit-2: lol ok. raining all day here", "I am here")]
    [InlineData("unit-2: 今天这边下了一天雨", "随时叫我")]
    [InlineData("unit-4: 早 我这摊活儿都有啥", "共5项|第五项")]
    [InlineData("unit-1: 基金那个是不是跟金融局重了", "不归我们|!没有看懂")]
    [InlineData("unit-2: did my boss get this too?", "leader")]
    public Task Something_is_asked_in_passing(string said, string answer) => Talk.PlayedAsync(Before, said, answer);

    [Fact]
    public Task Digits_of_the_new_contact_are_put_right() => Talk.PlayedAsync(
        "2020-04-07 09:20", "unit-14: 跟你说一声,以后别找我了,我去政研室了。找小韩", "姓名", "unit-14: 韩雪松 13512345678", "13512345678|确认", "unit-14: 尾号是5687,刚打错了", "13512345687|!没有看懂", "unit-14: 对的", "韩雪松",
        "unit-14: 那我走之前这季度那份还要我写吗", "2020-04-03|接手");

    [Fact]
    public Task A_closed_quarter_is_caught_up_with() => Talk.PlayedAsync(
        "2020-07-02 15:00", "unit-10: 翻到你四月份催我的那些了…一季度的还能补不", "第一季度|补报|!第二季度", "unit-10: 那一季度第一项:规划初稿完成,征求了16个区意见,没问题,成效无,下一步报市政府",
        "2020年第一季度|存在问题：无|取得成效：无|下一步工作：报市政府|!哪一项", "unit-10: 发", "2020年第一季度第一项");

    [Fact]
    public Task Whether_it_was_in_time_is_told() => Talk.PlayedAsync(
        "2020-04-03 16:40", "unit-9: 进展：培训4场 问题：无 成效：好 下一步：继续", "请核对", "unit-9: 嗯", "已报送", "unit-9: 今天几点截止来着 我算准时吧", "2020-04-03|24点|按时");
}
