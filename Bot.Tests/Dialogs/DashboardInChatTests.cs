namespace PlanBot.Tests.Dialogs;

/// <summary>看板 in chat: a personal way in to the dashboard.</summary>
public sealed class DashboardInChatTests
{
    [Theory]
    [InlineData("coordinator", "看板")]
    [InlineData("leader", "dashboard please")]
    [InlineData("unit-2", "打开看板")]
    public async Task Whoever_is_known_gets_a_link(string user, string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        Assert.Contains("https://planbot.test/dashboard/signin?token=", await talk.SayAsync(user, said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_gets_none()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        Assert.DoesNotContain("token", await talk.SayAsync("passer-by", "看板"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_middle_of_a_report_it_is_answered_and_the_report_goes_on()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        await talk.SayAsync("unit-9", "完成了两期讲解员培训，三家博物馆上线智能导览。");

        Assert.Contains("/dashboard/signin?token=", await talk.SayAsync("unit-9", "看板"), StringComparison.Ordinal);

        await talk.SayAsync("unit-9", "没啥问题");
        await talk.SayAsync("unit-9", "观众满意度提升到九成五。");
        Assert.Contains("三家博物馆上线智能导览", await talk.SayAsync("unit-9", "再向五家场馆推广。"), StringComparison.Ordinal);
    }
}
