namespace PlanBot.Tests.Dialogs;

/// <summary>How coordinators and leaders go on from an answer: a section of what was reported, a command behind ok, another unit instead, what becomes of a problem.</summary>
public sealed class OfficeFollowUpTests
{
    private const string Culture = "进展：培训导游120人 问题：师资不足 成效：覆盖五个景区 下一步：六月扩大到博物馆";
    private const string Services = "进展：新增无人审批点12个 问题：部门数据未共享 成效：办件提速三成 下一步：接入税务数据";

    [Fact]
    public async Task A_section_is_asked_for_in_any_words()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-9", Culture, "确认");

        await talk.PlayAsync(
            "leader: Has culture and tourism filed anything?", "Yes",
            "leader: What did they achieve?", "覆盖五个景区|!师资不足",
            "leader: what's holding them up", "师资不足|!覆盖五个景区",
            "leader: what are they going to do next", "六月扩大到博物馆|!师资不足",
            "leader: what have they done so far", "培训导游120人|!师资不足",
            "coordinator: 文旅局报了吗", "报了",
            "coordinator: 他们效果咋样", "覆盖五个景区|!师资不足",
            "coordinator: 卡在哪", "师资不足|!覆盖五个景区",
            "coordinator: 接下来打算怎么办", "六月扩大到博物馆|!师资不足",
            "coordinator: let me see what they put", "培训导游120人|师资不足",
            "coordinator: 水务的呢", "没有“水务”");
    }

    [Fact]
    public async Task The_only_unit_of_a_list_of_problems_is_the_one_that_is_meant()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await talk.SayAllAsync("unit-14", Services, "确认");

        await talk.PlayAsync(
            "leader: 大家普遍卡在哪儿", "部门数据未共享",
            "leader: 这家后面准备怎么弄", "接入税务数据|!部门数据未共享",
            "leader: 那这个问题下季度接着盯", "只读",
            "coordinator: any headaches raised by the units this quarter?", "部门数据未共享",
            "coordinator: that's been sorted out, close it", "市政务服务办|marked as solved|confirm",
            "coordinator: yes", "Done|市政务服务办",
            "coordinator: 各单位反映了哪些问题", "【已销号】部门数据未共享",
            "coordinator: undo", "Undone",
            "coordinator: 各单位反映了哪些问题", "部门数据未共享|!【已销号】");
    }

    [Fact]
    public async Task A_problem_is_followed_into_the_next_quarter()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await talk.SayAllAsync("unit-9", Culture, "确认");
        await talk.SayAllAsync("unit-14", Services, "确认");

        await talk.PlayAsync(
            "coordinator: 各家都反映了哪些困难，拢一拢", "师资不足|部门数据未共享",
            "coordinator: 下季度接着盯", "请问是哪个单位的问题",
            "coordinator: 政务办", "市政务服务办|部门数据未共享|2020年第二季度|!师资不足|确认",
            "coordinator: 好", "市政务服务办的问题已列入2020年第二季度继续跟踪",
            "coordinator: 政务办的问题继续跟踪", "已经在继续跟踪",
            "coordinator: carry over the problem of culture to next quarter", "师资不足|Q2 2020",
            "coordinator: cancel", "cancelled",
            "coordinator: 教委那条下季度接着盯", "市教委2020年第一季度没有反映问题");
        await talk.MoveToAsync("2020-07-01 10:00");
        await talk.PlayAsync("coordinator: 问题汇总", "2020年第一季度要求继续跟踪的1个|市政务服务办|部门数据未共享|尚未报送|!师资不足");
    }

    [Theory]
    [InlineData("算了别催商务了，催农业农村委", "市农业农村委", "市商务局")]
    [InlineData("不催商务了，改催农业农村委", "市农业农村委", "市商务局")]
    [InlineData("别催商务局，催教委和金融局", "市教委", "市商务局")]
    [InlineData("forget commerce, chase agriculture instead", "市农业农村委", "市商务局")]
    [InlineData("don't chase commerce, nudge agriculture", "市农业农村委", "市商务局")]
    public async Task One_unit_is_left_out_and_another_wanted(string said, string wanted, string dropped)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 催一下商务局", "市商务局联络员",
            $"coordinator: {said}", $"{wanted}联络员|!{dropped}联络员",
            "coordinator: 嗯就这么办", "已催办|!市商务局");
    }

    [Theory]
    [InlineData("算了别退文旅了，催一下教委", "市教委联络员")]
    [InlineData("算了，延到4月10号吧", "2020-04-10")]
    public async Task What_is_open_is_dropped_and_something_else_wanted(string said, string expected)
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:00");
        await talk.SayAllAsync("unit-9", Culture, "确认");
        await talk.PlayAsync("coordinator: 退回文旅局的，缺数据", "退回修改");

        if (said.Contains("教委", StringComparison.Ordinal))
            await talk.PlayAsync($"coordinator: {said}", $"已取消|{expected}", "coordinator: 取消", "已取消");
        else
            await talk.PlayAsync($"coordinator: {said}", "!已退回");
    }

    [Fact]
    public async Task A_command_behind_ok_is_carried_out()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await talk.SayAllAsync("unit-3", "第一项：进展：甲 问题：乙 成效：丙 下一步：丁", "确认");

        await talk.PlayAsync(
            "coordinator: hows the sci-tech bureau doing", "市科技局|1 of 3",
            "coordinator: which ones are missing?", "市科技局|Task 2|Task 3|!市教委",
            "coordinator: ok nudge them on those", "市科技局联络员|!市教委|confirm",
            "coordinator: actually hold off, I'll ring them myself", "cancelled",
            "coordinator: 好的，催一下教委", "市教委联络员",
            "coordinator: 嗯催吧", "已催办1人：市教委联络员",
            "coordinator: 行，导出一份", "汇总见附件",
            "coordinator: right, who is overdue", "市商务局",
            "coordinator: 好的谢谢", "好的",
            "coordinator: ok", "没有需要确认");
    }

    [Fact]
    public async Task Ok_but_is_no_ok()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:00");

        await talk.PlayAsync(
            "coordinator: 教委延到4月9号", "2020-04-09",
            "coordinator: 好，不过改到4月10号", "2020-04-10|确认|!已延期",
            "coordinator: ok but make it the 13th", "2020-04-13|confirm|!Done",
            "coordinator: 可以，但是理由写成系统升级", "理由：系统升级|确认",
            "coordinator: 好 定了", "已延期",
            "coordinator: 催一下没报的", "16人",
            "coordinator: 行，但是别催教委", "15人|按您说的不催：市教委|!市教委联络员",
            "coordinator: ok but not the health commission", "14 people|Left out, as you said: 市教委, 市卫生健康委|!市卫生健康委联络员",
            "coordinator: 取消", "已取消");
    }

    [Theory]
    [InlineData("好 定了")]
    [InlineData("恩恩")]
    [InlineData("嗯就这么办")]
    [InlineData("没问题发吧")]
    [InlineData("没问题，发吧")]
    [InlineData("对对对")]
    [InlineData("妥")]
    [InlineData("照办")]
    [InlineData("没意见")]
    [InlineData("sure thing")]
    [InlineData("go on then")]
    public async Task A_yes_in_few_words_is_one(string yes)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await talk.SayAsync("coordinator", "催一下教委");

        var answer = await talk.SayAsync("coordinator", yes);

        Assert.True(answer.Contains("已催办", StringComparison.Ordinal) || answer.Contains("Urged", StringComparison.OrdinalIgnoreCase), answer);
    }

    [Theory]
    [InlineData("好吗")]
    [InlineData("这样可以吗")]
    [InlineData("好不好？")]
    [InlineData("教委到底催了没")]
    [InlineData("have you urged them yet?")]
    [InlineData("发的内容是啥")]
    [InlineData("ok?")]
    public async Task A_question_is_no_yes(string asked)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await talk.SayAsync("coordinator", "催一下教委");

        var answer = await talk.SayAsync("coordinator", asked);

        Assert.DoesNotContain("已催办", answer, StringComparison.Ordinal);
        Assert.Contains("市教委联络员", answer, StringComparison.Ordinal);
        await talk.PlayAsync("coordinator: 发吧", "已催办");
    }

    [Fact]
    public async Task Whether_it_was_done_and_what_it_says_is_answered_before_it_is_asked_again()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync(
            "coordinator: 催一下发改委", "市发展改革委联络员",
            "coordinator: 发改委到底催了没", "还没有，正等您确认|市发展改革委联络员|确认发送吗",
            "coordinator: did you urge them?", "Not yet|市发展改革委联络员",
            "coordinator: 都有谁啊，发的内容是啥", "待报2项|确认发送吗",
            "coordinator: 发吧", "已催办1人");
    }
}
