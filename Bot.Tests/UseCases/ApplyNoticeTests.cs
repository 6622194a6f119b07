using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.Importing.Contacts;
using PlanBot.Importing.Spreadsheets;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Data;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

/// <summary>Notices that come again, on both databases: corrected, in other bytes, of the next year, of another county.</summary>
public abstract class ApplyNoticeTests(TestDatabase store) : DatabaseTests(store)
{
    private const string Pipes = "1 | 改造城区老旧管网三十公里。 | 县住建局 | 2021年10月底 |";
    private const string Platform = "2 | 建成县级农业数据平台。 | 县农业农村局、县工信委 | |";
    private const string Schools = "3 | 新增公办学位两千个。 | 县教育局 | |";

    private StoppedClock Clock { get; } = new(Ledgers.At("2021-03-10 10:00"));
    private PlanRepository Plans => new(Database);
    private UnitRepository Units => new(Database);
    private PeriodRepository Periods => new(Database);

    [DatabaseFact]
    public async Task A_correction_changes_the_plan_and_leaves_what_is_owed()
    {
        var plan = (await StoreAsync(Notice(Pipes, Platform, Schools))).Plan;
        var before = await Plans.TasksAsync(plan.Id, None);
        var owed = await OwedAsync(plan, new(2021, 1));
        var corrected = Import(Notice("1 | 举办农民丰收节。 | 县文旅局 | |", Pipes.Replace("1 |", "2 |", StringComparison.Ordinal).Replace("10月", "11月", StringComparison.Ordinal), Platform.Replace("2 |", "3 |", StringComparison.Ordinal).Replace("县级农业数据平台", "县级农业大数据平台", StringComparison.Ordinal).Replace("、县工信委", "", StringComparison.Ordinal)));

        var applied = await Apply().RunAsync(corrected, plan.SourceHash, None);

        Assert.Equal((1, 2, 1, 0), (applied!.Difference.Added.Count(), applied.Difference.Changed.Count(), applied.Difference.Dropped.Count(), applied.Difference.Renumbered));
        var after = await Plans.TasksAsync(plan.Id, None);
        Assert.Equal(["举办农民丰收节。", "改造城区老旧管网三十公里。", "建成县级农业大数据平台。"], after.Select(task => task.Text));
        Assert.Equal([before[0].Id, before[1].Id], after.Skip(1).Select(task => task.Id));
        Assert.Equal(("2", "2021-11-30"), (after[1].Number, after[1].Deadline!.Date));
        Assert.Equal(owed, await OwedAsync(plan, new(2021, 1)));
        Assert.Equal(corrected.SourceHash, (await Plans.FindAsync(plan.Id, None))!.SourceHash);
        Clock.Now = Ledgers.At("2021-04-02 08:00");
        await Open().RunAsync(Clock.GetUtcNow(), None);
        Assert.Equal(["县农业农村局", "县住建局", "县文旅局"], (await OwedAsync(plan, new(2021, 2))).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal));
        Assert.Equal(["change-plan", "import-plan"], (await new AuditRepository(Database).OfAsync(plan.Id, None)).Select(record => record.Action).Order(StringComparer.Ordinal));
        await AssertLedgerAsync();
    }

    [DatabaseFact]
    public async Task What_was_dropped_can_come_back()
    {
        var plan = (await StoreAsync(Notice(Pipes, Platform))).Plan;
        var shares = await Plans.AssignmentsAsync(plan.Id, None);
        await Apply().RunAsync(Import(Notice(Pipes, Platform.Replace("、县工信委", "", StringComparison.Ordinal))), null, None);
        Assert.Equal(2, (await Plans.AssignmentsAsync(plan.Id, None)).Count);

        await Apply().RunAsync(Import(Notice(Pipes, Platform)), null, None);

        Assert.Equal(shares, await Plans.AssignmentsAsync(plan.Id, None));
        Assert.Equal(2, (await Plans.TasksAsync(plan.Id, None)).Count);
        await AssertLedgerAsync();
    }

    [DatabaseTheory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    public async Task The_same_words_in_other_bytes_change_nothing(string lineBreak, string mark)
    {
        await StoreAsync(Notice(Pipes, Platform));

        var again = Import(mark + Notice(Pipes, Platform).ReplaceLineEndings(lineBreak).Replace("县农业农村局、", "县农业农村局、 ", StringComparison.Ordinal) + lineBreak);

        Assert.Equal((true, false), (await Import().RunAsync(again, None)) is var found ? (found.AlreadyThere, found.Differs) : default);
        Assert.Null(await Apply().RunAsync(again, null, None));
    }

    [DatabaseTheory]
    [InlineData(true, "县工信局", 0)]
    [InlineData(false, "县工信委", 1)]
    public async Task A_unit_goes_on_under_its_new_name_when_a_person_says_so(bool accepted, string name, int added)
    {
        var plan = (await StoreAsync(Notice(Pipes, Platform))).Plan;
        var unit = (await Units.NamedAsync("县工信委", None)).Single();
        var count = (await Units.AllAsync(None)).Count;

        var applied = await Apply().RunAsync(Import(Notice(Pipes, Platform.Replace("县工信委", "县工信局", StringComparison.Ordinal))) with { AcceptRenames = accepted }, plan.SourceHash, None);

        var found = (await Units.AllAsync(None)).Single(one => one.Id == unit.Id);
        Assert.Equal((name, added), (found.Name, (await Units.AllAsync(None)).Count - count));
        Assert.Equal(accepted ? ["县工信委"] : Array.Empty<string>(), found.Aliases);
        Assert.Equal(accepted, (await Plans.AssignmentsAsync(plan.Id, None)).Any(share => share.UnitId == unit.Id));
        Assert.Equal(accepted ? [("县工信委", "县工信局", "2018")] : [], applied!.Difference.Renames.Select(rename => (rename.Before, rename.After, rename.Reform)));
        Assert.Equal(unit.Id, (await Units.NamedAsync("县工信委", None)).Single().Id); // either way it is still known by the old name
        await AssertLedgerAsync();
    }

    [DatabaseFact]
    public async Task A_difference_that_was_shown_of_another_state_is_not_applied()
    {
        var plan = (await StoreAsync(Notice(Pipes, Platform))).Plan;
        await Apply().RunAsync(Import(Notice(Pipes)), plan.SourceHash, None);

        Assert.Null(await Apply().RunAsync(Import(Notice(Platform)), plan.SourceHash, None));

        Assert.Equal("改造城区老旧管网三十公里。", Assert.Single(await Plans.TasksAsync(plan.Id, None)).Text);
    }

    [DatabaseFact]
    public async Task A_failure_at_the_last_step_leaves_the_plan_as_it_was()
    {
        var plan = (await StoreAsync(Notice(Pipes, Platform))).Plan;
        var audit = new Mock<IAuditRepository>();
        audit.Setup(repository => repository.AddAsync(It.IsAny<AuditRecord>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("disk full"));

        await Assert.ThrowsAsync<IOException>(() => Apply(audit.Object).RunAsync(Import(Notice(Schools)), null, None));

        Assert.Equal(["改造城区老旧管网三十公里。", "建成县级农业数据平台。"], (await Plans.TasksAsync(plan.Id, None)).Select(task => task.Text));
        Assert.Equal(plan.SourceHash, (await Plans.FindAsync(plan.Id, None))!.SourceHash);
        Assert.Empty(await Units.NamedAsync("县教育局", None));
    }

    [DatabaseFact]
    public async Task Tasks_that_come_after_the_letter_are_owed_in_the_period_under_way()
    {
        var plan = (await StoreAsync(Notice())).Plan;
        Assert.Empty(await OwedAsync(plan, new(2021, 1)));

        await Apply().RunAsync(Import(Notice(Pipes)), plan.SourceHash, None);

        Assert.Equal(["县住建局"], await OwedAsync(plan, new(2021, 1)));
        await AssertLedgerAsync();
    }

    [DatabaseFact]
    public async Task A_corrected_day_moves_what_is_open()
    {
        var plan = (await StoreAsync(Notice(Pipes))).Plan;

        var applied = await Apply().RunAsync(Import(Notice(Pipes).Replace("第三个工作日", "第五个工作日", StringComparison.Ordinal)), plan.SourceHash, None);

        var moved = Assert.Single(applied!.Moved);
        Assert.Equal((await Periods.FindAsync(plan.Id, new(2021, 1), None))!.DueOn, moved.NewDueOn);
        Assert.True(moved.NewDueOn > moved.OldDueOn);
    }

    [DatabaseFact]
    public async Task Next_years_notice_is_a_plan_of_its_own_with_the_units_of_this_one()
    {
        var first = (await StoreAsync(Notice(Pipes, Platform, Schools))).Plan;
        Clock.Now = Ledgers.At("2022-03-09 10:00");

        var next = Import(Notice(Pipes, Platform.Replace("县工信委", "县工信局", StringComparison.Ordinal), "3 | 建设体育公园。 | 县文旅局 | |").Replace("2021", "2022", StringComparison.Ordinal));
        var standing = await Compare().RunAsync(next, None);
        var stored = await Import().RunAsync(next with { AcceptRenames = true }, None);

        Assert.Equal((first.Id, true), (standing.Follows!.Id, standing.IsNew));
        Assert.Equal(("县住建局 县农业农村局", "县工信局 县文旅局", "县教育局"), (string.Join(' ', standing.KnownNames), string.Join(' ', standing.NewNames), string.Join(' ', standing.GoneNames)));
        Assert.NotEqual(first.Id, stored.Plan.Id);
        var before = (await Units.OfPlanAsync(first.Id, None)).ToDictionary(unit => unit.Name, unit => unit.Id);
        var after = (await Units.OfPlanAsync(stored.Plan.Id, None)).ToDictionary(unit => unit.Name, unit => unit.Id);
        Assert.Equal((before["县住建局"], before["县工信局"]), (after["县住建局"], after["县工信局"]));
        await AssertLedgerAsync();
    }

    [DatabaseFact]
    public async Task The_same_name_in_another_county_is_another_unit()
    {
        await StoreAsync(Notice("1 | 管好资金。 | 县财政局 | |"));
        await StoreAsync(Notice("1 | 管好资金。 | 县财政局 | |").Replace("云河县", "青山县", StringComparison.Ordinal).Replace("云政办", "青政办", StringComparison.Ordinal));
        await StoreAsync(Notice("1 | 管好资金。 | 县财政局 | |").Replace("云河县", "云州市云河县", StringComparison.Ordinal).Replace("重点工作", "民生工作", StringComparison.Ordinal).Replace("〔2021〕5号", "〔2021〕6号", StringComparison.Ordinal)); // the same county, named with its city

        Assert.Equal(["云州市云河县财政局", "青山县财政局"], (await Units.NamedAsync("县财政局", None)).Select(unit => unit.FullName).Order(StringComparer.Ordinal));
        var rows = ContactListReader.Read(SpreadsheetReader.Read(Encoding.UTF8.GetBytes("单位,姓名\n县财政局,张三\n青山县财政局,李四")).Sheets, await Units.AllAsync(None));
        Assert.Equal(["李四"], rows.People.Select(person => person.Name));
        Assert.Contains("云州市云河县财政局", Assert.Single(rows.Problems).Likely);
    }

    [DatabaseFact]
    public async Task A_unit_of_no_known_place_gets_the_place_of_the_first_notice_that_tells_it()
    {
        await StoreAsync(Notice("1 | 管好资金。 | 县财政局 | |").Replace("云河县人民政府办公室", "县人民政府办公室", StringComparison.Ordinal));
        Assert.Equal("", (await Units.NamedAsync("县财政局", None)).Single().Place);

        await StoreAsync(Notice("1 | 管好资金。 | 县财政局 | |").Replace("5号", "6号", StringComparison.Ordinal).Replace("重点工作", "民生工作", StringComparison.Ordinal));
        await StoreAsync(Notice("1 | 管好资金。 | 县财政局 | |").Replace("云河县", "青山县", StringComparison.Ordinal));

        Assert.Equal(["云河县", "青山县"], (await Units.NamedAsync("县财政局", None)).Select(unit => unit.Place).Order(StringComparer.Ordinal));
    }

    private static string Notice(params string[] rows) => $"""
        云河县人民政府办公室关于印发2021年重点工作分工的通知
        云政办〔2021〕5号
        各乡镇人民政府：
        请各单位于下一个季度的第三个工作日前将工作进展情况、存在问题报送县政府督查室。
        云河县人民政府办公室
        2021年3月8日
        {(rows.Length == 0 ? "" : "附件\n2021年重点工作分工表\n序号 | 工作任务 | 责任单位 | 完成时限 |\n" + string.Join('\n', rows))}
        """;

    private async Task<ImportedPlan> StoreAsync(string text)
    {
        var stored = await Import().RunAsync(Import(text), None);
        Assert.False(stored.AlreadyThere);
        return stored;
    }

    /// <summary>Names of the units that owe in the period, once for each report.</summary>
    private async Task<IReadOnlyList<string>> OwedAsync(Plan plan, ReportingPeriod period) => await Database.QueryAsync<string>(
        "SELECT u.name FROM obligation o JOIN reporting_period p ON p.id = o.period_id JOIN unit u ON u.id = o.unit_id WHERE p.plan_id = @Id AND p.period = @period ORDER BY o.id", new { plan.Id, period }, None);

    /// <summary>What must hold in every ledger; the small one beside was not imported.</summary>
    private async Task AssertLedgerAsync()
    {
        var check = new LedgerCheck(Database);
        foreach (var rule in check.Rules.Where(rule => rule != "import-audit"))
            Assert.Empty(await check.BreakingAsync(rule, 10, None));
        foreach (var counts in await check.ImportsAsync(None))
            Assert.Contains($"\"tasks\":{counts.Tasks},\"units\":{counts.Units}", counts.Audited, StringComparison.Ordinal);
    }

    private static NoticeImport Import(string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return new(NoticeReader.Read(content, "notice.txt").Notice!, "notice.txt", Convert.ToHexStringLower(SHA256.HashData(content)), null, null, "command");
    }

    private CurrentCalendar Calendar { get; } = new(new LoadedHolidays());

    private PlanLadders Steps => new(new LadderRepository(Database), Options.Create(Ladders.Default));

    private OpenPeriods Open() => new(Database, Plans, Periods, Units, Calendar, Steps, Systems.On(Database, Clock), new RowTroubles(NullLogger<RowTroubles>.Instance));

    private CompareNotice Compare() => new(Plans, Units, new KnownUnits(Units), Clock);

    private ImportNotice Import() => new(Database, Plans, Units, Compare(), new AuditRepository(Database), Open(), Systems.On(Database, Clock), Clock);

    private ApplyNotice Apply(IAuditRepository? audit = null) => new(
        Database, Plans, new PlanRevisionRepository(Database), Units, Compare(), audit ?? new AuditRepository(Database), Open(),
        new RecomputeDueDates(Database, Plans, Periods, new AuditRepository(Database), Calendar, Steps, new ReminderQuery(Database), new WriteLetter(new LetterRepository(Database), new ReminderRepository(Database), new PersonRepository(Database, Clock), new AbsenceRepository(Database), Clock), Clock), Clock);
}

public sealed class ApplyNoticeOnSqlite() : ApplyNoticeTests(new SqliteTestDatabase());

public sealed class ApplyNoticeOnPostgres() : ApplyNoticeTests(new PostgresTestDatabase());
