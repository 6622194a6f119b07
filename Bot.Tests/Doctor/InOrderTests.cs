using PlanBot.Commands;
using PlanBot.Tests.Channels.Teams;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases.TeamsApp;

namespace PlanBot.Tests.Doctor;

/// <summary>An installation in which all is well, beside the real service, and one in which nothing is there yet.</summary>
public sealed class InOrderTests : IAsyncLifetime, IDisposable
{
    private readonly DoctorRun doctor = new();
    private FakeTeams teams = null!;

    public async Task InitializeAsync() => teams = await FakeTeams.StartAsync();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    public void Dispose() => doctor.Dispose();

    [Fact]
    public async Task Where_all_is_well_every_line_says_so()
    {
        await using var service = await RunningProgram.StartAsync(doctor.Folder.Path,
        [
            .. DoctorRun.TeamsSettings(teams).Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value!)),
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("ConnectionStrings__PlanBot", $"Data Source={doctor.Folder.File("planbot.db")}"),
        ]);
        await RunningProgram.RunAsync(doctor.Folder.Path, ["coordinator", "add", "王芳"], ("ConnectionStrings__PlanBot", $"Data Source={doctor.Folder.File("planbot.db")}"), ("ASPNETCORE_ENVIRONMENT", "Production"));
        await using (var package = File.Create(doctor.Folder.File("app.zip")))
            TeamsAppPackage.Write(new TeamsAppOrder(FakeTeams.AppId, DoctorRun.Domain), package);
        doctor.WithTeams(teams).With(("Urls", service.Http.BaseAddress!.ToString())).Outside.Forwards(DoctorRun.Domain, service.Http.BaseAddress);

        var report = await doctor.ExamineAsync("--package", doctor.Folder.File("app.zip"));

        Assert.Equal(
            [
                ("settings", "ok", "settings"), ("database", "ok", "database"), ("plans", "warning", "no-plan"), ("coordinators", "ok", "coordinators"), ("calendar", "ok", "calendar"),
                ("mode", "ok", "in-earnest"), ("evidence", "ok", "evidence"), ("port", "ok", "serving"), ("public-url", "ok", "endpoint"), ("teams", "ok", "teams-settings"),
                ("teams-keys", "ok", "keys"), ("clock", "ok", "clock"), ("teams-token", "ok", "token"), ("teams-connector", "ok", "connector"), ("teams-package", "ok", "package"), ("dingtalk", "off", "dingtalk-off"), ("mail", "off", "mail-off"), ("webhooks", "off", "no-webhooks"),
            ],
            report.Findings);
        Assert.Equal((ExitCode.Done, true), (report.Code, (bool)report.Json["ok"]!));
        Assert.DoesNotContain(report.English, c => c is >= '\u3400' and <= '\u9fff');
        var asked = doctor.Outside.Requests.First(request => request.Address.Contains("/oauth2/", StringComparison.Ordinal));
        Assert.Contains("scope=" + Uri.EscapeDataString("https://api.botframework.com/.default"), asked.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_there_yet_nothing_is_made_and_Teams_is_said_to_be_off()
    {
        var before = Directory.GetFileSystemEntries(doctor.Folder.Path);

        var report = await doctor.ExamineAsync();

        Assert.Equal(ExitCode.Done, report.Code);
        Assert.Equal(("off", "teams-off"), report.Of("teams"));
        Assert.Equal(("warning", "no-file"), report.Of("database"));
        Assert.Equal(("off", "not-looked-at"), report.Of("plans"));
        Assert.Equal(("warning", "no-public-url"), report.Of("public-url"));
        Assert.DoesNotContain(report.Findings, found => found.Check.StartsWith("teams-", StringComparison.Ordinal));
        Assert.Equal(before, Directory.GetFileSystemEntries(doctor.Folder.Path));
        Assert.Empty(doctor.Outside.Requests);
        Assert.Contains("[未启用] Teams：没有启用", report.Chinese, StringComparison.Ordinal);
        Assert.Contains("[off] Teams: not in use", report.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_program_runs_it_and_says_what_is_wrong_with_a_setting()
    {
        var (code, output, error) = await RunningProgram.RunAsync(doctor.Folder.Path, ["doctor", "--language", "zh"], ("Reminders__Sending__Batch", "0"));
        var (fine, _, _) = await RunningProgram.RunAsync(doctor.Folder.Path, ["doctor"], ("ASPNETCORE_ENVIRONMENT", "Production"));
        var (usage, _, _) = await RunningProgram.RunAsync(doctor.Folder.Path, ["doctor", "--language", "fr"]);

        Assert.Equal((ExitCode.BadInput, ""), (code, error));
        Assert.StartsWith("[失败] 配置：", output, StringComparison.Ordinal);
        Assert.Contains("Reminders:Sending:Batch", output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ExitCode.BadUsage), (fine, usage));
        Assert.Empty(Directory.GetFileSystemEntries(doctor.Folder.Path));
    }
}
