using System.Text;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.Tests.Dashboard;

/// <summary>A notice that is uploaded, looked through and mended line by line, and stored only then.</summary>
public sealed partial class ImportPageTests : IAsyncLifetime
{
    private const string Doubtful = """
        云河市人民政府办公室关于印发2020年数字政务重点任务分工的通知

        各有关单位：
        现将2020年数字政务重点任务分工印发给你们，请认真贯彻落实。共5项任务。

        1. 建成统一受理平台，6月底前上线试运行。（责任单位：市政务服务办、市大数据局）
        2. 打通部门数据，形成共享目录，力争今年有突破。
        3. 推进电子证照应用。（牵头单位：市公安局；配合单位：民政局、人社局等）
        4. 完善线下窗口。（责任单位：市政务服务办）
        5. 开展满意度评价。（责任单位：市政务服务办）

        云河市人民政府办公室
        2020年3月2日
        """;

    private DeskHost host = null!;

    public async Task InitializeAsync() => host = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_doubtful_notice_is_mended_and_stored_as_it_was_mended()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        var draft = await UploadAsync(coordinator, Doubtful);
        var (_, page) = await coordinator.GetAsync(draft);
        Assert.Contains("打通部门数据，形成共享目录", page, StringComparison.Ordinal); // the line that found no place, as the notice has it
        Assert.Contains("3. 推进电子证照应用。（牵头单位：市公安局；配合单位：民政局、人社局等）", page, StringComparison.Ordinal);
        Assert.Contains("还没有确定报送要求", page, StringComparison.Ordinal);
        Assert.DoesNotContain("确认导入", page, StringComparison.Ordinal);
        Assert.Single(await PlansAsync());

        // The overlooked line becomes a task, a doubtful list is completed, a task is left out, the rule is decided.
        await ChangedAsync(coordinator, draft, "/tasks/new", ("line", "7"), ("Number", "2"), ("Text", "打通部门数据，形成共享目录。"), ("Lead", "市大数据局"), ("Deadline", "年内"), ("DeadlineDate", "2020-12"));
        await ChangedAsync(coordinator, draft, "/tasks/2", ("act", "save"), ("Number", "3"), ("Text", "推进电子证照应用。"), ("Lead", "市公安局"), ("Support", "市民政局、市人力社保局，市司法局"), ("Milestones", "2020-06-30 6月底前完成目录\n- 持续推进"));
        await ChangedAsync(coordinator, draft, "/tasks/4", ("act", "drop"));
        await ChangedAsync(coordinator, draft, "/rule", ("Frequency", "Monthly"), ("Kind", "dayOfNextPeriod"), ("Day", "5"), ("FirstPeriod", "2020M04"), ("Sections", "进展情况\n存在问题"), ("Time", "18:00"), ("LeadOnly", "yes"));
        var (_, mended) = await coordinator.GetAsync(draft);
        Assert.Contains("照此，2020年4月截止：2020-05-05", mended, StringComparison.Ordinal);
        Assert.Single(await PlansAsync());
        var (stored, _) = await coordinator.PostAsync($"{draft}/store", ("version", VersionIn(mended)));

        Assert.Equal(302, stored);
        var plan = (await PlansAsync())[1];
        Assert.Equal((Frequency.Monthly, new ReportingPeriod(2020, 4, Frequency.Monthly), true), (plan.Reporting.Frequency, plan.Reporting.FirstPeriod, plan.Reporting.LeadOnly));
        Assert.Equal(new DayOfNextPeriod(5) { Time = new TimeOnly(18, 0) }, plan.Reporting.DueRule);
        Assert.Contains("由陈静于2020-04-07", plan.Reporting.Evidence, StringComparison.Ordinal);
        Assert.Equal([("进展情况", SectionKind.Progress), ("存在问题", SectionKind.Problems)], plan.Reporting.Sections.Select(section => (section.Name, section.Kind)));
        var plans = host.Get<IPlanRepository>();
        var tasks = await plans.TasksAsync(plan.Id, CancellationToken.None);
        Assert.Equal(["1", "2", "3", "4"], tasks.Select(task => task.Number));
        Assert.Equal((7, "2020-12", "month"), (tasks[1].Line, tasks[1].Deadline!.Date, tasks[1].Deadline!.Precision));
        Assert.Equal([("6月底前完成目录", "2020-06-30"), ("持续推进", null)], tasks[2].Milestones.Select(milestone => (milestone.Raw, milestone.Date)));
        var units = (await host.Get<IUnitRepository>().OfPlanAsync(plan.Id, CancellationToken.None)).ToDictionary(unit => unit.Id, unit => unit.Name);
        Assert.Equal(
            [("市公安局", AssignmentRole.Lead), ("市民政局", AssignmentRole.Support), ("市人力社保局", AssignmentRole.Support), ("市司法局", AssignmentRole.Support)],
            (await plans.AssignmentsAsync(plan.Id, CancellationToken.None)).Where(share => share.TaskId == tasks[2].Id).Select(share => (units[share.UnitId], share.Role)));
        Assert.Equal(404, (await coordinator.GetAsync(draft)).Status); // the draft is done with
    }

    [Fact]
    public async Task The_doubts_that_are_counted_above_are_those_that_are_shown()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        var draft = await UploadAsync(coordinator, Doubtful.Replace("请认真贯彻落实。", "请认真贯彻落实。请各单位每季度报送进展。", StringComparison.Ordinal));

        var (_, page) = await coordinator.GetAsync(draft);

        var above = int.Parse(CountedAbove().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var doubts = page[page.IndexOf("id=\"doubts\"", StringComparison.Ordinal)..page.IndexOf("id=\"head\"", StringComparison.Ordinal)];
        var badges = Badge().Matches(page).Sum(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(above, badges);
        Assert.Equal(Lists().Matches(doubts).Sum(list => list.Value.Split("<li>").Length - 1), int.Parse(Badge().Match(doubts).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task In_English_units_are_listed_as_in_English()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator, "en");
        var draft = await UploadAsync(coordinator, Doubtful);

        var (_, page) = await coordinator.GetAsync(draft);

        Assert.Contains("市政务服务办, 市大数据局", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tasks/0", "Text", "", "请填写。")]
    [InlineData("/tasks/0", "Lead", "市公安局、12345", "不像单位名称")]
    [InlineData("/tasks/0", "DeadlineDate", "2020-13", "这样的日期")]
    [InlineData("/tasks/0", "Milestones", "下个月 完成", "这样的日期")]
    [InlineData("/tasks/new", "Text", "  ", "请填写。")]
    [InlineData("/head", "Title", "", "请填写。")]
    [InlineData("/head", "IssuedOn", "昨天", "这样的日期")]
    [InlineData("/rule", "Day", "many", "合适的数字")]
    [InlineData("/rule", "FirstPeriod", "2020M01", "如 2020Q1")] // the rule says quarterly
    [InlineData("/rule", "Time", "6 pm", "18:00")]
    [InlineData("/rule", "Kind", "whenever", "请填写。")]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(string form, string field, string value, string said)
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        var draft = await UploadAsync(coordinator, Doubtful);
        await coordinator.GetAsync(draft);
        var fields = new Dictionary<string, string?>
        {
            ["version"] = "1", ["act"] = "save", ["line"] = "7", ["Number"] = "9-typed", ["Title"] = "标题-typed", ["Text"] = "内容-typed", ["Lead"] = "市公安局", ["Sections"] = "进展-typed",
            ["Frequency"] = "Quarterly", ["Kind"] = "workingDayOfNextPeriod", ["Day"] = "3", ["FirstPeriod"] = "2020Q1", ["Issuer"] = "机关-typed", ["IssuedOn"] = "2020-03-02", [field] = value,
        };

        var (status, page) = await coordinator.PostAsync(draft + form, [.. fields.Select(one => (one.Key, one.Value))]);

        Assert.Equal(400, status);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains(form == "/rule" ? "进展-typed" : form == "/head" ? "机关-typed" : "标题-typed", page, StringComparison.Ordinal);
        if (field != "Kind") // a choice that there is not cannot be shown again
            Assert.Contains(value.Trim(), page, StringComparison.Ordinal);
        Assert.Contains("value=\"1\"", (await coordinator.GetAsync(draft)).Page, StringComparison.Ordinal); // still the first version
    }

    [Fact]
    public async Task Of_two_windows_the_second_is_told_and_loses_nothing()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        var draft = await UploadAsync(coordinator, Doubtful);
        await coordinator.GetAsync(draft);

        var (first, _) = await coordinator.PostAsync($"{draft}/tasks/0", ("version", "1"), ("act", "looked"));
        var (second, page) = await coordinator.PostAsync($"{draft}/tasks/1", ("version", "1"), ("act", "save"), ("Text", "第二个窗口里写的"));
        var (store, _) = await coordinator.PostAsync($"{draft}/store", ("version", "1"));

        Assert.Equal((302, 409, 409), (first, second, store));
        Assert.Contains("已在另一个窗口改过", page, StringComparison.Ordinal);
        Assert.Contains("第二个窗口里写的", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_of_the_plan_above_is_proposed_where_the_notice_has_none()
    {
        await host.Get<IDatabase>().WriteAsync("UPDATE plan SET frequency = 3, first_period = '2020M01', due_rule = @rule", new { rule = """{"kind":"dayOfNextPeriod","day":8}""" }, CancellationToken.None);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        var draft = await UploadAsync(coordinator, Doubtful);

        await ChangedAsync(coordinator, draft, "/parent", ("parent", host.Ledgers.Plan.Id.ToString()));

        var (_, page) = await coordinator.GetAsync(draft);
        Assert.Contains($"按上级计划《{host.Ledgers.Plan.Title}》的报送要求建议", page, StringComparison.Ordinal);
        Assert.Matches("<option value=\"Monthly\" selected", page);
        Assert.Matches("<option value=\"dayOfNextPeriod\" selected", page);
        Assert.Matches("id=\"rule-Day\" name=\"Day\" value=\"8\"", page);
    }

    [Fact]
    public async Task Markup_in_a_notice_and_in_its_repair_stays_text()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        var draft = await UploadAsync(coordinator, Doubtful.Replace("电子证照", "<script>alert(1)</script>\"><b>电子证照", StringComparison.Ordinal));
        await coordinator.GetAsync(draft);
        await ChangedAsync(coordinator, draft, "/head", ("Title", "</title><script>alert(2)</script>=1+1"), ("Issuer", "\" autofocus onfocus=alert(3) x=\""));

        await coordinator.GetAsync(draft);

        var page = await coordinator.Last!.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\" autofocus", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "文件没有内容")]
    [InlineData("今天天气很好。", "没有入库")]
    [InlineData("\u0001\u0002\u0003", "没有入库")]
    public async Task A_file_that_is_no_notice_is_refused_with_the_reason(string content, string said)
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        await coordinator.GetAsync("/dashboard/import");

        var (status, page) = await coordinator.UploadAsync("/dashboard/import", "通知<b>.txt", Encoding.UTF8.GetBytes(content));

        Assert.Equal(400, status);
        Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_is_read()
    {
        await using var small = await DeskHost.StartAsync("2020-04-07 09:00", ("Dashboard:UploadLimit", "1048576"));
        using var coordinator = await small.SignInAsync(small.Ledgers.Coordinator);
        await coordinator.GetAsync("/dashboard/import");

        var (status, page) = await coordinator.UploadAsync("/dashboard/import", "notice.txt", new byte[1_200_000]);

        Assert.Equal(413, status);
        Assert.Contains("最大 1 MB", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_notice_again_is_known_and_a_draft_is_its_owners_alone()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        using var leader = await host.SignInAsync(host.Ledgers.Leader);
        var draft = await UploadAsync(coordinator, Doubtful);
        await ChangedAsync(coordinator, draft, "/rule", ("Frequency", "Quarterly"), ("Kind", "workingDayOfNextPeriod"), ("Day", "3"), ("FirstPeriod", "2020Q2"), ("Sections", "进展"));
        await coordinator.PostAsync($"{draft}/store", ("version", VersionIn((await coordinator.GetAsync(draft)).Page)));
        var again = await UploadAsync(coordinator, Doubtful);

        var (_, known) = await coordinator.GetAsync(again);

        Assert.Contains("先前已导入，内容相同", known, StringComparison.Ordinal);
        Assert.DoesNotContain("/store\"", known, StringComparison.Ordinal);
        Assert.Equal(403, (await leader.GetAsync(again)).Status);
        Assert.Equal(403, (await leader.GetAsync("/dashboard/import")).Status);
        var (discarded, _) = await coordinator.PostAsync($"{again}/discard");
        Assert.Equal((302, 404), (discarded, (await coordinator.GetAsync(again)).Status));
        Assert.Equal(2, (await PlansAsync()).Count);
    }

    private async Task<IReadOnlyList<Plan>> PlansAsync() => await host.Get<IPlanRepository>().AllAsync(CancellationToken.None);

    private static async Task<string> UploadAsync(DeskBrowser browser, string notice)
    {
        await browser.GetAsync("/dashboard/import");
        var (status, page) = await browser.UploadAsync("/dashboard/import", "分工通知.txt", Encoding.UTF8.GetBytes(notice));
        Assert.True(status == 302, page);
        return browser.Last!.Headers.Location!.ToString();
    }

    private static async Task ChangedAsync(DeskBrowser browser, string draft, string form, params (string Name, string? Value)[] fields)
    {
        var (_, page) = await browser.GetAsync(draft);
        var (status, after) = await browser.PostAsync(draft + form, [("version", VersionIn(page)), .. fields]);
        Assert.True(status == 302, after);
    }

    private static string VersionIn(string page) => Version().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("([0-9]+)处待核对")]
    private static partial Regex CountedAbove();

    [GeneratedRegex("<h2[^>]*>[^<]*<span class=\"count\">([0-9]+)</span>")]
    private static partial Regex Badge();

    [GeneratedRegex("<ul class=\"doubts\">.*?</ul>", RegexOptions.Singleline)]
    private static partial Regex Lists();
}
