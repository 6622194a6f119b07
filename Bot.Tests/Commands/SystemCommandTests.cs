using System.CommandLine;
using System.Net.Http.Headers;
using PlanBot.Commands;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Dashboard;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.Tests.Commands;

/// <summary><c>token</c> and <c>webhook</c>: how other systems get in, and how they are told.</summary>
public sealed class SystemCommandTests : IAsyncLifetime
{
    private DeskHost host = null!;

    public async Task InitializeAsync() => host = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_token_is_shown_once_works_and_is_revoked()
    {
        var plan = host.Ledgers.Plan.Title;
        var (code, output, error) = await TokenAsync("add", "督查系统", "--scope", "read", "--scope", "report", "--plan", plan, "--unit", "教委", "--expires", "2027-01-01");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        var text = output.TrimEnd().Split('\n')[^1];
        Assert.Equal(200, await AskAsync(text));
        var kept = Assert.Single(await host.Get<ApiTokenRepository>().AllAsync(CancellationToken.None));
        Assert.Equal(
            (ApiScopes.Read | ApiScopes.Report, host.Ledgers.Plan.Id, host.Ledgers.Units[0].Id, Builders.Ledgers.At("2027-01-01 00:00")),
            (kept.Access.Scopes, Assert.Single(kept.Access.PlanIds), Assert.Single(kept.Access.UnitIds), kept.ExpiresAt));
        var (_, listed, _) = await TokenAsync("list");
        foreach (var part in new[] { kept.Id.ToString(), "督查系统", "有效", "read, report", plan, "市教委", "2027", "2026" })
            Assert.Contains(part, listed, StringComparison.Ordinal);
        Assert.DoesNotContain(text[^43..], listed, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, (await TokenAsync("revoke", "督查系统")).Code);
        Assert.Equal(401, await AskAsync(text));
        Assert.Equal(ExitCode.BadInput, (await TokenAsync("revoke", "督查系统")).Code);
        Assert.Contains("已吊销", (await TokenAsync("list")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await TokenAsync("add", "督查系统")).Code); // the name is free again
        Assert.Equal(ExitCode.Done, (await TokenAsync("revoke", (await host.Get<ApiTokenRepository>().AllAsync(CancellationToken.None)).Single(token => token.RevokedAt is null).Id.ToString())).Code);
        var audit = await host.Get<IAuditRepository>().OfAsync(kept.PersonId, CancellationToken.None);
        Assert.Equal([("add-token", "command"), ("revoke-token", "command")], audit.Select(record => (record.Action, record.Channel)).Order());
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("督查系统", "--plan", "没有的计划")]
    [InlineData("督查系统", "--unit", "没有的单位")]
    [InlineData("督查系统", "--expires", "明年")]
    [InlineData("督查系统", "--expires", "2020-01-01")]
    [InlineData("已有系统")]
    public async Task A_token_that_cannot_be_is_refused_in_one_line(params string[] arguments)
    {
        await TokenAsync("add", "已有系统");

        var (code, output, error) = await TokenAsync(["add", .. arguments]);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Single(await host.Get<ApiTokenRepository>().AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_webhook_is_registered_with_its_secret_listed_with_its_troubles_and_removed()
    {
        var (code, output, error) = await WebhookAsync("add", "https://127.0.0.1:9/hook", "--event", "report.submitted", "--event", "obligation.overdue", "--plan", host.Ledgers.Plan.Title);

        Assert.Equal((ExitCode.Done, ""), (code, error));
        var kept = Assert.Single(await host.Get<WebhookRepository>().AllAsync(CancellationToken.None));
        Assert.Equal((kept.Secret, WebhookEvents.ReportSubmitted | WebhookEvents.ObligationOverdue, host.Ledgers.Plan.Id), (output.TrimEnd().Split('\n')[^1], kept.Events, kept.PlanId));
        await host.FileAsync(1);
        await host.Get<SendWebhooks>().RunAsync(CancellationToken.None);
        var (_, listed, _) = await WebhookAsync("list");
        foreach (var part in new[] { kept.Id.ToString(), "report.submitted,obligation.overdue", "waiting 1", "private address" })
            Assert.Contains(part, listed, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Secret, listed, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, (await WebhookAsync("remove", kept.Id.ToString())).Code);
        Assert.Equal(ExitCode.BadInput, (await WebhookAsync("remove", kept.Id.ToString())).Code);
        Assert.Empty(await host.Get<WebhookRepository>().AllAsync(CancellationToken.None));
        var audit = await host.Get<IAuditRepository>().OfAsync(kept.Id, CancellationToken.None);
        Assert.Equal(["add-webhook", "remove-webhook"], audit.Select(record => record.Action).Order());
    }

    [Theory]
    [InlineData("http://oa.example.gov.cn/hook")]
    [InlineData("http://127.0.0.1/hook")]
    [InlineData("ftp://oa.example.gov.cn/hook")]
    [InlineData("https://user:secret@oa.example.gov.cn/hook")]
    [InlineData("oa.example.gov.cn")]
    [InlineData("https://oa.example.gov.cn/hook", "--plan", "没有的计划")]
    public async Task An_address_that_cannot_be_is_refused_in_one_line(params string[] arguments)
    {
        var (code, output, error) = await WebhookAsync(["add", .. arguments]);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Empty(await host.Get<WebhookRepository>().AllAsync(CancellationToken.None));
    }

    private async Task<int> AskAsync(string token)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync(new Uri("/api/v1/plans", UriKind.Relative));
        return (int)answer.StatusCode;
    }

    private Task<(int Code, string Output, string Error)> TokenAsync(params string[] arguments) => RunAsync(TokenCommand.Create(new Services(host)), arguments);

    private Task<(int Code, string Output, string Error)> WebhookAsync(params string[] arguments) => RunAsync(WebhookCommand.Create(new Services(host)), arguments);

    private static async Task<(int Code, string Output, string Error)> RunAsync(Command command, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await command.Parse(arguments).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Services(DeskHost host) : ICommandServices
    {
        public Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => work(host.Services, cancellationToken);
    }
}
