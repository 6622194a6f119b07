using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.Tests.Dashboard;

/// <summary>Roles at the dashboard are those of chat: a coordinator runs the plan, a leader looks, a contact sees the own units.</summary>
public sealed class WhoSeesWhatTests : IAsyncLifetime
{
    private static readonly Guid Nobody = Guid.Parse("01700000-0000-7000-8000-00000000dead");
    private DeskHost host = null!;

    public async Task InitializeAsync() => host = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_leader_sees_everything_and_changes_nothing()
    {
        var report = await host.FileAsync(1);
        var open = host.Ledgers.OwedBy(2)[0].Id;
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        var (_, overview) = await leader.GetAsync("/dashboard");
        var (_, page) = await leader.GetAsync($"/dashboard/reports/{report}");

        Assert.Contains("市卫生健康委", overview, StringComparison.Ordinal);
        Assert.Contains("只读", overview, StringComparison.Ordinal);
        Assert.DoesNotContain("/dashboard/urge", overview, StringComparison.Ordinal);
        Assert.Contains("已完成选址。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("审核通过", page, StringComparison.Ordinal);
        foreach (var (path, fields) in new (string, (string, string?)[])[]
        {
            ($"/dashboard/reports/{report}/accept", [("seen", "4.1.0")]),
            ($"/dashboard/reports/{report}/return", [("seen", "4.1.0"), ("reason", "数据不全"), ("dueOn", "2020-04-15")]),
            ($"/dashboard/reports/{open}/extend", [("seen", "1.0.0"), ("dueOn", "2020-04-15")]),
            ($"/dashboard/reports/{open}/waive", [("seen", "1.0.0"), ("reason", "不再需要")]),
            ("/dashboard/urge", [("plan", host.Ledgers.Plan.Id.ToString()), ("period", "2020Q1")]),
        })
        {
            var (status, refusal) = await leader.PostAsync(path, fields);
            Assert.Equal((path, 403), (path, status));
            Assert.Contains("只读查看", refusal, StringComparison.Ordinal);
        }
        Assert.Equal(403, (await leader.GetAsync("/dashboard/urge")).Status);
        var obligations = host.Get<IObligationRepository>();
        Assert.Equal(ObligationState.Submitted, (await obligations.FindAsync(report, CancellationToken.None))!.State);
        Assert.Equal(host.Ledgers.OwedBy(2)[0], await obligations.FindAsync(open, CancellationToken.None));
    }

    [Fact]
    public async Task A_contact_sees_the_own_units_only()
    {
        var own = await host.FileAsync(2, text: "完成三家医院试点。");
        var other = await host.FileAsync(1, text: "别家的内容");
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(2));

        var (_, overview) = await contact.GetAsync("/dashboard");
        var (ownReport, page) = await contact.GetAsync($"/dashboard/reports/{own}");
        var (ownUnit, unit) = await contact.GetAsync($"/dashboard/units/{host.Ledgers.Units[1].Id}");
        var (ownTask, task) = await contact.GetAsync($"/dashboard/tasks/{host.Ledgers.Tasks[1].Id}");

        Assert.Equal((200, 200, 200), (ownReport, ownUnit, ownTask));
        Assert.Contains("完成三家医院试点。", page, StringComparison.Ordinal);
        foreach (var seen in new[] { overview, page, unit, task })
        {
            Assert.DoesNotContain("市教委", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("别家的内容", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("市商务局", seen, StringComparison.Ordinal); // supports the same task
            Assert.DoesNotContain("王芳", seen, StringComparison.Ordinal);
        }
        foreach (var path in new[] { $"/dashboard/reports/{other}", $"/dashboard/units/{host.Ledgers.Units[0].Id}", $"/dashboard/tasks/{host.Ledgers.Tasks[0].Id}" })
            Assert.Equal((path, 404), (path, (await contact.GetAsync(path)).Status));
        Assert.Equal(403, (await contact.PostAsync($"/dashboard/reports/{own}/accept", ("seen", "4.1.0"))).Status);
        Assert.Equal(404, (await contact.PostAsync($"/dashboard/reports/{other}/accept", ("seen", "4.1.0"))).Status);
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_somebody_elses_are_told_alike()
    {
        var other = await host.FileAsync(1);
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(2));

        var (_, theirs) = await contact.GetAsync($"/dashboard/reports/{other}");
        var (_, nobodys) = await contact.GetAsync($"/dashboard/reports/{Nobody}");

        Assert.Equal(nobodys, theirs);
    }

    [Theory]
    [InlineData("/dashboard?plan={0}")]
    [InlineData("/dashboard?period=2031Q1")]
    [InlineData("/dashboard?period=%27%20or%201%3D1")]
    [InlineData("/dashboard/units/{0}")]
    [InlineData("/dashboard/units/{1}")]
    [InlineData("/dashboard/units/not-an-id")]
    [InlineData("/dashboard/tasks/{0}")]
    [InlineData("/dashboard/tasks/{1}")]
    [InlineData("/dashboard/reports/{0}")]
    [InlineData("/dashboard/reports/{1}")]
    [InlineData("/dashboard/reports/{0}/evidence/{0}")]
    [InlineData("/dashboard/urge?unit={0}")]
    [InlineData("/dashboard/urge?plan={0}")]
    [InlineData("/dashboard/nowhere")]
    public async Task A_forged_address_is_no_page(string path)
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);

        var (status, page) = await coordinator.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Nobody, host.Ledgers.Plan.Id));

        Assert.Equal(404, status);
        Assert.Contains("没有这一页", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dashboard?plan=not-an-id")]
    [InlineData("/dashboard?page=many")]
    public async Task An_address_that_cannot_be_read_shows_nothing(string path)
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);

        var (status, page) = await coordinator.GetAsync(path);

        Assert.Equal(404, status);
        Assert.Contains("没有这一页", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_change_changes_nothing()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        await coordinator.GetAsync("/dashboard");

        Assert.Equal(404, (await coordinator.PostAsync($"/dashboard/reports/{Nobody}/accept", ("seen", "4.1.0"))).Status);
        Assert.Equal(404, (await coordinator.PostAsync($"/dashboard/reports/{host.Ledgers.Obligations[0].Id}/delete", ("seen", "1.0.0"))).Status);
        Assert.Equal(404, (await coordinator.PostAsync("/dashboard/urge", ("plan", Nobody.ToString()), ("period", "2020Q1"))).Status);
        Assert.Equal(404, (await coordinator.PostAsync("/dashboard/urge", ("plan", host.Ledgers.Plan.Id.ToString()), ("period", "2031Q4"))).Status);
    }

    [Fact]
    public async Task Whoever_leaves_the_office_is_out_at_once()
    {
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(2));
        Assert.Equal(200, (await contact.GetAsync("/dashboard")).Status);

        await host.Get<IDatabase>().WriteAsync("DELETE FROM contact WHERE person_id = @id", new { id = host.Ledgers.ContactOf(2).Id }, CancellationToken.None);

        Assert.Equal(401, (await contact.GetAsync("/dashboard")).Status);
    }
}
