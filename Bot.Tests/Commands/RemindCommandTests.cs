using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Commands;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.Commands;

public sealed class RemindCommandTests : IAsyncLifetime
{
    private ReminderWorld world = null!;
    private Ledgers ledgers = null!;

    public async Task InitializeAsync()
    {
        world = await ReminderWorld.CreateAsync("2020-03-31 08:55");
        ledgers = await world.StoreAsync(Ledgers.Small());
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task It_lists_who_would_get_what_and_sends_and_stores_nothing()
    {
        var (code, output, error) = await RunAsync("--dry-run", "--at", "2020-03-31T09:00+08:00");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Equal(
            [
                "2020-03-31 09:00\tperiod-end\t张敏\t2020Q1\t市教委\t1",
                "2020-03-31 09:00\tperiod-end\t李强\t2020Q1\t市卫生健康委\t2",
                "2020-03-31 09:00\tperiod-end\t王芳\t2020Q1\t市商务局\t2",
            ],
            Lines(output));
        Assert.Empty(await world.Outbox.OfPeriodAsync(ledgers.Plan.Id, ledgers.Period.Period, CancellationToken.None));
        Assert.Empty(world.Browser.Sent);
    }

    [Fact]
    public async Task It_looks_into_periods_that_have_not_begun_and_leaves_them_so()
    {
        var (_, output, _) = await RunAsync("--dry-run", "--at", "2020-06-30T09:00+08:00");

        Assert.Contains("2020-06-30 09:00\tperiod-end\t张敏\t2020Q2\t市教委\t1", Lines(output));
        Assert.DoesNotContain("2020Q1", output, StringComparison.Ordinal);
        Assert.Single(await world.Periods.OfPlanAsync(ledgers.Plan.Id, CancellationToken.None));
    }

    [Fact]
    public async Task By_night_it_tells_when_the_message_would_leave()
    {
        var (_, output, _) = await RunAsync("--dry-run", "--at", "2020-03-31T22:00:00+08:00");

        Assert.Equal(3, Lines(output).Count(line => line.StartsWith("2020-04-01 08:30\tperiod-end\t", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_an_instant_it_looks_at_now()
    {
        var (code, output, _) = await RunAsync("--dry-run");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Nothing would be sent", Assert.Single(Lines(output)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.BadUsage)]
    [InlineData(ExitCode.BadUsage, "--at", "2020-03-31T09:00+08:00")]
    [InlineData(ExitCode.BadInput, "--dry-run", "--at", "tomorrow")]
    [InlineData(ExitCode.BadInput, "--dry-run", "--at", "2020-03-31T09:00")]
    [InlineData(ExitCode.BadInput, "--dry-run", "--at", "2020-02-30T09:00Z")]
    public async Task What_it_cannot_do_it_says_in_one_line(int code, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal((code, ""), (result.Code, result.Output));
        Assert.Single(Lines(result.Error));
    }

    private static List<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var services = new ServiceCollection().AddSingleton(world.Clock)
            .AddSingleton(new PreviewReminders(world.Periods, world.Open, world.Queue, world.Compose, world.Query, world.Snoozes)).BuildServiceProvider();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await RemindCommand.Create(new Services(services)).Parse(arguments).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Services(IServiceProvider provider) : ICommandServices
    {
        public Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => work(provider, cancellationToken);
    }
}
