using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Dialogs;

/// <summary>审签: where the plan asks for it, a report counts once the unit's leader has agreed.</summary>
public sealed class SignOffTests
{
    [Fact]
    public async Task A_report_waits_for_the_leader_and_one_tap_agrees()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await WithLeaderAsync(talk, "unit-9", "boss-9");

        await talk.PlayAsync(
            "coordinator: 报送需要领导审签", "审签|确认",
            "coordinator: 确认", "以后的报告要先经本单位领导审签");
        await talk.SayAllAsync("unit-9", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");
        Assert.Equal(ObligationState.AwaitingSignOff, (await talk.RowsOfAsync("unit-9"))[0].State);
        await talk.PlayAsync(
            "coordinator: 文旅局通过", "等本单位领导审签",
            "boss-9: 审签同意", "审签同意|第一项|确认",
            "boss-9: 确认", "已审签");
        Assert.Equal(ObligationState.Submitted, (await talk.RowsOfAsync("unit-9"))[0].State);
    }

    [Fact]
    public async Task A_unit_without_a_leader_is_not_held_up()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("coordinator", "报送需要领导审签", "确认");

        await talk.SayAllAsync("unit-9", "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");

        Assert.Equal(ObligationState.Submitted, (await talk.RowsOfAsync("unit-9"))[0].State);
        await talk.PlayAsync("coordinator: 撤销", "已撤销：审签");
    }

    private static async Task WithLeaderAsync(Talk talk, string user, string leader)
    {
        var people = talk.Get<IPersonRepository>();
        var unit = (await people.FindByIdentityAsync(Ledgers.Browser, user, CancellationToken.None))!.Contacts[0].UnitId;
        var id = Guid.CreateVersion7();
        await people.AddAsync(new Person { Id = id, Name = "孙局长", Contacts = [new(id, unit, ContactKind.UnitLeader)] }, CancellationToken.None);
        await people.BindAsync(new ChannelIdentity { Channel = Ledgers.Browser, UserId = leader, PersonId = id }, CancellationToken.None);
    }
}
