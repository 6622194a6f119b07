using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlanBot.Commands;
using PlanBot.Data.Calendar;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Commands;

public sealed class CalendarCommandTests : IAsyncLifetime
{
    private const string Header = "date,kind,name_zh,year_notice\n";

    private readonly LoadedHolidays holidays = new();
    private readonly SqliteTestDatabase store = new();

    public Task InitializeAsync() => store.InitializeAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData("2020Q3", "2020-10-12\n")]
    [InlineData("2020q1", "2020-04-03\n")]
    [InlineData("2026Q4", "2027-01-05 provisional\n")]
    [InlineData("2020M09", "2020-10-12\n")]
    [InlineData("2020H2", "2021-01-06\n")]
    [InlineData("2020", "2021-01-06\n")]
    [InlineData("9998Q4", "9999-01-05 provisional\n")]
    [InlineData("2020年第三季度", "2020-10-12\n")]
    [InlineData("2020年第四个季度", "2021-01-06\n")]
    [InlineData("2020年09月", "2020-10-12\n")]
    [InlineData("2020年下半年", "2021-01-06\n")]
    public async Task Due_prints_the_day_alone(string period, string expected) => Assert.Equal((ExitCode.Done, expected, ""), await RunAsync("due", period));

    [Fact]
    public async Task Due_explains_itself_when_asked()
    {
        var (_, output, _) = await RunAsync("due", "2020Q3", "--explain");

        Assert.Equal(
            """
            2020-10-12
            10月1日至8日国庆节、中秋节放假；10月10日（周六）上班；第三个工作日为10月12日（周一）
            依据：国办发明电〔2019〕16号、国办发明电〔2020〕1号
            1-8 Oct. holiday (National Day, Mid-Autumn Festival); Sat. 10 Oct. worked; third working day Mon. 12 Oct.
            Source: 国办发明电〔2019〕16号, 国办发明电〔2020〕1号

            """,
            output);
    }

    [Theory]
    [InlineData("2020Q5")]
    [InlineData("Q3")]
    [InlineData("9999Q4")]
    [InlineData("三季度")]
    [InlineData("2020Q3\n2020Q4")]
    [InlineData("2020年第5季度")]
    [InlineData("2020年13月")]
    [InlineData("2020年第30周")]
    [InlineData("2020年7月上旬")]
    [InlineData("2020年第一季度和第二季度")]
    [InlineData("")]
    public async Task A_wrong_period_is_refused_in_one_line_with_a_remedy(string period)
    {
        var (code, output, error) = await RunAsync("due", period);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains("write it like 2020Q3", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_is_named_may_be_none_or_several_or_one_of_another_frequency_or_without_that_period()
    {
        var ledgers = await Ledgers.Small().StoreAsync(store.Database);
        var (title, plans) = (ledgers.Plan.Title, new PlanRepository(store.Database));
        var dates = ledgers.Plan with { Id = Guid.CreateVersion7(), Title = "另一个计划", SourceHash = "other", Reporting = ledgers.Plan.Reporting with { DueRule = new Dates([new(2020, 6, 30)]) } };
        await plans.AddAsync(dates, [], [], default);
        await plans.AddAsync(dates with { Id = Guid.CreateVersion7(), Title = "又一个计划", SourceHash = "third" }, [], [], default);

        async Task<string> SaidAsync(string period, string plan)
        {
            var (code, output, error) = await RunAsync("due", period, "--plan", plan);
            Assert.Equal((ExitCode.BadInput, ""), (code, output));
            return Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        Assert.Equal((ExitCode.Done, "2020-10-12\n", ""), await RunAsync("due", "2020Q3", "--plan", title));
        Assert.Contains($"there are: {title}; 另一个计划; 又一个计划", await SaidAsync("2020Q3", "没有的"), StringComparison.Ordinal);
        Assert.Contains("Several plans have \"一个计划\"", await SaidAsync("2020Q3", "一个计划"), StringComparison.Ordinal);
        Assert.Contains("2020M09 is no period of it", await SaidAsync("2020M09", "另一个计划"), StringComparison.Ordinal);
        Assert.Contains("nothing is due for 2020Q3", await SaidAsync("2020Q3", "另一个计划"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_is_loaded_settles_its_due_dates()
    {
        var path = await FileAsync("2027.csv", Encoding.UTF8.GetBytes(Header + "2027-01-01,off,元旦,2027\n2027-01-04,off,元旦,2027\n2027-01-09,work,元旦,2027\n"));

        var refused = await RunAsync("import", path);
        Assert.Equal((ExitCode.BadInput, ""), (refused.Code, refused.Output));
        Assert.Contains("2027年只列了2天放假，全年通常有30天左右，像是不完整，没有载入", Assert.Single(refused.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(await holidays.AllAsync(default));

        var imported = await RunAsync("import", path, "--confirmed");

        Assert.Equal((ExitCode.Done, "2027年：放假2天，调休上班1天。 2027: days off 2, make-up working days 1.\n", ""), imported);
        Assert.Equal((ExitCode.Done, "2027-01-07\n", ""), await RunAsync("due", "2026Q4"));
    }

    [Fact]
    public async Task Due_by_the_rule_of_a_plan_named_by_a_part_of_its_title()
    {
        var ledger = Ledgers.Small();
        foreach (var unit in ledger.Units)
            await new UnitRepository(store.Database).AddAsync(unit, default);
        await new PlanRepository(store.Database).AddAsync(ledger.Plan with { Title = "云河市智慧农业工作要点", Reporting = ledger.Plan.Reporting with { DueRule = new WorkingDayOfNextPeriod(5) } }, ledger.Tasks, ledger.Assignments, default);

        Assert.Equal((ExitCode.Done, "2020-04-03\n", ""), await RunAsync("due", "2020年第一季度"));
        Assert.Equal((ExitCode.Done, "2020-04-08\n", ""), await RunAsync("due", "2020Q1", "--plan", "智慧农业"));
        Assert.Contains("云河市智慧农业工作要点", (await RunAsync("due", "2020Q1", "--plan", "智慧城市")).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await RunAsync("due", "2020M03", "--plan", "智慧农业")).Code); // it is reported on by quarters
    }

    [Fact]
    public async Task Loading_a_year_tells_which_open_due_dates_moved()
    {
        var ledger = Ledgers.Small();
        foreach (var unit in ledger.Units)
            await new UnitRepository(store.Database).AddAsync(unit, default);
        await new PlanRepository(store.Database).AddAsync(
            ledger.Plan with { Reporting = ledger.Plan.Reporting with { FirstPeriod = new(2020, 1), LastPeriod = null } }, ledger.Tasks, ledger.Assignments, default);
        var fourth = ledger.ForPeriod(new(2026, 4), Calendars.Day("2027-01-05"), Ledgers.At("2026-12-31 09:00"));
        var periods = new PeriodRepository(store.Database);
        await periods.OpenAsync(fourth.Period with { IsProvisional = true }, fourth.Obligations, default);

        var (_, output, _) = await RunAsync("import", await FileAsync("2027.csv", Encoding.UTF8.GetBytes(Header + "2027-01-04,off,元旦,2027\n")), "--confirmed");

        Assert.Contains("报送时限由2027-01-05改为2027-01-06，已确定。理由：1月4日元旦放假；第三个工作日为1月6日（周三）。 Q4 2026: due 2027-01-06 instead of 2027-01-05, firm. Why: ", output, StringComparison.Ordinal);
        Assert.Equal(Calendars.Day("2027-01-06"), (await periods.FindAsync(ledger.Plan.Id, new(2026, 4), default))?.DueOn);
    }

    [Theory]
    [InlineData("2027.txt", "\n")]
    [InlineData("2027.html", "</p><p>")]
    public async Task The_notice_itself_can_be_loaded(string name, string lineBreak)
    {
        var text = string.Join(lineBreak, "关于2027年部分节假日安排的通知", "国办发明电〔2026〕1号", "现将2027年元旦放假调休日期通知如下。", "一、元旦：1月1日（周五）至4日（周一）放假调休，共4天。1月9日（周六）上班。");

        var (code, output, error) = await RunAsync("import", await FileAsync(name, Encoding.UTF8.GetBytes(name.EndsWith("html", StringComparison.Ordinal) ? $"<html><body><p>{text}</p></body></html>" : text)));

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.StartsWith("2027年：放假4天，调休上班1天。", output, StringComparison.Ordinal);
        Assert.Equal(["国办发明电〔2026〕1号"], Assert.Single(await holidays.AllAsync(default)).Documents);
    }

    [Fact]
    public async Task A_notice_that_cannot_be_accounted_for_is_refused_whole()
    {
        var (code, output, error) = await RunAsync("import", await FileAsync("2027.txt", Encoding.UTF8.GetBytes("关于2027年部分节假日安排的通知\n现将2027年元旦放假调休日期通知如下。\n一、元旦：1月1日（周五）至4日（周一）放假调休，共3天。")));

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains("2027.txt 第3行", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(await holidays.AllAsync(default));
    }

    [Fact]
    public async Task A_file_saved_on_chinese_windows_is_read_too()
    {
        var path = await FileAsync("2027.csv", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Header + "2027-01-01,off,元旦,2027\n"));

        await RunAsync("import", path, "--confirmed");

        Assert.Equal("元旦", Assert.Single(Assert.Single(await holidays.AllAsync(default)).Days).Name);
    }

    [Fact]
    public async Task A_part_of_a_year_does_not_replace_the_whole_of_it()
    {
        var whole = string.Concat(Enumerable.Range(1, 27).Select(day => $"2027-02-{day:00},off,春节,2027\n"));
        Assert.Equal(ExitCode.Done, (await RunAsync("import", await FileAsync("whole.csv", Encoding.UTF8.GetBytes(Header + whole)))).Code);

        var (code, _, error) = await RunAsync("import", await FileAsync("part.csv", Encoding.UTF8.GetBytes(Header + whole[..(whole.Length - 6 * "2027-02-01,off,春节,2027\n".Length)])));

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("2027年只列了21天放假，而已有的安排是27天", error, StringComparison.Ordinal);
        Assert.Equal(27, Assert.Single(await holidays.AllAsync(default)).Days.Count);
    }

    [Fact]
    public async Task The_lists_that_ship_can_be_imported_again()
    {
        using var shipped = typeof(StateCouncilHolidays).Assembly.GetManifestResourceStream("Calendar.cn-holidays.csv")!;
        using var copy = new MemoryStream();
        await shipped.CopyToAsync(copy);

        var (code, output, _) = await RunAsync("import", await FileAsync("all.csv", copy.ToArray()));

        Assert.Equal((ExitCode.Done, 9), (code, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Theory]
    [InlineData(Header + "2027-01-01,off,元旦,2027\n2027-13-01,off,春节,2027\n", "list.csv 第3行", "line 3: '2027-13-01' is no date; write it like 2027-10-01.")]
    [InlineData(Header + "x,off,元旦,2027\ny,off,春节,2027\nz,off,春节,2027\n", "list.csv 第2行", "(另有2处 and 2 more)")]
    [InlineData("天津市关于……的通知", "list.csv 第1行", "the first line must read date,kind,name_zh,year_notice")]
    [InlineData("", "list.csv 第1行", "the first line must read date,kind,name_zh,year_notice")]
    [InlineData("a\0b", "list.csv 第1行", "save it as CSV (UTF-8)")]
    public async Task A_list_with_a_mistake_is_refused_whole_naming_the_line(string text, string start, string part)
    {
        var (code, output, error) = await RunAsync("import", await FileAsync("list.csv", Encoding.UTF8.GetBytes(text)));

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(start, line, StringComparison.Ordinal);
        Assert.Contains(part, line.Replace('（', '(').Replace('）', ')'), StringComparison.Ordinal);
        Assert.Empty(await holidays.AllAsync(default));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (code, _, error) = await RunAsync("import", Path.Combine(store.Folder, "none.csv"));

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("none.csv", error, StringComparison.Ordinal);
    }

    private async Task<string> FileAsync(string name, byte[] content)
    {
        var path = Path.Combine(store.Folder, name);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IHolidayRepository>(holidays).AddSingleton<IDatabase>(store.Database).AddSingleton(Options.Create(Ladders.Default))
            .AddSingleton<TimeProvider>(new StoppedClock(Ledgers.At("2026-12-20 10:00")))
            .AddSingleton<IPlanRepository>(new PlanRepository(store.Database)).AddSingleton<IPeriodRepository>(new PeriodRepository(store.Database))
            .AddSingleton<IAuditRepository>(new AuditRepository(store.Database)).AddSingleton<LadderRepository>().AddSingleton<PlanLadders>()
            .AddSingleton<IReminderQuery, ReminderQuery>().AddSingleton<ILetterRepository, LetterRepository>().AddSingleton<IReminderRepository, ReminderRepository>()
            .AddSingleton<IPersonRepository, PersonRepository>().AddSingleton<AbsenceRepository>().AddSingleton<WriteLetter>()
            .AddTransient<CurrentCalendar>().AddTransient<RecomputeDueDates>().AddTransient<ImportHolidays>()
            .BuildServiceProvider();
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var root = new RootCommand { CalendarCommand.Create(new Services(services)) };
        var code = await root.Parse(["calendar", .. arguments]).InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Services(IServiceProvider provider) : ICommandServices
    {
        public Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => work(provider, cancellationToken);
    }
}
