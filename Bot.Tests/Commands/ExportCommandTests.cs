using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlanBot.Commands;
using PlanBot.Data.Queries;
using PlanBot.Exporting;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Commands;

public sealed class ExportCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private ReminderWorld world = null!;
    private Ledgers ledgers = null!;

    public async Task InitializeAsync()
    {
        world = await ReminderWorld.CreateAsync("2020-04-07 09:00");
        ledgers = await world.StoreAsync(Ledgers.Small());
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("summary.csv")]
    [InlineData("summary.json")]
    [InlineData("summary.xlsx")]
    [InlineData("summary.docx")]
    [InlineData("summary.txt", "--format", "csv")]
    public async Task It_writes_the_period_in_the_format_of_the_name_or_the_one_asked_for(string name, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(["2020Q1", "-o", folder.File(name), .. arguments]);

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains(name, output, StringComparison.Ordinal);
        Assert.True(new FileInfo(folder.File(name)).Length > 300);
        Assert.Equal([folder.File(name)], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData(ExitCode.BadInput, "2020Q9", "-o", "x.csv")]
    [InlineData(ExitCode.BadInput, "2020Q4", "-o", "x.csv")] // not opened yet
    [InlineData(ExitCode.BadInput, "2020年第5季度", "-o", "x.csv")]
    [InlineData(ExitCode.BadInput, "2020Q1", "-o", "x.csv", "--plan", "另一个计划")]
    [InlineData(ExitCode.BadInput, "2020Q1", "-o", "nowhere/x.csv")]
    [InlineData(ExitCode.BadUsage, "2020Q1", "-o", "x.txt")]
    public async Task What_it_cannot_do_it_says_in_one_line_and_leaves_nothing(int code, params string[] arguments)
    {
        arguments[2] = folder.File(arguments[2]);
        var result = await RunAsync(arguments);

        Assert.Equal((code, ""), (result.Code, result.Output));
        Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Of_several_plans_one_is_to_be_named()
    {
        var another = ledgers.AnotherPlan();
        var other = await (another with { Plan = another.Plan with { Title = "青石市优化营商环境任务分工" } }).StoreAsPlanAsync(world.Database);

        var (code, _, error) = await RunAsync("2020Q1", "-o", folder.File("x.csv"));
        var named = await RunAsync("2020Q1", "-o", folder.File("x.csv"), "--plan", other.Plan.Id.ToString());

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("--plan", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, named.Code);
        Assert.Equal(ExitCode.Done, (await RunAsync("2020年第一季度", "-o", folder.File("x.csv"), "--plan", "营商环境")).Code);
        Assert.Contains("there are: ", (await RunAsync("2020Q1", "-o", folder.File("x.csv"), "--plan", "另一个")).Error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var database = world.Database;
        var ledger = new LedgerQuery(database);
        using var services = new ServiceCollection().AddSingleton(world.Clock).AddSingleton(world.Plans).AddSingleton(world.Periods)
            .AddSingleton(new ExportPeriod(new ExportQuery(database, ledger), ledger, new BurdenQuery(database), text => text == "无", Options.Create(new ExportOptions()))).BuildServiceProvider();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await ExportCommand.Create(new Services(services)).Parse(arguments).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Services(IServiceProvider provider) : ICommandServices
    {
        public Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => work(provider, cancellationToken);
    }
}
