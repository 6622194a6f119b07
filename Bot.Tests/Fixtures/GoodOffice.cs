using System.Net.Http.Json;

namespace PlanBot.Tests.Fixtures;

/// <summary>An office as the real program leaves it: 2020Q1 of the shipped sample up to 7 April 09:00, one unit's report with a correction, another's draft.</summary>
internal static class GoodOffice
{
    private const string Report = """
        第一项
        进展：两所高校新设学院。
        问题：师资仍缺二十人。
        成效：建成联合实验室三个。
        下一步：完成教师招聘。
        第二项
        进展：引进青年人才十二名。
        问题：住房配套不足。
        成效：组建教学团队四个。
        下一步：协调公寓。
        第三项
        进展：培训教师一百二十人次。
        问题：无
        成效：新开课程九门。
        下一步：再办两期。
        """;

    public static async Task PlayAsync(string folder, params (string Name, string Value)[] settings)
    {
        await using var program = await RunningProgram.StartAsync(folder, [("Clock__Now", "2020-03-31T08:55:00+08:00"), .. settings]);
        await MoveClockAsync(program, "2020-03-31T09:00:00+08:00");
        var contact = await DirectLineClient.OpenAsync(program.Http, "unit-2");
        await contact.AskAsync(Report);
        await contact.AskAsync("确认");
        await contact.AskAsync("第二项问题改成：住房配套已解决，编制仍不足。");
        await contact.AskAsync("确认");
        var other = await DirectLineClient.OpenAsync(program.Http, "unit-9");
        await other.AskAsync("进展：完成了两期培训。");
        await other.AskAsync("存草稿");
        await MoveClockAsync(program, "2020-04-07T09:00:00+08:00");
    }

    private static async Task MoveClockAsync(RunningProgram program, string now)
    {
        using var response = await program.Http.PostAsJsonAsync("/demo/clock", new { now });
        response.EnsureSuccessStatusCode();
    }
}
