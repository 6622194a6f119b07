using System.Net.Http.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>Three real processes on one PostgreSQL database: they start together, share the conversation, and one dies.</summary>
public sealed class NodesTests : IAsyncLifetime, IDisposable
{
    private const int Units = 16;
    private readonly List<TemporaryFolder> folders = [.. Enumerable.Range(0, 3).Select(_ => new TemporaryFolder())];
    private RunningProgram[] nodes = [];

    public async Task InitializeAsync()
    {
        if (Requirements.SkipUnlessRequired(PostgresServer.WhyNone) is not null)
            return;
        var database = await PostgresServer.SettingsOfNewDatabaseAsync();
        nodes = await Task.WhenAll(folders.Select(folder => RunningProgram.StartAsync(folder.Path, [.. database, ("Reminders__Sending__Lease", "00:00:30"), ("Reminders__Sending__HandOver", "00:00:10")])));
    }

    public async Task DisposeAsync() => await Task.WhenAll(nodes.Select(node => node.DisposeAsync().AsTask()));

    public void Dispose() => folders.ForEach(folder => folder.Dispose());

    [PostgresFact]
    public async Task Nodes_started_together_on_nothing_hold_one_conversation_together_and_outlive_one_of_them()
    {
        await EachNodeKnowsTheOnePlanAsync();
        await AReportBegunOnOneNodeGoesOnOnOthersAsync();
        await TurnsOfOneConversationNeverMixAsync();
        await WhatANodeLeftWhenItDiedIsSentByAnotherOnceAsync();
    }

    private async Task EachNodeKnowsTheOnePlanAsync()
    {
        foreach (var node in nodes)
        {
            var identities = JArray.Parse(await node.Http.GetStringAsync(new Uri("/demo/identities", UriKind.Relative)));
            Assert.Equal(Units + 2, identities.Count);
        }
    }

    private async Task AReportBegunOnOneNodeGoesOnOnOthersAsync()
    {
        Assert.Equal(Units, await MoveClockAsync(nodes[0], "2020-03-31T09:00:00+08:00"));
        var contact = await Task.WhenAll(nodes.Select(node => DirectLineClient.OpenAsync(node.Http, "unit-9")));

        Assert.Contains("问题", await contact[0].AskAsync("完成了两期讲解员培训。"), StringComparison.Ordinal);
        Assert.Contains("成效", await contact[1].AskAsync("没啥问题"), StringComparison.Ordinal);
        Assert.Contains("下一步", await contact[2].AskAsync("观众满意度提升到九成五。"), StringComparison.Ordinal);
        await contact[1].AskAsync("再向五家场馆推广。");
        await contact[2].AskAsync("确认");
        var coordinator = await DirectLineClient.OpenAsync(nodes[0].Http, "coordinator");
        var report = await coordinator.AskAsync("看看市文化和旅游局的报告");

        Assert.Contains("完成了两期讲解员培训", report, StringComparison.Ordinal);
        Assert.Contains("再向五家场馆推广", report, StringComparison.Ordinal);
    }

    private async Task TurnsOfOneConversationNeverMixAsync()
    {
        var coordinator = await Task.WhenAll(nodes.Select(node => DirectLineClient.OpenAsync(node.Http, "coordinator")));
        var before = (await coordinator[0].SpeakersAsync()).Count;

        await Task.WhenAll(coordinator.Select(async client =>
        {
            for (var turn = 0; turn < 5; turn++)
                await client.TellAsync("还有谁没报");
        }));

        // A turn's words and its answer are written together, so a question never stands behind another question.
        var speakers = string.Concat((await coordinator[0].SpeakersAsync()).Skip(before).Select(role => role == "bot" ? 'b' : 'u'));
        Assert.Equal(string.Concat(Enumerable.Repeat("ub", 15)), speakers);
    }

    private async Task WhatANodeLeftWhenItDiedIsSentByAnotherOnceAsync()
    {
        var walk = MoveClockAsync(nodes[0], "2020-04-07T09:00:00+08:00");
        var contact = await DirectLineClient.OpenAsync(nodes[1].Http, "unit-1");
        while ((await contact.RemindersAsync()).Count < 3) // somewhere on the way, most often with messages leased
            await Task.Yield();
        await nodes[0].KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => walk);

        await MoveClockAsync(nodes[1], "2020-04-07T09:00:00+08:00");
        await MoveClockAsync(nodes[2], "2020-04-07T09:01:00+08:00"); // past the end of the dead node's lease

        for (var unit = 1; unit <= Units; unit++)
        {
            var reminders = await (await DirectLineClient.OpenAsync(nodes[2].Http, $"unit-{unit}")).RemindersAsync();
            Assert.Equal(reminders.Distinct(), reminders);
            Assert.Equal(unit == 9 ? 1 : 6, reminders.Count);
        }
    }

    private static async Task<int> MoveClockAsync(RunningProgram node, string now)
    {
        using var response = await node.Http.PostAsJsonAsync("/demo/clock", new { now });
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JObject.Parse(text).Value<int>("remindersSent");
    }
}
