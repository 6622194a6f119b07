using Microsoft.Bot.Schema;
using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Dialogs;

/// <summary>佐证材料: kept with a report, listed with it, and given only to those who may see the unit.</summary>
public sealed class EvidenceTests
{
    private const string Labelled = "进展：甲 问题：乙 成效：丙 下一步：丁";
    private static readonly byte[] Pdf = [.. "%PDF-1.7 minutes"u8];

    [Fact]
    public async Task A_file_sent_while_a_report_is_written_goes_with_it()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-2", "第二项：进展：甲");

        var answer = await FormFileTests.SendFileAsync(talk, "unit-2", "会议纪要.pdf", Pdf);

        Assert.Contains("已收到《会议纪要.pdf》，作为第二项的佐证材料", answer, StringComparison.Ordinal);
        Assert.Contains("存在问题", answer, StringComparison.Ordinal); // and the open question again
        await talk.SayAllAsync("unit-2", "无", "无", "无", "确认");
        await talk.PlayAsync(
            "unit-2: 我报了什么", "附件：会议纪要.pdf",
            "coordinator: 看看教委的报告", "附件：会议纪要.pdf");
        var row = (await talk.RowsOfAsync("unit-2"))[1];
        Assert.Equal(1, Assert.Single(await talk.Get<IEvidenceRepository>().OfAsync([row.ObligationId], CancellationToken.None)).Version);
    }

    [Fact]
    public async Task Without_a_task_it_is_asked_for()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        Assert.Contains("哪一项的佐证材料", await FormFileTests.SendFileAsync(talk, "unit-2", "a.pdf", Pdf), StringComparison.Ordinal);
        await talk.PlayAsync("unit-2: 什么时候截止", "2020-04-03|哪一项的佐证材料", "unit-2: 第三项", "第三项的佐证材料保存");
        Assert.Contains("第一项的佐证材料", await FormFileTests.SendFileAsync(talk, "unit-2", "b.pdf", [.. Pdf, 1], "第一项佐证材料"), StringComparison.Ordinal);

        await FormFileTests.SendFileAsync(talk, "unit-2", "c.pdf", [.. Pdf, 2]);
        await talk.PlayAsync("unit-2: 取消", "没有保存", "unit-2: 我的附件", "a.pdf|b.pdf|!c.pdf");
    }

    [Fact]
    public async Task It_is_handed_out_to_those_who_may_see_the_unit_and_to_nobody_else()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await FormFileTests.SendFileAsync(talk, "unit-9", "纪要.pdf", Pdf);

        foreach (var (user, said) in new[] { ("unit-9", "下载附件1"), ("coordinator", "下载市文化和旅游局附件1"), ("leader", "看看文旅局的附件") })
            Assert.Equal(Pdf, (await FormFileTests.FileOfAsync(talk, user, said)).Content);
        var refused = Assert.Single(await talk.SendAsync("unit-3", new Activity { Type = ActivityTypes.Message, Text = "下载市文化和旅游局附件1" }));
        Assert.Contains("只能查看本单位", refused.Text, StringComparison.Ordinal);
        Assert.True(refused.Attachments is null or { Count: 0 });
        await talk.PlayAsync("unit-3: 我的附件", "没有附件");
    }

    [Theory]
    [InlineData("程序.pdf", "MZ")]
    [InlineData("网页.png", "<html><script>alert(1)</script></html>")]
    public async Task What_it_is_says_the_content_not_the_name(string name, string content)
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        Assert.Contains("没有保存", await FormFileTests.SendFileAsync(talk, "unit-9", name, System.Text.Encoding.Latin1.GetBytes(content), "佐证材料"), StringComparison.Ordinal);
        await talk.PlayAsync("unit-9: 我的附件", "没有附件");
    }

    [Fact]
    public async Task An_archive_is_not_taken()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        Assert.Contains("没有保存", await FormFileTests.SendFileAsync(talk, "unit-9", "包.zip", FormFileTests.Package(("a.exe", "MZ"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_is_made_safe()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");

        Assert.Contains("《passwd.pdf》", await FormFileTests.SendFileAsync(talk, "unit-9", "../../etc/pass\u202ewd.pdf", Pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_was_filed_takes_evidence_too()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 09:30");
        await talk.SayAllAsync("unit-9", Labelled, "确认");

        Assert.Contains("第一项的佐证材料", await FormFileTests.SendFileAsync(talk, "unit-9", "a.pdf", Pdf), StringComparison.Ordinal);
        await talk.PlayAsync("unit-9: 我报了什么", "附件：a.pdf");
    }
}
