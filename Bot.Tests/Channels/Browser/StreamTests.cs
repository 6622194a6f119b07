using Microsoft.Extensions.DependencyInjection;
using PlanBot.Channels.Browser;
using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Channels.Browser;

public sealed class StreamTests : IAsyncLifetime
{
    private BrowserHost host = null!;

    public async Task InitializeAsync() => host = await BrowserHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_stream_begins_with_the_history_and_goes_on_with_what_is_said()
    {
        var visit = await host.VisitAsync("unit-2");
        await visit.SayAsync("一");
        using var watching = await visit.WatchAsync();

        Assert.Equal(["你好", "一", "回声：一"], Texts(await watching.NextAsync()));

        await visit.SayAsync("二");
        Assert.Equal(["二", "回声：二"], Texts(await watching.NextAsync()));
    }

    [Fact]
    public async Task A_lost_stream_is_taken_up_where_it_broke_off()
    {
        var visit = await host.VisitAsync("unit-2");
        using (var watching = await visit.WatchAsync())
        {
            await watching.NextAsync();
            await visit.SayAsync("一");
            await watching.NextAsync();
            await visit.SayAsync("二");

            var (status, body) = await host.SendAsync(HttpMethod.Get, $"{visit.Path}?watermark={watching.Watermark}", visit.Token, (HttpContent?)null);

            Assert.Equal(200, status);
            Assert.Equal(visit.ConversationId, (string)body!["conversationId"]!);
            using var again = await visit.WatchAsync((string)body["streamUrl"]!);
            Assert.Equal(["二", "回声：二"], Texts(await again.NextAsync()));
        }
    }

    [Fact]
    public async Task Every_open_page_of_a_person_sees_the_same()
    {
        var desktop = await host.VisitAsync("unit-2");
        var phone = await host.VisitAsync("unit-2");
        using var onDesktop = await desktop.WatchAsync();
        using var onPhone = await phone.WatchAsync();
        await Task.WhenAll(onDesktop.NextAsync(), onPhone.NextAsync());

        await phone.SayAsync("在路上");

        Assert.Equal(["在路上", "回声：在路上"], Texts(await onDesktop.NextAsync()));
        Assert.Equal(["在路上", "回声：在路上"], Texts(await onPhone.NextAsync()));
    }

    [Fact]
    public async Task Typing_shows_on_the_stream_and_nowhere_else()
    {
        var visit = await host.VisitAsync("unit-2");
        using var watching = await visit.WatchAsync();
        await watching.NextAsync();

        await visit.SayAsync("type");

        var types = new List<string>();
        while (types.Count < 3)
            types.AddRange((await watching.NextAsync()).Select(activity => (string)activity["type"]!));
        Assert.Equal(["typing", "message", "message"], types);
        Assert.All((await visit.ReadAsync()).Activities, activity => Assert.Equal("message", (string)activity["type"]!));
    }

    [Fact]
    public async Task What_another_node_wrote_is_seen_within_seconds()
    {
        var visit = await host.VisitAsync("unit-2");
        using var watching = await visit.WatchAsync();
        await watching.NextAsync();

        // Straight into the log, past the news of this node.
        await host.Services.GetRequiredService<IChatRepository>().AppendAsync(
            visit.ConversationId, [new NewChatActivity("x", """{"type":"message","text":"别处写的"}""")], CancellationToken.None);

        Assert.Equal(["别处写的"], Texts(await watching.NextAsync()));
    }

    [Fact]
    public async Task A_stream_that_has_gone_is_forgotten()
    {
        var visit = await host.VisitAsync("unit-2");
        using (var watching = await visit.WatchAsync())
            await watching.NextAsync();

        await visit.SayAsync("没人看");

        Assert.Equal(200, (await visit.SayAsync("还是没人看")).Status);
    }

    private static IEnumerable<string> Texts(IEnumerable<System.Text.Json.Nodes.JsonNode> activities) => activities.Select(activity => (string)activity["text"]!);
}
