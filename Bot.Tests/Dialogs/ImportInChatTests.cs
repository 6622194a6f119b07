using System.Text;
using Microsoft.Bot.Schema;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Dialogs;

/// <summary>A coordinator sends a notice, and it becomes a plan when that is confirmed.</summary>
public sealed class ImportInChatTests
{
    [Fact]
    public async Task A_notice_sent_as_a_file_is_shown_with_its_doubts_and_stored_on_confirmation_once()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        var preview = await SendFileAsync(talk, "coordinator", "linhe.txt", await NoticeAsync());

        Assert.Contains("读到以下内容", preview, StringComparison.Ordinal);
        Assert.Contains("项任务", preview, StringComparison.Ordinal);
        Assert.Contains("确认导入", preview, StringComparison.Ordinal);
        Assert.Single(await PlansAsync(talk));
        await talk.PlayAsync("coordinator: 确认导入", "已入库");
        Assert.Equal("linhe.txt", (await PlansAsync(talk))[1].SourceName);
        Assert.Contains("先前已导入", await SendFileAsync(talk, "coordinator", "linhe.txt", await NoticeAsync()), StringComparison.Ordinal);
        Assert.Contains("内容相同", await SendFileAsync(talk, "coordinator", "linhe-2.txt", (await NoticeAsync()).ReplaceLineEndings("\r\n") + "\n"), StringComparison.Ordinal);
        Assert.Equal(2, (await PlansAsync(talk)).Count);
    }

    [Fact]
    public async Task A_corrected_notice_shows_what_it_changes_and_changes_it_on_confirmation()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await SendFileAsync(talk, "coordinator", "a.txt", Smart("县工信委"));
        await talk.SayAsync("coordinator", "确认导入");
        var corrected = Smart("县工信局").Replace("改造老旧管网三十公里。", "改造老旧管网五十公里。", StringComparison.Ordinal) + "\n4 | 建设体育公园。 | 县文旅局 |";

        Assert.Contains("县工信委 → 县工信局（2018年机构改革）", await SendFileAsync(talk, "coordinator", "b.txt", corrected), StringComparison.Ordinal);
        await talk.PlayAsync(
            "coordinator: 嗯？", "是改名|不是改名",
            "coordinator: 是改名", "更正，改动如下|单位更名：县工信委 → 县工信局|新增1项|建设体育公园|修改1项|五十|!取消1项|确认导入",
            "coordinator: 取消", "没有做任何改动");
        Assert.Contains("不是改名", await SendFileAsync(talk, "coordinator", "b.txt", corrected), StringComparison.Ordinal);
        await talk.PlayAsync(
            "coordinator: 不是改名", "!单位更名|增加单位 县工信局|减去单位 县工信委",
            "coordinator: 取消", "没有做任何改动");
        await SendFileAsync(talk, "coordinator", "b.txt", corrected);
        await talk.PlayAsync("coordinator: 是改名", "单位更名", "coordinator: 确认导入", "已按更正的通知调整|新增1项、修改1项、取消0项，单位更名1个");
        Assert.Equal(2, (await PlansAsync(talk)).Count);
        Assert.Contains("内容相同", await SendFileAsync(talk, "coordinator", "c.txt", corrected + "\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_years_notice_tells_what_it_takes_over()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await SendFileAsync(talk, "coordinator", "a.txt", Smart("县工信局"));
        await talk.SayAsync("coordinator", "确认导入");

        var preview = await SendFileAsync(talk, "coordinator", "b.txt", Smart("县应急管理局").Replace("2020", "2021", StringComparison.Ordinal));

        Assert.Contains("接续《云河县人民政府关于印发2020年智慧城市工作要点的通知》：2个单位沿用原来的联系人和别名", preview, StringComparison.Ordinal);
        Assert.Contains("新单位1个：县应急管理局", preview, StringComparison.Ordinal);
        Assert.Contains("这次不再出现1个：县工信局", preview, StringComparison.Ordinal);
        await talk.PlayAsync("coordinator: 确认导入", "已入库");
        Assert.Equal(3, (await PlansAsync(talk)).Count);
    }

    [Fact]
    public async Task With_two_plans_each_is_answered_about_and_a_notice_asks_whose_units_are_meant()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        var sample = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "sample-notice.txt"));
        await SendFileAsync(talk, "coordinator", "second.txt", sample.Replace("新一代人工智能重点任务", "新一代信息技术重点任务", StringComparison.Ordinal));
        await talk.SayAsync("coordinator", "确认导入");
        var titles = (await PlansAsync(talk)).Select(plan => plan.Title).ToList();

        var trend = await talk.SayAsync("coordinator", "历次按时率");
        Assert.All(titles, title => Assert.Contains($"《{title}》", trend, StringComparison.Ordinal));
        await talk.PlayAsync(
            "coordinator: 发个通知：周五开会", $"请问是哪个计划|{titles[0]}|{titles[1]}",
            $"coordinator: {titles[0]}", "联络员16人|周五开会",
            "coordinator: 取消", "没有做任何改动",
            "coordinator: 暂停提醒", $"请问是哪一个|{titles[0]}|{titles[1]}",
            "coordinator: 2", $"暂停全部单位的自动提醒|计划：《{titles[1]}》",
            "coordinator: 确认", "已暂停全部单位");
        var paused = new List<int>();
        foreach (var plan in await PlansAsync(talk))
            paused.Add((await talk.Get<PauseRepository>().OfPlanAsync(plan.Id, CancellationToken.None)).Count);
        Assert.Equal([0, 1], paused);
    }

    [Fact]
    public async Task A_whole_notice_can_be_pasted_and_cancelled()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        Assert.Contains("请把通知文件", await talk.SayAsync("coordinator", "导入通知"), StringComparison.Ordinal);
        Assert.Contains("读到以下内容", await talk.SayAsync("coordinator", await NoticeAsync()), StringComparison.Ordinal);
        Assert.Contains("没有做任何改动", await talk.SayAsync("coordinator", "取消"), StringComparison.Ordinal);
        Assert.Contains("读到以下内容", await talk.SayAsync("coordinator", await NoticeAsync()), StringComparison.Ordinal);
        await talk.SayAsync("coordinator", "取消");

        Assert.Single(await PlansAsync(talk));
    }

    [Fact]
    public async Task What_is_no_notice_is_refused_with_the_reason_and_nobody_else_imports()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        Assert.Contains("没有入库", await SendFileAsync(talk, "coordinator", "x.txt", "你好"), StringComparison.Ordinal);
        Assert.Contains("只读", await talk.SayAsync("leader", "导入通知"), StringComparison.Ordinal);
        Assert.DoesNotContain("读到以下内容", await SendFileAsync(talk, "leader", "linhe.txt", await NoticeAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("读到以下内容", await SendFileAsync(talk, "unit-2", "linhe.txt", await NoticeAsync()), StringComparison.Ordinal);
        Assert.Single(await PlansAsync(talk));
    }

    [Fact]
    public async Task A_notice_that_does_not_tell_its_first_period_asks_for_it_and_offers_none_that_is_over()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        const string undated = "云河县2020年老旧小区改造任务清单\n请各单位于每月25日前将工作进展情况报送县住建局。\n一、任务\n1.改造城南小区。（责任单位：县住建局）\n2.改造城北小区。（责任单位：县水务局、各街道办事处）";

        var asked = await SendFileAsync(talk, "coordinator", "undated.txt", undated);
        Assert.Contains("请选择第一期", asked, StringComparison.Ordinal);
        await talk.PlayAsync(
            "coordinator: 2020年5月", "读到以下内容|首期为2020年5月|“各街道办事处”是统称|!无法确定首个报告期",
            "coordinator: 确认导入", "已入库");

        Assert.Equal("2020M05", (await PlansAsync(talk))[1].Reporting.FirstPeriod.ToString());
    }

    [Fact]
    public async Task A_notice_without_a_rule_asks_for_one_and_proposes_that_of_the_plan_above()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        var above = (await PlansAsync(talk))[0].Title;
        var notice = WithoutRule.Replace("《上级计划》", $"《{above[(above.IndexOf("印发", StringComparison.Ordinal) + 2)..].Replace("的通知", "", StringComparison.Ordinal)}》", StringComparison.Ordinal);

        Assert.Contains($"通知没有写明报送要求。上级计划《{above}》的要求是：每季度一报，下一季度第3个工作日前", await SendFileAsync(talk, "coordinator", "a.txt", notice), StringComparison.Ordinal);
        await talk.PlayAsync(
            "coordinator: 照此执行", $"读到以下内容|报送要求：通知没有写明，按上级计划《{above}》：每季度一报，下一季度第3个工作日前",
            "coordinator: 确认导入", "已入库|!暂按");

        var plan = (await PlansAsync(talk))[1].Reporting;
        Assert.Equal((Frequency.Quarterly, new WorkingDayOfNextPeriod(3), null), (plan.Frequency, plan.DueRule, plan.Evidence));
        Assert.Equal((await PlansAsync(talk))[0].Reporting.Sections, plan.Sections);
    }

    [Theory]
    [InlineData("每月25日前", Frequency.Monthly, "按您确定的：每月一报，当月25日前")]
    [InlineData("每季度结束后5个工作日内报给我们", Frequency.Quarterly, "按您确定的：每季度一报，下一季度第5个工作日前")]
    [InlineData("by the 25th of each month", Frequency.Monthly, "as you decided: monthly, by the 25th of the month")]
    public async Task A_coordinator_decides_on_another_rule_in_words(string said, Frequency frequency, string shown)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        Assert.Contains("通常是：每季度一报", await SendFileAsync(talk, "coordinator", "a.txt", WithoutRule), StringComparison.Ordinal);
        await talk.PlayAsync(
            "coordinator: 这个再说", "没有写明报送要求",
            $"coordinator: {said}", shown,
            "coordinator: 确认导入", "已入库");

        Assert.Equal((frequency, "2020"), ((await PlansAsync(talk))[1].Reporting.Frequency, (await PlansAsync(talk))[1].Reporting.FirstPeriod.ToString()[..4]));
    }

    [Fact]
    public async Task A_notice_that_names_no_day_asks_for_the_day()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        Assert.Contains("写明了报送频次，但没有可以确定的报送日", await SendFileAsync(talk, "coordinator", "a.txt", WithoutRule.Replace("请抓好落实", "请各单位按月报送进展情况", StringComparison.Ordinal)), StringComparison.Ordinal);
        await talk.PlayAsync("coordinator: 每月25日前", "每月一报，当月25日前", "coordinator: 确认导入", "已入库");

        Assert.Equal(new DayOfPeriod(1, 25), (await PlansAsync(talk))[1].Reporting.DueRule);
    }

    private const string WithoutRule = """
        云河县人民政府关于印发2020年智慧城市工作要点的通知
        各有关单位：
        按照《上级计划》要求，结合实际，请抓好落实。
        云河县人民政府
        2020年3月20日
        附件
        2020年智慧城市工作要点分工表
        序号 | 工作任务 | 责任单位 |
        1 | 改造老旧管网三十公里。 | 县住建局 |
        2 | 建成县级农业数据平台。 | 县农业农村局 |
        """;

    private static string Smart(string third) => $"""
        云河县人民政府关于印发2020年智慧城市工作要点的通知
        各有关单位：
        请各单位于下一个季度的第三个工作日前将工作进展情况、存在问题报送县政府办。
        云河县人民政府
        2020年3月20日
        附件
        2020年智慧城市工作要点分工表
        序号 | 工作任务 | 责任单位 |
        1 | 改造老旧管网三十公里。 | 县住建局 |
        2 | 建成县级农业数据平台。 | 县农业农村局 |
        3 | 推动两化融合试点企业十家。 | {third} |
        """;

    private static Task<string> NoticeAsync() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Notices", "linhe-table.txt"));

    private static async Task<string> SendFileAsync(Talk talk, string user, string name, string text) => string.Join(
        "\n---\n",
        (await talk.SendAsync(
            user,
            new Activity
            {
                Type = ActivityTypes.Message, Locale = "zh-CN",
                Attachments = [new Attachment { Name = name, ContentType = "text/plain", ContentUrl = $"data:text/plain;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}" }],
            })).Select(reply => reply.Text));

    private static Task<IReadOnlyList<PlanBot.Data.Model.Plan>> PlansAsync(Talk talk) => talk.Get<IPlanRepository>().AllAsync(CancellationToken.None);
}
