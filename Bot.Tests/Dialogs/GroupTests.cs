using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace PlanBot.Tests.Dialogs;

/// <summary>In a group the bot answers only when addressed, and shows only what all its members may see.</summary>
public sealed class GroupTests
{
    [Fact]
    public async Task It_is_silent_until_it_is_spoken_to()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        Assert.Empty(await talk.SendAsync("coordinator", Said("谁逾期了", isAddressed: false), inGroup: true));
        Assert.NotEmpty(await talk.SendAsync("coordinator", Said("谁逾期了", isAddressed: true), inGroup: true));
    }

    [Theory]
    [InlineData("coordinator", "谁逾期了")]
    [InlineData("coordinator", "看看市教委的报告")]
    [InlineData("coordinator", "催办逾期单位")]
    [InlineData("coordinator", "看板")]
    [InlineData("leader", "报送率")]
    [InlineData("unit-2", "我的任务")]
    [InlineData("unit-2", "进展：机密 问题：无 成效：无 下一步：无")]
    [InlineData("unit-2", "什么时候截止")]
    public async Task Where_nobody_can_say_who_reads_along_nothing_is_shown_and_nothing_begun(string user, string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        var answer = Assert.Single(await talk.SendAsync(user, Said(said, isAddressed: true), inGroup: true));

        Assert.Contains("单聊", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2020", answer.Text, StringComparison.Ordinal);
        Assert.Contains("待报3项", await talk.SayAsync("unit-2", "我的任务"), StringComparison.Ordinal);
    }

    private static Activity Said(string said, bool isAddressed) => new()
    {
        Type = ActivityTypes.Message, Text = isAddressed ? $"<at>PlanBot</at> {said}" : said, Locale = "zh-CN",
        Entities = isAddressed ? [JObject.Parse("""{"type":"mention","mentioned":{"id":"planbot"},"text":"<at>PlanBot</at>"}""").ToObject<Entity>()!] : [],
    };
}
