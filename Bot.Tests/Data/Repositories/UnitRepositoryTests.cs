using System.Data.Common;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class UnitRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private UnitRepository Units => new(Database);

    [DatabaseTheory]
    [InlineData("市卫生健康委", "市卫生健康委")]
    [InlineData("卫健委", "市卫生健康委")]
    [InlineData("市卫", null)] // exactly, not by its beginning
    public async Task A_unit_is_found_by_its_name_or_an_alias(string name, string? expected) =>
        Assert.Equal(expected, (await Units.FindByNameAsync(name, None))?.Name);

    [DatabaseFact]
    public async Task A_full_name_goes_before_the_alias_of_another()
    {
        await Units.AddAsync(Ledgers.NewUnit("教委"), None); // 市教委 has this alias

        Assert.Equal("教委", (await Units.FindByNameAsync("教委", None))?.Name);
    }

    [DatabaseFact]
    public async Task A_unit_comes_back_with_its_aliases()
    {
        var found = await Units.FindByNameAsync("市卫生健康委", None);

        Assert.Equal(["卫健委", "市卫健委"], found!.Aliases.Order(StringComparer.Ordinal));
        Assert.Equal(Ledger.Units[1].Kind, found.Kind);
    }

    [DatabaseFact]
    public async Task Units_of_a_plan_stand_in_the_order_in_which_the_notice_first_names_them()
    {
        await Units.AddAsync(Ledgers.NewUnit("市交通局"), None); // has nothing to do with the plan

        Assert.Equal(["市教委", "市卫生健康委", "市商务局"], (await Units.OfPlanAsync(Ledger.Plan.Id, None)).Select(unit => unit.Name));
        Assert.Equal(2, (await Units.OfPlanAsync(Ledger.Plan.Id, None))[1].Aliases.Count);
        Assert.Equal(4, (await Units.AllAsync(None)).Count);
    }

    [DatabaseTheory]
    [InlineData("市教委")] // taken
    [InlineData(" ")]
    public async Task A_name_is_there_and_only_once(string name) =>
        await Assert.ThrowsAnyAsync<DbException>(() => Units.AddAsync(Ledgers.NewUnit(name), None));

    [DatabaseFact]
    public async Task An_alias_belongs_to_one_unit()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => Units.AddAsync(Ledgers.NewUnit("县卫健委", "卫健委"), None));

        Assert.Null(await Units.FindByNameAsync("县卫健委", None));
    }
}
