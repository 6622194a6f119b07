using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Dialogs;

/// <summary>我换手机号了: the list of contacts is the coordinators', who are told and decide.</summary>
public sealed class OwnDetailsTests
{
    [Theory]
    [InlineData("我换手机号了，新号13800001111")]
    [InlineData("我电话换了 13800001111")]
    [InlineData("我的号码变了，现在是13800001111")]
    [InlineData("请更新一下我的手机号 13800001111")]
    [InlineData("my new number is 13800001111")]
    [InlineData("I've got a new phone, please use 13800001111")]
    public async Task It_is_passed_on_and_written_down_when_it_is_granted(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.PlayAsync(
            $"unit-3: {said}", "13800001111",
            "unit-3: 确认", "编号1",
            "coordinator: 待处理的申请", "联络方式变更|13800001111",
            "coordinator: 同意申请1", "13800001111",
            "coordinator: 确认", "1");
        Assert.Equal("13800001111", (await PersonAsync(talk))!.Mobile);

        await talk.SayAsync("coordinator", "撤销");
        Assert.NotEqual("13800001111", (await PersonAsync(talk))!.Mobile);
    }

    [Theory]
    [InlineData("我换手机号了")]
    [InlineData("我的联系方式变了")]
    [InlineData("I have a new phone number")]
    public async Task The_number_is_asked_for(string said)
    {
        await using var talk = await Talk.StartAsync("2020-04-01 09:00");

        await talk.SayAsync("unit-3", said);
        await talk.PlayAsync("unit-3: 13800001111", "13800001111", "unit-3: 好的再见", "编号1");
    }

    private static Task<Person?> PersonAsync(Talk talk) => talk.Get<IPersonRepository>().FindByIdentityAsync(Ledgers.Browser, "unit-3", CancellationToken.None);
}
