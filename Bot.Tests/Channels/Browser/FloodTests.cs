using System.Text.Json.Nodes;

namespace PlanBot.Tests.Channels.Browser;

public sealed class FloodTests
{
    [Fact]
    public async Task A_flood_in_one_conversation_is_told_to_wait_and_the_others_go_on()
    {
        await using var host = await BrowserHost.StartAsync(("Channels:Browser:MessageBurst", "3"), ("Channels:Browser:MessagesPerSecond", "1"));
        var visit = await host.VisitAsync("unit-2");
        var other = await host.VisitAsync("unit-3");

        var statuses = new List<int>();
        for (var i = 0; i < 10 && !statuses.Contains(429); i++)
            statuses.Add((await visit.SayAsync("x")).Status);
        using var refused = await host.SendRawAsync(
            HttpMethod.Post, visit.Path + "/activities", visit.Token, new StringContent("""{"type":"message","text":"late"}""", System.Text.Encoding.UTF8, "application/json"));

        Assert.Contains(429, statuses);
        Assert.True(statuses.Count(status => status == 200) >= 3);
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 2);
        Assert.Equal("Throttled", (string)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["error"]!["code"]!);
        Assert.DoesNotContain(host.Bot.Heard, heard => heard.Text == "late");
        Assert.Equal(200, (await other.SayAsync("x")).Status);
    }

    [Fact]
    public async Task More_turns_at_a_time_than_a_person_makes_are_a_flood_too()
    {
        await using var host = await BrowserHost.StartAsync(("Channels:Browser:WaitingTurns", "4"));
        var visit = await host.VisitAsync("unit-2");

        var posts = Enumerable.Range(0, 10).Select(_ => visit.SayAsync("wait")).ToList();
        while (posts.Count(post => post.IsCompleted) < 6)
            await Task.WhenAny(posts.Where(post => !post.IsCompleted));
        host.Bot.Release();
        var statuses = (await Task.WhenAll(posts)).Select(answer => answer.Status).ToList();

        Assert.Equal(4, statuses.Count(status => status == 200));
        Assert.Equal(6, statuses.Count(status => status == 429));
    }
}
