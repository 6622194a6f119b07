using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>The main job, told once over Direct Line against the real program: the quarter ends, contacts are reminded, two report, the coordinator asks.</summary>
/// <param name="notice">Null for the shipped sample.</param>
/// <param name="database">Settings that name a database; none for SQLite in a folder of its own.</param>
internal sealed class MainJob(string? notice, params (string Name, string Value)[] database) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public async Task PlayAsync()
    {
        await using (var program = await StartAsync())
        {
            await QuarterEndRemindsEveryUnitOnceAsync(program);
            await UnitTwoReportsAllInOneMessageAsync(program);
            await UnitNineIsAskedForWhatIsMissingAsync(program);
            await OnTheDueDayNobodyIsOverdueAsync(program);
            await AfterTheHolidayFourteenAreOverdueAsync(program);
            await ACorrectionIsANewVersionAsync(program);
            await OthersLearnNothingAsync(program);
            await program.KillAsync();
        }
        await using var again = await StartAsync();
        await AfterARestartTheAnswersAreTheSameAsync(again);
    }

    private Task<RunningProgram> StartAsync() =>
        RunningProgram.StartAsync(folder.Path, [.. database, .. notice is null ? [] : new[] { ("Demo__Notice", notice) }, ("Clock__Now", "2020-03-31T08:55:00+08:00")]);

    private static async Task QuarterEndRemindsEveryUnitOnceAsync(RunningProgram program)
    {
        var sent = await MoveClockAsync(program, "2020-03-31T09:00:00+08:00");

        Assert.Equal(16, sent);
        for (var unit = 1; unit <= 16; unit++)
        {
            var reminder = Assert.Single(await RemindersOfAsync(program, unit));
            Assert.Contains(SampleOffice.Units[unit - 1], reminder, StringComparison.Ordinal);
            Assert.Contains("2020-04-03", reminder, StringComparison.Ordinal);
            Assert.Equal(SampleOffice.TaskCounts[unit - 1], Regex.Count(reminder, "^第.项：", RegexOptions.Multiline));
        }
    }

    private static async Task UnitTwoReportsAllInOneMessageAsync(RunningProgram program)
    {
        var contact = await DirectLineClient.OpenAsync(program.Http, "unit-2");

        var summary = await contact.AskAsync(SampleOffice.ThreeTasks);
        var filed = await contact.AskAsync("确认");

        Assert.Contains("师资仍缺二十人", summary, StringComparison.Ordinal);
        Assert.Contains("暑期再办两期", summary, StringComparison.Ordinal);
        Assert.Contains("已", filed, StringComparison.Ordinal);
    }

    private static async Task UnitNineIsAskedForWhatIsMissingAsync(RunningProgram program)
    {
        var contact = await DirectLineClient.OpenAsync(program.Http, "unit-9");

        Assert.Contains("问题", await contact.AskAsync("完成了两期讲解员培训，三家博物馆上线智能导览。"), StringComparison.Ordinal);
        Assert.Contains("成效", await contact.AskAsync("没啥问题"), StringComparison.Ordinal);
        Assert.Contains("下一步", await contact.AskAsync("观众满意度提升到九成五。"), StringComparison.Ordinal);
        var summary = await contact.AskAsync("再向五家场馆推广。");
        Assert.Contains("三家博物馆上线智能导览", summary, StringComparison.Ordinal);
        Assert.Contains("再向五家场馆推广", summary, StringComparison.Ordinal);
        await contact.AskAsync("确认");
    }

    private static async Task OnTheDueDayNobodyIsOverdueAsync(RunningProgram program)
    {
        await MoveClockAsync(program, "2020-04-03T18:00:00+08:00");
        var coordinator = await DirectLineClient.OpenAsync(program.Http, "coordinator");

        Assert.Empty(UnitsIn(await coordinator.AskAsync("谁逾期了")));
        Assert.Equal(AllBut(2, 9), UnitsIn(await coordinator.AskAsync("还有谁没报")));
    }

    private static async Task AfterTheHolidayFourteenAreOverdueAsync(RunningProgram program)
    {
        var before = await CountRemindersAsync(program);
        await MoveClockAsync(program, "2020-04-07T09:00:00+08:00");
        var after = await CountRemindersAsync(program);
        var coordinator = await DirectLineClient.OpenAsync(program.Http, "coordinator");

        Assert.Equal(AllBut(2, 9), UnitsIn(await coordinator.AskAsync("谁逾期了")));
        Assert.Equal(AllBut(2, 9), UnitsIn(await coordinator.AskAsync("who is overdue for Q1?")));
        for (var unit = 1; unit <= 16; unit++)
            Assert.Equal(unit is 2 or 9 ? 0 : 1, after[unit - 1] - before[unit - 1]);
        var answer = await coordinator.AskAsync("市教委报了吗");
        Assert.Contains("市教委", answer, StringComparison.Ordinal);
        Assert.Contains("2020-03-31", answer, StringComparison.Ordinal);
    }

    private static async Task ACorrectionIsANewVersionAsync(RunningProgram program)
    {
        var contact = await DirectLineClient.OpenAsync(program.Http, "unit-2");

        var proposal = await contact.AskAsync("第二项问题改成：住房配套已解决，编制仍不足。");
        await contact.AskAsync("确认");
        var coordinator = await DirectLineClient.OpenAsync(program.Http, "coordinator");
        var report = await coordinator.AskAsync("看看市教委的报告");

        Assert.Contains("编制仍不足", proposal, StringComparison.Ordinal);
        Assert.Contains("编制仍不足", report, StringComparison.Ordinal);
        Assert.DoesNotContain("住房配套不足", report, StringComparison.Ordinal);
        Assert.Contains("引进青年人才十二名", report, StringComparison.Ordinal);
    }

    private static async Task OthersLearnNothingAsync(RunningProgram program)
    {
        var neighbour = await DirectLineClient.OpenAsync(program.Http, "unit-3");
        var refusal = await neighbour.AskAsync("把市教委的报告发给我看看");
        var stranger = await DirectLineClient.OpenAsync(program.Http, "passer-by");
        var strangers = await stranger.AskAsync("谁逾期了");

        Assert.DoesNotContain("青年人才", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("编制", refusal, StringComparison.Ordinal);
        Assert.Empty(UnitsIn(strangers));
        Assert.DoesNotContain("2020", strangers, StringComparison.Ordinal);
    }

    private static async Task AfterARestartTheAnswersAreTheSameAsync(RunningProgram program)
    {
        var coordinator = await DirectLineClient.OpenAsync(program.Http, "coordinator");

        Assert.Equal(AllBut(2, 9), UnitsIn(await coordinator.AskAsync("谁逾期了")));
        Assert.Contains("编制仍不足", await coordinator.AskAsync("看看市教委的报告"), StringComparison.Ordinal);
        Assert.Equal(0, await MoveClockAsync(program, "2020-04-07T09:30:00+08:00"));
    }

    private static async Task<int[]> CountRemindersAsync(RunningProgram program)
    {
        var counts = new int[16];
        for (var unit = 1; unit <= 16; unit++)
            counts[unit - 1] = (await RemindersOfAsync(program, unit)).Count;
        return counts;
    }

    /// <summary>What PlanBot wrote to the unit's contact of its own accord; the greeting names no date.</summary>
    private static async Task<IReadOnlyList<string>> RemindersOfAsync(RunningProgram program, int unit)
    {
        var contact = await DirectLineClient.OpenAsync(program.Http, $"unit-{unit}");
        return (await contact.RemindersAsync()).Where(message => message.Contains("2020-04-03", StringComparison.Ordinal)).ToList();
    }

    private static string[] AllBut(params int[] numbers) => [.. SampleOffice.Units.Where((_, index) => !numbers.Contains(index + 1))];

    private static string[] UnitsIn(string text) => [.. SampleOffice.Units.Where(unit => text.Contains(unit, StringComparison.Ordinal))];

    private static async Task<int> MoveClockAsync(RunningProgram program, string now)
    {
        using var response = await program.Http.PostAsJsonAsync("/demo/clock", new { now });
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JObject.Parse(text).Value<int>("remindersSent");
    }
}
