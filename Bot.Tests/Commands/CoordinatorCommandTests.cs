using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Commands;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Channels.Browser;

namespace PlanBot.Tests.Commands;

public sealed class CoordinatorCommandTests : IAsyncLifetime
{
    private BrowserHost host = null!;

    public async Task InitializeAsync() => host = await BrowserHost.StartAsync(("Demo:Enabled", "false"), ("Channels:Browser:PublicUrl", "https://planbot.example/"));

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task It_adds_a_coordinator_and_prints_a_link_that_lets_them_in()
    {
        var (code, output, error) = await RunAsync("add", "王芳");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        var link = new Uri(output.TrimEnd().Split('\n')[^1]);
        Assert.StartsWith("https://planbot.example/signin?token=", link.ToString(), StringComparison.Ordinal);
        host.Clock.Now += TimeSpan.FromMinutes(1);
        using var pressed = await host.Http.PostAsync(new Uri(link.PathAndQuery, UriKind.Relative), null);
        Assert.Equal(302, (int)pressed.StatusCode);
        var added = Assert.Single(await host.Services.GetRequiredService<IPersonRepository>().InRoleAsync(PersonRole.Coordinator, CancellationToken.None), person => person.Name == "王芳");
        var audit = await host.Services.GetRequiredService<IAuditRepository>().OfAsync(added.Id, CancellationToken.None);
        Assert.Equal(["add-coordinator", "sign-in"], audit.Select(record => record.Action));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("一\n二")]
    [InlineData("这个名字实在是太长了这个名字实在是太长了这个名字实在是太长了这个名字实在是太长了这个名字实在是太长了又一")]
    public async Task A_name_that_is_none_is_refused_in_one_line(string name)
    {
        var (code, output, error) = await RunAsync("add", name);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Single(await host.Services.GetRequiredService<IPersonRepository>().InRoleAsync(PersonRole.Coordinator, CancellationToken.None));
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CoordinatorCommand.Create(new Services(host.Services)).Parse(arguments).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Services(IServiceProvider provider) : ICommandServices
    {
        public Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => work(provider, cancellationToken);
    }
}
