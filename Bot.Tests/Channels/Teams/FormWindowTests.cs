using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Channels.Callers;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>The form of a task in a window (task module).</summary>
public sealed class FormWindowTests : IAsyncLifetime
{
    private TeamsChat chat = null!;

    public async Task InitializeAsync() => chat = await TeamsChat.StartAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task It_opens_filled_in_from_the_draft()
    {
        await chat.SayAsync("第一项：进展：已完成选址 问题：无");
        await chat.SayAsync("存草稿");

        var window = await OpenAsync();

        Assert.Equal("continue", (string?)window!["task"]!["type"]);
        var value = window["task"]!["value"]!;
        Assert.Equal(("2020年第一季度第一项填报", "large"), ((string?)value["title"], (string?)value["height"]));
        Assert.Equal(["已完成选址", "无", "", ""], Fields(value).Select(field => (string?)field["value"]));
        Assert.Equal("Action.Submit", (string?)value["card"]!["content"]!["actions"]![0]!["type"]); // which is what a window can send in
    }

    [Fact]
    public async Task What_is_sent_in_stands_in_the_draft_and_in_the_summary_of_the_chat()
    {
        var window = await OpenAsync();
        var before = chat.Teams.Calls.Count;

        var answer = await SubmitAsync(window!, new() { ["s1"] = "已完成选址", ["s2"] = "无", ["s3"] = "开班三期", ["s4"] = "验收" });
        var summary = Assert.Single(chat.Since(before));
        var draft = Assert.Single(await chat.Host.Services.GetRequiredService<IProgressRepository>().DraftsAsync([chat.Host.Ledgers.OwedBy(1)[0].Id], CancellationToken.None));
        await chat.PressAsync(summary, "确认");

        Assert.Null(answer); // it closes
        Assert.Equal("开班三期", draft.Sections[3]);
        Assert.Contains("已完成选址", summary.Card.Json(), StringComparison.Ordinal);
        Assert.Equal(1, (await chat.Host.Services.GetRequiredService<IProgressRepository>().LatestAsync([draft.ObligationId], CancellationToken.None)).Single().Version);
    }

    [Fact]
    public async Task A_section_that_is_left_out_is_asked_for_in_the_chat()
    {
        var window = await OpenAsync();
        var before = chat.Teams.Calls.Count;

        await SubmitAsync(window!, new() { ["s1"] = "已完成选址", ["s2"] = "", ["s3"] = "开班三期", ["s4"] = "验收" });

        Assert.Contains("问题", Assert.Single(chat.Since(before)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_written_and_too_much_are_told_in_the_window_with_what_was_typed()
    {
        var window = await OpenAsync();
        var before = chat.Teams.Calls.Count;

        var empty = await SubmitAsync(window!, new() { ["s1"] = " ", ["s2"] = "" });
        var tooLong = await SubmitAsync(window!, new() { ["s1"] = new string('长', 20_001), ["s2"] = "无" });

        Assert.Contains("还没有填写内容", empty!["task"]!["value"]!["card"].Json(), StringComparison.Ordinal);
        Assert.Contains("20001", tooLong!["task"]!["value"]!["card"].Json(), StringComparison.Ordinal);
        Assert.Equal(["无"], Fields(tooLong["task"]!["value"]!).Skip(1).Take(1).Select(field => (string?)field["value"]));
        Assert.Empty(chat.Since(before));
    }

    [Fact]
    public async Task A_version_that_was_filed_meanwhile_is_not_replaced()
    {
        var window = await OpenAsync();
        await chat.SayAsync(TeamsChat.Report);
        await chat.SayAsync("确认");
        var before = chat.Teams.Calls.Count;

        var answer = await SubmitAsync(window!, new() { ["s1"] = "别的进展", ["s2"] = "无", ["s3"] = "好", ["s4"] = "验收" });

        Assert.Equal("message", (string?)answer!["task"]!["type"]);
        Assert.Contains("没有覆盖", (string?)answer["task"]!["value"], StringComparison.Ordinal);
        Assert.NotEmpty(chat.Since(before)); // where it is kept, and what was filed
        Assert.Equal("已完成选址", (await chat.Host.Services.GetRequiredService<IProgressRepository>().LatestAsync([chat.Host.Ledgers.OwedBy(1)[0].Id], CancellationToken.None)).Single().Sections[1]);
    }

    [Fact]
    public async Task More_than_a_window_holds_stays_in_the_chat()
    {
        foreach (var section in new[] { "进展", "成效" })
            await chat.SayAsync($"第一项：{section}：{new string('长', 16_000)}");
        await chat.SayAsync("存草稿");

        var window = await chat.InvokeAsync("task/fetch", new JsonObject { ["data"] = Data(chat.Host.Ledgers.OwedBy(1)[0].Id) });

        Assert.Equal("message", (string?)window!["task"]!["type"]);
        Assert.Contains("30000字", (string?)window["task"]!["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_stranger_nor_another_unit_nor_a_group_gets_a_form()
    {
        await chat.SayAsync("你好");
        var own = new JsonObject { ["data"] = Data(chat.Host.Ledgers.OwedBy(1)[0].Id) };
        var others = new JsonObject { ["data"] = Data(chat.Host.Ledgers.OwedBy(2)[0].Id) };
        var filled = Data(chat.Host.Ledgers.OwedBy(2)[0].Id);
        (filled["action"], filled["version"], filled["s1"]) = ("report", 0, "别人的进展");
        var before = chat.Teams.Calls.Count;

        var stranger = await chat.InvokeAsync("task/fetch", own, user: "29:nobody");
        var strangers = await chat.InvokeAsync("task/submit", new JsonObject { ["data"] = filled.DeepClone() }, user: "29:nobody");
        var foreign = await chat.InvokeAsync("task/fetch", others);
        var foreigners = await chat.InvokeAsync("task/submit", new JsonObject { ["data"] = filled.DeepClone() });
        var group = await chat.InvokeAsync("task/fetch", own, change: invoke => invoke["conversation"]!["conversationType"] = "groupChat");

        Assert.All(new[] { stranger, strangers }, answer => Assert.StartsWith("您的账号还没有绑定", (string?)answer!["task"]!["value"], StringComparison.Ordinal));
        Assert.All(new[] { foreign, foreigners }, answer => Assert.StartsWith("这张表单已经过期", (string?)answer!["task"]!["value"], StringComparison.Ordinal));
        Assert.Contains("单聊", (string?)group!["task"]!["value"], StringComparison.Ordinal);
        Assert.Empty(chat.Since(before));
        Assert.Empty(await chat.Host.Services.GetRequiredService<IProgressRepository>().DraftsAsync([chat.Host.Ledgers.OwedBy(2)[0].Id], CancellationToken.None));
    }

    [Theory]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":7}""")]
    [InlineData("""{"data":{"action":"form","obligationId":"x"}}""")]
    [InlineData("""{}""")]
    public async Task What_is_no_form_of_ours_opens_none(string value)
    {
        foreach (var name in new[] { "task/fetch", "task/submit" })
            Assert.Equal("message", (string?)(await chat.InvokeAsync(name, JsonNode.Parse(value)!))!["task"]!["type"]);
    }

    /// <summary>By the button of the form that the chat shows.</summary>
    private async Task<JsonNode?> OpenAsync()
    {
        var button = (await chat.SayAsync("第一项填报表单"))[^1].Button("在窗口中填写");
        Assert.Equal(("Action.Submit", "task/fetch"), ((string?)button["type"], (string?)button["data"]!["msteams"]!["type"]));
        return await chat.InvokeAsync("task/fetch", new JsonObject { ["data"] = button["data"]!.DeepClone(), ["context"] = new JsonObject { ["theme"] = "default" } });
    }

    private Task<JsonNode?> SubmitAsync(JsonNode window, JsonObject typed)
    {
        var data = window["task"]!["value"]!["card"]!["content"]!["actions"]![0]!["data"]!.DeepClone().AsObject();
        foreach (var (name, value) in typed)
            data[name] = value?.DeepClone();
        return chat.InvokeAsync("task/submit", new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } });
    }

    private static JsonObject Data(Guid obligation) => new() { ["action"] = "form", ["obligationId"] = obligation.ToString() };

    private static IEnumerable<JsonNode> Fields(JsonNode value) => value["card"]!["content"]!["body"]!.AsArray().Where(block => (string?)block!["type"] == "Input.Text")!;
}
