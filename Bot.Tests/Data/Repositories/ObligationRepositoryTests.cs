using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class ObligationRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private ObligationRepository Obligations => new(Database);

    [DatabaseFact]
    public async Task What_units_owe_is_listed_by_task()
    {
        var ofTwo = await Obligations.OfUnitsAsync(Ledger.Period.Id, [Ledger.Units[2].Id, Ledger.Units[0].Id], None);

        Assert.Equal([Ledger.Obligations[0], Ledger.Obligations[2], Ledger.Obligations[4]], ofTwo);
        Assert.Empty(await Obligations.OfUnitsAsync(Ledger.Period.Id, [], None));
        Assert.Empty(await Obligations.OfUnitsAsync(Guid.CreateVersion7(), [Ledger.Units[0].Id], None));
    }

    [DatabaseFact]
    public async Task A_change_is_saved_once_and_whoever_comes_second_learns_of_it()
    {
        var pending = Ledger.Obligations[0];
        var submitted = pending with { State = ObligationState.Submitted, Version = 1, SubmittedAt = Ledgers.At("2020-03-31 10:00") };

        Assert.True(await Obligations.SaveAsync(pending, submitted, None));
        Assert.False(await Obligations.SaveAsync(pending, pending with { State = ObligationState.Waived }, None));

        Assert.Equal(submitted, await Obligations.FindAsync(pending.Id, None));
        Assert.Equal(new OwedInPeriod(submitted, Ledger.Period), await Obligations.FindWithPeriodAsync(pending.Id, None));
    }

    [DatabaseTheory]
    [InlineData((ObligationState)8)]
    [InlineData(ObligationState.Submitted)] // without a version
    [InlineData(ObligationState.Returned)] // without anything to return
    public async Task States_that_cannot_be_are_refused(ObligationState state)
    {
        await Assert.ThrowsAnyAsync<DbException>(() => Obligations.SaveAsync(Ledger.Obligations[0], Ledger.Obligations[0] with { State = state }, None));

        Assert.Equal(ObligationState.Pending, (await Obligations.FindAsync(Ledger.Obligations[0].Id, None))!.State);
    }
}
