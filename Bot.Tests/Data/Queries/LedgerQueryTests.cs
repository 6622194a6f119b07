using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Queries;

public abstract class LedgerQueryTests(TestDatabase store) : DatabaseTests(store)
{
    private static readonly DateTimeOffset TheDayAfter = Ledgers.At("2020-04-07 09:00");

    private LedgerQuery Query => new(Database);

    [DatabaseFact]
    public async Task A_period_is_listed_by_unit_in_the_order_of_the_notice_then_by_task()
    {
        var rows = await Query.OfPeriodAsync(Ledger.Period.Id, null, None);

        Assert.Equal(
            [("市教委", 1, 1), ("市卫生健康委", 2, 1), ("市卫生健康委", 3, 2), ("市商务局", 2, 1), ("市商务局", 4, 2)],
            rows.Select(row => (row.UnitName, row.TaskOrdinal, row.UnitTaskOrdinal)));
    }

    [DatabaseFact]
    public async Task A_row_tells_all_of_an_obligation()
    {
        var row = (await Query.OfPeriodAsync(Ledger.Period.Id, Ledger.Units[2].Id, None))[0];

        var expected = new LedgerRow
        {
            ObligationId = Ledger.Obligations[2].Id,
            UnitId = Ledger.Units[2].Id,
            UnitName = "市商务局",
            TaskId = Ledger.Tasks[1].Id,
            TaskOrdinal = 2,
            UnitTaskOrdinal = 1,
            TaskNumber = "2",
            TaskTitle = Ledger.Tasks[1].Title,
            TaskText = Ledger.Tasks[1].Text,
            Role = AssignmentRole.Support,
            State = ObligationState.Pending,
            DueOn = new(2020, 4, 3),
            DueAt = Ledgers.At("2020-04-04 00:00"),
            Round = 0,
            Version = 0,
        };
        Assert.Equal(expected, row);
        Assert.Equal(2, (await Query.OfPeriodAsync(Ledger.Period.Id, Ledger.Units[2].Id, None)).Count);
    }

    [DatabaseTheory]
    [InlineData("2020-04-03 23:59", 0)]
    [InlineData("2020-04-04 00:00", 5)] // the end of the due day is the first late instant
    public async Task Nothing_is_overdue_before_the_due_day_has_ended(string now, int expected) =>
        Assert.Equal(expected, (await Query.TallyAsync(Ledger.Period.Id, Ledgers.At(now), None)).Sum(unit => unit.Overdue));

    [DatabaseFact]
    public async Task A_unit_read_alone_has_the_places_it_has_among_all()
    {
        var alone = await Query.OfPeriodAsync(Ledger.Period.Id, Ledger.Units[1].Id, None);

        var all = await Query.OfPeriodAsync(Ledger.Period.Id, null, None);
        Assert.Equal(all.Where(row => row.UnitId == Ledger.Units[1].Id), alone);
    }

    [DatabaseFact]
    public async Task The_list_of_open_states_is_the_one_of_the_model()
    {
        foreach (var (state, index) in new[] { ObligationState.Draft, ObligationState.Returned, ObligationState.Submitted, ObligationState.Accepted, ObligationState.AwaitingSignOff }
                     .Select((state, index) => (state, index)))
            await SaveAsync(index, pending => pending with { State = state, Version = 1, SubmittedAt = TheDayAfter });

        var tally = await Query.TallyAsync(Ledger.Period.Id, TheDayAfter, None);
        var all = await Query.OfPeriodAsync(Ledger.Period.Id, null, None);

        Assert.Equal(all.Count(row => row.IsOpen), tally.Sum(unit => unit.Open));
        Assert.Equal((2, 2), await Query.OpenInAsync([Ledger.Period.Id], None));
    }

    [DatabaseFact]
    public async Task The_tally_of_the_units_is_what_their_rows_count_up_to()
    {
        await SaveAsync(0, pending => pending with { State = ObligationState.Submitted, Version = 1, SubmittedAt = TheDayAfter });
        await SaveAsync(1, pending => pending with { State = ObligationState.Waived });
        await SaveAsync(2, pending => pending with { DueAt = TheDayAfter.AddDays(1), Round = 1 });
        await SaveAsync(4, pending => pending with { State = ObligationState.Returned, Version = 1, SubmittedAt = TheDayAfter });

        var tally = await Query.TallyAsync(Ledger.Period.Id, TheDayAfter, None);

        var rows = await Query.OfPeriodAsync(Ledger.Period.Id, null, None);
        var counted = rows.GroupBy(row => (row.UnitId, row.UnitName)).Select(unit => new UnitTally
        {
            UnitId = unit.Key.UnitId,
            UnitName = unit.Key.UnitName,
            Owed = unit.Count(),
            Open = unit.Count(row => row.IsOpen),
            Overdue = unit.Count(row => row.IsOverdue(TheDayAfter)),
            Waived = unit.Count(row => row.State == ObligationState.Waived),
            Late = unit.Count(row => row is { State: ObligationState.Submitted, IsLate: true }),
            LastSubmittedAt = unit.Max(row => row.State == ObligationState.Submitted ? row.SubmittedAt : null),
        });
        Assert.Equal(counted, tally);
        Assert.Equal([1, 0, 0], tally.Select(unit => unit.Reported));
    }

    [DatabaseFact]
    public async Task What_earlier_periods_lack_is_counted()
    {
        var second = await Ledger.ForPeriod(new(2020, 2), new(2020, 7, 3), Ledgers.At("2020-06-30 09:00")).OpenAsync(Database);
        await SaveAsync(0, pending => pending with { State = ObligationState.Waived });

        Assert.Equal((2, 4), await Query.OpenInAsync([Ledger.Period.Id], None));
        Assert.Equal((0, 0), await Query.OpenInAsync([], None));
        Assert.Equal((3, 9), await Query.OpenInAsync([Ledger.Period.Id, second.Period.Id], None));
    }

    private async Task SaveAsync(int obligation, Func<Obligation, Obligation> change) =>
        Assert.True(await new ObligationRepository(Database).SaveAsync(Ledger.Obligations[obligation], change(Ledger.Obligations[obligation]), None));
}
