using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Sql;

public abstract class DatabaseContractTests(TestDatabase store) : DatabaseTests(store)
{
    private UnitRepository Units => new(Database);

    [DatabaseFact]
    public async Task What_a_transaction_wrote_is_gone_when_it_throws()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Database.InTransactionAsync(async cancellation =>
        {
            await Units.AddAsync(Ledgers.NewUnit("市交通局", "交通局"), cancellation);
            throw new TimeoutException();
        }, None));

        Assert.Null(await Units.FindByNameAsync("市交通局", None));
        Assert.Null(await Units.FindByNameAsync("交通局", None));
    }

    [DatabaseFact]
    public async Task A_nested_transaction_joins_the_outer_one()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Database.InTransactionAsync(async cancellation =>
        {
            await Database.InTransactionAsync(inner => Units.AddAsync(Ledgers.NewUnit("市交通局"), inner), cancellation);
            Assert.NotNull(await Units.FindByNameAsync("市交通局", cancellation));
            throw new TimeoutException();
        }, None));

        Assert.Null(await Units.FindByNameAsync("市交通局", None));
    }

    [DatabaseFact]
    public async Task Of_what_is_written_together_one_that_fails_takes_nothing_else_along()
    {
        var all = Enumerable.Range(0, 20).Select(at => Database.TogetherAsync(async cancellation =>
        {
            await Units.AddAsync(Ledgers.NewUnit($"第{at}局"), cancellation);
            return at == 7 ? throw new TimeoutException() : at;
        }, None)).ToList();

        await Assert.ThrowsAsync<TimeoutException>(() => all[7]);
        Assert.Equal(Enumerable.Range(0, 20).Where(at => at != 7), await Task.WhenAll(all.Where((_, at) => at != 7)));
        for (var at = 0; at < all.Count; at++)
            Assert.Equal(at != 7, await Units.FindByNameAsync($"第{at}局", None) is not null);
    }

    [DatabaseFact]
    public async Task What_is_written_together_in_a_transaction_is_a_part_of_it()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Database.InTransactionAsync(async cancellation =>
        {
            await Database.TogetherAsync(async inner =>
            {
                await Units.AddAsync(Ledgers.NewUnit("市交通局"), inner);
                return true;
            }, cancellation);
            throw new TimeoutException();
        }, None));

        Assert.Null(await Units.FindByNameAsync("市交通局", None));
    }

    [DatabaseFact]
    public async Task Nothing_is_kept_when_a_part_failed_even_if_its_exception_was_caught()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Database.InTransactionAsync(async cancellation =>
        {
            await Units.AddAsync(Ledgers.NewUnit("市交通局"), cancellation);
            await Assert.ThrowsAnyAsync<DbException>(() => Units.AddAsync(Ledgers.NewUnit("市教委"), cancellation));
        }, None));

        Assert.Null(await Units.FindByNameAsync("市交通局", None));
    }

    [DatabaseFact]
    public async Task Disposing_the_connection_of_a_transaction_leaves_it_open()
    {
        var found = await Database.InTransactionAsync(async cancellation =>
        {
            await using (await Database.OpenAsync(cancellation))
            {
            }
            return await Units.FindByNameAsync("市教委", cancellation);
        }, None);

        Assert.NotNull(found);
    }

    [DatabaseFact]
    public async Task What_goes_on_after_a_transaction_is_no_part_of_it()
    {
        var ended = new TaskCompletionSource();
        var straggler = await Database.InTransactionAsync(cancellation => Task.FromResult(AddLaterAsync(ended.Task, cancellation)), None);
        ended.SetResult();

        await straggler;

        Assert.NotNull(await Units.FindByNameAsync("市交通局", None));
    }

    [DatabaseFact]
    public async Task Many_writers_at_once_all_get_their_turn()
    {
        await Parallel.ForEachAsync(Enumerable.Range(1, 40), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, cancellation) =>
            await Database.InTransactionAsync(async inner =>
            {
                await Units.FindByNameAsync("市教委", inner); // a read first: where a plain BEGIN would find its snapshot too old to write
                await Units.AddAsync(Ledgers.NewUnit($"第{number}单位"), inner);
            }, cancellation));

        Assert.Equal(43, (await Units.AllAsync(None)).Count);
    }

    [DatabaseFact]
    public async Task Ids_instants_and_days_come_back_as_they_went_in()
    {
        var instant = Ledgers.At("2020-04-03 23:59:59.123456");
        var record = new AuditRecord
        {
            Id = Guid.Parse("0195abcd-ef01-7abc-8def-0123456789ab"),
            At = instant.ToOffset(TimeSpan.FromHours(8)),
            Channel = "command",
            Action = "import-plan",
            Subject = "plan",
            SubjectId = Ledger.Plan.Id,
        };
        await new AuditRepository(Database).AddAsync(record, None);

        var found = Assert.Single(await new AuditRepository(Database).OfAsync(Ledger.Plan.Id, None));

        Assert.Equal(record.Id, found.Id);
        Assert.Equal(instant, found.At);
        Assert.Equal(TimeSpan.Zero, found.At.Offset);
        Assert.Null(found.PersonId);
    }

    [DatabaseFact]
    public async Task A_list_of_ids_may_be_longer_than_a_statement_may_have_parameters()
    {
        var ids = Enumerable.Range(0, 70_000).Select(_ => Guid.CreateVersion7()).Append(Ledger.Units[1].Id).ToList();

        var contacts = await new PersonRepository(Database, new StoppedClock(Ledgers.At("2020-04-01 08:00"))).ContactsOfAsync(ids, None);

        Assert.Equal(2, contacts.Count);
    }

    [DatabaseFact]
    public async Task Code_can_ask_whether_it_runs_inside_a_transaction()
    {
        var inside = await Database.InTransactionAsync(_ => Task.FromResult(Database.IsInTransaction), None);

        Assert.True(inside);
        Assert.False(Database.IsInTransaction);
    }

    [DatabaseFact]
    public async Task A_rehearsal_sees_what_it_does_and_keeps_nothing()
    {
        var periods = new PeriodRepository(Database);
        var next = Ledger.Period with { Id = Guid.CreateVersion7(), Period = Ledger.Period.Period.Next() };
        var owed = Ledger.Obligations.Select(before => before with { Id = Guid.CreateVersion7(), PeriodId = next.Id }).ToList();

        var seen = await periods.RehearseAsync(
            async token =>
            {
                Assert.True(await periods.OpenAsync(next, owed, token));
                Assert.False(await periods.OpenAsync(next with { Id = Guid.CreateVersion7() }, owed, token)); // the unique key holds here too
                await periods.CloseAsync(Ledger.Period.Id, Ledgers.At("2020-06-30 09:00"), token);
                return (Periods: await periods.OfPlanAsync(Ledger.Plan.Id, token), Rows: await new LedgerQuery(Database).OfPeriodAsync(next.Id, Ledger.Units[1].Id, token));
            },
            None);

        Assert.Equal([Ledger.Period with { ClosedAt = Ledgers.At("2020-06-30 09:00") }, next], seen.Periods);
        Assert.Equal(Ledger.Obligations.Count(row => row.UnitId == Ledger.Units[1].Id), seen.Rows.Count);
        Assert.Equal([Ledger.Period], await periods.OfPlanAsync(Ledger.Plan.Id, None));
        Assert.Empty(await new LedgerQuery(Database).OfPeriodAsync(next.Id, null, None));
    }

    [DatabaseFact]
    public async Task Others_write_while_a_rehearsal_goes_on()
    {
        var periods = new PeriodRepository(Database);
        var go = new TaskCompletionSource();
        var writing = WriteAsync();

        var seen = await periods.RehearseAsync(
            async token =>
            {
                await periods.CloseAsync(Ledger.Period.Id, Ledgers.At("2020-06-30 09:00"), token);
                go.SetResult();
                await writing.WaitAsync(TimeSpan.FromSeconds(20), token);
                return await Units.AllAsync(token);
            },
            None);

        Assert.DoesNotContain(seen, unit => unit.Name == "市交通局"); // one moment, to its end
        Assert.Contains(await Units.AllAsync(None), unit => unit.Name == "市交通局");

        async Task WriteAsync()
        {
            await go.Task;
            await Units.AddAsync(Ledgers.NewUnit("市交通局"), None);
            await periods.MoveDueAsync(Ledger.Period with { DueOn = Ledger.Period.DueOn.AddDays(1) }, Ledger.Period.DueOn, None);
        }
    }

    private async Task AddLaterAsync(Task signal, CancellationToken cancellationToken)
    {
        await signal;
        await Units.AddAsync(Ledgers.NewUnit("市交通局"), cancellationToken);
    }
}
