namespace PlanBot.Tests.Dialogs;

/// <summary>What an office asks while it prepares to tell others: figures to pass on, what they count, what was done, and on from the answer before.</summary>
public sealed class OfficeDeskTests
{
    private static readonly string[] TwoReports =
    [
        "unit-9: 进展：举办培训两期 问题：懂技术的讲解员太少 成效：培训80人 下一步：联系高校", "请核对", "unit-9: 确认", "已报送",
        "unit-16: 进展：完成摸底 问题：历史数据质量差 成效：形成清单 下一步：制定标准", "请核对", "unit-16: 确认", "已报送",
    ];

    [Theory]
    [InlineData("给我两三句话，我转给局长")]
    [InlineData("一季度的情况写个小结，要短，我直接转发")]
    [InlineData("I need two or three lines on Q1 that I can forward to the director")]
    public async Task A_period_is_told_in_a_few_sentences_to_be_passed_on(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(TwoReports);
        await talk.MoveToAsync("2020-04-07 09:00");

        await talk.PlayAsync($"coordinator: {said}", "35|33|市文化和旅游局|天津证监局|!市教委");
    }

    [Theory]
    [InlineData("里面哪家提到数据了")]
    [InlineData("有没有谁说到数据的")]
    [InlineData("which of them mentions 数据")]
    public async Task Words_are_looked_for_among_the_problems_that_were_shown(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(TwoReports);
        await talk.MoveToAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 汇总一季度的问题", "讲解员|历史数据",
            $"coordinator: {said}", "天津证监局|历史数据质量差|!市文化和旅游局|!讲解员");
    }

    [Fact]
    public async Task Words_that_nobody_wrote_are_said_not_to_be_there()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(TwoReports);

        await talk.PlayAsync(
            "coordinator: 一季度有没有单位提到经费", "没有提到“经费”",
            "coordinator: 哪家提到100%", "没有提到“100%”",
            "unit-2: 哪家提到数据了", "!证监局|!历史数据");
    }

    [Theory]
    [InlineData("有没有哪家两个季度都没交过的", "还有14个|14个单位|!天津证监局|!市政务服务办")]
    [InlineData("which units reported in neither quarter", "14 units|!天津证监局|!市政务服务办")]
    public async Task Two_quarters_are_looked_at_together(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync("unit-16: 进展：甲试点 问题：无 成效：两家上线 下一步：总结", "请核对", "unit-16: 确认", "已报送");
        await talk.MoveToAsync("2020-07-01 10:00");
        await talk.PlayAsync("unit-14: 进展：新版上线 问题：无 成效：时间缩短 下一步：接入", "请核对", "unit-14: 确认", "已报送");
        await talk.MoveToAsync("2020-07-07 10:00");

        await talk.PlayAsync("coordinator: 上半年这两个季度报送情况拉一下", "第一季度|第二季度", $"coordinator: {said}", answer.Replace("还有14个|", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("这个率是按单位算还是按任务算")]
    [InlineData("按什么口径统计的")]
    [InlineData("is that counted by units or by tasks?")]
    public async Task What_figures_count_is_explained(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync("coordinator: 一季度报送率", "35", $"coordinator: {said}", said[0] < 128 ? "each task of each unit|!市教委" : "每个单位的每项任务|!市教委");
    }

    [Fact]
    public async Task How_missing_reports_stand_in_the_file_is_explained()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync("coordinator: 一季度的汇总出一份Word给我", "见附件", "coordinator: 没交的那些单位在里头怎么体现的", "“未报”|!市教委", "coordinator: do late ones get marked in the spreadsheet?", "overdue|!市教委");
    }

    [Fact]
    public async Task What_was_done_just_now_is_told_and_what_still_waits()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 刚才那几件都办好了吗", "还没有办理",
            "coordinator: 催一下教委和商务局", "市教委联络员", "coordinator: 确认", "已催办2人",
            "coordinator: 刚才一共发了几家，没漏吧", "已催办2人|!报送率",
            "coordinator: 催一下科技局，另外卫健委延到4月15号，抗疫", "催办",
            "coordinator: 好的", "已催办1人|接着办理",
            "coordinator: 两件都办完了没", "已催办1人|等您确认|延期|!还没有交齐");
    }

    [Fact]
    public async Task Working_days_left_are_counted_and_the_week_after_is_looked_at()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:30");

        await talk.PlayAsync(
            "coordinator: anything falling due this week?", "2020-04-03",
            "coordinator: how many working days do they still have", "3 working days|!Qingming",
            "coordinator: and the week after?", "Nothing is due from Monday 6 April",
            "coordinator: 离截止还有几个工作日", "3个工作日");
    }

    [Theory]
    [InlineData("会不会撞上放假")]
    [InlineData("那天是周末吗")]
    [InlineData("does that fall on a holiday?")]
    public async Task Whether_the_day_just_told_is_worked_is_answered(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-20 10:00");

        await talk.PlayAsync("leader: 下一回各单位交材料是几号", "2020-07-03", $"leader: {said}", "2020-07-03|!抱歉");
    }

    [Fact]
    public async Task The_days_on_which_reports_came_in_are_told()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(TwoReports);
        await talk.MoveToAsync("2020-04-07 09:00");

        await talk.PlayAsync("coordinator: 谁报了", "天津证监局（1项，3月31日", "coordinator: 他们哪天报上来的", "3月31日|!自4月1日起");
    }

    [Fact]
    public async Task Steps_behind_those_shown_and_the_words_to_one_unit_are_told()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:30");

        await talk.PlayAsync(
            "coordinator: what goes out at the next reminder, and to whom?", "2020-04-03 (Friday 3 April) 09:00",
            "coordinator: and after that, if nobody answers?", "2020-04-07|2020-04-09",
            "coordinator: what would the education commission's message say", "市教委联络员|第一项|!Nothing has been reported");
    }

    [Fact]
    public async Task A_word_to_pass_the_time_gets_a_word_back()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 11:30");

        await talk.PlayAsync(
            "coordinator: 忙一上午了，饭还没吃，累", "辛苦|!逾期", "coordinator: finally friday, what a week", "!Who|!overdue",
            "leader: 把文旅局的联系人换成小李", "只读", "leader: 那找谁弄", "管理员|!哪个单位",
            "leader: Then excuse everyone who hasn't answered, they are busy", "read only|!Yes");
    }

    [Theory]
    [InlineData("以后各单位交的材料，先由他们自己领导签过再算数")]
    [InlineData("往后报上来的东西要先他们领导签字才行")]
    public async Task A_wish_with_a_clause_about_reports_asks_for_no_unit(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync($"coordinator: {said}", "审签|!哪个单位");
    }

    [Fact]
    public async Task What_is_said_beside_a_wish_is_no_reason()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:00");
        await talk.PlayAsync(TwoReports);

        await talk.PlayAsync(
            "coordinator: 别等了，证监局的直接通过", "审核通过|!理由", "coordinator: 取消", "已取消",
            "coordinator: 文旅局那份没问题，收了吧", "审核通过|!理由", "coordinator: 取消", "已取消",
            "coordinator: 证监局报的不行，数字一个没写，退给他们，8号之前补上来", "2020-04-08|数字一个没写|!补上来");
    }

    [Fact]
    public async Task Who_did_it_asks_on_about_the_same_unit()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 农业农村委的给放到4月10日", "2020-04-10", "coordinator: 确认", "已延期",
            "coordinator: 翻一下农业农村委的变更记录", "市农业农村委操作记录", "coordinator: 谁批的", "市农业农村委操作记录|管理员|!导入计划",
            "coordinator: 最近的操作记录", "导入计划");
    }
}
