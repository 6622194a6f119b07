using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class PeriodRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private PeriodRepository Periods => new(Database);

    private ObligationRepository Obligations => new(Database);

    [DatabaseFact]
    public async Task A_period_opens_with_what_is_owed_in_it()
    {
        Assert.Equal(Ledger.Period, await Periods.FindAsync(Ledger.Plan.Id, new(2020, 1), None));
        Assert.Equal(Ledger.Period, await Periods.FindAsync(Ledger.Period.Id, None));
        Assert.Null(await Periods.FindAsync(Ledger.Plan.Id, new(2020, 2), None));
        Assert.Equal(Ledger.Obligations, await Obligations.OfUnitsAsync(Ledger.Period.Id, Ledger.Units.Select(unit => unit.Id).ToList(), None));
    }

    [DatabaseFact]
    public async Task Opening_it_again_writes_nothing()
    {
        var again = Ledger.ForPeriod(new(2020, 1), new(2020, 4, 10), Ledgers.At("2020-04-01 09:00"));

        Assert.False(await Periods.OpenAsync(again.Period, again.Obligations, None));

        Assert.Equal(Ledger.Period, Assert.Single(await Periods.OfPlanAsync(Ledger.Plan.Id, None)));
        Assert.Null(await Obligations.FindAsync(again.Obligations[0].Id, None));
    }

    [DatabaseFact]
    public async Task A_period_whose_obligations_do_not_fit_is_not_opened()
    {
        var next = Ledger.ForPeriod(new(2020, 2), new(2020, 7, 3), Ledgers.At("2020-06-30 09:00"));
        var twice = next.Obligations[0] with { Id = Guid.CreateVersion7() };

        await Assert.ThrowsAnyAsync<DbException>(() => Periods.OpenAsync(next.Period, [.. next.Obligations, twice], None));

        Assert.Null(await Periods.FindAsync(next.Period.Id, None));
    }

    [DatabaseFact]
    public async Task Periods_are_listed_in_time()
    {
        await Ledger.ForPeriod(new(2020, 3), new(2020, 10, 12), Ledgers.At("2020-09-30 09:00")).OpenAsync(Database);
        await Ledger.ForPeriod(new(2020, 2), new(2020, 7, 3), Ledgers.At("2020-06-30 09:00")).OpenAsync(Database);

        Assert.Equal(["2020Q1", "2020Q2", "2020Q3"], (await Periods.OfPlanAsync(Ledger.Plan.Id, None)).Select(period => period.Period.ToString()));
    }

    [DatabaseFact]
    public async Task A_due_date_that_moves_takes_along_those_that_stood_at_the_old_one()
    {
        var extended = Ledger.Obligations[0] with { DueOn = new(2020, 4, 9), DueAt = Ledgers.At("2020-04-10 00:00"), Round = 1 };
        await Obligations.SaveAsync(Ledger.Obligations[0], extended, None);
        var returnedToTheSameDay = Ledger.Obligations[1] with { Round = 1 };
        await Obligations.SaveAsync(Ledger.Obligations[1], returnedToTheSameDay, None);
        var moved = Ledger.Period with { DueOn = new(2020, 4, 7), DueAt = Ledgers.At("2020-04-08 00:00"), IsProvisional = true };

        Assert.True(await Periods.MoveDueAsync(moved, new(2020, 4, 3), None));

        Assert.Equal(moved, await Periods.FindAsync(Ledger.Period.Id, None));
        Assert.Equal(extended, await Obligations.FindAsync(extended.Id, None));
        Assert.Equal(returnedToTheSameDay, await Obligations.FindAsync(returnedToTheSameDay.Id, None));
        Assert.Equal(Ledger.Obligations[2] with { DueOn = moved.DueOn, DueAt = moved.DueAt }, await Obligations.FindAsync(Ledger.Obligations[2].Id, None));
    }

    [DatabaseFact]
    public async Task A_closed_period_never_moves_and_stays_closed_as_of_when_it_was()
    {
        var closedAt = Ledgers.At("2020-06-30 09:00");
        await Periods.CloseAsync(Ledger.Period.Id, closedAt, None);
        await Periods.CloseAsync(Ledger.Period.Id, closedAt.AddDays(1), None);

        Assert.False(await Periods.MoveDueAsync(Ledger.Period with { DueOn = new(2020, 4, 7) }, new(2020, 4, 3), None));

        Assert.Equal(Ledger.Period with { ClosedAt = closedAt }, await Periods.FindAsync(Ledger.Period.Id, None));
        Assert.Equal(Ledger.Obligations[0], await Obligations.FindAsync(Ledger.Obligations[0].Id, None));
    }
}
