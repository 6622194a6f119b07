namespace PlanBot.Tests.Dialogs;

/// <summary>Reports as contacts tell them, and what they say when they check them: every part finds its section, and nothing is filed that was not read.</summary>
public sealed class ContactReportTests
{
    private const string Labelled = "进展：培训3期 问题：无 成效：200人拿证 下一步：继续";

    [Theory]
    [InlineData("好，问题是小机构没钱投", "小机构没钱投")]
    [InlineData("那就写 申报材料太多", "申报材料太多")]
    [InlineData("嗯，就写场地不足吧", "场地不足")]
    [InlineData("问题主要是缺人手，谢谢", "缺人手")]
    [InlineData("哦 困难嘛就是没钱", "没钱")]
    [InlineData("ok, the problem is money", "money")]
    public async Task Cue_words_are_not_part_of_the_section(string said, string problems)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.SayAllAsync("unit-9", "完成了两期培训", said, "参训150人");

        var summary = await talk.SayAsync("unit-9", "下一步摸底需求");
        Assert.Contains($"存在问题：{problems}\n", summary, StringComparison.Ordinal);
        Assert.Contains("下一步工作：摸底需求\n", summary, StringComparison.Ordinal);
    }

    [Fact]
    public Task What_is_said_before_labels_overwrites_nothing() => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-11: 进展：标准化资助政策已发布", "存在问题",
        "unit-11: 申报材料太多", "取得成效",
        "unit-11: 不用就好。成效：收到申请11份；下一步：五月评审", "工作进展情况：标准化资助政策已发布|存在问题：申报材料太多|取得成效：收到申请11份|下一步工作：五月评审|!不用就好",
        "unit-11: 取消", "",
        "unit-11: 进展：标准化资助政策已发布", "存在问题",
        "unit-11: 企业来得少。成效：收到申请11份；下一步：五月评审", "工作进展情况：标准化资助政策已发布|存在问题：企业来得少。|取得成效：收到申请11份");

    [Fact]
    public async Task Orders_at_the_end_are_no_text_and_file_nothing_unseen()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-9: 完成了两期培训", "",
            "unit-9: 无", "",
            "unit-9: 参训150人", "",
            "unit-9: 6月底前办第三期，先这样提交吧", "请核对|下一步工作：6月底前办第三期\n",
            "unit-9: 7月还要评估一次，就这样提交吧", "没有看懂|请核对");
        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
    }

    [Theory]
    [InlineData("unit-10", "受疫情影响我们本季度这两项都没啥新进展，就零报吧", "工作进展情况：受疫情影响我们本季度这两项都没啥新进展\n|存在问题：无")]
    [InlineData("unit-9", "今年我们组织了两期培训，目前主要困难是景区闭园，现场教学没法搞，不过已经有5个景区装上了智能导览，接下来打算五月份恢复线下班。", "存在问题：景区闭园，现场教学没法搞\n|取得成效：已经有5个景区装上了智能导览\n|下一步工作：五月份恢复线下班")]
    [InlineData("unit-11", "嗯那个我报一下啊就是我们一季度呢兑现了标准化资助大概六十万吧然后问题嘛就是企业积极性不太高然后效果的话有三家企业参与了国标制定下一步我们准备搞两场政策宣讲会", "工作进展情况：我们一季度呢兑现了标准化资助大概六十万吧\n|存在问题：企业积极性不太高\n|取得成效：有三家企业参与了国标制定\n|下一步工作：我们准备搞两场政策宣讲会")]
    [InlineData("unit-16", "1、走访机构6家，摸清应用情况\\n2、无\\n3、3家机构上线智能客服\\n4、二季度召开现场交流会", "工作进展情况：走访机构6家，摸清应用情况\n|存在问题：无\n|取得成效：3家机构上线智能客服\n|下一步工作：二季度召开现场交流会\n|全部作为进展")]
    [InlineData("unit-16", "进展: 完成调研, cover 10家机构; 问题: 机制缺失; 成校: 2家上线; 下一部: Q2开seminar", "存在问题：机制缺失\n|取得成效：2家上线\n|下一步工作：Q2开seminar\n")]
    [InlineData("unit-7", "研究机构那块：选址已定，签了意向书，没有问题，成效是引进博士5名，下一步报批编制。论坛那块：方案初稿已完成，问题是疫情可能影响会期，暂时没有成效，下一步等大会通知。", "第一项：|第二项：|工作进展情况：选址已定，签了意向书\n|取得成效：引进博士5名\n|存在问题：疫情可能影响会期\n|取得成效：无\n|下一步工作：等大会通知")]
    [InlineData("unit-4", "1、揭榜项目中期检查完成，无问题，成效：芯片扩产线投产，下一步验收\\n2、征集场景42个，问题是医院开放意愿低，成效：评出案例10个，下一步发布\\n3、无进展\\n4、操作系统开源项目3个，问题无，成效无，下一步组建联盟\\n5、同第3项", "第五项：|工作进展情况：揭榜项目中期检查完成\n|下一步工作：验收\n|存在问题：医院开放意愿低\n|取得成效：评出案例10个\n|工作进展情况：无进展|下一步工作：组建联盟")]
    public Task A_whole_report_in_one_breath(string user, string said, string summary) => Talk.PlayedAsync(
        "2020-03-31 09:30", $"{user}: {said}", $"请核对|{summary}");

    [Fact]
    public Task Four_numbered_lines_of_progress_are_progress() => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-16: 1、走访机构6家\\n2、举办培训3场\\n3、发布案例2个\\n4、签约企业8家", "请填写|存在问题");

    [Fact]
    public Task One_answer_fills_several_sections() => Talk.PlayedAsync(
        "2020-03-31 09:30", "unit-9: 进展：培训讲解员60人", "存在问题",
        "unit-9: 问题没有，成效是两个馆用上智能导览，下一步办第二期", "请核对|存在问题：无\n|取得成效：两个馆用上智能导览\n|下一步工作：办第二期\n",
        "unit-9: 成效就是三个馆用上智能导览", "取得成效：三个馆用上智能导览\n");

    [Theory]
    [InlineData("等下，办结应该是2.6万件", "取得成效：办结2.6万件")]
    [InlineData("不对，应该是2.6万件", "取得成效：办结2.6万件")]
    [InlineData("自助点应该是32个", "工作进展情况：自助点增至32个")]
    [InlineData("还有问题那里加一句 经费也没到位", "存在问题：人手紧\n经费也没到位")]
    [InlineData("wait, it was 32 not 30", "自助点增至32个")]
    [InlineData("下一步改成延伸到社区，别的不动", "下一步工作：延伸到社区\n")]
    [InlineData("change results to 2.7, leave the rest as is", "2.7\n")]
    public async Task Corrections_at_the_summary(string said, string summary)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.PlayAsync(
            "unit-14: 进展：自助点增至30个；问题：人手紧；成效：办结2.3万件；下一步：延伸到街镇", "请核对",
            $"unit-14: {said}", summary);
        Assert.Empty(await talk.EntriesOfAsync("unit-14"));
    }

    [Fact]
    public Task Nothing_is_filed_over_a_correction_that_was_not_understood() => Talk.PlayedAsync(
        "2020-03-31 09:30", $"unit-9: {Labelled}", "请核对",
        "unit-9: 拿证那个数好像算少了几个", "没有看懂",
        "unit-9: 嗯这回对了，报吧", "还没有报送|拿证那个数好像算少了几个|请核对",
        "unit-9: 确认", "已报送");

    [Theory]
    [InlineData("嗯嗯 可以")]
    [InlineData("没毛病，报上去")]
    [InlineData("perfect, submit it all")]
    [InlineData("great, ship it")]
    [InlineData("对对对就这样发出去吧")]
    [InlineData("that's right, submit")]
    public async Task A_yes_in_many_words(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.SayAllAsync("unit-9", Labelled, said);

        Assert.Single(await talk.EntriesOfAsync("unit-9"));
    }

    [Theory]
    [InlineData("可以，8月再评估")]
    [InlineData("可以，另外8月还要评估一次")]
    [InlineData("yes, and we also trained 5 people")]
    [InlineData("7月还要评估一次，确认")]
    public async Task A_yes_beside_something_else_files_nothing(string said)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.SayAllAsync("unit-9", Labelled, said);

        Assert.Empty(await talk.EntriesOfAsync("unit-9"));
    }

    [Theory]
    [InlineData("进展后面再补一句：其中导游班1期", "工作进展情况：培训3期\n其中导游班1期")]
    [InlineData("问题那个别写无了，写场地紧张", "存在问题：场地紧张")]
    [InlineData("问题加一句场地紧张", "存在问题：场地紧张")]
    [InlineData("说错了，不是200人，是210人", "取得成效：210人拿证")]
    [InlineData("哎呀数字写错了 拿证是210人", "210人拿证")]
    public Task More_corrections_at_the_summary(string said, string summary) => Talk.PlayedAsync(
        "2020-03-31 09:30", $"unit-9: {Labelled}", "请核对", $"unit-9: {said}", summary);

    [Fact]
    public async Task Last_quarters_text_with_a_figure_changed()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:30");

        await talk.SayAllAsync("unit-16", "进展：走访3家 问题：无 成效：报告1份 下一步：继续走访", "确认");
        await talk.MoveToAsync("2020-06-30 09:30");
        await talk.PlayAsync("unit-16: 还是上次那些，就是走访改成9家", "工作进展情况：走访9家|下一步工作：继续走访|请核对");
    }

    [Theory]
    [InlineData("task 1 obviously", "第一项")]
    [InlineData("第一项呗", "第一项")]
    [InlineData("研究机构那个", "第一项")]
    [InlineData("论坛", "第二项")]
    public async Task The_task_is_chosen_in_any_words(string said, string task)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.SayAllAsync("unit-7", "进展：甲 问题：乙 成效：丙 下一步：丁", said, "确认吧");

        Assert.Equal(task == "第一项" ? [false, true] : [true, false], (await talk.RowsOfAsync("unit-7")).Select(row => row.IsOpen));
    }

    [Fact]
    public async Task Statements_that_end_like_a_day_are_text()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        await talk.SayAllAsync("unit-14", "we opened 12 unmanned approval kiosks in Q1", "none", "handling time down from 5 days to 3");
        await talk.PlayAsync("unit-14: will roll out to all 16 districts by end of June", "Please check|Next steps: will roll out to all 16 districts by end of June");
    }
}
