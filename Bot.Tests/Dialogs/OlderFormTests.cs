using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace PlanBot.Tests.Dialogs;

/// <summary>A form card whose report a colleague has filed meanwhile, and what goes with a report before it is confirmed.</summary>
public sealed class OlderFormTests
{
    [Fact]
    public async Task What_was_typed_in_it_is_kept_and_the_newer_version_is_shown()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.AddColleagueAsync("unit-9", "backup-9", "李四");
        var row = (await talk.RowsOfAsync("unit-9"))[0];
        await talk.SayAllAsync("backup-9", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");
        var form = new JObject { ["action"] = "report", ["obligationId"] = row.ObligationId.ToString(), ["version"] = 0, ["s1"] = "办了两期培训", ["s2"] = "乙", ["s3"] = "丙", ["s4"] = "丁" };

        var answer = string.Join('\n', (await talk.SendAsync("unit-9", new Activity { Type = ActivityTypes.Message, Value = form })).Select(reply => reply.Text));

        Assert.Contains("同事更新了这份报告", answer, StringComparison.Ordinal);
        Assert.Contains("工作进展情况：甲", answer, StringComparison.Ordinal);
        await talk.PlayAsync(
            "unit-9: 继续填报", "办了两期培训（原为：甲）|!存在问题：",
            "unit-9: 确认", "第2版");
        Assert.Equal("办了两期培训", (await talk.VersionsAsync("unit-9", 1))[1].Sections[1]);
    }

    [Fact]
    public async Task The_summary_lists_the_files_that_go_along()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAsync("unit-2", "第二项：进展：甲");
        await FormFileTests.SendFileAsync(talk, "unit-2", "会议纪要.pdf", [.. "%PDF-1.7 minutes"u8]);

        await talk.SayAllAsync("unit-2", "无", "无");

        await talk.PlayAsync("unit-2: 无", "请核对|附件：会议纪要.pdf");
    }

    [Fact]
    public async Task Attachments_of_two_units_are_listed_under_each()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.AlsoReportsForAsync("unit-9", "unit-16");
        foreach (var unit in new[] { "文旅局", "证监局" })
        {
            await talk.SayAsync("unit-9", $"{unit}：进展：甲");
            await FormFileTests.SendFileAsync(talk, "unit-9", $"{unit}.pdf", [.. "%PDF-1.7 "u8, .. System.Text.Encoding.UTF8.GetBytes(unit)]);
            await talk.SayAsync("unit-9", "存草稿");
        }

        await talk.PlayAsync("unit-9: 看看附件", "市文化和旅游局的附件|文旅局.pdf|天津证监局的附件|证监局.pdf");
    }
}
