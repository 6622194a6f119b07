using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlanBot.Commands;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Commands;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private const string Notice = """
        云河县人民政府办公室关于印发2021年重点工作分工的通知
        各乡镇人民政府：
        请各单位于下一个季度的第三个工作日前将工作进展情况报送县政府督查室。
        云河县人民政府办公室
        2021年3月8日
        附件
        2021年重点工作分工表
        序号 | 工作任务 | 责任单位 |
        1 | 改造城区老旧管网三十公里。 | 县住建局 |
        2 | 推动两化融合试点企业十家。 | 县工信委 |
        """;

    private readonly SqliteTestDatabase store = new();
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        await store.InitializeAsync();
        services = new ServiceCollection()
            .AddSingleton<IDatabase>(store.Database).AddSingleton<TimeProvider>(new StoppedClock(Ledgers.At("2021-03-10 10:00")))
            .AddSingleton<IPlanRepository, PlanRepository>().AddSingleton<IUnitRepository, UnitRepository>().AddSingleton<IPlanRevisionRepository, PlanRevisionRepository>()
            .AddSingleton<IPeriodRepository, PeriodRepository>().AddSingleton<IAuditRepository, AuditRepository>().AddSingleton<IHolidayRepository, LoadedHolidays>()
            .AddSingleton(Options.Create(Ladders.Default)).AddSingleton<CurrentCalendar>().AddLogging().AddSingleton<RowTroubles>().AddSingleton<OpenPeriods>().AddSingleton<RecomputeDueDates>()
            .AddSingleton<LadderRepository>().AddSingleton<PlanLadders>().AddSingleton<ReachQuery>().AddSingleton<IReminderQuery, ReminderQuery>().AddSingleton<ILetterRepository, LetterRepository>()
            .AddSingleton<IReminderRepository, ReminderRepository>().AddSingleton<IPersonRepository, PersonRepository>().AddSingleton<AbsenceRepository>().AddSingleton<WriteLetter>()
            .AddSingleton(Systems.On(store.Database, new StoppedClock(Ledgers.At("2021-03-10 10:00"))))
            .AddSingleton<KnownUnits>().AddSingleton<CompareNotice>().AddSingleton<ProposeRule>().AddSingleton<ImportNotice>().AddSingleton<ApplyNotice>().BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_corrected_notice_is_shown_first_and_applied_when_that_is_ordered()
    {
        await RunAsync(Notice);
        var corrected = Notice.Replace("三十公里", "五十公里", StringComparison.Ordinal).Replace("县工信委", "县工信局", StringComparison.Ordinal);

        var shown = await RunAsync(corrected);
        Assert.Equal(ExitCode.Done, shown.Code);
        Assert.Contains("单位更名：县工信委 → 县工信局（2018年机构改革）", shown.Output, StringComparison.Ordinal);
        Assert.Contains("修改1项：\n· 1 改造城区老旧管网五十公里。：删“三”，增“五”", shown.Output, StringComparison.Ordinal);
        Assert.Contains("--apply", shown.Output, StringComparison.Ordinal);
        Assert.Equal("改造城区老旧管网三十公里。", (await TasksAsync())[0]);

        var applied = await RunAsync(corrected, "--apply");
        Assert.Contains("The plan was changed by this notice.", applied.Output, StringComparison.Ordinal);
        Assert.Equal("改造城区老旧管网五十公里。", (await TasksAsync())[0]);
        Assert.Contains("says the same", (await RunAsync(corrected + "\n", "--apply")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_named_where_the_notice_does_not_tell_it()
    {
        await RunAsync(Notice);
        var other = Notice.Replace("3月8日", "4月8日", StringComparison.Ordinal).Replace("重点工作分工的通知", "重点工作任务分工的通知", StringComparison.Ordinal);

        Assert.Contains("没有标题或编号为“甲”的计划", (await RunAsync(other, "--replaces", "甲")).Error, StringComparison.Ordinal);
        Assert.Contains("成文日期：2021-03-08 → 2021-04-08", (await RunAsync(other, "--replaces", "云河县人民政府办公室关于印发2021年重点工作分工的通知")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await TasksAsync()).Count);
    }

    [Fact]
    public async Task A_new_plan_asks_whether_its_units_were_renamed()
    {
        await RunAsync(Notice);
        var next = Notice.Replace("2021", "2022", StringComparison.Ordinal).Replace("县工信委", "县工信局", StringComparison.Ordinal);

        var (code, output, error) = await RunAsync(next);
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains("县工信委 → 县工信局", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);

        Assert.Contains("接续《云河县人民政府办公室关于印发2021年重点工作分工的通知》：2个单位", (await RunAsync(next, "--renamed")).Output, StringComparison.Ordinal);
        Assert.Equal(["县住建局", "县工信局"], (await services.GetRequiredService<IUnitRepository>().AllAsync(CancellationToken.None)).Select(unit => unit.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_rule_or_a_terminal_that_of_the_plan_above_is_taken_and_told()
    {
        await RunAsync(Notice);
        var child = WithoutRule.Replace("《上级》", "《云河县人民政府办公室关于印发2021年重点工作分工的通知》", StringComparison.Ordinal);

        var (code, output, _) = await RunAsync(child);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("暂按《云河县人民政府办公室关于印发2021年重点工作分工的通知》", output, StringComparison.Ordinal);
        Assert.Contains("每季度一报，下一季度第3个工作日前", output, StringComparison.Ordinal);
        Assert.Contains("--rule", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_given_with_the_command_and_refused_where_it_cannot_be_read_or_does_not_apply()
    {
        Assert.Contains("看不出报送要求：“常报”", (await RunAsync(WithoutRule, "--rule", "常报")).Error, StringComparison.Ordinal);
        Assert.Contains("--rule 不适用", (await RunAsync(Notice, "--rule", "每月25日前")).Error, StringComparison.Ordinal);
        Assert.Empty(await services.GetRequiredService<IPlanRepository>().AllAsync(CancellationToken.None));

        Assert.Equal(ExitCode.Done, (await RunAsync(WithoutRule, "--rule", "每月25日前")).Code);
        var rule = Assert.Single(await services.GetRequiredService<IPlanRepository>().AllAsync(CancellationToken.None)).Reporting;
        Assert.Equal((Frequency.Monthly, new DayOfPeriod(1, 25), "2021M03"), (rule.Frequency, rule.DueRule, rule.FirstPeriod.ToString()));
    }

    [Theory]
    [InlineData("常报\n每月25日前\n", Frequency.Monthly)]
    [InlineData("\n", Frequency.Quarterly)]
    public async Task A_person_at_the_terminal_is_asked(string typed, Frequency expected)
    {
        terminal = typed;

        var (_, output, _) = await RunAsync(WithoutRule);

        Assert.Contains("通知没有写明报送要求。通常是：每季度一报", output, StringComparison.Ordinal);
        Assert.Equal(typed.Length > 2, output.Contains("看不出报送要求：“常报”", StringComparison.Ordinal));
        Assert.Equal(expected, Assert.Single(await services.GetRequiredService<IPlanRepository>().AllAsync(CancellationToken.None)).Reporting.Frequency);
    }

    [Fact]
    public async Task Doubts_are_printed_before_the_tasks()
    {
        var (_, output, _) = await RunAsync(Notice.Replace("县工信委", "县工信委等", StringComparison.Ordinal), "--dry-run");

        Assert.InRange(output.IndexOf("请留意", StringComparison.Ordinal), 0, output.IndexOf("改造城区老旧管网", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_shows_the_rule_as_understood_who_leads_and_who_cannot_be_asked()
    {
        var (_, output, _) = await RunAsync(
            Notice.Replace("| 责任单位 |", "| 牵头单位 | 配合单位 |", StringComparison.Ordinal).Replace("| 县住建局 |", "| 县住建局 | 各乡镇人民政府 |", StringComparison.Ordinal).Replace("| 县工信委 |", "| 县工信委 | 县财政局 |", StringComparison.Ordinal), "--dry-run");

        Assert.Contains("理解为：每季度一报，下一季度第3个工作日前；各牵头、责任、配合单位都报送；首期为2021年第一季度，2021-04-06截止", output, StringComparison.Ordinal);
        Assert.Contains("［牵头：县工信委；配合：县财政局］", output, StringComparison.Ordinal);
        Assert.Contains("“各乡镇人民政府”是统称", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_assigns_nothing_is_not_stored()
    {
        var (code, _, error) = await RunAsync("云河县人民政府办公室关于加强值班工作的通知\n各单位：\n请各单位高度重视，严格执行值班制度。\n云河县人民政府办公室\n2021年9月8日");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("没有读到任务：正文里没有写明", error, StringComparison.Ordinal);
        Assert.Empty(await services.GetRequiredService<IPlanRepository>().AllAsync(CancellationToken.None));
    }

    private const string WithoutRule = """
        云河县柳林镇人民政府关于印发2021年重点工作分工的通知
        各村：
        按照《上级》要求，请抓好落实。
        云河县柳林镇人民政府
        2021年3月18日
        附件
        2021年重点工作分工表
        序号 | 工作任务 | 责任单位 |
        1 | 改造镇区管网三公里。 | 镇建设办 |
        """;

    /// <summary>What a person types there; null when nobody does.</summary>
    private string? terminal;

    private async Task<IReadOnlyList<string>> TasksAsync()
    {
        var plans = services.GetRequiredService<IPlanRepository>();
        return [.. (await plans.TasksAsync(Assert.Single(await plans.AllAsync(CancellationToken.None)).Id, CancellationToken.None)).Select(task => task.Text)];
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string notice, params string[] arguments)
    {
        var file = Path.Combine(store.Folder, "notice.txt");
        await File.WriteAllTextAsync(file, notice);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await ImportCommand.Create(new Services(services, terminal)).Parse([file, .. arguments]).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Services(IServiceProvider provider, string? typed) : ICommandServices
    {
        public TextReader? Terminal { get; } = typed is null ? null : new StringReader(typed);

        public Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => work(provider, cancellationToken);
    }
}
