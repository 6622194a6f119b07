using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Builders;

/// <summary>A small plan and all that belongs to it: records to look at, or to put into a database.</summary>
/// <remarks>
/// 2020Q1, due 2020-04-03, three units in the order of the notice, four tasks:
/// 市教委 leads 1; 市卫生健康委 leads 2 and 3; 市商务局 leads 4 and supports 2. Five obligations, all pending.
/// Each unit has a primary contact known in the browser as unit-1, unit-2, unit-3, the second also a backup;
/// then there are a coordinator and a leader.
/// </remarks>
public sealed record Ledgers
{
    public const string Browser = "directline";

    public required Plan Plan { get; init; }
    public required IReadOnlyList<Unit> Units { get; init; }
    public required IReadOnlyList<PlanTask> Tasks { get; init; }
    public required IReadOnlyList<Assignment> Assignments { get; init; }

    /// <summary>The three primary contacts, the backup, the coordinator, the leader.</summary>
    public required IReadOnlyList<Person> People { get; init; }
    public required IReadOnlyList<ChannelIdentity> Identities { get; init; }
    public required PlanPeriod Period { get; init; }

    /// <summary>By task, then in the notice's order of units.</summary>
    public required IReadOnlyList<Obligation> Obligations { get; init; }

    public Person Coordinator => People.Single(person => person.IsCoordinator);
    public Person Leader => People.Single(person => person.IsLeader);

    /// <param name="unit">Number of the unit, from 1.</param>
    public Person ContactOf(int unit) => People[unit - 1];

    /// <param name="unit">Number of the unit, from 1.</param>
    public IReadOnlyList<Obligation> OwedBy(int unit) => Obligations.Where(obligation => obligation.UnitId == Units[unit - 1].Id).ToList();

    /// <summary>An instant in the plan's civil time, e.g. <c>2020-03-31 09:00</c>.</summary>
    public static DateTimeOffset At(string civil) => DateTimeOffset.Parse(civil + "+08:00", CultureInfo.InvariantCulture).ToUniversalTime();

    public static Ledgers Small()
    {
        var plan = NewPlan();
        IReadOnlyList<Unit> units = [NewUnit("市教委", "教委"), NewUnit("市卫生健康委", "卫健委", "市卫健委"), NewUnit("市商务局")];
        var tasks = Enumerable.Range(1, 4).Select(ordinal => NewTask(plan, ordinal)).ToList();
        IReadOnlyList<Assignment> assignments =
        [
            NewAssignment(tasks[0], units[0], 1, AssignmentRole.Lead),
            NewAssignment(tasks[1], units[1], 1, AssignmentRole.Lead),
            NewAssignment(tasks[1], units[2], 2, AssignmentRole.Support),
            NewAssignment(tasks[2], units[1], 1, AssignmentRole.Lead),
            NewAssignment(tasks[3], units[2], 1, AssignmentRole.Lead),
        ];
        IReadOnlyList<Person> people =
        [
            NewContact("张敏", units[0], ContactKind.Primary),
            NewContact("李强", units[1], ContactKind.Primary),
            NewContact("王芳", units[2], ContactKind.Primary),
            NewContact("赵磊", units[1], ContactKind.Backup),
            new() { Id = Guid.CreateVersion7(), Name = "陈静", Roles = [PersonRole.Coordinator] },
            new() { Id = Guid.CreateVersion7(), Name = "周涛", Roles = [PersonRole.Leader] },
        ];
        var period = FirstQuarter(plan);
        return new()
        {
            Plan = plan,
            Units = units,
            Tasks = tasks,
            Assignments = assignments,
            People = people,
            Identities =
            [
                new() { Channel = Browser, UserId = "unit-1", PersonId = people[0].Id },
                new() { Channel = Browser, UserId = "unit-2", PersonId = people[1].Id },
                new() { Channel = Browser, UserId = "unit-3", PersonId = people[2].Id },
                new() { Channel = Browser, UserId = "coordinator", PersonId = people[4].Id },
                new() { Channel = Browser, UserId = "leader", PersonId = people[5].Id },
            ],
            Period = period,
            Obligations = Owed(period, assignments),
        };
    }

    /// <summary>Another period of the plan with what is owed in it.</summary>
    public Ledgers ForPeriod(ReportingPeriod key, DateOnly dueOn, DateTimeOffset collectionFrom)
    {
        var period = Period with
        {
            Id = Guid.CreateVersion7(),
            Period = key,
            DueOn = dueOn,
            DueAt = EndOf(dueOn),
            CollectionFrom = collectionFrom,
            OpenedAt = At($"{key.FirstDay:yyyy-MM-dd} 00:00"),
        };
        return this with { Period = period, Obligations = Owed(period, Assignments) };
    }

    /// <summary>Writes all of it.</summary>
    public async Task<Ledgers> StoreAsync(IDatabase database)
    {
        foreach (var unit in Units)
            await new UnitRepository(database).AddAsync(unit, CancellationToken.None);
        await new PlanRepository(database).AddAsync(Plan, Tasks, Assignments, CancellationToken.None);
        var people = new PersonRepository(database, new StoppedClock(At("2020-04-01 08:00")));
        foreach (var person in People)
            await people.AddAsync(person, CancellationToken.None);
        foreach (var identity in Identities)
            await people.BindAsync(identity, CancellationToken.None);
        return await OpenAsync(database);
    }

    /// <summary>Opens only the period, for a plan that is stored already.</summary>
    public async Task<Ledgers> OpenAsync(IDatabase database)
    {
        await new PeriodRepository(database).OpenAsync(Period, Obligations, CancellationToken.None);
        return this;
    }

    public static Plan NewPlan() => new()
    {
        Id = Guid.CreateVersion7(),
        Title = "数字城市建设2020年重点工作",
        Issuer = "市大数据局",
        IssuedOn = "2020-03-10",
        StartsOn = "2020",
        EndsOn = "2020",
        Reporting = new()
        {
            Frequency = Frequency.Quarterly,
            DueRule = new WorkingDayOfNextPeriod(3),
            FirstPeriod = new(2020, 1),
            LastPeriod = new(2020, 4),
            Evidence = "请于下季度第三个工作日前报送本季度进展。",
            Sections =
            [
                new(1, "工作进展", SectionKind.Progress),
                new(2, "存在问题", SectionKind.Problems),
                new(3, "取得成效", SectionKind.Results),
                new(4, "下一步工作", SectionKind.NextSteps),
            ],
            Recipient = "市大数据局",
        },
        SourceName = "sample.txt",
        SourceHash = Guid.CreateVersion7().ToString("N"),
        ImportedAt = At("2020-03-12 10:00"),
    };

    public static Unit NewUnit(string name, params string[] aliases) => new() { Id = Guid.CreateVersion7(), Name = name, Aliases = aliases, Kind = UnitKind.Unit };

    private static PlanTask NewTask(Plan plan, int ordinal) => new()
    {
        Id = Guid.CreateVersion7(),
        PlanId = plan.Id,
        Ordinal = ordinal,
        Number = ordinal.ToString(CultureInfo.InvariantCulture),
        Title = $"第{ordinal}项任务",
        Text = $"推进第{ordinal}项任务，年底前完成。",
        Line = 10 + ordinal,
        Deadline = new("年底前", "2020-12", "month"),
        Milestones = [new("6月底前完成方案", "2020-06", "month"), new("持续推进", null, null)],
    };

    private static Assignment NewAssignment(PlanTask task, Unit unit, int ordinal, AssignmentRole role) =>
        new() { Id = Guid.CreateVersion7(), TaskId = task.Id, UnitId = unit.Id, Ordinal = ordinal, Role = role, Raw = unit.Name };

    private static Person NewContact(string name, Unit unit, ContactKind kind)
    {
        var id = Guid.CreateVersion7();
        return new() { Id = id, Name = name, Contacts = [new(id, unit.Id, kind)] };
    }

    private static PlanPeriod FirstQuarter(Plan plan) => new()
    {
        Id = Guid.CreateVersion7(),
        PlanId = plan.Id,
        Period = new(2020, 1),
        DueOn = new(2020, 4, 3),
        DueAt = EndOf(new(2020, 4, 3)),
        IsProvisional = false,
        CollectionFrom = At("2020-03-31 09:00"),
        OpenedAt = plan.ImportedAt,
    };

    private static List<Obligation> Owed(PlanPeriod period, IReadOnlyList<Assignment> assignments) => assignments.Select(assignment => new Obligation
    {
        Id = Guid.CreateVersion7(),
        PeriodId = period.Id,
        AssignmentId = assignment.Id,
        TaskId = assignment.TaskId,
        UnitId = assignment.UnitId,
        State = ObligationState.Pending,
        DueOn = period.DueOn,
        DueAt = period.DueAt,
        Round = 0,
        Version = 0,
    }).ToList();

    private static DateTimeOffset EndOf(DateOnly day) => At($"{day.AddDays(1):yyyy-MM-dd} 00:00");
}
