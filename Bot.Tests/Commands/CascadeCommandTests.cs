using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Commands;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.UseCases;

namespace PlanBot.Tests.Commands;

/// <summary>Plans above and below each other, and the names of units, on the command line.</summary>
public sealed class CascadeCommandTests : IAsyncLifetime
{
    private readonly SqliteTestDatabase store = new();
    private readonly Plan city = Ledgers.NewPlan() with { Title = "市级计划" };
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        await store.InitializeAsync();
        services = new ServiceCollection()
            .AddSingleton<IDatabase>(store.Database).AddSingleton<TimeProvider>(new StoppedClock(Ledgers.At("2020-03-20 10:00"))).AddSingleton<IPlanRepository, PlanRepository>()
            .AddSingleton<ITaskLinkRepository, TaskLinkRepository>().AddSingleton<IAuditRepository, AuditRepository>().AddSingleton<IUnitRepository, UnitRepository>()
            .AddSingleton<LinkTasks>().AddSingleton<NameUnits>().BuildServiceProvider();
        await AddAsync(city, "建设智慧校园二十所。", "改造老旧小区三百个。");
        await AddAsync(Ledgers.NewPlan() with { Title = "区级计划", ParentId = city.Id }, "改造老旧小区十二个。", "举办农民丰收节。", "建设智慧校园三所。");
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Links_are_proposed_confirmed_and_taken_back()
    {
        var shown = (await CascadeAsync("区级计划")).Output;
        Assert.Contains("1. 1 改造老旧小区十二个。 → 2 改造老旧小区三百个。", shown, StringComparison.Ordinal);
        Assert.Contains("2. 3 建设智慧校园三所。 → 1 建设智慧校园二十所。", shown, StringComparison.Ordinal);
        Assert.Contains("－ 2 举办农民丰收节。", shown, StringComparison.Ordinal);
        Assert.Empty(await LinksAsync());

        Assert.Contains("已关联1项", (await CascadeAsync("区级计划", "--confirm", "2")).Output, StringComparison.Ordinal);
        Assert.Equal(["3 1"], await LinksAsync());
        Assert.Contains("✓ 3 建设智慧校园三所。", (await CascadeAsync("区级计划")).Output, StringComparison.Ordinal);
        Assert.Contains("已关联1项", (await CascadeAsync("区级计划", "--confirm", "1")).Output, StringComparison.Ordinal);
        await CascadeAsync("区级计划", "--remove", "3");
        Assert.Equal(["1 2"], await LinksAsync());
        Assert.Equal(["link-task", "unlink-task"], await store.Database.QueryAsync<string>("SELECT DISTINCT action FROM audit ORDER BY action", null, CancellationToken.None));
    }

    [Theory]
    [InlineData("没有标题或编号为“丙”的计划", "丙")]
    [InlineData("没有上级计划", "市级计划")]
    [InlineData("没有第“9”条", "区级计划", "--confirm", "1,9")]
    [InlineData("没有第“7”条", "区级计划", "--remove", "7")]
    public async Task What_is_not_there_is_told_and_nothing_is_linked(string hint, params string[] arguments)
    {
        var (code, output, error) = await CascadeAsync(arguments);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains(hint, error, StringComparison.Ordinal);
        Assert.Empty(await LinksAsync());
    }

    [Fact]
    public async Task Other_names_are_proposed_from_the_table_and_kept_when_confirmed()
    {
        var units = services.GetRequiredService<IUnitRepository>();
        foreach (var (name, place) in new[] { ("县工信局", "云河县"), ("县工信局", "青山县"), ("县文化局", "云河县"), ("县旅游局", "云河县") })
            await units.AddAsync(new Unit { Id = Guid.CreateVersion7(), Name = name, Place = place, Kind = UnitKind.Unit }, CancellationToken.None);

        var listed = (await RunAsync(UnitsCommand.Create(new Services(services)))).Output;
        Assert.Contains("县工信委（2018）", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("县文旅局", listed, StringComparison.Ordinal); // two units of one place were merged into it
        Assert.Contains("云河县工信局、青山县工信局", (await RunAsync(UnitsCommand.Create(new Services(services)), "alias", "县工信局", "县工信委")).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await RunAsync(UnitsCommand.Create(new Services(services)), "alias", "青山县工信局", "县工信委")).Code);

        Assert.Equal("青山县", Assert.Single(await units.NamedAsync("县工信委", CancellationToken.None)).Place);
        Assert.Equal(ExitCode.BadInput, (await RunAsync(UnitsCommand.Create(new Services(services)), "alias", "县文化局", "县旅游局")).Code);
    }

    private async Task AddAsync(Plan plan, params string[] texts) => await services.GetRequiredService<IPlanRepository>().AddAsync(
        plan, [.. texts.Select((text, index) => new PlanTask { Id = Guid.CreateVersion7(), PlanId = plan.Id, Ordinal = index + 1, Number = $"{index + 1}", Text = text, Line = index + 1 })], [], CancellationToken.None);

    private async Task<IReadOnlyList<string>> LinksAsync() => await store.Database.QueryAsync<string>(
        "SELECT c.number || ' ' || p.number FROM task_link l JOIN plan_task c ON c.id = l.child_task_id JOIN plan_task p ON p.id = l.parent_task_id ORDER BY c.ordinal", null, CancellationToken.None);

    private Task<(int Code, string Output, string Error)> CascadeAsync(params string[] arguments) => RunAsync(CascadeCommand.Create(new Services(services)), arguments);

    private static async Task<(int Code, string Output, string Error)> RunAsync(Command command, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await command.Parse(arguments).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Services(IServiceProvider provider) : ICommandServices
    {
        public Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => work(provider, cancellationToken);
    }
}
