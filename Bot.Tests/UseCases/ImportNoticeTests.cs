using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Importing;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

public sealed class ImportNoticeTests : IAsyncLifetime
{
    private const string Text = """
        市数据局关于印发2020年智慧城市工作要点的通知
        各有关单位：
        请各单位按季度总结工作进展情况、存在问题、取得成效及下一步工作，于下一个季度的第三个工作日前报送市数据局。
        市数据局
        2020年3月20日
        附件
        2020年智慧城市工作要点分工表
        序号 | 单位名称 | 工作任务 |
        1 | 市教委 | 建设智慧校园二十所。 |
        组织教师培训四期。 | ||
        2 | 市商务局 | 推动智慧商圈试点。 |
        """;

    private const string WithoutRule = """
        青山区人民政府办公室关于印发智慧园区三年行动计划（2019—2021年）的通知
        各镇人民政府：
        青山区人民政府办公室
        2019年12月27日
        一、主要任务
        （一）建设园区平台。年内建成一期。（责任单位：区科委、工信委）
        （二）引进企业。全年引进十家。（责任单位：区商务委）
        """;

    private readonly SqliteTestDatabase store = new();
    private readonly StoppedClock clock = new(Ledgers.At("2020-03-26 10:00"));
    private PlanRepository plans = null!;
    private UnitRepository units = null!;
    private PeriodRepository periods = null!;
    private PersonRepository people = null!;

    public async Task InitializeAsync()
    {
        await store.InitializeAsync();
        (plans, units, periods, people) = (new(store.Database), new(store.Database), new(store.Database), new(store.Database, clock));
    }

    public Task DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task A_notice_becomes_a_plan_with_its_tasks_units_and_the_period_under_way()
    {
        var imported = await UseCase().RunAsync(Import(Text), CancellationToken.None);

        Assert.Equal((3, 2, false, false), (imported.Tasks, imported.Units, imported.AlreadyThere, imported.RuleAssumed));
        var plan = Assert.Single(await plans.AllAsync(CancellationToken.None));
        Assert.Equal(new WorkingDayOfNextPeriod(3), plan.Reporting.DueRule);
        Assert.Equal([SectionKind.Progress, SectionKind.Problems, SectionKind.Results, SectionKind.NextSteps], plan.Reporting.Sections.Select(section => section.Kind));
        Assert.Equal((new ReportingPeriod(2020, 1), new ReportingPeriod(2020, 4)), (plan.Reporting.FirstPeriod, plan.Reporting.LastPeriod));
        Assert.Equal(["市教委", "市商务局"], (await units.OfPlanAsync(plan.Id, CancellationToken.None)).Select(unit => unit.Name));
        Assert.Equal("2020Q1", Assert.Single(await periods.OfPlanAsync(plan.Id, CancellationToken.None)).Period.ToString());
    }

    /// <summary>Lead units report; the second task names none.</summary>
    private const string LeadOnly = """
        市数据局关于印发2020年智慧城市工作要点的通知
        各有关单位：
        请各牵头单位于下一个季度的第三个工作日前将工作进展情况报送市数据局。
        市数据局
        2020年3月20日
        一、任务
        1.建设平台。（牵头单位：市数据局，配合单位：市财政局）
        2.培训教师。（责任单位：市教委、市人社局）
        """;

    [Fact]
    public async Task Where_lead_units_report_all_responsible_units_owe_a_task_that_names_no_lead()
    {
        var imported = await UseCase().RunAsync(Import(LeadOnly), CancellationToken.None);

        Assert.True(imported.Plan.Reporting.LeadOnly);
        var period = Assert.Single(await periods.OfPlanAsync(imported.Plan.Id, CancellationToken.None));
        var names = (await units.OfPlanAsync(imported.Plan.Id, CancellationToken.None)).ToDictionary(unit => unit.Id, unit => unit.Name);
        Assert.Equal(["市人社局", "市教委", "市数据局"], (await new ObligationRepository(store.Database).OfUnitsAsync(period.Id, [.. names.Keys], CancellationToken.None)).Select(owed => names[owed.UnitId]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_period_that_was_opened_without_tasks_that_name_no_lead_is_filled_only_on_order_and_before_its_due_day()
    {
        var imported = await UseCase().RunAsync(Import(LeadOnly), CancellationToken.None);
        var period = Assert.Single(await periods.OfPlanAsync(imported.Plan.Id, CancellationToken.None));
        // As an earlier version of the program opened it.
        await store.Database.WriteAsync("DELETE FROM obligation WHERE assignment_id IN (SELECT id FROM assignment WHERE role = 3)", null, CancellationToken.None);
        var (fill, check, unit) = (new FillUnasked(store.Database, new(store.Database), periods, new AuditRepository(store.Database), clock), new LedgerCheck(store.Database), (await units.OfPlanAsync(imported.Plan.Id, CancellationToken.None)).Select(one => one.Id).ToList());
        Task<IReadOnlyList<Obligation>> OwedAsync() => new ObligationRepository(store.Database).OfUnitsAsync(period.Id, unit, CancellationToken.None);

        Assert.Equal([(1, 2, false)], (await fill.ShowAsync(CancellationToken.None)).Select(one => (one.Tasks, one.Units, one.IsPastDue)));
        Assert.Empty(await check.BreakingAsync("periods", 9, CancellationToken.None));
        Assert.Single(await OwedAsync());
        clock.Now = period.DueAt;
        Assert.Equal([true], (await fill.ShowAsync(CancellationToken.None)).Select(one => one.IsPastDue));
        Assert.Empty(await fill.RunAsync(CancellationToken.None));
        clock.Now = period.DueAt.AddDays(-2);
        Assert.Equal([(1, 2)], (await fill.RunAsync(CancellationToken.None)).Select(one => (one.Tasks, one.Units)));
        Assert.Empty(await fill.RunAsync(CancellationToken.None));
        Assert.Empty(await fill.ShowAsync(CancellationToken.None));

        Assert.Equal([period.DueOn], (await OwedAsync()).Select(owed => owed.DueOn).Distinct());
        Assert.Equal(3, (await OwedAsync()).Count);
        await store.Database.WriteAsync("DELETE FROM obligation", null, CancellationToken.None);
        Assert.Single(await check.BreakingAsync("periods", 9, CancellationToken.None));
        await store.Database.WriteAsync("UPDATE assignment SET role = 2 WHERE role = 1", null, CancellationToken.None);
        Assert.Empty(await check.BreakingAsync("periods", 9, CancellationToken.None)); // opened before those responsible owed it: told apart, and no fault
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_so()
    {
        var first = await UseCase().RunAsync(Import(Text), CancellationToken.None);

        var second = await UseCase().RunAsync(Import(Text), CancellationToken.None);

        Assert.True(second.AlreadyThere);
        Assert.Equal((first.Plan.Id, 3, 2), (second.Plan.Id, second.Tasks, second.Units));
        Assert.Single(await plans.AllAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("组织教师培训四期。", "组织教师培训五期。")]
    [InlineData("市商务局", "市文化局")]
    public async Task A_changed_file_of_the_same_notice_makes_no_second_plan(string old, string changed)
    {
        await UseCase().RunAsync(Import(Text), CancellationToken.None);

        var second = await UseCase().RunAsync(Import(Text.Replace(old, changed, StringComparison.Ordinal)), CancellationToken.None);

        Assert.Equal((true, true), (second.AlreadyThere, second.Differs));
        Assert.Single(await plans.AllAsync(CancellationToken.None));
        Assert.Equal(3, second.Tasks);
    }

    [Fact]
    public async Task A_notice_without_a_rule_takes_the_default_and_says_that_it_did()
    {
        var imported = await UseCase().RunAsync(Import(WithoutRule), CancellationToken.None);

        Assert.True(imported.RuleAssumed);
        Assert.Equal(DueRule.Default, imported.Plan.Reporting.DueRule);
        Assert.Equal((Frequency.Quarterly, new ReportingPeriod(2019, 4), new ReportingPeriod(2021, 4)), (imported.Plan.Reporting.Frequency, imported.Plan.Reporting.FirstPeriod, imported.Plan.Reporting.LastPeriod));
        Assert.Equal(["工作进展情况", "存在问题", "取得成效", "下一步工作"], imported.Plan.Reporting.Sections.Select(section => section.Name));
    }

    [Fact]
    public async Task A_failure_at_the_last_step_leaves_nothing_behind()
    {
        var audit = new Mock<IAuditRepository>();
        audit.Setup(repository => repository.AddAsync(It.IsAny<AuditRecord>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("disk full"));

        await Assert.ThrowsAsync<IOException>(() => UseCase(audit.Object).RunAsync(Import(Text), CancellationToken.None));

        Assert.Empty(await plans.AllAsync(CancellationToken.None));
        Assert.Empty(await units.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_demo_gives_every_unit_a_contact_at_the_browser_and_fills_an_empty_database_once()
    {
        var fill = new FillDemo(store.Database, plans, units, people, UseCase(), clock);

        var filled = await fill.RunAsync(Read(Text), "sample.txt", "hash", CancellationToken.None);
        var again = await fill.RunAsync(Read(WithoutRule), "other.txt", "other", CancellationToken.None);

        Assert.Equal((true, false), (filled, again));
        Assert.Equal(
            ["coordinator", "leader", "unit-1", "unit-2"], (await people.IdentitiesOnAsync("directline", CancellationToken.None)).Select(identity => identity.UserId));
        var contact = await people.FindByIdentityAsync("directline", "unit-2", CancellationToken.None);
        Assert.Equal("市商务局", (await units.AllAsync(CancellationToken.None)).Single(unit => unit.Id == contact!.Contacts.Single().UnitId).Name);
    }

    private ImportNotice UseCase(IAuditRepository? audit = null) => new(
        store.Database, plans, units, new CompareNotice(plans, units, new KnownUnits(units), clock), audit ?? new AuditRepository(store.Database),
        new OpenPeriods(store.Database, plans, periods, units, new CurrentCalendar(Mock.Of<IHolidayRepository>(
            holidays => holidays.AllAsync(It.IsAny<CancellationToken>()) == Task.FromResult<IReadOnlyList<HolidayYear>>(Array.Empty<HolidayYear>()))), new PlanLadders(new LadderRepository(store.Database), Options.Create(Ladders.Default)), Systems.On(store.Database, clock), new RowTroubles(NullLogger<RowTroubles>.Instance)),
        Systems.On(store.Database, clock), clock);

    private static NoticeImport Import(string text) =>
        new(Read(text), "notice.txt", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), null, null, "command");

    private static Notice Read(string text) => NoticeReader.Read(Encoding.UTF8.GetBytes(text), "notice.txt").Notice!;
}
