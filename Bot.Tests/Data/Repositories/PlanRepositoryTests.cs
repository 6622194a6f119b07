using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class PlanRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private PlanRepository Plans => new(Database);

    [DatabaseFact]
    public async Task A_plan_comes_back_as_it_was_stored()
    {
        var plan = Ledger.Plan with { Id = Guid.CreateVersion7(), ParentId = Ledger.Plan.Id, SourceHash = "another", Contact = new("规划处", "陈静", "022-00000000", null, "a@example.com") };
        await Plans.AddAsync(plan, [], [], None);

        Assert.Equivalent(plan, await Plans.FindAsync(plan.Id, None), strict: true);
        Assert.Equivalent(Ledger.Plan, await Plans.FindByHashAsync(Ledger.Plan.SourceHash, None), strict: true);
        Assert.Null(await Plans.FindAsync(Guid.CreateVersion7(), None));
        Assert.Null(await Plans.FindByHashAsync("unknown", None));
    }

    [DatabaseFact]
    public async Task Plans_are_listed_in_the_order_of_import()
    {
        var earlier = Ledgers.NewPlan() with { ImportedAt = Ledger.Plan.ImportedAt.AddDays(-1) };
        await Plans.AddAsync(earlier, [], [], None);

        Assert.Equal([earlier.Id, Ledger.Plan.Id], (await Plans.AllAsync(None)).Select(plan => plan.Id));
    }

    public static TheoryData<DueRule> Rules => new()
    {
        new WorkingDayOfNextPeriod(3),
        new DayOfNextPeriod(20) { Time = new(18, 0), Shift = DueShift.Back, Inclusive = false, Months = [6, 9, 12] },
        new DayOfPeriod(3, 20),
        new EndOfPeriod(),
        new WorkingDaysBeforePeriodEnd(5),
        new DaysOfMonth([9, 19, 28]),
        new DaysBeforePeriodEnd(5),
        new DayOfWeekRule(2),
        new Dates([new(2020, 12, 20)]),
    };

    [DatabaseTheory]
    [MemberData(nameof(Rules), DisableDiscoveryEnumeration = true)]
    public async Task Every_kind_of_due_rule_can_be_kept(DueRule rule)
    {
        var plan = Ledgers.NewPlan();
        plan = plan with { Reporting = plan.Reporting with { DueRule = rule, LastPeriod = null } };
        await Plans.AddAsync(plan, [], [], None);

        var found = await Plans.FindAsync(plan.Id, None);

        Assert.IsType(rule.GetType(), found!.Reporting.DueRule);
        Assert.Equivalent(plan, found, strict: true);
    }

    [DatabaseFact]
    public async Task Tasks_and_assignments_come_back_in_the_order_of_the_notice()
    {
        Assert.Equivalent(Ledger.Tasks, await Plans.TasksAsync(Ledger.Plan.Id, None), strict: true);
        Assert.Equal(Ledger.Tasks.Select(task => task.Id), (await Plans.TasksAsync(Ledger.Plan.Id, None)).Select(task => task.Id));
        Assert.Equal(Ledger.Assignments, await Plans.AssignmentsAsync(Ledger.Plan.Id, None));
    }

    [DatabaseFact]
    public async Task The_same_file_is_not_stored_twice()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => Plans.AddAsync(Ledgers.NewPlan() with { SourceHash = Ledger.Plan.SourceHash }, [], [], None));
    }

    [DatabaseFact]
    public async Task A_plan_whose_assignments_do_not_fit_is_not_stored_at_all()
    {
        var plan = Ledgers.NewPlan();
        var task = Ledger.Tasks[0] with { Id = Guid.CreateVersion7(), PlanId = plan.Id };
        var toNobody = Ledger.Assignments[0] with { Id = Guid.CreateVersion7(), TaskId = task.Id, UnitId = Guid.CreateVersion7() };

        await Assert.ThrowsAnyAsync<DbException>(() => Plans.AddAsync(plan, [task], [toNobody], None));

        Assert.Null(await Plans.FindAsync(plan.Id, None));
        Assert.Empty(await Plans.TasksAsync(plan.Id, None));
    }

    [DatabaseFact]
    public async Task Blank_titles_texts_and_section_names_are_refused()
    {
        var plan = Ledgers.NewPlan();
        var blankSection = plan with { Reporting = plan.Reporting with { Sections = [new(1, " ", SectionKind.Other)] } };

        await Assert.ThrowsAnyAsync<DbException>(() => Plans.AddAsync(plan with { Title = " " }, [], [], None));
        await Assert.ThrowsAnyAsync<DbException>(() => Plans.AddAsync(plan, [Ledger.Tasks[0] with { Id = Guid.CreateVersion7(), PlanId = plan.Id, Text = "" }], [], None));
        await Assert.ThrowsAnyAsync<DbException>(() => Plans.AddAsync(blankSection, [], [], None));
    }
}
