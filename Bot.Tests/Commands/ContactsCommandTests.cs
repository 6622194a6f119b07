using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Commands;
using PlanBot.Composition;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.Commands;

public sealed class ContactsCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private SqliteTestDatabase database = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        database = await SqliteTestDatabase.CreateAsync();
        await Ledgers.Small().StoreAsync(database.Database);
        var configuration = new ConfigurationBuilder().Build();
        services = new ServiceCollection().AddSingleton<IDatabase>(database.Database).AddSingleton<TimeProvider>(new StoppedClock(Ledgers.At("2020-03-31 08:55")))
            .AddKeyedSingleton<TimeProvider>("wall", new StoppedClock(Ledgers.At("2020-03-31 08:55"))).AddSingleton(new PublicAddress("https://planbot.test"))
            .AddData(configuration).AddPeople().AddSingleton<IReminderQuery, ReminderQuery>().AddSingleton<IOutbound>(new FakeChannel()).BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_list_is_looked_at_stored_and_stored_again()
    {
        var file = folder.File("list.csv");
        var unit = (await Units())[0].Name;
        await File.WriteAllTextAsync(file, $"单位,姓名,手机,类型\n{unit},周敏,13600000001,备用\n");

        var look = await RunAsync("import", file, "--dry-run");
        Assert.Equal(ExitCode.Done, look.Code);
        Assert.Contains("周敏", look.Output, StringComparison.Ordinal);
        Assert.Contains("没有入库", look.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(await People(), person => person.Name == "周敏");

        Assert.Contains("1 added", (await RunAsync("import", file)).Output, StringComparison.Ordinal);
        Assert.Contains(await People(), person => person.Name == "周敏");
        using var again = JsonDocument.Parse((await RunAsync("import", file, "--json")).Output);
        Assert.Equal("周敏", again.RootElement.GetProperty("unchanged")[0].GetString());
        Assert.Empty(again.RootElement.GetProperty("errors").EnumerateArray());
    }

    [Fact]
    public async Task Rows_without_a_person_are_told_in_one_line()
    {
        var file = folder.File("list.csv");
        await File.WriteAllTextAsync(file, $"单位,姓名,手机,类型\n{string.Concat(Enumerable.Repeat($"{(await Units())[0].Name},,,\n", 7))}{(await Units())[0].Name},周敏,13600000001,备用\n");

        var output = (await RunAsync("import", file)).Output;

        Assert.Contains("7行没有填写人员，按原样保留", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n'), line => line.Contains("没有填写人员", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_not_known_yet_gets_a_code_and_a_link()
    {
        var list = folder.File("list.csv");
        await File.WriteAllTextAsync(list, $"单位,姓名,手机,类型\n{(await Units())[0].Name},周敏,13600000001,备用\n");
        await RunAsync("import", list);
        var known = (await People()).First(person => person.Contacts.Count > 0 && person.Name != "周敏");
        await services.GetRequiredService<IPersonRepository>().BindAsync(new() { Channel = Ledgers.Browser, UserId = "u1", PersonId = known.Id }, CancellationToken.None);
        var file = folder.File("invitations.csv");

        var (code, output, _) = await RunAsync("invite", "-o", file);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains(file, output, StringComparison.Ordinal);
        var lines = (await File.ReadAllTextAsync(file)).TrimEnd().Split("\r\n");
        var row = Assert.Single(lines, line => line.Contains("周敏", StringComparison.Ordinal));
        Assert.Contains("13600000001", row, StringComparison.Ordinal);
        Assert.Contains("/signin?token=", row, StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains(known.Name, StringComparison.Ordinal));
        var bound = await services.GetRequiredService<IBindingRepository>().UseInvitationAsync(InvitationCode.HashOf(row.Split(',')[4]), DateTimeOffset.UnixEpoch, CancellationToken.None);
        Assert.Equal((await People()).Single(person => person.Name == "周敏").Id, bound);
    }

    [Fact]
    public async Task Whoever_has_something_open_and_is_out_of_reach_gets_words_to_be_passed_on_with_a_link_of_their_own()
    {
        // 张敏 has opened the page, 李强 never has, 王芳 is on no channel; 赵磊 is a backup on no channel.
        await database.Database.WriteAsync("UPDATE person SET language = 'zh' WHERE name = '张敏'", null, CancellationToken.None);
        await database.Database.WriteAsync("DELETE FROM channel_identity WHERE user_id = 'unit-3'", null, CancellationToken.None);
        var file = folder.File("unreached.csv");

        var printed = await RunAsync("invite", "--all-unreached");
        var written = await RunAsync("invite", "--all-unreached", "-o", file);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (printed.Code, written.Code));
        Assert.DoesNotContain("张敏", printed.Output, StringComparison.Ordinal);
        var texts = printed.Output.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["市卫生健康委（李强）", "市卫生健康委（赵磊）", "市商务局（王芳）"], texts.SkipLast(1).Select(text => text.Split('\n')[0]));
        Assert.Contains("王芳您好", texts[2], StringComparison.Ordinal);
        Assert.Contains("4月3日截止，您单位还有2项未报。请打开：https://planbot.test/signin?token=", texts[2], StringComparison.Ordinal);
        Assert.Contains("3 people", texts[^1], StringComparison.Ordinal);
        var lines = (await File.ReadAllTextAsync(file)).TrimEnd().Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.Contains("王芳,,没有绑定聊天账号,https://planbot.test/signin?token=", lines[3], StringComparison.Ordinal);
        Assert.Contains("李强,,从未打开过会话,", lines[1], StringComparison.Ordinal);
        await database.Database.WriteAsync("UPDATE obligation SET state = 4, version = 1, submitted_at = due_at", null, CancellationToken.None);
        Assert.Contains("nothing to pass on", (await RunAsync("invite", "--all-unreached")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadUsage, (await RunAsync("invite")).Code);
    }

    [Fact]
    public async Task No_invitation_is_made_for_a_file_that_cannot_be_written()
    {
        var refused = await RunAsync("invite", "-o", folder.File("nowhere/invitations.csv"));
        Assert.Equal(ExitCode.BadInput, refused.Code);
        Assert.Single(refused.Error.TrimEnd().Split('\n'));
        Assert.Equal(ExitCode.BadInput, (await RunAsync("invite", "-o", folder.File("invitations.xlsx"))).Code);
        foreach (var person in await People())
            Assert.Empty(await services.GetRequiredService<IAuditRepository>().OfAsync(person.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Mistakes_are_named_line_by_line_and_nothing_is_stored()
    {
        var file = folder.File("list.csv");
        await File.WriteAllTextAsync(file, $"单位,姓名,手机\n{(await Units())[0].Name},周敏,13600000001\n市民航局,吴刚,136\n");

        var (code, output, error) = await RunAsync("import", file);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        var lines = error.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains(lines, line => line.StartsWith($"{file}:C3：", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"{file}:A3：", StringComparison.Ordinal));
        Assert.DoesNotContain(await People(), person => person.Name == "周敏");
    }

    [Theory]
    [InlineData("import", "missing.xlsx")]
    [InlineData("template", "-o", "list.docx")]
    [InlineData("template", "-o", "no-such-folder/list.xlsx")]
    public async Task What_cannot_be_read_or_written_is_one_line(params string[] arguments)
    {
        arguments[^1] = folder.File(arguments[^1]);

        var (code, output, error) = await RunAsync(arguments);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("list.xlsx")]
    [InlineData("list.csv")]
    public async Task The_template_holds_the_plans_units_and_is_no_list_yet(string name)
    {
        var file = folder.File(name);

        Assert.Equal(ExitCode.Done, (await RunAsync("template", "-o", file)).Code);
        var (code, _, error) = await RunAsync("import", file);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("没有人员", error, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<PlanBot.Data.Model.Unit>> Units() => await services.GetRequiredService<IUnitRepository>().AllAsync(CancellationToken.None);

    private async Task<IReadOnlyList<PlanBot.Data.Model.Person>> People() => await services.GetRequiredService<IPersonRepository>().AllAsync(CancellationToken.None);

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await ContactsCommand.Create(new Services(services)).Parse(arguments).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Services(IServiceProvider provider) : ICommandServices
    {
        public Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => work(provider, cancellationToken);
    }
}
