using PlanBot.Dashboard;
using PlanBot.Data.Sql;
using PlanBot.Exporting;
using PlanBot.Texts;

namespace PlanBot.Tests.Dashboard;

/// <summary>All units and tasks by the menu, and how far a file is.</summary>
public sealed class ListPagesTests : IAsyncLifetime
{
    private DeskHost host = null!;

    public async Task InitializeAsync() => host = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Units_and_tasks_are_in_the_menu_with_how_they_stand()
    {
        await host.FileAsync(1);
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        var (_, overview) = await leader.GetAsync("/dashboard");
        var (_, units) = await leader.GetAsync("/dashboard/units");
        var (_, found) = await leader.GetAsync("/dashboard/units?name=" + Uri.EscapeDataString("商务"));
        var (_, none) = await leader.GetAsync("/dashboard/units?name=" + Uri.EscapeDataString("没有这个") + "&page=7");
        var (_, tasks) = await leader.GetAsync("/dashboard/tasks");

        Assert.Contains("href=\"/dashboard/units\"", overview, StringComparison.Ordinal);
        Assert.Contains("href=\"/dashboard/tasks\"", overview, StringComparison.Ordinal);
        Assert.All(host.Ledgers.Units, unit => Assert.Contains($"/dashboard/units/{unit.Id}", units, StringComparison.Ordinal));
        Assert.Contains("已报 1 / 应报", units, StringComparison.Ordinal);
        Assert.Contains("逾期 ", units, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">单位", units, StringComparison.Ordinal);
        var list = found[found.IndexOf("<ul class=\"rows\"", StringComparison.Ordinal)..];
        Assert.Contains("市商务局", list, StringComparison.Ordinal);
        Assert.Equal(1, list.Split("<li>").Length - 1);
        Assert.Contains("没有这样的单位", none, StringComparison.Ordinal);
        Assert.All(host.Ledgers.Tasks, task => Assert.Contains($"/dashboard/tasks/{task.Id}", tasks, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_sees_the_own_units_and_their_tasks()
    {
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(1));
        var (own, tasks) = (host.Ledgers.Units[0], host.Ledgers.OwedBy(1).Select(owed => owed.TaskId).ToHashSet());

        var (_, units) = await contact.GetAsync("/dashboard/units");
        var (_, list) = await contact.GetAsync("/dashboard/tasks");

        Assert.Contains($"/dashboard/units/{own.Id}", units, StringComparison.Ordinal);
        Assert.All(host.Ledgers.Units.Skip(1), other => Assert.DoesNotContain(other.Id.ToString(), units, StringComparison.Ordinal));
        Assert.All(host.Ledgers.Tasks, task => Assert.Equal(tasks.Contains(task.Id), list.Contains($"/dashboard/tasks/{task.Id}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_correction_took_out_is_listed_in_the_periods_it_was_owed_in_and_leads_to_its_page()
    {
        var (database, task, gone, unit) = (host.Get<IDatabase>(), host.Ledgers.OwedBy(1)[0].TaskId, host.Ledgers.Units[1], host.Ledgers.Units[2]);
        await database.WriteAsync("UPDATE plan_task SET dropped_at = @now WHERE id = @task", new { task, now = host.Clock.Now }, CancellationToken.None);
        await database.WriteAsync("UPDATE assignment SET dropped_at = @now WHERE unit_id = @gone OR unit_id = @owing", new { gone = gone.Id, owing = unit.Id, now = host.Clock.Now }, CancellationToken.None);
        await database.WriteAsync("DELETE FROM obligation WHERE unit_id = @gone", new { gone = gone.Id }, CancellationToken.None);
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(1));
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        foreach (var browser in new[] { contact, leader })
        {
            Assert.Contains($"/dashboard/tasks/{task}", (await browser.GetAsync("/dashboard/tasks")).Page, StringComparison.Ordinal);
            Assert.Equal(200, (await browser.GetAsync($"/dashboard/tasks/{task}")).Status);
        }
        var (_, units) = await leader.GetAsync("/dashboard/units");
        Assert.DoesNotContain(gone.Id.ToString(), units, StringComparison.Ordinal);
        Assert.Contains($"/dashboard/units/{unit.Id}", units, StringComparison.Ordinal);
        Assert.Contains($"{host.Ledgers.Units.Count - 1}", units, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_being_written_says_how_far_it_is_to_whoever_waits_for_it()
    {
        var (exports, id, me) = (host.Get<ExportsUnderWay>(), Guid.CreateVersion7(), host.Ledgers.Leader);
        using var leader = await host.SignInAsync(me);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        var before = await leader.GetAsync($"/dashboard/export/stand?id={id}");

        var writing = exports.Begin(me.Id, id);
        writing.Report(new(50, 200));
        var meanwhile = await leader.GetAsync($"/dashboard/export/stand?id={id}");
        var others = await coordinator.GetAsync($"/dashboard/export/stand?id={id}");
        writing.Dispose();

        Assert.Equal((204, ""), before);
        Assert.Equal((200, """{"done":50,"all":200}"""), meanwhile);
        Assert.Equal((204, ""), others);
        Assert.Equal((204, ""), await leader.GetAsync($"/dashboard/export/stand?id={id}"));
        Assert.Equal(200, (await leader.GetAsync($"/dashboard/export?format=csv&writing={id}")).Status);
        Assert.Null(exports.Of(me.Id, id));
    }

    [Theory]
    [InlineData(ExportFormat.Docx, 1)]
    [InlineData(ExportFormat.Xlsx, 2)] // two sheets hold the rows
    [InlineData(ExportFormat.Csv, 1)]
    public async Task An_export_tells_how_far_it_is_up_to_its_last_row_and_never_goes_back(ExportFormat format, int readings)
    {
        var stands = new Stands();
        var desk = new Desk(host.Ledgers.Leader, Language.Chinese, "/dashboard", "");
        var scope = (await host.Get<DeskScopes>().FindAsync(desk, null, null, CancellationToken.None))!;

        await using var file = await host.Get<ExportPeriod>().ToFileAsync(scope.View!.Plan, scope.Period!, format, Language.Chinese, scope.Now, ExportOrder.Unit, CancellationToken.None, stands);

        var all = readings * host.Ledgers.Obligations.Count;
        Assert.Equal(new ExportStand(all, all), stands.All[^1]);
        Assert.Single(stands.All, stand => stand.Done == all);
        Assert.Equal(stands.All.Select(stand => stand.Done).Order(), stands.All.Select(stand => stand.Done));
    }

    private sealed class Stands : IProgress<ExportStand>
    {
        public List<ExportStand> All { get; } = [];

        public void Report(ExportStand value) => All.Add(value);
    }
}
