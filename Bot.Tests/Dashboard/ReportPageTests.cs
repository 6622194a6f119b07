using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dashboard;

/// <summary>A report with its versions, and what a coordinator decides about it.</summary>
public sealed class ReportPageTests : IAsyncLifetime
{
    private const string Markup = "<script>alert(1)</script><b onclick=alert(2)>粗体</b>&amp;=HYPERLINK(\"http://elsewhere.example\")";
    private DeskHost host = null!;

    public async Task InitializeAsync() => host = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task What_comes_in_finds_its_place_on_a_page_opened_before()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        var id = host.Ledgers.OwedBy(1)[0].Id;

        var (_, before) = await coordinator.GetAsync($"/dashboard/reports/{id}");
        await host.FileAsync(1);
        var (_, after) = await coordinator.GetAsync($"/dashboard/reports/{id}");

        foreach (var part in new[] { "id=\"live-versions\" data-live", "id=\"live-decide\" data-live" })
        {
            Assert.Contains(part, before, StringComparison.Ordinal);
            Assert.Contains(part, after, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("/accept\"", before, StringComparison.Ordinal);
        Assert.Contains("/accept\"", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_a_contact_writes_is_shown_as_it_was_written_and_never_as_markup()
    {
        var report = await host.FileAsync(1, text: Markup);
        await host.FileAsync(1, text: Markup + "。改", version: 1);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);

        foreach (var path in new[] { "/dashboard", $"/dashboard/reports/{report}", $"/dashboard/units/{host.Ledgers.Units[0].Id}", $"/dashboard/tasks/{host.Ledgers.Tasks[0].Id}" })
        {
            var page = await coordinator.Http.GetStringAsync(new Uri(path, UriKind.Relative));
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b onclick", page, StringComparison.Ordinal);
            if (!path.Contains("/units/", StringComparison.Ordinal))
                Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Typed_reasons_come_back_as_text_too()
    {
        var report = await host.FileAsync(1);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        await coordinator.GetAsync($"/dashboard/reports/{report}");

        await coordinator.PostAsync($"/dashboard/reports/{report}/return", ("seen", "4.1.0"), ("reason", "</textarea>" + Markup), ("dueOn", "soon\"><script>"));

        Assert.Equal(400, (int)coordinator.Last!.StatusCode);
        var page = await coordinator.Last.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;/textarea&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_are_shown_by_what_changed()
    {
        var report = await host.FileAsync(1, text: "服务企业26家，完成选址。");
        await host.FileAsync(1, text: "服务企业28家，完成选址。", version: 1);
        using var leader = await host.SignInAsync(host.Ledgers.Leader, "en");

        var (_, page) = await leader.GetAsync($"/dashboard/reports/{report}");

        Assert.Contains("Version 2", page, StringComparison.Ordinal);
        Assert.Matches(@"<del><span class=""hidden"">removed\s*</span>26</del>", page);
        Assert.Matches(@"<ins><span class=""hidden"">added\s*</span>28</ins>", page);
    }

    [Fact]
    public async Task A_coordinator_accepts_and_returns()
    {
        var report = await host.FileAsync(1);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        await coordinator.GetAsync($"/dashboard/reports/{report}");

        var (accepted, _) = await coordinator.PostAsync($"/dashboard/reports/{report}/accept", ("seen", "4.1.0"));
        var (_, page) = await coordinator.GetAsync(coordinator.Last!.Headers.Location!.ToString());
        var (returned, _) = await coordinator.PostAsync($"/dashboard/reports/{report}/return", ("seen", "5.1.0"), ("reason", "缺少数据"), ("dueOn", "2020-04-10"));

        Assert.Equal((302, 302), (accepted, returned));
        Assert.Contains("审核通过", page, StringComparison.Ordinal);
        var now = await host.Get<IObligationRepository>().FindAsync(report, CancellationToken.None);
        Assert.Equal((ObligationState.Returned, new DateOnly(2020, 4, 10), 1), (now!.State, now.DueOn, now.Round));
        var trail = await host.Get<IAuditRepository>().OfAsync(report, CancellationToken.None);
        Assert.Equal(("dashboard", host.Ledgers.Coordinator.Id), trail.Where(record => record.Action == "return-report").Select(record => (record.Channel, record.PersonId!.Value)).Single());
        var (_, overview) = await coordinator.GetAsync($"/dashboard/reports/{report}");
        Assert.Contains("缺少数据", overview, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extend", "2020-04-20", "等区里数据", ObligationState.Pending)]
    [InlineData("extend", "2020-04-20", "", ObligationState.Pending)]
    [InlineData("waive", "", "机构已撤并", ObligationState.Waived)]
    public async Task A_coordinator_gives_time_and_waives(string act, string dueOn, string reason, ObligationState after)
    {
        var owed = host.Ledgers.OwedBy(2)[0].Id;
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        await coordinator.GetAsync($"/dashboard/reports/{owed}");

        var (status, _) = await coordinator.PostAsync($"/dashboard/reports/{owed}/{act}", ("seen", "1.0.0"), ("reason", reason), ("dueOn", dueOn));

        Assert.Equal(302, status);
        var now = await host.Get<IObligationRepository>().FindAsync(owed, CancellationToken.None);
        Assert.Equal(after, now!.State);
        Assert.Equal(act == "extend" ? new DateOnly(2020, 4, 20) : new DateOnly(2020, 4, 3), now.DueOn);
    }

    [Theory]
    [InlineData("return", "", "2020-04-10", "请写明理由")]
    [InlineData("return", "数据不全", "", "请选择新的截止日期")]
    [InlineData("return", "数据不全", "2020-02-30", "请选择新的截止日期")]
    [InlineData("return", "数据不全", "2020-04-01", "已经过去")] // a day that has passed
    public async Task What_is_missing_is_said_and_what_was_typed_is_still_there(string act, string reason, string dueOn, string said)
    {
        var report = await host.FileAsync(1);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        await coordinator.GetAsync($"/dashboard/reports/{report}");

        var (status, page) = await coordinator.PostAsync($"/dashboard/reports/{report}/{act}", ("seen", "4.1.0"), ("reason", reason), ("dueOn", dueOn));

        Assert.Equal(400, status);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Equal(ObligationState.Submitted, (await host.Get<IObligationRepository>().FindAsync(report, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task Of_two_coordinators_the_second_is_told_and_loses_nothing()
    {
        var report = await host.FileAsync(1);
        using var first = await host.SignInAsync(host.Ledgers.Coordinator);
        using var second = await host.SignInAsync(host.Ledgers.Coordinator);
        await first.GetAsync($"/dashboard/reports/{report}");
        await second.GetAsync($"/dashboard/reports/{report}");

        var (accepted, _) = await first.PostAsync($"/dashboard/reports/{report}/accept", ("seen", "4.1.0"));
        var (overtaken, page) = await second.PostAsync($"/dashboard/reports/{report}/return", ("seen", "4.1.0"), ("reason", "第二部分缺数据"), ("dueOn", "2020-04-10"));

        Assert.Equal((302, 409), (accepted, overtaken));
        Assert.Contains("您的操作没有执行", page, StringComparison.Ordinal);
        Assert.Contains("陈静（看板）", page, StringComparison.Ordinal);
        Assert.Contains("第二部分缺数据", page, StringComparison.Ordinal);
        Assert.Equal(ObligationState.Accepted, (await host.Get<IObligationRepository>().FindAsync(report, CancellationToken.None))!.State);
        // Looked at again, it can be done after all.
        Assert.Equal(302, (await second.PostAsync($"/dashboard/reports/{report}/return", ("seen", "5.1.0"), ("reason", "第二部分缺数据"), ("dueOn", "2020-04-10"))).Status);
    }

    [Fact]
    public async Task A_version_that_comes_in_meanwhile_is_not_accepted_unseen()
    {
        var report = await host.FileAsync(1);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        await coordinator.GetAsync($"/dashboard/reports/{report}");
        await host.FileAsync(1, text: "改过的内容", version: 1);

        var (status, page) = await coordinator.PostAsync($"/dashboard/reports/{report}/accept", ("seen", "4.1.0"));

        Assert.Equal(409, status);
        Assert.Contains("改过的内容", page, StringComparison.Ordinal);
        Assert.Equal(ObligationState.Submitted, (await host.Get<IObligationRepository>().FindAsync(report, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task Urging_shows_whom_and_writes_once()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);

        var (_, preview) = await coordinator.GetAsync("/dashboard/urge");
        var (sent, _) = await coordinator.PostAsync("/dashboard/urge", ("plan", host.Ledgers.Plan.Id.ToString()), ("period", "2020Q1"));
        var (_, overview) = await coordinator.GetAsync(coordinator.Last!.Headers.Location!.ToString());
        await coordinator.PostAsync("/dashboard/urge", ("plan", host.Ledgers.Plan.Id.ToString()), ("period", "2020Q1"));
        var (_, twice) = await coordinator.GetAsync(coordinator.Last!.Headers.Location!.ToString());

        Assert.Contains("将给以下3人各发一条催办消息", preview, StringComparison.Ordinal);
        Assert.Equal(302, sent);
        Assert.Contains("已催办3人", overview, StringComparison.Ordinal);
        Assert.Contains("没有发出催办", twice, StringComparison.Ordinal);
        var messages = await host.Get<IReminderRepository>().OfPeriodAsync(host.Ledgers.Plan.Id, new(2020, 1), CancellationToken.None);
        Assert.Equal(3, messages.Count(message => message.Kind == ReminderKind.Urging));
    }
}
