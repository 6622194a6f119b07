namespace PlanBot.Tests.Dialogs;

/// <summary>Several tasks in one message, what is said of all of them, and a nil report that has an exception.</summary>
public sealed class SeveralTasksTests
{
    [Theory]
    [InlineData("五项一起说啊。第一项揭榜项目完成中期检查,第二项选出场景案例9个,第三项建成数字车间12个,第四项还在筹建,第五项签约项目开工3个。困难都没有。")]
    [InlineData("我们五项一次性报：第一项揭榜项目完成中期检查；第二项选出场景案例9个；第三项建成数字车间12个；第四项还在筹建；第五项签约项目开工3个。问题均无。")]
    [InlineData("好的，第一项揭榜项目完成中期检查\\n第二项选出场景案例9个\\n第三项建成数字车间12个\\n第四项还在筹建\\n第五项签约项目开工3个，都没有什么困难")]
    [InlineData("1.揭榜项目完成中期检查\\n2.选出场景案例9个\\n3.建成数字车间12个\\n4.还在筹建\\n5.签约项目开工3个，各项都没问题")]
    public async Task All_tasks_in_one_breath(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync(
            $"unit-4: {said}", "请填写|取得成效|第一、二、三、四、五项",
            "unit-4: 无", "下一步工作",
            "unit-4: 继续推进", "工作进展情况：揭榜项目完成中期检查\n|工作进展情况：选出场景案例9个\n|工作进展情况：建成数字车间12个\n|工作进展情况：还在筹建\n|工作进展情况：签约项目开工3个\n|存在问题：无");
    }

    [Theory]
    [InlineData("unit-8", "两项一起报：第一项改造店铺20家，第二项建成配送中心1个。问题都是缺资金。", "改造店铺20家|建成配送中心1个|存在问题：缺资金")]
    [InlineData("unit-8", "both at once: task 1: 20 shops were changed. task 2: one depot was built. no problems with either.", "20 shops were changed|one depot was built|None")]
    public async Task Two_tasks_in_one_breath(string user, string said, string summary)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:30");

        await talk.SayAllAsync(user, said, "无");
        await talk.PlayAsync($"{user}: 二季度再办两场", summary);
    }

    [Fact]
    public async Task One_of_them_first_and_the_others_stay_drafts()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync(
            "unit-4: 五项一起说啊。第一项揭榜项目完成中期检查,第二项选出场景案例9个,第三项建成数字车间12个,第四项还在筹建,第五项签约项目开工3个。困难都没有。", "取得成效",
            "unit-4: 先报第一项吧,成效是芯片流片成功,下一步终验", "存为草稿|请核对|揭榜项目完成中期检查|取得成效：芯片流片成功\n|下一步工作：终验\n|!场景案例",
            "unit-4: 确认", "第一项，共1项|还有4项未报",
            "unit-4: 继续填报", "选出场景案例9个");
    }

    [Theory]
    [InlineData("我们一季度都没啥动静,没什么可报的", "本季度无新进展")]
    [InlineData("这季度啥也没干", "本季度无新进展")]
    [InlineData("这三个月没什么动作，没东西报", "本季度无新进展")]
    [InlineData("哎呀我们这边没啥好报的呀", "本季度无新进展")]
    [InlineData("sorry, we have nothing to report this quarter", "No new progress this quarter")]
    [InlineData("nothing happened on our side", "No new progress this quarter")]
    [InlineData("受疫情影响，本季度无进展", "受疫情影响，本季度无进展")]
    public async Task Chat_about_nothing_is_a_nil_report(string said, string progress)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:00");

        await talk.PlayAsync($"unit-5: {said}", $"{(said.All(char.IsAscii) ? "Task 1:|Task 3:" : "第一项：|第三项：")}|{progress}");
    }

    [Theory]
    [InlineData("哦等下,第三个有的,开放了4个公共数据集")]
    [InlineData("等等，第三项有，开放了4个公共数据集")]
    [InlineData("第三项不是零报告，开放了4个公共数据集")]
    [InlineData("不对，第三项有进展：开放了4个公共数据集")]
    [InlineData("第三项：开放了4个公共数据集")]
    [InlineData("wait, task 3 has something: 开放了4个公共数据集")]
    public async Task A_task_leaves_the_nil_report(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:00");

        await talk.PlayAsync(
            "unit-5: 我们一季度都没啥动静,没什么可报的", "第一项：|第三项：",
            $"unit-5: {said}", "!没有看懂|!did not understand");
        await talk.PlayAsync(
            "unit-5: 问题没有,成效是下载1.1万次,后面打算再开放6个",
            "工作进展情况：本季度无新进展|第三项：|工作进展情况：开放了4个公共数据集\n|取得成效：下载1.1万次\n|下一步工作：再开放6个\n",
            "unit-5: 确认", "共3项");

        var entries = await talk.EntriesOfAsync("unit-5");
        Assert.Equal(["无", "无", "下载1.1万次"], entries.Select(entry => entry.Sections[3]));
    }

    [Theory]
    [InlineData("哦等下，有的，办了培训2期")]
    [InlineData("想起来了，有进展：办了培训2期")]
    public async Task The_only_task_has_something_after_all(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:00");

        await talk.PlayAsync("unit-9: 零报告", "请核对", $"unit-9: {said}", "存在问题", "unit-9: 无", "", "unit-9: 无", "", "unit-9: 无", "工作进展情况：办了培训2期");
    }

    [Theory]
    [InlineData("先报第二条的 进展是引进青年学者23名 没有什么问题 成效是新建科研团队4个 下一步继续做好引才")]
    [InlineData("第二项 进展是引进青年学者23名 问题没有 成效是新建科研团队4个 接下来打算继续做好引才")]
    [InlineData("第二项的，引进青年学者23名，没有问题，成效是新建科研团队4个，后面准备继续做好引才")]
    [InlineData("第二项引进青年学者23名，问题没有，成效是新建科研团队4个，之后打算继续做好引才")]
    public async Task Plain_words_for_the_sections(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:10");

        await talk.PlayAsync($"unit-2: {said}", "请核对|第二项：|工作进展情况：引进青年学者23名\n|存在问题：|取得成效：新建科研团队4个\n|下一步工作：继续做好引才\n|!第一项：");
    }

    [Theory]
    [InlineData("unit-14", "1.新设无人审批点8个,办事大厅改版上线\\n2.部分区网络条件差\\n3.平均办理时长缩短40%\\n4.推进政务数据与人社、公积金共享", "工作进展情况：新设无人审批点8个,办事大厅改版上线\n|存在问题：部分区网络条件差\n|取得成效：平均办理时长缩短40%\n|下一步工作：推进政务数据与人社、公积金共享")]
    [InlineData("unit-13", "第一项\\n1.对接企业11家\\n2.疫情期间不便走访\\n3.签约意向2个\\n4.恢复后继续线下拜访", "工作进展情况：对接企业11家\n|存在问题：疫情期间不便走访\n|取得成效：签约意向2个\n|下一步工作：恢复后继续线下拜访")]
    public async Task Numbered_lines_in_the_order_of_the_notice(string user, string said, string summary)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.PlayAsync($"{user}: {said}", $"请核对|{summary}|全部作为进展", $"{user}: 是这样,OK", "已报送");
    }

    [Theory]
    [InlineData("unit-16: 无。", "存在问题：无\n")]
    [InlineData("unit-16: 困难嘛暂时还没有", "存在问题：无\n")]
    [InlineData("unit-16: 目前还没有啥问题呢", "存在问题：无\n")]
    [InlineData("unit-16: none.", "Problems: None\n")]
    public async Task Nothing_is_filed_as_nothing(string said, string summary)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.SayAllAsync("unit-16", "进展：调研机构7家", said["unit-16: ".Length..], "形成报告1份");
        await talk.PlayAsync(said.Contains("none", StringComparison.Ordinal) ? "unit-16: we will choose two of them" : "unit-16: 选两家试点", summary);
    }

    [Theory]
    [InlineData("进展：甲 问题：无。 成效：丙 下一步：丁", "存在问题：无\n")]
    [InlineData("progress: 7 banks visited. problems: none. results: a report. next steps: two pilots", "Problems: None\n")]
    public async Task Nothing_behind_a_label_is_nothing(string said, string summary)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync($"unit-16: {said}", summary);
    }

    [Fact]
    public async Task Where_an_answer_went_is_said_in_a_few_words()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-16: 进展：调研机构7家", "存在问题",
            "unit-16: 缺人手", "记下了，存在问题：缺人手\n请填写",
            "unit-16: 形成报告1份，下一步选两家做试点", "请核对|!记下了");
    }
}
