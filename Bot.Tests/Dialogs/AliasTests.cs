using PlanBot.Data.Repositories;

namespace PlanBot.Tests.Dialogs;

/// <summary>Another name of a unit: proposed from the table of organ names, kept when a coordinator confirms it.</summary>
public sealed class AliasTests
{
    [Fact]
    public async Task A_proposed_name_is_kept_on_confirmation_with_a_row_in_the_audit()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");
        var units = talk.Get<IUnitRepository>();
        var unit = (await units.AllAsync(CancellationToken.None)).Single(unit => unit.Name == "市工业和信息化局");

        await talk.PlayAsync(
            "coordinator: 有哪些可能的别名", "可能还有这些叫法|年机构改革|也叫",
            "coordinator: 市工业和信息化局也叫市工信委", "将登记：市工业和信息化局也叫“市工信委”（2018年机构改革）|确认",
            "coordinator: 取消", "没有做任何改动");
        Assert.DoesNotContain("市工信委", (await units.AllAsync(CancellationToken.None)).Single(one => one.Id == unit.Id).Aliases);
        await talk.PlayAsync(
            "coordinator: 把市工信委登记为市工业和信息化局的别名", "将登记：市工业和信息化局也叫“市工信委”",
            "coordinator: 确认", "已登记：市工业和信息化局也叫“市工信委”",
            "coordinator: 市工业和信息化局也叫市工信委", "本来就叫“市工信委”");

        Assert.Contains("市工信委", (await units.AllAsync(CancellationToken.None)).Single(one => one.Id == unit.Id).Aliases);
        var row = Assert.Single(await talk.Get<IAuditRepository>().OfAsync(unit.Id, CancellationToken.None), row => row.Action == "add-alias");
        Assert.NotNull(row.PersonId);
    }

    [Theory]
    [InlineData("coordinator", "add alias 市经信委 for 市工业和信息化局", "To be noted: 市工业和信息化局 is also called \"市经信委\"")]
    [InlineData("coordinator", "市商务局的简称是商局", "将登记：市商务局也叫“商局”")]
    public async Task It_may_be_said_in_several_ways(string user, string said, string expected)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        Assert.Contains(expected, await talk.SayAsync(user, said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unit-2")]
    [InlineData("leader")]
    public async Task Nobody_else_notes_names(string user)
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        Assert.DoesNotContain("将登记", await talk.SayAsync(user, "市工业和信息化局也叫市工信委"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_picks_one_of_those_that_are_proposed()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:00");

        await talk.PlayAsync("coordinator: 可能的别名", "1. ", "coordinator: 1", "将登记：", "coordinator: 确认", "已登记：");
    }
}
