namespace PlanBot.Tests.Dialogs;

/// <summary>What costs most when a coordinating office is misread: a step that goes out against an order, a list that is not the one asked for, a wrong date.</summary>
public sealed class OfficeTenthTryTests
{
    private const string After = "2020-04-07 10:00";

    [Theory]
    [InlineData("九点那拨提醒会发给谁、写的啥", "先别发!今天上午全市视频会", "对,停")]
    [InlineData("下一次提醒发给谁", "等等，别发了，上午领导都在开会", "嗯 压住")]
    [InlineData("what does the next reminder say and who gets it", "don't send it yet, everybody is in a meeting this morning", "yes, hold it")]
    [InlineData("preview the next reminders", "hold it please", "yep")]
    public Task A_step_that_was_just_shown_is_held(string asked, string order, string yes) => Talk.PlayedAsync(
        "2020-04-02 08:45", $"coordinator: {asked}", "2020-04-02", $"coordinator: {order}", "09:00|!发通知|!broadcast", $"coordinator: {yes}", "2020-04-02|!没有正在进行|!cancelled|!取消", "coordinator: 接着发吧", "09:00|放行");

    [Theory]
    [InlineData("先别发")]
    [InlineData("先别发，今天下午开会")]
    [InlineData("don't send anything this morning")]
    public Task Without_anything_shown_the_next_step_is_proposed(string order) => Talk.PlayedAsync("2020-04-02 08:45", $"coordinator: {order}", "2020-04-02|09:00", "coordinator: 取消", "没有做任何改动");

    [Fact]
    public Task The_step_that_was_asked_about_is_held_and_not_the_next() => Talk.PlayedAsync(
        "2020-04-02 08:45", "coordinator: 4月3日下午三点那次发给谁", "2020-04-03", "coordinator: 那拨别发了", "2020-04-03|15:00", "coordinator: 别发", "已压住|15:00");

    [Fact]
    public Task Dont_send_it_drops_an_urging_as_before() => Talk.PlayedAsync(After, "coordinator: 催一下教委", "市教委", "coordinator: 先别发", "没有做任何改动");

    [Theory]
    [InlineData("刚那个,成效是入驻团队6个,数错了", "嗯改吧")]
    [InlineData("不好意思，刚才报的成效应该是入驻团队6个，打错了", "对，改吧")]
    [InlineData("成效是入驻团队6个，刚才写错了", "好，改吧")]
    [InlineData("刚交的那份里面，成效写成了8个，错了，应该是入驻团队6个", "确认")]
    public Task A_slip_in_what_was_just_filed_is_put_right(string said, string yes) => Talk.PlayedAsync(
        "2020-04-02 10:30", "unit-1: 第一条 进展:曙光创新中心主体封顶 问题:配套电力没落实 成效:入驻团队8个 下一步:协调电力公司", "请核对", "unit-1: 确认", "已报送", $"unit-1: {said}", "第一项|入驻团队6个（原为：入驻团队8个）|!数错|!写错|!打错|!第二项",
        $"unit-1: {yes}", "第一项（第2版）", "coordinator: 发改那条改过几版,谁动的", "第2版|增：6");

    [Theory]
    [InlineData("the one I just sent: results should be 6 teams, I miscounted")]
    [InlineData("sorry, in the last one results is 6 teams, typo")]
    public Task A_slip_is_put_right_in_English(string said) => Talk.PlayedAsync(
        "2020-04-02 10:30", "unit-1: Task 1. Progress: the centre is topped out. Problems: power supply. Results: 8 teams moved in. Next steps: talk to the grid company.", "check", "unit-1: confirm", "1", $"unit-1: {said}", "Task 1|6 teams|!miscounted|!typo|!Task 2:",
        "unit-1: yes", "task 1 (version 2)");

    [Fact]
    public Task Of_two_filed_one_after_the_other_the_last_is_meant() => Talk.PlayedAsync(
        "2020-04-02 10:30", "unit-2: 第一项 进展:方案印发 问题:无 成效:覆盖10校 下一步:推广", "请核对", "unit-2: 确认", "已报送", "@2020-04-02 10:40", "unit-2: 第三项 进展:平台上线 问题:无 成效:注册3万人 下一步:扩容", "请核对", "unit-2: 确认", "已报送",
        "unit-2: 刚才那条，成效是注册5万人", "第三项|5万人|!覆盖10校");

    [Theory]
    [InlineData("what did we collect last year", "no period of 2019|Q1 2020")]
    [InlineData("去年收上来些什么", "没有2019年的报告期|2020年第一季度")]
    [InlineData("去年的报送率", "没有2019年的报告期")]
    public Task Of_last_year_there_is_nothing(string said, string answer) => Talk.PlayedAsync("2020-04-08 09:10", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("我们领导想看看去年的", "没有2019年的报告期|2020年第一季度")]
    [InlineData("show me what we reported last year", "no period of 2019")]
    public Task A_contact_is_told_so_as_well(string said, string answer) => Talk.PlayedAsync("2020-04-08 09:10", $"unit-1: {said}", answer);

    [Fact]
    public Task Periods_in_plain_words() => Talk.PlayedAsync(
        "2020-04-08 09:10", "coordinator: and the next quarter, when's that one due and has anybody jumped the gun", "Q2 2020|2020-07-03|Nobody has reported for Q2 2020 yet|1 April|30 June",
        "coordinator: year end?", "Q4 2020|2021-01", "coordinator: why oct 12 for the third one, not the 3rd", "Q3 2020|National Day|Sat. 10 Oct|!2019", "coordinator: ok so who's holding up the current one", "16 units overdue");

    [Fact]
    public Task Periods_in_plain_words_in_Chinese() => Talk.PlayedAsync(
        "2020-04-08 09:10", "coordinator: 下季度几号交，有人提前报了没", "2020年第二季度|2020-07-03|还没有单位报送|4月1日", "coordinator: 那年底呢", "2020年第四季度", "coordinator: 怎么10月12号才截止", "2020年第三季度|国庆",
        "coordinator: 现在卡在谁那", "逾期未报的有16个单位");

    [Theory]
    [InlineData("just those with a single task", "市文化和旅游局|天津证监局|!市教委|5")]
    [InlineData("只看单项任务的", "市文化和旅游局|天津证监局|!市教委")]
    [InlineData("其中只有一项的呢", "市文化和旅游局|天津证监局|!市教委")]
    public Task A_list_is_narrowed(string said, string answer) => Talk.PlayedAsync(After, "coordinator: 谁逾期了", "市教委", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("只看南片的", "没有看懂|!市教委")]
    [InlineData("just those in the southern districts", "!市教委")]
    [InlineData("这仨报了几个", "没有看懂|!市教委")]
    [InlineData("棉花呢", "没有|棉花|!市教委")]
    public Task A_list_is_never_shown_whole_in_place_of_a_part(string said, string answer) => Talk.PlayedAsync(After, "coordinator: 谁逾期了", "市教委", $"coordinator: {said}", answer);

    [Fact]
    public Task A_search_by_subject_goes_on() => Talk.PlayedAsync(
        "2020-04-07 15:00", "coordinator: 智能大会都牵扯哪几家来着", "“智能大会”|市工业和信息化局|市农业农村委|!市教委", "coordinator: 这仨报了几个", "没有看懂“这仨”|上面列出的是2个|市农业农村委|!市教委", "coordinator: 这俩报了几个", "市农业农村委2020年第一季度已报0项|!市教委", "coordinator: 展会呢", "市合作交流办|未报|!市教委", "coordinator: 气象局有没有活儿", "没有“气象局”");

    [Fact]
    public Task A_subject_that_no_task_speaks_of_is_said_so() => Talk.PlayedAsync("2020-04-07 15:00", "coordinator: 智能大会都牵扯哪几家来着", "市农业农村委", "coordinator: 鲲鹏呢", "鲲鹏|!市教委|!还有16个单位");

    [Theory]
    [InlineData("which units are involved in the intelligence conference", "市农业农村委")]
    [InlineData("哪几家跟刷脸支付沾边", "人民银行天津分行|!市教委")]
    public Task Tasks_are_found_by_subject(string said, string answer) => Talk.PlayedAsync(After, $"coordinator: {said}", answer);

    [Theory]
    [InlineData("unit-2: 先别发")]
    [InlineData("unit-2: 鲲鹏呢")]
    [InlineData("unit-2: who is holding up the current one")]
    public Task A_contact_learns_nothing_of_others(string said) => Talk.PlayedAsync(After, said, "!市科技局|!市农业农村委|!16 units|!将压住");
}
