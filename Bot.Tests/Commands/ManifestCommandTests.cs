using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Commands;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases.TeamsApp;

namespace PlanBot.Tests.Commands;

/// <summary>planbot manifest pack.</summary>
public sealed class ManifestCommandTests : IDisposable
{
    private const string AppId = "5f0c3a52-8d2e-4c57-9b0e-2f6a1d7c4e11";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_packs_the_app_in_the_current_folder_and_makes_no_database()
    {
        var (code, output, error) = await RunningProgram.RunAsync(folder.Path, ["manifest", "pack", "--app-id", AppId, "--domain", "planbot.example.gov.cn", "--language", "zh"]);

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains(AppId, output, StringComparison.Ordinal);
        Assert.Equal(["planbot-teams.zip"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
        await using var zip = File.OpenRead(folder.File("planbot-teams.zip"));
        Assert.Equal((AppId, AppId), (TeamsAppPackage.Read(zip)!.Id, TeamsAppPackage.Read(zip)!.BotId));
    }

    [Fact]
    public async Task What_the_settings_say_need_not_be_said_again()
    {
        var (code, output, error) = await RunAsync(new(AppId, "planbot.example.gov.cn", null), "-o", folder.File("app.zip"), "--language", "en");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("domain planbot.example.gov.cn", output, StringComparison.Ordinal);
        await using var zip = File.OpenRead(folder.File("app.zip"));
        Assert.Equal(["planbot.example.gov.cn"], TeamsAppPackage.Read(zip)!.Domains);
    }

    [Theory]
    [InlineData("缺少应用 ID", "--domain", "a.cn")]
    [InlineData("缺少域名", "--app-id", AppId)]
    [InlineData("“123”", "--app-id", "123", "--domain", "a.cn")]
    [InlineData("“https://a.cn”", "--app-id", AppId, "--domain", "https://a.cn")]
    [InlineData("--app-version", "--app-id", AppId, "--domain", "a.cn", "--app-version", "2")]
    [InlineData("--developer", "--app-id", AppId, "--domain", "a.cn", "--developer", "")]
    [InlineData("“http://a.cn/p”", "--app-id", AppId, "--domain", "a.cn", "--privacy", "http://a.cn/p")]
    [InlineData("1.25", "--app-id", AppId, "--domain", "a.cn", "--schema", "1.18")]
    [InlineData(".zip", "--app-id", AppId, "--domain", "a.cn", "-o", "app.rar")]
    [InlineData("nowhere", "--app-id", AppId, "--domain", "a.cn", "-o", "nowhere/app.zip")]
    public async Task What_is_wrong_is_told_in_one_line_of_the_readers_language(string hint, params string[] arguments)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var (code, output, error) = await RunAsync(new(null, null, null), [.. arguments, "--language", language]);

            Assert.Equal((ExitCode.BadInput, ""), (code, output));
            Assert.Single(error.TrimEnd().Split('\n'));
            if (language == "zh")
                Assert.Contains(hint, error, StringComparison.Ordinal);
            else
                Assert.DoesNotContain(error, c => c is >= '\u3400' and <= '\u9fff');
        }
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Another_app_than_the_settings_name_is_not_packed()
    {
        var (code, _, error) = await RunAsync(new("11111111-2222-3333-4444-555555555555", "a.cn", null), "--app-id", AppId, "-o", folder.File("app.zip"), "--language", "en");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("MicrosoftAppId of this machine is 11111111", error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("app.zip")));
    }

    [Fact]
    public async Task A_package_that_cannot_be_replaced_stays_as_it_was()
    {
        Directory.CreateDirectory(folder.File("app.zip"));

        var (code, _, error) = await RunAsync(new(AppId, "a.cn", null), "-o", folder.File("app.zip"), "--language", "zh");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("app.zip", error, StringComparison.Ordinal);
        Assert.Equal(["app.zip"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(TeamsAppSettings settings, params string[] arguments)
    {
        await using var provider = new ServiceCollection().AddSingleton(settings).BuildServiceProvider();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await ManifestCommand.Create(new Services(provider)).Parse(["pack", .. arguments]).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Services(IServiceProvider provider) : ICommandServices
    {
        public Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => throw new InvalidOperationException("No database is needed.");

        public Task<T> RunUnpreparedAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => work(provider, cancellationToken);
    }
}
