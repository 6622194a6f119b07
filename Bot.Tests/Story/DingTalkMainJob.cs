using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using PlanBot.Tests.Fakes.DingTalk;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>The main job over DingTalk, against the real program: staff-1 to staff-16 report for the units, staff-c runs the plan. On the way tokens and sessions end, calls are too fast,
/// sockets break, and messages come twice and overtake each other.</summary>
/// <param name="mode">Stream or Http.</param>
internal sealed class DingTalkMainJob(string mode) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder folder = new();
    private FakeDingTalk dingTalk = null!;
    private int pushes;

    public async Task PlayAsync()
    {
        dingTalk = await FakeDingTalk.StartAsync();
        dingTalk.Api.CallsPerSecond = 20;
        await ListPeopleAsync();
        await using var program = await StartAsync();

        await QuarterEndRemindsEveryUnitOnceAsync(program);
        dingTalk.Api.EndTokens();
        await UnitTwoReportsInMessagesThatOvertakeEachOtherAsync(program);
        dingTalk.Sessions.End();
        await UnitNineIsAskedForWhatIsMissingAsync(program);
        await ThrottleAsync(async () => await OnTheDueDayNobodyIsOverdueAsync(program));
        await BreakLineAsync();
        await AfterTheHolidayFourteenAreOverdueAsync(program);
        await ACorrectionIsANewVersionAsync(program);
        await OthersLearnNothingAsync(program);
    }

    public async ValueTask DisposeAsync()
    {
        await dingTalk.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A first run makes the demo's office; its list then gets the staff ids.</summary>
    private async Task ListPeopleAsync()
    {
        await using (var first = await RunningProgram.StartAsync(folder.Path, ("Clock__Now", "2020-03-31T08:55:00+08:00")))
            await first.StopAsync();
        var lines = new List<string> { "单位,姓名,钉钉用户ID,角色" };
        for (var unit = 1; unit <= 16; unit++)
        {
            lines.Add($"{SampleOffice.Units[unit - 1]},{SampleOffice.Units[unit - 1]}联络员,staff-{unit},联络员");
            dingTalk.Api.Add($"staff-{unit}", SampleOffice.Units[unit - 1] + "联络员");
        }
        lines.Add(",牵头部门管理员,staff-c,管理员");
        dingTalk.Api.Add("staff-c", "牵头部门管理员");
        await File.WriteAllLinesAsync(folder.File("contacts.csv"), lines);
        var (code, output, error) = await RunningProgram.RunAsync(folder.Path, ["contacts", "import", "contacts.csv"]);
        Assert.True(code == 0, output + error);
    }

    private async Task<RunningProgram> StartAsync()
    {
        (string, string)[] settings = [.. dingTalk.Settings(mode).Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)), ("Clock__Now", "2020-03-31T08:55:00+08:00")];
        var program = await RunningProgram.StartAsync(folder.Path, settings);
        if (mode == "Stream")
            await dingTalk.Gateway.UntilConnectedAsync();
        await FakeDingTalk.UntilAsync(() => program.Output.Contains("can now be written to in DingTalk", StringComparison.Ordinal), "Nobody was bound:\n" + program.Output);
        return program;
    }

    private async Task QuarterEndRemindsEveryUnitOnceAsync(RunningProgram program)
    {
        var sent = await MoveClockAsync(program, "2020-03-31T09:00:00+08:00");

        Assert.Equal(16, sent);
        for (var unit = 1; unit <= 16; unit++)
        {
            var reminder = Plain(Assert.Single(dingTalk.Said, said => said.UserId == $"staff-{unit}").Text);
            Assert.Contains(SampleOffice.Units[unit - 1], reminder, StringComparison.Ordinal);
            Assert.Contains("2020-04-03", reminder, StringComparison.Ordinal);
            Assert.Equal(SampleOffice.TaskCounts[unit - 1], Regex.Count(reminder, "^第.项：", RegexOptions.Multiline));
        }
    }

    /// <summary>While the robot is at its answer to a first word, the report, its confirmation and a question arrive last to first, and each twice; they have one effect each, as they were said.</summary>
    private async Task UnitTwoReportsInMessagesThatOvertakeEachOtherAsync(RunningProgram program)
    {
        var before = dingTalk.Said.Count(said => said.UserId == "staff-2");
        var said = new[] { "你好", SampleOffice.ThreeTasks, "确认", "我们报了吗" }.Select((text, at) =>
        {
            var message = dingTalk.Sessions.Text(text, "staff-2");
            message["createAt"] = (long)message["createAt"]! + at;
            return message;
        }).ToList();
        var released = new TaskCompletionSource();
        dingTalk.Answer = call => call.Path == "/robot/sendBySession" && !released.Task.IsCompleted ? new HeldAnswer(released.Task) : null;

        await PushAsync(program, said[0]);
        await FakeDingTalk.UntilAsync(() => dingTalk.Calls.Any(call => call.Path == "/robot/sendBySession"), "No answer to the first word.\n" + program.Output);
        foreach (var message in said.Skip(1).Reverse().Concat(said.Skip(1)))
            await PushAsync(program, message);
        released.SetResult();
        await FakeDingTalk.UntilAsync(() => dingTalk.Said.Where(one => one.UserId == "staff-2").Skip(before).Any(one => one.Text.Contains("已报送", StringComparison.Ordinal)), "Not all was answered.\n" + program.Output);
        var heard = await UntilQuietAsync(program, "staff-2", before, "我们报了吗");
        dingTalk.Answer = _ => null;

        var texts = dingTalk.Said.Where(one => one.UserId == "staff-2").Skip(before).Select(one => one.Text).ToList();
        var summary = texts.FindIndex(text => text.Contains("师资仍缺二十人", StringComparison.Ordinal));
        Assert.Contains("暑期再办两期", texts[summary], StringComparison.Ordinal);
        Assert.True(texts.FindIndex(text => text.Contains("已报送", StringComparison.Ordinal)) > summary, heard);
        Assert.True(texts.Distinct().Count() == texts.Count, heard);
    }

    private async Task UnitNineIsAskedForWhatIsMissingAsync(RunningProgram program)
    {
        Assert.Contains("问题", await AskAsync(program, "staff-9", "完成了两期讲解员培训，三家博物馆上线智能导览。"), StringComparison.Ordinal);
        Assert.Contains("成效", await AskAsync(program, "staff-9", "没啥问题"), StringComparison.Ordinal);
        Assert.Contains("下一步", await AskAsync(program, "staff-9", "观众满意度提升到九成五。"), StringComparison.Ordinal);
        var summary = await AskAsync(program, "staff-9", "再向五家场馆推广。");
        Assert.Contains("三家博物馆上线智能导览", summary, StringComparison.Ordinal);
        Assert.Contains("再向五家场馆推广", summary, StringComparison.Ordinal);
        await AskAsync(program, "staff-9", "确认");
    }

    private async Task OnTheDueDayNobodyIsOverdueAsync(RunningProgram program)
    {
        await MoveClockAsync(program, "2020-04-03T18:00:00+08:00");

        Assert.Empty(UnitsIn(await AskAsync(program, "staff-c", "谁逾期了")));
        Assert.Equal(AllBut(2, 9), UnitsIn(await AskAsync(program, "staff-c", "还有谁没报")));
    }

    private async Task AfterTheHolidayFourteenAreOverdueAsync(RunningProgram program)
    {
        var before = CountReminders();
        await MoveClockAsync(program, "2020-04-07T09:00:00+08:00");
        var after = CountReminders();

        Assert.Equal(AllBut(2, 9), UnitsIn(await AskAsync(program, "staff-c", "谁逾期了")));
        Assert.Equal(AllBut(2, 9), UnitsIn(await AskAsync(program, "staff-c", "who is overdue for Q1?")));
        for (var unit = 1; unit <= 16; unit++)
            Assert.Equal(unit is 2 or 9 ? 0 : 1, after[unit - 1] - before[unit - 1]);
        var answer = await AskAsync(program, "staff-c", "市教委报了吗");
        Assert.Contains("市教委", answer, StringComparison.Ordinal);
        Assert.Contains("2020-03-31", answer, StringComparison.Ordinal);
    }

    private async Task ACorrectionIsANewVersionAsync(RunningProgram program)
    {
        var proposal = await AskAsync(program, "staff-2", "第二项问题改成：住房配套已解决，编制仍不足。");
        await AskAsync(program, "staff-2", "确认");
        var report = await AskAsync(program, "staff-c", "看看市教委的报告");

        Assert.Contains("编制仍不足", proposal, StringComparison.Ordinal);
        Assert.Contains("编制仍不足", report, StringComparison.Ordinal);
        Assert.DoesNotContain("住房配套不足", report, StringComparison.Ordinal);
        Assert.Contains("引进青年人才十二名", report, StringComparison.Ordinal);
    }

    private async Task OthersLearnNothingAsync(RunningProgram program)
    {
        var refusal = await AskAsync(program, "staff-3", "把市教委的报告发给我看看");
        dingTalk.Api.Add("passer-by", "路人");
        var strangers = await AskAsync(program, "passer-by", "谁逾期了");

        Assert.DoesNotContain("青年人才", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("编制", refusal, StringComparison.Ordinal);
        Assert.Empty(UnitsIn(strangers));
        Assert.DoesNotContain("2020", strangers, StringComparison.Ordinal);
    }

    /// <summary>Every fourth call of the API is too fast, and so is every third answer in a session.</summary>
    private async Task ThrottleAsync(Func<Task> act)
    {
        var (calls, answers) = (0, 0);
        dingTalk.Answer = call => call.Path switch
        {
            "/v1.0/robot/oToMessages/batchSend" when Interlocked.Increment(ref calls) % 4 == 0 => FakeOpenApi.Refuse(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"),
            "/robot/sendBySession" when Interlocked.Increment(ref answers) % 3 == 1 => Results.Json(new { errcode = 130101, errmsg = "send too fast" }),
            _ => null,
        };
        await act();
        Assert.True(calls > 3 && answers > 0);
        dingTalk.Answer = _ => null;
    }

    private async Task BreakLineAsync()
    {
        if (mode != "Stream")
            return;
        var opened = dingTalk.Gateway.Opened;
        dingTalk.Gateway.Sockets[0].Cut();
        await FakeDingTalk.UntilAsync(() => dingTalk.Gateway.Opened > opened && dingTalk.Gateway.Sockets.Count == 1, "The line was not mended.");
        await dingTalk.Gateway.AnnounceAsync(dingTalk.Gateway.Sockets[0]);
        await FakeDingTalk.UntilAsync(() => dingTalk.Gateway.Opened > opened + 1, "The announced end was not met.");
    }

    /// <summary>Says something, now and then twice, and waits for what is shown on it.</summary>
    private async Task<string> AskAsync(RunningProgram program, string user, string text)
    {
        var before = dingTalk.Said.Count(said => said.UserId == user);
        var message = dingTalk.Sessions.Text(text, user);
        var times = ++pushes % 2 == 0 ? 2 : 1;
        for (var time = 0; time < times; time++)
            await PushAsync(program, message);
        return await UntilQuietAsync(program, user, before, text);
    }

    private async Task PushAsync(RunningProgram program, JsonObject message)
    {
        if (mode == "Stream")
            Assert.Equal(200, (await dingTalk.Gateway.AckOfAsync(await dingTalk.Gateway.PushAsync(message))).Code);
        else
            Assert.Equal(200, (await dingTalk.Sessions.PostAsync(new Uri(program.Http.BaseAddress!, "/api/dingtalk/messages"), message)).Status);
    }

    private async Task<string> UntilQuietAsync(RunningProgram program, string user, int before, string text)
    {
        await FakeDingTalk.UntilAsync(() => dingTalk.Said.Count(said => said.UserId == user) > before, $"No answer to {text}\n{program.Output}");
        for (var (quiet, seen) = (Stopwatch.StartNew(), before); quiet.Elapsed < TimeSpan.FromMilliseconds(300) && quiet.Elapsed < Patience; await Task.Delay(20))
        {
            if (dingTalk.Said.Count(said => said.UserId == user) is var now && now != seen)
                (seen, quiet) = (now, Stopwatch.StartNew());
        }
        return string.Join('\n', dingTalk.Said.Where(said => said.UserId == user).Skip(before).Select(said => Plain(said.Text)));
    }

    private int[] CountReminders() => [.. Enumerable.Range(1, 16).Select(unit => dingTalk.Said.Count(said => said.UserId == $"staff-{unit}" && said.Way == "api" && said.Text.Contains("2020-04-03", StringComparison.Ordinal)))];

    /// <summary>Markdown as it is shown.</summary>
    private static string Plain(string text) => Regex.Replace(text.Replace("  \n  ", "\n", StringComparison.Ordinal), @"\\(.)|^#+ ", "$1", RegexOptions.Multiline);

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
