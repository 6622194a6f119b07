namespace PlanBot.Tests.Dialogs;

/// <summary>The quarter's end as people live it: reminded, reported, asked about, corrected.</summary>
public sealed class StoryTests
{
    private const string AllThree =
        "第一项：进展：新增两个人工智能学科点。问题：师资不足。成效：招生120人。下一步：申报重点学科。"
        + "第二项：进展：引进青年学者6人。问题：住房配套滞后。成效：发表论文9篇。下一步：组建创新团队。"
        + "第三项：进展：完成教改培训两期。问题：无。成效：覆盖26家高校。下一步：扩大试点。";

    [Fact]
    public async Task A_unit_reports_all_its_tasks_in_one_message()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        var summary = await talk.SayAsync("unit-2", AllThree);
        var filed = await talk.SayAsync("unit-2", "确认");

        Assert.Contains("第三项：指导高校改进人工智能课程和教学方法,为新一代信息技术储备人才。", summary, StringComparison.Ordinal);
        Assert.Contains("取得成效：覆盖26家高校。", summary, StringComparison.Ordinal);
        Assert.Contains("已报送", filed, StringComparison.Ordinal);
        Assert.Contains("共3项，2020-03-31 09:30，按时", filed, StringComparison.Ordinal);
        Assert.Equal("住房配套滞后。", (await talk.EntriesOfAsync("unit-2"))[1].Sections[2]);
    }

    [Fact]
    public async Task A_unit_that_writes_without_labels_is_asked_for_the_three_missing_sections()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        var problems = await talk.SayAsync("unit-9", "完成了两期文旅从业人员培训");
        var results = await talk.SayAsync("unit-9", "没啥问题");
        var next = await talk.SayAsync("unit-9", "参训150人");
        var summary = await talk.SayAsync("unit-9", "先试点再推广");
        var filed = await talk.SayAsync("unit-9", "就这些，交吧");

        Assert.Contains("存在问题", problems, StringComparison.Ordinal);
        Assert.Contains("取得成效", results, StringComparison.Ordinal);
        Assert.Contains("下一步工作", next, StringComparison.Ordinal);
        Assert.Contains("存在问题：无", summary, StringComparison.Ordinal);
        Assert.Contains("已报送", filed, StringComparison.Ordinal);
        Assert.Equal(["完成了两期文旅从业人员培训", "无", "参训150人", "先试点再推广"], (await talk.EntriesOfAsync("unit-9"))[0].Sections.OrderBy(section => section.Key).Select(section => section.Value));
    }

    [Fact]
    public async Task The_coordinator_gets_exactly_the_units_that_have_not_reported()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await ReportAsync(talk);

        await talk.MoveToAsync("2020-04-03 18:00");
        var onTheDay = await talk.SayAsync("coordinator", "谁逾期了");
        var missing = await talk.SayAsync("coordinator", "还有谁没报");
        await talk.MoveToAsync("2020-04-07 09:00");
        var overdue = await talk.SayAsync("coordinator", "谁逾期了");

        Assert.Contains("还没有逾期的单位", onTheDay, StringComparison.Ordinal);
        Assert.Contains("14个单位", onTheDay, StringComparison.Ordinal);
        Assert.Contains("14个单位、31项", missing, StringComparison.Ordinal);
        Assert.Equal(14, Units(overdue).Count);
        Assert.DoesNotContain("市教委", overdue, StringComparison.Ordinal);
        Assert.DoesNotContain("市文化和旅游局", overdue, StringComparison.Ordinal);
        Assert.Equal("市发展改革委（2项）", Units(overdue)[0]);
        Assert.Contains("2020-04-03", overdue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_far_is_a_unit_and_what_it_wrote()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await ReportAsync(talk);
        await talk.MoveToAsync("2020-04-07 09:00");

        var status = await talk.SayAsync("coordinator", "市教委报了吗");
        var other = await talk.SayAsync("coordinator", "那农业呢");
        var report = await talk.SayAsync("coordinator", "看看教委的报告");
        var problems = await talk.SayAsync("coordinator", "把教委写的问题念一下");

        Assert.StartsWith("报了。市教委2020年第一季度已报3项（共3项），于2020-03-31 09:30报送，按时", status, StringComparison.Ordinal);
        Assert.StartsWith("还没有。市农业农村委", other, StringComparison.Ordinal);
        Assert.Contains("第1版，市教委联络员于2020-03-31 09:30报送", report, StringComparison.Ordinal);
        Assert.Contains("取得成效：发表论文9篇。", report, StringComparison.Ordinal);
        Assert.Contains("存在问题：师资不足。", problems, StringComparison.Ordinal);
        Assert.DoesNotContain("发表论文", problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_a_new_version_and_the_old_one_is_kept()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await ReportAsync(talk);
        await talk.MoveToAsync("2020-04-07 09:30");

        var summary = await talk.SayAsync("unit-2", "第二项问题改成住房配套已解决");
        var filed = await talk.SayAsync("unit-2", "确认");
        var report = await talk.SayAsync("coordinator", "教委第二项");

        Assert.Contains("存在问题：住房配套已解决（原为：住房配套滞后。）", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("发表论文", summary, StringComparison.Ordinal);
        Assert.Contains("第2版", filed, StringComparison.Ordinal);
        Assert.Contains("第2版", report, StringComparison.Ordinal);
        var versions = await talk.VersionsAsync("unit-2", task: 2);
        Assert.Equal(["住房配套滞后。", "住房配套已解决"], versions.Select(version => version.Sections[2]));
        Assert.Equal("发表论文9篇。", versions[1].Sections[3]);
    }

    [Fact]
    public async Task Another_units_report_is_refused_and_nothing_told()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await ReportAsync(talk);

        foreach (var asked in new[] { "看看市教委的报告", "市教委报了吗", "教委写了什么，借我看看", "what did education write?" })
        {
            var answer = await talk.SayAsync("unit-3", asked);

            Assert.True(answer.Contains("只能查看本单位", StringComparison.Ordinal) || answer.Contains("your own unit only", StringComparison.Ordinal), answer);
            Assert.DoesNotContain("教委", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("学科", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("2020", answer, StringComparison.Ordinal);
        }
    }

    private static async Task ReportAsync(Talk talk)
    {
        await talk.SayAllAsync("unit-2", AllThree, "确认");
        await talk.SayAllAsync("unit-9", "完成了两期文旅从业人员培训", "无", "参训150人", "先试点再推广", "确认");
    }

    private static List<string> Units(string answer) => [.. answer.Split('\n').Where(line => line.EndsWith("项）", StringComparison.Ordinal))];
}
