using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.Tests.Dashboard;
using PlanBot.UseCases;

namespace PlanBot.Tests.Api;

/// <summary>What another system reads, two units having reported and the third being overdue.</summary>
public sealed class ReadingTests : IAsyncLifetime
{
    private DeskHost host = null!;
    private ApiClient api = null!;

    private string Plan => $"plans/{host.Ledgers.Plan.Id}";

    private string Period => $"{Plan}/periods/2020Q1";

    public async Task InitializeAsync()
    {
        host = await DeskHost.StartAsync("2020-04-03 09:00");
        await host.FileAsync(1, text: "编制不足。");
        await host.FileAsync(2, task: 1, text: "无");
        host.Clock.Now = Builders.Ledgers.At("2020-04-07 09:00");
        api = await ApiClient.OpenAsync(host, ApiScopes.Read);
    }

    public async Task DisposeAsync()
    {
        api.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_plan_with_its_tasks_units_and_shares()
    {
        var plan = Assert.Single(await api.ListAsync("plans"));
        var tasks = await api.ListAsync($"{Plan}/tasks", limit: 3);
        var units = await api.ListAsync($"{Plan}/units", limit: 2);
        var shares = await api.ListAsync($"{Plan}/assignments", limit: 2);

        Assert.Equal(("数字城市建设2020年重点工作", "quarterly", "2020Q1"), (Text(plan, "title"), Text(plan, "frequency"), Text(plan, "firstPeriod")));
        Assert.Equal("workingDayOfNextPeriod", plan.GetProperty("dueRule").GetProperty("kind").GetString());
        Assert.Equal(["工作进展", "存在问题", "取得成效", "下一步工作"], plan.GetProperty("sections").EnumerateArray().Select(section => Text(section, "name")));
        Assert.Equal(Text(plan, "id"), Text((await api.GetAsync(Plan)).Json, "id"));
        Assert.Equal(["第1项任务", "第2项任务", "第3项任务", "第4项任务"], tasks.Select(task => Text(task, "title")));
        Assert.Equal("2020-06", Text(tasks[0].GetProperty("milestones")[0], "date"));
        Assert.Equal(host.Ledgers.Units.Select(unit => unit.Name).Order(), units.Select(unit => Text(unit, "name")).Order());
        Assert.Equal(host.Ledgers.Assignments.Select(share => share.Id).Order(), shares.Select(share => share.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task A_due_date_explains_itself_in_the_language_that_was_asked_for()
    {
        using var english = await ApiClient.OpenAsync(host, ApiScopes.Read, language: "en-GB,zh;q=0.5", name: "Other");

        var chinese = Assert.Single(await api.ListAsync($"{Plan}/periods"));
        var (_, told) = await english.GetAsync(Period);

        Assert.Equal(("2020Q1", "2020-04-03", false), (Text(chinese, "period"), Text(chinese, "dueOn"), chinese.GetProperty("provisional").GetBoolean()));
        Assert.Contains("第三个工作日", Text(chinese, "explanation"), StringComparison.Ordinal);
        Assert.Contains("third working day", Text(told, "explanation"), StringComparison.Ordinal);
        Assert.Equal("en", english.Last.Content.Headers.ContentLanguage.Single());
    }

    [Fact]
    public async Task What_is_owed_page_by_page_and_by_state_unit_and_task()
    {
        var all = await api.ListAsync($"{Period}/obligations", limit: 2);
        var submitted = await api.ListAsync($"{Period}/obligations?state=submitted");
        var ofUnit = await api.ListAsync($"{Period}/obligations?unit={host.Ledgers.Units[2].Id}");
        var ofTask = await api.ListAsync($"{Period}/obligations?task={host.Ledgers.Tasks[1].Id}");

        Assert.Equal(host.Ledgers.Obligations.Select(owed => owed.Id).Order(), all.Select(owed => owed.GetProperty("id").GetGuid()).Order());
        Assert.Equal(["市卫生健康委", "市教委"], submitted.Select(owed => Text(owed, "unit")).Order(StringComparer.Ordinal));
        Assert.All(submitted, owed => Assert.Equal((1, false, false), (owed.GetProperty("version").GetInt32(), owed.GetProperty("late").GetBoolean(), owed.GetProperty("overdue").GetBoolean())));
        Assert.Equal(2, ofUnit.Count);
        Assert.Equal(["lead", "support"], ofTask.Select(owed => Text(owed, "role")).Order());
        Assert.Equal(400, (await api.GetAsync($"{Period}/obligations?state=7")).Status);
    }

    [Fact]
    public async Task Who_is_overdue_and_the_figures()
    {
        var overdue = await api.ListAsync($"{Period}/overdue", limit: 1);
        var (_, status) = await api.GetAsync($"{Period}/status");

        Assert.Equal(3, overdue.Count);
        Assert.All(overdue, owed => Assert.Equal(("pending", true), (Text(owed, "state"), owed.GetProperty("overdue").GetBoolean())));
        Assert.Single(await api.ListAsync($"{Period}/overdue?unit={host.Ledgers.Units[1].Id}"));
        Assert.Equal((5, 2, 3, 3, 3, 1), (Number(status, "owed"), Number(status, "reported"), Number(status, "open"), Number(status, "overdue"), Number(status, "units"), Number(status, "unitsComplete")));
    }

    [Fact]
    public async Task Reports_their_versions_and_their_problems()
    {
        var id = host.Ledgers.OwedBy(1)[0].Id;
        await host.FileAsync(1, text: "编制仍不足。", version: 1);

        var entries = await api.ListAsync($"{Period}/entries", limit: 1);
        var versions = await api.ListAsync($"obligations/{id}/entries", limit: 1);
        var (_, latest) = await api.GetAsync($"obligations/{id}/entries/latest");
        var (_, first) = await api.GetAsync($"obligations/{id}/entries/1");
        var problems = await api.ListAsync($"{Period}/problems", limit: 1);

        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.True(entry.GetProperty("counts").GetBoolean()));
        Assert.Equal([false, true], versions.Select(entry => entry.GetProperty("counts").GetBoolean()));
        Assert.Equal(("张敏", "编制仍不足。"), (Text(latest, "author"), Text(latest.GetProperty("sections"), "存在问题")));
        Assert.Equal("编制不足。", Text(first.GetProperty("sections"), "存在问题"));
        Assert.Equal("编制仍不足。", Text(Assert.Single(problems), "text")); // 无 is none
        Assert.Equal(404, (await api.GetAsync($"obligations/{id}/entries/3")).Status);
    }

    [Fact]
    public async Task Problems_go_on_behind_a_report_that_was_returned_meanwhile()
    {
        await host.FileAsync(2, task: 2, text: "资金不足。");
        await host.FileAsync(3, text: "场地不足。");

        var (_, first) = await api.GetAsync($"{Period}/problems?limit=1");
        var returned = first.GetProperty("items")[0].GetProperty("obligationId").GetGuid();
        Assert.NotNull(await host.Get<RuleOnReports>().RunAsync(new(RulingKind.Return, [returned], new DateOnly(2020, 4, 20), "请补充"), host.Ledgers.Coordinator.Id, "test", CancellationToken.None));
        var (_, second) = await api.GetAsync($"{Period}/problems?limit=1&cursor={first.GetProperty("nextCursor").GetString()}");
        var (_, third) = await api.GetAsync($"{Period}/problems?limit=1&cursor={second.GetProperty("nextCursor").GetString()}");

        Assert.Equal(["编制不足。", "资金不足。", "场地不足。"], new[] { first, second, third }.Select(page => Text(page.GetProperty("items")[0], "text")));
        Assert.Null(third.GetProperty("nextCursor").GetString());
    }

    [Theory]
    [InlineData("json", "application/json", "{")]
    [InlineData("csv", "text/csv", "\ufeff")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK")]
    public async Task The_summary_in_every_form(string format, string type, string begins)
    {
        using var answer = await api.Http.GetAsync(new Uri($"{Period}/export?format={format}", UriKind.Relative));

        Assert.Equal((200, type), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var content = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.StartsWith(begins, content, StringComparison.Ordinal);
        Assert.Contains("2020", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.EndsWith($".{format}", answer.Content.Headers.ContentDisposition.FileNameStar, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format=pdf")]
    [InlineData("format=2")]
    [InlineData("by=nobody")]
    public async Task A_form_that_there_is_not_is_refused(string query) => Assert.Equal(400, (await api.GetAsync($"{Period}/export?{query}")).Status);

    [Fact]
    public async Task What_one_has_already_is_not_sent_again()
    {
        var id = host.Ledgers.OwedBy(3)[0].Id;
        foreach (var path in new[] { "plans", $"{Period}/obligations", $"obligations/{id}" })
        {
            Assert.Equal(200, (await api.GetAsync(path)).Status);
            var tag = api.Last.Headers.ETag!.ToString();

            Assert.Equal(304, (await api.GetAsync(path, $"\"other\", {tag}")).Status);
            Assert.Equal(tag, api.Last.Headers.ETag!.ToString());
            Assert.Equal(200, (await api.GetAsync(path, "\"other\"")).Status);
        }

        var before = Text((await api.GetAsync($"obligations/{id}")).Json, "etag");
        await host.Get<RuleOnReports>().RunAsync(new(RulingKind.Extend, [id], new DateOnly(2020, 4, 10), "等数据"), host.Ledgers.Coordinator.Id, "test", CancellationToken.None);
        Assert.Equal(200, (await api.GetAsync($"obligations/{id}", before)).Status);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("cursor=%25%25")]
    [InlineData("cursor=bm90IGFuIGlk")] // "not an id"
    public async Task A_page_that_is_none_is_refused(string query)
    {
        foreach (var path in new[] { "plans", $"{Plan}/tasks", $"{Plan}/units", $"{Plan}/assignments", $"{Plan}/periods", $"{Period}/obligations", $"{Period}/overdue", $"{Period}/problems", $"{Period}/entries" })
        {
            var (status, problem) = await api.GetAsync($"{path}?{query}");
            Assert.True(status == 400 && Text(problem, "code") is "bad-value", path);
        }
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
