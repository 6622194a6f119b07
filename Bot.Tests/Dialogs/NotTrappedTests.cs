namespace PlanBot.Tests.Dialogs;

/// <summary>An open question traps nobody: another clear wish takes over, a question is answered, and whoever is not understood twice is told the way out.</summary>
public sealed class NotTrappedTests
{
    private const string Labelled = "进展：培训了26家企业 问题：乙 成效：丙 下一步：丁";

    [Theory]
    [InlineData("延期", "can we have an extension until 10 April?", "2020-04-10|reason")]
    [InlineData("想延期到4月15号", "能不能延到4月10号", "2020-04-10|理由")]
    [InlineData("想延期到4月15号", "今天周几", "答不上来|2020-04-15|!理由：今天周几")]
    [InlineData("想延期到4月15号", "明天上午再提醒我", "没有做任何改动|2020-04-01 09:00")]
    [InlineData("提醒我", "本季无新进展", "没有做任何改动|请核对报送内容")]
    [InlineData("延期", "本季无新进展", "没有做任何改动|请核对报送内容")]
    [InlineData("延期", "第一项什么时候截止", "2020-04-03|需要延到哪一天")]
    [InlineData("延期", "立即填报", "没有做任何改动|工作进展情况")]
    public async Task Another_wish_takes_over_or_is_answered(string first, string then, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"unit-9: {first}", "", $"unit-9: {then}", answer);

        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
    }

    [Theory]
    [InlineData("延期", "取消")]
    [InlineData("提醒我", "取消")]
    [InlineData("进展：甲 问题：乙 成效：丙 下一步：丁", "存草稿")]
    public async Task Whoever_is_not_understood_twice_is_told_the_way_out(string first, string wayOut)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            $"unit-9: {first}", "",
            "unit-9: 哈哈哈", "没有看懂|!还是没有看懂",
            "unit-9: 嗯嗯这个那个", $"还是没有看懂|{wayOut}",
            "unit-9: 取消", "已取消");
    }

    [Fact]
    public async Task A_question_behind_a_cancelling_word_cancels_nothing()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 完成了两期培训", "存在问题",
            "unit-9: 算了等一下 什么时候截止来着", "2020-04-03|存在问题|!已取消");
    }

    [Fact]
    public async Task A_correction_whose_task_comes_last_is_taken()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-3", Labelled, "全部", "确认");

        await talk.PlayAsync(
            "unit-3: 问题改成还缺25人，第一项的", "第一项|存在问题：还缺25人（|!第二项",
            "unit-3: 取消", "",
            "unit-3: 问题改成还缺25人", "要修改哪一项",
            "unit-3: 第一项的", "存在问题：还缺25人（原为：乙）");
    }

    [Fact]
    public async Task A_text_without_a_task_survives_being_put_aside()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 完成了一半任务，还在推进", "哪一项",
            "unit-2: 存草稿", "已存为草稿",
            "unit-2: 继续填报", "完成了一半任务",
            "unit-2: 存草稿", "",
            "unit-2: 草稿不要了", "将删除以下草稿|完成了一半任务",
            "unit-2: 确认", "草稿已删除",
            "unit-2: 草稿不要了", "您没有草稿");
    }

    [Fact]
    public async Task One_of_several_tasks_is_left_out_and_the_others_go_on()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-2: 全部三项 进展：正常推进 问题：无 成效：暂无 下一步：继续", "请核对|第三项：",
            "unit-2: 第三项先不报", "不报第三项|请核对|第二项：|!第三项：",
            "unit-2: 确认", "共2项");
        Assert.Equal(2, (await talk.EntriesOfAsync("unit-2")).Count);
    }

    [Fact]
    public async Task Another_task_is_chosen_before_anything_is_written()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync("unit-4: 我要报第三项", "请填写第三项|工作进展情况", "unit-4: 等下 先报第一项吧", "请填写第一项|工作进展情况", "unit-4: 芯片平台已经立项", "请填写第一项|存在问题");
    }

    [Theory]
    [InlineData("我要报第三项", "请填写第三项")]
    [InlineData("先填第二项吧", "请填写第二项")]
    [InlineData("我们想报一下任务2", "请填写第二项")]
    public async Task The_wish_to_report_on_a_task_is_no_text_of_it(string said, string asked)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"unit-4: {said}", $"{asked}|工作进展情况|!哪一项的");

        var rows = await talk.RowsOfAsync("unit-4");
        Assert.Empty(await talk.Get<PlanBot.Data.Repositories.IProgressRepository>().DraftsAsync([.. rows.Select(row => row.ObligationId)], CancellationToken.None));
    }

    [Theory]
    [InlineData("unit-9", "那我们呢", "市文化和旅游局")]
    [InlineData("unit-8", "could we get until April 10? the figures are late", "2020-04-10")]
    [InlineData("unit-8", "我下周调到别的处了，以后李明接手，电话13900001111", "李明")]
    [InlineData("unit-12", "要报哪些内容啊", "待报")]
    public async Task Said_by_busy_people(string user, string said, string answer)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"{user}: 教委报了没", "只能查看本单位", $"{user}: {said}", answer);
    }

    [Theory]
    [InlineData("报第二项：引进8人", "引进8人")]
    [InlineData("我先报一下第二项，引进8人，团队已组建", "引进8人，团队已组建")]
    public async Task What_follows_the_wish_to_report_is_kept(string said, string progress)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"unit-2: {said}", "请填写第二项|存在问题");
        await talk.SayAllAsync("unit-2", "无", "无", "无", "好，报");

        Assert.Equal(progress, Assert.Single(await talk.EntriesOfAsync("unit-2")).Sections[1]);
    }
}
