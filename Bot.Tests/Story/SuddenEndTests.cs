using System.Net.Http.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>The real process ended by SIGKILL, and started again on what it left.</summary>
public sealed class SuddenEndTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task After_a_kill_no_reminder_is_lost_or_repeated_and_a_half_written_report_goes_on() => PlayAsync();

    [PostgresFact]
    public async Task After_a_kill_PostgreSQL_has_lost_and_repeated_nothing_either() => await PlayAsync(await PostgresServer.SettingsOfNewDatabaseAsync());

    private async Task PlayAsync(params (string Name, string Value)[] database)
    {
        await using (var program = await RunningProgram.StartAsync(folder.Path, database))
        {
            Assert.Equal(16, await MoveClockAsync(program, "2020-03-31T09:00:00+08:00"));
            await program.KillAsync();
        }
        await using (var program = await RunningProgram.StartAsync(folder.Path, database))
        {
            Assert.Equal(0, await MoveClockAsync(program, "2020-03-31T09:30:00+08:00"));
            Assert.Equal(1, await CountRemindersAsync(program));
            var contact = await DirectLineClient.OpenAsync(program.Http, "unit-9");
            await contact.AskAsync("完成了两期讲解员培训。");
            Assert.Contains("成效", await contact.AskAsync("没啥问题"), StringComparison.Ordinal);
            await program.KillAsync();
        }
        await using (var program = await RunningProgram.StartAsync(folder.Path, database))
        {
            var contact = await DirectLineClient.OpenAsync(program.Http, "unit-9");
            Assert.Contains("下一步", await contact.AskAsync("观众满意度提升到九成五。"), StringComparison.Ordinal);
            var summary = await contact.AskAsync("再向五家场馆推广。");
            Assert.Contains("完成了两期讲解员培训", summary, StringComparison.Ordinal);
            Assert.Contains("九成五", summary, StringComparison.Ordinal);
            await contact.AskAsync("确认");
            await program.KillAsync();
        }
        await using var last = await RunningProgram.StartAsync(folder.Path, database);
        var coordinator = await DirectLineClient.OpenAsync(last.Http, "coordinator");
        Assert.Contains("再向五家场馆推广", await coordinator.AskAsync("看看市文化和旅游局的报告"), StringComparison.Ordinal);
        Assert.Equal(15, await MoveClockAsync(last, "2020-04-01T09:00:00+08:00")); // the others' next step, and none to the one who reported
        Assert.Equal(1, await CountRemindersAsync(last));
    }

    private static async Task<int> CountRemindersAsync(RunningProgram program)
    {
        var contact = await DirectLineClient.OpenAsync(program.Http, "unit-9");
        return (await contact.RemindersAsync()).Count(message => message.Contains("2020-04-03", StringComparison.Ordinal));
    }

    private static async Task<int> MoveClockAsync(RunningProgram program, string now)
    {
        using var response = await program.Http.PostAsJsonAsync("/demo/clock", new { now });
        return JObject.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Value<int>("remindersSent");
    }
}
