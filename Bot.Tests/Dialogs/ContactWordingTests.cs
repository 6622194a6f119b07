namespace PlanBot.Tests.Dialogs;

/// <summary>Reports as people of the units word them: letters, points on one line, tasks by their subject, several corrections at once. What was typed goes where it belongs, or it is asked.</summary>
public sealed class ContactWordingTests
{
    private const string Labelled = "进展：培训3期 问题：无 成效：200人拿证 下一步：继续";

    [Theory]
    [InlineData("unit-11", "市工业和信息化局：\n    按照贵局通知要求，现将我委2020年第一季度工作小结报送如下。\n一、工作进展情况\n受理申请21项。\n二、存在问题\n材料未能按时补齐。\n三、取得成效\n首批9个项目通过评审。\n四、下一步工作\n5月底前兑付到位。\n    特此报告。\n市市场监管委\n2020年4月1日", "工作进展情况：受理申请21项。\n|存在问题：材料未能按时补齐。\n|取得成效：首批9个项目通过评审。\n|下一步工作：5月底前兑付到位。\n|!特此|!2020年4月1日|!贵局|!二、")]
    [InlineData("unit-11", "领导您好：\n一季度工作情况汇报如下：\n（一）工作进展\n受理申请21项\n（二）存在困难\n材料不齐\n（三）工作成效\n9个项目通过评审\n（四）下一步打算\n5月底前兑付\n此致\n敬礼\n市市场监管委 张三\n2020年4月1日", "工作进展情况：受理申请21项\n|下一步工作：5月底前兑付\n|!敬礼|!张三|!您好")]
    [InlineData("unit-11", "进展：受理申请21项\n问题：材料不齐\n成效：9个项目通过评审\n下一步：5月底前兑付。特此报告。\n市市场监管委\n2020-04-01", "下一步工作：5月底前兑付。|!特此|!2020-04")]
    [InlineData("unit-7", "Dear colleagues,\nPlease find below our return for the first quarter of 2020.\n\nTask 1 - Smart agriculture research institute\nProgress: talks held with two teams.\nIssues: travel restrictions.\nOutcomes: one letter signed.\nNext steps: choose the site by May.\n\nTask 2 - Smart agriculture forum\nProgress: draft programme sent.\nIssues: as above.\nOutcomes: 11 speakers confirmed.\nNext steps: prepare an online version.\n\nKind regards,\nAgriculture and Rural Affairs Commission", "Progress: talks held with two teams.|Progress: draft programme sent.|!research institute\ntalks|!Kind regards|!Dear|!Rural Affairs Commission\n")]
    [InlineData("unit-11", "Dear all,\nhere is our report.\nProgress: 21 applications received.\nProblems: none\nResults: 9 approved.\nNext steps: pay out by May.\nBest,\nLi Lei\n1 April 2020", "Next steps: pay out by May.|!Best|!Li Lei|!Dear")]
    public Task A_pasted_letter(string user, string letter, string answer) => Talk.PlayedAsync(
        "2020-04-01 14:30", $"{user}: {letter}", answer);

    [Theory]
    [InlineData("unit-11", "Progress - trained 310 guides; Problems - none; Results - smart tours at 7 sites; Next - extend to 5 more", "Progress: trained 310 guides|Problems: None|Results: smart tours at 7 sites|Next steps: extend to 5 more|!- smart")]
    [InlineData("unit-11", "进展 - 培训310人；问题 - 无；成效 - 覆盖7个馆；下一步 - 再扩5家", "工作进展情况：培训310人|取得成效：覆盖7个馆|!- 覆盖")]
    [InlineData("unit-12", "Task 1. Progress: loans up 14%. Problems: nil. Results: 26 firms got credit. Next: publish the evaluation.", "Progress: loans up 14%.|!Progress: Progress")]
    [InlineData("unit-12", "任务1. 进展：贷款增长14% 问题：无 成效：26家 下一步：发布评估", "工作进展情况：贷款增长14%|!进展：贷款增长14%\n进展")]
    [InlineData("unit-11", "1) 6 new points opened 2) two districts have not shared their interfaces yet 3) average time down from 5 days to 2 4) connect the tax data by end of June", "Progress: 6 new points opened|Problems: two districts|Results: average time down from 5 days to 2|Next steps: connect")]
    [InlineData("unit-11", "1、新增6个点 2、接口标准不统一 3、时限压缩到2天 4、打通税务数据", "工作进展情况：新增6个点|存在问题：接口标准不统一|取得成效：时限压缩到2天|下一步工作：打通税务数据")]
    public Task Labels_and_numbers_are_no_text(string user, string said, string answer) => Talk.PlayedAsync(
        "2020-04-01 14:30", $"{user}: {said}", answer);

    [Theory]
    [InlineData("问题和下一步跟上季度一样，进展改成累计改造340台，成效是交易成功率到了99.2%", "工作进展情况：累计改造340台\n|存在问题：占用了人手|取得成效：交易成功率到了99.2%|下一步工作：继续改造")]
    [InlineData("存在问题、下一步工作都和上期相同；进展：累计改造340台；成效：成功率99.2%", "工作进展情况：累计改造340台\n|存在问题：占用了人手|下一步工作：继续改造")]
    [InlineData("进展是累计改造340台，成效是成功率99.2%，问题和下一步同上季度", "工作进展情况：累计改造340台\n|存在问题：占用了人手|下一步工作：继续改造")]
    [InlineData("Problems and next steps are the same as last quarter, progress: 340 terminals upgraded, results: 99.2% of payments succeed", "Progress: 340 terminals upgraded\n|Problems: 占用了人手|Results: 99.2% of payments succeed|Next steps: 继续改造")]
    public async Task Part_is_carried_over(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:30");

        await talk.SayAllAsync("unit-15", "进展：首批改造120台 问题：占用了人手 成效：准确率提高8% 下一步：继续改造", "确认");
        await talk.MoveToAsync("2020-07-01 10:00");
        await talk.PlayAsync($"unit-15: {said}", answer);
    }

    [Theory]
    [InlineData("机构数写错了，是11家；另外问题再加一句：个别机构人才不足", "11家机构|合规口径不统一\n个别机构人才不足")]
    [InlineData("应该是11家，另外成效改成响应时间缩短三成", "11家机构|取得成效：响应时间缩短三成")]
    [InlineData("把9家改成11家；下一步改成开展两期培训", "11家机构|下一步工作：开展两期培训")]
    [InlineData("把7家改成11家；下一步改成开展两期培训", "没有找到|9家机构|下一步工作：开展两期培训")]
    public Task Two_corrections_at_once(string said, string answer) => Talk.PlayedAsync(
        "2020-03-31 10:20", "unit-16: 进展：辖区9家机构上线 问题：合规口径不统一 成效：响应时间缩短一半 下一步：组织合规培训", "请核对", $"unit-16: {said}", answer);

    [Theory]
    [InlineData("And problems shouldn't be none. Put: visitor numbers capped at 30%.", "Problems: visitor numbers capped at 30%")]
    [InlineData("问题不应该是无，写人手不足", "存在问题：人手不足")]
    public Task A_section_that_should_be_another(string said, string answer) => Talk.PlayedAsync(
        "2020-03-31 09:45", $"unit-9: {Labelled}", "请核对", $"unit-9: {said}", answer);

    [Theory]
    [InlineData("I need the banks' figures for the rest, save what I have", "draft")]
    [InlineData("数据还没齐，先把这些存着", "草稿")]
    public async Task A_draft_is_kept_and_found_again(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 16:20");

        await talk.PlayAsync("unit-12: Task 1. Progress: loans up 14%. Issues: nil", "Results", $"unit-12: {said}", answer);
        await talk.MoveToAsync("2020-04-03 10:00");
        await talk.PlayAsync("unit-12: where was I?", "loans up 14%|Results");
    }

    [Theory]
    [InlineData("看过了，没有要改的")]
    [InlineData("这下对了")]
    [InlineData("都看完了，不用改了，报吧")]
    [InlineData("这样就可以了")]
    [InlineData("没什么要改的，提交")]
    [InlineData("Good. Send.")]
    [InlineData("yep, submit")]
    [InlineData("Perfect, send it off")]
    [InlineData("Nothing to change, file it.")]
    public async Task A_yes_to_the_summary(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.SayAllAsync("unit-9", Labelled, said);

        Assert.Single(await talk.EntriesOfAsync("unit-9"));
    }

    [Theory]
    [InlineData("没有要改的，就是9期")]
    [InlineData("这下不对了")]
    [InlineData("send the old one")]
    public async Task No_yes_to_the_summary(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.SayAllAsync("unit-9", Labelled, said);

        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
    }

    [Theory]
    [InlineData("好，那先报招商图谱那个。进展：完成初稿。问题：数据拿不到。成效：推送给6个区。下一步：更新第二版", "第二项|工作进展情况：完成初稿。|!招商图谱那个")]
    [InlineData("我先说招商图谱那项：进展：完成初稿 问题：无 成效：推送6个区 下一步：更新", "第二项|工作进展情况：完成初稿\n")]
    [InlineData("关于人工智能招商图谱：进展：完成初稿 问题：无 成效：推送6个区 下一步：更新", "第二项|工作进展情况：完成初稿\n")]
    public Task A_task_by_its_subject(string said, string answer) => Talk.PlayedAsync(
        "2020-03-31 09:20", $"unit-13: {said}", answer);

    [Fact]
    public Task Two_tasks_by_their_subjects() => Talk.PlayedAsync(
        "2020-04-01 09:30", "unit-8: 两项一块儿报：\n关于实体零售智能化改造：进展是组织了3场对接会，18家商场参加；问题是企业资金紧张；成效是已有5家门店装上智能客流系统；下一步评选示范店。\n关于智能仓储和共同配送：进展是2个配送中心用上射频识别；问题无；成效是分拣效率提高三成；下一步接入库存同步系统。",
        "第一项|第二项|18家商场参加|分拣效率提高三成",
        "unit-8: 第一项的18家改成16家", "16家商场参加|!18家", "unit-8: 这下对了", "已报送");

    [Theory]
    [InlineData("那这条就报没有新进展吧", "!请核对")]
    [InlineData("引导基金那条没有新进展", "第二项|!第一项")]
    [InlineData("第二项没有新进展", "第二项|!第一项")]
    public Task Nil_for_one_task_only(string said, string answer) => Talk.PlayedAsync(
        "2020-04-02 11:20", $"unit-1: {said}", answer);

    [Theory]
    [InlineData("Then it's nil from us for Q1, all three are on hold while campuses are closed.")]
    [InlineData("nil from our side this time, everything is on hold")]
    public Task Nil_for_all(string said) => Talk.PlayedAsync(
        "2020-04-02 10:10", $"unit-2: {said}", "Task 1|Problems: None");

    [Theory]
    [InlineData("Right, here we go. Task 1: no change this quarter. Task 2: progress: 3 warehouses now use RFID; problems: cost of tags; results: stock errors down 40%; next: add 2 more warehouses")]
    [InlineData("Task 1: nothing to report this quarter. Task 2: progress: 3 warehouses now use RFID; problems: cost of tags; results: stock errors down 40%; next: add 2 more warehouses")]
    public async Task Nil_for_one_and_a_report_for_the_other(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:05");

        await talk.SayAllAsync("unit-8", said, "send both");

        Assert.Equal(2, (await talk.EntriesOfAsync("unit-8")).Count);
    }

    [Theory]
    [InlineData("The second one isn't ours, the monitoring platform belongs to the traffic police.")]
    [InlineData("Item two isn't ours, it belongs to the traffic police.")]
    [InlineData("Task 2 is not our job, the traffic police run it.")]
    public Task An_objection_is_no_report(string said) => Talk.PlayedAsync(
        "2020-03-31 10:40", $"unit-6: {said}", "!Problems|!Progress");

    [Theory]
    [InlineData("昨天交的那份金额写少了，应该是210万元，能改吗", "兑现资助金额210万元|!160万元\n")]
    [InlineData("昨天报的金额写错了，应该是210万元", "兑现资助金额210万元")]
    public async Task A_figure_of_a_report_sent_earlier(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 11:00");

        await talk.SayAllAsync("unit-11", "进展：受理资助申请15项。问题：无。成效：兑现资助金额160万元。下一步：继续受理第二批", "确认");
        await talk.MoveToAsync("2020-04-02 14:20");
        await talk.PlayAsync($"unit-11: {said}", answer);
    }

    [Theory]
    [InlineData("I need to fix a number in our Q1 report on task 1, it should be 45 enterprises, not 54", "has closed|!Problems")]
    [InlineData("一季度报的第一项写错了，应该是45家", "已经关闭|!存在问题")]
    public async Task A_closed_period_stays_closed(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:30");

        await talk.SayAllAsync("unit-1", "第一项 进展：走访54家 问题：无 成效：起草规则 下一步：5月开工", "确认");
        await talk.MoveToAsync("2020-07-01 09:30");
        await talk.PlayAsync($"unit-1: {said}", answer);
    }

    [Theory]
    [InlineData("哦，懂了。主要是客户接受度不高")]
    [InlineData("明白了，客户接受度不高")]
    [InlineData("原来是这样。客户接受度不高")]
    public Task Side_words_before_an_answer(string said) => Talk.PlayedAsync(
        "2020-03-31 14:00", "unit-16: 推动3家期货公司试用智能投顾", "存在问题", $"unit-16: {said}", "取得成效", "unit-16: 签约2100户", "下一步", "unit-16: 帮助两家机构搭系统", "客户接受度不高|!懂了|!明白了|!原来");

    [Theory]
    [InlineData("这样就可以了。对了，下一回是几号交？", "已报送|日")]
    [InlineData("可以，另外什么时候截止？", "已报送|日")]
    [InlineData("Good. When is the next one due?", "Filed|2020")]
    public async Task A_yes_and_a_question(string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"unit-9: {Labelled}", "请核对", $"unit-9: {said}", answer);

        Assert.Single(await talk.EntriesOfAsync("unit-9"));
    }

    [Theory]
    [InlineData("对，请转给牵头的同志")]
    [InlineData("是的，麻烦转达一下")]
    public Task A_yes_that_says_what_it_is_about(string said) => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-12: 第三条辅导企业上市的，这块职能去年就划出去了，不该由我们报", "第三项", $"unit-12: {said}", "!接着办理|!新联络员");
}
