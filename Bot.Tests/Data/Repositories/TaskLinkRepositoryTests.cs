using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class TaskLinkRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private TaskLinkRepository Links => new(Database);

    [DatabaseFact]
    public async Task A_task_has_one_above_which_can_be_changed_and_taken_away()
    {
        var (child, first, second) = (Ledger.Tasks[3].Id, Ledger.Tasks[0].Id, Ledger.Tasks[1].Id);
        await Links.KeepAsync(new() { ChildTaskId = child, ParentTaskId = first, ConfirmedAt = Ledgers.At("2020-04-01 09:00") }, None);
        var link = new TaskLink { ChildTaskId = child, ParentTaskId = second, ConfirmedBy = Ledger.Coordinator.Id, ConfirmedAt = Ledgers.At("2020-04-01 10:00") };
        await Links.KeepAsync(link, None);

        Assert.Equal([link], await Links.OfChildAsync(Ledger.Plan.Id, None));
        Assert.True(await Links.RemoveAsync(child, None));
        Assert.False(await Links.RemoveAsync(child, None));
        Assert.Empty(await Links.OfChildAsync(Ledger.Plan.Id, None));
    }

    [DatabaseFact]
    public async Task A_task_that_was_dropped_carries_out_nothing()
    {
        var (child, parent) = (Ledger.Tasks[3], Ledger.Tasks[0]);
        await Links.KeepAsync(new() { ChildTaskId = child.Id, ParentTaskId = parent.Id, ConfirmedAt = Ledgers.At("2020-04-01 09:00") }, None);

        await new PlanRevisionRepository(Database).ReviseAsync(Ledger.Plan, [.. Ledger.Tasks.Take(3)], [.. Ledger.Assignments.Where(share => share.TaskId != child.Id)], Ledgers.At("2020-04-02 09:00"), None);

        Assert.Empty(await Links.OfChildAsync(Ledger.Plan.Id, None));
    }
}

public sealed class TaskLinksOnSqlite() : TaskLinkRepositoryTests(new SqliteTestDatabase());

public sealed class TaskLinksOnPostgres() : TaskLinkRepositoryTests(new PostgresTestDatabase());
