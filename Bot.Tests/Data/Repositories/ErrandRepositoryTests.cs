using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

/// <summary>To-dos and urgent calls beside reminders: each once, as the ledger has it, in one node's hands.</summary>
public abstract class ErrandRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private const string Channel = "dingtalk";
    private static readonly DateTimeOffset Now = Ledgers.At("2020-03-31 09:00");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private ErrandRepository Errands => new(Database);

    [DatabaseFact]
    public async Task One_is_wanted_once_for_a_person_and_period_and_a_call_once_for_a_step()
    {
        foreach (var errand in new[] { Todo(1), Todo(1), Todo(2), Call(1, "due+3"), Call(1, "due+3"), Call(1, "overdue+8") })
            await WantAsync(errand);

        var leased = await LeaseAsync(Now);

        Assert.Equal(4, leased.Count);
        Assert.Empty(await LeaseAsync(Now.AddMinutes(4)));
        Assert.Equal(4, (await LeaseAsync(Now.AddMinutes(5))).Count); // the node that had them is dead
    }

    [DatabaseFact]
    public async Task Nodes_that_look_at_once_never_take_the_same()
    {
        for (var step = 0; step < 40; step++)
            await WantAsync(Call(1, $"s{step}"));

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Errands.LeaseAsync(Channel, Now, Now + Lease, 10, None))));

        Assert.Equal(40, taken.Sum(one => one.Count));
        Assert.All(taken, one => Assert.InRange(one.Count, 0, 10));
        Assert.Equal(40, taken.SelectMany(one => one).Select(errand => errand.Id).Distinct().Count());
    }

    [DatabaseFact]
    public async Task A_todo_is_to_be_completed_once_nothing_is_owed_and_opened_when_it_is_owed_again()
    {
        await WantAsync(Todo(1));
        var made = Assert.Single(await LeaseAsync(Now));
        Assert.True(await Errands.MoveAsync(made, ErrandState.There, "task1", Now, None));

        await Errands.SettleAsync(Channel, Now, None);
        Assert.Empty(await LeaseAsync(Now));
        await ReportAsync(1);
        await Errands.SettleAsync(Channel, Now, None);
        var completing = Assert.Single(await LeaseAsync(Now));
        Assert.True(await Errands.MoveAsync(completing, ErrandState.Done, null, Now, None));
        await WantAsync(Todo(1)); // a report was returned, and its reminder has left
        var again = Assert.Single(await LeaseAsync(Now));

        Assert.Equal((ErrandState.Completing, "task1"), (completing.State, completing.TaskId));
        Assert.Equal((ErrandState.Reopening, "task1", made.Id), (again.State, again.TaskId, again.Id));
        Assert.False(await Errands.MoveAsync(completing, ErrandState.Done, null, Now, None)); // it stands otherwise by now
    }

    [DatabaseFact]
    public async Task What_is_not_begun_when_the_report_comes_is_not_done_at_all_but_what_may_have_been_made_is_found_first()
    {
        await WantAsync(Todo(2));
        var second = Assert.Single(await LeaseAsync(Now)); // its node dies before it could write down more
        await WantAsync(Todo(1));
        await WantAsync(Call(1, "due+3"));
        await ReportAsync(1);
        await ReportAsync(2);

        await Errands.SettleAsync(Channel, Now + Lease, None);
        var left = await LeaseAsync(Now + Lease);

        Assert.Equal([second.Id], left.Select(errand => errand.Id));
    }

    [DatabaseFact]
    public async Task A_period_that_is_closed_ends_its_todos()
    {
        await WantAsync(Todo(1));
        await Errands.MoveAsync(Assert.Single(await LeaseAsync(Now)), ErrandState.There, "task1", Now, None);

        await new PeriodRepository(Database).CloseAsync(Ledger.Period.Id, Now, None);
        await Errands.SettleAsync(Channel, Now, None);

        Assert.Equal(ErrandState.Completing, Assert.Single(await LeaseAsync(Now)).State);
    }

    [DatabaseFact]
    public async Task A_call_that_was_under_way_when_its_node_died_is_given_up()
    {
        await WantAsync(Call(1, "due+3"));
        var call = Assert.Single(await LeaseAsync(Now));
        Assert.True(await Errands.MoveAsync(call, ErrandState.Begun, null, Now, None));

        var early = await Errands.SettleAsync(Channel, Now.AddMinutes(4), None);
        var lost = await Errands.SettleAsync(Channel, Now.AddMinutes(6), None);

        Assert.Equal((0, 1), (early, lost));
        Assert.Empty(await LeaseAsync(Now.AddDays(1)));
    }

    [DatabaseFact]
    public async Task What_ended_long_ago_is_forgotten_and_what_is_open_is_not()
    {
        await WantAsync(Todo(1));
        await WantAsync(Todo(2));
        var ended = (await LeaseAsync(Now))[0];
        await Errands.MoveAsync(ended, ErrandState.Done, null, Now, None);

        await Errands.ForgetAsync(Now.AddDays(1), None);

        var left = Assert.Single(await Database.QueryAsync<Guid>("SELECT id FROM channel_errand", null, None));
        Assert.NotEqual(ended.Id, left);
    }

    private ChannelErrand Todo(int unit) => new(
        Guid.CreateVersion7(), Channel, ErrandKind.Todo, Ledger.ContactOf(unit).Id, Ledger.Period.Id, "", $"staff-{unit}", "报送进展", Ledger.Period.DueAt, ErrandState.Wanted, null, Now, 0);

    private ChannelErrand Call(int unit, string step) => Todo(unit) with { Kind = ErrandKind.Call, Step = step };

    private Task WantAsync(ChannelErrand errand) =>
        Errands.WantAsync(errand, [Ledger.Units[errand.PersonId == Ledger.ContactOf(1).Id ? 0 : 1].Id], None);

    private Task<IReadOnlyList<ChannelErrand>> LeaseAsync(DateTimeOffset at) => Errands.LeaseAsync(Channel, at, at + Lease, 100, None);

    /// <summary>All that the unit owes is reported.</summary>
    private async Task ReportAsync(int unit)
    {
        var obligations = new ObligationRepository(Database);
        foreach (var owed in Ledger.OwedBy(unit))
            Assert.True(await obligations.SaveAsync(owed, owed with { State = ObligationState.Submitted, Version = 1, SubmittedAt = Now }, None));
    }
}
