using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Dashboard;

/// <summary>Two plans at the dashboard: the quarterly one under way, and one that begins later.</summary>
public sealed class NotBegunTests : IAsyncLifetime
{
    private DeskHost host = null!;
    private Plan later = null!;

    public async Task InitializeAsync()
    {
        host = await DeskHost.StartAsync();
        var small = Ledgers.Small();
        later = small.Plan with { Title = "优化营商环境2020年重点工作", Reporting = small.Plan.Reporting with { Frequency = Frequency.Monthly, FirstPeriod = new(2020, 6, Frequency.Monthly), LastPeriod = new(2020, 12, Frequency.Monthly) } };
        // Its first unit is one of the other plan's as well.
        var shares = small.Assignments.Select(share => share.UnitId == small.Units[0].Id ? share with { UnitId = host.Ledgers.Units[0].Id } : share).ToList();
        foreach (var unit in small.Units.Skip(1))
            await host.Get<IUnitRepository>().AddAsync(unit with { Name = "新区" + unit.Name, Aliases = [] }, CancellationToken.None);
        await host.Get<IPlanRepository>().AddAsync(later, small.Tasks, shares, CancellationToken.None);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_plan_that_has_not_begun_is_seen_with_what_can_be_prepared()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);

        var (_, first) = await coordinator.GetAsync("/dashboard");
        var (status, page) = await coordinator.GetAsync($"/dashboard?plan={later.Id}&stored=new");

        Assert.Equal(200, status);
        Assert.Contains($"<h1>{host.Ledgers.Plan.Title}</h1>", first, StringComparison.Ordinal); // the one under way opens by itself
        Assert.Contains(later.Title, first, StringComparison.Ordinal);
        Assert.Contains("还没有开始的报告期", page, StringComparison.Ordinal);
        Assert.Contains("首期是2020年6月", page, StringComparison.Ordinal);
        Assert.Contains("新区市商务局", page, StringComparison.Ordinal);
        var (calendar, dates) = await coordinator.GetAsync($"/dashboard/calendar?plan={later.Id}");
        var (contacts, people) = await coordinator.GetAsync($"/dashboard/contacts?plan={later.Id}");
        var (reminders, ladder) = await coordinator.GetAsync($"/dashboard/reminders?plan={later.Id}");
        Assert.Equal((200, 200, 200), (calendar, contacts, reminders));
        Assert.Contains("2020年6月", dates, StringComparison.Ordinal);
        Assert.Contains("新区市商务局", people, StringComparison.Ordinal);
        Assert.Contains("2020年6月", ladder, StringComparison.Ordinal);
        Assert.Contains("<ol class=\"steps\">", ladder, StringComparison.Ordinal);
        foreach (Match link in Regex.Matches(page, "href=\"(/dashboard[^\"]*)\""))
            Assert.Equal((link.Value, 200), (link.Value, (await coordinator.GetAsync(link.Groups[1].Value)).Status));
    }

    [Fact]
    public async Task What_goes_out_next_is_said_to_be_of_all_plans()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);

        Assert.Contains("所有计划合在一起", (await coordinator.GetAsync("/dashboard/reminders")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_sees_the_own_units_part_of_it()
    {
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(1));

        var (status, page) = await contact.GetAsync($"/dashboard?plan={later.Id}");
        var (unit, own) = await contact.GetAsync($"/dashboard/units/{host.Ledgers.Units[0].Id}?plan={later.Id}");

        Assert.Equal((200, 200), (status, unit));
        Assert.Contains("市教委", page, StringComparison.Ordinal);
        Assert.DoesNotContain("市商务局", page, StringComparison.Ordinal);
        Assert.Contains("以下是通知的分工", own, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(own, "/dashboard/tasks/"));
    }

    [Fact]
    public async Task Another_plan_is_chosen_without_the_period_of_this_one()
    {
        await host.Ledgers.ForPeriod(new(2020, 2), new(2020, 7, 3), Ledgers.At("2020-06-20 00:00")).OpenAsync(host.Get<IDatabase>());
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);

        foreach (var (path, leadsTo) in new[] { ("/dashboard?period=2020Q1", ""), ($"/dashboard/units/{host.Ledgers.Units[1].Id}", "action=\"/dashboard\""), ($"/dashboard/tasks/{host.Ledgers.Tasks[0].Id}", "action=\"/dashboard\"") })
        {
            var (_, page) = await coordinator.GetAsync(path);
            var form = Assert.Single(Regex.Matches(page, "<form class=\"scope\".*?</form>", RegexOptions.Singleline), form => form.Value.Contains("<select name=\"plan\"", StringComparison.Ordinal)).Value;
            Assert.DoesNotContain("name=\"period\"", form, StringComparison.Ordinal);
            Assert.Contains(leadsTo, form, StringComparison.Ordinal);
        }
    }
}
