using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>What the reporting costs people is counted and shown, in the notice's order and never ranked.</summary>
public sealed class BurdenTests
{
    [Fact]
    public async Task Messages_minutes_and_questions_are_counted()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 09:00");
        await talk.PlayAsync("coordinator: 打扰了大家多少次", "还没有打扰过大家");
        await talk.Get<DealWithDue>().RunAsync(CancellationToken.None);

        await talk.PlayAsync("unit-2: 第一项", "进展", "unit-2: 完成了两期培训", "问题");
        await talk.MoveToAsync("2020-04-02 09:06");
        await talk.PlayAsync("unit-2: 没啥问题", "成效", "unit-2: 培训120人", "下一步", "unit-2: 继续推广", "确认", "unit-2: 确认", "已");

        await talk.PlayAsync(
            "coordinator: 打扰了大家多少次", "共发出消息16条（提醒16条、催办0条|收到的有16人，平均每人1条，最多的一人1条|在线填报1次，一半在6分钟内|不作排名|市教委：1人收到1条，填报1次、约6分钟",
            "coordinator: how long does a report take on average", "1 reports were filed online|6 minutes",
            "leader: 填报负担情况怎么样", "共发出消息16条",
            "unit-3: 打扰了大家多少次", "!共发出消息");
        var unit = (await talk.Get<BurdenQuery>().RunAsync((await talk.Get<IPlanRepository>().AllAsync(CancellationToken.None))[0].Id, new(2020, 1), CancellationToken.None)).Single(one => one.UnitName == "市教委");
        Assert.Equal((1, 1, 0), (unit.Reminders, unit.Most, unit.Repeated));
        Assert.InRange(unit.Questions, 3, 5);
    }

    [Theory]
    [InlineData(0.5, 3.0, "1 2 3 4 5")]
    [InlineData(0.9, 5.0, "1 2 3 4 5")]
    [InlineData(0.5, 1.0, "1 2")]
    [InlineData(0.9, 7.0, "7")]
    public void A_share_is_a_value_that_was_measured(double share, double expected, string rising) =>
        Assert.Equal(expected, BurdenFigures.Share([.. rising.Split(' ').Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))], share));
}
